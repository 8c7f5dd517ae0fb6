package quote

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/names"
)

// What finds subjects by their place in the sentence, where they stand where they like: noun
// phrases that open it, or a clause of it.

// incisedBefore finds X in ", said X," before the words at unit q: Il decreto, ha detto X, «…».
func (c *scene) incisedBefore(s sentence, v, q int) credit {
	first := v
	for first > s.from && c.units[first-1].is(isAuxiliary|isPerfect|isReflexive) && !c.units[first-1].upper {
		first--
	}
	if c.lex.endings || first == s.from || !c.units[first-1].isSign(",") || v+1 >= q {
		return noCredit
	}
	if next := c.units[v+1]; next.is(isClitic) && next.is(isHe|isShe) {
		return credit{"said X", v, v + 1, v + 2, 0.9}
	}
	if cr := c.behind(s, v); cr.named() && cr.from <= v+2 && cr.to < q && c.units[cr.to].isSign(",") {
		return cr
	}
	return noCredit
}

// opening returns the noun phrase with an article that opens the sentence, or follows a comma
// in it, whatever its noun, when its place makes it the subject of the verb v: Le veilleur de nuit, entendu hier, a
// raconté; il priore annuisce e dice.
func (c *scene) opening(s sentence, v int) (from, to int) {
	if c.lex.endings {
		return 0, 0
	}
	start := c.datelineEnd(s)
	for i := start; i+1 < v; i++ {
		if i > start && !c.units[i-1].isSign(",") {
			continue
		}
		if to := c.subjectFrom(i, v); to > i {
			return i, to
		}
	}
	return 0, 0
}

// subjectFrom returns the end of the noun phrase with an article at unit from that leads to
// the verb v, from when there is none.
func (c *scene) subjectFrom(from, v int) int {
	head := c.units[from+1]
	if !c.units[from].is(isArticle) || c.units[from].is(isPreposition) || head.upper || head.is(isTime|isUtterance) || c.endsIn(head.norm, c.lex.things) {
		return from
	}
	to := from + 1
	for to < v && c.carriesOn(from, to) {
		to++
	}
	if to == from+1 || !c.leadsTo(to, v) {
		return from
	}
	if c.units[to].norm == c.lex.and && to > from+2 && !c.units[to-2].is(isOf|isArticle) {
		to-- // il priore ascolta e dice
	}
	return to
}

// carriesOn reports whether the noun phrase that opens at unit from goes on with unit i, a noun,
// an adjective or what belongs to them.
func (c *scene) carriesOn(from, i int) bool {
	u := c.units[i]
	switch {
	case u.kind != word:
		return false
	case u.is(isOf):
		return i > from+1
	case u.is(isArticle):
		return c.units[i-1].is(isOf)
	}
	return !u.is(isStop|isAuxiliary|isThat|isRelative|isPronoun|isPreposition|isPerfect) && (!u.is(isVerb) || u.upper)
}

// leadsTo reports whether nothing stands from unit i to the verb v that parts it from its
// subject: an aside between commas, small words, another verb that “and” joins to it.
func (c *scene) leadsTo(i, v int) bool {
	if c.units[i].isSign(",") {
		end := i + 1
		for end < v && !c.units[end].isSign(",") {
			end++
		}
		if end == v || end == i+1 || c.units[i+1].is(opensSource|isAs) {
			return false
		}
		i = end + 1
	}
	first := v
	for first > i && c.beforeVerb(c.units[first-1]) {
		first--
	}
	if first == i {
		return true
	}
	return c.units[first-1].norm == c.lex.and && !slices.ContainsFunc(c.units[i:first], func(u unit) bool { return u.kind != word || u.is(isThat|isRelative|isBe) })
}

// beforeVerb reports whether a word may stand between a subject and its verb.
func (c *scene) beforeVerb(u unit) bool {
	return u.kind == word && !u.upper && (c.skippable(u) || u.is(isPerfect|isReflexive|isArticle))
}

// fromArticle returns where a noun phrase begins without the words before its article, the last
// as far as unit i that nothing ties to them: Plaude invece [il governatore].
func (c *scene) fromArticle(from, i int) int {
	for k := i; k > from && !c.lex.endings; k-- {
		if c.units[k].is(isArticle) && !c.units[k-1].is(isOf|isPreposition|isArticle) {
			return k
		}
	}
	return from
}

// oneOf returns where a phrase begins that speaks of one of several, the small word at unit of
// before the noun at unit from: una delle vedove. Else it returns from.
func (c *scene) oneOf(s sentence, of, from int) int {
	if c.lex.endings || of <= s.from || !c.units[of-1].is(isIndefinite) || !c.units[of-1].is(isArticle) || of-1 > s.from && c.units[of-2].is(isPreposition|isOf) {
		return from
	}
	return of - 1
}

// beforeFinite returns the end of the noun phrase around unit i without the verb that it took in
// for an adjective, as what follows shows: il priore [ascolta] e dice.
func (c *scene) beforeFinite(i, to int) int {
	if c.lex.endings || to-1 <= i || to >= len(c.units) {
		return to
	}
	last, next := c.units[to-1], c.units[to]
	noun := last.upper || last.entity >= 0 || last.entry.class != 0 || c.units[to-2].is(isOf|isArticle)
	if noun || next.kind != word || next.upper || next.is(isVerb|isAuxiliary|isPerfect|isBe|isReflexive|isOf) {
		return to
	}
	return to - 1
}

