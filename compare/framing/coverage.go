package framing

import (
	"fmt"
	"slices"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// Sentences of fewer content words say too little to be missed elsewhere.
const shortestCovered = 5

// coverageItems shows the sentences for which no other telling has matching wording,
// beside the nearest sentence of the others.
func coverageItems(st *story) []Item {
	if len(st.heads) < 2 {
		return nil
	}
	var items []Item
	for _, d := range st.heads {
		covered := st.covered(d)
		for i := range d.sentences {
			if !covered[i] && !d.isHeadline(i) && len(d.terms()[i].list) >= shortestCovered {
				items = append(items, st.coverageItem(d, i))
			}
		}
	}
	return items
}

// wordsShared is the Dice coefficient from which a sentence is not said to be without
// matching wording, whatever the alignment thinks of it.
const wordsShared = 0.33

// ledesShared is the one for two ledes, which tell the same event anyway.
const ledesShared = 0.22

// covered says which sentences of d another telling has in some wording: aligned
// sentences, those that share many rare words, and utterances printed by both.
func (st *story) covered(d *doc) []bool {
	out := make([]bool, len(d.sentences))
	for _, o := range st.others(d) {
		for _, m := range st.aligned(d, o) {
			out[m.A] = true
		}
		for i := range d.sentences {
			for j := range o.sentences {
				out[i] = out[i] || matches(d, o, i, j)
			}
		}
	}
	for _, u := range st.us {
		if v, ok := st.variantOf(u, d); ok && st.tellingsWith(u) > 1 {
			if s := d.sentenceAt(v.At.Start); s >= 0 && 2*v.At.Overlap(d.sentences[s].Span) > d.sentences[s].Len() {
				out[s] = true
			}
		}
	}
	return out
}

// matches reports whether two sentences share so much that neither may be said to be
// without matching wording: many rare words, fewer between ledes, a
// phrase in quotation marks, or a measured figure.
func matches(d, o *doc, i, j int) bool {
	switch alike := d.terms()[i].dice(o.terms()[j]); {
	case alike >= wordsShared:
		return true
	case alike >= ledesShared && i == d.lede() && j == o.lede():
		return true
	case overlap(d.phrases()[i], o.phrases()[j]):
		return true
	case alike < looselyAlike || !d.hasFigure(i) || !o.hasFigure(j):
		return false
	}
	pairs := compareFigures(d.sentences[i].Of(d.Text), o.sentences[j].Of(o.Text), d.lang())
	return slices.ContainsFunc(pairs, func(p figurePair) bool { return p.sure && p.agree })
}

func (st *story) coverageItem(d *doc, s int) Item {
	span := d.sentences[s].Span
	it := Item{
		Topic: "only here", Weight: d.weightOf(s),
		Sides: []Side{side(d.index, d.plain(span))},
	}
	others := st.others(d)
	if len(others) == 1 {
		it.Note = "no matching wording in the other"
	} else {
		it.Note = fmt.Sprintf("no matching wording in the other %d", len(others))
	}
	if o, near := st.nearest(d, s); o != nil {
		at := o.sentences[near].Span
		it.Sides = append(it.Sides, side(o.index, Said{Text: at.Of(o.Text), Spans: []text.Span{at}, Nearest: true}))
	}
	return it
}

// nearestShown is the Dice coefficient below which the nearest sentence has nothing to
// do with the one that is missed, and is not worth the reader's time.
const nearestShown = 0.15

// nearest returns the sentence of the other tellings most like sentence s of d.
func (st *story) nearest(d *doc, s int) (near *doc, sentence int) {
	best := nearestShown
	for _, o := range st.others(d) {
		for i, t := range o.terms() {
			if o.isHeadline(i) {
				continue
			}
			if score := d.terms()[s].dice(t); score > best {
				near, sentence, best = o, i, score
			}
		}
	}
	return near, sentence
}

// weightOf says how much a sentence would be missed: the lede, quotes, figures and
// rare names weigh, and what stands low in the article counts less.
func (d *doc) weightOf(s int) float64 {
	span := d.sentences[s].Span
	w := 0.15
	if s == d.lede() {
		w += 0.3
	}
	for _, q := range d.Quotes() {
		if q.Kind == quote.Direct && span.Overlap(q.Span) > 0 {
			w += 0.05 // quotes are shown among the voices and the utterances too
			break
		}
	}
	w += float64(0.1 * float64(min(2, len(text.Numbers(span.Of(d.Text), d.lang())))))
	w += float64(0.2 * d.rarest(span))
	return w - float64(0.15*float64(s)/float64(len(d.sentences)))
}

// rarest returns the rarity of the three rarest words of a span, on average.
func (d *doc) rarest(span text.Span) float64 {
	var top [3]float64
	words, _ := d.wordsIn(span)
	for _, w := range words {
		r := text.Rarity(text.Stem(w.Norm, d.lang()), d.lang())
		for i := range top {
			if r > top[i] {
				r, top[i] = top[i], r
			}
		}
	}
	return (top[0] + top[1] + top[2]) / 3
}
