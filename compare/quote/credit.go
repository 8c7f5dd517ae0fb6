package quote

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

// A credit is what one rule found of who spoke: units of the cue verb and of the noun
// phrase that names the speaker.
type credit struct {
	rule       string
	verb       int // unit of the cue verb, -1 when there is none
	from, to   int // units of the noun phrase; empty when nobody is named
	confidence float64
}

// passiveRule marks a cue verb in the passive that names nobody.
const passiveRule = "passive"

var noCredit = credit{verb: -1}

func (c credit) ok() bool    { return c.rule != "" }
func (c credit) named() bool { return c.from < c.to }

// creditAt finds who the sentence itself says spoke the stretch at unit q.
func (c *scene) creditAt(s sentence, q int) credit {
	if cr := c.inWriting(s, q); cr.ok() {
		return cr
	}
	behind := c.after(s, q)
	if cr := c.announced(s, q); cr.named() && !c.incised(behind, q) {
		return cr
	}
	if c.lex.verbSecond && behind.rule == "said X" && c.units[s.from].is(isSubordinate) {
		if cr := c.creditBefore(s, q); cr.rule == "X said before" {
			return cr // Während X erklärte, „…“, räumte Y ein
		}
	}
	if c.lex.free() && !c.lex.endings && behind.rule == "X said" && c.units[s.from].is(isSubordinate) {
		if cr := c.creditBefore(s, q); cr.named() && cr.verb >= 0 && cr.verb < q {
			return cr // Mientras X habla de «…», Y advierte
		}
	}
	if cr := c.apartFrom(s, q, behind); cr.named() {
		return cr
	}
	if behind.named() && (!c.vague(behind) || !c.units[behind.from].is(isThey) || !c.behindColon(s, q)) {
		return behind
	}
	before := c.creditBefore(s, q)
	if behind.ok() && (!before.named() || !c.lex.speakerLast) {
		return behind
	}
	return before
}

// vague reports whether a credit names its speaker by a pronoun alone.
func (c *scene) vague(cr credit) bool {
	return c.lex.speakerLast && cr.to == cr.from+1 && c.units[cr.from].is(isPronoun)
}

// behindColon reports whether a colon stands before unit q.
func (c *scene) behindColon(s sentence, q int) bool { return q > s.from && c.units[q-1].isSign(":") }

// incised reports whether a credit is "said X" behind the comma that ends the stretch at
// unit q: it outweighs what a colon announced.
func (c *scene) incised(cr credit, q int) bool {
	return c.lex.speakerLast && cr.rule == "said X" && cr.verb == q+2 && c.units[q+1].isCommaOrDash() && !c.vague(cr)
}

// creditBefore finds who spoke what begins at unit q from the words before it, or
// from a source phrase anywhere in the sentence.
func (c *scene) creditBefore(s sentence, q int) credit {
	cr, source := c.before(s, q), c.sourcePhrase(s, q)
	for _, sure := range []credit{c.namedBeside(s, q), c.bylined(s, q), c.written(s, q), c.genitiveWords(s, q), c.gapped(s, q, cr)} {
		if sure.ok() {
			return sure
		}
	}
	switch {
	case c.lex.verbSecond && source.ok() && source.to < cr.verb && c.afterRelative(s, cr.verb):
		return source
	case c.lex.free() && source.named() && cr.named() && source.to <= q && c.unreal(s, cr.verb):
		return source // selon X, elle pourrait réclamer «…»
	case c.lex.free() && source.named() && cr.named() && cr.to <= source.from && source.to <= q && c.colonBetween(cr.to, source.from):
		return source // zijn ze bezorgd: volgens X dreigt «…»
	case c.lex.free() && source.named() && cr.named() && cr.to <= source.from && source.to <= cr.verb && c.person(c.headEntity(source.from, source.to)) && !c.maybePerson(c.headEntity(cr.from, cr.to)) && !c.describes(s, cr.to):
		return source // la federazione, per bocca di X, fa sapere che «…»
	case c.lex.free() && cr.named() && cr.verb > source.to && cr.from > source.to:
		return cr
	case c.lex.free() && cr.named() && source.named() && cr.verb < source.from && !c.spokenBy(source.from, source.to) && !c.units[source.from].is(isPronoun) && c.saysThat(cr.verb, source.from):
		return cr // X ha apuntado que, según la documentación, …
	case source.ok() && source.from > cr.verb && source.to <= q && (source.rule != ownRule || !cr.named() || !c.behindColon(s, q)), source.rule == "as X said", source.rule == ownRule && source.verb >= 0:
		return source
	case cr.named():
		return cr
	}
	for _, other := range []credit{c.possessor(s, q), c.tail(s, q), source, c.opinion(s, q), c.colon(s, q), c.claim(s, q)} {
		if other.ok() {
			return other
		}
	}
	return cr
}

