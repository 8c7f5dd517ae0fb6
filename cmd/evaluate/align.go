package main

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/ledger"
	"github.com/storydiff/storydiff/compare/text"
)

var retranslatedKind = kind{
	folder: "align",
	fits: func(f fields) bool {
		return f.has("a", "b") && !f.has("sure") && strings.HasPrefix(string(f["a"]), `"`)
	},
	metrics: []metric{{name: "whole_f1", best: .971}, {name: "cut_f1", best: .913}, {name: "open_f1"}},
	measure: measureRetranslated,
}

// measureRetranslated measures how well two translations of one quote are found
// among those of others: whole, cut to half, and among thousands of other quotes.
func measureRetranslated(d dataset, s *settings) (measured, error) {
	pairs, err := records[struct{ A, B string }](d.path)
	if err != nil {
		return measured{}, err
	}
	var as, bs, cut []string
	for _, p := range pairs {
		as, bs, cut = append(as, p.A), append(bs, p.B), append(cut, firstHalf(p.B))
	}
	others, err := directQuotes(filepath.Join(s.gold, "quotes"), 5)
	if err != nil {
		return measured{}, err
	}
	m := newMeasured(len(pairs))
	m.ours["whole_f1"] = mutualBest(as, bs).f1()
	m.ours["cut_f1"] = mutualBest(as, cut).f1()
	if len(others) > 0 {
		m.ours["open_f1"] = openMatch(as, bs, others).f1()
	}
	return m, nil
}

// firstHalf returns the first half of the words of s.
func firstHalf(s string) string {
	words := strings.Fields(s)
	return strings.Join(words[:(len(words)+1)/2], " ")
}

// mutualBest pairs each a with the b that fits best, where that holds the other way
// round too. Pair i of a and b is right.
func mutualBest(a, b []string) counts {
	c := counts{missed: len(a)}
	for _, m := range ledger.Pair(a, b, "en") {
		if m.A == m.B {
			c.hits++
			c.missed--
		} else {
			c.false++
		}
	}
	return c
}

// openMatch aligns the a with every other b, mixed with quotes that nobody
// translated here, as the ledger would.
func openMatch(a, b, others []string) counts {
	var pool []string
	partner := make(map[int]int, len(a)) // place in the pool of each a's translation
	for i := 0; i < len(b); i += 2 {
		partner[i] = len(pool)
		pool = append(pool, b[i])
	}
	pool = append(pool, others...)
	c := counts{missed: len(partner)}
	for _, m := range ledger.Align(a, pool, "en") {
		if at, ok := partner[m.A]; ok && at == m.B {
			c.hits++
			c.missed--
		} else {
			c.false++
		}
	}
	return c
}

// directQuotes returns the direct quotes of at least minWords words of a folder's
// annotated texts.
func directQuotes(folder string, minWords int) ([]string, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.jsonl*"))
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	var quotes []string
	for _, path := range paths {
		texts, err := records[annotated](path)
		if err != nil {
			return nil, err
		}
		for _, t := range texts {
			quotes = append(quotes, t.directQuotes(minWords)...)
		}
	}
	return quotes, nil
}

func (t annotated) directQuotes(minWords int) []string {
	at := byteOffsets(t.Text)
	var quotes []string
	for _, a := range t.Attributions {
		if a.Kind != "direct" {
			continue
		}
		var parts []string
		for _, r := range a.Content {
			parts = append(parts, trim(t.Text, text.Span{Start: at[r[0]], End: at[r[1]]}).Of(t.Text))
		}
		if q := strings.Join(parts, " "); len(strings.Fields(q)) >= minWords {
			quotes = append(quotes, q)
		}
	}
	return quotes
}

var wordLinksKind = kind{
	folder:  "align",
	fits:    func(f fields) bool { return f.has("a", "b", "sure") },
	metrics: []metric{{name: "sure_f1", best: .806}},
	measure: measureWordLinks,
}

func measureWordLinks(d dataset, _ *settings) (measured, error) {
	pairs, err := records[struct {
		A, B []string
		Sure [][2]int
	}](d.path)
	if err != nil {
		return measured{}, err
	}
	var ours, plain counts
	for _, p := range pairs {
		var links [][2]int
		for _, l := range align.Words(p.A, p.B, "en") {
			links = append(links, [2]int{l.A, l.B})
		}
		ours.compareLinks(links, p.Sure)
		plain.compareLinks(sameWords(p.A, p.B), p.Sure)
	}
	m := newMeasured(len(pairs))
	m.ours["sure_f1"] = ours.f1()
	m.baseline["sure_f1"] = plain.f1()
	return m, nil
}

func (c *counts) compareLinks(links, sure [][2]int) {
	open := map[[2]int]bool{}
	for _, l := range sure {
		open[l] = true
	}
	for _, l := range links {
		if open[l] {
			c.hits++
			delete(open, l)
		} else {
			c.false++
		}
	}
	c.missed += len(open)
}

// sameWords links the words of a longest common subsequence: a word diff.
func sameWords(a, b []string) [][2]int {
	longest := make([][]int, len(a)+1) // of a[i:] and b[j:]
	for i := range longest {
		longest[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	var links [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			links = append(links, [2]int{i, j})
			i++
			j++
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return links
}
