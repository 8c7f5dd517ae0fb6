package ledger

import (
	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// compared holds a variant beside the fullest wording.
type compared struct {
	from, to *piece
	rs       []*quote.Reading
	vs       *voices
	edits    []align.Edit // spans into the texts of the pieces
}

func (c *compared) read() {
	c.edits = align.Edits(c.from.text(), c.to.text(), c.rs[c.from.article].Language())
}

// placed returns the edits with spans into the articles.
func (c *compared) placed() []align.Edit {
	out := make([]align.Edit, len(c.edits))
	for i, e := range c.edits {
		out[i] = align.Edit{Op: e.Op, A: c.from.place(e.A), B: c.to.place(e.B)}
	}
	return out
}

// place turns a span of the piece's text into one of its article.
func (p *piece) place(s text.Span) text.Span {
	start := p.inArticle(s.Start, s.Len() == 0)
	return text.Span{Start: start, End: max(start, p.inArticle(s.End, true))}
}

// tally counts the words of the edits by what became of them.
type tally struct{ same, changedA, changedB, dropped, added int }

func (c *compared) tally() tally {
	var t tally
	for _, e := range c.edits {
		a, b := len(text.Words(e.A.Of(c.from.text()))), len(text.Words(e.B.Of(c.to.text())))
		switch e.Op {
		case align.Same, align.Moved:
			t.same += a
		case align.Changed:
			t.changedA += a
			t.changedB += b
		case align.Dropped:
			t.dropped += a
		case align.Added:
			t.added += b
		}
	}
	return t
}

// relation says how the variant stands to the fullest wording.
func (c *compared) relation() Relation {
	t := c.tally()
	words := t.same + t.changedB + t.added
	switch {
	case c.to.unquoted():
		return Paraphrase
	case t.changedA+t.changedB+t.added == 0 && t.dropped == 0:
		return Verbatim
	case t.changedA+t.changedB+t.added == 0:
		if c.to.kind == quote.Partial && 2*words < t.same+t.dropped+t.changedA {
			return Fragment
		}
		return Cut
	case 3*(t.changedB+t.added) <= words:
		return Edited
	}
	return Retranslated
}
