package quote

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

// What finds subjects where they may stand before the verb, behind it, or be understood,
// as in the Romance and Slavic languages.

// free reports whether subjects stand where they like.
func (l *lexicon) free() bool { return l.speakerLast && !l.verbSecond }

// freeSubject returns the speaker of the cue verb v before unit q. A verb of which
// nothing is the subject is still given: he or she who spoke last is understood.
func (c *scene) freeSubject(s sentence, v, q int) credit {
	if cr := c.incisedBefore(s, v, q); cr.named() {
		return cr
	}
	if from, to := c.antecedent(s, v); from < to {
		return credit{"X said before", v, from, to, 0.8}
	}
	if c.describing(s, v) {
		if from, to := c.firstSpeaker(s, v-1); from < to && to < v-1 {
			return credit{"X … said", v, from, to, 0.6}
		}
		return credit{rule: "said", verb: v, confidence: 0.5}
	}
	from, to := c.subjectBefore(v, s.from)
	from = c.fromArticle(from, to-1)
	if to == from+1 && c.units[from].is(isThey) {
		return c.sideOf(s, v, from)
	}
	if c.lex.endings && from == s.from && to == from+1 && c.doubtful(from) {
		if cr := c.behind(s, v); cr.named() && cr.to <= q {
			return cr // Podobnie uważa starosta
		}
	}
	if c.plausible(s, from, to) || c.bareName(s, from, to) {
		return credit{"X said before", v, from, c.apposed(s, to), 0.9}
	}
	if cr := c.behind(s, v); cr.named() && cr.to <= q && c.plausible(s, cr.from, cr.to) {
		return cr
	}
	if from, to = c.firstSpeaker(s, v); from < to {
		return credit{"X … said", v, from, to, 0.7}
	}
	if from, to = c.opening(s, v); from < to {
		return credit{"X … said", v, from, to, 0.6}
	}
	if impersonal := v+1 < s.to && c.units[v+1].is(isThey); c.units[s.from].is(isLocative) && (c.lex.endings || impersonal || c.endsIn(c.units[v].norm, c.lex.plurals) || c.pluralBefore(s, v)) {
		if from, to := c.bodyPhrase(s, s.from+1, v); from < to {
			return credit{atRule, v, from, to, 0.7} // в министерстве сообщили
		}
	}
	return credit{rule: "said", verb: v, confidence: 0.5}
}

// pluralBefore reports whether the verb v is an infinitive that a plural governs: se limitan a
// señalar.
func (c *scene) pluralBefore(s sentence, v int) bool {
	u := c.units[v]
	if u.norm != u.entry.lemma || v < s.from+3 || !c.units[v-1].is(isPreposition|isOf) {
		return false
	}
	return c.units[v-2].kind == word && !c.units[v-2].is(isStop) && c.endsIn(c.units[v-2].norm, c.lex.plurals)
}

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

// describing reports whether the verb v is a participle that says behind a comma what the noun
// before it is called: lo stop alla corsa, definita «…».
func (c *scene) describing(s sentence, v int) bool {
	u := c.units[v]
	if v < s.from+2 || !c.units[v-1].isSign(",") || strings.HasPrefix(u.entry.lemma, u.norm) {
		return false
	}
	return slices.ContainsFunc(c.lex.agreements, func(a []string) bool { return c.endsIn(u.norm, a) })
}

