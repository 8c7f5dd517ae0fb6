package framing

import (
	"fmt"

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
			if !covered[i] && !d.isHeadline(i) && d.longEnough(i) && !st.yields(d, i) {
				items = append(items, st.coverageItem(d, i))
			}
		}
	}
	return items
}

// yields reports whether the partner of a sentence stands for both: two sentences that
// are each other's nearest make one row, not two.
func (st *story) yields(d *doc, s int) bool {
	o, near := st.partner(d, s)
	if o == nil || !o.longEnough(near) {
		return false
	}
	a, b := d.sentences[s].Of(d.Text), o.sentences[near].Of(o.Text)
	return len(a) < len(b) || len(a) == len(b) && a < b
}

// longEnough reports whether a sentence is long enough to be missed.
func (d *doc) longEnough(s int) bool { return len(d.terms()[s].list) >= shortestCovered }

func (st *story) coverageItem(d *doc, s int) Item {
	it := Item{
		Topic: "only here", Note: "no matching wording in the other", Weight: st.missedWeight(d, s),
		Sides: []Side{side(d.index, d.plain(d.sentences[s].Span))},
	}
	if others := len(st.heads) - 1; others > 1 {
		it.Note += fmt.Sprintf(" %d", others)
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
		if n := st.nearestIn(d, o)[s]; n.alike > best {
			near, sentence, best = o, n.sentence, n.alike
		}
	}
	return near, sentence
}

// missedWeight says how much a sentence would be missed. Words in quotation marks that
// no other prints are surely missing there; of other sentences, those that hold most
// that the others never speak of.
func (st *story) missedWeight(d *doc, s int) float64 {
	if o, _ := st.partner(d, s); o != nil {
		return likelyTold
	}
	low := float64(0.1 * float64(s) / float64(len(d.sentences)))
	if words := d.wordsQuoted(s); words >= wordsMissed {
		return 0.5 + float64(0.1*float64(min(words, 40))/40) - low
	}
	return 0.1 + float64(0.3*st.novelty(d, s)) - low
}

// likelyTold is the weight of a sentence that has a partner: not shown unless all is.
const likelyTold = 0.05

// wordsMissed is how many words in quotation marks make a quote worth missing.
const wordsMissed = 6

// wordsQuoted returns how many words of direct quotes stand in a sentence.
func (d *doc) wordsQuoted(s int) int {
	n := 0
	for _, q := range d.Quotes() {
		if q.Kind != quote.Direct {
			continue
		}
		for _, part := range partsOf(q) {
			if part.Overlap(d.sentences[s].Span) > 0 {
				n += d.wordCount([]text.Span{{Start: max(part.Start, d.sentences[s].Start), End: min(part.End, d.sentences[s].End)}})
			}
		}
	}
	return n
}

// novelty returns how much of a sentence, by the rarity of its words, no other telling
// speaks of anywhere.
func (st *story) novelty(d *doc, s int) float64 {
	own := 0.0
	for _, t := range d.terms()[s].list {
		elsewhere := false
		for _, o := range st.others(d) {
			elsewhere = elsewhere || o.stems()[t.stem] > 0
		}
		if !elsewhere {
			own += t.weight
		}
	}
	return own / max(1, d.terms()[s].total)
}
