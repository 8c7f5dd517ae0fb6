package align

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// A Lexicon remembers what is known of the words of a language that it has met: texts of one
// event share most of theirs. It is for one goroutine at a time.
type Lexicon struct {
	lang  string
	kin   *kindred
	known map[string]*entry // nil remembers nothing
}

// An entry is a word of a lexicon, without the amount that it tells in one text or another.
type entry struct {
	unit
	weight, nats float64
}

// NewLexicon returns an empty lexicon. lang is an ISO 639-1 code, or empty.
func NewLexicon(lang string) *Lexicon {
	return &Lexicon{lang, kindredOf(lang), make(map[string]*entry)}
}

// Prepare reads a text for comparison. lang is an ISO 639-1 code, or empty.
func Prepare(s, lang string) *Wording {
	x := Lexicon{lang: lang, kin: kindredOf(lang)}
	return x.Prepare(s)
}

// Prepare reads a text for comparison.
func (x *Lexicon) Prepare(s string) *Wording {
	w := &Wording{Text: s, lang: x.lang}
	words := text.Words(s)
	w.units = make([]unit, len(words))
	w.weights, w.nats = make([]float64, len(words)), make([]float64, len(words))
	w.terms = make([]term, len(words))
	w.grams = make([]uint64, 0, len(s)+len(words))
	for i, word := range words {
		e := x.entry(word.Norm)
		w.units[i], w.weights[i], w.nats[i] = e.unit, e.weight, e.nats
		w.terms[i] = term{e.stem, e.weight, e.nats, i}
		if !e.stop {
			w.content++
		}
		w.total += e.weight
		w.allNats += e.nats
		w.grams = appendGrams(w.grams, e.norm)
	}
	setAmounts(w.units, normsOf(words), x.lang)
	slices.SortFunc(w.terms, func(x, y term) int { return strings.Compare(x.stem, y.stem) })
	slices.Sort(w.grams)
	w.bigrams = bigramsOf(w.units)
	return w
}

// entry returns what is known of a word.
func (x *Lexicon) entry(norm string) *entry {
	if e := x.known[norm]; e != nil {
		return e
	}
	e := &entry{unit: newUnit(text.Fold(norm), x.lang, x.kin), weight: functionWeight}
	if !e.stop {
		e.weight = max(e.weight, text.Rarity(e.stem, x.lang))
	}
	e.nats = SentenceNats(e.stem, x.lang)
	if x.known != nil {
		x.known[strings.Clone(norm)] = e
	}
	return e
}
