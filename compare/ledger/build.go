package ledger

import (
	"cmp"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// Build returns the utterances that at least two of the articles print, in order of
// weight: conflicts first, then the longest and most widely printed. Articles are
// indexes into rs.
func Build(rs []*quote.Reading) []Utterance { return build(rs, -1) }

// counterpartRounds is how often counterparts are looked for: the rows that are found bring
// articles closer together.
const counterpartRounds = 2

// build makes the ledger of the readings, of which one may be the source.
func build(rs []*quote.Reading, source int) []Utterance {
	vs := joinVoices(rs)
	marked, reported := heard(rs, source, vs)
	var said []*piece
	if source >= 0 {
		said = spoken(source, rs[source])
	}
	prepare(slices.Concat(marked, reported, said))
	stock, marked := stockPhrases(marked, vs)
	marked = append(marked, said...)
	groups := sureGroups(marked, reported, vs)
	for range counterpartRounds {
		n := len(groups)
		if groups = joinCounterparts(groups, reported, vs); len(groups) == n {
			break
		}
	}
	return utterances(rs, source, vs, stock, foldHeadlines(groups, vs))
}

// sureGroups groups what is one utterance by its words and its speaker.
func sureGroups(marked, reported []*piece, vs *voices) []*cluster {
	groups := widen(joinBeside(foldHeadlines(gather(marked, vs), vs), vs))
	return addParaphrases(groups, reported, vs)
}

// heard returns what the articles print in quotation marks, and what they report without.
func heard(rs []*quote.Reading, source int, vs *voices) (marked, reported []*piece) {
	for i, r := range rs {
		if i == source {
			continue
		}
		for _, p := range quoted(i, r, vs) {
			switch {
			case !p.unquoted():
				marked = append(marked, p)
			case !p.describes():
				reported = append(append(reported, p), p.clauses()...)
			}
		}
	}
	for i, r := range rs {
		if i != source {
			reported = append(reported, told(i, r, vs)...)
		}
	}
	return marked, reported
}

// utterances makes rows of groups of pieces, the weightiest first. Stock phrases are
// background, and no conflict.
func utterances(rs []*quote.Reading, source int, vs *voices, stock, groups []*cluster) []Utterance {
	copies := newCopies(rs, source)
	var us []weighed
	for i, c := range append(stock, groups...) {
		u, ok := c.utterance(rs, vs, i < len(stock))
		if !ok {
			continue
		}
		u.Background = i < len(stock)
		u.Conflict = u.Conflict && !u.Background
		copies.mark(u.Variants)
		u.weight *= float64(independent(u.Variants))
		us = append(us, u)
	}
	slices.SortFunc(us, weightiestFirst)
	out := make([]Utterance, len(us))
	for i, u := range us {
		out[i] = u.Utterance
	}
	return out
}

// independent counts the variants that repeat no other's article.
func independent(vs []Variant) int {
	n := 0
	for _, v := range vs {
		n += btoi(v.CopyOf < 0)
	}
	return n
}

// weighed is an utterance with what orders it.
type weighed struct {
	Utterance
	weight float64
	words  string // of the fullest variant
}

func weightiestFirst(u, v weighed) int {
	return cmp.Or(
		cmp.Compare(btoi(u.Background), btoi(v.Background)),
		cmp.Compare(btoi(v.Conflict), btoi(u.Conflict)),
		cmp.Compare(btoi(independent(u.Variants) < 2), btoi(independent(v.Variants) < 2)),
		cmp.Compare(v.weight, u.weight),
		strings.Compare(u.words, v.words),
	)
}

// utterance makes a row of the ledger of a group, when two articles print it and one
// of them in quotation marks.
func (c *cluster) utterance(rs []*quote.Reading, vs *voices, stock bool) (weighed, bool) {
	slices.SortFunc(c.pieces, func(p, q *piece) int {
		return cmp.Or(cmp.Compare(p.article, q.article), cmp.Compare(btoi(p.unquoted()), btoi(q.unquoted())), cmp.Compare(btoi(p.headline), btoi(q.headline)), fullerFirst(p, q))
	})
	var variants []*piece
	for _, p := range c.pieces {
		if n := len(variants) - 1; n >= 0 && variants[n].article == p.article {
			for _, s := range append(p.also, p.span()) {
				if variants[n].span().Overlap(s) == 0 {
					variants[n].also = append(variants[n].also, s)
				}
			}
			continue
		}
		variants = append(variants, p)
	}
	fullest := c.reference()
	if len(variants) < 2 || !stock && vs.chance(variants, fullest) {
		return weighed{}, false
	}
	edits := editsFrom(fullest)
	u := weighed{weight: fullest.wording.Weight(), words: fullest.text()}
	u.Speaker = speakerOf(variants, fullest)
	named := fullest
	if fullest.source {
		named = variants[0]
	}
	for i, p := range variants {
		if p == fullest {
			u.Fullest = i
		}
		u.Conflict = u.Conflict || vs.conflict(p.voice, named.voice)
		u.Variants = append(u.Variants, p.variant(fullest, edits(p), rs, vs))
	}
	return u, true
}

// utteranceWords is the fewest content words that are an utterance whoever printed them.
const utteranceWords = 3

// spokenWords is the fewest words, content words or not, that are an utterance when two
// articles name one speaker.
const spokenWords = 6

// telling is how much the words of a phrase must weigh together for it to be a row of its own
// when no wording is fuller, if it gives no figure.
const telling = 0.75

// chance reports whether a word or two in several articles may be no utterance at all:
// a catchword, a title. Two words of one speaker, known in both, are one.
func (vs *voices) chance(variants []*piece, fullest *piece) bool {
	if fullest.said >= utteranceWords || fullest.words >= everydayWords {
		return false
	}
	named := fullest
	if fullest.source {
		named = variants[0]
	}
	other := slices.ContainsFunc(variants, func(p *piece) bool { return p != named && !p.source && !vs.same(p.voice, named.voice) })
	if fullest.kind == quote.Partial && fullest.words <= phraseLength && fullest.wording.Weight() < telling && len(fullest.figures()) == 0 {
		return true // “a number of factors”
	}
	if fullest.said < 2 {
		return other || slices.ContainsFunc(variants, func(p *piece) bool { return p.words < spokenWords })
	}
	return other
}

func (p *piece) unquoted() bool { return !p.source && len(p.quotes) == 0 || p.kind == quote.Indirect }

// speakerOf returns the speaker that most articles name; of several named as often one who
// is named beside the words, else the fullest wording's. A description counts only where
// nobody is named.
func speakerOf(variants []*piece, fullest *piece) string {
	named := slices.ContainsFunc(variants, func(p *piece) bool { return p.voice.id >= 0 })
	count := make(map[string]float64)
	for _, p := range variants {
		if p.voice.id >= 0 || !named && p.voice.known() {
			count[p.voice.name]++
			if p.voice.named {
				count[p.voice.name] += 1 / float64(2*len(variants))
			}
		}
	}
	best := fullest.voice.name
	for _, p := range variants {
		if name := p.voice.name; count[name] > count[best] || count[name] == count[best] && best != fullest.voice.name && name < best {
			best = name
		}
	}
	return best
}

// editsFrom returns what makes the edits from the fullest wording to others, once to those
// of the same words.
func editsFrom(fullest *piece) func(*piece) []align.Edit {
	known := make(map[string][]align.Edit)
	cut := fullest.wording.Cut()
	return func(p *piece) []align.Edit {
		edits, ok := known[p.text()]
		if !ok {
			edits = editsTo(fullest, cut, p)
			known[p.text()] = edits
		}
		return edits
	}
}

// editsTo returns the edits between two wordings as they are printed. What is compared
// with others has its short forms written out.
func editsTo(fullest *piece, cut *align.Cut, q *piece) []align.Edit {
	if fullest.wording.Text == fullest.text() && q.wording.Text == q.text() {
		return cut.Edits(q.wording)
	}
	return align.Edits(fullest.text(), q.text(), fullest.reading.Language())
}

// variant compares a piece with the fullest wording, from which it comes by the edits.
func (p *piece) variant(fullest *piece, edits []align.Edit, rs []*quote.Reading, vs *voices) Variant {
	slices.SortFunc(p.also, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
	c := newCompared(fullest, p, edits, rs, vs)
	v := Variant{
		Article: p.article, At: p.span(), Spans: p.split(), Quotes: p.quotes, Also: p.also, Speaker: p.voice.name, Verb: p.verb,
		Relation: c.relation(), Changes: c.changes(), Edits: c.placed(),
	}
	return v
}
