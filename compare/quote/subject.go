package quote

import (
	"slices"
	"strings"
)

// behind finds the speaker behind the verb v, adverbs passed over.
func (c *scene) behind(s sentence, v int) credit {
	n := v + 1
	if c.lex.free() && !c.lex.endings && n < s.to && c.units[n].is(isThat) {
		return noCredit // fa sapere che il campione …
	}
	for n < min(s.to, v+4) && (c.skippable(c.units[n]) && !c.atPlace(s, n) && !c.opensNoun(n, s.to) || c.units[n].is(isOwned) && c.units[n].is(isStop)) {
		n++ // kündigte deren Sprecher an
	}
	if c.lex.endings && n+1 < s.to && c.units[n].kind == marked && c.newspaper(c.units[n]) && c.units[n+1].kind == word {
		n++ // рассказала „Вестям“ Лыкова
	}
	if c.lex.verbSecond && n == v+1 && n < s.to && c.units[n].kind == marked && c.newspaper(c.units[n]) {
		return credit{"said X", v, n, n + 1, 0.8}
	}
	if n < s.to && c.units[n].is(isThey) {
		if cr := c.document(s, v, n); !c.lex.free() || cr.rule != "said X" {
			return cr
		}
		return noCredit
	}
	if c.lex.speakerLast && !c.lex.verbSecond {
		return c.freelyBehind(s, v, n)
	}
	if c.lex.verbSecond && n < s.to && c.units[n].is(isOblique) && c.units[n].is(isArticle) {
		if from, to := c.nominative(n, c.clauseEnd(s, v, v, -1)); c.voiced(from, to) || from < to && c.units[from].is(isPronoun) {
			return credit{"said X", v, from, c.apposed(s, to), 0.9} // sagte der Zeitung ein Sprecher
		}
	}
	if c.lex.capitals && n+2 < s.to && c.units[n].is(isShe) && c.units[n+1].is(isMasculine) {
		n++ // nannte sie der Bote: no object looks like this
	}
	if from, to := c.phraseAfter(n, s.to); from < to && (!c.lex.inverted || c.units[from].is(isArticle) || c.holdsSpeaker(from, to)) {
		return credit{"said X", v, from, c.apposed(s, to), 0.95}
	}
	return noCredit
}

// atPlace reports whether unit i opens a place, and no time: в министерстве.
func (c *scene) atPlace(s sentence, i int) bool {
	return c.lex.endings && c.units[i].is(isLocative) && i+1 < s.to && !c.units[i+1].is(isTime)
}

// document finds what a subject without meaning stands for: heißt es in der Erklärung,
// in der Erklärung heißt es.
func (c *scene) document(s sentence, v, pronoun int) credit {
	i := pronoun + 1
	for i < s.to && (c.skippable(c.units[i]) || c.lex.capitals && i == pronoun+1 && c.units[i].is(isOblique|isOwned) && !c.units[i].upper) {
		i++ // schallte es ihr aus der Menge entgegen
	}
	if i+1 < s.to && c.units[i].is(isLocative) {
		if from, to := c.phraseAfter(i+1, s.to); from < to {
			return credit{"it says in X", v, from, to, 0.8}
		}
	}
	if from, to := c.phraseBefore(v, s.from); from < to && c.governed(s, to-1) {
		return credit{"it says in X", v, from, to, 0.8}
	}
	if from, to := c.sideBefore(s, pronoun); from < to {
		return credit{"it says in X", v, from, to, 0.7}
	}
	if c.lex.verbSecond && c.units[s.from].is(isLocative) {
		if from, to := c.phraseAfter(s.from+1, v); from < to && to < v && c.units[v-1].isSign(",") {
			return credit{"it says in X", v, from, to, 0.7} // im Brief, der gestern ankam, heißt es
		}
	}
	return credit{"said X", v, pronoun, pronoun + 1, 0.5}
}

