package main

import (
	"maps"
	"slices"

	"github.com/storydiff/storydiff/compare/text"
)

// head flattens the weights of the most frequent words: by Zipf's law a word of rank r
// stands as often as 1/r says.
const head = 50

// byStem returns the stems of the words, sorted, and for each the mean of its words'
// vectors, of length one. A word weighs as often as it stands, told by its rank.
func byStem(words []word, vectors [][]float64) (stems []string, means [][]float64) {
	sums := make(map[string][]float64)
	for rank, w := range words {
		stem := text.Stem(w.norm, "en")
		if sums[stem] == nil {
			sums[stem] = make([]float64, len(vectors[rank]))
		}
		addTimes(sums[stem], vectors[rank], 1/float64(rank+head))
	}
	stems = slices.Sorted(maps.Keys(sums))
	for _, s := range stems {
		toUnit(sums[s])
		means = append(means, sums[s])
	}
	return stems, means
}
