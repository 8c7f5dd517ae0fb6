package align

import (
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/internal/gold"
	"github.com/storydiff/storydiff/compare/internal/logit"
)

var (
	goldFolder = flag.String("gold", "../../../shared/gold", "folder of labelled data")
	fit        = flag.Bool("fit", false, "fit the weights of the word links anew and print them")
)

// A linked pair is two wordings with the links that people drew between their words.
type linked struct {
	A, B           []string
	Sure, Possible [][2]int
}

func readLinked(t testing.TB, name string) []linked {
	return gold.Records[linked](t, os.DirFS(*goldFolder), "align/"+name)
}

// score returns precision, recall and F1 of the links of Words.
func score(pairs []linked, link func(linked) []Link) (p, r, f float64) {
	var hit, drawn, sure int
	for _, l := range pairs {
		want := make(map[Link]bool)
		for _, s := range l.Sure {
			want[Link{s[0], s[1]}] = true
		}
		sure += len(want)
		for _, k := range link(l) {
			drawn++
			if want[k] {
				hit++
			}
		}
	}
	p, r = float64(hit)/float64(drawn), float64(hit)/float64(sure)
	return p, r, 2 * p * r / (p + r)
}

func TestWordsOnMTRef(t *testing.T) {
	for _, name := range []string{"mtref-train.jsonl.gz", "mtref-dev.jsonl"} {
		pairs := readLinked(t, name)
		if testing.Short() {
			pairs = pairs[:200]
		}
		p, r, f := score(pairs, func(l linked) []Link { return Words(l.A, l.B, "en") })
		t.Logf("%s: %d pairs, precision %.3f recall %.3f F1 %.3f", name, len(pairs), p, r, f)
	}
}

// TestFit fits the passes one after the other by Newton's method with a ridge, each
// on what the pass before believes, and prints weights.go's table.
func TestFit(t *testing.T) {
	if !*fit {
		t.Skip("run with -fit")
	}
	pairs := readLinked(t, "mtref-train.jsonl.gz")
	scenes := make([]*scene, len(pairs))
	for i, l := range pairs {
		scenes[i] = newScene(newUnits(l.A, "en"), newUnits(l.B, "en"))
	}
	for pass := range 3 {
		w := fitPass(scenes, pairs)
		fmt.Printf("\t{ // pass %d\n", pass+1)
		for k, v := range w {
			fmt.Printf("\t\t%s: %.3f,\n", featureNames[k], v)
		}
		fmt.Println("\t},")
		for _, s := range scenes {
			s.learn(s.judge(&w))
			s.first = false
		}
		for th := 0.3; th <= 0.65; th += 0.05 {
			k := 0
			p, r, f := score(pairs, func(linked) []Link { k++; return scenes[k-1].links(th) })
			fmt.Printf("// pass %d threshold %.2f: %.4f %.4f %.4f\n", pass+1, th, p, r, f)
		}
	}
}

func (s *scene) links(th float64) []Link {
	var out []Link
	for i := range s.a {
		for j := range s.b {
			if s.belief.get(i, j) >= th {
				out = append(out, Link{i, j})
			}
		}
	}
	return out
}

func fitPass(scenes []*scene, pairs []linked) (w [features]float64) {
	for range 8 {
		var h [features][features]float64
		var g [features]float64
		for n, s := range scenes {
			want := make(map[Link]bool)
			for _, k := range pairs[n].Sure {
				want[Link{k[0], k[1]}] = true
			}
			var x [features]float64
			var on []int
			for i := range s.a {
				for j := range s.b {
					s.describe(x[:], i, j)
					on = on[:0]
					for k, v := range x {
						if v != 0 {
							on = append(on, k)
						}
					}
					p := logit.Probability(weigh(&w, &x, s.likeness[i*len(s.b)+j]))
					y := 0.0
					if want[Link{i, j}] {
						y = 1
					}
					q := max(p*(1-p), 1e-6)
					for _, k := range on {
						g[k] += (y - p) * x[k]
						for _, m := range on {
							h[k][m] += q * x[k] * x[m]
						}
					}
				}
			}
		}
		for k := range w {
			g[k] -= 1 * w[k]
			h[k][k] += 1
		}
		rows := make([][]float64, features)
		for k := range h {
			rows[k] = h[k][:]
		}
		for k, d := range solve(rows, g[:]) {
			w[k] += d
		}
	}
	return w
}

// solve returns the solution of h·x = g by Gauss elimination with pivots.
func solve(h [][]float64, g []float64) []float64 {
	n := len(g)
	for c := range h {
		p := c
		for r := c; r < n; r++ {
			if math.Abs(h[r][c]) > math.Abs(h[p][c]) {
				p = r
			}
		}
		h[c], h[p] = h[p], h[c]
		g[c], g[p] = g[p], g[c]
		for r := c + 1; r < n; r++ {
			f := h[r][c] / h[c][c]
			for k := c; k < n; k++ {
				h[r][k] -= f * h[c][k]
			}
			g[r] -= f * g[c]
		}
	}
	x := make([]float64, n)
	for c := n - 1; c >= 0; c-- {
		x[c] = g[c]
		for k := c + 1; k < n; k++ {
			x[c] -= h[c][k] * x[k]
		}
		x[c] /= h[c][c]
	}
	return x
}

var featureNames = strings.Fields(`equalContent equalFunction equalMark sameStem spelledAlike
sameMeaning sameUse functionWords contentWords contentAndFunction wordAndMark marks
bias apart rivalA rivalB before after before2 after2 beforeA afterA beforeB afterB around
strangeAround strangeBefore strangeAfter strangeBoth useBefore useAfter equalUseBefore equalUseAfter
orphans prior between strangeBetween rarePair`)
