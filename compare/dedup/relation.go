package dedup

import (
	"slices"
	"strings"
	"unicode"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/shingle"
	"github.com/storydiff/storydiff/compare/text"
)

// Compare measures two articles exactly and names their relation. A and B of the copy are 0 and 1.
func Compare(a, b *quote.Reading) Copy {
	c := measured(shingle.Of(a.Raw), shingle.Of(b.Raw))
	c.A, c.B = 0, 1
	relate(&c, a, b)
	return c
}

// republished is the least Jaccard of a text that was published again as it was.
const republished = .8

// relate names the relation of two measured articles and lists what shows it.
func relate(c *Copy, a, b *quote.Reading) {
	c.Relation = relation(c, a, b)
	if c.Relation == Independent && len(c.Passages) > 0 {
		c.Relation = Passages
	}
}

func relation(c *Copy, a, b *quote.Reading) Relation {
	switch {
	case a.Raw == b.Raw && a.Title == b.Title:
		return Identical
	case sameWords(a, b):
		return Cosmetic
	case c.Jaccard >= republished:
		return Republished
	case c.AInB >= minContainment:
		return Extended
	case c.BInA >= minContainment:
		return Shortened
	case c.Jaccard >= minJaccard:
		return Update
	}
	return Independent
}

// sameWords reports whether two articles differ in case, marks and debris only.
func sameWords(a, b *quote.Reading) bool {
	return slices.Equal(foldedWords(a.Text), foldedWords(b.Text))
}

func foldedWords(s string) []string {
	return strings.FieldsFunc(text.Fold(s), func(r rune) bool { return !isWordRune(r) })
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