// sideBefore returns whose side the sentence opens with before “they” at unit pronoun: du côté
// de l’usine, on dénonce.
func (c *scene) sideBefore(s sentence, pronoun int) (from, to int) {
	if !c.lex.free() || pronoun < s.from+3 || !c.units[pronoun-1].isSign(",") || !c.units[s.from].is(isPreposition|isOf) {
		return 0, 0
	}
	i := s.from
	for i < pronoun-1 && c.units[i].is(isPreposition|isOf|isArticle) {
		i++
	}
	to = c.phraseEnd(i, pronoun-1)
	if i >= to || !c.nameable(s, i, to) || c.timely(i, to) {
		return 0, 0
	}
	return i, to
}

// creditOf finds the speaker that goes with the cue verb v before unit q.
func (c *scene) creditOf(s sentence, v, q int) credit {
	if c.passive(v, s.from) {
		for i := v + 1; i < min(q, v+4); i++ {
			if c.units[i].is(isAgent) {
				return credit{"by X", v, i + 1, c.phraseEnd(i+1, q), 0.85}
			}
		}
		if cr := c.agentBefore(s, v); cr.named() {
			return cr
		}
		if !c.units[v].is(isQuoting) {
			return credit{rule: passiveRule, verb: v, confidence: 0.4}
		}
		return c.quotedSubject(s, v)
	}
	if c.lex.verbSecond && c.units[v].is(isQuoting) {
		if cr := c.quotedObject(s, v, q); cr.named() {
			return cr
		}
	}
	if c.endsIn(c.units[v].norm, c.lex.participles) {
		if c.lex.free() && c.last.speaker.AsWritten != "" && c.last.sentence == c.sentenceOf(v) && c.last.verb >= s.from && c.last.verb < v {
			return credit{ownRule, v, v, v + 1, 0.7} // se dit «…», tout en rappelant que «…»
		}
		if from, to := c.subjectOfParticiple(s, v); from < to {
			return credit{"X, saying", v, from, to, 0.75}
		}
	}
	if a := c.perfectOf(s, v); a >= 0 {
		if cr := c.subjectOf(s, a, v); cr.named() {
			cr.verb = v
			return cr
		}
	}
	return c.subjectOf(s, v, q)
}

// agentBefore finds X in "wird von X als … bezeichnet".
func (c *scene) agentBefore(s sentence, v int) credit {
	if !c.lex.verbSecond {
		return noCredit
	}
	for i := v - 2; i > s.from && i > v-maxPhrase && !c.parts(c.units[i]); i-- {
		if !c.units[i].is(isAgent) {
			continue
		}
		if to := c.phraseEnd(i+1, v); (c.voiced(i+1, to) || to == v-1 && c.units[to-1].upper) && !c.timely(i+1, to) {
			return credit{"by X", v, i + 1, to, 0.8} // von Kennern als „…“
		}
	}
	return noCredit
}

// perfectOf returns the auxiliary whose participle is at unit v, -1 when it stands
// right before it or is missing.
func (c *scene) perfectOf(s sentence, v int) int {
	if v > s.from && c.units[v-1].kind == sign {
		return -1
	}
	for i := v - 2; i >= s.from; i-- {
		if c.units[i].is(isPerfect) {
			return i
		}
		if c.units[i].kind == sign || c.units[i].is(isThat) {
			return -1
		}
	}
	return -1
}

