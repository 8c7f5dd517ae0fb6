package align

import (
	"fmt"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/internal/gold"
)

// foldSize is the number of pairs that are matched with each other at a time.
const foldSize = 154

// translations returns pairs of translations of the train part of MTRef, one of each
// source as far as shared words tell, three in four cut to a stretch of 5 to 22 words
// with what it is linked to.
func translations(t *testing.T) (as, bs []string) {
	pairs := readLinked(t, "mtref-train.jsonl.gz")
	r := rand.New(rand.NewSource(7))
	r.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
	seen := make(map[string]bool)
	for _, l := range pairs {
		if heard(seen, l.A) || heard(seen, l.B) {
			continue
		}
		remember(seen, l.A)
		remember(seen, l.B)
		a, b := l.A, l.B
		if r.Intn(4) > 0 {
			a, b = l.stretch(r)
		}
		as, bs = append(as, written(a)), append(bs, written(b))
	}
	return as, bs
}

// written returns tokens as text: MTRef parts "do" from "n't".
func written(tokens []string) string {
	return strings.NewReplacer(" n't", "n't", " '", "'").Replace(strings.Join(tokens, " "))
}

// heard reports whether five words in a row were seen before.
func heard(seen map[string]bool, words []string) bool {
	for i := 0; i+5 <= len(words); i++ {
		if seen[strings.Join(words[i:i+5], " ")] {
			return true
		}
	}
	return false
}

func remember(seen map[string]bool, words []string) {
	for i := 0; i+5 <= len(words); i++ {
		seen[strings.Join(words[i:i+5], " ")] = true
	}
}

func (l linked) stretch(r *rand.Rand) (a, b []string) {
	n := 5 + r.Intn(18)
	if n >= len(l.A) {
		return l.A, l.B
	}
	from := r.Intn(len(l.A) - n + 1)
	lo, hi := len(l.B), 0
	for _, s := range l.Sure {
		if s[0] >= from && s[0] < from+n {
			lo, hi = min(lo, s[1]), max(hi, s[1]+1)
		}
	}
	if 10*(hi-lo) < 6*n || 10*(hi-lo) > 16*n {
		return l.A, l.B
	}
	return l.A[from : from+n], l.B[lo:hi]
}

// trainQuotes returns direct quotes of the train parts.
func trainQuotes(t *testing.T) []string {
	var out []string
	for _, file := range []string{"quotes/german-train.jsonl.gz", "quotes/polnear-train.jsonl.gz"} {
		for _, r := range gold.Records[quoted](t, os.DirFS(*goldFolder), file) {
			out = append(out, r.directQuotes()...)
		}
	}
	return out
}

type quoted struct {
	Text         string
	Attributions []struct {
		Kind    string
		Content [][2]int
	}
}

// directQuotes returns the direct quotes of at least five words.
func (r quoted) directQuotes() []string {
	runes := []rune(r.Text)
	var out []string
	for _, a := range r.Attributions {
		var parts []string
		for _, c := range a.Content {
			parts = append(parts, string(runes[c[0]:c[1]]))
		}
		if q := strings.Join(parts, " "); a.Kind == "direct" && len(strings.Fields(q)) >= 5 {
			out = append(out, q)
		}
	}
	return out
}

// TestFitPairs prints how well translations are paired: whole, cut to half, and at
// rising thresholds one in two among strangers, the other one in two replaced by
// quotes that have no translation.
func TestFitPairs(t *testing.T) {
	if !*fit {
		t.Skip("run with -fit")
	}
	as, bs := translations(t)
	others := trainQuotes(t)
	rand.New(rand.NewSource(9)).Shuffle(len(others), func(i, j int) { others[i], others[j] = others[j], others[i] })
	folds := len(as) / foldSize
	var whole, cut float64
	open := make([]float64, 60)
	for k := range folds {
		a, b := as[k*foldSize:][:foldSize], bs[k*foldSize:][:foldSize]
		whole += paired(Partners(Resemblances(a, b, "en")))
		halves := make([]string, foldSize)
		for i, s := range b {
			words := strings.Fields(s)
			halves[i] = strings.Join(words[:(len(words)+1)/2], " ")
		}
		cut += paired(Partners(Resemblances(a, halves, "en")))
		for i := 1; i < foldSize; i += 2 {
			a[i] = others[i]
		}
		ms := unlikeOthers(Resemblances(a, append(everySecond(b), others[foldSize:]...), "en"))
		for th := range open {
			open[th] += halfPaired(Standouts(ms, threshold(th)))
		}
	}
	fmt.Printf("%d folds: whole %.4f cut %.4f\n", folds, whole/float64(folds), cut/float64(folds))
	for th, f := range open {
		fmt.Printf("open at %.2f: %.4f\n", threshold(th), f/float64(folds))
	}
}

// unlikeOthers leaves out quotes that two articles print.
func unlikeOthers(ms []Match) []Match {
	return slices.DeleteFunc(ms, func(m Match) bool { return m.A%2 == 1 && m.Score > 0.7 })
}

func threshold(k int) float64 { return 0.2 + 0.01*float64(k) }

func everySecond(ws []string) []string {
	var out []string
	for i := 0; i < len(ws); i += 2 {
		out = append(out, ws[i])
	}
	return out
}

func paired(ms []Match) float64 {
	hits := 0
	for _, m := range ms {
		if m.A == m.B {
			hits++
		}
	}
	return 2 * float64(hits) / float64(len(ms)+foldSize)
}

func halfPaired(ms []Match) float64 {
	hits := 0
	for _, m := range ms {
		if m.A == 2*m.B {
			hits++
		}
	}
	return 2 * float64(hits) / float64(len(ms)+foldSize/2)
}
