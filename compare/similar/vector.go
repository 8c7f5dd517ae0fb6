package similar

import (
	"cmp"
	"iter"
	"math"
	"slices"
)

// A term stands for a stem, a pair of stems or a number: the low half of a hash of
// it. Two of the few hundred terms of two articles collide once in 50,000 pairs,
// and then add the weight of one word.
type term uint32

// A vector holds weighted terms, sorted by term, of length 1 unless it is empty.
type vector struct {
	terms   []term
	weights []float32
	table   *table // where the terms stand, of a vector that many are compared with; else nil
}

// A weighted term is an entry of a vector that is being made.
type weighted struct {
	term   term
	weight float64
}

// compareEntries orders by term, the heavier of equals first.
func compareEntries(a, b weighted) int {
	if c := cmp.Compare(a.term, b.term); c != 0 {
		return c
	}
	return cmp.Compare(b.weight, a.weight)
}

// newVector scales entries, sorted by term and without repeats, to length 1.
func newVector(entries []weighted) vector {
	var sum float64
	for _, e := range entries {
		sum += float64(e.weight * e.weight)
	}
	if sum == 0 {
		return vector{}
	}
	v := vector{terms: make([]term, len(entries)), weights: make([]float32, len(entries))}
	length := math.Sqrt(sum)
	for i, e := range entries {
		v.terms[i], v.weights[i] = e.term, float32(e.weight/length)
	}
	return v
}

// inBoth yields the places of the terms that both vectors hold, in the order of terms.
func inBoth(a, b vector) iter.Seq2[int, int] {
	return func(yield func(i, j int) bool) {
		switch {
		case a.table != nil:
			for j, t := range b.terms {
				if i := a.table.find(a.terms, t); i >= 0 && !yield(i, j) {
					return
				}
			}
		case b.table != nil:
			for i, t := range a.terms {
				if j := b.table.find(b.terms, t); j >= 0 && !yield(i, j) {
					return
				}
			}
		default:
			merge(a.terms, b.terms, yield)
		}
	}
}

// merge yields the places of the terms that both sorted lists hold.
func merge(a, b []term, yield func(i, j int) bool) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			if !yield(i, j) {
				return
			}
			i, j = i+1, j+1
		}
	}
}

// cosine returns the cosine of two vectors, 0 when either is empty.
func cosine(a, b vector) float64 {
	var sum float64
	for i, j := range inBoth(a, b) {
		sum += float64(float64(a.weights[i]) * float64(b.weights[j]))
	}
	return min(sum, 1)
}

// covered returns the share of a's squared weight that stands on terms of b.
func covered(a, b vector) float64 {
	var sum float64
	for i := range inBoth(a, b) {
		sum += float64(float64(a.weights[i]) * float64(a.weights[i]))
	}
	return min(sum, 1)
}

// heaviest returns the vector of the n heaviest terms of v with their weights as
// they are, ties broken by term.
func (v vector) heaviest(n int) vector {
	order := make([]int, len(v.terms))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		if c := cmp.Compare(v.weights[j], v.weights[i]); c != 0 {
			return c
		}
		return cmp.Compare(v.terms[i], v.terms[j])
	})
	order = order[:min(n, len(order))]
	slices.Sort(order)
	top := vector{terms: make([]term, len(order)), weights: make([]float32, len(order))}
	for i, at := range order {
		top.terms[i], top.weights[i] = v.terms[at], v.weights[at]
	}
	return top
}

// common returns how many terms two vectors share.
func common(a, b vector) int {
	n := 0
	for range inBoth(a, b) {
		n++
	}
	return n
}

// pack moves vectors next to each other, so that thousands of articles take little
// room. Vectors without weights stay so.
func pack(vectors []*vector) {
	var terms, weights int
	for _, v := range vectors {
		terms, weights = terms+len(v.terms), weights+len(v.weights)
	}
	allTerms, allWeights := make([]term, 0, terms), make([]float32, 0, weights)
	for _, v := range vectors {
		allTerms, allWeights = append(allTerms, v.terms...), append(allWeights, v.weights...)
		v.terms, v.weights = last(allTerms, len(v.terms)), last(allWeights, len(v.weights))
	}
}

// last returns the last n of s, so that nothing can be appended in place.
func last[T any](s []T, n int) []T { return s[len(s)-n : len(s) : len(s)] }
