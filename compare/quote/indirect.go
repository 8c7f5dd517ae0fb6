package quote

import (
	"math"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// indirect finds the reported speech of sentence i that is more than one marked stretch.
func (c *scene) indirect(i int) (out []Quote) {
	s := c.sentences[i]
	if !slices.ContainsFunc(c.units[s.from:s.to], func(u unit) bool { return u.kind == word }) {
		return nil // a row of signs
	}
	if out = c.sourced(i); out == nil {
		out = c.toldBehind(i)
	}
	if out != nil {
		return out
	}
	insets := c.insets(s)
	for _, g := range withInsets(s, c.segmentsOf(s), insets) {
		from, to := c.trimSigns(s.from+g.from, s.from+g.to)
		if from >= to || to == from+1 || c.scraps(from, to) {
			continue // a stretch in marks is found already, a word alone says nothing
		}
		cr := c.creditOfRange(s, from, to)
		last := c.goesOnSpeaking(i, cr)
		p := c.trust(s, g, cr, from, to)
		if last.AsWritten != "" {
			p = g.confidence
		}
		if p < leastTrust {
			continue
		}
		q := Quote{
			Span: c.span(from, to), Kind: Indirect, Speaker: unknownSpeaker,
			Rule: "reported speech", Confidence: p, Headline: c.units[from].Start < c.bodyStart,
		}
		if cr.ok() {
			c.apply(&q, cr)
		}
		if last.AsWritten != "" {
			q.Speaker, q.Rule = last, q.Rule+goesOn
		}
		out = append(out, q)
	}
	return c.joinInsets(out, insets)
}

// goesOn ends the rule of reported speech that a whole sentence goes on with.
const goesOn = "; goes on in reported speech"

// goingOn joins the reported speech of a sentence to that of the one before it when both only
// go on with what somebody said: one utterance of several sentences.
func (c *scene) goingOn(quotes, next []Quote) []Quote {
	if n := len(quotes); n > 0 && len(next) == 1 && strings.HasSuffix(next[0].Rule, goesOn) {
		before := &quotes[n-1]
		gap := text.Span{Start: before.End, End: next[0].Start}
		if before.Rule == next[0].Rule && gap.Start < gap.End && strings.Trim(gap.Of(c.s), ". ") == "" {
			before.End, before.Confidence = next[0].End, min(before.Confidence, next[0].Confidence)
			return quotes
		}
	}
	return append(quotes, next...)
}

// goesOnSpeaking returns who spoke before sentence i when it names nobody and its main clause
// is in the mood of reported speech.
func (c *scene) goesOnSpeaking(i int, cr credit) Speaker {
	if !c.lex.verbSecond || cr.named() || i == 0 || i > len(c.turns) || !c.reported(c.sentences[i]) {
		return unknownSpeaker
	}
	if t := c.turns[i-1]; t.sentence == i-1 && t.paragraph >= c.sentences[i].paragraph-1 {
		return t.speaker
	}
	return unknownSpeaker
}

// segmentsOf finds the reported speech of a sentence by its frame, by the segmenter or,
// where none is fitted, by the clause behind a cue verb.
func (c *scene) segmentsOf(s sentence) []segment {
	if framed := c.framed(s); framed != nil {
		return framed
	}
	switch {
	case c.lex.english:
		return c.whole(s, c.mend(s, c.outlineOf(s).segments(s.to-s.from, nil)))
	case c.lex.segmenter != "":
		return c.mend(s, c.outlineOf(s).segments(s.to-s.from, nil))
	}
	return c.clause(s)
}

// scraps reports whether units are no more than a quote with words of its attribution:
// “We wait,” its lawyer.
func (c *scene) scraps(from, to int) bool {
	if c.units[from].kind != marked || lastRune(c.stretches[c.units[from].quote].Of(c.s)) != ',' {
		return false
	}
	return !slices.ContainsFunc(c.units[from+1:to], func(u unit) bool { return u.kind == marked || u.is(isAuxiliary|isVerb) })
}

// mend lengthens the segments that break off inside their clause: behind what opens it,
// before what dashes set off, before another that. Those that they then hold are dropped.
func (c *scene) mend(s sentence, segments []segment) (out []segment) {
	for _, g := range segments {
		if n := len(out); n > 0 && g.from < out[n-1].to {
			out[n-1].to = max(out[n-1].to, g.to)
			continue
		}
		if c.breaksOff(s, s.from+g.from, s.from+g.to) {
			g.to = s.to - s.from
		}
		out = append(out, g)
	}
	return out
}

// breaksOff reports whether the units from to end, from a word such as that, cannot be
// all that was said.
func (c *scene) breaksOff(s sentence, from, end int) bool {
	if end+2 >= s.to || end < from+2 {
		return false
	}
	if c.lex.verbSecond { // before a clause that goes with it
		return c.units[end].isSign(",") && c.units[end+1].is(isThat|isRelative|isSubordinate|isStop|isPreposition)
	}
	if u := c.units[end]; c.lex.english && u.is(isVerb) && len(u.entry.particles) > 0 && !c.cueAt(s, end) && c.units[end-1].kind == word && !c.units[end-1].is(isPronoun) {
		return true // before a verb that lacks its particle: as the war goes wrong
	}
	if !c.units[from].is(isThat) {
		return false
	}
	switch u := c.units[end]; {
	case u.isSign(",") && c.units[end+1].is(isStop) && c.units[end+2].is(isThat):
		return true // that the ferry sank, and that …
	case u.isSign(","): // that during the storm, …
		first := c.units[from+1]
		opens := first.is(isPreposition|isStop) && !first.is(isArticle|isPronoun)
		return opens && !slices.ContainsFunc(c.units[from:end], func(v unit) bool { return v.isSign(",") })
	case u.isSign("—–-"): // that the ferry – an old ship – …
		return slices.ContainsFunc(c.units[end+1:s.to], func(v unit) bool { return v.isSign(u.norm) })
	}
	return false
}

// leastTrust is the confidence below which reported speech is not reported.
const leastTrust = 0.1

// trust lowers the segmenter's confidence where a reader would doubt: nobody is said to
// speak, or nobody who can, or what is said is no clause. The factors are the precisions
// of such segments against the rest on held-out texts of the train part of PolNeAR.
func (c *scene) trust(s sentence, g segment, cr credit, from, to int) float64 {
	p := g.confidence
	switch {
	case !cr.named() && cr.verb < 0:
		p *= 0.5
	case !cr.named():
		p *= 0.6
	case !c.canSpeak(s, cr):
		p *= 0.3
	}
	if to-from < 4 || !c.clausal(from, to) {
		p *= 0.6
	}
	return math.Round(1e4*p) / 1e4
}

// canSpeak reports whether the phrase of a credit can be a speaker: a person, a body, a
// document or a metonym, no time, no place that something happens in.
func (c *scene) canSpeak(s sentence, cr credit) bool {
	if c.timely(cr.from, cr.to) {
		return false
	}
	if e := c.headEntity(cr.from, cr.to); e >= 0 {
		return c.speaks(e) && !c.governed(s, cr.from)
	}
	if c.lex.verbSecond {
		return true // every noun begins with a capital
	}
	return c.holdsSpeaker(cr.from, cr.to) || c.spokenFor(cr.from, cr.to)
}

// spokenFor reports whether the last word of a phrase looks like people: residents, critics.
func (c *scene) spokenFor(from, to int) bool {
	u := c.units[to-1]
	return u.kind == word && strings.HasSuffix(u.norm, "s") && to-from <= 4
}

// clausal reports whether a stretch of units holds a verb, or what opens a clause.
func (c *scene) clausal(from, to int) bool {
	if !c.lex.english {
		return true
	}
	for _, u := range c.units[from:to] {
		if u.is(isThat|isAuxiliary|isPronoun|isVerb) || u.norm == "to" || u.kind == marked {
			return true
		}
	}
	return false
}

// trimSigns takes signs off the ends of a range of units.
func (c *scene) trimSigns(from, to int) (int, int) {
	for from < to && c.units[from].kind == sign && !c.units[from].isSign("$€£#@([") {
		from++
	}
	for from < to && c.units[to-1].kind == sign && !c.units[to-1].isSign("%)]") {
		to--
	}
	return from, to
}

// creditOfRange finds who the sentence says reported units from to.
func (c *scene) creditOfRange(s sentence, from, to int) credit {
	if from == s.from && to < s.to && c.units[to].isSign(",") {
		if cr := c.afterUnits(s, to+1); cr.ok() {
			return cr
		}
	}
	return c.creditBefore(s, from)
}

// clause finds the clause behind a cue verb in languages without a fitted segmenter:
// from a word such as that, or from the comma of a clause in the mood of reported speech.
func (c *scene) clause(s sentence) []segment {
	for v := s.from; v < s.to; v++ {
		if !c.cueAt(s, v) {
			continue
		}
		for i := v + 1; i < min(s.to-1, v+maxPhrase); i++ {
			u := c.units[i]
			switch {
			case u.kind == marked:
				return nil
			case u.is(isThat), u.isSign(",") && c.moodOf(i, s.to) && !c.units[i+1].is(isThat) && (i == v+1 || !c.units[i+1].is(isRelative)):
				return []segment{{i - s.from, s.to - s.from, 0.7}}
			}
		}
	}
	return nil
}