// subjectOf finds the subject of the verb at unit v: before it, behind it where the
// language inverts, else the subject of the sentence.
func (c *scene) subjectOf(s sentence, v, q int) credit {
	if c.lex.verbSecond {
		from, to := c.subjectInClause(s, v, q)
		if from < to && c.units[from].is(isThey) {
			return c.document(s, v, from)
		}
		if from < to {
			return credit{"X said before", v, from, c.apposedBefore(s, to, q), 0.9}
		}
	}
	if c.lex.speakerLast && !c.lex.verbSecond {
		return c.freeSubject(s, v, q)
	}
	from, to := c.subjectBefore(v, s.from)
	if c.lex.inverted && (from == to || c.governed(s, to-1) || !c.holdsSpeaker(from, to) || c.adverb(s, from, to)) {
		if cr := c.behind(s, v); cr.named() && cr.to <= q {
			return cr
		}
	}
	hangs := from < to && c.lex.verbSecond && c.governed(s, to-1)
	if from < to && !hangs {
		return credit{"X said before", v, from, to, 0.9}
	}
	first, end := c.cueSubjectBefore(s, v)
	if first == end {
		first, end = c.mainSubject(s, v)
	}
	switch {
	case first < end:
		return credit{"X … said", v, first, end, 0.7}
	case hangs:
		return credit{"X said before", v, from, to, 0.5}
	}
	return noCredit
}

// quotedSubject finds X in "X was quoted as saying" and "wird X zitiert".
func (c *scene) quotedSubject(s sentence, v int) credit {
	if c.lex.verbSecond {
		start := c.clauseStart(s, v)
		f := c.finite(start, v)
		from, to := c.foreField(s, start, f)
		if from == to {
			from, to = c.nominative(f+1, v)
		}
		return credit{"X was quoted", v, from, to, 0.85}
	}
	for i := v - 1; i > s.from && i >= v-maxPhrase; i-- {
		if from, to := c.phraseAfter(i+1, v); c.units[i].is(isBe) && c.holdsSpeaker(from, to) {
			return credit{"X was quoted", v, from, to, 0.85}
		}
	}
	if from, to := c.subjectBefore(v, s.from); from < to {
		return credit{"X was quoted", v, from, to, 0.85}
	}
	return noCredit
}

// subjectOfParticiple returns who said what the participle v goes on with: who stands
// right before it, else the subject of the cue verb before it, else of the sentence, else
// the noun phrase that opens the sentence.
func (c *scene) subjectOfParticiple(s sentence, v int) (from, to int) {
	if from, to = c.besideParticiple(s, v); from < to {
		return from, to
	}
	if from, to = c.cueSubjectBefore(s, v); from < to {
		return from, to
	}
	if from, to = c.mainSubject(s, v); from == to && !c.lex.verbSecond && !c.lex.inverted {
		if from, to = c.phraseAfter(c.mainClause(s, v), v); c.lex.english && to == from+1 && c.units[from].entity < 0 && (c.endsIn(c.units[from].norm, pastEnding) || c.units[from].is(isStop)) {
			return 0, 0 // Based on that, comparing …
		}
	}
	return from, to
}

// pastEnding ends most participles of the past in English.
var pastEnding = []string{"ed"}

// cueSubjectBefore returns the subject of the finite cue verb nearest before unit v: Ms Lee
// told the council it was late but added. A pronoun gives way to a name before it.
func (c *scene) cueSubjectBefore(s sentence, v int) (from, to int) {
	for i, cues := v-1, 0; i > s.from && cues < maxCues; i-- {
		if !c.cueAt(s, i) || c.endsIn(c.units[i].norm, c.lex.participles) || c.passive(i, s.from) {
			continue
		}
		if cues == 0 {
			if from, to = c.actorBetween(s, i, v); from < to {
				return from, to
			}
		}
		cues++
		f, t := c.subjectBefore(i, s.from)
		if f == t || !c.holdsSpeaker(f, t) {
			continue
		}
		pronoun := c.units[f].is(isPronoun | isFirstPerson)
		if from == to || !pronoun {
			from, to = f, t
		}
		if !pronoun {
			break
		}
	}
	return from, to
}

// actorBetween returns the person who is the subject of the clause that a comma opens
// between the units i and v: when the play began, Ms Lee rose and said.
func (c *scene) actorBetween(s sentence, i, v int) (from, to int) {
	for u := i + 2; u < v; u++ {
		if c.isPerson(u) && c.units[u-1].isSign(",") && c.acts(s, u) {
			return u, c.phraseEnd(u, v)
		}
	}
	return 0, 0
}

