package ledger

import (
	"slices"

	"github.com/storydiff/storydiff/compare/align"
)

// alignThreshold is the similarity from which Align takes two quotes for one.
const alignThreshold = 0.5

// Align matches quotes given from elsewhere, in order of A: the pairs of Pair above the
// shipped threshold.
func Align(a, b []string, lang string) []align.Match {
	return slices.DeleteFunc(Pair(a, b, lang), func(m align.Match) bool { return m.Score < alignThreshold })
}

// Pair matches quotes most of which are known to have a partner, such as two
// translations of one speech: every quote with the one that it fits better than any
// other does, however little that is.
func Pair(a, b []string, lang string) []align.Match {
	wa, wb := align.PrepareAll(a, lang), align.PrepareAll(b, lang)
	var ms []align.Match
	for _, c := range align.LooseCandidates(wa, wb) {
		if s := wa[c.A].Similarity(wb[c.B]); s > 0 {
			ms = append(ms, align.Match{A: c.A, B: c.B, Score: s})
		}
	}
	return align.BestMatches(ms)
}
