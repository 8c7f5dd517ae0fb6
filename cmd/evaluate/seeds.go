package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/framing"
	"github.com/storydiff/storydiff/compare/ingest"
	"github.com/storydiff/storydiff/compare/ledger"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/similar"
	"github.com/storydiff/storydiff/compare/text"
)

var seedsKind = kind{
	metrics: []metric{
		{name: "pairs_right", whole: true},
		{name: "quotes_exact", whole: true},
		{name: "speakers_right", whole: true},
		{name: "utterances_right", whole: true},
		{name: "utterances_false", whole: true, lower: true},
		{name: "debris_removed", whole: true},
		{name: "sentences_lost", whole: true, lower: true},
		{name: "framing_found", whole: true},
	},
	measure: measureSeeds,
}

func measureSeeds(d dataset, s *settings) (measured, error) {
	if _, err := os.Stat(s.seeds); err != nil {
		return newMeasured(0), nil // not measured: the articles are not at hand
	}
	raw, err := os.ReadFile(d.path)
	if err != nil {
		return measured{}, err
	}
	var gold seedGold
	if err := json.Unmarshal(raw, &gold); err != nil {
		return measured{}, err
	}
	return gold.measure(os.DirFS(s.seeds))
}

// A seedGold is what a careful reader finds in a few articles. Articles are named by
// the first characters of their files.
type seedGold struct {
	Articles   map[string]struct{}    `json:"articles"`
	SameEvent  [][2]string            `json:"same_event_pairs"`
	Debris     map[string][]string    `json:"not_article_text"`
	Quotes     map[string][]seedQuote `json:"quotes"`
	Utterances []struct {
		Variants  map[string]string   `json:"variants"`
		Fragments map[string][]string `json:"also_fragments"`
	} `json:"shared_utterances"`
	Framing *seedFraming `json:"framing_002_004"`
}

type seedQuote struct {
	Starts, Ends string
	Speaker      *string
	Note         string
	Where        string
}

func (q seedQuote) damaged() bool { return strings.Contains(q.Note, "damaged") }

// A seedFraming holds, by article, what tells one telling from another.
type seedFraming struct {
	War    map[string][]string `json:"what_the_war_is_called"`
	Verbs  map[string][]string `json:"reporting_verbs_for_putin"`
	Voices map[string][]string `json:"voices_only_in"`
	Facts  map[string][]string `json:"facts_only_in"`
}

// A seed is one of the articles, read.
type seed struct {
	key     string
	raw     string
	reading *quote.Reading
	fold    folded // of the article's text
}

// measure compares what the engines find in the articles of a folder with the gold.
func (g *seedGold) measure(files fs.FS) (measured, error) {
	seeds, err := g.read(files)
	if err != nil {
		return measured{}, err
	}
	m := newMeasured(len(seeds))
	m.remark("\nseeds: what was missed")
	pairs := pairsOf(seeds)
	g.judgePairs(&m, seeds, pairs)
	g.judgeQuotes(&m, seeds)
	g.judgeCleaning(&m, seeds)
	group := sharedEvent(seeds, pairs)
	us := ledger.Build(readingsOf(group))
	g.judgeUtterances(&m, group, us)
	g.judgeFraming(&m, group, us)
	return m, nil
}

// read reads the articles as a user's would be.
func (g *seedGold) read(files fs.FS) ([]seed, error) {
	o := ingest.Options{FS: files}
	inputs, err := ingest.Inputs([]string{"."}, o)
	if err != nil {
		return nil, err
	}
	var seeds []seed
	for a, err := range ingest.Read(context.Background(), inputs, o) {
		if err != nil {
			return nil, err
		}
		key, _, _ := strings.Cut(a.Label, "_")
		if _, known := g.Articles[key]; !known {
			continue
		}
		seeds = append(seeds, seed{key, a.Raw, quote.Read(a), foldMarks(a.Text)})
	}
	if len(seeds) != len(g.Articles) {
		return nil, fmt.Errorf("found %d of %d seed articles", len(seeds), len(g.Articles))
	}
	return seeds, nil
}

