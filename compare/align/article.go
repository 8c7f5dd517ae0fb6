package align

import (
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/text"
)

// An Article is the sentences of an article made ready to be aligned with those of others.
type Article struct {
	sentences []*Wording
	headlines int // how many sentences at the beginning are the headline
	capitals  [][]bool
	lower     map[string]bool // words that begin with a small letter somewhere
}

// Read prepares the sentences of an article, the first of which, so many as headlines
// says, are its headline. lang is an ISO 639-1 code, or empty.
func Read(sentences []string, headlines int, lang string) *Article {
	a := &Article{PrepareAll(sentences, lang), headlines, make([][]bool, len(sentences)), make(map[string]bool)}
	for i, s := range sentences {
		for _, w := range text.Words(s) {
			first, _ := utf8.DecodeRuneInString(w.Of(s))
			a.capitals[i] = append(a.capitals[i], unicode.IsUpper(first))
			if unicode.IsLower(first) {
				a.lower[w.Norm] = true
			}
		}
	}
	return a
}

// PrepareAll prepares many texts.
func PrepareAll(texts []string, lang string) []*Wording {
	ws := make([]*Wording, len(texts))
	for i, t := range texts {
		ws[i] = Prepare(t, lang)
	}
	return ws
}

// bodyHolders returns in how many sentences below the headline each stem stands.
func (a *Article) bodyHolders() map[string]int {
	holders := make(map[string]int)
	for _, w := range a.sentences[min(a.headlines, len(a.sentences)):] {
		w.eachStem(func(stem string, _ []term) { holders[stem]++ })
	}
	return holders
}

// eachStem calls f with every stem of a text, in order, and the words that have it.
func (w *Wording) eachStem(f func(stem string, words []term)) {
	for i := 0; i < len(w.terms); {
		j := i + 1
		for j < len(w.terms) && w.terms[j].stem == w.terms[i].stem {
			j++
		}
		f(w.terms[i].stem, w.terms[i:j])
		i = j
	}
}
