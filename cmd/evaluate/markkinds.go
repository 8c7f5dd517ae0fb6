package main

import (
	"crypto/sha256"
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// labelledMarks are stretches in marks whose kind was labelled by hand: kinds/README.md.
//
//go:embed kinds/polnear-train.tsv
var labelledMarks string

// markKindsKind measures how speech, terms and titles are told apart. Its labels lie
// here; their texts are in the train part of a set of quotes.
var markKindsKind = kind{
	metrics: []metric{
		{name: "direct_precision"},
		{name: "direct_recall"},
		{name: "partial_precision"},
		{name: "partial_recall"},
		{name: "term_precision"},
		{name: "term_recall"},
		{name: "title_precision"},
		{name: "title_recall"},
	},
	measure: measureMarkKinds,
}

// markSets returns a data set for each file of quotes that the labelled marks may stand in.
func markSets(all []dataset) (sets []dataset) {
	for _, d := range all {
		if d.kind == &quotesKind && d.train() && strings.Contains(d.task, "polnear") {
			sets = append(sets, dataset{d.path, "quotes/kinds", &markKindsKind, d.folder})
		}
	}
	return sets
}

// A labelledMark is a stretch in marks, in code points, and what the marks are for.
type labelledMark struct {
	start, end  int
	digest      string
	kind        quote.Kind
	predictedAs quote.Kind
}

func measureMarkKinds(d dataset, _ *settings) (measured, error) {
	labels, err := parseMarks(labelledMarks)
	if err != nil {
		return measured{}, err
	}
	texts, err := records[struct{ ID, Text, Lang string }](d.path)
	if err != nil {
		return measured{}, err
	}
	var judged []labelledMark
	for _, t := range texts {
		marks := labels[t.ID]
		if len(marks) == 0 {
			continue
		}
		a := article.New(article.Source{Body: t.Text, Language: t.Lang, AsIs: true})
		guesses := guessesOf(quote.Read(a))
		at := byteOffsets(t.Text)
		for _, m := range marks {
			if m.end >= len(at) || digestOf(t.Text[at[m.start]:at[m.end]]) != m.digest {
				return measured{}, fmt.Errorf("%s at %d: not the words that were labelled", t.ID, m.start)
			}
			m.predictedAs = kindAt(guesses, trim(t.Text, text.Span{Start: at[m.start], End: at[m.end]}))
			judged = append(judged, m)
		}
	}
	return figuresOf(judged), nil
}

// parseMarks reads the labels by document.
func parseMarks(table string) (map[string][]labelledMark, error) {
	labels := map[string][]labelledMark{}
	lines := strings.Split(strings.TrimSpace(table), "\n")
	for _, line := range lines[1:] {
		f := strings.Split(line, "\t")
		if len(f) != 5 {
			return nil, fmt.Errorf("label %q has %d fields, not 5", line, len(f))
		}
		start, err := strconv.Atoi(f[1])
		if err != nil {
			return nil, err
		}
		end, err := strconv.Atoi(f[2])
		if err != nil {
			return nil, err
		}
		labels[f[0]] = append(labels[f[0]], labelledMark{start: start, end: end, digest: f[3], kind: quote.Kind(f[4])})
	}
	return labels, nil
}

// digestOf is how the labels tell whether a text is the one that was read.
func digestOf(s string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(s)))[:12] }

// kindAt returns the kind of the quote that covers a stretch, empty when none does.
func kindAt(guesses []guess, stretch text.Span) quote.Kind {
	var kind quote.Kind
	for _, g := range guesses {
		if g.kind != quote.Indirect && covers(g.Span, stretch) {
			kind = g.kind
		}
	}
	return kind
}

// figuresOf returns precision and recall of each kind.
func figuresOf(judged []labelledMark) measured {
	m := newMeasured(len(judged))
	if len(judged) == 0 {
		return m
	}
	for _, kind := range []quote.Kind{quote.Direct, quote.Partial, quote.Term, quote.Title} {
		var c counts
		for _, j := range judged {
			switch labelled, predicted := j.kind == kind, j.predictedAs == kind; {
			case labelled && predicted:
				c.hits++
			case labelled:
				c.missed++
			case predicted:
				c.false++
			}
		}
		m.set(string(kind)+"_precision", c.precision(), c.hits+c.false)
		m.set(string(kind)+"_recall", c.recall(), c.hits+c.missed)
	}
	return m
}
