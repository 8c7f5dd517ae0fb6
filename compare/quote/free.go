package quote

import (
	"slices"
	"strings"
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
	if from, to = c.placeBefore(s, v); from < to {
		return credit{atRule, v, from, to, 0.7}
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

// placeBefore returns the body behind a comma and a preposition where “they” say something: …,
// desde el sindicato advierten.
func (c *scene) placeBefore(s sentence, v int) (from, to int) {
	if c.lex.endings || !c.endsIn(c.units[v].norm, c.lex.plurals) {
		return 0, 0
	}
	from, to = c.phraseBefore(v, s.from)
	if from < s.from+2 || !c.units[from-1].is(isLocative) || !c.units[from-2].isSign(",") || !c.nameable(s, from, to) || c.isPerson(from) || c.timely(from, to) {
		return 0, 0
	}
	return from, to
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
	n = c.pastAgency(s, n)
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
