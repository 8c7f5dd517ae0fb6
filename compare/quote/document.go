package quote

import "slices"

// What finds the document that words stand in, and the words that nouns for what is said or
// thought bring in, where the finite verb stands second.

// inWriting finds the document of what stands at unit q, when the sentence or its clause only
// points at one: Die Stadt legte ein Papier vor. Darin heißt es: „…“; ein Zettel, auf dem
// „…“ stand.
func (c *scene) inWriting(s sentence, q int) credit {
	if !c.lex.verbSecond {
		return noCredit
	}
	if slices.Contains(c.lex.thereins, c.units[s.from].norm) && c.impersonal(s.from+1, q) {
		if from, to := c.documentBefore(s); from < to {
			return credit{"it says in X", c.cueAmong(s, s.from+1, q), from, to, 0.7}
		}
		return noCredit
	}
	if slices.ContainsFunc(c.units[q+1:min(s.to, q+5)], func(u unit) bool { return slices.Contains(c.lex.thereins, u.norm) }) && c.impersonal(q+1, s.to) {
		if from, to := c.documentBefore(s); from < to {
			return credit{"it says in X", -1, from, to, 0.7} // „…“, steht darauf
		}
	}
	start := c.clauseStart(s, q)
	if c.behindColon(s, q) {
		start = c.clauseStart(s, q-1)
	}
	if start < s.from+2 || start+2 > q || !c.units[start-1].isSign(",") || !c.units[start].is(isLocative) || !c.units[start+1].is(isRelative|isOblique) || c.units[start+2].upper {
		return noCredit
	}
	from, to := c.writingIn(max(s.from, start-1-maxApart), start-1)
	if from == to || !c.impersonal(start+2, s.to) {
		return noCredit
	}
	return credit{"it says in X", c.cueAmong(s, start, s.to), from, to, 0.7}
}

// impersonal reports whether nobody speaks among some units: a passive, or a verb by which
// words stand somewhere.
func (c *scene) impersonal(from, to int) bool {
	if a, b := c.nominative(from, to); a < b && (c.isPerson(b-1) || c.units[a].is(isHe|isShe) && !c.units[a].is(isThey)) {
		return false
	}
	return slices.ContainsFunc(c.units[from:to], func(u unit) bool {
		return u.is(isBe|isWritten|isThey) && !u.upper
	})
}

// cueAmong returns the first cue verb among some units, -1 for none.
func (c *scene) cueAmong(s sentence, from, to int) int {
	for v := from; v < to; v++ {
		if c.cueAt(s, v) {
			return v
		}
	}
	return -1
}

// documentBefore returns the document named last in the sentence before s.
func (c *scene) documentBefore(s sentence) (from, to int) {
	i := c.sentenceOf(s.from)
	if i == 0 || c.sentences[i-1].paragraph < s.paragraph-1 {
		return 0, 0
	}
	return c.writingIn(c.sentences[i-1].from, c.sentences[i-1].to)
}

// maxApart bounds the units from a noun to the comma before the clause about it: legte einen
// Brief vor, in dem.
const maxApart = 4

// writingIn returns the last document named among some units, with its article.
func (c *scene) writingIn(floor, end int) (from, to int) {
	for u := end - 1; u >= floor; u-- {
		if !c.writing(u) {
			continue
		}
		for from = u; from > floor && !c.units[from].is(isArticle); from-- {
			if prev := c.units[from-1]; prev.kind != word || prev.upper || prev.is(isPreposition|isVerb) {
				break
			}
		}
		return from, u + 1
	}
	return 0, 0
}

// writing reports whether unit i is a noun for something that words are written in or on.
func (c *scene) writing(i int) bool {
	const written = isBearer | isSourceNoun
	u := c.units[i]
	return u.kind == word && u.upper && (u.is(written) || c.endsInWord(u.norm, written))
}

// opinion finds X in "X ist der Meinung, dass …" and "X teilen die Ansicht, …".
func (c *scene) opinion(s sentence, q int) credit {
	for o := s.from + 2; c.lex.verbSecond && o+1 < q; o++ {
		if !c.units[o].is(isSourceNoun) || !c.units[o-1].is(isArticle) || !c.units[o+1].isSign(",") {
			continue
		}
		start := c.clauseStart(s, o)
		f := start
		for f < o && !c.predicate(c.units[f]) {
			f++
		}
		if f == o {
			continue
		}
		from, to := c.foreField(s, start, f)
		if from == to && digit(c.units[start].norm[0]) && f > start+1 {
			from, to = start, f // 37 Prozent
		}
		if from == to || !c.units[from].upper && !c.units[from].is(isArticle|isPronoun) && from != start {
			from, to = c.nominative(f+1, o-1)
		}
		if from < to {
			return credit{"X is of the opinion", -1, from, to, 0.8}
		}
	}
	return noCredit
}

// predicate reports whether a word can be the verb of an opinion: ist, teilen.
func (c *scene) predicate(u unit) bool {
	return !u.upper && (u.is(isVerb) || u.is(isAuxiliary) && u.is(isStop))
}

// genitiveWords finds X in "Xs Antwort laut Zeugen: „…“".
func (c *scene) genitiveWords(s sentence, q int) credit {
	if !c.lex.capitals || !c.behindColon(s, q) {
		return noCredit
	}
	return c.openingWords(s, q, 0.75)
}

// openingWords finds X in the words that open a sentence, “X’s answer”, before unit end.
func (c *scene) openingWords(s sentence, end int, confidence float64) credit {
	if !c.isPerson(s.from) {
		return noCredit
	}
	to := c.entityEnd(s.from, end)
	if to >= end || !c.ownsNext(to-1, end) && (!c.lex.english || !isPossessive(c.units[to-1].Of(c.s))) || !c.units[to].is(isUtterance) {
		return noCredit
	}
	return credit{"X’s words", -1, s.from, to, confidence}
}

// concluded finds X in the sentence behind a quote that stands alone: „…“ Das ist das Fazit
// von X.
func (c *scene) concluded(s sentence) credit {
	if s.from+2 >= s.to || !c.units[s.from+1].is(isAuxiliary|isVerb) {
		return noCredit
	}
	for i := s.from + 2; i+2 < s.to && c.units[i].kind == word; i++ {
		if !c.units[i].is(isUtterance) || !c.units[i+1].is(isOf) {
			continue
		}
		if from, to := i+2, c.phraseEnd(i+2, s.to); from < to {
			return credit{"words of X", -1, from, c.apposed(s, to), 0.7}
		}
	}
	return noCredit
}
