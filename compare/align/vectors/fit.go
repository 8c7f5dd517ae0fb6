package main

import (
	"math"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/text"
)

const (
	// mapRidge and ownRidge hold the map, and what each stem has of its own, small.
	mapRidge = 1
	ownRidge = 10

	// rounds is how often the solution is bettered.
	mapRounds = 300
	ownRounds = 40
)

// fitMeaning returns vectors of stems whose sums, each by what its word tells, come near to
// what the model makes of sentences, in two steps: a map from what is known of every stem,
// its features, serves the words that no sentence holds; then each stem that stands in
// sentences is moved by what the map left (ridge regressions by conjugate gradients, Hestenes
// and Stiefel, 1952).
func fitMeaning(stems []string, features [][]float64, ls *lessons) [][]float64 {
	bags := bagsOf(ls.sentences, stems)
	told := make([][]float64, len(bags)) // features of each sentence
	for i, b := range bags {
		told[i] = b.sum(features)
	}
	to := mapTo(told, ls.vectors)
	meaning := make([][]float64, len(stems))
	for i, f := range features {
		meaning[i] = times(f, to)
	}
	left := make([][]float64, len(bags))
	for i, b := range bags {
		left[i] = b.sum(meaning)
		scale(left[i], -1)
		addTimes(left[i], ls.vectors[i], 1)
	}
	own := solve(func(p [][]float64) [][]float64 {
		out := scaled(p, ownRidge)
		for _, b := range bags {
			b.addTo(out, b.sum(p))
		}
		return out
	}, share(bags, left, len(stems)), ownRounds)
	for i := range meaning {
		addTimes(meaning[i], own[i], 1)
	}
	return meaning
}

// A bag is the stems of a sentence, each with its weight: of length one in all.
type bag []entry

type entry struct {
	stem   int
	weight float64
}

func bagsOf(sentences, stems []string) []bag {
	at := make(map[string]int, len(stems))
	for i, s := range stems {
		at[s] = i
	}
	bags := make([]bag, len(sentences))
	for i, s := range sentences {
		weights := make(map[int]int)
		sum := 0.0
		for _, w := range text.Words(s) {
			stem := text.Stem(w.Norm, "en")
			k, known := at[stem]
			if !known {
				continue
			}
			if _, twice := weights[k]; !twice {
				weights[k] = len(bags[i])
				bags[i] = append(bags[i], entry{stem: k})
			}
			bags[i][weights[k]].weight += align.SentenceNats(stem, "en")
		}
		for _, e := range bags[i] {
			sum += float64(e.weight * e.weight)
		}
		for k := range bags[i] {
			bags[i][k].weight /= max(1, math.Sqrt(sum))
		}
	}
	return bags
}

// sum returns the sum of the vectors of a bag's stems.
func (b bag) sum(vectors [][]float64) []float64 {
	out := make([]float64, len(vectors[0]))
	for _, e := range b {
		addTimes(out, vectors[e.stem], e.weight)
	}
	return out
}

// addTo adds a vector to those of a bag's stems.
func (b bag) addTo(vectors [][]float64, v []float64) {
	for _, e := range b {
		addTimes(vectors[e.stem], v, e.weight)
	}
}

// share returns what the vectors of sentences give to each stem.
func share(bags []bag, vectors [][]float64, stems int) [][]float64 {
	out := zeros(stems, len(vectors[0]))
	for i, b := range bags {
		b.addTo(out, vectors[i])
	}
	return out
}

// mapTo returns the matrix that takes features nearest to vectors.
func mapTo(features, vectors [][]float64) [][]float64 {
	squares, products := zeros(len(features[0]), len(features[0])), zeros(len(features[0]), len(vectors[0]))
	for i, f := range features {
		for k, x := range f {
			addTimes(squares[k], f, x)
			addTimes(products[k], vectors[i], x)
		}
	}
	return solve(func(p [][]float64) [][]float64 {
		out := scaled(p, mapRidge)
		for k := range out {
			addTimes(out[k], times(squares[k], p), 1)
		}
		return out
	}, products, mapRounds)
}

// solve returns x with apply(x) = want, for apply symmetric and positive, each column by
// itself.
func solve(apply func([][]float64) [][]float64, want [][]float64, rounds int) [][]float64 {
	x, left, way := zeros(len(want), len(want[0])), want, scaled(want, 1)
	size := columns(left, left)
	for range rounds {
		applied := apply(way)
		step := columns(way, applied)
		for c := range step {
			step[c] = size[c] / max(step[c], 1e-20)
		}
		for i := range x {
			for c := range x[i] {
				x[i][c] += float64(step[c] * way[i][c])
				left[i][c] -= float64(step[c] * applied[i][c])
			}
		}
		next := columns(left, left)
		for i := range way {
			for c := range way[i] {
				way[i][c] = left[i][c] + float64(next[c]/max(size[c], 1e-20)*way[i][c])
			}
		}
		size = next
	}
	return x
}

// columns returns the products of the columns of two matrices.
func columns(a, b [][]float64) []float64 {
	out := make([]float64, len(a[0]))
	for i := range a {
		for c := range out {
			out[c] += float64(a[i][c] * b[i][c])
		}
	}
	return out
}
