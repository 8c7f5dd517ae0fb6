package align

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/text"
)

// sameArticle returns pairs of sentences quoted in one article: one topic, often one
// speaker, and other utterances, but for the few that repeat each other.
func sameArticle(t testing.TB) [][2]*Wording {
	var out [][2]*Wording
	readQuotes(t, func(quotes []string) {
		var ws []*Wording
		for _, q := range quotes {
			for _, sp := range text.Sentences(q, "en") {
				if w := Prepare(sp.Of(q), "en"); w.Content() >= 3 {
					ws = append(ws, w)
				}
			}
		}
		for i, w := range ws {
			for _, v := range ws[:i] {
				if both, lighter := w.Kept(v); both < 0.6 && lighter < 0.8 {
					out = append(out, [2]*Wording{w, v})
				}
			}
		}
	})
	return out
}

// trainQuotes returns direct quotes of at least five words from the train parts.
func trainQuotes(t testing.TB) []string {
	var out []string
	readQuotes(t, func(quotes []string) { out = append(out, quotes...) })
	return slices.DeleteFunc(out, func(q string) bool { return len(strings.Fields(q)) < 5 })
}

// readQuotes calls f with the direct quotes of each article of the train parts.
func readQuotes(t testing.TB, f func(quotes []string)) {
	names, _ := filepath.Glob(*gold + "/quotes/*-train.jsonl.gz")
	for _, name := range names {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(z)
		lines.Buffer(nil, 1<<24)
		for lines.Scan() {
			var r struct {
				Text         string
				Attributions []struct {
					Kind    string
					Content [][2]int
				}
			}
			if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
				t.Fatal(err)
			}
			runes := []rune(r.Text)
			var quotes []string
			for _, a := range r.Attributions {
				var parts []string
				for _, c := range a.Content {
					parts = append(parts, string(runes[c[0]:c[1]]))
				}
				if a.Kind == "direct" {
					quotes = append(quotes, strings.Join(parts, " "))
				}
			}
			f(quotes)
		}
		file.Close()
	}
}

// onePerSource keeps one pair of each sentence that was translated: others of its
// pairs would be counted as strangers.
func onePerSource(pairs []linked) []linked {
	var kept []linked
	var seen []map[string]bool
	for _, l := range pairs {
		var sets []map[string]bool
		for _, side := range [][]string{l.A, l.B} {
			set := map[string]bool{}
			for _, w := range side {
				if u := newUnit(w, "en", english()); u.word && !u.stop {
					set[u.stem] = true
				}
			}
			sets = append(sets, set)
		}
		fresh := true
		for _, set := range sets {
			for _, other := range seen {
				n := 0
				for w := range set {
					if other[w] {
						n++
					}
				}
				if 5*n >= 2*(len(set)+len(other)-n) {
					fresh = false
				}
			}
		}
		if fresh {
			kept = append(kept, l)
			seen = append(seen, sets...)
		}
	}
	return kept
}

// phrase returns a part of a pair: the first stretch of n words from a place on whose
// links all stay inside one stretch of the other text. Quotes are shorter than the
// sentences of MTRef, and of all lengths.
func (l linked) phrase(from, n int) linked {
	for ; from+n <= len(l.A); from++ {
		lo, hi := len(l.B), -1
		for _, k := range l.Sure {
			if k[0] >= from && k[0] < from+n {
				lo, hi = min(lo, k[1]), max(hi, k[1])
			}
		}
		closed := hi-lo+1 <= 2*n && hi-lo+1 >= (n+1)/2
		for _, k := range l.Sure {
			if k[1] >= lo && k[1] <= hi && (k[0] < from || k[0] >= from+n) {
				closed = false
			}
		}
		if closed {
			return linked{A: l.A[from : from+n], B: l.B[lo : hi+1]}
		}
	}
	return l
}

// ofAllLengths cuts two in three pairs to phrases of 3 to 14 words.
func ofAllLengths(pairs []linked) []linked {
	out := make([]linked, len(pairs))
	for i, l := range pairs {
		out[i] = l
		if i%3 > 0 {
			out[i] = l.phrase(i%5, 3+i%12)
		}
	}
	return out
}

type example struct {
	x [similarities]float64
	y float64
	k float64 // weight
}

func firstHalf(s string) string {
	f := strings.Fields(s)
	return strings.Join(f[:(len(f)+1)/2], " ")
}

