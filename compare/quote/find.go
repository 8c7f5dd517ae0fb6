package quote

import (
	"slices"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/names"
)

// Find returns the quotes of an article in order of their start.
func Find(a *article.Article, n *names.Index) []Quote {
	lex := lexiconOf(a.Language())
	if lex == nil {
		lex = &lexicon{}
	}
	c := newScene(a, n, lex)
	var quotes []Quote
	carried := unknownSpeaker
	for i, s := range c.sentences {
		for u := s.from; u < s.to; u++ {
			if c.units[u].kind != marked {
				continue
			}
			q := c.read(i, u, &carried)
			q.Headline = q.Start < a.BodyStart
			quotes = append(quotes, q)
		}
	}
	if a.Language() == "en" {
		for i := range c.sentences {
			quotes = append(quotes, c.indirect(i)...)
		}
	}
	slices.SortStableFunc(quotes, func(a, b Quote) int { return a.Start - b.Start })
	return quotes
}

// read types and attributes the stretch at unit u of sentence i.
func (c *scene) read(i, u int, carried *Speaker) Quote {
	s := c.sentences[i]
	st := c.stretches[c.units[u].quote]
	q := Quote{Span: st.Span, Flags: st.flags, Speaker: unknownSpeaker, Rule: "no attribution"}
	cr := c.creditAt(s, u)
	if cr.ok() {
		q.Rule, q.Confidence = cr.rule, cr.confidence
		c.apply(&q, cr)
		*carried = q.Speaker
	} else if carried.Name != "" {
		q.Speaker = *carried
		q.Speaker.At.Start, q.Speaker.At.End = 0, 0
		q.Rule, q.Confidence = "carried over", 0.6
	}
	kind, why, conf := c.kindOf(look{s, u, cr, st.Start < c.bodyStart})
	q.Kind = kind
	q.Rule = why + "; " + q.Rule
	q.Confidence = conf
	return q
}
