package align

import (
	"fmt"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/internal/gold"
	"github.com/storydiff/storydiff/compare/internal/logit"
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

// spoken returns quotes as two newsrooms translate them, written for this project.
func spoken(t testing.TB, file string) (as, bs []string) {
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 {
			as, bs = append(as, f[1]), append(bs, f[2])
		}
	}
	return as, bs
}

// A trial is a pool in which some texts have a partner.
type trial struct {
	name    string
	fold    int
	weight  float64
	partner map[string]string
	cs      []contender
	right   []bool
}

func newTrial(a, b []string, partner map[string]string, senses bool) trial {
	p := newPool(a, b, "en", senses)
	t := trial{partner: partner}
	for _, c := range p.contenders() {
		other, is := partner[p.a[c.A].Text]
		t.cs = append(t.cs, c)
		t.right = append(t.right, is && other == p.b[c.B].Text)
	}
	return t
}

// openTrial takes away every second b, and gives their a the texts of lone if there are
// any.
func openTrial(a, b, lone, strangers []string, odd int, senses bool) trial {
	a = slices.Clone(a)
	partner := make(map[string]string)
	pool := slices.Clone(strangers)
	for i := range a {
		if i%2 == odd {
			partner[a[i]] = b[i]
			pool = append(pool, b[i])
		} else if lone != nil {
			a[i] = lone[i]
		}
	}
	return newTrial(a, pool, partner, senses)
}

// Of MTRef five folds are made, and of our own quotes two: those with a partner in the
// one have none in the other. These are few, and weigh more. What is held out is never
// fitted to.
const (
	spokenFold   = 5
	heldOut      = 7
	spokenWeight = 2
)

func openTrials(t *testing.T, senses bool) []trial {
	as, bs := translations(t)
	others := trainQuotes(t)
	rand.New(rand.NewSource(9)).Shuffle(len(others), func(i, j int) { others[i], others[j] = others[j], others[i] })
	lone, others := others[:foldSize], others[foldSize:]
	var out []trial
	add := func(o trial, name string, fold int, weight float64) {
		o.name, o.fold, o.weight = name, fold, weight
		out = append(out, o)
	}
	sa, sb := spoken(t, "spoken.tsv")
	ha, hb := spoken(t, "heldout.tsv")
	for k := range len(as) / foldSize {
		a, b := joined(as[k*foldSize:][:foldSize], 3), joined(bs[k*foldSize:][:foldSize], 3)
		for odd := range 2 {
			add(openTrial(a, b, nil, others, odd, senses), "mtref long", k%spokenFold, 1)
		}
	}
	for odd := range 2 {
		add(openTrial(joined(sa, 2), joined(sb, 2), nil, others, odd, senses), "spoken long", spokenFold+odd, spokenWeight)
	}
	for _, n := range []int{300, len(others)} {
		for k := range len(as) / foldSize {
			a, b := as[k*foldSize:][:foldSize], bs[k*foldSize:][:foldSize]
			for odd := range 2 {
				add(openTrial(a, b, nil, others[:n], odd, senses), fmt.Sprintf("mtref %d", n), k%spokenFold, 1)
			}
			add(openTrial(a, b, lone, others[:n], 0, senses).unlikeOthers(), fmt.Sprintf("mtref %d, others lone", n), k%spokenFold, 1)
		}
		for odd := range 2 {
			add(openTrial(sa, sb, nil, others[:n], odd, senses), fmt.Sprintf("spoken %d", n), spokenFold+odd, spokenWeight)
			add(openTrial(ha, hb, nil, others[:n], odd, senses), fmt.Sprintf("held out %d", n), heldOut, 0)
		}
	}
	return out
}

// joined returns texts made of n each.
func joined(texts []string, n int) []string {
	var out []string
	for some := range slices.Chunk(texts, n) {
		out = append(out, strings.Join(some, " "))
	}
	return out
}

// unlikeOthers leaves out quotes that two articles print.
func (o trial) unlikeOthers() trial {
	kept := o
	kept.cs, kept.right = nil, nil
	for i, c := range o.cs {
		if o.right[i] || c.Score <= 0.7 {
			kept.cs, kept.right = append(kept.cs, c), append(kept.right, o.right[i])
		}
	}
	return kept
}

