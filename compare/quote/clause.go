package quote

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/names"
)

// What finds subjects where the finite verb stands second in main clauses and last in
// dependent ones, as in German and Dutch.

// subjectInClause returns the subject of the cue verb v: of a dependent clause that
// ends with it, else what stands before or behind the finite verb.
func (c *scene) subjectInClause(s sentence, v, q int) (from, to int) {
	start := c.clauseStart(s, v)
	if c.dependent(s, start, v) {
		return c.subjectOfDependent(s, start, v)
	}
	if v > start && c.units[v-1].norm == c.lex.and {
		return c.nominative(c.statementStart(s, v), v)
	}
	f := c.finite(start, v)
	if f == v && v-1 > start && c.isPerson(v-1) && c.units[v-1].kind == word && !c.governed(s, v-1) {
		if from, to = c.phraseBefore(v, start); from == start || !c.units[from-1].is(isArticle|isOf) {
			return from, to // … und X rief
		}
	}
	fore, foreEnd := c.foreField(s, start, f)
	end := c.clauseEnd(s, f, v, q)
	from, to = c.nominative(f+1, end)
	switch {
	case fore == foreEnd, from == to && c.weak(s, fore, foreEnd):
		return from, to
	case from < to && c.units[from].is(isMasculine) && c.voiced(from, to) && !c.voiced(fore, foreEnd):
		return from, to
	case from == f+1 && c.isPerson(to-1) && !c.headVoiced(fore, foreEnd) && !c.units[foreEnd].isSign(","):
		return from, to // das Ergebnis nannte X, die Worte Ys nannte X
	case from == to, from != f+1 && !c.weak(s, fore, foreEnd), c.isPerson(foreEnd - 1):
		return fore, foreEnd
	case c.units[from].is(isHe), c.weak(s, fore, foreEnd), start == f && c.voiced(from, to):
		return from, to
	case c.units[from].is(isMasculine) && c.units[fore].is(isArticle) && !c.units[fore].is(isMasculine):
		return from, to // stellte der Minister: no object looks like this
	}
	return fore, foreEnd
}

// voiced reports whether a noun phrase names a person or a body, or somebody who speaks.
func (c *scene) voiced(from, to int) bool {
	for _, u := range c.units[from:to] {
		if u.entity >= 0 && c.names.Entities[u.entity].Kind != names.Place || c.speaking(u) {
			return true
		}
	}
	return false
}

// headVoiced reports whether the noun that a phrase is about, its first, speaks.
func (c *scene) headVoiced(from, to int) bool {
	for i := from; i < to; i++ {
		if c.units[i].upper && !c.units[i].is(isArticle) {
			return c.voiced(i, i+1)
		}
	}
	return c.voiced(from, to)
}

// clauseStart returns the unit behind the sign or stretch that comes before v.
func (c *scene) clauseStart(s sentence, v int) int {
	i := v
	for i > s.from && !c.parts(c.units[i-1]) {
		i--
	}
	return i
}

// parts reports whether a unit stands between clauses.
func (c *scene) parts(u unit) bool {
	return u.kind == marked && !c.shortName(u) || u.isSign(",:;—–")
}

// dependent reports whether the clause that opens at unit start has its finite verb at
// its end, at unit v or behind it.
func (c *scene) dependent(s sentence, start, v int) bool {
	if start == v || !c.units[start].is(isThat|isRelative|isSubordinate) {
		return false
	}
	if c.units[start].is(isRelative) && (start == s.from || !c.units[start-1].isSign(",")) {
		return false
	}
	i := v + 1
	for i < min(s.to, v+3) && c.units[i].is(isPerfect|isModal|isBe) {
		i++
	}
	return i >= s.to || c.units[i].kind != word
}

