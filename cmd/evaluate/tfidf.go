package main

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
)

// plainWords returns the lower-cased runs of letters and digits of s, for baselines.
func plainWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// A weighted word is one coordinate of a sparse vector.
type weighted struct {
	id     int
	weight float64
}

// tfidf returns the texts as unit vectors of (1 + log tf) · log(n/df), sorted by word.
func tfidf(texts []string) [][]weighted {
	df := map[string]int{}
	counted := make([]map[string]int, len(texts))
	for i, t := range texts {
		counted[i] = map[string]int{}
		for _, w := range plainWords(t) {
			counted[i][w]++
		}
		for w := range counted[i] {
			df[w]++
		}
	}
	ids := map[string]int{}
	for i, w := range slices.Sorted(maps.Keys(df)) {
		ids[w] = i
	}
	vectors := make([][]weighted, len(texts))
	for i, words := range counted {
		for w, tf := range words {
			weight := (1 + math.Log(float64(tf))) * math.Log(float64(len(texts))/float64(df[w]))
			vectors[i] = append(vectors[i], weighted{ids[w], weight})
		}
		slices.SortFunc(vectors[i], func(a, b weighted) int { return cmp.Compare(a.id, b.id) })
		normalise(vectors[i])
	}
	return vectors
}

func normalise(v []weighted) {
	sum := 0.0
	for _, t := range v {
		sum += float64(t.weight * t.weight)
	}
	if sum == 0 {
		return
	}
	length := math.Sqrt(sum)
	for i := range v {
		v[i].weight /= length
	}
}

// cosine returns the product of two unit vectors.
func cosine(a, b []weighted) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			sum += float64(a[i].weight * b[j].weight)
			i++
			j++
		}
	}
	return math.Round(sum*1e6) / 1e6
}

// averageLink groups vectors: each joins the group of the highest mean cosine above
// the threshold, in the order given, or opens one.
func averageLink(vectors [][]weighted, threshold float64) []int {
	group := make([]int, len(vectors))
	var members [][]int
	for i, v := range vectors {
		best, at := threshold, len(members)
		for g, ms := range members {
			sum := 0.0
			for _, j := range ms {
				sum += cosine(v, vectors[j])
			}
			if avg := sum / float64(len(ms)); avg >= best {
				best, at = avg, g
			}
		}
		if at == len(members) {
			members = append(members, nil)
		}
		members[at] = append(members[at], i)
		group[i] = at
	}
	return group
}
