package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/text"
)

// A look is what the typing of a stretch sees of it and of its sentence.
type look struct {
	s        sentence
	u        int // unit of the stretch
	credit   credit
	headline bool
	in       string // the stretch
	words    []text.Word
}

// lookAt prepares the typing of the stretch at unit u.
func (c *scene) lookAt(s sentence, u int, cr credit) look {
	st := c.stretches[c.units[u].quote]
	in := st.Of(c.s)
	return look{s, u, cr, c.inHeadline(s), in, text.Words(in)}
}

// inHeadline reports whether a sentence is in the headline: of a text without one, in
// its first paragraph.
func (c *scene) inHeadline(s sentence) bool {
	if c.bodyStart == 0 {
		return s.paragraph == 0 && len(c.paragraphs) > 1
	}
	return c.units[s.from].Start < c.bodyStart
}

// kindOf types a stretch: speech or not by the weights of its features, then an
// utterance from a fragment, and a title from a term. The rule names the weightiest feature.
func (c *scene) kindOf(l look) (k Kind, rule string, confidence float64) {
	if c.stretches[c.units[l.u].quote].spoken {
		return Direct, "dashes or a label", 0.95
	}
	if k, why := c.namedAs(l); k != "" {
		return k, why, 0.85
	}
	var buf [maxTraits]trait
	p, loudest := speechModel(c.lex.model).probability(c.kindTraits(l, buf[:0]))
	why := loudest.String()
	if p >= c.lex.threshold {
		if c.wholeClause(l) || l.followed() && startsUpper(l.in) && (len(l.words) > 1 || l.u == l.s.from) {
			return Direct, why, p
		}
		return Partial, why, p
	}
	if c.lex.capitals && p >= sourcedThreshold && l.credit.named() && c.framedBehind(l) {
		if startsUpper(l.in) && ending(l.in) == "cry" {
			return Direct, l.credit.rule, 0.6
		}
		return Partial, l.credit.rule, 0.6
	}
	if c.wordless() && p >= sourcedThreshold && (c.hasSource(l) || c.reportedIn(l)) {
		return Partial, l.credit.rule, 0.6
	}
	if c.wordless() && startsUpper(l.in) && (l.followed() && c.apart(l) || c.announcedBy(l)) {
		return Direct, l.credit.rule, 0.7
	}
	if c.wordless() && (c.aloneInBody(l) || c.calledOut(l)) {
		return Direct, "alone", 0.5
	}
	if c.titled(l) {
		return Title, why, 1 - p
	}
	return Term, why, 1 - p
}

// sourcedThreshold is the probability from which words that a source phrase goes with
// count as speech.
const sourcedThreshold = 0.2

// framedBehind reports whether the cue verb of a stretch, or what is parted from it, stands
// right behind it: hatte von „…“ gesprochen, wirft X „…“ vor.
func (c *scene) framedBehind(l look) bool {
	i, v := l.u+1, l.credit.verb
	if v < 0 || i >= l.s.to {
		return false
	}
	return i == v || slices.Contains(c.units[v].entry.particles, c.units[i].norm)
}

// hasSource reports whether a stretch has its source in the sentence: according to X.
func (c *scene) hasSource(l look) bool {
	switch l.credit.rule {
	case "according to X", "as X said", ownRule, "by X", atRule:
		return l.credit.named() && !startsUpper(l.in)
	case "said":
		return c.lex.endings && l.credit.verb >= 0 && l.credit.verb < l.u && !startsUpper(l.in) && c.saysThat(l.credit.verb, l.u)
	case "said X":
		return l.credit.verb == l.u+1 && !startsUpper(l.in) // di «miracolo» parla il sindaco
	}
	return false
}

// reportedIn reports whether a fragment stands in what a cue verb before it reports: añadió que
// la licitación «nació torcida».
func (c *scene) reportedIn(l look) bool {
	v := l.credit.verb
	return v >= 0 && v+1 < l.u && c.units[v+1].is(isThat) && !c.units[v+1].is(isAs) && !startsUpper(l.in) && len(l.words) > 1 && !slices.ContainsFunc(c.units[v+2:l.u], func(u unit) bool { return u.kind == sign })
}

// announcedBy reports whether a colon behind a credit announces words that stand alone.
func (c *scene) announcedBy(l look) bool {
	return l.credit.ok() && l.u > l.s.from && c.units[l.u-1].isSign(":") && len(l.words) > 1 && l.s.to-l.u <= 2
}

// aloneInBody reports whether nothing but a sentence in marks stands where a sentence of the
// body does.
func (c *scene) aloneInBody(l look) bool {
	return !l.headline && c.opens(l.s, l.u) && l.s.to-l.u <= 2 && len(l.words) > 3 && c.caseOf(l) == "sentence"
}

// calledOut reports whether a colon ties words in marks to the rest of the headline:
// “I knew nothing”: the mayor in court.
func (c *scene) calledOut(l look) bool {
	if !l.headline || len(l.words) < 2 || c.caseOf(l) == "title" || !startsUpper(l.in) {
		return false
	}
	return l.u == l.s.from && l.u+1 < l.s.to && c.units[l.u+1].isSign(":") || l.u == l.s.to-1 && c.behindColon(l.s, l.u)
}

