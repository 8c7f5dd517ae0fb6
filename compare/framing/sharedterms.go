package framing

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// topicTerms is how many terms name what two sentences have in common.
const topicTerms = 3

// A sharedTerm is a word that two sentences have in common, with the rest of the name
// that it belongs to.
type sharedTerm struct {
	text.Span
	rarity float64
}

// sharedTerms names what two sentences have in common: their rarest shared words, as
// the first writes them, names whole. Numbers, days and words that bound a number say
// nothing of it. With a span, they are those beside it.
func (st *story) sharedTerms(a, b *doc, i, j int, beside text.Span) string {
	inB := map[string]bool{}
	words, _ := b.wordsIn(b.sentences[j].Span)
	for _, w := range words {
		inB[text.Stem(w.Norm, b.lang())] = true
	}
	var shared []sharedTerm
	words, first := a.wordsIn(a.sentences[i].Span)
	for k, w := range words {
		stem := text.Stem(w.Norm, a.lang())
		if !inB[stem] || text.Stop(w.Norm, a.lang()) || a.boundsOrDates(w.Norm) || !a.near(first+k, beside) {
			continue
		}
		inB[stem] = false
		t := sharedTerm{a.wholeName(first + k), text.Rarity(stem, a.lang())}
		if !slices.ContainsFunc(shared, func(o sharedTerm) bool { return o.Overlap(t.Span) > 0 }) {
			shared = append(shared, t)
		}
	}
	for len(shared) > topicTerms {
		shared = withoutCommonest(shared)
	}
	out := make([]string, 0, len(shared))
	for _, t := range shared {
		out = append(out, t.Of(a.Text))
	}
	return strings.Join(out, ", ")
}

// near reports whether word i stands beside a span, not in it; with no span any does.
func (d *doc) near(i int, span text.Span) bool {
	if span.Len() == 0 {
		return true
	}
	inside, at := d.wordsIn(span)
	return d.words[i].Overlap(span) == 0 && i >= at-figureWindow && i < at+len(inside)+figureWindow
}

// boundsOrDates reports whether a word says of two sentences no more than that they hold
// amounts or dates.
func (d *doc) boundsOrDates(norm string) bool {
	switch norm {
	case "least", "most", "more", "less", "fewer", "nearly", "almost", "about", "around", "some", "roughly", "approximately", "today", "yesterday", "said", "says":
		return true
	}
	return isCalendar(norm) || isDigit(norm[0]) || isCount(norm)
}

// wholeName returns the capitalised words on both sides of a capitalised word, and what
// joins them in a name: "New Year’s Eve", "Bank of Norland".
func (d *doc) wholeName(i int) text.Span {
	span := text.Span{Start: d.words[i].Start, End: d.wordEnd(i)}
	if !text.IsCapital(d.words[i].Of(d.Text)) {
		return span
	}
	from, to := i, i
	if e := d.Names().At(d.words[i].Span); e >= 0 {
		for _, m := range d.Names().Entities[e].Mentions {
			if words, first := d.wordsIn(m); m.Contains(span) && len(words) > 0 {
				span, from, to = m, first, first+len(words)-1
			}
		}
	}
	if d.isHeadline(d.sentenceAt(span.Start)) {
		return span // which may capitalise every word
	}
	joined := func(k int) bool { // words k and k+1
		return d.gapIsSpace(k) && text.IsCapital(d.words[k].Of(d.Text)) && text.IsCapital(d.words[k+1].Of(d.Text)) && d.sentenceAt(d.words[k].Start) == d.sentenceAt(d.words[k+1].Start)
	}
	for k := from; k > 0 && joined(k-1) && !text.Stop(d.words[k-1].Norm, d.lang()); k-- {
		span.Start = d.words[k-1].Start
	}
	for k := to; k+1 < len(d.words) && joined(k); k++ {
		span.End = d.wordEnd(k + 1)
	}
	return span
}

func withoutCommonest(terms []sharedTerm) []sharedTerm {
	least := 0
	for i, t := range terms {
		if t.rarity < terms[least].rarity {
			least = i
		}
	}
	return slices.Delete(terms, least, least+1)
}
