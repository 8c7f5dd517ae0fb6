package framing

import (
	"fmt"
	"strings"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// Sentences of fewer content words say too little to be missed elsewhere.
const shortestCovered = 5

// coverageItems shows the sentences for which no other telling has matching wording, or
// none that surely matches, beside the nearest sentence of the others.
func coverageItems(st *story) []Item {
	if len(st.heads) < 2 {
		return nil
	}
	var items []Item
	for _, d := range st.heads {
		told := st.told(d)
		for i := range d.sentences {
			if told[i] < likelyTold && !d.isHeadline(i) && d.longEnough(i) {
				items = append(items, st.coverageItem(d, i, told[i]))
			}
		}
	}
	return items
}

// longEnough reports whether a sentence is long enough to be missed.
func (d *doc) longEnough(s int) bool { return len(d.terms()[s].list) >= shortestCovered }

func (st *story) coverageItem(d *doc, s int, told float64) Item {
	it := Item{
		Topic: "only here", Note: "no matching wording in the other", Weight: st.missedWeight(d, s),
		Sides: []Side{side(d.index, d.plain(d.sentences[s].Span))},
	}
	if told >= perhapsTold {
		it.Topic, it.Note, it.Weight = "perhaps only here", "no sentence sure to say the same in the other", doubtfulWeight
	}
	if others := len(st.heads) - 1; others > 1 {
		it.Note += fmt.Sprintf(" %d", others)
	}
	it.Sides[0].Note = st.loneNote(d, s, told)
	if o, near := st.nearest(d, s); o != nil {
		at := o.sentences[near].Span
		it.Sides = append(it.Sides, side(o.index, Said{Text: at.Of(o.Text), Spans: []text.Span{at}, Nearest: true}))
	}
	return it
}

// doubtfulWeight is the weight of a sentence that may be told in other words: not shown
// unless all is.
const doubtfulWeight = 0.05

// loneNote says what speaks against a sentence standing in d alone.
func (st *story) loneNote(d *doc, s int, told float64) string {
	var notes []string
	switch n := st.copiesWith(d, s); {
	case n == 1:
		notes = append(notes, "in a copy of it too")
	case n > 1:
		notes = append(notes, fmt.Sprintf("in %d copies of it too", n))
	}
	if told >= perhapsTold {
		notes = append(notes, "perhaps told elsewhere in other words")
	}
	return strings.Join(notes, ", ")
}

// missedWeight says how much a sentence would be missed. Words in quotation marks that
// no other prints are surely missing there; of other sentences, those that hold most
// that the others never speak of.
func (st *story) missedWeight(d *doc, s int) float64 {
	low := float64(0.1 * float64(s) / float64(len(d.sentences)))
	if words := d.wordsQuoted(s); words >= wordsMissed {
		return 0.5 + float64(0.1*float64(min(words, 40))/40) - low
	}
	return 0.1 + float64(0.3*st.novelty(d, s)) - low
}

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
