// Package names finds the people, places and organisations an article mentions and
// joins the mentions of one: "Mr Putin" is Vladimir Putin. The package makes no
// promise of stability to outside users.
package names

import (
	"github.com/storydiff/storydiff/compare/text"
)

// Kind says what sort of thing a name names.
type Kind string

// The kinds of entities.
const (
	Person  Kind = "person"
	Place   Kind = "place"
	Org     Kind = "organisation"
	Unknown Kind = "unknown"
)

// An Entity is somebody or something mentioned in one article.
type Entity struct {
	Name     string      // the fullest form in the article, without titles: "Vladimir Putin", "Chinese Ministry of Foreign Affairs"
	Kind     Kind        // what sort of thing it is
	Roles    []string    // descriptions the article ties to it, lower-cased: "russian president", "spokesman"
	Female   bool        // the article calls it Ms, Mrs, she
	Male     bool        // the article calls it Mr, he
	Mentions []text.Span // every place it is named, in order, titles left out
}

// An Index holds the entities of one article.
type Index struct {
	Entities []Entity // in order of first mention
}