// gapped finds Y in "X nannte das „…“, Y sogar „…“": the verb of the credit goes for Y too.
func (c *scene) gapped(s sentence, q int, cr credit) credit {
	start := c.clauseStart(s, q)
	if !c.lex.verbSecond || !cr.named() || cr.verb >= start-1 || start+1 >= q || !c.units[start-1].isSign(",") {
		return noCredit
	}
	if !slices.ContainsFunc(c.units[cr.verb:start], func(u unit) bool { return u.kind == marked }) {
		return noCredit
	}
	if slices.ContainsFunc(c.units[start:q], func(u unit) bool {
		return u.is(isVerb | isThat | isRelative&^isArticle | isSubordinate | isSubjunctive | isModal | isPerfect | isBe | isPreposition)
	}) {
		return noCredit
	}
	from, to := c.nominative(start, q)
	if from != start || !c.isPerson(to-1) || slices.ContainsFunc(c.units[to:q], func(u unit) bool { return u.upper || !u.is(isAuxiliary|isStop) }) {
		return noCredit
	}
	return credit{"X said before", cr.verb, from, to, 0.7}
}

// colonBetween reports whether a colon or a semicolon stands from unit i to unit j.
func (c *scene) colonBetween(i, j int) bool {
	return slices.ContainsFunc(c.units[i:j], func(u unit) bool { return u.isSign(":;") })
}

// saysThat reports whether a word such as that stands from unit v to unit i.
func (c *scene) saysThat(v, i int) bool {
	return slices.ContainsFunc(c.units[v:i], func(u unit) bool { return u.is(isThat) })
}

// announced finds a cue verb right before the stretch: X said, “…”.
func (c *scene) announced(s sentence, q int) credit {
	v := q - 1
	for v > s.from && c.units[v].isSign(",:") {
		v--
	}
	if v < s.from {
		return noCredit
	}
	switch {
	case c.units[v].is(isThat) && v > s.from:
		return c.before(s, v) // told Y that “…”, the agency reported
	case v == q-1 || !c.cueAt(s, v) || c.lex.verbSecond && c.unreal(s, v):
		return noCredit
	}
	return c.creditOf(s, v, q)
}

// after finds the attribution that follows: “…,” said X; “…,” X said; “…” — X.
func (c *scene) after(s sentence, q int) credit {
	i := q + 1
	for i < s.to && (c.units[i].isCommaOrDash() || i == q+1 && c.units[i].is(isAs) && !c.lex.verbSecond && !c.lex.speakerLast) {
		i++
	}
	if i >= s.to || c.lex.free() && c.units[i].isSign(".") {
		return noCredit
	}
	if c.lex.endings && i == q+2 && c.units[i].kind == marked && c.units[q+1].isSign(",") {
		return c.after(s, i) // «…», «…», — пишут болельщики
	}
	if i == q+1 && c.units[i].is(isAgent) {
		from, to := c.phraseAfter(i+1, s.to)
		if v := c.participleBefore(s, q); v >= 0 && from < to && c.nameable(s, from, to) && (c.lex.speakerLast && !c.lex.verbSecond || c.passive(v, s.from)) {
			return credit{"by X", v, from, c.apposed(s, to), 0.8}
		}
	}
	if !c.attributable(s, q, i) {
		return noCredit
	}
	if cr := c.came(s, i); cr.named() {
		return cr
	}
	if cr := c.afterUnits(s, i); cr.ok() {
		return c.withDependent(s, q, cr)
	}
	if cr := c.writtenOn(s, q); cr.ok() {
		return cr
	}
	return c.uncuedAfter(s, q, i)
}

// writtenOn finds X in "„…“ stand auf einem X".
func (c *scene) writtenOn(s sentence, q int) credit {
	i := q + 1
	if i < s.to && c.units[i].isSign(",") {
		i++
	}
	if !c.lex.verbSecond || i+2 >= s.to || !c.units[i].is(isWritten) || !c.units[i+1].is(isLocative) {
		return noCredit
	}
	from, to := c.phraseAfter(i+2, s.to)
	if from == to || !c.units[to-1].upper || c.timely(from, to) || c.atPlaceName(to-1) {
		return noCredit
	}
	return credit{"it says in X", i, from, to, 0.7}
}

