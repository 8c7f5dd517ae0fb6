package ledger

import (
	"flag"
	"fmt"
	"hash/crc32"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/internal/gold"
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
	same []verdict
	hard bool // articles of different events
}

// A verdict says whether two wordings are one utterance, as far as it is known.
type verdict int

const (
	unjudged verdict = iota
	other
	same
)

// lessonOf returns the pairs of wordings of an event whose groups are not sure.
func lessonOf(name string, rs []*quote.Reading, judge func(p, q *piece) verdict) lesson {
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
			l.ks, l.same = append(l.ks, k), append(l.same, judge(p, q))
		} else if l.ks[at].odds < k.odds {
			l.ks[at], l.same[at] = k, judge(p, q)
		}
	})
	return l
}

func (e exam) judge(p, q *piece) verdict {
	if slices.ContainsFunc(e.rows, func(r examRow) bool {
		return e.holdsWording(r, Variant{Article: p.article, At: p.span()}) && e.holdsWording(r, Variant{Article: q.article, At: q.span()})
	}) {
		return same
	}
	return other
}

// judged returns the lessons of testdata/counterparts.tsv: pairs of wordings of real events,
// read by hand.
func judged(t *testing.T) []lesson {
	data, err := os.ReadFile("testdata/counterparts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	verdicts, wanted := make(map[string]verdict), make(map[string]bool)
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		f := strings.Split(line, "\t")
		v := other
		if f[4] == "same" {
			v = same
		}
		verdicts[strings.Join(f[:4], " ")] = v
		verdicts[strings.Join([]string{f[1], f[0], f[3], f[2]}, " ")] = v
		wanted[f[0]], wanted[f[1]] = true, true
	}
	events, ids := make(map[string][]*quote.Reading), make(map[*quote.Reading]string)
	teaches := make(map[string]bool)
	var order []string
	for _, r := range gold.Records[struct{ ID, Title, Text, Event string }](t, os.DirFS("../../../shared/gold"), "events/allsides-train.jsonl.gz") {
		reading := quote.Read(article.New(article.Source{Title: r.Title, Body: r.Text}))
		if events[r.Event] == nil {
			order = append(order, r.Event)
		}
		ids[reading] = r.ID
		events[r.Event] = append(events[r.Event], reading)
		teaches[r.Event] = teaches[r.Event] || wanted[r.ID]
	}
	at := func(p *piece) string {
		return strconv.Itoa(utf8.RuneCountInString(p.reading.Text[:p.span().Start]))
	}
	var out []lesson
	for _, event := range order {
		if teaches[event] {
			out = append(out, lessonOf(event, events[event], func(p, q *piece) verdict {
				return verdicts[strings.Join([]string{ids[p.reading], ids[q.reading], at(p), at(q)}, " ")]
			}))
		}
	}
	return out
}

func lessons(t *testing.T) []lesson {
	var out []lesson
	paths, _ := filepath.Glob("testdata/exam/*.txt")
	for _, path := range paths {
		e := readExam(t, path)
		out = append(out, lessonOf(path, e.rs, e.judge))
	}
	out = append(out, judged(t)...)
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
			l := lessonOf(f[0], []*quote.Reading{articles[f[0]], articles[f[1]]}, func(*piece, *piece) verdict { return other })
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
			if l.same[i] == unjudged {
				continue
			}
			w := 1.0
			if l.hard {
				w = hardWeight
			}
			out = append(out, logit.Sample{X: of(l, i), Same: l.same[i] == same, Weight: w})
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
					k.odds = logit.Odds(w, k.facts[:])
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
					ls[n].ks[i].chance = logit.Probability(logit.Odds(w, leads(&ls[n], i)))
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
			if l.same[i] != unjudged {
				all = append(all, seen{k, l.same[i] == same, l.hard})
			}
		}
	}
	slices.SortFunc(all, func(a, b seen) int { return int(math.Copysign(1, b.k.chance-a.k.chance)) })
	var ap float64
	n := 0
	for i, s := range all {
		if s.same {
			n++
			ap += float64(n) / float64(i+1)
		}
	}
	t.Logf("average precision %.4f of %d", ap/float64(n), n)
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
