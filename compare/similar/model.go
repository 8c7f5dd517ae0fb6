package similar

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/internal/logit"
)

// A model is a logistic regression: the log odds that a pair reports one event are
// the bias plus the weighted sum of its features.
type model struct {
	names   []string // of the features
	weights []float64
	bias    float64
}

// logOdds returns the log odds of a feature vector.
func (m *model) logOdds(x []float64) float64 {
	sum := m.bias
	for i, w := range m.weights {
		sum += float64(w * x[i])
	}
	return sum
}

// probability turns log odds into a probability, rounded to 4 decimals.
func probability(logOdds float64) float64 {
	return align.Round(logit.Probability(logOdds))
}

// weightsFile holds the weights of both models with their provenance. It is written
// by Train; a test holds that it names every feature.
//
//go:embed weights.txt
var weightsFile string

// models holds the shipped model of articles and that of headlines.
type models struct{ articles, headlines model }

var shipped = sync.OnceValue(func() *models {
	m, err := parseWeights(weightsFile)
	if err != nil {
		panic(err) // the file is part of the program, and tested
	}
	return &m
})

// parseWeights reads lines of a model's name, a feature and its weight; the bias is
// a feature called "bias". Lines that begin with # are for the reader.
func parseWeights(s string) (models, error) {
	byModel := map[string]map[string]float64{"articles": {}, "headlines": {}}
	for n, line := range strings.Split(s, "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0][0] == '#' {
			continue
		}
		if len(fields) != 3 || byModel[fields[0]] == nil {
			return models{}, fmt.Errorf("weights: line %d: want model, feature, weight: %q", n+1, line)
		}
		w, err := strconv.ParseFloat(fields[2], 64)
		if err != nil {
			return models{}, fmt.Errorf("weights: line %d: %w", n+1, err)
		}
		byModel[fields[0]][fields[1]] = w
	}
	articles, err := newModel(featureNames[:], byModel["articles"])
	if err != nil {
		return models{}, err
	}
	headlines, err := newModel(headlineNames[:], byModel["headlines"])
	return models{articles, headlines}, err
}

func newModel(names []string, weights map[string]float64) (model, error) {
	m := model{names: names, weights: make([]float64, len(names)), bias: weights["bias"]}
	for i, name := range names {
		w, ok := weights[name]
		if !ok {
			return m, fmt.Errorf("weights: no weight for %q", name)
		}
		m.weights[i] = w
	}
	return m, nil
}
