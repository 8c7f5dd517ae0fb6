package align

import "math"

// rivalry is the difference of similarity that makes a match e times as likely as its
// rival, and rounds how often the odds are shared out. They were chosen by TestFitPairs.
const (
	rivalry = 0.0125
	rounds  = 20
)

// Partners pairs texts most of which have a partner: the matches that are the best of
// both their texts once each text's odds are shared out among its matches, over and
// over, so that a text much like many others says little about any of them. It is the
// scaling of Sinkhorn (1964) as used for transport by Cuturi (2013). The scores stay.
// Nobody has two partners: of equals the first gets the first. The matches given are in
// order of A, then B.
func Partners(ms []Match) []Match {
	odds := make([]float64, len(ms))
	for k, m := range ms {
		odds[k] = math.Exp((m.Score - 1) / rivalry)
	}
	few, many := func(m Match) int { return m.A }, func(m Match) int { return m.B }
	peaksA, peaksB := peaksOf(ms)
	if len(peaksA) > len(peaksB) {
		few, many = many, few
	}
	alone := 1 - float64(min(len(peaksA), len(peaksB)))/float64(max(1, len(peaksA), len(peaksB)))
	for range rounds {
		shareOut(odds, ms, few, 0)
		shareOut(odds, ms, many, alone)
	}
	weighed := make([]Match, len(ms))
	for k, m := range ms {
		weighed[k] = Match{m.A, m.B, odds[k]}
	}
	a, b := peaksOf(weighed)
	goneA, goneB := make(map[int]bool), make(map[int]bool)
	var best []Match
	for k, m := range weighed {
		if m.Score >= a[m.A].best && m.Score >= b[m.B].best && !goneA[m.A] && !goneB[m.B] {
			goneA[m.A], goneB[m.B] = true, true
			best = append(best, ms[k])
		}
	}
	return best
}

// shareOut divides the odds of matches by the sum of those with the same text, or by
// least when that is more: of the side with more texts not every one has a partner.
func shareOut(odds []float64, ms []Match, of func(Match) int, least float64) {
	sum := make(map[int]float64)
	for k, m := range ms {
		sum[of(m)] += odds[k]
	}
	for k, m := range ms {
		odds[k] /= max(least, sum[of(m)])
	}
}

// peaksOf returns the best score of each text of both sides.
func peaksOf(ms []Match) (a, b map[int]peak) {
	a, b = make(map[int]peak), make(map[int]peak)
	for _, m := range ms {
		a[m.A], b[m.B] = a[m.A].above(m.Score), b[m.B].above(m.Score)
	}
	return a, b
}