// inRelative reports whether the verb v ends a relative clause that is over before unit q:
// X kritisierte die Tat Ys, der dazu aufgerufen hatte, als „…“.
func (c *scene) inRelative(s sentence, v, q int) bool {
	start := c.clauseStart(s, v)
	if start == s.from {
		return false
	}
	if start < v && c.units[start].is(isPreposition) && c.units[start+1].is(isRelative) {
		start++ // die Demonstration, zu der X aufgerufen hatte,
	} else if !c.dependent(s, start, v) {
		return false
	}
	if !c.units[start].is(isRelative) {
		return false
	}
	end := v + 1
	for end < q && !c.parts(c.units[end]) {
		end++
	}
	return end+1 < q && c.units[end].isSign(",")
}

// afterRelative reports whether the verb v ends a clause that a relative pronoun behind a
// preposition opens: die Demonstration, zu der X aufgerufen hatte.
func (c *scene) afterRelative(s sentence, v int) bool {
	start := c.clauseStart(s, v)
	return start > s.from && start+2 < v && c.units[start].is(isPreposition) && c.units[start+1].is(isRelative|isOblique) && !c.units[start+2].upper
}

// withDependent gives a verb behind the stretch q that names nobody the subject of its
// clause: weil die Partei ihn als „…“ bezeichnete.
func (c *scene) withDependent(s sentence, q int, cr credit) credit {
	start := c.clauseStart(s, q)
	if c.lex.verbSecond && !cr.named() && cr.verb > q && start < q && c.dependent(s, start, cr.verb) {
		cr.from, cr.to = c.subjectOfDependent(s, start, q)
	}
	if !c.lex.verbSecond || cr.named() || cr.verb <= q {
		return cr
	}
	f := c.finite(start, q)
	if f >= q {
		return cr
	}
	if c.units[f].is(isBe) {
		if by := c.agentBefore(s, q); by.named() {
			by.verb = cr.verb // wird von X als „…“ eingestuft
			return by
		}
		if at := c.inPaper(start, q); at > 0 {
			return credit{"it says in X", cr.verb, at, at + 1, 0.7}
		}
	}
	if c.units[f].is(isPerfect) && !c.units[f].is(isSubjunctive) && c.clauseStart(s, cr.verb) <= q+1 {
		cr.from, cr.to = c.subjectInClause(s, q, q) // hatte von einem „…“ gesprochen
	}
	return cr
}

// inPaper returns the unit of the newspaper in which, among some units, something is said to
// stand: wurde in der „Abendpost“ als „…“ bezeichnet. 0 for none.
func (c *scene) inPaper(from, to int) int {
	for i := from; i+1 < to; i++ {
		next := i + 1
		if c.units[next].is(isArticle) {
			next++
		}
		if c.units[i].is(isLocative) && c.units[next].kind == marked && next < to && c.newspaper(c.units[next]) {
			return next
		}
	}
	return 0
}

// subjectOfDependent returns the subject of a dependent clause: what stands in it, else
// what its relative pronoun refers to.
func (c *scene) subjectOfDependent(s sentence, start, v int) (from, to int) {
	if c.units[start].is(isMasculine) && start > s.from+1 && c.units[start-1].isSign(",") {
		if from, to = c.phraseBefore(start-1, s.from); from < to {
			return from, to // X, der den Sieg als „…“ bezeichnete
		}
	}
	if from, to := c.nominative(start+1, v); from < to {
		return from, to
	}
	if c.units[start].is(isRelative) && start > s.from {
		return c.phraseBefore(start-1, s.from)
	}
	return 0, 0
}

// finite returns the unit of the finite verb of a main clause: an auxiliary or modal
// verb whose participle or infinitive is at unit v, else v.
func (c *scene) finite(start, v int) int {
	for i := start; i < v; i++ {
		if c.units[i].is(isPerfect | isBe | isModal) {
			return i
		}
	}
	return v
}

