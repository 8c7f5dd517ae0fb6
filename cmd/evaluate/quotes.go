package main

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

var quotesKind = kind{
	folder: "quotes",
	fits:   func(f fields) bool { return f.has("text", "attributions") },
	metrics: []metric{
		{name: "quoted_exact_f1"},
		{name: "marked_recall"},
		{name: "attributed_precision"},
		{name: "content_overlap_f1", best: .833},
		{name: "content_exact_f1", best: .593},
		{name: "speaker_accuracy", best: .865},
		{name: "speaker_unknown", lower: true},
	},
	measure: measureQuotes,
}

// An annotated text is an article with its attributions. Spans are code points.
type annotated struct {
	Text, Lang   string
	Attributions []attribution
}

type attribution struct {
	Kind            string
	Content, Source [][2]int
	Quoted          []bool // which pieces of the content stand in marks; absent in sets that have no mixed ones
}

// inMarks reports whether piece i of the content is quoted literally.
func (a attribution) inMarks(i int) bool {
	if a.Quoted != nil {
		return i < len(a.Quoted) && a.Quoted[i]
	}
	return a.Kind == "direct"
}

// A piece is a stretch of gold content, marks and punctuation at its edges left out.
type piece struct {
	text.Span
	quoted bool
	direct bool
	source []text.Span
}

// A guess is a piece of a predicted quote, marks and punctuation at its edges left out.
type guess struct {
	text.Span
	kind    quote.Kind
	speaker quote.Speaker
	rule    string
}

func (g guess) marked() bool { return g.kind == quote.Direct || g.kind == quote.Partial }

// quoteCounts are the outcomes on a whole file.
type quoteCounts struct {
	quoted, overlap, exact       counts
	marked, attributed, baseline counts
	regexAttributed              counts
	speakers, known, unknown     int
}

func measureQuotes(d dataset, _ *settings) (measured, error) {
	texts, err := records[annotated](d.path)
	if err != nil {
		return measured{}, err
	}
	var c quoteCounts
	for _, t := range texts {
		if err := c.add(t); err != nil {
			return measured{}, err
		}
	}
	m := newMeasured(len(texts))
	m.set("quoted_exact_f1", c.quoted.f1(), c.quoted.hits+c.quoted.missed)
	m.set("marked_recall", c.marked.recall(), c.marked.hits+c.marked.missed)
	m.set("attributed_precision", c.attributed.precision(), c.attributed.hits+c.attributed.false)
	m.set("content_overlap_f1", c.overlap.f1(), c.overlap.hits+c.overlap.missed)
	m.set("content_exact_f1", c.exact.f1(), c.exact.hits+c.exact.missed)
	m.set("speaker_accuracy", ratio(c.known, c.speakers), c.speakers)
	m.set("speaker_unknown", ratio(c.unknown, c.speakers), c.speakers)
	m.baseline["quoted_exact_f1"] = c.baseline.f1()
	m.baseline["attributed_precision"] = c.regexAttributed.precision()
	return m, nil
}

func (c *quoteCounts) add(t annotated) error {
	a := article.New(article.Source{Body: t.Text, Language: t.Lang, AsIs: true})
	if a.Text != t.Text {
		return errors.New("an as-is article changed its text")
	}
	gold := goldPieces(t)
	guesses := guessesOf(quote.Read(a))
	marked := slices.DeleteFunc(slices.Clone(guesses), func(g guess) bool { return !g.marked() })

	c.quoted.compareExact(spansOf(marked), gold)
	c.marked.findStretches(t.Text, marked, gold)
	c.attributed.countAttributed(spansOf(marked), gold)
	c.overlap.compareOverlap(contentsOf(guesses), gold)
	c.exact.compareContents(contentsOf(guesses), gold)
	c.judgeSpeakers(t.Text, marked, gold)

	regex := stretches(t.Text)
	for i, s := range regex {
		regex[i] = trim(t.Text, s)
	}
	c.baseline.compareExact(regex, gold)
	c.regexAttributed.countAttributed(regex, gold)
	return nil
}

// goldPieces turns the attributions' contents into byte spans.
func goldPieces(t annotated) []piece {
	at := byteOffsets(t.Text)
	span := func(r [2]int) text.Span { return text.Span{Start: at[r[0]], End: at[r[1]]} }
	var pieces []piece
	for _, a := range t.Attributions {
		var source []text.Span
		for _, r := range a.Source {
			source = append(source, span(r))
		}
		for i, r := range a.Content {
			pieces = append(pieces, piece{trim(t.Text, span(r)), a.inMarks(i), a.Kind == "direct", source})
		}
	}
	return pieces
}

// byteOffsets returns the byte at which each code point of s starts, and its length.
func byteOffsets(s string) []int {
	at := make([]int, 0, len(s)+1)
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}

func guessesOf(r *quote.Reading) []guess {
	var all []guess
	for _, q := range r.Quotes() {
		for _, s := range partsOf(q) {
			all = append(all, guess{trim(r.Text, s), q.Kind, q.Speaker, q.Rule})
		}
	}
	return all
}

// partsOf returns the stretches that a quote is made of.
func partsOf(q quote.Quote) []text.Span {
	if len(q.Spans) > 0 {
		return q.Spans
	}
	return []text.Span{q.Span}
}

// trim leaves out space, marks and punctuation at the edges of a span.
func trim(s string, p text.Span) text.Span {
	edge := func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) || r == '`' }
	words := strings.TrimLeftFunc(p.Of(s), edge)
	start := p.End - len(words)
	return text.Span{Start: start, End: start + len(strings.TrimRightFunc(words, edge))}
}

func spansOf(gs []guess) []text.Span {
	spans := make([]text.Span, len(gs))
	for i, g := range gs {
		spans[i] = g.Span
	}
	return spans
}

// contentsOf returns what the guesses say was uttered: fragments in marks that stand
// inside reported speech are part of it.
func contentsOf(gs []guess) []text.Span {
	var spans []text.Span
	for _, g := range gs {
		inside := func(o guess) bool { return o.kind == quote.Indirect && o.Contains(g.Span) }
		if g.kind == quote.Indirect || g.marked() && !slices.ContainsFunc(gs, inside) {
			spans = append(spans, g.Span)
		}
	}
	return spans
}

// stretches returns what stands between double quotation marks, as a plain search for
// them finds it: from an opening mark to the nearest closing one of the paragraph.
func stretches(s string) []text.Span {
	var found []text.Span
	open, by := -1, ' '
	for i, r := range s {
		end := i + utf8.RuneLen(r)
		switch {
		case r == '\n':
			open = -1
		case open >= 0 && closes(by, r):
			found = append(found, text.Span{Start: open, End: i})
			open = -1
		case strings.ContainsRune("“„«»\"", r) && (open < 0 || r == by):
			open, by = end, r
		}
	}
	return found
}

// closes reports whether a mark closes what another opened.
func closes(by, r rune) bool {
	switch by {
	case '“':
		return r == '”'
	case '„':
		return r == '“' || r == '”'
	case '«':
		return r == '»'
	case '»':
		return r == '«'
	}
	return r == by
}
