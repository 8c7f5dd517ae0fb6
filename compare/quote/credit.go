package quote

import (
	"strings"

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
	if cr := c.announced(s, q); cr.named() {
		return cr
	}
	if cr := c.after(s, q); cr.ok() {
		return cr
	}
	return c.creditBefore(s, q)
}

// creditBefore finds who spoke what begins at unit q from the words before it, or
// from a source phrase anywhere in the sentence.
func (c *scene) creditBefore(s sentence, q int) credit {
	cr, source := c.before(s, q), c.sourcePhrase(s, q)
	switch {
	case source.ok() && source.from > cr.verb && source.to <= q:
		return source
	case cr.named():
		return cr
	}
	for _, other := range []credit{c.possessor(s, q), c.tail(s, q), source, c.colon(s, q)} {
		if other.ok() {
			return other
		}
	}
	return cr
}

// cueAt reports whether unit i is a cue verb and not the noun of the same form.
func (c *scene) cueAt(s sentence, i int) bool {
	u := c.units[i]
	if !u.is(isVerb) || u.upper && !s.title && i > s.from {
		return false
	}
	if i == s.from {
		return true
	}
	prev := c.units[i-1]
	if prev.is(isPronoun) {
		return true
	}
	if prev.is(isArticle|isOf) || isPossessive(prev.Of(c.s)) {
		return false
	}
	return u.norm != u.entry.lemma || !c.nounAt(s, i)
}

// nounAt reports whether the word at unit i, in the form of an infinitive, ends a
// noun phrase: a political talking point.
func (c *scene) nounAt(s sentence, i int) bool {
	for j := i - 1; j >= max(s.from, i-3); j-- {
		u := c.units[j]
		switch {
		case u.is(isArticle):
			return true
		case u.kind != word, u.upper, u.is(isStop | isAuxiliary | isVoice | isPronoun), strings.HasSuffix(u.norm, "s"):
			return false
		}
	}
	return false
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
	case v == q-1 || !c.cueAt(s, v):
		return noCredit
	}
	return c.creditOf(s, v, q)
}

// after finds the attribution that follows: “…,” said X; “…,” X said; “…” — X.
func (c *scene) after(s sentence, q int) credit {
	i := q + 1
	for i < s.to && c.units[i].isCommaOrDash() {
		i++
	}
	if i >= s.to {
		return noCredit
	}
	if cr := c.afterUnits(s, i); cr.ok() {
		return cr
	}
	return c.uncuedAfter(s, q, i)
}

// afterUnits finds the attribution that begins at unit i.
func (c *scene) afterUnits(s sentence, i int) credit {
	if c.units[i].is(isCueWord) {
		if from, to := c.phraseAfter(i+1, s.to); from < to {
			return credit{"so X", -1, from, to, 0.9}
		}
	}
	if cr := c.inverted(s, i); cr.ok() {
		return cr
	}
	for v := i + 1; v < min(s.to, i+maxSubject); v++ {
		if !c.cueAt(s, v) || c.endsIn(c.units[v].norm, c.lex.participles) {
			continue
		}
		if from, to := c.subjectBefore(v, i); from < to && c.nounsOnly(i, from) {
			return credit{"X said", v, from, to, 0.95}
		}
	}
	return noCredit
}

// inverted finds "said X" at unit i, auxiliaries and adverbs around the verb passed
// over: a déclaré lundi X, sagte gestern X.
func (c *scene) inverted(s sentence, i int) credit {
	v := i
	for v < min(s.to, i+4) && c.units[v].is(isAuxiliary) && !c.units[v].is(isVerb) {
		v++
	}
	if v >= s.to || !c.cueAt(s, v) || c.units[v].is(isAddressee) {
		return noCredit
	}
	if cr := c.behind(s, v); cr.named() {
		return cr
	}
	if v+1 == s.to || c.units[v+1].kind == sign {
		return credit{rule: "said", verb: v, confidence: 0.8} // the subject is understood: «…», dijo.
	}
	return noCredit
}

// behind finds the speaker behind the verb v, adverbs passed over.
func (c *scene) behind(s sentence, v int) credit {
	n := v + 1
	for n < min(s.to, v+4) && c.skippable(c.units[n]) {
		n++
	}
	if n < s.to && c.units[n].is(isThey) {
		return c.document(s, v, n)
	}
	if from, to := c.phraseAfter(n, s.to); from < to && (!c.lex.inverted || c.units[from].is(isArticle) || c.holdsSpeaker(from, to)) {
		return credit{"said X", v, from, c.apposed(s, to), 0.95}
	}
	return noCredit
}

