package quote

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/text"
)

// What finds who is understood where a verb has no subject: añadió.

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
