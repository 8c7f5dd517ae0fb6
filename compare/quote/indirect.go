package quote

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
			Rule: "reported speech", Confidence: g.confidence,
		}
		if cr.ok() {
			c.apply(&q, cr)
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
	if from == s.from && to < s.to && c.units[to].isSign(",") {
		if cr := c.afterUnits(s, to+1); cr.ok() {
			return cr
		}
	}
	return c.creditBefore(s, from)
}