func pairsOf(seeds []seed) []similar.Pair {
	var pairs []similar.Pair
	for b := range seeds {
		for a := range b {
			p := similar.Compare(seeds[a].reading, seeds[b].reading)
			p.A, p.B = a, b
			pairs = append(pairs, p)
		}
	}
	return pairs
}

func (g *seedGold) judgePairs(m *measured, seeds []seed, pairs []similar.Pair) {
	right := 0
	for _, p := range pairs {
		a, b := seeds[p.A].key, seeds[p.B].key
		same := slices.Contains(g.SameEvent, [2]string{a, b}) || slices.Contains(g.SameEvent, [2]string{b, a})
		if same == (p.Verdict == similar.SameEvent) {
			right++
		} else {
			m.remark("  %s and %s: %s", a, b, p.Verdict)
		}
	}
	m.set("pairs_right", float64(right), len(pairs))
}

// sharedEvent returns the articles that the engines put together, the largest group of
// them, and of two as large the one with the surest pair; no article when they put none
// together.
func sharedEvent(seeds []seed, pairs []similar.Pair) []seed {
	var group []seed
	var sure float64
	for _, e := range similar.Events(readingsOf(seeds), pairs) {
		s := surest(pairs, e.Articles)
		if len(e.Articles) < len(group) || len(e.Articles) == len(group) && s <= sure {
			continue
		}
		group, sure = nil, s
		for _, a := range e.Articles {
			group = append(group, seeds[a])
		}
	}
	return group
}

// surest returns the highest probability of the pairs among some articles.
func surest(pairs []similar.Pair, articles []int) float64 {
	var best float64
	for _, p := range pairs {
		if slices.Contains(articles, p.A) && slices.Contains(articles, p.B) {
			best = max(best, p.Probability)
		}
	}
	return best
}

func readingsOf(seeds []seed) []*quote.Reading {
	rs := make([]*quote.Reading, len(seeds))
	for i, s := range seeds {
		rs[i] = s.reading
	}
	return rs
}

// judgeUtterances counts the gold's utterances that the ledger sets side by side, and
// its rows that are none of them.
func (g *seedGold) judgeUtterances(m *measured, group []seed, us []ledger.Utterance) {
	right, wrong := map[int]bool{}, 0
	for _, u := range us {
		if u.Background {
			continue // a stock phrase that the ledger itself says was not uttered here
		}
		known := false
		for i, gold := range g.Utterances {
			if joins(u, group, func(key string) []string { return []string{gold.Variants[key]} }) {
				right[i], known = true, true
			}
			known = known || joins(u, group, func(key string) []string {
				return append([]string{gold.Variants[key]}, gold.Fragments[key]...)
			})
		}
		if !known {
			wrong++
			for _, v := range u.Variants {
				m.remark("  %s: no shared utterance: %q", group[v.Article].key, v.At.Of(group[v.Article].reading.Text))
			}
		}
	}
	m.set("utterances_right", float64(len(right)), len(g.Utterances))
	m.set("utterances_false", float64(wrong), len(us))
}

// judgeFraming counts what a sheet shows of how the tellings differ.
func (g *seedGold) judgeFraming(m *measured, group []seed, us []ledger.Utterance) {
	if g.Framing == nil {
		return
	}
	findings := framing.Sheet(readingsOf(group), us, framing.Options{})
	m.set("framing_found", float64(g.Framing.found(m, group, findings)), g.Framing.size())
}

// joins reports whether an utterance sets the words given for each article side by side.
func joins(u ledger.Utterance, group []seed, words func(key string) []string) bool {
	told := map[int]bool{}
	for _, v := range u.Variants {
		s := group[v.Article]
		for _, w := range words(s.key) {
			w, _, _ = strings.Cut(w, " (") // "concerns (headline)"
			for _, at := range append([]text.Span{v.At}, v.Also...) {
				if w != "" && s.standsAt(w, at) {
					told[v.Article] = true
				}
			}
		}
	}
	return len(told) > 1
}

// standsAt reports whether the words cover half of a span, or the span half of the words.
func (s seed) standsAt(words string, at text.Span) bool {
	return slices.ContainsFunc(s.fold.find(words), func(p text.Span) bool {
		return 2*p.Overlap(at) >= max(1, min(p.Len(), at.Len()))
	})
}
