package ledger

import (
	"flag"
	"fmt"
	"hash/crc32"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/internal/logit"
	"github.com/storydiff/storydiff/compare/internal/readings"
	"github.com/storydiff/storydiff/compare/quote"
)

var fit = flag.Bool("fit", false, "fit the weights of counterparts anew and print them")

// folds is the number of parts of which each is weighed by what the others teach.
const folds = 10

// A lesson is what an event teaches of counterparts.
type lesson struct {
	fold int
	x    *scene
	ks   []counterpart
	same []bool
	hard bool // articles of different events
}

// lessonOf returns the pairs of wordings of an event whose groups are not sure.
func lessonOf(name string, rs []*quote.Reading, same func(p, q *piece) bool) lesson {
	vs := joinVoices(rs)
	marked, reported := heard(rs, -1, vs)
	prepare(slices.Concat(marked, reported))
	_, marked = stockPhrases(marked, vs)
	l := lesson{fold: int(crc32.ChecksumIEEE([]byte(name)) % folds), x: newScene(sureGroups(marked, reported, vs), reported, vs)}
	type two struct{ c, d *cluster }
	best := make(map[two]int)
	l.x.eachPair(0.01, func(c, d *cluster, p, q *piece) {
		m := measure(p.wording, q.wording)
		if m.words < leastContent || m.Covered < leastCovered || onlyNames(p, q) {
			return
		}
		k := counterpart{c: c, d: d, p: p, q: q, facts: l.x.evidence(p, q, m), odds: m.Similarity}
		if at, seen := best[two{c, d}]; !seen {
			best[two{c, d}] = len(l.ks)
			l.ks, l.same = append(l.ks, k), append(l.same, same(p, q))
		} else if l.ks[at].odds < k.odds {
			l.ks[at], l.same[at] = k, same(p, q)
		}
	})
	return l
}

func (e exam) sameRow(p, q *piece) bool {
	return slices.ContainsFunc(e.rows, func(r examRow) bool {
		return e.holdsWording(r, Variant{Article: p.article, At: p.span()}) && e.holdsWording(r, Variant{Article: q.article, At: q.span()})
	})
}

func lessons(t *testing.T) []lesson {
	var out []lesson
	paths, _ := filepath.Glob("testdata/exam/*.txt")
	for _, path := range paths {
		e := readExam(t, path)
		out = append(out, lessonOf(path, e.rs, e.sameRow))
	}
	articles := readings.ByID(t, os.DirFS("../../../shared/gold"), "events/allsides-train.jsonl.gz")
	data, err := os.ReadFile("testdata/different-events.tsv")
	if err != nil {
		t.Fatal(err)
	}
	done := make(map[string]bool)
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		f := strings.Split(line, "\t")
		if name := f[0] + " " + f[1]; !done[name] {
			done[name] = true
			l := lessonOf(f[0], []*quote.Reading{articles[f[0]], articles[f[1]]}, func(*piece, *piece) bool { return false })
			l.hard = true
			out = append(out, l)
		}
	}
	return out
}

// Pairs of different events are many and alike: each counts as part of one.
const hardWeight = 1

func samples(ls []lesson, use func(fold int) bool, of func(l *lesson, i int) []float64) []logit.Sample {
	var out []logit.Sample
	for n := range ls {
		l := &ls[n]
		if !use(l.fold) {
			continue
		}
		for i := range l.ks {
			w := 1.0
			if l.hard {
				w = hardWeight
			}
			out = append(out, logit.Sample{X: of(l, i), Same: l.same[i], Weight: w})
		}
	}
	return out
}

func fitTo(ss []logit.Sample) []float64 {
	w, bias := logit.Fit(ss, 1)
	return append(w, bias)
}

// TestFitCounterparts fits the weights to the events made by hand and to the articles of
// different events, each weighed by what the others teach.
func TestFitCounterparts(t *testing.T) {
	if !*fit {
		t.Skip("run with -fit")
	}
	ls := lessons(t)
	facts := func(l *lesson, i int) []float64 { return l.ks[i].facts[:] }
	for fold := range folds {
		w := fitTo(samples(ls, func(f int) bool { return f != fold }, facts))
		for n := range ls {
			if ls[n].fold == fold {
				for i := range ls[n].ks {
					k := &ls[n].ks[i]
					k.odds = weigh(w, k.facts[:])
				}
			}
		}
	}
	for n := range ls {
		ls[n].x.findLeads(ls[n].ks)
	}
	leads := func(l *lesson, i int) []float64 { k := &l.ks[i]; return []float64{k.odds, k.leads[0], k.leads[1]} }
	for fold := range folds {
		w := fitTo(samples(ls, func(f int) bool { return f != fold }, leads))
		for n := range ls {
			if ls[n].fold == fold {
				for i := range ls[n].ks {
					ls[n].ks[i].chance = 1 / (1 + math.Exp(-weigh(w, leads(&ls[n], i))))
				}
			}
		}
	}
	type seen struct {
		k    counterpart
		same bool
		hard bool
	}
	var all []seen
	for _, l := range ls {
		for i, k := range l.ks {
			all = append(all, seen{k, l.same[i], l.hard})
		}
	}
	slices.SortFunc(all, func(a, b seen) int { return int(math.Copysign(1, b.k.chance-a.k.chance)) })
	for _, least := range []float64{.8, .7, .6, .5, .4, .3, .2, .1} {
		var right, wrong, hard int
		for _, s := range all {
			if s.k.chance >= least {
				right += btoi(s.same)
				wrong += btoi(!s.same && !s.hard)
				hard += btoi(s.hard)
			}
		}
		t.Logf("from %.1f: %d right, %d wrong, %d of different events", least, right, wrong, hard)
	}
	for _, s := range all[:min(90, len(all))] {
		t.Logf("%.2f %v hard=%v %v | %.110s | %.110s", s.k.chance, s.same, s.hard, s.k.facts[8:], s.k.p.text(), s.k.q.text())
	}
	every := func(int) bool { return true }
	fmt.Printf("%.2f\n%.2f\n", fitTo(samples(ls, every, facts)), fitTo(samples(ls, every, leads)))
}