// participleBefore returns the cue verb nearest before unit q: called “…” by X.
func (c *scene) participleBefore(s sentence, q int) int {
	for v := q - 1; v >= max(s.from, q-maxPhrase); v-- {
		if c.cueAt(s, v) {
			return v
		}
	}
	return -1
}

// afterUnits finds the attribution that begins at unit i.
func (c *scene) afterUnits(s sentence, i int) credit {
	if c.units[i].is(isCueWord) && i+1 < s.to && c.cueAt(s, i+1) {
		i++ // so heißt es in …
	} else if c.units[i].is(isCueWord) {
		if from, to := c.phraseAfter(i+1, s.to); from < to {
			return credit{"so X", -1, from, to, 0.9}
		}
	}
	if cr := c.inverted(s, i); cr.ok() {
		return cr
	}
	for v := i + 1; v < min(s.to, i+maxSubject); v++ {
		if !c.cueAt(s, v) || c.endsIn(c.units[v].norm, c.lex.participles) || c.lex.verbSecond && c.unreal(s, v) {
			continue
		}
		if c.lex.capitals && c.nextClause(s, i) {
			break
		}
		if cr := c.saidAt(s, i, v); cr.ok() {
			return cr
		}
	}
	return noCredit
}

// saidAt finds who stands between unit i and the cue verb v, or behind it: “…,” X said.
func (c *scene) saidAt(s sentence, i, v int) credit {
	if c.lex.capitals && c.units[v-1].isSign(",") {
		if cr := c.behind(s, v); cr.named() {
			return cr // „…“ sei das nicht, betonte X
		}
	}
	if c.lex.verbSecond && c.clauseStart(s, v) <= i {
		if from, to := c.subjectInClause(s, v, s.to); from < to && from >= i {
			return credit{"X said", v, from, to, 0.9}
		}
	}
	from, to := c.subjectBefore(v, i)
	if c.lex.verbSecond && from < to && c.governed(s, to-1) && c.clauseStart(s, v) <= i {
		return credit{rule: "said", verb: v, confidence: 0.6} // der das „…“ vor den Wählern nannte
	}
	if c.lex.verbSecond && from < to && c.units[from].is(isArticle) && c.units[from].is(isOblique) {
		return noCredit // den Wählern gedroht
	}
	if !c.lex.verbSecond && c.lex.speakerLast && !c.nameable(s, from, to) {
		return noCredit
	}
	if from < to && c.nounsOnly(i, from) && !c.modifies(i, from, v) {
		return credit{"X said", v, from, to, 0.95}
	}
	if from < to && c.standsIn(i, from) && (v+1 == s.to || c.units[v+1].kind == sign) {
		return credit{"X said", v, i, c.phraseEnd(i, from), 0.8}
	}
	return noCredit
}

// nextClause reports whether a clause of its own begins at unit i, behind the comma after a
// fragment: X nannte das „voreilig“, Y bezeichnete es als …
func (c *scene) nextClause(s sentence, i int) bool {
	return i-2 > s.from && c.units[i-1].isSign(",") && c.units[i-2].kind == marked && c.units[i-3].kind == word
}

// inverted finds "said X" at unit i, auxiliaries and adverbs around the verb passed
// over: a déclaré lundi X, sagte gestern X.
func (c *scene) inverted(s sentence, i int) credit {
	v, subject := i, -1
	for ; v < min(s.to, i+6); v++ {
		if u := c.units[v]; u.is(isClitic) && u.is(isPronoun) {
			subject = v // a-t-elle déclaré
		} else if (!u.is(isAuxiliary) || u.is(isVerb)) && !c.leansOn(s, v) && (!c.lex.endings || !c.skippable(u)) {
			break
		}
	}
	if v >= s.to || !c.cueAt(s, v) || c.units[v].is(isAddressee) && !c.asked(v) || c.endsIn(c.units[v].norm, c.lex.participles) {
		return noCredit
	}
	if subject >= 0 {
		return credit{"said X", v, subject, subject + 1, 0.95}
	}
	if c.units[v].is(isQuoting) && c.lex.endings {
		if from, to := c.quotedName(s, v); from < to {
			return credit{"quotes X", v, from, to, 0.8}
		}
	} else if c.units[v].is(isQuoting) {
		if cr := c.quotedObject(s, v, s.to); cr.named() {
			return cr
		}
	}
	if cr := c.behind(s, v); cr.named() {
		return cr
	}
	if v+1 < s.to && c.lex.free() && c.units[v+1].is(isArticle) && !c.units[v+1].is(isThey) {
		if from, to := c.phraseAfter(v+1, s.to); to > from+1 && !c.timely(from, to) {
			return credit{"said X", v, from, to, 0.7} // dijo el frutero
		}
	}
	end := v + 1
	for c.lex.verbSecond && end < s.to && c.units[end].is(isPerfect|isBe|isModal) {
		end++ // weil X das als „…“ bezeichnet hat
	}
	if end == s.to || c.units[end].kind == sign || c.lex.speakerLast && !c.lex.verbSecond {
		return credit{rule: "said", verb: v, confidence: 0.8} // the subject is understood: «…», dijo.
	}
	return noCredit
}

