package quote

// indirect finds the reported speech of sentence i that is more than one marked stretch.
func (c *scene) indirect(i int) (out []Quote) {
	s := c.sentences[i]
	segments := c.framed(s)
	switch {
	case segments != nil:
	case c.lang == "en":
		segments = c.outlineOf(s, nil).segments(s.to-s.from, nil)
	default:
		segments = c.clause(s)
	}
	for _, g := range segments {
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

// framed finds reported speech that an attribution at either end of the sentence
// frames: According to X, …; …, X said; …, according to X.
func (c *scene) framed(s sentence) []segment {
	end := s.to
	for end > s.from && c.units[end-1].isSign(".") {
		end--
	}
	if n := c.sourceAt(s.from, end); n > 0 {
		if to := c.phraseEnd(s.from+n, end); to < end && c.units[to].isSign(",") {
			return []segment{{to + 1 - s.from, end - s.from, 0.8}}
		}
	}
	for i := end - 2; i > s.from && i > end-maxPhrase; i-- {
		if c.units[i].isSign(",") && c.attributes(s, i+1, end) {
			return []segment{{0, i - s.from, 0.8}}
		}
	}
	return nil
}

// attributes reports whether the units from to end are an attribution and no more.
func (c *scene) attributes(s sentence, from, end int) bool {
	if n := c.sourceAt(from, end); n > 0 {
		return c.phraseEnd(from+n, end) == end
	}
	if !c.cueAt(s, end-1) || c.endsIn(c.units[end-1].norm, c.lex.participles) {
		return false
	}
	subject, _ := c.subjectBefore(end-1, from)
	return subject == from && subject < end-1
}

// clause finds the clause behind a cue verb in languages without a fitted segmenter:
// from a word such as that, or from the comma of a clause in the mood of reported speech.
func (c *scene) clause(s sentence) []segment {
	for v := s.from; v < s.to; v++ {
		if !c.cueAt(s, v) {
			continue
		}
		for i := v + 1; i < min(s.to-1, v+maxPhrase); i++ {
			u := c.units[i]
			switch {
			case u.kind == marked:
				return nil
			case u.is(isThat), u.isSign(",") && c.moodOf(i, s.to) && !c.units[i+1].is(isThat) && (i == v+1 || !c.units[i+1].is(isRelative)):
				return []segment{{i - s.from, s.to - s.from, 0.7}}
			}
		}
	}
	return nil
}