// whoByEnding reports whether the noun at unit i, behind its article, is one for people by its
// ending: gli animalisti, la flautista.
func (c *scene) whoByEnding(i int) bool {
	return c.lex.free() && !c.lex.endings && i > 0 && c.units[i-1].is(isArticle) && !c.units[i].upper && c.describesPerson(c.units[i])
}

// firstSpeaker returns the first noun phrase of a sentence before unit v that can be
// its subject: a person, a body, somebody described, or a pronoun.
func (c *scene) firstSpeaker(s sentence, v int) (from, to int) {
	if from, to := c.behindBare(s, v); from < to {
		return from, to
	}
	for i := c.pastParticiple(s, v); i < v; i++ {
		u := c.units[i]
		switch {
		case i == s.from && c.doubtful(i):
			continue
		case u.is(isHe|isShe) && !u.is(isArticle|isClitic) && (i == s.from || !c.units[i-1].is(isPreposition)):
			return i, i + 1
		case u.entity >= 0 && c.speaks(u.entity) || (c.speaking(u) || c.lex.endings && u.is(isEpithet) && !u.is(isInflected)) && !u.is(isUtterance) || c.whoByEnding(i):
			if from, to := c.around(s, i, v); c.plausible(s, from, to) {
				return from, to
			}
			i = c.phraseEnd(i, v) - 1
		}
	}
	return 0, 0
}

// pastParticiple returns where to look for the subject of a sentence: behind its dateline, and
// behind the comma that ends what a participle or a conjunction opens it with: Preguntado por X,
// el técnico; als het kabinet niet beweegt, sluit hij.
func (c *scene) pastParticiple(s sentence, v int) int {
	start := c.datelineEnd(s)
	u := c.units[start]
	participle := u.entity < 0 && u.upper && (u.entry.class == 0 || u.is(isVerb)) && c.participle(u.norm)
	if c.lex.endings || u.kind != word || !participle && !u.is(isSubordinate) {
		return start
	}
	for i := start + 1; i+1 < v; i++ {
		if next := c.units[i+1]; c.units[i].isSign(",") && (next.is(isArticle|isHe|isShe) || next.entity >= 0 || u.is(isSubordinate)) {
			return i + 1
		}
	}
	return start
}

// datelineEnd returns the unit behind the place that opens a report: MURCIA.- El portavoz,
// BAGNACAVALLO (RAVENNA) Alle quattro.
func (c *scene) datelineEnd(s sentence) int {
	if s.from+3 < s.to && c.units[s.from].isSign("(") && c.units[s.from+2].isSign(")") && c.units[s.from+3].isSign("—–-") {
		return s.from + 4 // (AFP) - Le Qatar
	}
	i := s.from
	for i < s.to && i < s.from+maxDateline && c.units[i].kind == word && c.shouted(i) {
		i++
	}
	if i == s.from || i+1 >= s.to || c.units[i].kind == word {
		return s.from
	}
	if c.units[i].isSign("(") {
		for i < s.to-1 && i < s.from+maxDateline && !c.units[i].isSign(")") {
			i++
		}
	}
	for i < s.to-1 && c.units[i].isSign(".,—–-)") {
		i++
	}
	return i
}

// shouted reports whether the word at unit i is written in capitals.
func (c *scene) shouted(i int) bool {
	w := c.units[i].Of(c.s)
	return len(w) > 2 && strings.ToUpper(w) == w && strings.ToLower(w) != w
}

// behindBare returns the person whose name follows a description without an article that
// opens the sentence: Dono de uma padaria em Osasco, Reginaldo Souza sente.
func (c *scene) behindBare(s sentence, v int) (from, to int) {
	first := c.units[s.from]
	if c.lex.endings || first.kind != word || first.entity >= 0 || first.is(isArticle) || !c.speaking(first) && !c.epithet(first) {
		return 0, 0
	}
	for i := s.from + 1; i+1 < min(v, s.from+maxDescription); i++ {
		if c.units[i].isSign(",") && c.maybePerson(c.units[i+1].entity) {
			return i + 1, c.entityEnd(i+1, v)
		}
		if c.units[i].kind != word || !c.complements(i) && !c.units[i].is(isArticle|isPreposition) {
			return 0, 0
		}
	}
	return 0, 0
}

// doubtful reports whether a word that opens a sentence, where all have a capital, is taken
// for a name on no other grounds.
func (c *scene) doubtful(i int) bool {
	e := c.units[i].entity
	if e < 0 || c.names.Entities[e].Kind != names.Unknown || c.speaking(c.units[i]) || len(c.names.Entities[e].Mentions) > 1 {
		return false
	}
	return i+1 >= len(c.units) || c.units[i+1].entity != e
}

// around returns the noun phrase that holds unit i, the name that follows a description
// taken in.
func (c *scene) around(s sentence, i, v int) (from, to int) {
	to = c.phraseEnd(i, v)
	for to <= i {
		to++
	}
	from, _ = c.phraseBefore(i+1, s.from)
	if from > i {
		from = i
	}
	to = c.beforeFinite(i, to)
	if k := from - 1; k > s.from && !c.lex.endings && c.units[k].is(isArticle) && c.units[k-1].is(isOf) {
		from = c.oneOf(s, k-1, from)
	} else if k >= s.from && c.units[k].is(isOf) {
		from = c.oneOf(s, k, from)
	}
	return c.fromArticle(from, i), c.apposed(s, to)
}
