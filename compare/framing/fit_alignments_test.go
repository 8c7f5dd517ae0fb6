package framing

import (
	"flag"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/internal/readings"
)

var fit = flag.Bool("fit", false, "fit the weights of the alignment of sentences anew and print them")

// A trainCase is a labelled sentence of an article and its counterparts in another.
type trainCase struct {
	alignmentCase
	a, b          *doc
	sentence      int
	right, partly []int
}

const folds = 5

// TestFitAlignments fits the weights of align.Sentences, first those of the words, then
// those of the company that pairs keep, and prints what five folds of the sentences, parted
// by event, give at several thresholds.
func TestFitAlignments(t *testing.T) {
	if !*fit {
		t.Skip("run with -fit")
	}
	cases := trainCases(t)
	found := make([][]align.Kinship, len(cases))
	for fold := range folds {
		weights := fitWeights(cases, func(n int) bool { return n%folds != fold })
		for i, c := range cases {
			if eventNumber(cases, i)%folds == fold {
				found[i] = c.kinships(weights)
			}
		}
	}
	for threshold := 0.3; threshold < 0.82; threshold += 0.05 {
		var s alignmentScore
		for i, c := range cases {
			s.countCase(c, found[i], threshold)
		}
		t.Logf("%.2f: %v", threshold, s)
	}
	w := fitWeights(cases, func(int) bool { return true })
	t.Logf("words %.2f\ncompany %.2f", w.Words, w.Company)
}

func trainCases(t *testing.T) []trainCase {
	articles := readings.ByID(t, os.DirFS("../../../shared/gold"), "events/allsides-train.jsonl.gz")
	docs := map[string]*doc{}
	read := func(id string) *doc {
		if docs[id] == nil {
			docs[id] = newDoc(0, articles[id])
		}
		return docs[id]
	}
	var out []trainCase
	for _, l := range readLines[alignmentCase](t, "testdata/alignments-train.jsonl") {
		c := trainCase{alignmentCase: l, a: read(l.A), b: read(l.B)}
		c.sentence = c.a.sentenceOf(l.Sentence)
		c.right, c.partly = c.b.sentencesOf(l.Counterparts), c.b.sentencesOf(l.Partly)
		out = append(out, c)
	}
	return out
}

// eventNumber counts the events up to a case; cases of one event stand together.
func eventNumber(cases []trainCase, i int) int {
	n := 0
	for k := 1; k <= i; k++ {
		n += count01(cases[k].Event != cases[k-1].Event)
	}
	return n
}

// kinships returns the candidates of the labelled sentence that count.
func (c trainCase) kinships(w *align.Weights) []align.Kinship {
	return slices.DeleteFunc(w.Kinships(c.a.alignable(), c.b.alignable()), func(k align.Kinship) bool {
		return k.A != c.sentence || c.b.isHeadline(k.B) || slices.Contains(c.partly, k.B)
	})
}

func (s *alignmentScore) countCase(c trainCase, ks []align.Kinship, threshold float64) {
	best := 0.0
	for _, k := range ks {
		best = max(best, k.Probability)
	}
	var linked []int
	for _, k := range ks {
		if k.Probability >= threshold && (k.Probability == best || k.Probability > 0.9) {
			linked = append(linked, k.B)
		}
	}
	if len(c.right) > 0 || len(c.partly) == 0 || len(linked) > 0 {
		s.count(c.right, linked)
	}
}

// fitWeights fits the weights to the events whose numbers are to be used. What the words
// say of the cases is weighed by folds, so that the company is not learnt from pairs that
// their weights were fitted to.
func fitWeights(cases []trainCase, use func(event int) bool) *align.Weights {
	var words []example
	numbers := make([]int, len(cases))
	for i, c := range cases {
		numbers[i] = eventNumber(cases, i)
		if use(numbers[i]) {
			for _, k := range c.kinships(&align.Weights{}) {
				words = append(words, example{k.Words[:], numbers[i], slices.Contains(c.right, k.B)})
			}
		}
	}
	var company []example
	for fold := range folds {
		w := &align.Weights{}
		copy(w.Words[:], fitLogistic(words, func(n int) bool { return n/folds%folds != fold }))
		for i, c := range cases {
			if use(numbers[i]) && numbers[i]/folds%folds == fold {
				for _, k := range c.kinships(w) {
					company = append(company, example{k.Company[:], numbers[i], slices.Contains(c.right, k.B)})
				}
			}
		}
	}
	w := &align.Weights{}
	every := func(int) bool { return true }
	copy(w.Words[:], fitLogistic(words, every))
	copy(w.Company[:], fitLogistic(company, every))
	return w
}

// An example is a pair of sentences and whether it was labelled.
type example struct {
	evidence []float64
	event    int
	right    bool
}

// fitLogistic returns the weights of the evidence and the bias, by Newton's method with a
// ridge.
func fitLogistic(examples []example, use func(event int) bool) []float64 {
	const ridge = 0.3
	n := len(examples[0].evidence) + 1
	w := make([]float64, n)
	for range 20 {
		g, h := make([]float64, n), make([][]float64, n)
		for k := range h {
			h[k] = make([]float64, n)
			h[k][k], g[k] = ridge, -ridge*w[k]
		}
		for _, e := range examples {
			if !use(e.event) {
				continue
			}
			x := append(slices.Clone(e.evidence), 1)
			z := 0.0
			for k := range x {
				z += w[k] * x[k]
			}
			y, q := float64(count01(e.right)), 1/(1+math.Exp(-z))
			for k := range x {
				g[k] += (y - q) * x[k]
				for m := range x {
					h[k][m] += q * (1 - q) * x[k] * x[m]
				}
			}
		}
		for k, d := range solve(h, g) {
			w[k] += d
		}
	}
	return w
}

// solve returns the solution of h·x = g for a positive matrix.
func solve(h [][]float64, g []float64) []float64 {
	n := len(g)
	for c := range n {
		for r := range n {
			if r == c {
				continue
			}
			f := h[r][c] / h[c][c]
			for k := c; k < n; k++ {
				h[r][k] -= f * h[c][k]
			}
			g[r] -= f * g[c]
		}
	}
	for c := range n {
		g[c] /= h[c][c]
	}
	return g
}
