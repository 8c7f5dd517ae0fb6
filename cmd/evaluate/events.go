package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/similar"
)

var eventsKind = kind{
	folder: "events",
	fits:   func(f fields) bool { return f.has("event", "text") },
	metrics: []metric{
		{name: "pair_ap"},
		{name: "pair_f1_shipped"},
		{name: "same_event_precision"},
		{name: "same_event_recall"},
		{name: "bcubed_f1", best: .944},
		{name: "calibration_error", lower: true},
	},
	measure: measureEvents,
}

// A labelled article is one of an events file.
type labelled struct {
	Event, Title, Text, Source, Date string
}

func (l labelled) reading() *quote.Reading {
	return quote.Read(article.New(article.Source{Title: l.Title, Body: l.Text, Outlet: l.Source, Published: l.Date}))
}

func measureEvents(d dataset, _ *settings) (measured, error) {
	articles, err := records[labelled](d.path)
	if err != nil {
		return measured{}, err
	}
	n := len(articles)
	rs := make([]*quote.Reading, n)
	gold := make([]string, n)
	for i, a := range articles {
		rs[i], gold[i] = a.reading(), a.Event
	}
	pairs := similar.Pairs(rs)
	m := newMeasured(n * (n - 1) / 2)
	m.ours["pair_ap"] = averagePrecision(allPairs(pairs, gold))
	scorePairs(m, pairs, gold)
	m.set("bcubed_f1", bcubed(groupsOf(similar.Events(rs, pairs), n), gold), n)
	m.note += reliabilityNote(d.task, pairs, gold)
	eventsBaseline(m, articles, gold)
	return m, nil
}

// allPairs scores every pair of articles; those that were not proposed score 0.
func allPairs(pairs []similar.Pair, gold []string) []scored {
	all := make([]scored, 0, len(gold)*(len(gold)-1)/2)
	score := make(map[[2]int]float64, len(pairs))
	for _, p := range pairs {
		score[[2]int{p.A, p.B}] = p.Probability
	}
	for a := range gold {
		for b := a + 1; b < len(gold); b++ {
			all = append(all, scored{score[[2]int{a, b}], gold[a] == gold[b]})
		}
	}
	return all
}

// shipped is the probability from which on a pair counts as the same event.
const shipped = similar.Threshold

func scorePairs(m measured, pairs []similar.Pair, gold []string) {
	all := allPairs(pairs, gold)
	m.ours["pair_f1_shipped"] = f1At(all, shipped)
	verdicts := counts{missed: countRight(all)}
	for _, p := range pairs {
		if p.Verdict != similar.SameEvent {
			continue
		}
		if gold[p.A] == gold[p.B] {
			verdicts.hits++
			verdicts.missed--
		} else {
			verdicts.false++
		}
	}
	m.ours["same_event_precision"] = verdicts.precision()
	m.ours["same_event_recall"] = verdicts.recall()
	likely := likelyPairs(pairs, gold)
	m.set("calibration_error", calibrationError(reliability(likely)), len(likely))
}

// likelyPairs are those scored at least .1: of the rest nearly all are plainly different.
func likelyPairs(pairs []similar.Pair, gold []string) []scored {
	var likely []scored
	for _, p := range pairs {
		if p.Probability >= .1 {
			likely = append(likely, scored{p.Probability, gold[p.A] == gold[p.B]})
		}
	}
	return likely
}

// reliabilityNote shows how often pairs of a probability are of one event.
func reliabilityNote(task string, pairs []similar.Pair, gold []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%s: how often pairs of a probability report one event\n", task)
	fmt.Fprintf(&b, "  %-10s %8s %12s %10s\n", "range", "pairs", "probability", "one event")
	for i, bin := range reliability(likelyPairs(pairs, gold)) {
		if bin.n > 0 {
			fmt.Fprintf(&b, "  %.1f – %.1f  %8d %12.3f %10.3f\n", float64(i)/10, float64(i+1)/10, bin.n, bin.score, bin.rate)
		}
	}
	return b.String()
}

