// Package similar says how alike two articles are, whether they report the same
// event and why, and finds the events among many articles.
package similar

import (
	"github.com/storydiff/storydiff/compare/text"
)

// A Verdict says how two articles stand to each other.
type Verdict string

// The verdicts. Same event means one occurrence at one place and time that both
// articles report as their news.
const (
	SameEvent Verdict = "same-event"
	Related   Verdict = "related"   // the same people or topic, another occurrence
	Different Verdict = "different" // nothing telling in common
	Unsure    Verdict = "unsure"    // too little text to tell
)

// Evidence is one reason for or against a verdict, resting on words of both texts.
type Evidence struct {
	For    bool        // speaks for the same event; else against
	Kind   string      // "shared quote", "rare term", "name", "place", "number", "date", "weekday", "title", "lede", "passage", "other day", "other place", "other people quoted", "other deed", "revision", "round-up", "too little text"
	Note   string      // one line for a reader, in plain words
	Weight float64     // share in the score, larger is more telling
	A, B   []text.Span // the words in either text; one side may be empty for evidence against
}

// A Pair is the comparison of two articles.
type Pair struct {
	A, B        int // indexes of the articles, A < B
	Verdict     Verdict
	Probability float64 // calibrated probability that both report the same event, 0 to 1
	Similarity  float64 // how alike the texts are, 0 to 1, symmetric, 1 for a text and itself
	Evidence    []Evidence
}

// An Event is a group of articles that report the same event.
type Event struct {
	Articles []int    // indexes, in order of publication, then of input digest
	Terms    []string // what makes it one event, most telling first, as the articles write them
}
