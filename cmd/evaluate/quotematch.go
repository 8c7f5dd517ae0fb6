package main

import (
	"slices"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// compareExact counts guesses that equal a quoted piece. A guess inside a content that
// is longer, or that the gold does not say stands in marks, is neither right nor wrong.
func (c *counts) compareExact(guesses []text.Span, gold []piece) {
	open := map[text.Span]bool{}
	for _, p := range gold {
		if p.quoted {
			open[p.Span] = true
		}
	}
	for _, g := range guesses {
		inside := func(p piece) bool { return p.Contains(g) && (p.Len() > g.Len() || !p.quoted) }
		switch {
		case open[g]:
			c.hits++
			delete(open, g)
		case !slices.ContainsFunc(gold, inside):
			c.false++
		}
	}
	c.missed += len(open)
}

// compareContents counts guesses that equal a piece of any kind.
func (c *counts) compareContents(guesses []text.Span, gold []piece) {
	open := map[text.Span]bool{}
	for _, p := range gold {
		open[p.Span] = true
	}
	for _, g := range guesses {
		if open[g] {
			c.hits++
			delete(open, g)
		} else {
			c.false++
		}
	}
	c.missed += len(open)
}

// compareOverlap pairs guesses and pieces of which at least half of either stands in the other.
func (c *counts) compareOverlap(guesses []text.Span, gold []piece) {
	taken := make([]bool, len(gold))
	for _, g := range guesses {
		best := -1
		for i, p := range gold {
			if !taken[i] && halves(g, p.Span) && (best < 0 || g.Overlap(p.Span) > g.Overlap(gold[best].Span)) {
				best = i
			}
		}
		if best < 0 {
			c.false++
			continue
		}
		taken[best] = true
		c.hits++
	}
	for _, t := range taken {
		if !t {
			c.missed++
		}
	}
}

// halves reports whether at least half of either span stands in the other.
func halves(a, b text.Span) bool {
	n := a.Overlap(b)
	return n > 0 && 2*n >= a.Len() && 2*n >= b.Len()
}

// findStretches counts the stretches in marks inside any content that a guess covers.
func (c *counts) findStretches(s string, guesses []guess, gold []piece) {
	for _, stretch := range stretches(s) {
		stretch = trim(s, stretch)
		if stretch.Len() == 0 || !slices.ContainsFunc(gold, func(p piece) bool { return p.Contains(stretch) }) {
			continue
		}
		if slices.ContainsFunc(guesses, func(g guess) bool { return covers(g.Span, stretch) }) {
			c.hits++
		} else {
			c.missed++
		}
	}
}

// countAttributed counts the guesses that lie in some content.
func (c *counts) countAttributed(guesses []text.Span, gold []piece) {
	for _, g := range guesses {
		if slices.ContainsFunc(gold, func(p piece) bool { return covers(p.Span, g) }) {
			c.hits++
		} else {
			c.false++
		}
	}
}

// covers reports whether at least .8 of a span stands in another.
func covers(outer, inner text.Span) bool {
	return inner.Len() > 0 && 5*outer.Overlap(inner) >= 4*inner.Len()
}

// judgeSpeakers judges the speakers of the direct quotes that were found and have a source.
func (c *quoteCounts) judgeSpeakers(s string, guesses []guess, gold []piece) {
	for _, p := range gold {
		if !p.direct || len(p.source) == 0 {
			continue
		}
		i := slices.IndexFunc(guesses, func(g guess) bool { return halves(g.Span, p.Span) })
		if i < 0 {
			continue
		}
		c.speakers++
		if guesses[i].speaker.Name == "" {
			c.unknown++
		}
		if sameSource(s, guesses[i].speaker, p.source) {
			c.known++
		}
	}
}

// sameSource reports whether a speaker stands where the source does, or shares its surname.
func sameSource(s string, sp quote.Speaker, source []text.Span) bool {
	surname := lastOf(plainWords(sp.Name))
	for _, p := range source {
		if sp.At.Overlap(p) > 0 || surname != "" && slices.Contains(plainWords(p.Of(s)), surname) {
			return true
		}
	}
	return false
}

func lastOf(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
