package quote

import "github.com/storydiff/storydiff/compare/text"

// indirect finds the reported speech of sentence i that is more than one marked stretch.
func (c *scene) indirect(i int) (out []Quote) {
	s := c.sentences[i]
	o := c.outlineOf(s, nil)
	for _, g := range o.segments(s.to-s.from, nil) {
		from, to := c.trimSigns(s.from+g.from, s.from+g.to)
		if from >= to || to == from+1 && c.units[from].kind == marked {
			continue
		}
		cr := c.creditOfRange(s, from, to)
		q := Quote{
			Span: c.span(from, to), Kind: Indirect, Speaker: unknownSpeaker,
			Rule: "reported speech; no attribution", Confidence: g.confidence,
		}
		if cr.ok() {
			c.apply(&q, cr)
			q.Rule = "reported speech; " + cr.rule
		}
		out = append(out, q)
	}
	return out
}

// trimSigns takes signs off the ends of a range of units.
func (c *scene) trimSigns(from, to int) (int, int) {
	for from < to && c.units[from].kind == sign && !c.units[from].isSign("$€£#@([") {
		from++
	}
	for from < to && c.units[to-1].kind == sign && !c.units[to-1].isSign("%)]") {
		to--
	}
	return from, to
}

// creditOfRange finds who the sentence says reported units from to.
func (c *scene) creditOfRange(s sentence, from, to int) credit {
	if from == s.from {
		if cr := c.after(s, to-1); cr.ok() {
			return cr
		}
	}
	if cr := c.before(s, from); cr.ok() {
		return cr
	}
	return c.sourcePhrase(s, from)
}

// apply fills speaker and verb of a quote from a credit.
func (c *scene) apply(q *Quote, cr credit) {
	q.Speaker = c.speakerOf(cr)
	if cr.verb >= 0 {
		v := c.units[cr.verb]
		q.Verb, q.VerbAt, q.Stance = v.Of(c.s), v.Span, v.entry.stance
	}
}

var _ = text.Span{}
