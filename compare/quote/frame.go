package quote

import (
	"slices"

	"github.com/storydiff/storydiff/compare/text"
)

// What tells reported speech by the attribution that stands beside or inside it.

// framed finds reported speech that an attribution at either end of the sentence
// frames: According to X, …; …, X said; …, according to X.
func (c *scene) framed(s sentence) []segment {
	end := s.to
	for end > s.from && c.units[end-1].isSign(".") {
		end--
	}
	if n := c.sourceAt(s.from, end); n > 0 {
		if to := c.phraseEnd(s.from+n, end); to < end && c.units[to].isSign(",") {
			return []segment{{to + 1 - s.from, end - s.from, 0.8}}
		}
	}
	end = c.beforeCircumstance(s, end)
	for i := end - 2; i > s.from && i > end-maxSubject; i-- {
		if !c.units[i].isSign(",") {
			continue
		}
		if end-i < maxPhrase && c.attributes(s, i+1, end) || c.units[i-1].kind == word && c.attributesBehind(s, i+1, end) {
			return []segment{{c.framedFrom(s, i) - s.from, i - s.from, 0.8}}
		}
	}
	return nil
}

// framedFrom returns where the statement begins that ends before the comma at unit i.
func (c *scene) framedFrom(s sentence, i int) int {
	if c.sourceAt(i+1, s.to) == 0 {
		return s.from
	}
	return c.statedFrom(s, i)
}

// statedFrom returns where a statement begins that ends before unit at: behind what
// parts it from the words before.
func (c *scene) statedFrom(s sentence, at int) int {
	closed := false
	for i := at - 1; i > s.from; i-- {
		switch u := c.units[i]; {
		case u.isSign(")]"):
			closed = true
		case u.isSign("([") && closed:
			closed = false
		case u.isSign(";(["), u.isSign(":") && c.clausal(s.from, i):
			return i + 1
		}
	}
	if !c.lex.english {
		return s.from
	}
	return c.pastDateline(s, at)
}

// attributesBehind reports whether the units from to end are “said X” and what tells more of X:
// said Ann Lee, who runs the port.
func (c *scene) attributesBehind(s sentence, from, end int) bool {
	if !c.lex.english || c.lex.word(c.units[from].entry.lemma).class&isVerbOnly == 0 || c.units[from].is(isAddressee) || !c.cueAt(s, from) || c.endsIn(c.units[from].norm, c.lex.participles) {
		return false
	}
	_, to := c.phraseAfter(from+1, end)
	if to == 0 || c.units[from+1].is(isThat|isPronoun&^isArticle) || c.timely(from+1, to) || !c.isPerson(to-1) && !c.tells(c.units[to-1]) {
		return false
	}
	for i := to; i < end && !c.units[i].isSign(",(") && !c.units[i].is(isRelative); i++ {
		if c.units[i].is(isAuxiliary|isVerb|isPronoun) || c.units[i].kind == marked {
			return false
		}
	}
	return true
}

// attributes reports whether the units from to end are an attribution and no more.
func (c *scene) attributes(s sentence, from, end int) bool {
	if n := c.sourceAt(from, end); n > 0 {
		return c.phraseEnd(from+n, end) == end
	}
	if !c.cueAt(s, end-1) || c.endsIn(c.units[end-1].norm, c.lex.participles) {
		return false
	}
	subject, _ := c.subjectBefore(end-1, from)
	return subject == from && subject < end-1
}

// beforeCircumstance returns the end of an attribution before the mood that a statement was
// made in: …, officials said amid fears of a flood. Else it returns end.
func (c *scene) beforeCircumstance(s sentence, end int) int {
	for v := end - 2; v > s.from+2 && v > end-maxSubject && c.lex.english; v-- {
		if c.units[v+1].norm == "amid" && c.cueAt(s, v) && !c.units[v].is(isAddressee) {
			return v + 1
		}
	}
	return end
}

// whole finds what stands before “, according to X”, in place of the segments there: the
// clause that the source goes with.
func (c *scene) whole(s sentence, segments []segment) []segment {
	if s.classes&opensSource == 0 {
		return segments
	}
	for i := s.from + 1; i+1 < s.to; i++ {
		if !c.units[i].isSign(",") || c.sourceAt(i+1, s.to) == 0 {
			continue
		}
		from, to := c.statedFrom(s, i)-s.from, i-s.from
		astride := func(g segment) bool { return g.from < from && g.to > from || g.from < to && g.to > to }
		if last := c.units[i-1]; last.kind == marked || last.is(isStop|isThat) || c.cueAt(s, i-1) || !c.clausal(s.from+from, i) || slices.ContainsFunc(segments, astride) {
			return segments
		}
		n, _ := slices.BinarySearchFunc(segments, from, func(g segment, from int) int { return g.from - from })
		m, _ := slices.BinarySearchFunc(segments, to, func(g segment, to int) int { return g.from - to })
		return slices.Concat(segments[:n], []segment{{from, to, 0.6}}, segments[m:])
	}
	return segments
}

