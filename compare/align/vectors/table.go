package main

import (
	"errors"
	"slices"
)

const (
	// meaningSize is how many numbers a vector has for meaning, besides GloVe's.
	meaningSize = 80

	// commonDirections is how many directions are taken out of GloVe's vectors that most
	// words share; one to four serve about alike.
	commonDirections = 3

	// evenness is how far the directions of meaning are brought to one spread: 0 leaves
	// them, 1 makes them equal.
	evenness = 0.5
)

// A table holds the parts of each stem's vector.
type table struct {
	stems            []string
	company, meaning [][]float64
}

func tableOf(words []word, ls *lessons) (*table, error) {
	company, own := make([][]float64, len(words)), make([][]float64, len(words))
	for i, w := range words {
		company[i], own[i] = w.vector, slices.Clone(ls.words[w.written])
		if own[i] == nil {
			return nil, errors.New("nothing is said of the word " + w.written)
		}
	}
	level(company, commonDirections)
	level(own, 0)
	stems, company := byStem(words, company)
	_, own = byStem(words, own)
	reduce(ls.vectors, meaningSize, evenness)
	return &table{stems, company, fitMeaning(stems, sideBySide(company, own), ls)}, nil
}

func sideBySide(a, b [][]float64) [][]float64 {
	out := make([][]float64, len(a))
	for i := range a {
		out[i] = slices.Concat(a[i], b[i])
	}
	return out
}
