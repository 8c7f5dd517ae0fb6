package quote

import "github.com/storydiff/storydiff/compare/text"

// joinSplit makes one utterance of two stretches of a sentence that its attribution
// parts: “…,” X said, “…”.
func (c *scene) joinSplit(quotes []Quote, i int) []Quote {
	out := quotes[:0]
	for _, q := range quotes {
		if n := len(out); n > 0 && c.split(out[n-1], q, i) {
			first := &out[n-1]
			if first.Spans == nil {
				first.Spans = []text.Span{first.Span}
			}
			first.Spans = append(first.Spans, q.Span)
			first.End = q.End
			continue
		}
		out = append(out, q)
	}
	return out
}

// speech reports whether a quote is somebody's words.
func speech(q Quote) bool { return q.Kind == Direct || q.Kind == Partial }

// split reports whether b goes on with the utterance a: the verb stands between
// them, nothing but its attribution does, and b does not begin a statement of its own.
func (c *scene) split(a, b Quote, i int) bool {
	if !speech(a) || !speech(b) || a.VerbAt.Start < a.End || a.VerbAt.End > b.Start || b.VerbAt != a.VerbAt && b.VerbAt.Len() > 0 {
		return false
	}
	s := c.sentences[i]
	second := -1
	for u := s.from; u < s.to; u++ {
		if c.units[u].kind == marked && c.stretches[c.units[u].quote].Start == b.Start {
			second = u
		}
	}
	if second <= s.from || !c.units[second-1].isCommaOrDash() {
		return false
	}
	for u := second - 1; u > s.from && c.units[u].kind != marked; u-- {
		if c.units[u].is(isThat) || c.cueAt(s, u) && c.units[u].Span != a.VerbAt {
			return false
		}
	}
	return true
}
