package framing

import (
	"sync"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// loadedLexicon holds the words that carry a judgement, from data/loaded.txt.
var loadedLexicon = sync.OnceValue(func() *lexicon { return readLexicon("loaded.txt") })

// Loaded returns the loaded words of a passage by the shipped list, quoted ones left
// out. The list is English: in other languages nothing is found. An empty lang is
// taken for English.
func Loaded(s, lang string) []text.Span {
	if lang == "" {
		lang = "en"
	}
	a := article.New(article.Source{Body: s, Language: lang, AsIs: true})
	found := newDoc(0, quote.Read(a)).loaded()
	out := make([]text.Span, 0, len(found))
	for _, h := range found {
		out = append(out, h.Span)
	}
	return out
}

// A loadedWord is a loaded word or phrase.
type loadedWord struct {
	text.Span
	first, n int // the words of the article that make it
}

// loaded returns the loaded words outside quotation marks, in order.
func (d *doc) loaded() []loadedWord {
	if d.lang() != "en" {
		return nil
	}
	var out []loadedWord
	for i := 0; i < len(d.words); i++ {
		n, _ := loadedLexicon().at(d.words, i)
		if n == 0 {
			continue
		}
		at := text.Span{Start: d.words[i].Start, End: d.words[i+n-1].End}
		if !d.quoted(at) && !d.partOfName(i, n) {
			out = append(out, loadedWord{at, i, n})
		}
		i += n - 1
	}
	return out
}

// partOfName reports whether the words belong to a name ("the Horrible Histories"):
// capitalised, and not because they begin a sentence.
func (d *doc) partOfName(first, n int) bool {
	for _, w := range d.words[first : first+n] {
		if !text.IsCapital(w.Of(d.Text)) {
			return false
		}
	}
	s := d.sentenceAt(d.words[first].Start)
	if s < 0 || d.isHeadline(s) {
		return false // headlines may capitalise every word
	}
	words, i := d.wordsIn(d.sentences[s].Span)
	return len(words) > 0 && i != first
}
