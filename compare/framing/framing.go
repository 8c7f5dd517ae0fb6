// Package framing shows how the tellings of one event differ, signal by signal,
// each item resting on words the reader can see.
package framing

import (
	"github.com/storydiff/storydiff/compare/text"
)

// The names of the signals, in the order in which a sheet shows them.
const (
	Headlines    = "headlines"
	Verbs        = "verbs"
	Naming       = "naming"
	LoadedWords  = "loaded-words"
	Numbers      = "numbers"
	Leads        = "leads"
	Coverage     = "coverage"
	Voices       = "voices"
	Certainty    = "certainty"
	Independence = "independence"
)

// An Item is one difference in how an event is told.
type Item struct {
	Topic  string  // what it is about: "Vladimir Putin", "the war", "only here"
	Note   string  // a remark for the reader that names no article: "the figures differ"; may be empty
	Weight float64 // how telling it is, 0 to 1; items are ordered by it
	Sides  []Side  // one for each article that has something to show, in the order of the articles
}

// A Side is what one article says on an item.
type Side struct {
	Article int // index of the article
	Said    []Said
	Note    string // a remark on this side alone: "paragraph 18", "106 words quoted"; may be empty
}

func side(article int, said ...Said) Side { return Side{Article: article, Said: said} }

// Said is a wording with every place where it stands.
type Said struct {
	Text   string
	Spans  []text.Span // places, first first; the length is the count
	Quoted bool        // inside quotation marks: a speaker's word, not the outlet's
	// Nearest marks a wording that is no match, but the nearest that the article has.
	Nearest bool
}

// A Finding holds the items of one signal, most telling first.
type Finding struct {
	Signal string
	Items  []Item
}