// document finds what a subject without meaning stands for: heißt es in der Erklärung,
// in der Erklärung heißt es.
func (c *scene) document(s sentence, v, pronoun int) credit {
	if i := pronoun + 1; i+1 < s.to && c.units[i].is(isPreposition) {
		if from, to := c.phraseAfter(i+1, s.to); from < to {
			return credit{"it says in X", v, from, to, 0.8}
		}
	}
	if from, to := c.phraseBefore(v, s.from); from < to && c.governed(s, to-1) {
		return credit{"it says in X", v, from, to, 0.8}
	}
	return credit{"said X", v, pronoun, pronoun + 1, 0.5}
}

// apposed takes in the name that follows a description: le maire, Jean Petit.
func (c *scene) apposed(s sentence, to int) int {
	if to+1 < s.to && c.units[to].isSign(",") && c.isPerson(to+1) && !c.isPerson(to-1) {
		return c.phraseEnd(to+1, s.to)
	}
	return to
}

// nounsOnly reports whether nothing but nouns and commas stand from one unit to the
// other: another friend, Mariam Emara, told.
func (c *scene) nounsOnly(from, to int) bool {
	for i := from; i < to; i++ {
		u := c.units[i]
		if u.kind == marked || u.kind == sign && !u.isSign(",.&") || u.is(isVerb|isStop) && !u.upper && !u.is(isArticle|isVoice) {
			return i == from && to == from+1
		}
	}
	return to-from <= maxPhrase
}

// uncuedAfter finds a speaker behind a stretch without a cue verb that we know:
// “…” — X; “…!” beamed X; “…,” X went on.
func (c *scene) uncuedAfter(s sentence, q, i int) credit {
	u := c.units[i]
	broken := strings.ContainsRune(",!?", lastRune(c.stretches[c.units[q].quote].Of(c.s)))
	switch {
	case i == q+2 && c.units[q+1].isSign("—–―-") && u.upper && s.to-i <= maxPhrase:
		return credit{"dash", -1, i, c.phraseEnd(i, s.to), 0.8}
	case !broken || i != q+1:
		return noCredit
	case u.kind == word && !u.upper && !u.is(isStop|isArticle|isPronoun) && i+1 < s.to && c.units[i+1].upper:
		return credit{"verb X", i, i + 1, c.phraseEnd(i+1, s.to), 0.7}
	case u.is(isHe | isShe), u.kind == word && !c.lex.inverted && c.holdsSpeaker(c.phraseAfter(i, s.to)):
		return credit{"X", -1, i, c.phraseEnd(i, s.to), 0.6}
	}
	return noCredit
}

const maxSubject = 30 // units a subject with its apposition may take

// before finds the nearest cue verb to the left of the stretch and its subject. A
// passive that names nobody still gives its verb.
func (c *scene) before(s sentence, q int) credit {
	found := noCredit
	for v := q - 1; v >= s.from; v-- {
		if !c.cueAt(s, v) {
			continue
		}
		cr := c.creditOf(s, v, q)
		if cr.named() && !c.unreal(s, v) {
			return cr
		}
		if !found.named() {
			found = cr
		}
	}
	return found
}

// unreal reports whether the verb tells what somebody would do: the words quoted are
// then those of whoever says so, if anybody does.
func (c *scene) unreal(s sentence, v int) bool {
	return v > s.from && c.units[v-1].is(isModal)
}

