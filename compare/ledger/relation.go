package ledger

import (
	"slices"
	"strings"

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
	regions  []region     // where words differ

	factChanges []factChange
	rest        []region // the regions without the words that a changed fact tells

	amountsA, amountsB []fact
}

// A region is a stretch in which the words differ, as wide as no shared word parts it.
type region struct {
	a, b           text.Span // in the texts of the pieces
	wordsA, wordsB []text.Word
}

func newCompared(from, to *piece, edits []align.Edit, rs []*quote.Reading, vs *voices) *compared {
	c := &compared{from: from, to: to, edits: edits, rs: rs, vs: vs}
	if from.text() == to.text() {
		return c
	}
	c.amountsA, _ = from.amounts()
	c.amountsB, _ = to.amounts()
	c.edits = c.joinPhrases(c.edits)
	c.regions = c.findRegions()
	c.readFacts()
	return c
}

// aFewWords is the most words that one word may stand for.
const aFewWords = 4

// joinPhrases makes one change of a word that changed and a few beside it that have no
// counterpart: "set out in detail" became "explain".
func (c *compared) joinPhrases(edits []align.Edit) []align.Edit {
	out := make([]align.Edit, 0, len(edits))
	for _, e := range edits {
		n := len(out)
		switch {
		case n > 0 && c.onePhrase(out[n-1], e):
			out[n-1] = together(out[n-1], e)
		case n > 1 && c.space(out[n-1]) && c.onePhrase(out[n-2], together(out[n-1], e)):
			out[n-2] = together(out[n-2], together(out[n-1], e))
			out = out[:n-1]
		default:
			out = append(out, e)
		}
	}
	return out
}

func (c *compared) space(e align.Edit) bool {
	return e.Op == align.Same && strings.TrimSpace(e.A.Of(c.from.text())+e.B.Of(c.to.text())) == ""
}

// together makes one edit of two; a side that is empty in one is the other's.
func together(e, next align.Edit) align.Edit {
	out := align.Edit{Op: align.Changed, A: joined(e.A, next.A), B: joined(e.B, next.B)}
	if next.Op != align.Changed && e.Op == align.Same {
		out.Op = next.Op
	}
	return out
}

func joined(s, next text.Span) text.Span {
	switch {
	case s.Len() == 0:
		return next
	case next.Len() == 0:
		return s
	}
	return text.Span{Start: s.Start, End: next.End}
}

// onePhrase reports whether of two edits side by side one is a change and the other a few
// words dropped or added in the same clause.
func (c *compared) onePhrase(e, next align.Edit) bool {
	loose, change := e, next
	if e.Op == align.Changed {
		loose, change = next, e
	}
	if change.Op != align.Changed || !holdsWord(change.A.Of(c.from.text())) || !holdsWord(change.B.Of(c.to.text())) {
		return false
	}
	var words string
	switch {
	case loose.Op == align.Dropped && e.A.End == next.A.Start && (loose.B.Len() == 0 || c.meet(e, next)):
		words = joined(e.A, next.A).Of(c.from.text())
	case loose.Op == align.Added && e.B.End == next.B.Start && (loose.A.Len() == 0 || c.meet(e, next)):
		words = joined(e.B, next.B).Of(c.to.text())
	default:
		return false
	}
	return len(text.Words(words)) <= aFewWords && !strings.ContainsAny(words, ",;:.!?()[]–—…")
}

// findRegions joins edits that no shared word parts and leaves out those that only
// spell the same words otherwise.
func (c *compared) findRegions() []region {
	var out []region
	open := false
	for _, e := range c.edits {
		apart := e.Op == align.Same && holdsWord(e.A.Of(c.from.text())) || e.Op == align.Moved && c.sameWords(e)
		if apart || e.Op == align.Same && !open {
			open = false
			continue
		}
		if n := len(out) - 1; open && out[n].a.End == e.A.Start && out[n].b.End == e.B.Start {
			out[n].a.End, out[n].b.End = e.A.End, e.B.End
			continue
		}
		out = append(out, region{a: e.A, b: e.B})
		open = true
	}
	kept := out[:0]
	for _, r := range out {
		r.wordsA, r.wordsB = wordsIn(c.from, r.a), wordsIn(c.to, r.b)
		r.trim()
		if !c.sameInOtherSpelling(r) && !c.shortForm(r) {
			kept = append(kept, r)
		}
	}
	return kept
}

// sameInOtherSpelling reports whether both sides of a region hold the same words,
// whatever they are spelled with: short forms, figures, hyphens.
func (c *compared) sameInOtherSpelling(r region) bool {
	return spelledOut(r.wordsA, c.amountsA) == spelledOut(r.wordsB, c.amountsB) ||
		closedUp(r.wordsA) == closedUp(r.wordsB)
}

// shortForm reports whether a region holds no more than the word that the other side has in
// the short form before it: “there is” and “there’s”.
func (c *compared) shortForm(r region) bool {
	words, at, other, end := r.wordsA, r.a, c.to.text(), r.b.Start
	if len(words) == 0 {
		words, at, other, end = r.wordsB, r.b, c.from.text(), r.a.Start
	} else if len(r.wordsB) > 0 {
		return false
	}
	before := wordsOf(other[:end])
	if len(words) != 1 || len(before) == 0 || at.Len() == 0 {
		return false
	}
	_, second, found := strings.Cut(writtenOut(before[len(before)-1].Norm), " ")
	return found && second == words[0].Norm
}

