package quote

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// What tells, in English, the noun phrases that can be speakers from those that cannot.

// speechless reports whether a phrase is of nobody who speaks and nothing that says
// something: it has no noun, or one for no person, office, body or text.
func (c *scene) speechless(from, to int) bool {
	if !c.lex.english || from >= to {
		return false
	}
	from = c.innerArticle(from, to)
	head := c.coreEnd(from, to) - 1
	for i := from; i <= head; i++ {
		if c.isPerson(i) || c.units[i].kind == marked || c.tells(c.units[i]) {
			return false
		}
	}
	return !c.able(head)
}

// innerArticle returns the unit of the last article inside a phrase that no preposition ties
// to the words before it, else its first unit: Filming [a screen] shot.
func (c *scene) innerArticle(from, to int) int {
	for i := to - 1; i > from; i-- {
		if u := c.units[i]; u.is(isArticle) && !c.units[i-1].is(isOf|isPreposition|isAuxiliary|isAlone) {
			return i
		}
	}
	return from
}

// coreEnd returns where the noun of a phrase ends, before what a preposition adds.
func (c *scene) coreEnd(from, to int) int {
	for i := from + 1; i < to; i++ {
		if c.units[i].is(isOf|isPreposition) && !c.units[i].upper {
			return i
		}
	}
	for to > from+1 && (c.units[to-1].kind == sign || c.units[to-1].is(isSelf)) {
		to--
	}
	return to
}

// peopleOf reports whether a phrase is of several people who belong to what an entity names:
// analysts at Acme.
func (c *scene) peopleOf(from, to, e int) bool {
	end := c.coreEnd(from, to)
	if !c.lex.english || end == to || !c.units[end].is(isOf) || c.units[to-1].entity != e {
		return false
	}
	head := c.units[end-1]
	return strings.HasSuffix(head.norm, "s") && head.entity < 0 && (c.tells(head) || c.describesPerson(head))
}

// tellerEnd returns where a phrase ends behind its first noun for those who speak, when verbs that
// no list holds may be of it: Many people [make].
func (c *scene) tellerEnd(from, to int) int {
	for i := from + 1; i+1 < to; i++ {
		if u, next := c.units[i], c.units[i+1]; !u.upper && c.tells(u) && !u.is(isArticle|isAlone) && !next.upper && next.kind == word && !next.is(isOf) && !c.tells(next) {
			return i + 1
		}
	}
	return to
}

// able reports whether the noun at unit i names or describes somebody, or a text.
func (c *scene) able(i int) bool {
	u := c.units[i]
	if u.is(isArticle | isPreposition | isOf | isAuxiliary) {
		return false
	}
	return u.upper || u.entity >= 0 || digit(u.norm[0]) || c.describesPerson(u)
}

// tells reports whether a word is on a list of those who speak and of what tells something,
// in the singular or the plural, or is a pronoun.
func (c *scene) tells(u unit) bool {
	const who = isPronoun | isFirstPerson | isAlone | isVoice | isUtterance | isSpeaker | isTitleNoun | isBearer | isEpithet | isMasculine | isFeminine
	one := strings.TrimSuffix(u.norm, "s")
	return u.is(who) || (c.lex.word(one).class|c.lex.word(beforeApostrophe(u.norm)).class)&(who&^isArticle) != 0
}

// describesPerson reports whether a word is a noun for people by its ending.
func (c *scene) describesPerson(u unit) bool {
	if u.kind != word || u.is(isNobody|isStop|isTime) {
		return false
	}
	if i := strings.LastIndexByte(u.norm, '-'); i > 0 && c.lex.word(u.norm[i+1:]).class&(isVoice|isSpeaker) != 0 {
		return true // vice-president
	}
	if c.lex.english && (c.aged(u) || c.parent(u.norm)) {
		return true
	}
	return c.endsIn(u.norm, c.lex.persons)
}

// reportersMentions returns where the reporter speaks of an entity. A body that the article
// names nowhere but in marks is what those whom it quotes speak of: the government of the
// reporter's own sentences is not the Swiss government of theirs.
func (c *scene) reportersMentions(e int) []text.Span {
	all := c.names.Entities[e].Mentions
	if c.onlyQuoted(e, len(c.s)) {
		return slices.DeleteFunc(slices.Clone(all), func(m text.Span) bool { return !c.capitalIn(m) })
	}
	return all
}

// onlyQuoted reports whether a body is named in marks, and nowhere else before a byte.
func (c *scene) onlyQuoted(e, before int) bool {
	if !c.lex.english || c.person(e) {
		return false
	}
	quoted := false
	for _, m := range c.names.Entities[e].Mentions {
		switch {
		case m.Start >= before:
			return quoted
		case !c.capitalIn(m): // a description
		case !c.inMarks(m.Start):
			return false
		default:
			quoted = true
		}
	}
	return quoted
}

// capitalIn reports whether a mention holds a word with a capital behind its article.
func (c *scene) capitalIn(m text.Span) bool {
	words := text.Words(m.Of(c.s))
	return slices.ContainsFunc(words, func(w text.Word) bool {
		return capital(w.Of(m.Of(c.s))) && c.lex.word(w.Norm).class&isArticle == 0
	})
}

// bodyBefore returns the body without a name that speaks in the sentence before sentence i,
// when “it” at unit at stands for it: the council said no; it said.
func (c *scene) bodyBefore(i, at int) string {
	if !c.lex.english || i == 0 || i > len(c.turns) || c.units[at].norm != "it" || c.sentences[i-1].paragraph != c.sentences[i].paragraph {
		return ""
	}
	t := c.turns[i-1]
	if t.sentence != i-1 || t.speaker.Entity >= 0 || t.speaker.Name == "" {
		return ""
	}
	return t.speaker.Name
}

// inMarks reports whether a byte stands inside a marked stretch.
func (c *scene) inMarks(at int) bool {
	i, _ := slices.BinarySearchFunc(c.stretches, at, func(st stretch, at int) int { return st.outer.End - at })
	return i < len(c.stretches) && c.stretches[i].outer.Start <= at
}

// spokeLast returns who spoke last before sentence i, when the pronoun at unit at fits them
// by a known gender or stood for them there: -1 for nobody.
func (c *scene) spokeLast(i, at int) int {
	if !c.lex.english || i == 0 || i > len(c.turns) {
		return -1
	}
	e := c.turns[i-1].speaker.Entity
	if !c.person(e) || !c.fits(e, c.units[at]) || c.sentences[i].paragraph-c.turns[i-1].paragraph > maxLookBack {
		return -1
	}
	if n := c.names.Entities[e]; n.Male == n.Female && text.Fold(c.turns[i-1].speaker.AsWritten) != c.units[at].norm {
		return -1
	}
	return e
}

// compatriotNoun reports whether the noun at unit i is of somebody by the country before it: a
// Norland engineer.
func (c *scene) compatriotNoun(i int) bool {
	before := c.units[i-1].entity
	return c.lex.english && !c.units[i].upper && before >= 0 && c.names.Entities[before].Nation != "" && c.describesPerson(c.units[i])
}
