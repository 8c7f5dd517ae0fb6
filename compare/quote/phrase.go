package quote

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

// longestName bounds the letters of a name in marks.
const longestName = 32

// shortName reports whether a marked stretch is no longer than a name.
func (c *scene) shortName(u unit) bool {
	st := c.stretches[u.quote]
	return st.Len() < 2*longestName && utf8.RuneCountInString(st.Of(c.s)) < longestName
}

// maxPhrase bounds the words of a noun phrase.
const maxPhrase = 12

// subjectBefore returns the units of the noun phrase before the verb, not reaching
// before unit floor.
func (c *scene) subjectBefore(v, floor int) (from, to int) {
	to = c.beforePerfect(v, floor)
	for to > floor && c.skippable(c.units[to-1]) {
		to--
	}
	to = c.beforeTime(to, floor)
	if to > floor+1 && (c.units[to-1].is(isRelative) || c.lex.english && to == v && c.units[to-1].is(isThat) && c.relates(to-1, floor)) {
		to--
		if c.units[to-1].isSign(",") {
			to--
		}
		return c.phraseBefore(to, floor)
	}
	if to > floor && c.units[to-1].isSign(")]") {
		to = c.bracketStart(to-1, floor)
	}
	if end := to; to > floor && c.units[to-1].isCommaOrDash() {
		from, to := c.phraseBefore(c.appositionStart(to-1, floor), floor)
		if f, t := c.bearerApposed(to, end-1); f > 0 {
			return f, t
		}
		if c.relation(from, to, floor) {
			from, to = c.phraseBefore(from-1, floor)
		}
		if !c.holdsSpeaker(from, to) {
			return 0, 0 // backs the plan, opposes “…”
		}
		return from, to
	}
	from, to = c.phraseBefore(to, floor)
	if f, t := c.beforeHanging(from, to, floor); f < t {
		return f, t
	}
	return c.modifiedSubject(from, to, floor)
}

// beforeHanging returns the noun phrase that another hangs on by a preposition, the units from to
// to: the notice [on the wall] read, who has [in the past] called.
func (c *scene) beforeHanging(from, to, floor int) (int, int) {
	p := from - 1
	titled := from < to && c.isPerson(to-1) && c.entityStart(from, to-1) > from // of trade for the north Ann Lee
	if !c.lex.english || from == to || titled || p <= floor || !c.units[p].is(isPreposition) || c.units[p].is(isSubordinate) || c.units[p].upper || c.units[p].is(isOf) && c.units[p].norm == "of" {
		return 0, 0
	}
	for p > floor && c.units[p-1].kind == word && (c.skippable(c.units[p-1]) || c.units[p-1].is(isPreposition) && !c.units[p-1].upper) {
		p-- // both inside and outside, prior to
	}
	if p <= floor || c.units[p-1].kind != word && !c.units[p-1].isSign(")") || c.units[p-1].is(isVerb) && !c.units[p-1].is(isNounToo) {
		return 0, 0
	}
	if c.units[p-1].is(isRelative) {
		return c.subjectBefore(p, floor)
	}
	f, t := c.phraseBefore(p, floor)
	if t > f+1 && c.opensRelative(t-1) {
		t-- // a source close to
	}
	if f == t || c.timely(f, t) || c.speechless(f, t) || f > floor && c.units[f-1].is(isVerb|isPreposition|isPronoun&^isArticle) || t == f+1 && digit(c.units[f].norm[0]) {
		return 0, 0
	}
	if p == from-1 && t == p && c.units[p].is(isOf) {
		return f, to // analysts at Acme
	}
	return f, t
}

// bearerApposed returns the name between the comma at unit i and that at unit end, alone or behind
// an article and what somebody described before does: her former leader, the violinist Ann Lee,
// said. Without one it returns 0.
func (c *scene) bearerApposed(i, end int) (from, to int) {
	if !c.lex.english || i+2 >= end || !c.units[i].isSign(",") || c.isPerson(i-1) {
		return 0, 0
	}
	if to := c.entityEnd(i+1, end); c.bearsFullName(c.units[i+1].entity) && (to == end || c.units[to].is(isOf)) {
		return i + 1, to // The head of the agency for water, Ann Lee of Kiel, said
	}
	if !c.units[i+1].is(isArticle) || !c.bearsFullName(c.units[end-1].entity) {
		return 0, 0
	}
	for j := i + 1; j < end; j++ {
		if u := c.units[j]; u.kind != word || u.is(isOf|isPreposition|isVerb|isRelative) && !u.upper {
			return 0, 0
		}
	}
	return c.entityStart(i, end-1), end
}