// foreField returns the noun phrase before the finite verb f if it can be the subject.
// One that clauses follow is looked for where the sentence begins.
func (c *scene) foreField(s sentence, start, f int) (from, to int) {
	if start == f {
		if start >= s.from+3 && c.units[start-1].isSign(",") && (c.isPerson(start-2) || c.units[start-2].isSign(".") && c.isPerson(start-3)) {
			return c.subjectBefore(f, s.from)
		}
		if start = c.statementStart(s, f); c.units[start].is(isThat | isRelative&^isArticle | isSubordinate) {
			return 0, 0
		}
	}
	if start+1 < f && c.units[start].is(isAuxiliary|isStop) && !c.units[start].is(isPreposition|isArticle) {
		start++ // Auch der Minister
	}
	if start >= f || !c.opensSubject(start) {
		return 0, 0
	}
	to = min(f, c.phraseEnd(start, f))
	if to-start == 1 && c.units[start].is(isArticle) {
		return c.attributed(start, f)
	}
	return start, c.apposed(s, to)
}

// attributed returns the noun phrase that fills the field before the finite verb f although
// its attribute has words of its own: ein nicht genannter Vertreter, die am Montag gewählte
// Ministerin.
func (c *scene) attributed(start, f int) (from, to int) {
	for i := start; i < f; i++ {
		if c.units[i].kind == sign {
			return 0, 0
		}
	}
	if start > 0 && c.units[start-1].isSign(",") && c.units[start].is(isRelative) || f-start > maxPhrase || f < start+3 || !c.voiced(start, f) {
		return 0, 0
	}
	return start, f
}

// statementStart returns where the sentence begins, or its last part behind a colon, a
// semicolon or a stretch.
func (c *scene) statementStart(s sentence, f int) int {
	i := f
	for i > s.from && !c.units[i-1].isSign(":;") && (c.units[i-1].kind != marked || c.shortName(c.units[i-1])) {
		i--
	}
	for i < f && c.units[i].kind == sign {
		i++
	}
	return i
}

// clauseEnd returns where to stop looking for a subject behind the finite verb f.
func (c *scene) clauseEnd(s sentence, f, v, q int) int {
	if f < v {
		return v
	}
	end := s.to
	if q > v {
		end = q
	}
	for i := f + 1; i < end; i++ {
		if c.parts(c.units[i]) || c.units[i].is(isThat) {
			return i
		}
	}
	return end
}

// opensSubject reports whether a noun phrase that can be a subject may begin with unit i.
func (c *scene) opensSubject(i int) bool {
	u := c.units[i]
	return u.kind == word && !u.is(isOblique|isPreposition|isThat|isTime|isCueWord) &&
		(u.upper || u.is(isArticle|isPronoun)) && (u.is(isArticle|isPronoun) || !u.is(isAuxiliary|isStop))
}

// weak reports whether the phrase is one word that opens the sentence and is no name:
// an adverb as likely as a noun.
func (c *scene) weak(s sentence, from, to int) bool {
	u := c.units[from]
	if c.lex.capitals && from == s.from && !u.is(isArticle|isPronoun) && !c.units[to].upper && c.units[to].kind == word && !c.units[to].is(isVerb|isPerfect|isBe|isModal) && !c.voiced(from, to) {
		return true // Weniger freundlich äußerte sich X
	}
	return to == from+1 && from == s.from && u.entity < 0 && c.endsIn(u.norm, c.lex.adverbEndings) && !c.speaking(u)
}

// nominative returns the first noun phrase among units i to end that can be a subject:
// no preposition governs it and its article is not that of an object.
func (c *scene) nominative(i, end int) (from, to int) {
	for i < end {
		u := c.units[i]
		switch {
		case u.is(isPreposition) && !c.nounInstead(i), u.is(isOblique) && u.is(isArticle):
			i = c.pastPair(c.pastGenitives(i+1, c.pastPhrase(i+1, end), end), end)
		case u.is(isPronoun) && !u.is(isArticle):
			return i, i + 1
		case u.kind == marked && i+1 <= end && c.newspaper(u) && (i == 0 || !c.units[i-1].upper && !c.units[i-1].is(isIndefinite)):
			return i, i + 1
		case c.opensSubject(i):
			if to := c.phraseEnd(i, end); !c.timely(i, to) && (to > i+1 || !u.is(isArticle)) {
				return i, to
			}
			i = c.pastPhrase(i, end)
		default:
			i++
		}
	}
	return 0, 0
}

