package similar

import (
	"math"

	"github.com/storydiff/storydiff/compare/text"
)

var headlineNames = [...]string{
	"words", "words-root", "names", "names-root", "pairs", "pairs-root", "numbers",
	"letters", "letters-root", "found-least", "found-most",
	"shared-count", "shared-rarity", "rarest-shared", "shorter", "longer",
}

type headlineFeatures [len(headlineNames)]float64

// Headlines returns the probability that two headlines report the same event. It
// knows nothing but their words, so it is never surer than they allow.
func Headlines(a, b string) float64 {
	lex, lang := newLexicon(), headlineLanguage(a, b)
	f := headlineFeaturesOf(newHeading(a, lang, lex), newHeading(b, lang, lex))
	m := shipped().headlines
	return probability(m.logOdds(f[:]))
}

// headlineLanguage returns the language of two headlines, English when they are too
// short to tell.
func headlineLanguage(a, b string) string {
	if lang := text.Language(a + ". " + b); lang != "" {
		return lang
	}
	return "en"
}

// A heading is what the scores need of a headline.
type heading struct {
	words, names, pairs, numbers, letters vector
	rarity                                map[term]float64 // of the stems
}

func newHeading(s, lang string, lex *lexicon) *heading {
	tokens := lex.tokens(s, lang)
	h := &heading{
		words:   stemVector(tokens),
		names:   stemVector(lex.only(tokens, func(t token) bool { return t.name })),
		pairs:   pairVector(tokens),
		numbers: stemVector(lex.only(tokens, func(t token) bool { return t.number })),
		letters: letterVector(s),
		rarity:  map[term]float64{},
	}
	for _, t := range tokens {
		if t.rarity > 0 {
			h.rarity[t.term] = t.rarity
		}
	}
	return h
}

// letterVector holds the runs of four letters inside the words: what is left of a
// word that is inflected or spelled another way.
func letterVector(s string) vector {
	var entries []weighted
	for _, w := range text.Words(s) {
		r := []rune(" " + w.Norm + " ")
		for i := 0; i+4 <= len(r); i++ {
			entries = append(entries, weighted{hash(string(r[i : i+4])), 1})
		}
	}
	return newVector(damped(entries))
}

func headlineFeaturesOf(a, b *heading) headlineFeatures {
	words, names, pairs := cosine(a.words, b.words), cosine(a.names, b.names), cosine(a.pairs, b.pairs)
	letters := cosine(a.letters, b.letters)
	aInB, bInA := covered(a.words, b.words), covered(b.words, a.words)
	count, rarity, rarest := inCommon(a, b)
	return headlineFeatures{
		words, math.Sqrt(words), names, math.Sqrt(names), pairs, math.Sqrt(pairs),
		cosine(a.numbers, b.numbers), letters, math.Sqrt(letters),
		min(aInB, bInA), max(aInB, bInA), count, rarity, rarest,
		math.Log1p(float64(min(len(a.rarity), len(b.rarity)))),
		math.Log1p(float64(max(len(a.rarity), len(b.rarity)))),
	}
}

// inCommon returns how many stems both headlines have, the sum of their rarities and
// the largest of them.
func inCommon(a, b *heading) (count, rarity, rarest float64) {
	for _, t := range a.words.terms {
		if r, ok := b.rarity[t]; ok {
			count++
			rarity += r
			rarest = max(rarest, r)
		}
	}
	return count, rarity, rarest
}