// modifiedSubject returns the noun phrase that a clause goes with whose last words are the
// units from to to, when they cannot speak: the official who asked for calm in the town said.
func (c *scene) modifiedSubject(from, to, floor int) (int, int) {
	if !c.lex.english || from == to || (c.holdsSpeaker(from, to) || c.tells(c.units[to-1])) && (!c.governed(sentence{from: floor}, to-1) || from > floor && c.units[from-1].is(isSubordinate)) {
		return from, to
	}
	for i := from - 1; i > floor && i > from-maxSubject && (c.units[i].kind == word || c.units[i].isSign("£$€")); i-- {
		if !c.opensRelative(i) {
			continue
		}
		if f, t := c.phraseBefore(i, floor); f < t && c.holdsSpeaker(f, t) {
			return f, t
		}
	}
	return from, to
}

// relates reports whether the “that” at unit i, right before a verb, stands for the noun
// before it: a banner that read.
func (c *scene) relates(i, floor int) bool {
	u := c.units[i-1]
	from, to := c.phraseBefore(i, floor)
	return u.kind == word && from < to && !u.is(isAuxiliary|isStop|isPronoun) && (!u.is(isVerb) || u.is(isNounToo))
}

// opensRelative reports whether the word at unit i opens a clause about the noun before it:
// a driver who, the firm that runs, a source speaking to.
func (c *scene) opensRelative(i int) bool {
	u, next := c.units[i], c.units[i+1]
	switch {
	case u.is(isRelative):
		return true
	case u.is(isThat):
		return next.is(isAuxiliary|isVerb) || next.kind == word && !next.upper && strings.HasSuffix(next.norm, "s") && !next.is(isStop)
	}
	bare := u.kind == word && u.entry.class == 0 && i > 0 && c.tells(c.units[i-1]) // a source close to
	return (bare || c.endsIn(u.norm, c.lex.participles)) && !u.upper && next.is(isPreposition)
}

// beforePerfect returns the auxiliary whose participle is at unit v, adverbs between them
// passed over, else v: avaient aussitôt dénoncé.
func (c *scene) beforePerfect(v, floor int) int {
	if !c.lex.speakerLast || c.lex.verbSecond {
		return v
	}
	for i := v - 1; i >= max(floor, v-5) && c.units[i].kind == word; i-- {
		if c.units[i].is(isPerfect) {
			return i
		}
	}
	return v
}

// beforeTime passes over the adverbial of time that ends before unit to: on Monday, late
// last week, in early August 2019.
func (c *scene) beforeTime(to, floor int) int {
	i := to
	for i > floor && to-i < 4 && (c.units[i-1].is(isTime) && c.units[i-1].entity < 0 || i < to && c.datesOf(c.units[i-1]) || i == to && c.yearAfterTime(i-1, floor)) {
		i--
	}
	switch {
	case i == to:
		return to
	case i > floor && c.units[i-1].is(isPreposition):
		return i - 1
	}
	return i
}

// datesOf reports whether a word goes with a word of time to its right.
func (c *scene) datesOf(u unit) bool {
	return u.is(isWithTime) || u.kind == word && digit(u.norm[0])
}

// yearAfterTime reports whether unit i is the number behind a month.
func (c *scene) yearAfterTime(i, floor int) bool {
	return i > floor && c.units[i].kind == word && digit(c.units[i].norm[0]) && c.units[i-1].is(isTime)
}

// phraseBefore returns the units of the noun phrase that ends before unit to.
func (c *scene) phraseBefore(to, floor int) (from, end int) {
	if to > floor && c.units[to-1].isSign(")]") {
		to = c.bracketStart(to-1, floor)
	}
	from = to
	for from > floor && to-from < maxPhrase && c.inPhraseLeft(from-1) {
		if u := c.units[from-1]; u.is(isPronoun) && !u.is(isArticle) && from < to && !c.units[from].is(isSelf) {
			break
		}
		from--
		if u := c.units[from]; u.is(isPronoun) && !u.is(isArticle) {
			break
		}
		if c.units[from].is(isArticle) && c.opensPhrase(from, floor) {
			break
		}
	}
	for from < to && !c.canHead(c.units[from]) {
		from++
	}
	return from, to
}

// opensPhrase reports whether the article at unit i parts its noun from another before it: an
// allegation the coast guard did not answer.
func (c *scene) opensPhrase(i, floor int) bool {
	return c.lex.english && i > floor+1 && c.units[i-1].kind == word && !c.units[i-1].upper && c.units[i-2].is(isArticle)
}

// holdsSpeaker reports whether a noun phrase names somebody or something that speaks.
func (c *scene) holdsSpeaker(from, to int) bool {
	for _, u := range c.units[from:to] {
		if u.kind == marked || u.upper || u.is(isVoice|isPronoun) {
			return true
		}
	}
	return false
}

