package quote

import (
	"cmp"
	"embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed model/speech-*.tsv
var speechWeights embed.FS

// A model is a logistic regression over traits.
type model struct {
	weights map[trait]float64
}

// Speech models tell speech from other uses of marks. Their weights come from the
// train parts of PolNeAR and of the German set, by TestTrainSpeech; languages without
// one use a model fitted on both without their words.
var speechModels sync.Map // name to *model

// speechModel returns the model of a name, that of all languages for none.
func speechModel(name string) *model {
	if m, ok := speechModels.Load(name); ok {
		return m.(*model)
	}
	data, err := speechWeights.ReadFile("model/speech-" + cmp.Or(name, "any") + ".tsv")
	if err != nil {
		panic(err) // embedded: the fixtures of a language would miss it
	}
	m, _ := speechModels.LoadOrStore(name, parseModel(string(data)))
	return m.(*model)
}

// parseModel reads lines of a trait's form, its two values and its weight, tabs between.
func parseModel(data string) *model {
	forms := map[string]traitKind{}
	for i, form := range traitForms {
		forms[form] = traitKind(i)
	}
	m := &model{weights: make(map[trait]float64)}
	for line := range strings.Lines(data) {
		fields := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(fields) != 4 {
			continue
		}
		if w, err := strconv.ParseFloat(fields[3], 64); err == nil {
			m.weights[trait{forms[fields[0]], fields[1], fields[2]}] = w
		}
	}
	return m
}

// probability returns the probability, to 4 decimals, and the trait that speaks
// loudest for the outcome.
func (m *model) probability(ts []trait) (p float64, why trait) {
	var ws [maxTraits]float64
	sum := 0.0
	for i, t := range ts {
		ws[i] = m.weights[t]
		sum += ws[i]
	}
	loudest := 0.0
	for i, w := range ws[1:len(ts)] { // the first is always there
		if sum < 0 {
			w = -w
		}
		if w > loudest {
			loudest, why = w, ts[i+1]
		}
	}
	return math.Round(1e4/(1+math.Exp(-sum))) / 1e4, why
}
