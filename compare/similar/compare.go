package similar

import (
	"cmp"
	"slices"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// Compare compares two articles with all evidence. A and B of the pair are 0 and 1.
//
// It gives the same scores and verdict as Pairs does, which rest on the words, names,
// numbers and days of the two texts and, softly, on the days of publication. The
// evidence shows what the two share and where they part, most telling first, reasons
// for before reasons against. Whoever swaps the articles gets the same pair with the
// sides of the evidence swapped.
func Compare(a, b *quote.Reading) Pair {
	lex := newLexicon()
	x, y := newSide(a, lex), newSide(b, lex)
	p := judge(x.profile, y.profile, &shipped().articles)
	p.A, p.B = 0, 1
	p.Evidence = evidence(x, y)
	return p
}

// A side is one of two articles compared, with what its evidence is drawn from.
type side struct {
	*quote.Reading
	profile *profile
	tokens  []token
	lead    int // the byte at which headline and lede end
}

func newSide(r *quote.Reading, lex *lexicon) *side {
	tokens := lex.tokens(r.Text, languageOf(r.Article))
	s := &side{Reading: r, profile: newProfile(r.Article, lex), tokens: tokens, lead: len(r.Text)}
	for i, t := range tokens {
		if t.Start >= r.BodyStart {
			if end := i + leadWords; end < len(tokens) {
				s.lead = tokens[end].Start
			}
			break
		}
	}
	return s
}

// of returns the words of a span.
func (s *side) of(p text.Span) string { return p.Of(s.Text) }

// evidence gathers all reasons, for before against, the weightiest first.
func evidence(a, b *side) []Evidence {
	all := make([]Evidence, 0, 32)
	for _, find := range []func(a, b *side) []Evidence{
		sharedQuotes, sharedPassages, sharedNames, sharedTerms, sharedNumbers, sharedDays, likeness,
		tooLittle, revision, manyEvents, otherDay, otherPlace, otherVoices, otherDeed,
	} {
		all = append(all, find(a, b)...)
	}
	for i := range all {
		all[i].Weight = round4(all[i].Weight)
	}
	slices.SortStableFunc(all, func(x, y Evidence) int {
		if x.For != y.For {
			if x.For {
				return -1
			}
			return 1
		}
		return cmp.Compare(y.Weight, x.Weight)
	})
	return all
}