// leansOn reports whether the word at unit i is a pronoun before the cue verb it belongs to:
// lo corrigió ella.
func (c *scene) leansOn(s sentence, i int) bool {
	u := c.units[i]
	return c.lex.free() && !c.lex.endings && i+2 < s.to && !u.upper && !u.is(isVerb|isPreposition|isOf) && u.is(isArticle|isAuxiliary|isReflexive) && c.units[i+1].is(isVerb)
}

// apposed takes in the name that follows a description: le maire, Jean Petit.
func (c *scene) apposed(s sentence, to int) int {
	if to > s.from && c.units[to-1].is(isHe|isShe) && !c.units[to-1].is(isArticle) {
		return to // según él, Juan Ríos …
	}
	if to+1 < s.to && c.units[to].isSign(",") && c.bearer(to) && !c.personNamed(to-1) {
		return c.phraseEnd(to+1, s.to)
	}
	if c.lex.speakerLast && to+1 < s.to && c.units[to].isSign(",") && c.units[to+1].is(isArticle) && !c.personNamed(to-1) {
		if end := c.phraseEnd(to+1, s.to); c.maybePerson(c.units[end-1].entity) || c.lex.capitals && c.introducesName(to+2, end) {
			return end // su hija, la periodista Elena Arce
		}
	}
	if c.lex.speakerLast && to+2 < s.to && c.units[to].isSign(",") && c.units[to+1].upper && !c.personNamed(to-1) {
		if c.speaking(c.units[to-1]) && c.units[to+1].entity >= 0 && c.speaks(c.units[to+1].entity) && c.units[to+2].isSign(",") {
			return to + 2 // la madre, Assunta, era scesa
		}
		if end := c.phraseEnd(to+1, min(s.to, to+maxRanked)); c.isPerson(end - 1) {
			return end // der Vorsitzende des Verbandes, Oberst Jens Kallweit
		}
	}
	return c.bearerAhead(s, to)
}

// introducesName reports whether a noun for a person stands at unit i and a name of several words
// behind it, up to unit end: Bäuerin Notburga Walch.
func (c *scene) introducesName(i, end int) bool {
	if i+2 >= end || !c.speaking(c.units[i]) && !c.epithet(c.units[i]) {
		return false
	}
	return !slices.ContainsFunc(c.units[i+1:end], func(u unit) bool {
		return u.kind != word || !u.upper || u.entity >= 0 && c.names.Entities[u.entity].Kind != names.Unknown
	})
}

// personNamed reports whether unit i is of a person’s name, and no noun for one named before.
func (c *scene) personNamed(i int) bool {
	return c.isPerson(i) && (c.units[i].upper || c.units[i].kind != word || !c.lex.free() || c.lex.endings)
}

// bearer reports whether the name behind the comma at unit i is that of the person described
// before it: behind a common noun any full name that is not known for something else.
func (c *scene) bearer(i int) bool {
	e := c.units[i+1].entity
	if e < 0 || c.maybePerson(e) {
		return e >= 0
	}
	n := c.names.Entities[e]
	return n.Kind == names.Unknown && strings.Contains(n.Name, " ") && c.units[i-1].kind == word && (!c.units[i-1].upper || c.lex.capitals && c.units[i-1].entity < 0)
}