// skippable reports whether the unit may stand between a speaker and the verb.
func (c *scene) skippable(u unit) bool {
	if u.kind != word || u.upper || u.is(isPronoun) {
		return false
	}
	return u.is(isAuxiliary) || c.endsIn(u.norm, c.lex.adverbEndings) && !u.is(isSpeaker) // her family
}

// bracketStart returns the unit of the bracket that opens before unit i, or i+1.
func (c *scene) bracketStart(i, floor int) int {
	for j := i - 1; j >= max(floor, i-maxPhrase); j-- {
		if c.units[j].isSign("([") {
			return j
		}
	}
	return i + 1
}

// appositionStart returns the unit of the comma that opens the apposition closed by
// the comma at i: X, a spokesman for Y, said.
func (c *scene) appositionStart(i, floor int) int {
	for j := i - 1; j > max(floor, i-maxSubject); j-- {
		if c.units[j].isCommaOrDash() && c.units[j].norm == c.units[i].norm {
			if c.isPerson(i-1) && !c.isPerson(j-1) && !c.units[j+1].is(isRelative|isArticle|isPreposition) && (!c.lex.english || !strings.HasSuffix(c.units[j-1].norm, "s") || !c.tells(c.units[j-1])) {
				return i // In Ohio, Governor Lee, said
			}
			if c.lex.endings && c.isPerson(i-1) && c.isPerson(j-1) && !c.nominativeAt(j-1, c.units[j-1].entity) {
				return i // Коллега Мельниковой, программист Егор Цой, шутит
			}
			return j
		}
	}
	return i
}

func (c *scene) isPerson(i int) bool {
	if c.units[i].isSign(")]") {
		i = max(0, c.bracketStart(i, 0)-1)
	}
	return c.person(c.units[i].entity)
}

func (c *scene) person(e int) bool { return e >= 0 && c.names.Entities[e].Kind == names.Person }

// maybePerson reports whether an entity can be a person, for all the article shows.
func (c *scene) maybePerson(e int) bool {
	if e < 0 {
		return false
	}
	n := c.names.Entities[e]
	return n.Kind == names.Person || !c.placed[e] && c.lex.speakerLast && !c.lex.verbSecond && n.Kind == names.Unknown && strings.Contains(n.Name, " ") && !c.lex.word(givenName(n.Name)).body() && !shouts(n.Name) && !c.namesBody(n.Name)
}

// namesBody reports whether a name with case endings holds the noun of a body, or letters that
// stand for words: Bieszczadzkiej Grupy GOPR.
func (c *scene) namesBody(name string) bool {
	return c.lex.endings && slices.ContainsFunc(strings.Fields(name), func(w string) bool {
		return c.lex.word(text.Fold(w)).class&isBody != 0 || shouts(w+" ")
	})
}

// shouts reports whether a name begins with letters that stand for words: TV Anhanguera.
func shouts(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	return len(first) > 1 && strings.ToUpper(first) == first && !strings.HasSuffix(first, ".")
}

// inPhraseLeft reports whether the noun phrase to the right goes on to the left with unit i.
func (c *scene) inPhraseLeft(i int) bool {
	u := c.units[i]
	switch {
	case u.kind != word:
		return u.isSign("&.")
	case u.is(isOf):
		return i > 0 && (c.units[i-1].is(isVoice) || u.norm == "of" && c.units[i-1].kind == word)
	case u.is(isPronoun):
		return true
	case u.is(isThat) && u.is(isStop), u.is(isAs) && c.lex.speakerLast && !c.lex.verbSecond:
		return false // a song that Ms Lee
	case u.is(isArticle):
		return true
	case u.is(isStop):
		return false
	case u.is(isVerb) && !u.is(isVoice) && !u.upper:
		return u.is(isNounToo) && i > 0 && (c.units[i-1].is(isArticle) || c.nounAfterName(i)) // the email said
	}
	return true
}

// nounAfterName reports whether the word at unit i, of the form of a cue verb too, follows a name
// and has its verb behind it, as a noun does: the victims of the Swan House fire have accused.
func (c *scene) nounAfterName(i int) bool {
	return c.lex.english && c.units[i-1].upper && i+1 < len(c.units) && c.units[i+1].is(isAuxiliary|isVerb) && !c.units[i+1].upper
}

// canHead reports whether a noun phrase may begin with the unit.
func (c *scene) canHead(u unit) bool {
	if c.lex.capitals && u.is(isOblique) && !u.is(isArticle) {
		return false // ihm
	}
	return u.kind == word && (u.is(isPronoun|isArticle) || !u.is(isStop|isOf) || u.upper && u.entity >= 0)
}

