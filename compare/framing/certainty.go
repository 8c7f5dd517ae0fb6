package framing

import (
	"sync"

	"github.com/storydiff/storydiff/compare/text"
)

// hedges are the words that hold a claim at arm's length, from data/hedges.txt.
var hedges = sync.OnceValue(func() *lexicon { return readLexicon("hedges.txt") })

// certaintyScore is how alike two sentences must be for their certainty to be compared.
const certaintyScore = 0.6

// certaintyItems shows passages that one telling states flatly and another hedges.
func certaintyItems(st *story) []Item {
	var items []Item
	for a, b := range st.pairs {
		for _, m := range st.aligned(a, b) {
			if m.Score < certaintyScore || a.isHeadline(m.A) != b.isHeadline(m.B) {
				continue
			}
			ha, hb := a.hedgesIn(m.A), b.hedgesIn(m.B)
			if (len(ha) == 0) == (len(hb) == 0) || a.speaks(m.A) || b.speaks(m.B) {
				continue
			}
			items = append(items, Item{
				Topic:  st.sharedTerms(a, b, m.A, m.B),
				Note:   "hedged in one, stated flatly in the other",
				Weight: 0.35 + float64(0.3*(m.Score-certaintyScore)),
				Sides:  []Side{{a.index, a.hedged(m.A, ha)}, {b.index, b.hedged(m.B, hb)}},
			})
		}
	}
	return items
}

// hedgesIn returns the hedges of a sentence outside quotation marks.
func (d *doc) hedgesIn(s int) []text.Span {
	if d.lang() != "en" {
		return nil
	}
	words, first := d.wordsIn(d.sentences[s].Span)
	var out []text.Span
	for i := 0; i < len(words); i++ {
		n, _ := hedges().at(d.words, first+i)
		if n == 0 || first+i+n > len(d.words) {
			continue
		}
		at := text.Span{Start: words[i].Start, End: d.words[first+i+n-1].End}
		if !d.quoted(at) {
			out = append(out, at)
		}
	}
	return out
}

// speaks reports whether a sentence is mostly a quote, whose certainty is its speaker's.
func (d *doc) speaks(s int) bool {
	n := 0
	for _, m := range d.marked {
		n += m.Overlap(d.sentences[s].Span)
	}
	return 2*n > d.sentences[s].Len()
}

// hedged shows the hedges first, then the sentence.
func (d *doc) hedged(s int, hs []text.Span) []Said {
	var out []Said
	for _, h := range hs {
		out = append(out, d.said(h))
	}
	return append(out, d.plain(d.sentences[s].Span))
}
