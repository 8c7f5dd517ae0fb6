package ledger

import (
	"math"

	"github.com/storydiff/storydiff/compare/text"
)

// evidence is what two wordings and their places say: how far they are about the same, the
// shares of their words that are alike and in order, the weight that is covered, how far
// they are of one length, whether they share their figures, how far apart they stand in their
// articles, whether what stands next to both is in one row, whether one speaker is known to
// have said both, and how much their articles have in common, as a logarithm.
type evidence [10]float64

const (
	fewInCommon = 0.05 // what two articles have in common that have little
	nextTo      = 200  // bytes between sentences that stand next to each other
)

func (x *scene) evidence(p, q *piece, l likeness) evidence {
	sense := x.sense(p.wording).Likeness(x.sense(q.wording))
	shorter, longer := min(p.words, q.words), max(p.words, q.words)
	return evidence{
		sense, l.Alike, l.Kept, float64(l.Covered * math.Log1p(l.weight)), float64(shorter) / float64(longer),
		one(sharesFigure(p, q)), math.Abs(p.depth() - q.depth()), one(x.beside(p, q)),
		one(x.vs.same(p.voice, q.voice)), math.Log1p(x.closeness[p.article][q.article] / fewInCommon),
	}
}

// depth is where in its article a piece stands, 0 to 1.
func (p *piece) depth() float64 { return float64(p.span().Start) / float64(len(p.reading.Text)) }

// beside reports whether what stands right before both, or right behind both, is in one row.
func (x *scene) beside(p, q *piece) bool {
	for _, t := range x.placed[p.article] {
		for _, u := range x.placed[q.article] {
			if t.c != u.c {
				continue
			}
			if next(p, t.p) && next(q, u.p) || next(t.p, p) && next(u.p, q) {
				return true
			}
		}
	}
	return false
}

// next reports whether q begins soon after p ends.
func next(p, q *piece) bool {
	gap := q.span().Start - p.span().End
	return gap >= 0 && gap < nextTo
}

func one(holds bool) float64 { return float64(btoi(holds)) }

// onlyNames reports whether the content words that two wordings share are all written as
// names: who is spoken of is not what is said.
func onlyNames(p, q *piece) bool {
	names, words := 0, 0
	other := contentOf(q)
	for stem, name := range contentOf(p) {
		if named, ok := other[stem]; ok && name && named {
			names++
		} else if ok {
			words++
		}
	}
	return names > 0 && words == 0
}

// contentOf returns the stems of a wording's content words, and whether each is written
// with a capital where it does not begin the wording.
func contentOf(p *piece) map[string]bool {
	lang := p.reading.Language()
	out := make(map[string]bool)
	for i, w := range p.tokens {
		if !text.Stop(w.Norm, lang) {
			out[text.Stem(w.Norm, lang)] = i > 0 && capital(w.Of(p.text()))
		}
	}
	return out
}
