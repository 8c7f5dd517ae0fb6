package quote

import "github.com/storydiff/storydiff/compare/text"

// What finds the statement that a source phrase stands in, where the finite verb stands
// second: the phrase may open it, part it or end it, and the rest is what the source says.
// Das Boot ist laut der Polizei gesunken.

// sourcedTrust is the confidence in statements that a source phrase marks.
const sourcedTrust = 0.8

// sourced returns the statement of sentence i that stands in the words of a source, in two
// parts where the phrase parts it; nothing when there is no such phrase, or a cue verb before it.
func (c *scene) sourced(i int) []Quote {
	s := c.sentences[i]
	cr, from, to := c.sourceIn(i)
	if from == to || c.cueBetween(s, s.from, from) {
		return nil
	}
	var parts []text.Span
	for _, p := range c.statement(s, from, to) {
		a, b := c.trimSigns(p[0], p[1])
		switch {
		case a >= b:
			continue
		case b == a+1 && c.units[a].kind == marked:
			return nil // the stretch is a quote by itself
		}
		parts = append(parts, c.span(a, b))
	}
	if len(parts) == 0 {
		return nil
	}
	return c.statedBy(cr, parts)
}

// statedBy makes a statement of its parts.
func (c *scene) statedBy(cr credit, parts []text.Span) []Quote {
	q := Quote{
		Span: text.Span{Start: parts[0].Start, End: parts[len(parts)-1].End}, Kind: Indirect, Speaker: unknownSpeaker,
		Rule: "reported speech", Confidence: sourcedTrust, Headline: parts[0].Start < c.bodyStart,
	}
	if len(parts) > 1 {
		q.Spans = parts
	}
	c.apply(&q, cr)
	return []Quote{q}
}

// toldBehind returns sentence i whole when the next one says who told it: Die Brücke wird
// gesperrt. Das teilte die Stadt mit.
func (c *scene) toldBehind(i int) []Quote {
	if !c.lex.verbSecond || i+1 >= len(c.sentences) || c.sentences[i].title {
		return nil
	}
	s, next := c.sentences[i], c.sentences[i+1]
	this := c.units[next.from]
	if s.paragraph != next.paragraph || !this.is(isThis) || this.is(isCueWord) || c.cueBetween(s, s.from, s.to) {
		return nil
	}
	for v := next.from + 1; v < next.to; v++ {
		if !c.units[v].is(isTelling) || !c.cueAt(next, v) {
			continue
		}
		from, to := c.nominative(next.from+1, next.to)
		if a, b := c.trimSigns(s.from, s.to); from < to && b > a+1 {
			return c.statedBy(credit{"that is what X said", v, from, c.apposed(next, to), 0.8}, []text.Span{c.span(a, b)})
		}
		break
	}
	return nil
}

// sourceIn returns the first credit that a source phrase of sentence i gives and the units of
// the phrase; an empty phrase when there is none.
func (c *scene) sourceIn(i int) (cr credit, from, to int) {
	s := c.sentences[i]
	if !c.lex.verbSecond || s.title || s.classes&opensAnySource == 0 {
		return noCredit, 0, 0
	}
	for k := s.from; k < s.to; k++ {
		if c.units[k].is(isWeakSource) || !c.units[k].is(opensAnySource) {
			continue
		}
		cr := c.sourceFrom(s, k, s.to)
		switch {
		case !cr.named():
			continue
		case cr.rule == "as X said":
			to := cr.verb
			for to < s.to && !c.parts(c.units[to]) {
				to++
			}
			return cr, k, to
		}
		return cr, min(k, cr.from), max(k+1, cr.to)
	}
	return noCredit, 0, 0
}

// cueBetween reports whether a sentence holds a cue verb among some of its units.
func (c *scene) cueBetween(s sentence, from, to int) bool {
	for v := from; v < to; v++ {
		if c.cueAt(s, v) {
			return true
		}
	}
	return false
}

// statement returns the ranges of units that the source phrase of some units goes with: what it
// opens, what it stands between commas in, or the clause around it.
func (c *scene) statement(s sentence, from, to int) [][2]int {
	start, end := s.from, s.to
	for i := s.from; i < s.to; i++ {
		switch {
		case !c.units[i].isSign(":;") || i+1 < s.to && c.units[i+1].Start == c.units[i].End:
		case i < from:
			start = i + 1
		case end == s.to && i >= to:
			end = i
		}
	}
	switch {
	case from <= start+1 && (from == start || c.units[start].is(isStop|isAuxiliary)):
		return [][2]int{{c.pastSource(to, end), end}}
	case c.units[from-1].isCommaOrDash() && (to == end || c.units[to].kind == sign):
		return [][2]int{{start, from - 1}, {to, end}}
	case c.units[from-1].isSign(","):
		return [][2]int{{to, end}}
	}
	if clause := c.clauseStart(s, from); clause > s.from && c.units[clause-1].isSign(",") && c.units[clause].is(isThat|isRelative|isSubordinate) {
		return [][2]int{{clause, from}, {to, c.dependentEnd(to, end)}}
	}
	return [][2]int{{start, from}, {to, end}}
}

// dependentEnd returns where a dependent clause ends that goes on at unit i: at the comma
// behind it, unless another dependent clause follows there.
func (c *scene) dependentEnd(i, end int) int {
	for ; i+1 < end; i++ {
		if next := c.units[i+1]; c.units[i].isSign(",") && !next.is(isThat|isRelative|isSubordinate|isPreposition|isStop) {
			return i
		}
	}
	return end
}

// pastSource returns where the finite verb stands behind a source phrase that opens a sentence
// and goes on from unit i: laut der Stelle │für Verkehr im Saarland│ sind …
func (c *scene) pastSource(i, end int) int {
	const small = isPreposition | isOf | isArticle
	at := i
	for ; at < min(end, i+maxPhrase); at++ {
		u, prev := c.units[at], c.units[at-1]
		switch {
		case u.kind == marked:
			return i
		case u.kind == sign:
			if !u.isSign("().") {
				return at
			}
		case !u.upper && !u.is(small) && (prev.kind != word || !prev.is(small)):
			return at
		}
	}
	return i
}