// apart reports whether signs part a stretch from the words on both its sides.
func (c *scene) apart(l look) bool {
	before := l.u == l.s.from || c.units[l.u-1].kind == sign
	after := l.u+1 < l.s.to && c.units[l.u+1].kind == sign || ending(l.in) != "open"
	return before && after
}

// followed reports whether the attribution stands behind the stretch, as it does
// behind statements.
func (l look) followed() bool {
	switch l.credit.rule {
	case "said X", "X said", "so X", "said", "verb X", "verb", atRule, "it says in X", "quotes X":
		return l.s.from == l.u || l.credit.verb > l.u || l.credit.verb < 0
	}
	return false
}

// speechThreshold is the probability from which a stretch counts as speech where a language
// sets none: on held-out texts of the train part of PolNeAR it loses as few quotes as it lets
// names and scare quotes in, once the rules have taken out what is plainly a name.
const speechThreshold = 0.6

// wholeClause reports whether the words in marks can stand as a sentence.
func (c *scene) wholeClause(l look) bool {
	n, end := len(l.words), ending(l.in)
	if c.wordless() && startsUpper(l.in) && n > 1 && (n > 3 || l.u > l.s.from && c.units[l.u-1].isSign(":")) {
		return true // full stops stand outside the marks
	}
	if !startsUpper(l.in) {
		return n >= 4 && c.opensClause(l.words) || c.lex.english && runsOn(l.in)
	}
	if end == "open" && n < 6 {
		return n > 1 && c.caseOf(l) == "sentence" && (l.u > l.s.from && c.units[l.u-1].isSign(",:") || c.besideOf(l.u-1, l.s) == "cue")
	}
	return n >= 4 || end == "sentence" || end == "cry" || n > 1 && c.hasVerb(l.words)
}

// opensClause reports whether words begin with a subject and its verb: we are going.
func (c *scene) opensClause(words []text.Word) bool {
	if len(words) < 2 {
		return false
	}
	first, second := c.lex.word(words[0].Norm).class, c.lex.word(words[1].Norm).class
	if pronoun, _, cut := strings.Cut(words[0].Norm, "'"); cut {
		return c.lex.word(pronoun).class&(isPronoun|isFirstPerson|isStarter) != 0
	}
	switch {
	case first&(isPronoun|isFirstPerson|isStarter)&^isArticle != 0:
		return second&isAuxiliary != 0
	case !c.lex.english:
		return false
	case first&isArticle != 0:
		return c.nounIs(words[1:])
	case first&isPreposition != 0:
		return c.opensClause(c.behindAdverbial(words))
	}
	return false
}

// maxOpening bounds the words before the verb, or the subject, of a clause in marks.
const maxOpening = 5

// nounIs reports whether words are a noun, with its attributes, before a form of to be:
// the worst fear is.
func (c *scene) nounIs(words []text.Word) bool {
	for i, w := range words[:min(len(words), maxOpening)] {
		switch e := c.lex.word(w.Norm).class; {
		case e&isBe != 0:
			return i > 0
		case e&(isStop|isThat|isAuxiliary|isPronoun) != 0:
			return false
		}
	}
	return false
}

// behindAdverbial returns the words from the pronoun on that follows a preposition and its
// noun: for two decades it has been.
func (c *scene) behindAdverbial(words []text.Word) []text.Word {
	for i := 2; i < min(len(words), maxOpening); i++ {
		pronoun, _, _ := strings.Cut(words[i].Norm, "'")
		switch e := c.lex.word(pronoun).class; {
		case e&(isPronoun|isFirstPerson|isStarter)&^isArticle != 0:
			return words[i:]
		case e&(isStop|isThat|isAuxiliary) != 0:
			return nil
		}
	}
	return nil
}

// runsOn reports whether a sentence ends inside a stretch and another begins.
func runsOn(in string) bool {
	for i := 4; i+2 < len(in); i++ {
		if strings.IndexByte(".!?", in[i]) >= 0 && in[i+1] == ' ' && startsUpper(in[i+2:]) && !strings.ContainsAny(in[i-4:i], " .") {
			return true
		}
	}
	return false
}

// titled reports whether a stretch that is no speech is the title of a work.
func (c *scene) titled(l look) bool {
	form := c.caseOf(l)
	if form == "lower" {
		return false
	}
	if c.besideOf(l.u-2, l.s) == "term word" && c.wordless() {
		return false // known as “…”
	}
	if c.lex.english && len(l.words) > 1 && c.lex.word(l.words[0].Norm).class&isNamed != 0 && form == "title" {
		return false // Operation Lantern
	}
	switch before := c.besideOf(l.u-1, l.s); before {
	case "title noun":
		return true
	case "term word", "article":
		return false
	case "possessive", "on", "in", "of", "function word":
		return form == "title" || form == "capital"
	}
	return len(l.words) > 1 && (form == "title" || c.wordless())
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "“”\"'‘’([…. ¿¡"))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