// modifies reports whether the stretch before unit i belongs to the nouns that follow it, of
// which the last looks like a verb: a “final” pay offer.
func (c *scene) modifies(i, from, v int) bool {
	if from != i || !c.units[v].is(isNounToo) || c.units[i-1].kind != marked || c.holdsSpeaker(from, v) || c.units[from].is(isArticle) {
		return false
	}
	return !strings.ContainsRune(",.!?", lastRune(c.stretches[c.units[i-1].quote].Of(c.s)))
}

// maxRanked bounds the words of a name with the ranks before it.
const maxRanked = 6

// nounsOnly reports whether nothing but nouns and commas stand from one unit to the
// other: another friend, Mariam Emara, told.
func (c *scene) nounsOnly(from, to int) bool {
	for i := from; i < to; i++ {
		u := c.units[i]
		if c.lex.english && u.is(isNounToo) && c.units[i+1].kind == word {
			continue // press secretary
		}
		if c.lex.english && u.is(isOf) && i > from && c.units[i-1].upper && c.units[i+1].upper {
			continue // Secretary of Trade for Northern Affairs
		}
		if u.kind == marked || u.kind == sign && !u.isSign(",.&") || u.is(isVerb|isStop) && !u.upper && !u.is(isArticle|isVoice) {
			return i == from && to == from+1
		}
	}
	return to-from <= maxPhrase
}

// standsIn reports whether nothing but a noun with its article and a preposition stand from
// unit i to the noun phrase at unit from: a notice on the door read.
func (c *scene) standsIn(i, from int) bool {
	if !c.lex.english || !c.units[i].is(isArticle) || from-i < 3 || from-i > 5 || !c.units[from-1].is(isPreposition) {
		return false
	}
	return !slices.ContainsFunc(c.units[i+1:from-1], func(u unit) bool { return u.kind != word || u.is(isStop|isArticle|isAuxiliary) })
}

// uncuedAfter finds a speaker behind a stretch without a cue verb that we know:
// “…” — X; “…!” beamed X; “…,” X went on.
func (c *scene) uncuedAfter(s sentence, q, i int) credit {
	u := c.units[i]
	broken := strings.ContainsRune(",!?", lastRune(c.stretches[c.units[q].quote].Of(c.s)))
	switch {
	case i == q+2 && c.units[q+1].isSign("—–―-") && u.upper && s.to-i <= maxPhrase:
		return credit{"dash", -1, i, c.phraseEnd(i, s.to), 0.8}
	case c.lex.english && i == q+2 && c.units[q+1].isSign("—–―-") && c.isPerson(c.phraseEnd(i, s.to)-1):
		return credit{"dash", -1, i, c.phraseEnd(i, s.to), 0.8} // “…” – our reporter Ann Lee, in Kiel
	case c.lex.free() && i <= q+2 && c.wordsBehind(s, i).named():
		return c.wordsBehind(s, i)
	case c.lex.speakerLast && i > q+1:
		return c.unknownVerb(s, q, i)
	case !broken || i != q+1:
		return noCredit
	case c.lex.english && c.inClause(s, q):
		return noCredit // When X spoke of “a bad month,” the crowd clapped
	case u.kind == word && !u.upper && !u.is(isStop|isArticle|isPronoun|isPreposition) && !c.compounded(u) && i+1 < s.to && c.units[i+1].upper:
		return credit{"verb X", i, i + 1, c.phraseEnd(i+1, s.to), 0.7}
	case c.lex.english && c.unlisted(u) && i+2 < s.to && c.units[i+1].is(isArticle) && !c.speechless(c.phraseAfter(i+1, s.to)):
		return credit{"verb X", i, i + 1, c.phraseEnd(i+1, s.to), 0.7} // “…,” whimpered the star
	case c.lex.english && u.is(isHe|isShe):
		return credit{"X", -1, i, i + 1, 0.6} // “…,” she remembers
	case u.is(isHe | isShe), u.kind == word && !c.lex.inverted && c.holdsSpeaker(c.phraseAfter(i, s.to)):
		return credit{"X", -1, i, c.phraseEnd(i, s.to), 0.6}
	}
	return noCredit
}

// unlisted reports whether a word that no list holds is a verb in the past by its ending.
func (c *scene) unlisted(u unit) bool {
	return u.kind == word && !u.upper && u.entry.class == 0 && len(u.norm) > 4 && strings.HasSuffix(u.norm, "ed")
}

