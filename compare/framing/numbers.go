package framing

import (
	"slices"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/text"
)

// numberItems shows the figures and dates about the same thing that disagree between
// two tellings. A figure for which the other article has an agreeing one anywhere is
// left out: it reports both.
func numberItems(st *story) []Item {
	var items []Item
	seen := map[string]bool{}
	for a, b := range st.pairs {
		for _, m := range st.comparableFigures(a, b) {
			for _, p := range differing(a, b, m) {
				it := st.figureItem(a, b, m, p)
				if key := it.Sides[0].Said[0].Text + "\x00" + it.Sides[1].Said[0].Text; !seen[key] {
					seen[key] = true
					items = append(items, it)
				}
			}
		}
	}
	return items
}

const (
	looseScore = 0.15 // sentences this much alike may hold figures about one thing
	sureAlike  = 2.5  // … when the figures themselves are this much alike

	// sameStatement is the Dice coefficient from which two aligned sentences are one
	// statement, so that a date or a figure in it is about the same thing.
	sameStatement = 0.45
)

// comparableFigures returns the pairs of sentences that say the same thing, and those
// with figures that are somewhat alike.
func (st *story) comparableFigures(a, b *doc) []align.Match {
	ms := st.aligned(a, b)
	for i := range a.sentences {
		if !a.hasFigure(i) {
			continue
		}
		for j := range b.sentences {
			if !b.hasFigure(j) || slices.ContainsFunc(ms, func(m align.Match) bool { return m.A == i && m.B == j }) {
				continue
			}
			if a.terms()[i].dice(b.terms()[j]) >= looseScore {
				ms = append(ms[:len(ms):len(ms)], align.Match{A: i, B: j, Score: 0})
			}
		}
	}
	return ms
}

// hasFigure reports whether a sentence of the article holds an amount.
func (d *doc) hasFigure(s int) bool {
	return slices.ContainsFunc(d.amounts(), func(n text.Number) bool { return d.sentences[s].Contains(n.Span) })
}

// differing returns the figures of two sentences that disagree, placed in the articles.
func differing(a, b *doc, m align.Match) []figurePair {
	sa, sb := a.sentences[m.A].Span, b.sentences[m.B].Span
	ta, tb := sa.Of(a.Text), sb.Of(b.Text)
	pairs := compareFigures(ta, tb, a.lang())
	alike := a.terms()[m.A].dice(b.terms()[m.B])
	if m.Score > 0 && alike >= sameStatement {
		pairs = append(pairs, compareDates(ta, tb, a.lang())...)
	}
	var out []figurePair
	for _, p := range pairs {
		if (m.Score == 0 || alike < sameStatement) && p.score < sureAlike {
			continue
		}
		p.a, p.b = p.a.Shift(sa.Start), p.b.Shift(sb.Start)
		if !p.agree && !a.hasAmount(b, p.b) && !b.hasAmount(a, p.a) {
			out = append(out, p)
		}
	}
	return out
}

// hasAmount reports whether an article has an amount anywhere that agrees with the one
// at a place of another article, and counts or measures the same.
func (d *doc) hasAmount(o *doc, at text.Span) bool {
	for _, x := range o.amounts() {
		if x.Span != at {
			continue
		}
		for _, y := range d.amounts() {
			if x.Agrees(y) && (x.Unit != "" || x.Of == y.Of || x.Of == "" || y.Of == "") {
				return true
			}
		}
	}
	return false
}

func (st *story) figureItem(a, b *doc, m align.Match, p figurePair) Item {
	return Item{
		Topic:  st.sharedTerms(a, b, m.A, m.B),
		Note:   "the figures differ",
		Weight: 0.75,
		Sides: []Side{
			{a.index, []Said{a.said(p.a), a.plain(a.sentences[m.A].Span)}},
			{b.index, []Said{b.said(p.b), b.plain(b.sentences[m.B].Span)}},
		},
	}
}
