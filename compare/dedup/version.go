package dedup

import (
	"sort"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// A version is one of two alike texts that are compared. What it takes to compare them
// closely is found when it is first asked for: most pairs need little of it.
type version struct {
	*quote.Reading
	like *quote.Reading // whose language it has when its source states none, nil for its own

	split      bool
	paragraphs []text.Span
	sentence   text.Span // the one looked at last, and where the next begins
	next       int
}

// versions returns two texts to be compared, each in its own language.
func versions(a, b *quote.Reading) (*version, *version) {
	return &version{Reading: a}, &version{Reading: b}
}

// Language returns the ISO 639-1 code of the text's language, empty when unknown.
func (v *version) Language() string {
	if v.like != nil {
		return v.like.Language()
	}
	return v.Reading.Language()
}

// Paragraphs returns the paragraphs of the body.
func (v *version) Paragraphs() []text.Span {
	if !v.split {
		v.split = true
		v.paragraphs = text.Paragraphs(v.Text[v.BodyStart:])
		for i, p := range v.paragraphs {
			v.paragraphs[i] = p.Shift(v.BodyStart)
		}
	}
	return v.paragraphs
}

// sentenceAt returns the sentence that a span begins in, or the last one before it. The
// headline is one.
//
// Edits come in the order of the text, so it goes on from the sentence looked at last.
func (v *version) sentenceAt(p text.Span) text.Span {
	i := lastBefore(v.Paragraphs(), p)
	switch {
	case i >= 0:
		return v.sentenceIn(v.Paragraphs()[i], p)
	case v.BodyStart > 0:
		return text.Span{End: len(v.Title)}
	}
	return p
}

// sentenceIn returns the last sentence of a paragraph that begins no later than a span.
func (v *version) sentenceIn(paragraph, p text.Span) text.Span {
	if s := v.sentence; s.Len() == 0 || s.Start < paragraph.Start || s.Start > p.Start {
		v.next = paragraph.Start
	}
	for v.next < paragraph.End && (v.next <= p.Start || v.next == paragraph.Start) {
		v.sentence, v.next = text.SentenceFrom(v.Text[:paragraph.End], v.next, v.Language())
	}
	return v.sentence
}

// lastBefore returns which of some spans begins at another or last before it; -1 when none does.
func lastBefore(spans []text.Span, p text.Span) int {
	return sort.Search(len(spans), func(i int) bool { return spans[i].Start > p.Start }) - 1
}

// countSentences counts the sentences, the headline among them.
func (v *version) countSentences() int {
	n := min(v.BodyStart, 1)
	for _, p := range v.Paragraphs() {
		n += len(text.Sentences(p.Of(v.Text), v.Language()))
	}
	return n
}
