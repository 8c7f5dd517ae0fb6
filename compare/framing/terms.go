package framing

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// A term is a stem with its rarity.
type term struct {
	stem   string
	weight float64
}

// terms are the content words of a sentence, sorted by stem, each once.
type terms struct {
	list  []term
	total float64
}

// sentenceTerms returns the terms of every sentence of an article.
func (d *doc) sentenceTerms() []terms {
	out := make([]terms, len(d.sentences))
	for i, s := range d.sentences {
		out[i] = d.termsOf(s.Span)
	}
	return out
}

// termsOf returns the terms of a stretch of an article.
func (d *doc) termsOf(span text.Span) terms {
	var t terms
	words, _ := d.wordsIn(span)
	for _, w := range words {
		if !text.Stop(w.Norm, d.lang()) {
			stem := text.Stem(w.Norm, d.lang())
			t.list = append(t.list, term{stem, text.Rarity(stem, d.lang())})
		}
	}
	slices.SortFunc(t.list, func(a, b term) int { return strings.Compare(a.stem, b.stem) })
	t.list = slices.CompactFunc(t.list, func(a, b term) bool { return a.stem == b.stem })
	for _, x := range t.list {
		t.total += x.weight
	}
	return t
}

// has reports whether a stem is among the terms.
func (t terms) has(stem string) bool {
	_, ok := slices.BinarySearchFunc(t.list, stem, func(x term, s string) int { return strings.Compare(x.stem, s) })
	return ok
}

// dice returns the rarity-weighted Dice coefficient of two sentences, 0 to 1. It is a
// cheap measure of what they have in common, not of whether they say the same.
func (t terms) dice(u terms) float64 {
	if t.total+u.total == 0 {
		return 0
	}
	return 2 * t.shared(u) / (t.total + u.total)
}

// shared returns the weight of the stems that two sentences have in common.
func (t terms) shared(u terms) float64 {
	shared, i, j := 0.0, 0, 0
	for i < len(t.list) && j < len(u.list) {
		switch c := strings.Compare(t.list[i].stem, u.list[j].stem); {
		case c == 0:
			shared += t.list[i].weight
			i, j = i+1, j+1
		case c < 0:
			i++
		default:
			j++
		}
	}
	return shared
}
