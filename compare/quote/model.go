package quote

import (
	"embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed model/speech-*.tsv
var speechWeights embed.FS

// A model is a logistic regression over named features.
type model struct {
	weights map[string]float64
}

// Speech models tell speech from other uses of marks. Their weights come from the
// train parts of PolNeAR and of the German set, by TestTrainSpeech; other languages
// use one fitted on both without their words.
var (
	speechEnglish = sync.OnceValue(func() *model { return readModel("en") })
	speechGerman  = sync.OnceValue(func() *model { return readModel("de") })
	speechAny     = sync.OnceValue(func() *model { return readModel("any") })
)

// speechModel returns the model of a language.
func speechModel(lang string) *model {
	switch lang {
	case "en":
		return speechEnglish()
	case "de":
		return speechGerman()
	}
	return speechAny()
}

func readModel(name string) *model {
	data, err := speechWeights.ReadFile("model/speech-" + name + ".tsv")
	if err != nil {
		panic(err) // embedded: cannot be missing
	}
	return parseModel(string(data))
}

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
	ws := make([]float64, len(features))
	for i, f := range features {
		ws[i] = m.weights[f]
		sum += ws[i]
	}
	loudest := 0.0
	for i, w := range ws {
		if sum < 0 {
			w = -w
		}
		if w > loudest {
			loudest, why = w, features[i]
		}
	}
	return math.Round(1e4/(1+math.Exp(-sum))) / 1e4, why
}
