package logit

import "math"

// Odds returns the log odds that weights give an observation; the bias comes last among them.
func Odds(weights, x []float64) float64 {
	z := weights[len(x)]
	for i, v := range x {
		z += float64(weights[i] * v)
	}
	return z
}

// Probability turns log odds into a probability.
func Probability(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }
