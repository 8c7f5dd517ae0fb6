package quote

import (
	"strings"

	"github.com/storydiff/storydiff/compare/names"
)

// possessor finds X in "X’s claim that".
func (c *scene) possessor(s sentence, q int) credit {
	for i := q - 1; i > s.from && i > q-maxPhrase; i-- {
		if !c.units[i].is(isUtterance) {
			continue
		}
		for j := i - 1; j >= max(s.from, i-3); j-- {
			if c.units[j].entity >= 0 && isPossessive(c.units[j].Of(c.s)) {
				return credit{"X’s words", i, j, j + 1, 0.75}
			}
		}
	}
	return noCredit
}

// owner finds X in "X’s “…” remark".
func (c *scene) owner(s sentence, q int) credit {
	if q == s.from || c.units[q-1].entity < 0 || !isPossessive(c.units[q-1].Of(c.s)) || !c.isPerson(q-1) {
		return noCredit
	}
	return credit{"X’s words", -1, q - 1, q, 0.6}
}

// tail finds the attribution at the end of the sentence: … “…” for all of us, X said.
func (c *scene) tail(s sentence, q int) credit {
	for i := s.to - 2; i > q; i-- {
		if c.units[i].kind == marked {
			break
		}
		if !c.units[i].isSign(",") {
			continue
		}
		if cr := c.afterUnits(s, i+1); cr.named() && (s.to-cr.to <= maxTail || c.lex.english && cr.rule == "said X" && c.units[cr.to].isSign(",")) {
			return cr
		}
	}
	return noCredit
}

const maxTail = 8 // units behind the speaker: on Monday in Bergen

// sourcePhrase finds X in "according to X". Where the verb
// stands second, of several the one nearest before unit q counts.
func (c *scene) sourcePhrase(s sentence, q int) credit {
	if s.classes&opensAnySource == 0 {
		return noCredit
	}
	found := noCredit
	for i := s.from; i < s.to && (!found.named() || i < q && c.lex.verbSecond); i++ {
		if !c.units[i].is(opensAnySource) {
			continue
		}
		if cr := c.sourceFrom(s, i, q); cr.named() {
			found = cr
		}
	}
	return found
}

// sourceFrom finds the source that a phrase at unit i names.
func (c *scene) sourceFrom(s sentence, i, q int) credit {
	if phraseAt(c.lex.ourSources, c.units[i:s.to]) > 0 {
		return noCredit // according to our information
	}
	if cr := c.asSaid(s, i); cr.named() {
		return cr
	}
	if cr := c.inserted(s, i); cr.named() {
		return cr
	}
	if n := c.ownWords(i, s.to); n > 0 && c.last.speaker.AsWritten != "" {
		return credit{ownRule, -1, i, i + n, 0.8}
	}
	if i >= s.from+2 && c.ownNoun(i-2) && c.last.speaker.AsWritten != "" {
		return credit{ownRule, -1, i - 2, i + 1, 0.8} // ihrer Ansicht nach
	}
	if n := c.sourceAt(i, s.to); n > 0 {
		if cr := c.sourceBehind(s, i, n, q); cr.named() {
			return cr
		}
	}
	if cr := c.genitiveSource(s, i); cr.named() {
		return cr
	}
	if c.units[i].is(isPostSource) && i > s.from {
		if from, to := c.phraseBefore(i, s.from); from < to {
			return credit{"according to X", -1, from, to, 0.85}
		}
	}
	return noCredit
}

// genitiveSource finds X in "nach Xs Meinung", a phrase that opens at unit i.
func (c *scene) genitiveSource(s sentence, i int) credit {
	if !c.units[i].is(isSourceOpener) || i+2 >= s.to || !c.isPerson(i+1) || !strings.HasSuffix(c.units[i+1].norm, "s") {
		return noCredit
	}
	to := i + 2
	for to < s.to && c.units[to].kind == word && c.units[to].entity == c.units[i+1].entity {
		to++
	}
	if to == s.to || !c.units[to].is(isSourceNoun) {
		return noCredit
	}
	return credit{"according to X", -1, i + 1, to, 0.85}
}

// sourceBehind returns the source that the phrase of n words at unit i names: what follows,
// or what a relative pronoun there goes with.
func (c *scene) sourceBehind(s sentence, i, n, q int) credit {
	from := i + n
	if c.lex.speakerLast && c.units[from].is(isArticle) && from+1 < s.to && c.units[from+1].is(isRelative) {
		from++ // secondo la quale
	}
	switch {
	case from != q && c.units[from].kind == marked && c.newspaper(c.units[from]):
		return credit{"according to X", -1, from, from + 1, 0.8}
	case c.units[i].is(isWeakSource) && !c.lex.capitals && i > s.from && (c.units[i-1].kind == word || c.lex.free() && c.units[i-1].kind == marked && i-1 > s.from):
		return noCredit // for somebody, rather than in their view
	case c.lex.speakerLast && c.units[from].is(isRelative) && !c.units[from].is(isArticle):
		if i > s.from && c.units[i-1].isSign(",") {
			from, to := c.phraseBefore(i-1, s.from)
			return credit{"according to X", -1, from, to, 0.7}
		}
		return noCredit
	}
	to := c.phraseEnd(from, s.to)
	if c.lex.endings {
		to = c.genitiveEnd(from, to)
	}
	if end := c.apposed(s, to); c.lex.speakerLast && !c.nextSubject(s, to, end) {
		to = end
	}
	if by, end := c.byWhom(s, from, to); by < end {
		from, to = by, end
	}
	if c.lex.capitals && c.units[i].is(isWeakSource) && !c.inTheEyesOf(s, i, from, to, q) {
		return noCredit
	}
	return credit{"according to X", -1, from, to, 0.85}
}

// genitiveEnd returns where the phrase ends that a person's noun opens behind a source word,
// where nothing parts it from what the source says: zdaniem publicystki książka grzeszy.
func (c *scene) genitiveEnd(from, to int) int {
	for i := from; i+1 < to; i++ {
		u, next := c.units[i], c.units[i+1]
		if u.kind != word || u.upper || !c.speaking(u) && !c.epithet(u) {
			continue
		}
		if next.kind == word && !next.upper && !next.is(isInflected|isOf) && !c.personAhead(i+1, to) {
			return i + 1
		}
		return to
	}
	return to
}

// byWhom returns who is said to have made known what a source phrase speaks of: selon les
// éléments recueillis par X.
func (c *scene) byWhom(s sentence, from, to int) (by, end int) {
	if !c.lex.free() || c.spokenBy(from, to) {
		return 0, 0
	}
	for i := from + 1; i < min(s.to, to+4) && c.units[i].kind == word && !c.units[i].is(isThat); i++ {
		if c.units[i].is(isAgent) {
			if f, t := c.phraseAfter(i+1, s.to); f < t && c.nameable(s, f, t) {
				return f, c.apposed(s, t)
			}
		}
	}
	return 0, 0
}

// inTheEyesOf reports whether the weak source word at unit i, with the phrase from to to, says
// what something is to somebody: Für die Partei ist das „…“, was für sie „…“ war.
func (c *scene) inTheEyesOf(s sentence, i, from, to, q int) bool {
	if i > s.from {
		copula := c.units[i-1].is(isAuxiliary) && c.units[i-1].is(isStop)
		asked := i == s.from+1 && c.units[s.from].is(isThat)
		beside := to == q || to+1 == q && c.units[to].is(isArticle)
		return beside && (copula || asked) && c.voiced(from, to)
	}
	if to+1 >= s.to || !c.units[to].is(isAuxiliary|isSubjunctive) {
		return false
	}
	return c.voiced(from, to) || c.units[to+1].is(isThis)
}

// sourceBefore reports whether a phrase that names the source ends before unit at.
func (c *scene) sourceBefore(at int) bool {
	for _, words := range c.lex.sources {
		if n := at - len(words); n >= 0 && phraseAt([][]string{words}, c.units[n:at]) > 0 {
			return true
		}
	}
	return false
}

// ownRule marks a source phrase whose possessive stands for who spoke last.
const ownRule = "in their words"

// inserted finds X in ", so X,".
func (c *scene) inserted(s sentence, i int) credit {
	if !c.units[i].is(isCueWord) || i == s.from || !c.units[i-1].isCommaOrDash() {
		return noCredit
	}
	from, to := c.phraseAfter(i+1, s.to)
	if from == to || to < s.to && c.units[to].kind == word && !c.units[to].is(isPreposition|isAuxiliary) || !c.units[from].upper && !c.units[from].is(isArticle) {
		return noCredit
	}
	return credit{"so X", -1, from, to, 0.85}
}

// asSaid finds X in "wie X sagte", a clause that opens at unit i.
func (c *scene) asSaid(s sentence, i int) credit {
	if !c.units[i].is(isAs) || i > s.from && c.units[i-1].kind == word || !c.lex.verbSecond && !c.lex.speakerLast {
		return noCredit
	}
	if !c.lex.verbSecond {
		return c.asSaidFreely(s, i)
	}
	for v := i + 2; v < min(s.to, i+maxSubject) && !c.parts(c.units[v]); v++ {
		if c.cueAt(s, v) && c.dependent(s, i, v) {
			from, to := c.nominative(i+1, v)
			return credit{"as X said", v, from, to, 0.9}
		}
	}
	return noCredit
}

