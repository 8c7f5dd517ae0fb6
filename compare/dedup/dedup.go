// Package dedup recognises copies: articles that share their text, what their
// relation is, and which one of a group to keep.
package dedup

import (
	"github.com/storydiff/storydiff/compare/text"
)

// A Relation says how two articles' texts stand to each other.
type Relation string

// The relations of two texts.
const (
	Identical   Relation = "identical"
	Cosmetic    Relation = "same but for case, marks or debris"
	Republished Relation = "republished" // Jaccard at least .8
	Shortened   Relation = "shortened"   // B holds most of A, A is longer
	Extended    Relation = "extended"    // A is held by B, B is longer
	Update      Relation = "update"      // alike, but a number, name or negation differs, or new facts were added
	Passages    Relation = "shares passages"
	Template    Relation = "template" // a fixed frame with other facts
	Independent Relation = "independent"
)

// A Copy is the comparison of two articles' texts, A before B.
type Copy struct {
	A, B     int // indexes of the articles, A < B
	Relation Relation
	Jaccard  float64 // of the shingles, exact, 0 to 1
	AInB     float64 // share of A's shingles that B has
	BInA     float64 // share of B's shingles that A has
	Passages []Passage
	Differs  []Difference // numbers, names and negations that differ
}

// A Passage is a stretch of text that two articles share.
type Passage struct {
	A, B text.Span // into Article.Text
}

// A Difference is a number, date, name or negation that an otherwise alike text changes.
type Difference struct {
	Type     string // "number", "date", "name", "negation"
	From, To string
	A, B     text.Span // into Article.Text
}

// A Group is a set of copies with the one to keep.
type Group struct {
	Representative int
	Members        []int // indexes, the representative included, ascending
}
