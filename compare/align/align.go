// Package align links sentences and words across two texts: which say the same
// thing, word by word what stayed and what changed, and the literal word diff.
// The package makes no promise of stability to outside users.
package align

import (
	"github.com/storydiff/storydiff/compare/text"
)

// Op says what became of a stretch of words between two texts.
type Op string

// The operations of an edit script. Same and Changed have both spans, Dropped only
// A, Added only B. Moved words have both spans, but out of order. In a literal diff Same
// spans are equal to the byte; among linked words they may differ in case and in the
// style of quotation marks, apostrophes and dashes.
const (
	Same    Op = "same"
	Changed Op = "changed"
	Moved   Op = "moved"
	Dropped Op = "dropped"
	Added   Op = "added"
)

// An Edit is one step from text A to text B. Absent sides are empty spans at the
// place where the words would stand.
type Edit struct {
	Op   Op
	A, B text.Span
}

// A Link joins word A of one text to word B of another, by index.
type Link struct {
	A, B int
}