// asSaidFreely finds X in "como dijo X" and "como X dijo".
func (c *scene) asSaidFreely(s sentence, i int) credit {
	for v := i + 1; v < min(s.to, i+maxPhrase) && !c.parts(c.units[v]); v++ {
		if !c.cueAt(s, v) {
			continue
		}
		if cr := c.behind(s, v); cr.named() {
			cr.rule, cr.confidence = "as X said", 0.9
			return cr
		}
		if from, to := c.phraseBefore(v, i+1); c.plausible(s, from, to) {
			return credit{"as X said", v, from, to, 0.9}
		}
		if v == i+1 && v+1 < s.to && c.units[v+1].kind == sign && c.last.speaker.AsWritten != "" {
			return credit{ownRule, v, v, v + 1, 0.7} // jak twierdzi, …
		}
	}
	return noCredit
}

// sourceAt returns the number of words of the source phrase at unit i, else 0.
func (c *scene) sourceAt(i, end int) int {
	if i+1 >= end {
		return 0
	}
	if n := c.sourceNoun(i, end-1); n > 0 {
		return n
	}
	return c.sourceWords(c.units[i : end-1])
}

// sourceNoun returns the number of words before the name of the source in a phrase that a
// preposition and a noun make: 2 of nach Angaben der Polizei, 1 of laut Medienberichten.
func (c *scene) sourceNoun(i, end int) int {
	if !c.units[i].is(isSourceOpener) {
		return 0
	}
	for j := i + 1; j < min(end, i+maxEpithet); j++ {
		u, next := c.units[j], c.units[j+1]
		switch {
		case u.kind != word, u.is(isPreposition):
			return 0
		case u.is(isSourceNoun) && next.is(isAgent):
			return j + 2 - i // nach Angaben von X
		case u.is(isSourceNoun) && (c.genitive(next) || next.upper && next.entity >= 0 || next.kind == marked):
			return j + 1 - i
		case c.endsInSource(u):
			return 1
		case u.upper:
			return 0
		}
	}
	return 0
}

// genitive reports whether a word can be the article of a genitive: der, des, eines, ihrer.
func (c *scene) genitive(u unit) bool {
	return u.is(isArticle) && (strings.HasSuffix(u.norm, "er") || strings.HasSuffix(u.norm, "es"))
}

// endsInSource reports whether a word is a noun for what a source tells, or a compound that
// ends in one: Polizeiangaben.
func (c *scene) endsInSource(u unit) bool {
	return u.is(isSourceNoun) || c.lex.capitals && u.upper && c.endsInWord(u.norm, isSourceNoun)
}

// colon finds the subject of what a colon before the stretch ends: X leaned in: “…”.
func (c *scene) colon(s sentence, q int) credit {
	if q <= s.from || !c.units[q-1].isSign(":") {
		return noCredit
	}
	if q < s.to && c.units[q].kind == marked && c.stretches[c.units[q].quote].spoken {
		return credit{"label", -1, s.from, q - 1, 0.8}
	}
	return c.leadIn(s, q-1)
}

// leadIn finds who speaks after the words of s up to unit end announced it.
func (c *scene) leadIn(s sentence, end int) credit {
	if from := c.signed(s.from, end); from < end {
		return credit{"label", -1, from, end, 0.8}
	}
	if cr := c.nameBefore(s, end); cr.named() {
		return cr
	}
	if cr := c.before(s, end); cr.named() {
		cr.rule, cr.confidence = "lead-in", 0.8
		return cr
	}
	if cr := c.wordsOf(s, end); cr.named() {
		return cr
	}
	if v := end - 1; c.lex.english && v > s.from && c.unlisted(c.units[v]) {
		if from, to := c.subjectBefore(v, s.from); from < to && !c.speechless(from, to) && !c.governed(s, to-1) {
			return credit{"X said before", v, from, to, 0.7} // Another sniped: “…”
		}
	}
	if c.lex.verbSecond && c.last.speaker.AsWritten != "" && c.last.paragraph == s.paragraph && c.reported(s) {
		return noCredit // the last speaker goes on
	}
	if from, to := c.mainSubject(s, end); from < to {
		return credit{"lead-in", -1, from, to, 0.6}
	}
	if c.lex.verbSecond {
		from, to := c.nominative(s.from, end)
		if from < to && c.units[from].is(isOwned) && c.last.speaker.AsWritten != "" {
			return credit{ownRule, -1, from, to, 0.4} // seine Zuversicht gründet auf …
		}
		if from < to && !c.units[to-1].is(isUtterance) && (c.units[from].is(isArticle) || from == s.from && !c.weak(s, from, to)) {
			return credit{"lead-in", -1, from, to, 0.5}
		}
	}
	if c.label(s.from, end) {
		return credit{"label", -1, s.from, end, 0.8}
	}
	return noCredit
}

