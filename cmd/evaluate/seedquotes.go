package main

import (
	"slices"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// judgeQuotes counts the quotes found with exactly the words given, and of those the
// speakers named right.
func (g *seedGold) judgeQuotes(m *measured, seeds []seed) {
	var quotes, exact, speakers, right int
	for _, s := range seeds {
		gold := g.Quotes[s.key]
		found := s.match(gold)
		for i, q := range gold {
			quotes++
			if found[i] == nil && (!q.damaged() || slices.Contains(found[i+1:], nil)) {
				m.remark("  %s: quote %q … %q", s.key, q.Starts, q.Ends)
			} else {
				exact++
			}
			if q.Speaker == nil {
				continue
			}
			speakers++
			if found[i] != nil && sameName(found[i].speaker.Name, *q.Speaker) {
				right++
			} else if found[i] != nil {
				m.remark("  %s: speaker of %q is %s, not %q", s.key, q.Starts, *q.Speaker, found[i].speaker.Name)
			}
		}
	}
	m.set("quotes_exact", float64(exact), quotes)
	m.set("speakers_right", float64(right), speakers)
}

// match returns the guess that equals each gold quote, or nil. Every guess serves once.
func (s seed) match(gold []seedQuote) []*guess {
	guesses := slices.DeleteFunc(guessesOf(s.reading), func(g guess) bool {
		return g.kind == quote.Indirect || g.kind == quote.Title
	})
	used := make([]bool, len(guesses))
	found := make([]*guess, len(gold))
	for i, q := range gold {
		places := s.placesOf(q)
		for k := range guesses {
			if !used[k] && slices.Contains(places, guesses[k].Span) {
				used[k], found[i] = true, &guesses[k]
				break
			}
		}
	}
	return found
}

// placesOf returns where a gold quote may stand: from its first words to the nearest
// of its last words, in the headline or below it as the gold says.
func (s seed) placesOf(q seedQuote) []text.Span {
	var places []text.Span
	ends := s.fold.find(q.Ends)
	for _, start := range s.fold.find(q.Starts) {
		i := slices.IndexFunc(ends, func(e text.Span) bool { return e.End >= start.End })
		if inTitle := start.Start < s.reading.BodyStart; i >= 0 && inTitle == (q.Where == "headline") {
			span := text.Span{Start: start.Start, End: ends[i].End}
			places = append(places, trim(s.reading.Text, span))
		}
	}
	return places
}

// sameName reports whether a resolved name is the one the gold gives: nothing but
// words of it, or its last word and at least half of the others.
func sameName(name, gold string) bool {
	words, want := nameWords(name), nameWords(gold)
	shared := 0
	for _, w := range want {
		if slices.Contains(words, w) {
			shared++
		}
	}
	if shared == 0 {
		return false
	}
	return shared == len(words) || 2*shared >= len(want) && slices.Contains(words, lastOf(want))
}

func nameWords(name string) []string {
	return slices.DeleteFunc(plainWords(name), func(w string) bool { return w == "the" || w == "s" || w == "of" })
}