// besideParticiple returns the person right before the participle v whom a preposition
// makes its subject: with Ms Lee loudly saying, a letter from Ms Lee saying.
func (c *scene) besideParticiple(s sentence, v int) (from, to int) {
	to = v
	for to > s.from && c.skippable(c.units[to-1]) && !c.units[to-1].is(isAuxiliary) {
		to--
	}
	from, to = c.phraseBefore(to, s.from)
	if from < to && to == v && c.units[to-1].is(isBearer) {
		return from, to // holding a sign saying
	}
	for i := from; i < to; i++ {
		if c.units[i].is(isOf) && c.isPerson(to-1) && i+1 < to {
			return i + 1, to
		}
	}
	if from > s.from && from < to && c.units[from-1].is(isOf) && c.isPerson(to-1) {
		return from, to
	}
	return 0, 0
}

// adverb reports whether the phrase is only the adverb that opens the sentence.
func (c *scene) adverb(s sentence, from, to int) bool {
	return from == s.from && to == from+1 && c.units[from].is(isAuxiliary|isPreposition|isCueWord)
}

// passive reports whether the verb is a participle behind a form of to be.
func (c *scene) passive(v, floor int) bool {
	if c.endsIn(c.units[v].norm, c.lex.participles) {
		return false
	}
	if c.lex.verbSecond && c.passiveFrame(v, floor) {
		return true
	}
	for i := v - 1; i >= max(floor, v-maxPhrase); i-- {
		if c.units[i].is(isBe) {
			return i == floor || !c.units[i-1].is(isReflexive) // s’est dit
		}
		if !c.skippable(c.units[i]) && (!c.lex.inverted || !c.units[v].is(isQuoting)) {
			return false
		}
	}
	return false
}

// passiveFrame reports whether the participle v ends a clause whose finite verb is a form of
// to be: wurden gestern im Amtsblatt angekündigt.
func (c *scene) passiveFrame(v, floor int) bool {
	if u := c.units[v]; u.norm == u.entry.lemma || v+1 < len(c.units) && c.units[v+1].kind == word && !c.units[v+1].is(isBe) {
		return false
	}
	f := c.finite(c.clauseStart(sentence{from: floor}, v), v)
	return f < v && c.units[f].is(isBe) && !slices.ContainsFunc(c.units[f:v], func(u unit) bool { return u.norm == c.lex.and })
}

// A phrase is a range of units.
type phrase struct {
	from, to int
	known    bool // it has been looked for
}

// subjectOfSentence returns the subject of sentence i as far as it goes.
func (c *scene) subjectOfSentence(i int) (from, to int) {
	if c.subjects == nil {
		c.subjects = make([]phrase, len(c.sentences))
	}
	p := &c.subjects[i]
	if !p.known {
		p.from, p.to = c.mainSubject(c.sentences[i], c.sentences[i].to)
		p.known = true
	}
	return p.from, p.to
}

// mainSubject returns the subject of the sentence as far as unit v: its first named
// person or body, its opening pronoun or its opening description of a speaker.
func (c *scene) mainSubject(s sentence, v int) (from, to int) {
	if c.lex.speakerLast && !c.lex.verbSecond {
		return c.firstSpeaker(s, v)
	}
	if c.lex.verbSecond {
		for i := s.from; i < v; i = to {
			if from, to = c.nominative(i, v); from == to || c.voiced(from, to) || c.units[from].is(isPronoun) && !c.units[from].is(isThey) {
				return from, c.apposedBefore(s, to, v)
			}
		}
		return 0, 0
	}
	for i := c.mainClause(s, v); i < v; i++ {
		u := c.units[i]
		switch {
		case u.entity >= 0 && c.speaks(u.entity) && !isPossessive(u.Of(c.s)) && !c.governed(s, i):
			if from, to := c.ofCountry(s, i, v); from < to {
				return from, to
			}
			to := i + 1
			for to < v && c.units[to].entity == u.entity {
				to++
			}
			return i, to
		case u.is(isHe | isShe), u.is(isThey) && i == s.from:
			return i, i + 1
		case u.is(isVoice) && i > s.from && c.units[i-1].kind == word && !c.units[i-1].is(isOf) && !c.governed(s, i):
			from, to := c.subjectBefore(i+1, s.from)
			if end := c.phraseEnd(i, v); c.lex.english && from < to && c.isPerson(end-1) {
				to = end // police prosecutor Sergeant Dale Wirth
			}
			return from, to
		}
	}
	return 0, 0
}

