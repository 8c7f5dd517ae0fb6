package main

import (
	"slices"

	"github.com/storydiff/storydiff/compare/framing"
)

var loadedKind = kind{
	folder:  "framing",
	fits:    func(f fields) bool { return f.has("text", "biased_words") },
	metrics: []metric{{name: "loaded_precision"}, {name: "loaded_recall"}},
	measure: measureLoaded,
}

// measureLoaded measures the loaded words found against those that readers marked.
func measureLoaded(d dataset, _ *settings) (measured, error) {
	sentences, err := records[struct {
		Text   string
		Biased []string `json:"biased_words"`
	}](d.path)
	if err != nil {
		return measured{}, err
	}
	var c counts
	for _, s := range sentences {
		var flagged []string
		for _, span := range framing.Loaded(s.Text, "en") {
			flagged = append(flagged, plainWords(span.Of(s.Text))...)
		}
		c.compareWords(flagged, s.Biased)
	}
	m := newMeasured(len(sentences))
	m.set("loaded_precision", c.precision(), c.hits+c.false)
	m.set("loaded_recall", c.recall(), c.hits+c.missed)
	return m, nil
}

// compareWords counts the distinct words of a sentence.
func (c *counts) compareWords(flagged, marked []string) {
	var gold []string
	for _, m := range marked {
		gold = append(gold, plainWords(m)...)
	}
	slices.Sort(gold)
	gold = slices.Compact(gold)
	slices.Sort(flagged)
	for _, w := range slices.Compact(flagged) {
		if slices.Contains(gold, w) {
			c.hits++
		} else {
			c.false++
		}
	}
	for _, w := range gold {
		if !slices.Contains(flagged, w) {
			c.missed++
		}
	}
}
