package framing

import (
	"slices"
	"sync"

	"github.com/storydiff/storydiff/compare/text"
)

// hedges are the words that hold a claim at arm's length, from data/hedges.txt.
var hedges = sync.OnceValue(func() *lexicon { return readLexicon("hedges.txt") })

// certaintyScore is how alike two sentences must be for their certainty to be compared.
const certaintyScore = 0.43

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
			if !claimIn(a, ha, b.terms()[m.B]) && !claimIn(b, hb, a.terms()[m.A]) {
				continue
			}
			items = append(items, Item{
				Topic:  st.sharedTerms(a, b, m.A, m.B),
				Note:   "hedged in one, stated flatly in the other",
				Weight: 0.35 + float64(0.3*(m.Score-certaintyScore)),
				Sides:  []Side{side(a.index, a.hedged(m.A, ha)...), side(b.index, b.hedged(m.B, hb)...)},
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
	for i := range words {
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

// claimWords is how many content words after a hedge are taken for what it hedges.
const claimWords = 4

// claimIn reports whether most of what follows one of the hedges stands in the other
// sentence too: that the same claim is hedged here and not there.
func claimIn(d *doc, hedges []text.Span, other terms) bool {
	return slices.ContainsFunc(hedges, func(h text.Span) bool {
		if d.undone(h) {
			return false
		}
		end := d.sentences[d.sentenceAt(h.Start)].End
		words, _ := d.wordsIn(text.Span{Start: h.End, End: end})
		seen, shared := 0, 0
		for _, w := range words {
			if text.Stop(w.Norm, d.lang()) {
				continue
			}
			if seen++; seen > claimWords {
				break
			}
			shared += count01(other.has(text.Stem(w.Norm, d.lang())))
		}
		return shared >= 2 && 2*shared >= min(seen, claimWords)
	})
}

// undone reports whether what is hedged is confirmed in the same sentence: "suspected an
// error, which was confirmed".
func (d *doc) undone(hedge text.Span) bool {
	words, _ := d.wordsIn(text.Span{Start: hedge.End, End: d.sentences[d.sentenceAt(hedge.Start)].End})
	return slices.ContainsFunc(words, func(w text.Word) bool {
		switch text.Stem(w.Norm, d.lang()) {
		case "confirm", "prove", "verifi", "admit", "indeed":
			return true
		}
		return false
	})
}

// hedged shows the hedges first, then the sentence.
func (d *doc) hedged(s int, hs []text.Span) []Said {
	var out []Said
	for _, h := range hs {
		out = append(out, d.said(h))
	}
	return append(out, d.plain(d.sentences[s].Span))
}