func TestFitSimilarity(t *testing.T) {
	if !*fit {
		t.Skip("run with -fit")
	}
	var as, bs []*Wording
	var cuts []*Wording
	for _, l := range ofAllLengths(onePerSource(readLinked(t, "mtref-train.jsonl.gz"))) {
		a, b := strings.Join(l.A, " "), strings.Join(l.B, " ")
		as, bs, cuts = append(as, Prepare(a, "en")), append(bs, Prepare(b, "en")), append(cuts, Prepare(firstHalf(b), "en"))
	}
	var others []*Wording
	for _, q := range trainQuotes(t) {
		others = append(others, Prepare(q, "en"))
	}
	fmt.Println(len(as), "pairs", len(others), "others")
	var ex []example
	add := func(a *Wording, pool []*Wording, right int, top int) {
		type cand struct {
			j int
			s float64
		}
		var cs []cand
		for j, b := range pool {
			cs = append(cs, cand{j, a.sharedWeight(b) / math.Sqrt(a.total*b.total)})
		}
		slices.SortFunc(cs, func(x, y cand) int { return cmp.Or(cmp.Compare(y.s, x.s), cmp.Compare(x.j, y.j)) })
		for n, c := range cs {
			if n < top || c.j == right {
				y := 0.0
				if c.j == right {
					y = 1
				}
				ex = append(ex, example{a.measure(pool[c.j]), y, 1})
			}
		}
	}
	pool := append(slices.Clone(bs), others...)
	for i := 0; i < len(as); i += 2 {
		add(as[i], pool, i, 8)
		add(as[i], cuts, i, 8)
	}
	for _, p := range sameArticle(t) {
		ex = append(ex, example{p[0].measure(p[1]), 0, 1})
	}
	w := fitLogistic(ex)
	// Spread the scores, so that the best threshold of quotes among strangers is a half.
	w[sOne] -= math.Log(0.15 / 0.85)
	for k := range w {
		w[k] /= 2.5
		fmt.Printf("\t%s: %.3f,\n", similarityNames[k], w[k])
	}
	similarityWeights = w
	tellApart(t, as, bs)
	// thresholds on simulated sets of 154, every second b taken away
	best := map[float64]float64{}
	folds := 0
	for from := 0; from+154 <= len(as); from += 154 {
		var a, p []*Wording
		at := map[int]int{}
		for n := range 154 {
			i := from + n
			a = append(a, as[i])
			if n%2 == 0 {
				at[n] = len(p)
				p = append(p, bs[i])
			}
		}
		p = append(p, others...)
		ms := mutual(a, p)
		for th := 0.40; th < 0.66; th += 0.02 {
			hit, drawn := 0, 0
			for _, m := range ms {
				if m.Score >= th {
					drawn++
					if j, ok := at[m.A]; ok && j == m.B {
						hit++
					}
				}
			}
			best[th] += 2 * float64(hit) / float64(drawn+len(at))
		}
		folds++
	}
	for th := 0.40; th < 0.66; th += 0.02 {
		fmt.Printf("// open th %.2f F1 %.4f (%d folds)\n", th, best[th]/float64(folds), folds)
	}
}

func TestRetranslated(t *testing.T) {
	f, err := os.Open(*gold + "/align/retranslated.jsonl")
	if err != nil {
		t.Skip("needs ../shared, which is not beside this checkout")
	}
	defer f.Close()
	var as, bs, cuts []*Wording
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var r struct{ A, B string }
		json.Unmarshal(lines.Bytes(), &r)
		as, bs, cuts = append(as, Prepare(r.A, "en")), append(bs, Prepare(r.B, "en")), append(cuts, Prepare(firstHalf(r.B), "en"))
	}
	f1 := func(ms []Match) float64 {
		hit := 0
		for _, m := range ms {
			if m.A == m.B {
				hit++
			}
		}
		return 2 * float64(hit) / float64(len(ms)+len(as))
	}
	t.Logf("whole %.3f cut %.3f", f1(mutual(as, bs)), f1(mutual(as, cuts)))
}

func mutual(a, b []*Wording) []Match {
	bestA, bestB := make([]float64, len(a)), make([]float64, len(b))
	var all []Match
	for i := range a {
		for j := range b {
			s := a[i].Similarity(b[j])
			bestA[i], bestB[j] = max(bestA[i], s), max(bestB[j], s)
			all = append(all, Match{i, j, s})
		}
	}
	return slices.DeleteFunc(all, func(m Match) bool { return m.Score < bestA[m.A] || m.Score < bestB[m.B] })
}

func fitLogistic(ex []example) (w [similarities]float64) {
	for range 12 {
		var h [similarities][similarities]float64
		var g [similarities]float64
		for _, e := range ex {
			z := 0.0
			for k := range w {
				z += w[k] * e.x[k]
			}
			p := logistic(z)
			q := max(p*(1-p), 1e-6)
			for k := range w {
				g[k] += (e.y - p) * e.x[k]
				for m := range w {
					h[k][m] += q * e.x[k] * e.x[m]
				}
			}
		}
		for k := range w {
			g[k] -= 0.5 * w[k]
			h[k][k] += 0.5
		}
		n := len(w)
		hs, gs := make([][]float64, n), g[:]
		for k := range h {
			hs[k] = h[k][:]
		}
		for k, d := range solve(hs, gs) {
			w[k] += d
		}
	}
	return w
}

var similarityNames = strings.Fields("sOne sGrams sGramsWithin sStems sStemsWithin sKin sKinWithin sOrder sShared sLength sNumbers sApart")

// tellApart prints how many pairs of translations and of sentences of one article lie
// above each threshold.
func tellApart(t testing.TB, as, bs []*Wording) {
	neg := sameArticle(t)
	for th := 0.5; th < 0.86; th += 0.05 {
		p, n := 0, 0
		for i := range as {
			if as[i].Similarity(bs[i]) >= th {
				p++
			}
		}
		for _, q := range neg {
			if q[0].Similarity(q[1]) >= th {
				n++
			}
		}
		fmt.Printf("// threshold %.2f: %.3f of translations, %d of %d pairs of one article\n", th, float64(p)/float64(len(as)), n, len(neg))
	}
}