// wordsBehind finds X in "«…» l’appello lanciato da X", whose first word is at unit i.
func (c *scene) wordsBehind(s sentence, i int) credit {
	n := i
	for n < min(s.to-2, i+3) && (c.units[n].is(isArticle|isBe|isPreposition|isAuxiliary) || c.units[n].is(isStop)) && !c.units[n].is(isUtterance) {
		n++
	}
	if n+2 >= s.to || !c.units[n].is(isUtterance) || c.units[n].upper {
		return noCredit
	}
	for j := n + 1; j < min(s.to-1, n+maxTail) && c.units[j].kind == word && !c.units[j].is(isThat); j++ {
		if !c.units[j].is(isOf | isAgent) {
			continue
		}
		if from, to := j+1, c.phraseEnd(j+1, s.to); from < to && c.nameable(s, from, to) && (c.spokenBy(from, to) || c.units[from].is(isArticle)) {
			return credit{"words of X", -1, from, c.apposed(s, to), 0.7}
		}
	}
	return noCredit
}

const maxSubject = 30 // units a subject with its apposition may take

const maxCues = 8 // cue verbs to the left of a stretch that are asked for a subject

// before finds the nearest cue verb to the left of the stretch and its subject. A
// passive that names nobody still gives its verb.
func (c *scene) before(s sentence, q int) credit {
	found := noCredit
	if s.classes&isVerb == 0 {
		return found
	}
	for v, cues := q-1, 0; v >= s.from && cues < maxCues; v-- {
		if !c.cueAt(s, v) {
			continue
		}
		cues++
		if c.lex.verbSecond && c.inRelative(s, v, q) {
			continue
		}
		cr := c.creditOf(s, v, q)
		if cr.named() && !c.unreal(s, v) {
			return c.outer(s, cr, q)
		}
		if !found.named() {
			found = cr
		}
	}
	return found
}

// outer returns the credit of the cue verb that brings in what a pronoun is said to think or to
// have said: Ms Lee says she believes it is “safe”.
func (c *scene) outer(s sentence, cr credit, q int) credit {
	p := cr.from - 1
	if !c.lex.english || cr.to != cr.from+1 || !c.units[cr.from].is(isPronoun) || p <= s.from {
		return cr
	}
	if c.units[p].is(isThat) && p-1 > s.from {
		p--
	}
	if !c.cueAt(s, p) || c.endsIn(c.units[p].norm, c.lex.participles) {
		return cr
	}
	if lead := c.creditOf(s, p, q); lead.named() {
		return lead
	}
	return cr
}

// unreal reports whether the verb tells what somebody would do: the words quoted are
// then those of whoever says so, if anybody does.
func (c *scene) unreal(s sentence, v int) bool {
	return v > s.from && c.units[v-1].is(isModal)
}

func (c *scene) span(from, to int) text.Span {
	return text.Span{Start: c.units[from].Start, End: c.units[to-1].End}
}

// endsIn reports whether a word has one of the endings and a stem before it.
func (c *scene) endsIn(w string, endings []string) bool {
	for _, e := range endings {
		if len(w) > len(e)+1 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// unknownVerb finds X in "«…», frohlockte X": a word that the lexicon does not know,
// between a quote that opens its sentence and somebody who can speak.
func (c *scene) unknownVerb(s sentence, q, i int) credit {
	if q > s.from && c.units[q-1].kind == word {
		return noCredit
	}
	v := i
	for v < min(s.to, i+4) && c.units[v].is(isAuxiliary) && !c.units[v].upper {
		v++
	}
	if v+1 >= s.to || c.units[v].kind != word || c.units[v].upper || c.units[v].is(isStop|isArticle|isPronoun|isPreposition|isThat|isOf|isVoice|isRelative) {
		return noCredit
	}
	n := v + 1
	if c.units[n].is(isReflexive) && n+1 < s.to {
		n++ // zeigte sich X zufrieden
	}
	from, to := c.phraseAfter(n, s.to)
	if c.lex.free() {
		if cr := c.freelyBehind(s, v, n); cr.named() && c.spokenBy(cr.from, cr.to) {
			return credit{"verb X", v, cr.from, cr.to, 0.7}
		}
	}
	switch {
	case from < to && c.holdsSpeaker(from, to):
		return credit{"verb X", v, from, c.apposed(s, to), 0.7}
	case !c.lex.verbSecond && (c.units[n].kind != word || c.units[n].is(isPreposition|isTime)):
		return credit{rule: "verb", verb: v, confidence: 0.5} // «…», borbottò tra sé.
	}
	return noCredit
}