// TestFitPairs prints how well translations are paired, whole and cut to half, and found
// among strangers, at rising probabilities, by weights fitted to the other folds; then
// the weights fitted to all.
func TestFitPairs(t *testing.T) {
	if !*fit {
		t.Skip("run with -fit")
	}
	as, bs := translations(t)
	var whole, cut float64
	n := len(as) / foldSize
	for k := range n {
		a, b := as[k*foldSize:][:foldSize], bs[k*foldSize:][:foldSize]
		whole += paired(Partners(Resemblances(a, b, "en")))
		halves := make([]string, foldSize)
		for i, s := range b {
			words := strings.Fields(s)
			halves[i] = strings.Join(words[:(len(words)+1)/2], " ")
		}
		cut += paired(Partners(Resemblances(a, halves, "en")))
	}
	fmt.Printf("whole %.4f cut %.4f\n", whole/float64(n), cut/float64(n))
	for _, senses := range []bool{true, false} {
		fitOpen(openTrials(t, senses))
	}
}

func fitOpen(trials []trial) {
	var names []string
	sums := make(map[string][]float64)
	count := make(map[string]float64)
	for fold := range heldOut + 1 {
		weights := fitPairs(slices.DeleteFunc(slices.Clone(trials), func(o trial) bool { return o.fold == fold || o.fold == heldOut }))
		for _, o := range trials {
			if o.fold != fold {
				continue
			}
			if sums[o.name] == nil {
				names, sums[o.name] = append(names, o.name), make([]float64, 10)
			}
			count[o.name]++
			for th := range sums[o.name] {
				sums[o.name][th] += o.f1(&weights, float64(th)/10)
			}
		}
	}
	for _, name := range names {
		fmt.Printf("%-26s", name)
		for _, s := range sums[name] {
			fmt.Printf(" %.4f", s/count[name])
		}
		fmt.Println()
	}
	fmt.Printf("%.3f\n", fitPairs(slices.DeleteFunc(trials, func(o trial) bool { return o.fold == heldOut })))
}

func (o trial) f1(weights *oddsWeights, least float64) float64 {
	hits, drawn := 0, 0
	right := make(map[Link]bool)
	for i, c := range o.cs {
		right[Link{c.A, c.B}] = o.right[i]
	}
	for _, c := range weights.bestOfBoth(slices.Clone(o.cs)) {
		if logit.Probability(logit.Odds(weights.Standing[:], c.standing[:])) >= least {
			drawn++
			if right[Link{c.A, c.B}] {
				hits++
			}
		}
	}
	return 2 * float64(hits) / float64(drawn+len(o.partner))
}

// fitPairs fits the weights of the words to all contenders, then those of the standing to
// the contenders that are best for both their texts.
func fitPairs(trials []trial) (w oddsWeights) {
	var rows []row
	for _, o := range trials {
		for i, c := range o.cs {
			rows = append(rows, row{c.words[:], o.right[i], o.weight})
		}
	}
	copy(w.Words[:], fitRows(rows))
	rows = nil
	for _, o := range trials {
		right := make(map[Link]bool)
		for i, c := range o.cs {
			right[Link{c.A, c.B}] = o.right[i]
		}
		for _, c := range w.bestOfBoth(slices.Clone(o.cs)) {
			if !c.equal {
				rows = append(rows, row{slices.Clone(c.standing[:]), right[Link{c.A, c.B}], o.weight})
			}
		}
	}
	copy(w.Standing[:], fitRows(rows))
	return w
}

// A row is an example for a logistic regression.
type row struct {
	x      []float64
	right  bool
	weight float64
}

// fitRows fits weights, and a bias behind them, by Newton's method with a small ridge.
func fitRows(rows []row) []float64 {
	n := len(rows[0].x)
	w := make([]float64, n+1)
	for range 12 {
		g, h := make([]float64, n+1), make([][]float64, n+1)
		for k := range h {
			h[k] = make([]float64, n+1)
			g[k], h[k][k] = -0.1*w[k], 0.1
		}
		for _, r := range rows {
			p := logit.Probability(logit.Odds(w, r.x))
			x := append(slices.Clone(r.x), 1)
			for k := range x {
				g[k] += r.weight * (one(r.right) - p) * x[k]
				for m := range x {
					h[k][m] += r.weight * max(p*(1-p), 1e-6) * x[k] * x[m]
				}
			}
		}
		for k, d := range solve(h, g) {
			w[k] += d
		}
	}
	return w
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