// nameBefore finds X in "Más crítico se mostró el capitán, X: «…»": the person whose name stands
// right before a colon, on whom no preposition has a claim.
func (c *scene) nameBefore(s sentence, end int) credit {
	if !c.lex.free() || c.lex.endings || end-1 <= s.from || c.units[end-1].kind != word || !c.maybePerson(c.units[end-1].entity) {
		return noCredit
	}
	from, to := c.entityStart(s.from, end-1), end
	if from == s.from {
		return noCredit
	}
	before := from
	if c.units[from-1].isSign(",") {
		before--
	}
	start, _ := c.phraseBefore(before, s.from)
	if start == before || start == s.from || c.hangs(s, start) || c.hangs(s, from) || !c.units[start].is(isArticle) || c.units[start].is(isOf|isPreposition) || c.units[start-1].kind == sign {
		return noCredit
	}
	return credit{"lead-in", -1, from, to, 0.8}
}

// wordsOf finds X in "the answer of X: “…”".
func (c *scene) wordsOf(s sentence, end int) credit {
	for i := s.from; c.lex.speakerLast && i+1 < end; i++ {
		if !c.units[i].is(isUtterance) || !c.units[i+1].is(isOf) || c.governed(s, i) {
			continue
		}
		if from, to := i+2, c.phraseEnd(i+2, end); from < to && c.nameable(s, from, to) {
			return credit{"words of X", -1, from, c.apposed(s, to), 0.7}
		}
	}
	return noCredit
}

// namedBeside finds the person whose name stands right before a stretch in brackets, or as
// the last of a row before a colon: …, Y („…“) und X: „…“.
func (c *scene) namedBeside(s sentence, q int) credit {
	if !c.lex.verbSecond || q < s.from+2 || !c.isPerson(q-2) || c.units[q-2].kind != word {
		return noCredit
	}
	from, to := c.phraseBefore(q-1, s.from)
	if from == to {
		return noCredit
	}
	if from > s.from && c.units[from-1].is(isArticle) {
		from--
	}
	switch {
	case c.units[q-1].isSign("("):
		return credit{"X (…)", -1, from, to, 0.8}
	case c.behindColon(s, q) && from > s.from+1 && c.units[from-1].norm == c.lex.and && c.units[from-2].isSign(",)"):
		return credit{"X (…)", -1, from, to, 0.8}
	}
	return noCredit
}

// written finds X in "im Entwurf steht der Satz „…“": what announces the stretch is said to
// stand in a document, and by nobody.
func (c *scene) written(s sentence, q int) credit {
	if c.spokenOfIn(s, q) {
		return c.inDocument(s, -1, q)
	}
	if !c.lex.verbSecond || s.classes&isWritten == 0 || q <= s.from+2 || !c.units[q-1].is(isUtterance) && !c.behindColon(s, q) {
		return noCredit
	}
	for v := s.from; v < s.to; v++ {
		if !c.units[v].is(isWritten) || c.parts(c.units[v]) {
			continue
		}
		if from, to := c.nominative(min(v+1, q), q); from < to && (c.voiced(from, to) || c.units[from].is(isPronoun)) {
			return noCredit
		}
		return c.inDocument(s, v, q)
	}
	return noCredit
}

// spokenOfIn reports whether a document is said to speak of the stretch: In dem Brief ist von
// „…“ die Rede.
func (c *scene) spokenOfIn(s sentence, q int) bool {
	return c.lex.verbSecond && q+3 < s.to && c.units[s.from].is(isLocative) &&
		c.units[q+1].is(isArticle) && c.units[q+2].is(isUtterance) && c.units[q+3].kind == sign
}

// inDocument finds the place before unit q, named first in the sentence, where the verb v
// says that something stands.
func (c *scene) inDocument(s sentence, v, q int) credit {
	for i := s.from; i+1 < q; i++ {
		if !c.units[i].is(isLocative) {
			continue
		}
		from, to := c.phraseAfter(i+1, q)
		if from < to && c.units[to-1].upper && !c.timely(from, to) && !c.atPlaceName(to-1) {
			return credit{"it says in X", v, from, to, 0.7}
		}
	}
	return noCredit
}

