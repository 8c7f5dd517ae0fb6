package quote

import (
	"strings"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/text"
)

// unruledRule is the rule of quotes in languages without a file in lang.
const unruledRule = "marks only: no rules for the language"

// Ruled reports whether there are rules for a language: without them quotes are found by
// their marks alone, and nobody is said to have spoken.
func Ruled(lang string) bool { return lexiconOf(lang) != nil }

// unruledConfidence is low: nothing but marks and length tells speech from names there.
const unruledConfidence = 0.3

// unruled returns what stands in marks in a language that has no file: nobody is said to
// have spoken, and nothing is found without marks.
func unruled(a *article.Article) []Quote {
	var quotes []Quote
	for _, st := range stretches(a.Text, blocks(a.Text)) {
		quotes = append(quotes, Quote{
			Span: st.Span, Flags: st.flags, Kind: unruledKind(a.Text, st), Headline: st.Start < a.BodyStart,
			Speaker: unknownSpeaker, Rule: unruledRule, Confidence: unruledConfidence,
		})
	}
	return quotes
}

// unruledKind types a stretch by its length and marks alone. Chinese and Japanese count
// every character as a word.
func unruledKind(s string, st stretch) Kind {
	in := st.Of(s)
	switch {
	case strings.HasPrefix(st.outer.Of(s), "『"):
		return Title
	case len(text.Words(in)) >= 4:
		return Direct
	}
	return Term
}
