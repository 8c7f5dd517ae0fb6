package quote

import (
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// A credit is what one rule found of who spoke: units of the cue verb and the noun phrase.
type credit struct {
	rule       string
	verb       int // unit of the cue verb, -1 when there is none
	from, to   int // units of the noun phrase; empty when carried over
	confidence float64
}

var noCredit = credit{verb: -1}

func (c credit) ok() bool { return c.rule != "" }

// creditAt finds who the sentence itself says spoke the stretch at unit q.
func (c *scene) creditAt(s sentence, q int) credit {
	for _, rule := range []func(sentence, int) credit{c.after, c.before, c.sourcePhrase} {
		if cr := rule(s, q); cr.ok() {
			return cr
		}
	}
	return noCredit
}

// after finds the attribution that follows: “…,” said X; “…,” X said; “…” — X.
func (c *scene) after(s sentence, q int) credit {
	i := q + 1
	for i < s.to && (c.units[i].isCommaOrDash() || c.units[i].isSign("-")) {
		i++
	}
	if i >= s.to {
		return noCredit
	}
	if c.units[i].is(isVerb) && !c.units[i].upper {
		if from, to := c.subjectAfter(i, s.to); from < to && !c.units[i].is(isAddressee) {
			return credit{"said X", i, from, to, 0.95}
		}
	}
	for v := i + 1; v < min(s.to, i+maxSubject); v++ {
		u := c.units[v]
		if u.kind == marked {
			break
		}
		if !u.is(isVerb) || u.upper || c.units[v-1].is(isArticle|isStop) && !c.units[v-1].is(isPronoun|isAuxiliary) {
			continue
		}
		from, to := c.subjectBefore(v, i)
		if from < to && from-i <= 1 {
			return credit{"X said", v, from, to, 0.95}
		}
	}
	if i == q+2 && c.units[q+1].isSign("—–―") && c.units[i].upper && s.to-i <= 12 {
		return credit{"dash", -1, i, c.phraseEnd(i, s.to), 0.8}
	}
	return noCredit
}

const maxSubject = 30 // units a subject with its apposition may take

// before finds the nearest cue verb to the left of the stretch and its subject.
func (c *scene) before(s sentence, q int) credit {
	for v := q - 1; v >= s.from; v-- {
		u := c.units[v]
		if !u.is(isVerb) || u.upper && v > s.from || v > s.from && c.units[v-1].is(isArticle) {
			continue
		}
		if from, to := c.passiveAgent(v, q); from < to {
			return credit{"by X", v, from, to, 0.85}
		}
		if from, to := c.subjectBefore(v, s.from); from < to {
			return credit{"X said before", v, from, to, 0.9}
		}
		if from, to := c.mainSubject(s, v); from < to {
			return credit{"X, saying", v, from, to, 0.75}
		}
	}
	return noCredit
}

// passiveAgent finds X in "was described by X as".
func (c *scene) passiveAgent(v, q int) (from, to int) {
	for i := v + 1; i < min(q, v+4); i++ {
		if c.units[i].norm == "by" {
			return i + 1, c.phraseEnd(i+1, q)
		}
	}
	return 0, 0
}

// sourcePhrase finds X in "according to X".
func (c *scene) sourcePhrase(s sentence, _ int) credit {
	for i := s.from; i < s.to; i++ {
		if n := c.sourceAt(i, s.to); n > 0 {
			return credit{"according to X", -1, i + n, c.phraseEnd(i+n, s.to), 0.85}
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

// subjectBefore returns the units of the noun phrase before the verb, not reaching
// before unit floor.
func (c *scene) subjectBefore(v, floor int) (from, to int) {
	to = v
	for to > floor && c.skippable(c.units[to-1]) {
		to--
	}
	if to > floor && c.units[to-1].isSign(")]") {
		to = c.bracketStart(to-1, floor)
	}
	if to > floor && c.units[to-1].isCommaOrDash() {
		to = c.appositionStart(to-1, floor)
	}
	from = to
	for from > floor && to-from < maxPhrase && c.inPhraseLeft(from-1) {
		from--
	}
	for from < to && !c.canHead(c.units[from]) {
		from++
	}
	return from, to
}

const maxPhrase = 10 // words of a noun phrase

// skippable reports whether the unit may stand between a speaker and the verb.
func (c *scene) skippable(u unit) bool {
	if u.kind != word || u.upper || u.is(isPronoun) {
		return false
	}
	if u.is(isAuxiliary) {
		return true
	}
	for _, ending := range c.lex.adverbEndings {
		if strings.HasSuffix(u.norm, ending) {
			return true
		}
	}
	return false
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
			return j
		}
	}
	return i
}

// inPhraseLeft reports whether the noun phrase to the right goes on to the left with unit i.
func (c *scene) inPhraseLeft(i int) bool {
	u := c.units[i]
	switch {
	case u.kind != word:
		return u.isSign("&")
	case u.is(isOf):
		return i > 0 && (c.units[i-1].is(isVoice) || u.norm == "of" && c.units[i-1].kind == word)
	case u.is(isPronoun):
		return true
	case u.is(isStop):
		return false
	case u.is(isVerb) && !u.is(isVoice) && !u.upper:
		return false
	}
	return true
}

// canHead reports whether a noun phrase may begin with the unit.
func (c *scene) canHead(u unit) bool {
	return u.kind == word && (!u.is(isStop) || u.is(isPronoun)) && !u.is(isOf)
}

// subjectAfter returns the units of the noun phrase behind an inverted verb.
func (c *scene) subjectAfter(v, ceil int) (from, to int) {
	from = v + 1
	if from >= ceil || !c.canHead(c.units[from]) || c.skippable(c.units[from]) {
		return 0, 0
	}
	return from, c.phraseEnd(from, ceil)
}

// phraseEnd returns the end of the noun phrase that begins at unit i.
func (c *scene) phraseEnd(i, ceil int) int {
	j := i
	for j < ceil && j-i < maxPhrase {
		u := c.units[j]
		if u.kind != word && !u.isSign("&") {
			break
		}
		if j > i && u.is(isStop|isVerb) && !u.upper && !u.is(isVoice) &&
			(!u.is(isOf) || !c.units[j-1].is(isVoice)) {
			break
		}
		j++
	}
	return j
}

// mainSubject returns the subject of the sentence: its first named person or body
// before unit v, or its opening pronoun.
func (c *scene) mainSubject(s sentence, v int) (from, to int) {
	for i := s.from; i < v; i++ {
		u := c.units[i]
		if u.entity >= 0 && c.speaks(u.entity) {
			to := i + 1
			for to < v && c.units[to].entity == u.entity {
				to++
			}
			return i, to
		}
		if u.is(isHe|isShe) || u.is(isThey) && i == s.from {
			return i, i + 1
		}
	}
	return 0, 0
}

func (c *scene) span(from, to int) text.Span {
	return text.Span{Start: c.units[from].Start, End: c.units[to-1].End}
}