// sideOf finds on whose side “they” at unit pronoun, the subject of the verb v, are: à la
// mairie, on assure. Where nothing tells it they are nobody.
func (c *scene) sideOf(s sentence, v, pronoun int) credit {
	if from, to := c.sideBefore(s, pronoun); from < to {
		return credit{"at X they said", v, from, to, 0.7}
	}
	return credit{"said X", v, pronoun, pronoun + 1, 0.5}
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

// atRule marks who says something at a place: в министерстве сообщили.
const atRule = "at X they said"

// bodyPhrase returns the noun phrase at unit i if it is of a body, in marks or not.
func (c *scene) bodyPhrase(s sentence, i, end int) (from, to int) {
	if i < end && c.units[i].kind == marked {
		if c.lex.endings && c.newspaper(c.units[i]) {
			return i, i + 1
		}
		return 0, 0
	}
	if to = c.phraseEnd(i, end); !c.nameable(s, i, to) || c.timely(i, to) || c.isPerson(i) {
		return 0, 0
	}
	return i, to
}

// bareName reports whether a phrase is one word with a capital that opens the sentence and
// that the lexicon does not know: Trenitalia fa sapere.
func (c *scene) bareName(s sentence, from, to int) bool {
	if from != s.from || to != from+1 || c.lex.endings || !c.units[from].upper || s.title {
		return false
	}
	u := c.units[from]
	return u.kind == word && u.entry.class == 0 && len(u.norm) > 4 && !c.endsIn(u.norm, c.lex.adverbEndings) && !c.endsIn(u.norm, c.lex.participles) && c.lex.genderOf(u.norm) == anybody && !c.participle(u.norm)
}

// participle reports whether a word may be one that opens a clause: Entusiasta, Esasperati,
// Venu.
func (c *scene) participle(w string) bool {
	r := lastRune(w)
	return c.lex.offices && strings.ContainsRune("oaieéstux", r) && strings.HasSuffix(strings.TrimRight(w, "oaies"), "t") || strings.HasSuffix(w, "do") || strings.HasSuffix(w, "da") || strings.HasSuffix(w, "é") || strings.HasSuffix(w, "ée")
}

// freelyBehind finds the speaker behind the verb v, at unit n or behind what a preposition
// opens there: afferma in una nota la segretaria.
func (c *scene) freelyBehind(s sentence, v, n int) credit {
	if from, to := c.namedBehind(s, v, n); from < to {
		return credit{"said X", v, from, to, 0.95}
	}
	from, to := c.phraseAfter(n, s.to)
	if to = c.apposed(s, to); c.plausible(s, from, to) && !c.saysOfSelf(s, v, from) {
		return credit{"said X", v, from, to, 0.95}
	}
	if n < s.to && c.units[n].isSign(",") {
		return c.pastAside(s, v, n)
	}
	if to := c.bareSubject(s, v, n); to > n {
		return credit{"said X", v, n, to, 0.7}
	}
	if n >= s.to || c.units[n].kind != word || c.units[n].upper && !c.units[n].is(isPreposition|isTime) {
		return noCredit
	}
	straight := c.units[n].is(isPreposition | isTime)
	inText := n+1 < s.to && c.units[n+1].is(isUtterance) // napisali w liście
	if c.units[n].is(isLocative) && (c.endsIn(c.units[v].norm, c.lex.plurals) && !inText || c.units[v].is(isWritten)) {
		from, to := c.bodyPhrase(s, n+1, s.to)
		if c.units[v].is(isWritten) && n+1 < s.to && !c.timely(n+1, c.phraseEnd(n+1, s.to)) {
			from, to = n+1, c.genitiveEnd(n+1, c.phraseEnd(n+1, s.to))
		}
		if from < to {
			return credit{atRule, v, from, to, 0.7} // додали в пресслужбі
		}
	}
	for i := n + 1; i < min(s.to, n+maxPhrase) && c.passable(i); i++ {
		if c.units[i].kind != word || straight && i == n+1 {
			continue
		}
		if from, to := c.subjectAt(s, v, i); from < to && (straight || c.spokenBy(from, to)) {
			return credit{"said X", v, from, to, 0.85}
		}
	}
	return noCredit
}

// saysOfSelf reports whether the noun at unit n, right behind a reflexive verb, says what
// somebody is said to be: se diz vítima de.
func (c *scene) saysOfSelf(s sentence, v, n int) bool {
	return !c.lex.endings && v > s.from && c.units[v-1].is(isReflexive) && n == v+1 && !c.units[n].upper && !c.units[n].is(isArticle|isPronoun)
}

// bareSubject returns the end of the noun at unit n that no list holds, when it goes with the
// form of the verb v right before it where nouns have no articles: krzyczeli przeciwnicy
// strefy, сказала вахтёрша. Without one it returns n.
func (c *scene) bareSubject(s sentence, v, n int) int {
	const small = isStop | isPreposition | isAuxiliary | isPronoun | isFirstPerson | isThat | isRelative | isVerb | isTime | isLocative | isReflexive | isInflected
	if !c.lex.endings || n != v+1 || n >= s.to || c.units[n].kind != word || c.units[n].upper || c.units[n].is(small) || c.skippable(c.units[n]) {
		return n
	}
	r := lastRune(c.units[n].norm)
	several := c.endsIn(c.units[v].norm, c.lex.plurals) && strings.ContainsRune("iyeиіыї", r)
	end := n+1 == s.to || c.units[n+1].kind == sign
	switch shown := c.genderShown(v); {
	case several:
		return c.phraseEnd(n, min(s.to, n+2))
	case end && shown == woman && strings.ContainsRune("aая", r), end && shown == man && !strings.ContainsRune("aeiouyąęóаеиоуыэюяіїєь", r):
		return n + 1
	}
	return n
}

// passable reports whether the subject of a verb may still follow unit i.
func (c *scene) passable(i int) bool {
	u := c.units[i]
	if u.kind == marked {
		return c.shortName(u)
	}
	verb := u.is(isVerb) && !u.upper && !c.speaking(u) && u.norm != u.entry.lemma
	return u.kind == word && !u.is(isThat|isRelative&^isArticle) && !verb || c.pointed(i)
}

// subjectAt returns the noun phrase that opens at unit i, behind the verb v and what stands
// between, if it can be the subject.
func (c *scene) subjectAt(s sentence, v, i int) (from, to int) {
	prev := c.units[i-1]
	governed := prev.kind == word && prev.is(isPreposition|isOf) && !c.units[max(i-2, 0)].is(isOwned) // de son côté
	named := c.maybePerson(c.units[i].entity) && !governed && prev.entity != c.units[i].entity
	if c.lex.endings && c.speaking(c.units[i]) && !governed && !c.units[i].is(isInflected) {
		from, to = c.phraseAfter(i, s.to)
		if to = c.apposed(s, to); c.isPerson(to-1) || from < to && c.subjectShape(i, v) {
			return from, to
		}
	}
	from, to = c.phraseAfter(i, s.to)
	opens := c.units[i].is(isArticle) && !governed && !prev.is(isArticle) || named
	if to = c.apposed(s, to); opens && from < to && (named || c.plausible(s, from, to)) {
		return from, to
	}
	return 0, 0
}

// spokenBy reports whether the noun at the head of a phrase is one for somebody who speaks.
func (c *scene) spokenBy(from, to int) bool {
	for i := from; i < min(to, from+3); i++ {
		if u := c.units[i]; c.speaking(u) || c.epithet(u) || u.upper || u.entity >= 0 {
			return true
		}
	}
	return false
}

// subjectShape reports whether the noun at unit i is known by its nominative and goes with
// the gender that the verb v shows.
func (c *scene) subjectShape(i, v int) bool {
	u := c.units[i]
	if u.is(isInflected) || u.upper {
		return false
	}
	shown := c.genderShown(v)
	g := c.genderOf(i, i)
	return shown != anybody && (g == shown || g == anybody && shown == man) && !u.is(isBody)
}

// genderShown returns the gender that the form of the verb at unit v gives its subject.
func (c *scene) genderShown(v int) gender {
	switch {
	case v < 0 || c.units[v].kind != word:
		return anybody
	case c.endsIn(c.units[v].norm, c.lex.womensVerbs):
		return woman
	case c.endsIn(c.units[v].norm, c.lex.mensVerbs):
		return man
	}
	return anybody
}

// pastAside finds the speaker behind what commas set off after the verb v: repetia, sentada
// no passeio, uma idosa.
func (c *scene) pastAside(s sentence, v, comma int) credit {
	for i := comma + 1; i+1 < min(s.to, comma+maxPhrase) && c.units[i].kind != marked && !c.cueAt(s, i); i++ {
		if !c.units[i].isSign(",") {
			continue
		}
		if from, to := c.phraseAfter(i+1, s.to); c.plausible(s, from, to) && (c.units[from].is(isArticle) || c.isPerson(to-1)) {
			return credit{"said X", v, from, to, 0.7}
		}
		break
	}
	return noCredit
}

// plausible reports whether a noun phrase can be the subject of a cue verb.
func (c *scene) plausible(s sentence, from, to int) bool {
	if from >= to || !c.nameable(s, from, to) || c.timely(from, to) || c.oblique(to-1) || c.allInflected(from, to) {
		return false
	}
	return !c.hangs(s, from) || c.bearerAtEnd(from, to) >= 0 && c.units[from].entity != c.units[to-1].entity
}

// hangs reports whether the noun phrase that opens at unit from hangs on a preposition. What
// an article opens hangs on none but the one right before it.
func (c *scene) hangs(s sentence, from int) bool {
	if u := c.units[from]; u.is(isArticle) && !u.is(isOf|isPreposition) {
		return from > s.from && c.units[from-1].kind == word && c.units[from-1].is(isPreposition|isOf)
	}
	return c.governed(s, from)
}

// nameable reports whether a noun phrase names or describes somebody: a capital at the
// beginning of the sentence shows nothing.
func (c *scene) nameable(s sentence, from, to int) bool {
	for i, u := range c.units[from:to] {
		switch {
		case u.kind == marked, u.is(isPronoun), c.speaking(u), c.epithet(u), c.whoByEnding(from + i):
			return true
		case u.entity >= 0:
			if c.speaks(u.entity) {
				return true
			}
		case u.upper && from+i > s.from && !u.is(isStop|isAuxiliary|isPreposition):
			return true
		}
	}
	return false
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

// antecedent returns what the relative clause of the verb v goes with: the minister, who
// days before had called.
func (c *scene) antecedent(s sentence, v int) (from, to int) {
	start := c.clauseStart(s, v)
	if start == s.from || start == v || !c.units[start].is(isRelative) || !c.units[start-1].isSign(",") {
		return 0, 0
	}
	for _, u := range c.units[start+1 : v] {
		if u.entity >= 0 || u.is(isVoice) && !u.upper {
			return 0, 0 // which the minister called
		}
	}
	from, to = c.phraseBefore(start-1, s.from)
	if from == to || !c.nameable(s, from, to) || c.timely(from, to) {
		return 0, 0
	}
	return from, to
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

// understood attributes a quote whose verb has no subject, in sentence i, to who spoke
// last in the paragraph with nobody else the subject since, else to the nearest subject
// of the paragraph, else to who spoke in the paragraph before.
func (c *scene) understood(q *Quote, i, v int) {
	s, last := c.sentences[i], c.last
	if c.lex.endings && c.maybePerson(last.speaker.Entity) && c.endsIn(c.units[v].norm, c.lex.plurals) {
		c.severalAbove(q, i)
		return
	}
	g := c.genderShown(v)
	if name := c.describedBefore(i, g); g != anybody && name != "" && last.sentence < i-1 {
		q.Speaker = Speaker{Name: name, AsWritten: c.span(v, v+1).Of(c.s), At: c.span(v, v+1), Entity: -1}
		q.Rule += "; described before"
		c.last = turn{q.Speaker, -1, s.paragraph, i}
		return
	}
	if g != anybody && c.maybePerson(last.speaker.Entity) && !c.maybe(last.speaker.Entity, g) {
		if e := c.spokenOf(s.from, g); e >= 0 {
			q.Speaker, q.Rule = c.named(last.speaker, e), q.Rule+"; understood by gender"
			q.Speaker.At = c.span(v, v+1)
			q.Speaker.AsWritten = q.Speaker.At.Of(c.s)
			c.last = turn{q.Speaker, -1, s.paragraph, i}
			return
		}
	}
	if e := c.onlyNamed(i, g); e >= 0 && last.paragraph < s.paragraph {
		q.Speaker, q.Rule = c.named(Speaker{AsWritten: c.span(v, v+1).Of(c.s), At: c.span(v, v+1)}, e), q.Rule+"; understood by gender"
		c.last = turn{q.Speaker, -1, s.paragraph, i}
		return
	}
	switch {
	case last.speaker.AsWritten != "" && last.paragraph == s.paragraph && !c.personBetween(last.sentence, s.from, last.speaker.Entity) && !c.severalSpoke(v):
		q.Speaker, q.Rule = last.speaker, q.Rule+"; understood"
	case c.subjectAbove(q, i):
		return
	case c.interviewee(q, s, v):
		return
	case last.speaker.AsWritten != "" && last.paragraph == s.paragraph-1 && (!c.dashed(q) || !c.aBody(last.speaker.Entity)):
		q.Speaker, q.Rule = last.speaker, q.Rule+"; carried over"
	default:
		return
	}
	c.last.paragraph, c.last.sentence = s.paragraph, i
}

// interviewee attributes a quote whose verb, at unit v, has no subject to the person whom the
// headline quotes by name, Ann Lee: «…», where the paragraph before was another’s. It reports
// whether it did.
func (c *scene) interviewee(q *Quote, s sentence, v int) bool {
	e := c.headlined()
	if e < 0 || v < 0 || e == c.last.speaker.Entity || slices.Contains(c.lex.goingOn, c.units[v].entry.lemma) {
		return false
	}
	q.Speaker = c.named(Speaker{AsWritten: c.span(v, v+1).Of(c.s), At: c.span(v, v+1)}, e)
	q.Rule += "; who is interviewed"
	c.last = turn{q.Speaker, -1, s.paragraph, c.sentenceOf(v)}
	return true
}

// headlined returns the person whose name and a colon open the headline before words in marks,
// -1 when none does.
func (c *scene) headlined() int {
	s := c.sentences[0]
	if !c.inHeadline(s) || !c.maybePerson(c.units[s.from].entity) {
		return -1
	}
	end := c.entityEnd(s.from, s.to)
	if end+1 < s.to && c.units[end].isSign(":") && c.units[end+1].kind == marked {
		return c.units[s.from].entity
	}
	return -1
}

// dashed reports whether a quote is speech behind a dash, as a person’s is.
func (c *scene) dashed(q *Quote) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(c.s[:q.Start], " \u00a0"))
	return isDash(r)
}

// severalSpoke reports whether the last speakers were several and the verb at unit v is one
// person's.
func (c *scene) severalSpoke(v int) bool {
	last := c.last.speaker
	if v < 0 || !c.lex.offices || c.lex.endings || len(c.lex.plurals) == 0 || last.Entity >= 0 {
		return false
	}
	first, _, more := strings.Cut(last.AsWritten, " ")
	e := c.lex.word(text.Fold(first))
	several := more && e.class&isArticle != 0 && e.class&(isMasculine|isFeminine|isElision|isOwned) == 0
	for i := max(0, v-2); i <= v && several; i++ {
		several = !c.endsIn(c.units[i].norm, c.lex.plurals)
	}
	return several
}

// subjectAgreeing returns the subject of sentence k; where it is of several and the verb of
// a quote of one, the next that the sentence names.
func (c *scene) subjectAgreeing(q *Quote, k int) (from, to int) {
	from, to = c.subjectOfSentence(k)
	if from == to || c.lex.endings || len(c.lex.plurals) == 0 || c.endsIn(text.Fold(q.Verb), c.lex.plurals) {
		return from, to
	}
	head := c.headNoun(from, to)
	if head < 0 || !c.many(from, head) {
		return from, to
	}
	rest := c.sentences[k]
	rest.from = to
	if f, t := c.firstSpeaker(rest, rest.to); f < t && c.maybePerson(c.headEntity(f, t)) {
		return f, t
	}
	return from, to
}

// severalAbove attributes a quote whose verb is of several people to the nearest description
// before it in its paragraph that is no one person's.
func (c *scene) severalAbove(q *Quote, i int) {
	for k := i - 1; k >= 0 && k >= i-maxLookBack && c.sentences[k].paragraph == c.sentences[i].paragraph; k-- {
		from, to := c.subjectOfSentence(k)
		if from == to || c.units[from].is(isPronoun) || c.maybePerson(c.headEntity(from, to)) {
			continue
		}
		q.Rule += "; several before"
		q.Speaker = Speaker{Name: c.nameOf(from, to), AsWritten: c.span(from, to).Of(c.s), At: c.span(from, to), Entity: -1}
		c.last = turn{q.Speaker, -1, c.sentences[i].paragraph, i}
		return
	}
}

// subjectAbove attributes a quote of sentence i to the nearest subject before it in its
// paragraph.
func (c *scene) subjectAbove(q *Quote, i int) bool {
	for k := i - 1; k >= 0 && k >= i-maxLookBack && c.sentences[k].paragraph == c.sentences[i].paragraph; k-- {
		if from, to := c.subjectAgreeing(q, k); from < to {
			verb, at, stance := q.Verb, q.VerbAt, q.Stance
			c.apply(q, credit{"subject before", -1, from, to, 0.5})
			q.Verb, q.VerbAt, q.Stance = verb, at, stance
			c.last = turn{q.Speaker, -1, c.sentences[i].paragraph, i}
			return true
		}
	}
	return false
}