// creditOf finds the speaker that goes with the cue verb v before unit q.
func (c *scene) creditOf(s sentence, v, q int) credit {
	if c.passive(v, s.from) {
		for i := v + 1; i < min(q, v+4); i++ {
			if c.units[i].is(isAgent) {
				return credit{"by X", v, i + 1, c.phraseEnd(i+1, q), 0.85}
			}
		}
		if !c.units[v].is(isQuoting) {
			return credit{rule: passiveRule, verb: v, confidence: 0.4}
		}
		return c.quotedSubject(s, v)
	}
	if c.endsIn(c.units[v].norm, c.lex.participles) {
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

// perfectOf returns the auxiliary whose participle is at unit v, -1 when it stands
// right before it or is missing.
func (c *scene) perfectOf(s sentence, v int) int {
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
	from, to := c.subjectBefore(v, s.from)
	if c.lex.inverted && (from == to || c.governed(s, to-1) || !c.holdsSpeaker(from, to) || c.adverb(s, from, to)) {
		if cr := c.behind(s, v); cr.named() && cr.to <= q {
			return cr
		}
	}
	if from < to {
		return credit{"X said before", v, from, to, 0.9}
	}
	if from, to = c.mainSubject(s, v); from < to {
		return credit{"X … said", v, from, to, 0.7}
	}
	return noCredit
}

// quotedSubject finds X in "X was quoted as saying" and "wird X zitiert".
func (c *scene) quotedSubject(s sentence, v int) credit {
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

// subjectOfParticiple returns who said what the participle v goes on with: the
// subject of the cue verb before it, else of the sentence.
func (c *scene) subjectOfParticiple(s sentence, v int) (from, to int) {
	for i := v - 1; i > s.from; i-- {
		if c.cueAt(s, i) && !c.endsIn(c.units[i].norm, c.lex.participles) && !c.passive(i, s.from) {
			if from, to = c.subjectBefore(i, s.from); from < to {
				return from, to
			}
		}
	}
	return c.mainSubject(s, v)
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
	for i := v - 1; i >= max(floor, v-maxPhrase); i-- {
		if c.units[i].is(isBe) {
			return true
		}
		if !c.skippable(c.units[i]) && (!c.lex.inverted || !c.units[v].is(isQuoting)) {
			return false
		}
	}
	return false
}

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

// tail finds the attribution at the end of the sentence: … “…” for all of us, X said.
func (c *scene) tail(s sentence, q int) credit {
	for i := s.to - 2; i > q; i-- {
		if c.units[i].kind == marked {
			break
		}
		if !c.units[i].isSign(",") {
			continue
		}
		if cr := c.afterUnits(s, i+1); cr.named() && s.to-cr.to <= maxTail {
			return cr
		}
	}
	return noCredit
}

const maxTail = 8 // units behind the speaker: on Monday in Bergen

// sourcePhrase finds X in "according to X".
func (c *scene) sourcePhrase(s sentence, _ int) credit {
	for i := s.from; i < s.to; i++ {
		if n := c.sourceAt(i, s.to); n > 0 {
			return credit{"according to X", -1, i + n, c.phraseEnd(i+n, s.to), 0.85}
		}
		if c.units[i].is(isPostSource) && i > s.from {
			if from, to := c.phraseBefore(i, s.from); from < to {
				return credit{"according to X", -1, from, to, 0.85}
			}
		}
	}
	return noCredit
}

// sourceAt returns the number of words of the source phrase at unit i, else 0.
func (c *scene) sourceAt(i, end int) int {
next:
	for _, words := range c.lex.sources {
		if i+len(words) >= end {
			continue
		}
		for j, w := range words {
			if c.units[i+j].norm != w {
				continue next
			}
		}
		return len(words)
	}
	return 0
}

// colon finds the subject of what a colon before the stretch ends: X leaned in: “…”.
func (c *scene) colon(s sentence, q int) credit {
	if q <= s.from || !c.units[q-1].isSign(":") {
		return noCredit
	}
	return c.leadIn(s, q-1)
}

// leadIn finds who speaks after the words of s up to unit end announced it.
func (c *scene) leadIn(s sentence, end int) credit {
	if cr := c.before(s, end); cr.named() {
		cr.rule, cr.confidence = "lead-in", 0.8
		return cr
	}
	if from, to := c.mainSubject(s, end); from < to {
		return credit{"lead-in", -1, from, to, 0.6}
	}
	if c.label(s.from, end) {
		return credit{"label", -1, s.from, end, 0.8}
	}
	return noCredit
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

// mainSubject returns the subject of the sentence as far as unit v: its first named
// person or body, its opening pronoun or its opening description of a speaker.
func (c *scene) mainSubject(s sentence, v int) (from, to int) {
	for i := s.from; i < v; i++ {
		u := c.units[i]
		switch {
		case u.entity >= 0 && c.speaks(u.entity) && !isPossessive(u.Of(c.s)) && !c.governed(s, i):
			to := i + 1
			for to < v && c.units[to].entity == u.entity {
				to++
			}
			return i, to
		case u.is(isHe | isShe), u.is(isThey) && i == s.from:
			return i, i + 1
		case u.is(isVoice) && i > s.from && c.units[i-1].kind == word && !c.units[i-1].is(isOf):
			from, to := c.subjectBefore(i+1, s.from)
			return from, to
		}
	}
	return 0, 0
}

// governed reports whether the noun phrase that ends with unit i hangs on a preposition.
func (c *scene) governed(s sentence, i int) bool {
	for i > s.from && c.units[i].kind == word && !c.units[i].is(isPreposition) && (c.inPhraseLeft(i) || c.units[i].is(isOf) || c.units[i].entity >= 0) {
		i--
	}
	return c.units[i].is(isPreposition) && (i == s.from || !c.units[i].upper)
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
