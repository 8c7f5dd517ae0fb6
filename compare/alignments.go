package compare

import (
	"cmp"
	"slices"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/similar"
)

// maxAligned is the most pairs of one event whose sentences are linked: all pairs of
// AllPairs articles. Of a larger event the most similar pairs are.
const maxAligned = AllPairs * (AllPairs - 1) / 2

// An alignment links sentences of two articles, by index.
type alignment struct {
	a, b         int
	counterparts []align.Counterpart
}

// align links the sentences of the articles of an event, pair by pair.
func (c *comparison) align(e similar.Event) []alignment {
	pairs := c.closest(e, maxAligned)
	ready := make(map[int]*align.Article)
	for _, i := range e.Articles {
		ready[i] = alignable(c.articles[i])
	}
	out := make([]alignment, 0, len(pairs))
	for _, p := range pairs {
		out = append(out, alignment{p.A, p.B, align.Counterparts(align.Kinships(ready[p.A], ready[p.B]))})
	}
	return out
}

// closest returns at most n listed pairs within an event, the most similar ones, in
// the order of the report.
func (c *comparison) closest(e similar.Event, n int) []pair {
	in := make(map[int]bool, len(e.Articles))
	for _, a := range e.Articles {
		in[a] = true
	}
	var ps []pair
	for _, p := range c.pairs {
		if in[p.A] && in[p.B] {
			ps = append(ps, p)
		}
	}
	if len(ps) <= n {
		return ps
	}
	slices.SortStableFunc(ps, func(x, y pair) int { return cmp.Compare(y.Similarity, x.Similarity) })
	ps = ps[:n]
	slices.SortFunc(ps, func(x, y pair) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return ps
}

// alignable makes the sentences of an article ready to be aligned.
func alignable(a *article.Article) *align.Article {
	ss := a.Sentences()
	texts, headlines := make([]string, len(ss)), 0
	for i, s := range ss {
		texts[i] = s.Of(a.Text)
		if s.Paragraph == 0 {
			headlines++
		}
	}
	return align.Read(texts, headlines, a.Language())
}

// sentences converts where the sentences of article a stand.
func (v converter) sentences(a int) []Span {
	ss := v.texts[a].Sentences()
	out := make([]Span, len(ss))
	for i, s := range ss {
		out[i] = v.span(a, s.Span)
	}
	return out
}

// alignments converts the linked sentences of every event.
func (v converter) alignments() []Alignment {
	out := []Alignment{}
	for i, t := range v.tellings {
		for _, al := range t.alignments {
			if len(al.counterparts) > 0 {
				out = append(out, Alignment{eventID(i), v.ids[al.a], v.ids[al.b], v.links(al)})
			}
		}
	}
	return out
}

func (v converter) links(al alignment) []Link {
	as, bs := v.comparison.articles[al.a].Sentences(), v.comparison.articles[al.b].Sentences()
	out := make([]Link, len(al.counterparts))
	for i, p := range al.counterparts {
		out[i] = Link{v.span(al.a, as[p.A].Span), v.span(al.b, bs[p.B].Span), p.Score, whose(p)}
	}
	return out
}

// whose says of which sentence of a pair the other is the counterpart.
func whose(p align.Counterpart) string {
	switch {
	case p.OfA && p.OfB:
		return "both"
	case p.OfA:
		return "a"
	}
	return "b"
}