// ofCountry returns the noun phrase whose adjective, at unit i, is of a country: British police.
func (c *scene) ofCountry(s sentence, i, v int) (from, to int) {
	if !c.lex.english || i+1 >= v || !c.demonym(c.units[i]) || c.units[i+1].kind != word || c.units[i+1].upper || c.units[i+1].is(isStop|isAuxiliary|isVerb&^isNounToo) {
		return 0, 0
	}
	from = i
	for from > s.from && (c.units[from-1].is(isArticle) || c.units[from-1].kind == word && c.units[from-1].entry.class == 0 && from-1 == s.from) {
		from--
	}
	to = c.tellerEnd(from, c.phraseEnd(i, v))
	if c.speechless(from, to) {
		return 0, 0
	}
	return from, to
}

// mainClause returns where to look for the subject of a sentence first: behind its dateline
// and the comma of a clause that opens it, When the ferry sank, Ms Lee said.
func (c *scene) mainClause(s sentence, v int) int {
	if !c.lex.english {
		return s.from
	}
	start := c.pastDateline(s, v)
	if u := c.units[start]; !u.is(isSubordinate) && (!u.is(isAddressee) || !strings.HasSuffix(u.norm, "ed")) {
		return start // nor Asked if he would go, Ms Lee
	}
	for i := start + 1; i+2 < v; i++ {
		if c.units[i].isSign(",") && (c.units[i+1].is(isPronoun|isArticle) || c.isPerson(i+1)) {
			return i + 1
		}
	}
	return start
}

// pastDateline returns where a sentence begins behind the place that it was sent from:
// KIEL (AP) — Ms Lee said.
func (c *scene) pastDateline(s sentence, v int) int {
	for i := s.from + 1; i+1 < min(v, s.from+maxDateline+maxAgency); i++ {
		sent := c.units[i-1].isSign(")") && c.bracketStart(i-1, s.from) > s.from // Kiel (AP) –
		dash := c.units[i].isSign("—–-") && c.apartDash(i) && (sent || i < s.from+maxDateline && c.label(s.from, s.from+1))
		if dash || c.units[i].isSign(":") && c.label(s.from, i) && c.atPlaceName(i-1) { // KIEL: Ms Lee said
			return i + 1
		}
		if c.units[i].isSign("-") && c.units[i+1].isSign("-") && c.units[i-1].isSign(")") {
			return i + 2
		}
	}
	return s.from
}

const maxAgency = 5 // units of the day and of an agency in brackets

// apposedBefore takes in the name behind a description that ends before unit v.
func (c *scene) apposedBefore(s sentence, to, v int) int {
	if end := c.apposed(s, to); to > 0 && end <= v {
		return end
	}
	return to
}

// governed reports whether the noun phrase that ends with unit i hangs on a preposition.
func (c *scene) governed(s sentence, i int) bool {
	floor := max(s.from, i-maxSubject)
	for i > floor && c.units[i].kind == word && !c.units[i].is(isPreposition) && (c.inPhraseLeft(i) || c.units[i].is(isOf) || c.units[i].entity >= 0) {
		i--
	}
	if end := i + 2; c.lex.english && end < s.to && c.units[end].is(isVoice) && c.units[end-1].kind == word && digit(c.units[end-1].norm[0]) {
		return c.units[i].is(isOf | isAgent) // not about 50 protesters
	}
	return c.units[i].is(isPreposition) && (i == s.from || !c.units[i].upper)
}
