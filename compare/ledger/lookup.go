package ledger

import (
	"cmp"
	"slices"

	"github.com/storydiff/storydiff/compare/align"
)

// alignThreshold is how probable two quotes must be one for Align to take them for it:
// more so than not. By align's TestFitPairs translations of news are found as well at
// .4 to .7; of very free ones a lower threshold would find more.
const alignThreshold = 0.5

// Align matches quotes given from elsewhere, any number of which have no partner, in
// order of A. lang is an ISO 639-1 code. Both quotes of a match are the other's likeliest,
// and likely one when their rivals are weighed too; the score is how likely, 0 to 1, and 1
// for equal quotes. Quotes given twice match twice.
func Align(a, b []string, lang string) []align.Match {
	return align.Standouts(a, b, lang, alignThreshold)
}

// Pair matches quotes most of which are known to have a partner, such as two
// translations of one speech, in order of A: every quote with the one that it fits
// better than any other does, however little that is. Nobody has two partners.
func Pair(a, b []string, lang string) []align.Match {
	return align.Partners(align.Resemblances(a, b, lang))
}

// mostSaid is how many wordings of one speaker are all compared with each other.
const mostSaid = 40

// candidates returns the pairs of wordings worth comparing: those that share words, and all
// of a speaker who does not say much.
func candidates(ps []*piece) []align.Link {
	links := align.CandidatesWithin(wordings(ps))
	by := make(map[int][]int)
	for i, p := range ps {
		if p.voice.id >= 0 {
			by[p.voice.id] = append(by[p.voice.id], i)
		}
	}
	few := len(links)
	for _, said := range by {
		if len(said) > mostSaid {
			continue
		}
		for k, i := range said {
			for _, j := range said[:k] {
				links = append(links, align.Link{A: j, B: i})
			}
		}
	}
	if len(links) == few {
		return links
	}
	slices.SortFunc(links, func(l, m align.Link) int { return cmp.Or(cmp.Compare(l.A, m.A), cmp.Compare(l.B, m.B)) })
	return slices.Compact(links)
}
