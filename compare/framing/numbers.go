package framing

import (
	"github.com/storydiff/storydiff/compare/text"
)

// figureScore is how alike two sentences must be for their figures to be compared.
const figureScore = 0.5

// numberItems shows the figures and dates about the same thing that disagree between
// two tellings. A figure for which the other article has an agreeing one anywhere is
// left out: it reports both.
func numberItems(st *story) []Item {
	var items []Item
	seen := map[string]bool{}
	for a, b := range st.pairs {
		for _, m := range st.aligned(a, b) {
			if m.Score < figureScore {
				continue
			}
			for _, p := range differing(a, b, m.A, m.B) {
				it := st.figureItem(a, b, m.A, m.B, p)
				if key := it.key(); !seen[key] {
					seen[key] = true
					items = append(items, it)
				}
			}
		}
	}
	return items
}

// differing returns the figures of two sentences that disagree, placed in the articles.
func differing(a, b *doc, s, t int) []figurePair {
	sa, sb := a.sentences[s].Span, b.sentences[t].Span
	ta, tb := sa.Of(a.Text), sb.Of(b.Text)
	pairs := compareFigures(ta, tb, a.lang())
	pairs = append(pairs, compareDates(ta, tb, a.lang())...)
	var out []figurePair
	for _, p := range pairs {
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

func (st *story) figureItem(a, b *doc, s, t int, p figurePair) Item {
	return Item{
		Topic:  st.sharedTerms(a, b, s, t),
		Note:   "the figures differ",
		Weight: 0.75,
		Sides: []Side{
			{a.index, []Said{a.said(p.a), a.plain(a.sentences[s].Span)}},
			{b.index, []Said{b.said(p.b), b.plain(b.sentences[t].Span)}},
		},
	}
}
