package ledger

import (
	"strings"

	"github.com/storydiff/storydiff/compare/align"
)

// alignThreshold is what the similarity of two quotes and its lead on the next best
// must come to for Align to take them for one.
const alignThreshold = 0.34

// Align matches quotes given from elsewhere, any number of which have no partner, in
// order of A. lang is an ISO 639-1 code. Both quotes of a match are the other's best,
// alike, and more so than their next best; a score is 0 to 1, and 1 for equal quotes.
// Quotes given twice match twice.
func Align(a, b []string, lang string) []align.Match {
	return align.Standouts(similarities(a, b, lang), alignThreshold)
}

// Pair matches quotes most of which are known to have a partner, such as two
// translations of one speech, in order of A: every quote with the one that it fits
// better than any other does, however little that is.
func Pair(a, b []string, lang string) []align.Match {
	return align.Partners(similarities(a, b, lang))
}

// similarities scores the pairs of quotes worth comparing, in order of A, then B.
func similarities(a, b []string, lang string) []align.Match {
	wa, wb := align.PrepareAll(a, lang), align.PrepareAll(b, lang)
	var ms []align.Match
	for _, c := range align.LooseCandidates(wa, wb) {
		if s := wa[c.A].Similarity(wb[c.B]); s > 0 && strings.TrimSpace(a[c.A]) != "" {
			ms = append(ms, align.Match{A: c.A, B: c.B, Score: s})
		}
	}
	return ms
}
