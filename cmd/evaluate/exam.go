package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// examKind measures the quotes of articles written for the purpose, a few in each
// language, with every quote labelled by hand.
var examKind = kind{
	metrics: []metric{
		{name: "quoted_exact_f1"},
		{name: "kind_accuracy"},
		{name: "speaker_accuracy"},
		{name: "speaker_wrong", lower: true},
	},
	measure: measureExam,
}

// examSets returns a dataset for each language that the articles of dir, named
// LANGUAGE-NUMBER.txt, are written in; none when dir is empty.
func examSets(dir string) (sets []dataset, err error) {
	if dir == "" {
		return nil, nil
	}
	files, err := filepath.Glob(filepath.Join(dir, "*-*.txt"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s holds no labelled articles: name their folder with -exams", dir)
	}
	for _, f := range files {
		lang, _, _ := strings.Cut(filepath.Base(f), "-")
		d := dataset{path: filepath.Join(dir, lang+"-*.txt"), task: "quotes/exam-" + lang, kind: &examKind, folder: dir}
		if !slices.Contains(sets, d) {
			sets = append(sets, d)
		}
	}
	return sets, nil
}

// A label says what a marked stretch of an exam article is and who speaks.
type label struct {
	text.Span
	kind    quote.Kind
	speaker string // empty when nobody does, or nobody is named
}

// An exam is an article with its labels.
type exam struct {
	name, text string
	labels     []label
}

// readExam reads an article: a paragraph a line, ⟦brackets⟧ inside the marks of every
// quote, and below each paragraph a line "  kind | speaker" for each bracket that
// closes in it.
func readExam(path string) (exam, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return exam{}, err
	}
	e := exam{name: filepath.Base(path)}
	var kept strings.Builder
	open, spans := 0, []text.Span(nil)
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if kind, speaker, ok := strings.Cut(line, "|"); ok && line[0] == ' ' {
			speaker = strings.TrimSpace(speaker)
			e.labels = append(e.labels, label{kind: quote.Kind(strings.TrimSpace(kind)), speaker: strings.TrimPrefix(speaker, "-")})
			continue
		}
		if line == "" {
			continue
		}
		if kept.Len() > 0 {
			kept.WriteString("\n\n")
		}
		for _, r := range line {
			switch r {
			case '⟦':
				open = kept.Len()
			case '⟧':
				spans = append(spans, text.Span{Start: open, End: kept.Len()})
			default:
				kept.WriteRune(r)
			}
		}
	}
	if len(spans) != len(e.labels) {
		return e, fmt.Errorf("%s: %d brackets, %d labels", e.name, len(spans), len(e.labels))
	}
	e.text = kept.String()
	for i, s := range spans {
		e.labels[i].Span = trim(e.text, s)
	}
	return e, nil
}

// examCounts are the outcomes on the articles of a language.
type examCounts struct {
	quoted                      counts
	kinds                       int // labels of any kind that were found and typed right
	speakers, known, wrong, all int
}

func measureExam(d dataset, _ *settings) (measured, error) {
	files, err := filepath.Glob(d.path)
	if err != nil {
		return measured{}, err
	}
	m := newMeasured(len(files))
	var c examCounts
	for _, f := range files {
		e, err := readExam(f)
		if err != nil {
			return m, err
		}
		c.add(e, &m)
	}
	m.set("quoted_exact_f1", c.quoted.f1(), c.quoted.hits+c.quoted.missed)
	m.set("kind_accuracy", ratio(c.kinds, c.all), c.all)
	m.set("speaker_accuracy", ratio(c.known, c.speakers), c.speakers)
	m.set("speaker_wrong", ratio(c.wrong, c.speakers), c.speakers)
	return m, nil
}

// add judges one article.
func (c *examCounts) add(e exam, m *measured) {
	title, _, _ := strings.Cut(e.text, "\n\n")
	a := article.New(article.Source{Title: title, Body: e.text, AsIs: true})
	guesses := guessesOf(quote.Read(a))
	c.quoted.compareExact(markedSpans(guesses), e.quoted())
	for _, l := range e.labels {
		c.all++
		i := slices.IndexFunc(guesses, func(g guess) bool { return g.kind != quote.Indirect && g.Span == l.Span })
		if i < 0 {
			m.remark("  %s: not found: %s %q", e.name, l.kind, l.Of(e.text))
			c.speakers += len(l.speakerIfAny())
			continue
		}
		c.judge(e, l, guesses[i], m)
	}
	for _, g := range guesses {
		if g.marked() && !slices.ContainsFunc(e.labels, func(l label) bool { return l.Span == g.Span }) {
			m.remark("  %s: no quote: %s %q", e.name, g.kind, g.Of(a.Text))
		}
	}
}

func (l label) speakerIfAny() []string {
	if l.speaker == "" {
		return nil
	}
	return []string{l.speaker}
}

// judge compares a label with the guess that has its words.
func (c *examCounts) judge(e exam, l label, g guess, m *measured) {
	if g.kind == l.kind {
		c.kinds++
	} else {
		m.remark("  %s: %s, not %s: %q", e.name, l.kind, g.kind, l.Of(e.text))
	}
	switch {
	case l.speaker == "":
	case sameName(g.speaker.Name, l.speaker):
		c.speakers++
		c.known++
	default:
		c.speakers++
		if g.speaker.Name != "" {
			c.wrong++
		}
		m.remark("  %s: speaker of %q is %s, not %q (%s)", e.name, l.Of(e.text), l.speaker, g.speaker.Name, g.rule)
	}
}

// quoted returns the labels that are somebody's words as pieces of gold.
func (e exam) quoted() (pieces []piece) {
	for _, l := range e.labels {
		if l.kind == quote.Direct || l.kind == quote.Partial {
			pieces = append(pieces, piece{Span: l.Span, quoted: true})
		}
	}
	return pieces
}

func markedSpans(gs []guess) (spans []text.Span) {
	for _, g := range gs {
		if g.marked() {
			spans = append(spans, g.Span)
		}
	}
	return spans
}