// atPlaceName reports whether unit i names a town or a country.
func (c *scene) atPlaceName(i int) bool {
	e := c.units[i].entity
	return e >= 0 && c.names.Entities[e].Kind == names.Place
}

// claim finds X in "auf den Vorwurf von X, …": what is said follows the comma.
func (c *scene) claim(s sentence, q int) credit {
	if !c.lex.verbSecond {
		return noCredit
	}
	for i := q - 1; i > s.from && i > q-maxSubject; i-- {
		if !c.units[i].is(isUtterance) || !c.units[i+1].is(isOf) {
			continue
		}
		if to := c.phraseEnd(i+2, q); to > i+2 && c.units[to].isSign(",") && c.voiced(i+2, to) {
			return credit{"words of X", -1, i + 2, to, 0.6}
		}
	}
	return noCredit
}

// whoever finds the first noun phrase with an article that can be the subject of what a
// colon ends: una utente encolhe os ombros: “…”.
func (c *scene) whoever(s sentence, end int) credit {
	if !c.lex.speakerLast || c.lex.verbSecond || s.title || end <= s.from || !c.units[end].isSign(":") {
		return noCredit
	}
	for i := s.from; i+1 < end; i++ {
		if c.units[i].is(isArticle) && (i == s.from || !c.units[i-1].is(isPreposition|isOf|isAuxiliary) && !c.units[i-1].is(isArticle)) {
			if to := c.phraseEnd(i, end); to > i+1 && !c.timely(i, to) {
				return credit{"lead-in", -1, i, min(to, i+2), 0.4}
			}
		}
	}
	return noCredit
}

// signed returns where the person’s name begins that fills the units to end from the
// start or from a dash: Fares to rise – Ann Lee: “…”. Without one it returns end.
func (c *scene) signed(start, end int) int {
	from := end
	for from > start && end-from < maxPhrase && (c.isPerson(from-1) || (from < end || c.lex.free()) && c.units[from-1].is(isVoice) || c.lex.free() && c.speaking(c.units[from-1])) && c.units[from-1].kind == word {
		from--
	}
	if from < end && from > start && c.lex.free() && c.units[from-1].is(isArticle) {
		from-- // … attesa. I medici: «…»
	}
	if from < end && from > start && c.lex.free() && c.units[from-1].isSign(".") {
		return from // … urlopy. Pracodawcy: „…”
	}
	if from < end && (from == start || c.units[from-1].isSign("—–―-")) {
		return from
	}
	return end
}

// bylined finds the names between a dash and the colon before a stretch, behind a headline:
// FARES TO RISE - Ann Lee and P. Marsh: “…”.
func (c *scene) bylined(s sentence, q int) credit {
	if !c.lex.english || !c.behindColon(s, q) {
		return noCredit
	}
	from := q - 1
	for from > s.from && q-from <= maxPhrase && (c.units[from-1].upper || c.units[from-1].isSign(".") || c.units[from-1].norm == c.lex.and) {
		from--
	}
	if from < q-1 && c.units[from].upper && from > s.from+1 && c.units[from-1].isSign("—–―-") && c.apartDash(from-1) {
		return credit{"label", -1, from, q - 1, 0.8}
	}
	return noCredit
}

// apartDash reports whether spaces part the sign at unit i from the words beside it.
func (c *scene) apartDash(i int) bool {
	return i > 0 && i+1 < len(c.units) && c.units[i-1].End < c.units[i].Start && c.units[i].End < c.units[i+1].Start
}

// signature finds the name that stands alone behind a dash in the paragraph after a
// quote, or before a comma: “…” ¶ – Ann Lee, mayor of Kiel.
func (c *scene) signature(i int) credit {
	if i+1 >= len(c.sentences) {
		return noCredit
	}
	s := c.sentences[i+1]
	if s.paragraph == c.sentences[i].paragraph || !c.units[s.from].isSign("—–―-") {
		return noCredit
	}
	end := s.from + 1
	for end < s.to && !c.units[end].isSign(".,") {
		end++
	}
	if c.signed(s.from, end) != s.from+1 {
		return noCredit
	}
	return credit{"signature", -1, s.from + 1, end, 0.9}
}

// label reports whether all units of a range are words in capitals of two letters or more.
func (c *scene) label(from, to int) bool {
	for _, u := range c.units[from:to] {
		if u.kind != word || u.Len() < 2 || strings.ToUpper(u.Of(c.s)) != u.Of(c.s) {
			return false
		}
	}
	return from < to
}
