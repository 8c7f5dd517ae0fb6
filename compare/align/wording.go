package align

import (
	"math"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// A Wording is an utterance or a sentence made ready to be compared with many others.
type Wording struct {
	Text    string
	units   []unit
	weights []float64 // of each word
	terms   []term    // the words ordered by stem, as often as they stand
	content int       // number of content words
	total   float64   // weight of all words
	grams   []uint64  // letter trigrams, sorted, as often as they stand
}

// A term is a stem with its weight.
type term struct {
	stem   string
	weight float64
}

// functionWeight is what a function word counts beside content words of weight up to 1.
const functionWeight = 0.08

// Prepare reads a text for comparison. lang is an ISO 639-1 code, or empty.
func Prepare(s, lang string) *Wording {
	w := &Wording{Text: s}
	words := text.Words(s)
	w.units = newUnits(normsOf(words), lang)
	for _, u := range w.units {
		weight := functionWeight
		if !u.stop {
			w.content++
			weight = max(weight, text.Rarity(u.stem, lang))
		}
		w.weights = append(w.weights, weight)
		w.terms = append(w.terms, term{u.stem, weight})
		w.total += weight
		w.grams = appendGrams(w.grams, u.norm)
	}
	slices.SortFunc(w.terms, func(x, y term) int { return strings.Compare(x.stem, y.stem) })
	slices.Sort(w.grams)
	return w
}

func normsOf(words []text.Word) []string {
	norms := make([]string, len(words))
	for i, w := range words {
		norms[i] = w.Norm
	}
	return norms
}

// holds reports whether a stem stands in the text.
func (w *Wording) holds(stem string) bool {
	_, ok := slices.BinarySearchFunc(w.terms, stem, func(t term, s string) int { return strings.Compare(t.stem, s) })
	return ok
}

// appendGrams adds the letter trigrams of " word ".
func appendGrams(grams []uint64, word string) []uint64 {
	last, middle := rune(0), ' '
	for _, r := range word + " " {
		if last != 0 {
			grams = append(grams, uint64(last)<<42|uint64(middle)<<21|uint64(r))
		}
		last, middle = middle, r
	}
	return grams
}

// sharedGrams returns the size of the intersection of the two sorted bags.
func (w *Wording) sharedGrams(v *Wording) int {
	n, i, j := 0, 0, 0
	for i < len(w.grams) && j < len(v.grams) {
		switch {
		case w.grams[i] == v.grams[j]:
			n, i, j = n+1, i+1, j+1
		case w.grams[i] < v.grams[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// sharedWeight returns the weight of the stems that both texts hold.
func (w *Wording) sharedWeight(v *Wording) float64 {
	shared, i, j := 0.0, 0, 0
	for i < len(w.terms) && j < len(v.terms) {
		switch {
		case w.terms[i].stem == v.terms[j].stem:
			shared += min(w.terms[i].weight, v.terms[j].weight)
			i, j = i+1, j+1
		case w.terms[i].stem < v.terms[j].stem:
			i++
		default:
			j++
		}
	}
	return shared
}

// Content returns the number of content words.
func (w *Wording) Content() int { return w.content }

// Weight returns how telling the words are together; a word hardly ever seen counts 1.
func (w *Wording) Weight() float64 { return w.total }

// commonRun returns the length of the longest common subsequence of stems; of long
// texts, of a subsequence nearly as long.
func commonRun(a, b []unit) int {
	if len(a)*len(b) > maxPairs {
		n := 0
		for _, s := range diffUnits(a, b) {
			n += s.same
		}
		return n
	}
	best := make([]int, len(b)+1)
	for _, u := range a {
		diagonal := 0
		for j, v := range b {
			above := best[j+1]
			if u.stem == v.stem {
				best[j+1] = diagonal + 1
			} else {
				best[j+1] = max(above, best[j])
			}
			diagonal = above
		}
	}
	return best[len(b)]
}

// Round returns a score with four decimals, the form in which scores are compared.
func Round(x float64) float64 { return math.Round(x*1e4) / 1e4 }