// nounInstead reports whether the word at unit i, a preposition by its form, is a noun by its
// capital: sein Gegenüber.
func (c *scene) nounInstead(i int) bool {
	return c.lex.capitals && c.units[i].upper && i > 0 && c.units[i-1].kind == word
}

// pastPair passes over a person whom "and" joins to the noun phrase that ends at unit i, unless
// a cue verb follows: mit seinen Kollegen A und B lenkte er.
func (c *scene) pastPair(i, end int) int {
	if i+1 >= end || c.units[i].norm != c.lex.and || !c.isPerson(i+1) {
		return i
	}
	if to := c.phraseEnd(i+1, end); to < end && c.units[to].kind == word && !c.units[to].is(isVerb) {
		return to
	}
	return i
}

// newspaper reports whether a stretch can be the name of a paper or a house.
func (c *scene) newspaper(u unit) bool {
	return c.shortName(u) && startsUpper(c.stretches[u.quote].Of(c.s))
}

// pastPhrase returns the unit behind the noun phrase at unit i, adjectives passed over.
func (c *scene) pastPhrase(i, end int) int {
	for first := i; i < end && c.units[i].kind == word && !c.units[i].upper && !c.units[i].is(isPreposition|isPronoun&^isArticle); i++ {
		if c.lex.capitals && i > first && c.units[i].is(isArticle) {
			return i // neben ihr winkt ein junger Vater ab
		}
	}
	if i >= end {
		return end
	}
	return max(i+1, c.phraseEnd(i, end))
}

// timely reports whether a phrase tells a time or an amount: Montag, drei Tage, 5 Prozent.
func (c *scene) timely(from, to int) bool {
	for _, u := range c.units[from:to] {
		if u.is(isTime) {
			return true
		}
	}
	return false
}

// pastGenitives returns the unit behind the genitives that follow a noun phrase: den Zorn
// der Partei. Behind a time or a place none is expected: am Montag der Minister.
func (c *scene) pastGenitives(from, to, end int) int {
	for to < end && c.genitive(c.units[to]) && !c.timely(from, to) && c.units[to-1].entity < 0 {
		from, to = to, c.pastPhrase(to+1, end)
	}
	return to
}

// speaking reports whether a word is one for a speaker, or a compound that ends in one:
// Regierungssprecher.
func (c *scene) speaking(u unit) bool {
	return u.is(isVoice) || c.endsInVoice(u.norm) || c.speakers(u)
}

// endsInVoice reports whether a word is a compound that ends in one for a speaker. Where nouns
// have cases so few are that a short ending is chance: вовсе does not end in ВС.
func (c *scene) endsInVoice(w string) bool {
	if !c.lex.endings {
		return c.endsInWord(w, isVoice)
	}
	for i, letters := len(w), 0; i > 2; letters++ {
		_, n := utf8.DecodeLastRuneInString(w[:i])
		if i -= n; letters >= shortestTail && c.lex.word(w[i:]).class&isVoice != 0 {
			return true
		}
	}
	return false
}

// shortestTail is the number of letters, less one, of the shortest noun that ends a compound
// where nouns have cases.
const shortestTail = 4