// phraseAfter returns the units of the noun phrase that begins at unit i, if one does.
func (c *scene) phraseAfter(i, ceil int) (from, to int) {
	if i >= ceil || !c.canHead(c.units[i]) || c.skippable(c.units[i]) && !c.opensNoun(i, ceil) {
		return 0, 0
	}
	return i, c.phraseEnd(i, ceil)
}

// opensNoun reports whether the word at unit i, a pronoun as well as an article, is an
// article here: disse o ministro.
func (c *scene) opensNoun(i, ceil int) bool {
	if !c.lex.free() || i+1 >= ceil || !c.units[i].is(isArticle) {
		return false
	}
	next := c.units[i+1]
	return next.kind == word && !next.is(isStop|isPreposition|isAuxiliary) && (!next.is(isVerb) || c.speaking(next) || c.epithet(next))
}

// phraseEnd returns the end of the noun phrase that begins at unit i.
func (c *scene) phraseEnd(i, ceil int) int {
	if c.lex.speakerLast && i+1 < ceil && c.units[i].is(isPronoun) && !c.units[i].is(isArticle) && !c.units[i+1].is(isSelf) {
		return i + 1
	}
	j := i
	for j < ceil && j-i < maxPhrase && c.inPhraseRight(i, j, ceil) {
		j++
	}
	return j
}

// personAhead reports whether nothing but small words, two at most, stand between unit j
// and a person whom a phrase describes: Президентка Асоціації міст Леся Бондар.
func (c *scene) personAhead(j, ceil int) bool {
	for i := j; i < min(ceil, j+3); i++ {
		switch u := c.units[i]; {
		case u.kind != word, u.is(isStop | isPreposition | isArticle | isPronoun | isAuxiliary | isThat):
			return false
		case c.isPerson(i):
			return i > j && !c.units[j].is(isVerb) || i == j+1 && c.speaking(c.units[j-1])
		}
	}
	return false
}

// inPhraseRight reports whether the noun phrase that begins at unit i goes on with unit j.
func (c *scene) inPhraseRight(i, j, ceil int) bool {
	u := c.units[j]
	switch {
	case u.kind == marked: // a newspaper’s name: die „Abendpost“
		return j > i && c.units[j-1].is(isArticle|isTitleNoun) && (!c.lex.capitals || !c.units[j-1].is(isIndefinite)) && c.shortName(u)
	case u.kind != word:
		return u.isSign("&.") && j > i && j+1 < ceil && (c.units[j+1].upper || c.lex.endings && c.pointed(j))
	case j == i:
		return true
	case u.is(isOf):
		return c.units[j-1].is(isVoice) || u.norm == "of" || c.lex.speakerLast && c.voiced(max(i, j-3), j) && (!c.lex.capitals || !c.isPerson(j-1))
	case u.is(isArticle):
		return c.units[j-1].is(isOf) || c.lex.speakerLast && !c.lex.capitals && j == i+1 && c.units[i].is(isArticle)
	case u.is(isStop | isPronoun), c.lex.verbSecond && u.is(isModal) && !u.upper, c.lex.speakerLast && u.is(isPreposition) && !u.upper:
		return false
	case c.lex.speakerLast && (u.upper || !c.lex.capitals) && c.personAhead(j, ceil):
		return true
	case c.nounBehindArticle(j):
		return true
	case c.units[j-1].upper && !c.units[j-1].is(isArticle) && !u.upper && !c.lex.namesModify && (!u.is(isVoice) || c.lex.endings && c.isPerson(j-1)):
		return false
	}
	return (!u.is(isVerb) || u.upper || u.is(isVoice)) && !c.finiteForm(u)
}

// finiteForm reports whether a word that no list holds is a verb by its ending: политик удалил
// эту запись.
func (c *scene) finiteForm(u unit) bool {
	return len(c.lex.finites) > 0 && u.kind == word && !u.upper && u.entity < 0 && c.endsIn(u.norm, c.lex.finites) && !c.speaking(u) && !c.epithet(u)
}

// nounBehindArticle reports whether the word at unit j, of the form of a cue verb, follows an
// article at once, as a noun does: said the press officer, said the ruling.
func (c *scene) nounBehindArticle(j int) bool {
	prev := c.units[j-1]
	return c.lex.english && prev.is(isArticle) && !prev.is(isPronoun|isStop|isThat|isAlone) && c.units[j].is(isVerb)
}

// relation reports whether a phrase in commas says whose kin or holder the person before it
// is: Rosa Villalba, the mother of Pablo Villalba, one of the boys, said.
func (c *scene) relation(from, to, floor int) bool {
	if !c.lex.english || from < floor+2 || from+3 > to || !c.units[from].is(isArticle) || !c.units[from-1].isSign(",") || !c.isPerson(from-2) {
		return false
	}
	return c.units[from+2].is(isOf) && !c.isPerson(from+1)
}
