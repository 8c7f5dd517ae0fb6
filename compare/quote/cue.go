package quote

import (
	"slices"
	"strings"
)

// What tells a cue verb from a noun of the same form.

// cueAt reports whether unit i is a cue verb and not the noun of the same form.
func (c *scene) cueAt(s sentence, i int) bool {
	u := &c.units[i]
	if !u.is(isVerb) || u.upper && !s.title && i > s.from {
		return false
	}
	if len(u.entry.particles) > 0 && !c.particleFollows(s, i) {
		return false
	}
	if i == s.from {
		return true
	}
	prev := &c.units[i-1]
	if c.lex.english && prev.is(isPreposition) && prev.norm == "without" {
		return false // it goes without saying
	}
	if c.lex.speakerLast && u.is(isNounToo) && prev.is(isArticle) && prev.is(isPronoun) {
		return false // het besluit
	}
	if prev.is(isPronoun|isThis) || prev.is(isAlone) && u.norm != u.entry.lemma && !u.is(isNounToo) {
		return true
	}
	if c.lex.speakerLast && !c.lex.verbSecond && prev.is(isPreposition) && !prev.is(isAuxiliary|isAs) && !c.endsIn(u.norm, c.lex.participles) {
		return false // em nota
	}
	if c.lex.speakerLast && !c.lex.verbSecond && prev.is(isVoice) && i-2 >= s.from && c.units[i-2].is(isArticle) && i+1 < s.to && c.units[i+1].upper {
		return false // il procuratore aggiunto Federica Monti
	}
	if c.lex.english && prev.is(isThat) && !u.is(isNounToo) && i-2 >= s.from && c.relates(i-1, s.from) {
		return !c.endsIn(u.norm, c.lex.participles) // a banner that read
	}
	if prev.is(isArticle|isOf) && (!c.lex.endings || !prev.is(isArticle)) || isPossessive(prev.Of(c.s)) {
		return false
	}
	if u.is(isNounToo) && len(u.entry.particles) == 0 && (c.nounForm(s, i) || c.nounBeside(s, i)) {
		return false
	}
	return u.norm != u.entry.lemma || u.is(isVerbOnly) || !c.nounAt(s, i)
}

// nounForm reports whether the form at unit i, a noun's as well as a verb's, stands where
// a noun does: behind a preposition, an adjective or a plural, as in anti-fur remarks.
func (c *scene) nounForm(s sentence, i int) bool {
	prev := c.units[i-1]
	switch {
	case prev.kind != word, prev.is(isPronoun | isRelative | isThat | isAuxiliary | isModal):
		return false
	case prev.is(isPreposition):
		return true
	case !strings.HasSuffix(c.units[i].norm, "s"):
		return false
	case prev.is(isStop), c.endsIn(prev.norm, c.lex.adverbEndings) && !prev.upper:
		return false
	case i-1 == s.from && prev.entity < 0:
		return !prev.is(isVoice)
	case prev.upper:
		return c.demonym(prev)
	case c.lex.english && !strings.HasSuffix(prev.norm, "s") && c.describesPerson(prev):
		return false // what one biologist calls
	}
	return !prev.is(isVoice) && strings.HasSuffix(prev.norm, "s") || strings.Contains(prev.norm, "-") || c.adjective(s, i-1)
}

// nounBeside reports whether a noun stands where the form at unit i does in English: behind the
// name of one and no more, as in a Harbour Board request, behind a figure, or before a noun.
func (c *scene) nounBeside(s sentence, i int) bool {
	u, prev := c.units[i], c.units[i-1]
	if !c.lex.english || prev.kind != word {
		return false
	}
	base := u.norm == u.entry.lemma
	switch {
	case digit(prev.norm[0]):
		return strings.HasSuffix(u.norm, "s")
	case base && prev.upper && prev.entity >= 0 && !s.title:
		return !strings.HasSuffix(prev.norm, "s") && !c.joinedName(s, i-1)
	case base && !prev.upper && prev.entry.class == 0 && !strings.HasSuffix(prev.norm, "s") && !c.endsIn(prev.norm, c.lex.adverbEndings):
		return true // a release order: no singular has such a verb
	case base && i+1 < s.to && !prev.upper:
		next := c.units[i+1]
		return next.kind == word && !next.upper && next.entry.class&^isVoice == 0 && next.is(isVoice) && !prev.is(isVoice|isPronoun|isModal|isRelative)
	}
	return false
}

// joinedName reports whether “and” joins the name that ends at unit i to another before it.
func (c *scene) joinedName(s sentence, i int) bool {
	from := c.entityStart(s.from, i)
	return from > s.from && c.units[from-1].norm == c.lex.and
}

// demonym reports whether the word is a country's adjective: broken Chinese promises.
func (c *scene) demonym(u unit) bool {
	return u.entity >= 0 && c.names.Entities[u.entity].Nation != "" && c.names.Entities[u.entity].Name != u.Of(c.s)
}

// adjective reports whether the word at unit i is no noun that an article opens.
func (c *scene) adjective(s sentence, i int) bool {
	if c.units[i].is(isVoice) {
		return false
	}
	for j := i - 1; j >= max(s.from, i-4); j-- {
		switch u := c.units[j]; {
		case u.is(isArticle), isPossessive(u.Of(c.s)):
			return false
		case u.kind != word, u.is(isStop):
			return true
		}
	}
	return true
}

// particleFollows reports whether the particle of the parted verb at unit i follows, or
// stands right before it: teilte … mit, wie sie bekannt gab.
func (c *scene) particleFollows(s sentence, i int) bool {
	if c.lex.verbSecond && i > s.from && slices.Contains(c.units[i].entry.particles, c.units[i-1].norm) {
		return true
	}
	far := maxParted
	if c.lex.english {
		far = 2 // hit back, put it
	}
	for j := i + 1; j < min(s.to, i+far); j++ {
		if slices.Contains(c.units[i].entry.particles, c.units[j].norm) {
			return true
		}
	}
	return false
}

const maxParted = 30 // units between a verb and its particle

// adjoins reports whether the name at unit i, one word behind an article, is part of a noun
// phrase: a Harbour comment.
func (c *scene) adjoins(i int) bool {
	return c.lex.english && i > 0 && c.units[i-1].is(isIndefinite) && c.units[i-1].is(isArticle)
}

// nounAt reports whether the word at unit i, in the form of an infinitive, ends a
// noun phrase: a political talking point.
func (c *scene) nounAt(s sentence, i int) bool {
	for j := i - 1; j >= max(s.from, i-3); j-- {
		u := c.units[j]
		switch {
		case u.is(isArticle), isPossessive(u.Of(c.s)):
			return true
		case u.kind != word, u.upper && !c.adjoins(j), u.is(isStop | isAuxiliary | isVoice | isPronoun), strings.HasSuffix(u.norm, "s"):
			return false
		}
	}
	return false
}
