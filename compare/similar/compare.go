package similar

import (
	"cmp"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/shingle"
	"github.com/storydiff/storydiff/compare/text"
)

// Compare compares two articles with all evidence. A and B of the pair are 0 and 1.
//
// It gives the same scores and verdict as Pairs does. The scores rest on the words, names,
// numbers and days of the two texts and, softly, on the days of publication. The
// evidence shows what the two share and where they part, most telling first, reasons
// for before reasons against. Whoever swaps the articles gets the same pair with the
// sides of the evidence swapped.
func Compare(a, b *quote.Reading) Pair {
	return NewComparer([]*quote.Reading{a, b}).Compare(0, 1)
}

// A Comparer compares any of several articles, and reads each of them once. It may be
// used by several goroutines.
type Comparer struct {
	readings []*quote.Reading
	lexicons sync.Pool
	profiles []atomic.Pointer[profile] // nil until asked for
	sides    []func() *side
}

// NewComparer returns a comparer of some articles.
func NewComparer(rs []*quote.Reading) *Comparer {
	c := &Comparer{
		readings: rs,
		lexicons: sync.Pool{New: func() any { return newLexicon() }},
		profiles: make([]atomic.Pointer[profile], len(rs)),
		sides:    make([]func() *side, len(rs)),
	}
	for i, r := range rs {
		c.sides[i] = sync.OnceValue(func() *side {
			lex := c.lexicons.Get().(*lexicon)
			defer c.lexicons.Put(lex)
			return newSide(r, c.profile(i), lex)
		})
	}
	return c
}

// Prepare reads article i for Pairs, which otherwise does so when it needs it.
func (c *Comparer) Prepare(i int) { c.profile(i) }

// profile returns what the scores need of article i.
func (c *Comparer) profile(i int) *profile {
	if p := c.profiles[i].Load(); p != nil {
		return p
	}
	lex := c.lexicons.Get().(*lexicon)
	defer c.lexicons.Put(lex)
	c.profiles[i].CompareAndSwap(nil, newProfile(c.readings[i].Article, lex))
	return c.profiles[i].Load()
}

// Compare compares articles i and j with all evidence, as the function Compare does.
func (c *Comparer) Compare(i, j int) Pair {
	x, y := c.sides[i](), c.sides[j]()
	p := judge(x.profile, y.profile, x.passages.inCommon(y.passages), &shipped().articles)
	p.A, p.B = i, j
	c.heed(&p)
	p.Evidence = evidence(x, y, p.Verdict)
	return p
}

// heed lets an utterance that both print vouch for a pair that is likely enough to be
// of one event, but shares nothing else that is rare: two translations may have no two
// words in common. Such pairs are few, so their quotes may be read.
func (c *Comparer) heed(p *Pair) {
	if p.Verdict != Related || p.Probability < asked(c.profile(p.A), c.profile(p.B)) {
		return
	}
	x, y := c.sides[p.A](), c.sides[p.B]()
	if len(sharedQuotes(&pairing{a: x, b: y, union: names.Join(x.Names(), y.Names())})) > 0 {
		p.Verdict = SameEvent
	}
}

// A side is one of two articles compared, with what its evidence is drawn from.
type side struct {
	*quote.Reading
	profile  *profile
	tokens   []token
	dates    []text.Date
	passages passages
	lead     int // the byte at which headline and lede end
	spoken   func() utterances
	amounts  func() []text.Number
}

func newSide(r *quote.Reading, p *profile, lex *lexicon) *side {
	tokens := slices.Clone(lex.tokens(r.Text, languageOf(r.Article)))
	s := &side{
		Reading: r, profile: p, tokens: tokens, dates: text.Dates(r.Text, languageOf(r.Article)),
		passages: newPassages(shingle.Of(r.Text)),
		lead:     endOf(tokens, leadEnd(tokens, bodyAt(tokens, r.BodyStart)), r.Text),
	}
	s.spoken = sync.OnceValue(func() utterances {
		quotes := longest(s)
		return utterances{quotes, wordings(s, quotes, languageOf(r.Article))}
	})
	s.amounts = sync.OnceValue(func() []text.Number { return amounts(r.Article) })
	return s
}

// of returns the words of a span.
func (s *side) of(p text.Span) string { return p.Of(s.Text) }

// A pairing is two articles whose names have been joined.
type pairing struct {
	a, b  *side
	union *names.Union
	same  bool // they are said to report one event
}

// evidence gathers all reasons, for before against, the weightiest first. A pair that
// is not said to report one event always gets a reason against it.
func evidence(a, b *side, v Verdict) []Evidence {
	p := &pairing{a, b, names.Join(a.Names(), b.Names()), v == SameEvent}
	all := make([]Evidence, 0, 32)
	for _, find := range []func(p *pairing) []Evidence{
		sharedQuotes, sharedPassages, sharedNames, sharedTerms, sharedNumbers, sharedDays, likeness,
		tooLittle, revision, manyEvents, otherDay, otherPlace, otherVoices, otherDeed,
	} {
		all = append(all, find(p)...)
	}
	if !p.same && !slices.ContainsFunc(all, func(e Evidence) bool { return !e.For }) {
		all = append(all, Evidence{Kind: "other deed", Note: "no rare fact that both give as their news", Weight: 0.1})
	}
	for i := range all {
		all[i].Weight = align.Round(all[i].Weight)
	}
	slices.SortStableFunc(all, compareEvidence)
	return all
}

// compareEvidence orders evidence by what does not depend on which article comes first.
func compareEvidence(x, y Evidence) int {
	if x.For != y.For {
		if x.For {
			return -1
		}
		return 1
	}
	return cmp.Compare(y.Weight, x.Weight)
}
