package ledger

import (
	"cmp"
	"slices"

	"github.com/storydiff/storydiff/compare/align"
)

// alignThreshold is the similarity from which Align takes two quotes for one.
const alignThreshold = 0.5

// Align matches quotes given from elsewhere: mutual best pairs above the shipped threshold.
func Align(a, b []string, lang string) []align.Match {
	wa, wb := align.PrepareAll(a, lang), align.PrepareAll(b, lang)
	bestA, bestB := make([]float64, len(a)), make([]float64, len(b))
	var ms []align.Match
	for _, c := range align.Candidates(wa, wb) {
		m := align.Match{A: c.A, B: c.B, Score: wa[c.A].Similarity(wb[c.B])}
		bestA[c.A], bestB[c.B] = max(bestA[c.A], m.Score), max(bestB[c.B], m.Score)
		if m.Score >= alignThreshold {
			ms = append(ms, m)
		}
	}
	ms = slices.DeleteFunc(ms, func(m align.Match) bool { return m.Score < bestA[m.A] || m.Score < bestB[m.B] })
	slices.SortFunc(ms, func(x, y align.Match) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return ms
}
