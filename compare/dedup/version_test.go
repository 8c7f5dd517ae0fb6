package dedup

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/storydiff/storydiff/compare/text"
)

// Sentences are read on from the last one; that may not show.
func TestSentenceAtIsThatOfAllSentences(t *testing.T) {
	parts := rapid.SampledFrom([]string{
		"The ferry sank.", " Nobody was hurt, Mr. Hale said.", " “Why now?” Ann Lee asked.", "\n\n", "\n", " U.S. police came!", " e.g. two", "沈んだ。",
	})
	rapid.Check(t, func(t *rapid.T) {
		body := strings.Join(rapid.SliceOfN(parts, 1, 30).Draw(t, "parts"), "")
		title := rapid.SampledFrom([]string{"", "Ferry sinks"}).Draw(t, "title")
		r := Text{Title: title, Body: body, Language: "en"}.reading()
		v, _ := versions(r, r)
		for range 8 {
			at := rapid.IntRange(0, len(r.Text)).Draw(t, "at")
			p := text.Span{Start: at, End: at}
			if got, want := v.sentenceAt(p), obviousSentenceAt(v, p); got != want {
				t.Fatalf("%q at %d: got %q, want %q", r.Text, at, got.Of(r.Text), want.Of(r.Text))
			}
		}
	})
}

func obviousSentenceAt(v *version, p text.Span) text.Span {
	i := lastBefore(v.Paragraphs(), p)
	switch {
	case i >= 0:
		paragraph := v.Paragraphs()[i]
		all := text.Sentences(paragraph.Of(v.Text), v.Language())
		return all[max(0, lastBefore(all, p.Shift(-paragraph.Start)))].Shift(paragraph.Start)
	case v.BodyStart > 0:
		return text.Span{End: len(v.Title)}
	}
	return p
}
