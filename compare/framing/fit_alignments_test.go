package framing

import (
	"flag"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/internal/gold"
)

var fit = flag.Bool("fit", false, "fit the weights of the alignment of sentences anew and print them")

// A judgedPair is a candidate pair of sentences and whether it was labelled.
type judgedPair struct {
	align.Kinship
	of    int // the labelled sentence
	right bool
}

// TestFitAlignments fits the weights of align.Sentences by Newton's method with a ridge,
// and prints what five folds of the sentences give at several thresholds.
func TestFitAlignments(t *testing.T) {
	if !*fit {
		t.Skip("run with -fit")
	}
	pairs, partnered := trainPairs(t)
	sure := make([]float64, len(pairs))
	for fold := range 5 {
		weights := fitPairs(pairs, func(p judgedPair) bool { return p.of%5 != fold })
		for i, p := range pairs {
			if p.of%5 == fold {
				sure[i] = logistic(weights, p)
			}
		}
	}
	for threshold := 0.3; threshold < 0.62; threshold += 0.05 {
		var s alignmentScore
		for n, has := range partnered {
			var right, linked []int
			for i, p := range pairs {
				if p.of == n && p.right {
					right = append(right, p.B)
				}
				if p.of == n && sure[i] >= threshold {
					linked = append(linked, p.B)
				}
			}
			if has && len(right) == 0 {
				right = []int{-1} // no candidate
			}
			s.count(right, linked)
		}
		t.Logf("%.2f: precision %.3f recall %.3f none %.3f", threshold, ratio(s.rightly, s.linked), ratio(s.found, s.partnered), ratio(s.lonesome, s.unlinked))
	}
	t.Logf("weights, the bias last: %.2f", fitPairs(pairs, func(judgedPair) bool { return true }))
}

// trainPairs returns the candidates of the labelled sentences, and which of these have a
// counterpart.
func trainPairs(t *testing.T) (pairs []judgedPair, partnered []bool) {
	articles := gold.Articles(t, os.DirFS("../../../shared/gold"), "events/allsides-train.jsonl.gz")
	for n, c := range readLines[alignmentCase](t, "testdata/alignments-train.jsonl") {
		a, b := newDoc(0, articles[c.A]), newDoc(1, articles[c.B])
		i := a.sentenceOf(c.Sentence)
		var right []int
		for _, p := range c.Counterparts {
			right = append(right, b.sentenceOf(p))
		}
		partnered = append(partnered, len(right) > 0)
		for _, k := range align.Kinships(a.texts(), b.texts(), a.lang()) {
			if k.A == i && !b.isHeadline(k.B) {
				pairs = append(pairs, judgedPair{k, n, slices.Contains(right, k.B)})
			}
		}
	}
	return pairs, partnered
}

func (p judgedPair) evidence() []float64 { return append(p.Evidence[:], 1) }

func logistic(weights []float64, p judgedPair) float64 {
	z := 0.0
	for k, x := range p.evidence() {
		z += weights[k] * x
	}
	return 1 / (1 + math.Exp(-z))
}

func fitPairs(pairs []judgedPair, use func(judgedPair) bool) []float64 {
	const ridge = 0.3
	n := len(align.Evidence{}) + 1
	w := make([]float64, n)
	for range 30 {
		g, h := make([]float64, n), make([][]float64, n)
		for k := range h {
			h[k] = make([]float64, n)
			h[k][k], g[k] = ridge, -ridge*w[k]
		}
		for _, p := range pairs {
			if !use(p) {
				continue
			}
			y, q := float64(count01(p.right)), logistic(w, p)
			x := p.evidence()
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
