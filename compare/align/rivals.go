package align

import "math"

// rivalry is the difference of similarity that makes a match e times as likely as
// its rival. It was chosen on stretches of the train part of MTRef.
const rivalry = 0.04

// BestMatches keeps the matches that are the best of both their texts once each score
// is weighed against its rivals: a text much like many others says little about any of
// them. It is the dual softmax of Cheng et al. (Improving Video-Text Retrieval by
// Multi-Stream Corpus Alignment and Dual Softmax Loss, 2021). The scores stay as given.
func BestMatches(ms []Match) []Match {
	sumA, sumB := make(map[int]float64), make(map[int]float64)
	for _, m := range ms {
		sumA[m.A] += odds(m.Score)
		sumB[m.B] += odds(m.Score)
	}
	bestA, bestB := make(map[int]float64), make(map[int]float64)
	weighed := make([]float64, len(ms))
	for k, m := range ms {
		o := odds(m.Score)
		weighed[k] = o / sumA[m.A] * (o / sumB[m.B])
		bestA[m.A], bestB[m.B] = max(bestA[m.A], weighed[k]), max(bestB[m.B], weighed[k])
	}
	var best []Match
	for k, m := range ms {
		if weighed[k] >= max(bestA[m.A], bestB[m.B]) {
			best = append(best, m)
		}
	}
	return best
}

func odds(score float64) float64 { return math.Exp((score - 1) / rivalry) }