// closedUp returns the words without hyphens and spaces, figures kept apart.
func closedUp(words []text.Word) string {
	var out strings.Builder
	for _, w := range words {
		if strings.ContainsAny(w.Norm, "0123456789") {
			out.WriteString(" " + w.Norm + " ")
			continue
		}
		out.WriteString(strings.ReplaceAll(w.Norm, "-", ""))
	}
	return out.String()
}

// sameWords reports whether both sides of an edit hold the same words.
func (c *compared) sameWords(e align.Edit) bool {
	return spelledOut(wordsIn(c.from, e.A), nil) == spelledOut(wordsIn(c.to, e.B), nil)
}

// trim leaves out the words that both sides begin or end with, spelled otherwise.
func (r *region) trim() {
	a, b := r.wordsA, r.wordsB
	same := func(w, v text.Word) bool { return writtenOut(w.Norm) == writtenOut(v.Norm) }
	for len(a) > 0 && len(b) > 0 && same(a[0], b[0]) {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && same(a[len(a)-1], b[len(b)-1]) {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	r.wordsA, r.wordsB = a, b
}

func holdsWord(s string) bool { return text.HasWord(s) }

// wordsIn returns the words of a stretch, placed in the text of the piece.
func wordsIn(p *piece, s text.Span) []text.Word {
	words := wordsOf(s.Of(p.text()))
	for i := range words {
		words[i].Span = words[i].Shift(s.Start)
	}
	return words
}

// spelledOut returns the words with short forms written out and numbers in figures.
func spelledOut(words []text.Word, amounts []fact) string {
	var out []string
	for _, w := range words {
		k := slices.IndexFunc(amounts, func(f fact) bool { return f.span.Overlap(w.Span) > 0 })
		word := writtenOut(w.Norm)
		if k >= 0 {
			word = amounts[k].key
		}
		if k < 0 || len(out) == 0 || out[len(out)-1] != word {
			out = append(out, word)
		}
	}
	return strings.Join(out, " ")
}

// placed returns the edits with spans into the articles. Wordings that only spell the
// same words otherwise are not marked up, and neither are the marks at the ends of a
// wording, which the attribution beside it decides.
func (c *compared) placed() []align.Edit {
	edits := c.edits
	if len(c.regions) == 0 && !slices.ContainsFunc(edits, func(e align.Edit) bool { return e.Op == align.Moved }) {
		edits = []align.Edit{{Op: align.Same, A: text.Span{End: len(c.from.text())}, B: text.Span{End: len(c.to.text())}}}
	}
	edits = c.withoutEndMarks(edits)
	out := make([]align.Edit, len(edits))
	for i, e := range edits {
		out[i] = align.Edit{Op: e.Op, A: c.from.place(e.A), B: c.to.place(e.B)}
	}
	return out
}

// withoutEndMarks counts the marks before the first and after the last word to the
// words that both wordings begin and end with.
func (c *compared) withoutEndMarks(edits []align.Edit) []align.Edit {
	edits = slices.Clone(edits)
	if n := len(edits); n > 1 && c.marksOnly(edits[n-1]) && c.meet(edits[n-2], edits[n-1]) && edits[n-2].Op == align.Same {
		edits[n-2].A.End, edits[n-2].B.End = edits[n-1].A.End, edits[n-1].B.End
		edits = edits[:n-1]
	}
	if len(edits) > 1 && c.marksOnly(edits[0]) && c.meet(edits[0], edits[1]) && edits[1].Op == align.Same {
		edits[1].A.Start, edits[1].B.Start = edits[0].A.Start, edits[0].B.Start
		edits = edits[1:]
	}
	return edits
}

func (c *compared) marksOnly(e align.Edit) bool {
	return !holdsWord(e.A.Of(c.from.text())) && !holdsWord(e.B.Of(c.to.text()))
}

// meet reports whether one edit follows the other in both wordings.
func (c *compared) meet(e, next align.Edit) bool {
	return e.A.End == next.A.Start && e.B.End == next.B.Start
}

// place turns a span of the piece's text into one of its article.
func (p *piece) place(s text.Span) text.Span {
	start := p.inArticle(s.Start, s.Len() == 0)
	return text.Span{Start: start, End: max(start, p.inArticle(s.End, true))}
}

const (
	// editedShare is the most of a variant's words that may be new for it to count
	// as edited; beyond it the words were chosen anew.
	editedShare = 0.25
)

// relation says how the variant stands to the fullest wording.
func (c *compared) relation() Relation {
	if c.to.unquoted() && len(c.regions) > 0 {
		return Paraphrase
	}
	var dropped, reworded, added int
	for _, r := range c.rest {
		switch {
		case len(r.wordsB) == 0:
			dropped += len(r.wordsA)
		case len(r.wordsA) == 0:
			added += len(r.wordsB)
		default:
			reworded += len(r.wordsB)
			dropped += max(0, len(r.wordsA)-len(r.wordsB))
		}
	}
	words := float64(len(c.to.tokens))
	switch {
	case len(c.regions) == 0:
		return Verbatim
	case c.phrase() && dropped > 0 && float64(reworded+added) <= words/2:
		return Fragment
	case reworded+added == 0 && len(c.factChanges) == 0:
		return Cut
	case float64(reworded+added) <= editedShare*words:
		return Edited
	}
	return Retranslated
}
