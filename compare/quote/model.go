package quote

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed model/speech.tsv
var speechWeights string

// A model is a logistic regression over named features.
type model struct {
	weights map[string]float64
}

// speechModel tells speech from other uses of marks. Its weights come from the train
// part of PolNeAR, by TestTrain.
var speechModel = sync.OnceValue(func() *model { return parseModel(speechWeights) })

// parseModel reads lines of a feature, a tab and its weight.
func parseModel(data string) *model {
	m := &model{weights: make(map[string]float64)}
	for line := range strings.Lines(data) {
		feature, weight, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if w, err := strconv.ParseFloat(weight, 64); ok && err == nil {
			m.weights[feature] = w
		}
	}
	return m
}

// probability returns the probability, to 4 decimals, and the feature that speaks
// loudest for the outcome.
func (m *model) probability(features []string) (p float64, why string) {
	sum := m.weights["always"]
	for _, f := range features {
		sum += m.weights[f]
	}
	loudest := 0.0
	for _, f := range features {
		w := m.weights[f]
		if sum < 0 {
			w = -w
		}
		if w > loudest {
			loudest, why = w, f
		}
	}
	return math.Round(1e4/(1+math.Exp(-sum))) / 1e4, why
}
