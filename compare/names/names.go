// Package names finds the people, places and organisations an article mentions and
// joins the mentions of one: "Mr Putin" is Vladimir Putin. The package makes no
// promise of stability to outside users.
package names

import (
	"sort"

	"github.com/storydiff/storydiff/compare/article"
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
	Female   bool        // the article calls it Ms, Mrs, she; else its given name is a woman's
	Male     bool        // the article calls it Mr, he; else its given name is a man's
	Mentions []text.Span // every place it is named or plainly described, in order, titles left out
	Nation   string      // ISO 3166 code of the country it is, lies in or speaks for; empty when unknown
	Known    string      // the same for every name of a country, capital or well-known body, in any article; else empty
}

// An Index holds the entities of one article.
type Index struct {
	Entities []Entity // in order of first mention

	text  string
	lang  string
	jobs  [][]job // roles of each entity, taken apart
	order []hit   // all mentions by start
}

// A hit is one mention and whose it is.
type hit struct {
	text.Span
	entity int
}

// Find returns the entities of an article.
func Find(a *article.Article) *Index {
	lex := lexiconOf(a.Language())
	r := &reader{lex: lex, text: a.Text, toks: tokens(a, lex), foreign: a.Language() == ""}
	r.used = make([]bool, len(r.toks))
	r.scan()
	g := group(r)
	g.lookAgain()
	g.institutions()
	g.pronouns()
	g.describe()
	return g.index()
}

// At returns the entity with a mention that overlaps the span, or -1. Of several it is
// the one that shares most bytes, the earlier one when they share alike.
func (x *Index) At(span text.Span) int {
	hits := x.hits()
	i := sort.Search(len(hits), func(i int) bool { return hits[i].End > span.Start })
	best, most := -1, 0
	for ; i < len(hits) && hits[i].Start < span.End; i++ {
		if n := hits[i].Overlap(span); n > most {
			best, most = hits[i].entity, n
		}
	}
	return best
}

// hits returns all mentions by start; mentions never overlap.
func (x *Index) hits() []hit {
	if x.order != nil {
		return x.order
	}
	return ordered(x.Entities)
}

func ordered(entities []Entity) []hit {
	hits := []hit{}
	for i, e := range entities {
		for _, m := range e.Mentions {
			hits = append(hits, hit{m, i})
		}
	}
	sort.Slice(hits, func(i, j int) bool { return hits[i].Start < hits[j].Start })
	return hits
}