// An inset is an attribution between commas inside what was said: But the plan, he said, is
// late. Units.
type inset struct {
	from int // where what it parts begins
	at   int // the comma that opens it
	to   int // behind the comma that closes it
}

// insets lists the attributions that stand inside reported speech.
func (c *scene) insets(s sentence) (out []inset) {
	if !c.lex.english || s.classes&isVerb == 0 || c.sourceAt(s.from, s.to) > 0 {
		return nil
	}
	for i := s.from + 1; i+3 < s.to; i++ {
		if !c.units[i].isSign(",") || c.units[i-1].kind != word {
			continue
		}
		if to := c.insetEnd(s, i+1); to > 0 {
			from := c.statedFrom(s, i)
			if n := len(out); n > 0 && out[n-1].to > from {
				return out
			}
			if c.insettable(s, from, i) {
				out = append(out, inset{from, i, to})
			}
			i = to - 1
		}
	}
	return out
}

// insettable reports whether the units from to end may be the beginning of what was said:
// nobody says anything in them, and nothing in marks.
func (c *scene) insettable(s sentence, from, end int) bool {
	if c.units[from].is(isSubordinate|isRelative) && end-from < 2 {
		return false
	}
	for i := from; i < end; i++ {
		if c.units[i].kind == marked || c.cueAt(s, i) && !c.units[max(from, i-1)].is(isModal) {
			return false
		}
	}
	return true
}

// insetEnd returns the unit behind the comma that closes the attribution at unit from, 0 when
// none opens there: he said, the governor told reporters, says Ann Lee,
func (c *scene) insetEnd(s sentence, from int) int {
	for v := from; v < min(s.to-1, from+maxPhrase) && c.units[v].kind == word; v++ {
		if !c.cueAt(s, v) || c.endsIn(c.units[v].norm, c.lex.participles) {
			continue
		}
		if v == from {
			_, to := c.phraseAfter(v+1, s.to)
			if to > 0 && to+1 < s.to && c.units[to].isSign(",") && (c.isPerson(to-1) || c.tells(c.units[to-1])) && !c.units[v+1].is(isThat) {
				return to + 1
			}
			return 0
		}
		if f, t := c.subjectBefore(v, from); f != from || t == f || !c.holdsSpeaker(f, t) {
			return 0
		}
		end := v + 1
		for end < s.to && end <= v+3 && (c.units[end].is(isTime|isPreposition) || c.units[v].is(isAddressee)) && c.units[end].kind == word && !c.units[end].is(isThat) {
			end++
		}
		if end+1 < s.to && c.units[end].isSign(",") && !c.beginsAnew(end+1) {
			return end + 1
		}
		return 0
	}
	return 0
}

// withInsets adds what stands before the attributions inside reported speech, where no
// segment holds a part of it.
func withInsets(s sentence, segments []segment, insets []inset) []segment {
	for _, n := range insets {
		from, to := n.from-s.from, n.at-s.from
		if slices.ContainsFunc(segments, func(g segment) bool { return g.from < to && g.to > from }) {
			continue
		}
		segments = append(segments, segment{from, to, 0.6})
	}
	return segments
}

// joinInsets makes one utterance of two parts of reported speech that an attribution parts.
func (c *scene) joinInsets(quotes []Quote, insets []inset) []Quote {
	if len(quotes) < 2 {
		return quotes
	}
	slices.SortStableFunc(quotes, func(a, b Quote) int { return a.Start - b.Start })
	for _, n := range insets {
		for i := 0; i+1 < len(quotes); i++ {
			a, b := &quotes[i], quotes[i+1]
			if a.End == c.units[n.at-1].End && b.Start == c.units[n.to].Start {
				a.Spans, a.End, a.Confidence = []text.Span{a.Span, b.Span}, b.End, min(a.Confidence, b.Confidence)
				quotes = slices.Delete(quotes, i+1, i+2)
				break
			}
		}
	}
	return quotes
}

// beginsAnew reports whether a stretch in marks that opens with a capital stands at unit i:
// what goes before it is not part of it.
func (c *scene) beginsAnew(i int) bool {
	return c.units[i].kind == marked && capital(c.stretches[c.units[i].quote].Of(c.s))
}