// speakers reports whether a word is the plural of one for a speaker: arqueólogos.
func (c *scene) speakers(u unit) bool {
	if !c.lex.offices || c.lex.endings || u.is(isVerb|isStop) {
		return false
	}
	for _, p := range c.lex.severals {
		if stem, ok := strings.CutSuffix(u.norm, p[0]); ok {
			return slices.ContainsFunc(p[1:], func(one string) bool { return c.lex.word(stem+one).class&isVoice != 0 })
		}
	}
	one, plural := strings.CutSuffix(u.norm, "s")
	return plural && (c.lex.word(one).class&isVoice != 0 || c.lex.word(strings.TrimSuffix(one, "e")).class&isVoice != 0)
}

// subjunctive reports whether the word at unit i has the form of reported speech: er
// zeige, aktuell drohe die. Weak verbs in the past (sagte) look like it but for their t.
func (c *scene) subjunctive(from, i int) bool {
	u := c.units[i]
	if u.upper || u.kind != word || !strings.HasSuffix(u.norm, "e") || strings.HasSuffix(u.norm, "te") || u.is(isStop|isArticle|isAuxiliary) {
		return false
	}
	return i > from && c.units[i-1].is(isPronoun) && !c.units[i-1].is(isArticle) ||
		i+1 < len(c.units) && c.units[i+1].is(isArticle) ||
		i > from && i+1 < len(c.units) && c.units[i-1].upper && c.units[i+1].kind == marked ||
		i > from && i+1 < len(c.units) && c.units[i+1].is(isPreposition) && c.afterSubject(from, i)
}

// afterSubject reports whether an article and at most one noun stand right before unit i.
func (c *scene) afterSubject(from, i int) bool {
	if c.units[i-1].upper && i-1 > from {
		i--
	}
	return c.units[i-1].is(isArticle)
}

// saidSo finds who the sentence behind a quote that stands alone says said it: „…“ Das
// sagte X.
func (c *scene) saidSo(i, u int) credit {
	if s := c.sentences[i]; !c.lex.verbSecond || u != s.from || s.to-u > 2 || i+1 >= len(c.sentences) {
		return noCredit
	}
	s := c.sentences[i+1]
	if s.paragraph != c.sentences[i].paragraph || !c.units[s.from].is(isThis) {
		return noCredit
	}
	next := c.units[min(s.from+1, s.to-1)]
	for v := s.from + 1; v < s.to && next.is(isVerb|isAuxiliary) && !next.upper; v++ {
		if c.cueAt(s, v) {
			from, to := c.nominative(s.from+1, s.to)
			return credit{"that is what X said", v, from, to, 0.8}
		}
	}
	return c.concluded(s)
}

// quotedObject finds whom the verb v quotes in the active: zitiert die Zeitung den
// Minister. Without an object whoever quotes has spoken.
func (c *scene) quotedObject(s sentence, v, q int) credit {
	end := c.clauseEnd(s, v, v, q)
	from, to := c.phraseAfter(c.pastAddress(v+1, end), end)
	if from < to && to < end && c.lex.verbSecond && c.fronted(s, v) {
		if from2, to2 := c.phraseAfter(to, end); from2 < to2 && c.opensObject(from2) {
			from, to = from2, to2
		}
	}
	if from == to || !c.opensObject(from) {
		return noCredit
	}
	return credit{"quotes X", v, from, to, 0.8}
}

// pastAddress returns the unit behind the address of a web site that stands at unit i: zitiert
// example.org den Minister.
func (c *scene) pastAddress(i, end int) int {
	if i+2 < end && c.units[i].kind == word && !c.units[i].upper && c.units[i+1].isSign(".") && c.units[i+1].End == c.units[i+2].Start {
		return i + 3
	}
	if i < end && c.units[i].kind == word && !c.units[i].upper && strings.Contains(c.units[i].norm, ".") {
		return i + 1
	}
	return i
}

// fronted reports whether the verb v opens its clause: the subject comes next.
func (c *scene) fronted(s sentence, v int) bool { return c.clauseStart(s, v) == v }

func (c *scene) opensObject(i int) bool {
	return c.units[i].upper || c.units[i].is(isArticle)
}