// groupsOf numbers the groups of n articles; each article of no event is one of its own.
func groupsOf(events []similar.Event, n int) []int {
	group := make([]int, n)
	for i := range group {
		group[i] = i
	}
	for _, e := range events {
		for _, a := range e.Articles {
			group[a] = n + e.Articles[0]
		}
	}
	return group
}

// eventsBaseline measures the cosine of TF-IDF vectors with the threshold that fits
// this very file best, and groups by average link above it.
func eventsBaseline(m measured, articles []labelled, gold []string) {
	texts := make([]string, len(articles))
	for i, a := range articles {
		texts[i] = a.Title + "\n" + a.Text
	}
	vectors := tfidf(texts)
	all := make([]scored, 0, m.n[""])
	for a := range vectors {
		for b := a + 1; b < len(vectors); b++ {
			all = append(all, scored{cosine(vectors[a], vectors[b]), gold[a] == gold[b]})
		}
	}
	m.baseline["pair_ap"] = averagePrecision(all)
	f1, threshold := bestF1(all)
	m.baseline["pair_f1_shipped"] = f1
	m.baseline["bcubed_f1"] = bcubed(averageLink(vectors, threshold), gold)
}

var storyPairsKind = kind{
	folder:  "events",
	fits:    func(f fields) bool { return f.has("text1", "text2", "Overall") },
	metrics: []metric{{name: "pearson", best: .872}},
	measure: measureStoryPairs,
}

// measureStoryPairs measures pairs that people scored from 1, most alike, to 4.
func measureStoryPairs(d dataset, _ *settings) (measured, error) {
	pairs, err := records[struct {
		Text1, Text2 string
		Overall      float64
	}](d.path)
	if err != nil {
		return measured{}, err
	}
	var ours, plain, people []float64
	var texts []string
	for _, p := range pairs {
		a := quote.Read(article.New(article.Source{Body: p.Text1}))
		b := quote.Read(article.New(article.Source{Body: p.Text2}))
		ours = append(ours, similar.Compare(a, b).Similarity)
		people = append(people, -p.Overall)
		texts = append(texts, p.Text1, p.Text2)
	}
	vectors := tfidf(texts)
	for i := range pairs {
		plain = append(plain, cosine(vectors[2*i], vectors[2*i+1]))
	}
	m := newMeasured(len(pairs))
	m.ours["pearson"] = pearson(ours, people)
	m.baseline["pearson"] = pearson(plain, people)
	return m, nil
}

var headlinesKind = kind{
	folder:  "events",
	fits:    func(f fields) bool { return f.has("a", "b", "label") },
	metrics: []metric{{name: "pair_ap"}, {name: "pair_f1"}},
	measure: measureHeadlines,
}

type headlinePair struct {
	A, B  string
	Label int // 1 for one event
}

func measureHeadlines(d dataset, _ *settings) (measured, error) {
	pairs, err := records[headlinePair](d.path)
	if err != nil {
		return measured{}, err
	}
	var ours, plain []scored
	for _, p := range pairs {
		ours = append(ours, scored{similar.Headlines(p.A, p.B), p.Label == 1})
		plain = append(plain, scored{jaccard(wordSet(p.A), wordSet(p.B)), p.Label == 1})
	}
	m := newMeasured(len(pairs))
	m.ours["pair_ap"] = averagePrecision(ours)
	m.ours["pair_f1"] = f1At(ours, shipped)
	m.baseline["pair_ap"] = averagePrecision(plain)
	m.baseline["pair_f1"], _ = bestF1(plain)
	return m, nil
}

// wordSet returns the distinct lower-cased words of s.
func wordSet(s string) []string {
	words := plainWords(s)
	slices.Sort(words)
	return slices.Compact(words)
}

// jaccard returns the shared share of two sets, 0 for two empty ones.
func jaccard(a, b []string) float64 {
	union := map[string]int{}
	for _, w := range slices.Concat(a, b) {
		union[w]++
	}
	both := 0
	for n := range maps.Values(union) {
		both += n - 1
	}
	return ratio(both, len(union))
}
