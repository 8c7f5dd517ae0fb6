package report

import "github.com/storydiff/storydiff/compare"

// An htmlPair is two articles with all that speaks for and against one event.
type htmlPair struct {
	Anchor      string
	A, B        htmlRef
	Verdict     string
	Sign        string
	Probability string
	Similarity  string
	Copy        string
	For         []htmlReason
	Against     []htmlReason
}

// An htmlReason is a note with the words it rests on.
type htmlReason struct {
	Note   string
	Places []htmlRef
}

// reasonsShown is how many reasons for, and how many against, a pair shows: the
// weightiest, since evidence comes in that order. Where there are many pairs, few.
func reasonsShown(pairs int) int {
	if pairs > 15 {
		return 3
	}
	return 8
}

func pairAnchor(p compare.Pair) string { return "p-" + p.A + "-" + p.B }

func (h *htmlView) pairs() []htmlPair {
	out, shown := make([]htmlPair, len(h.Pairs)), reasonsShown(len(h.Pairs))
	for i, p := range h.Pairs {
		out[i] = htmlPair{
			Anchor: pairAnchor(p), A: h.ref(p.A), B: h.ref(p.B),
			Verdict: verdictWords(p.Verdict), Sign: verdictSigns[p.Verdict],
			Probability: chance(p), Similarity: share(p.Similarity), Copy: h.copyWords(p),
		}
		for _, e := range p.Evidence {
			side := &out[i].Against
			if e.For {
				side = &out[i].For
			}
			if len(*side) < shown {
				*side = append(*side, htmlReason{readable(e.Note), h.placesOf(p, e)})
			}
		}
	}
	return out
}

// placesOf links to the first words that evidence rests on, in either article.
func (h *htmlView) placesOf(p compare.Pair, e compare.Evidence) []htmlRef {
	var out []htmlRef
	for _, side := range []struct {
		id    string
		spans []compare.Span
	}{{p.A, e.A}, {p.B, e.B}} {
		if len(side.spans) > 0 {
			out = append(out, htmlRef{Href: h.place(side.id, side.spans[0]), Text: h.no(side.id)})
		}
	}
	return out
}

// copyWords says how the texts overlap, if they do beyond chance.
func (h *htmlView) copyWords(p compare.Pair) string {
	if !copied(p) {
		return ""
	}
	return p.Copy.Relation + ": " + percent(p.Copy.AInB) + " of " + h.no(p.A) + " is in " + h.no(p.B) + ", " +
		percent(p.Copy.BInA) + " of " + h.no(p.B) + " is in " + h.no(p.A)
}

// copied reports whether two articles share text.
func copied(p compare.Pair) bool {
	return p.Copy.Relation != "" && p.Copy.Relation != "independent" && max(p.Copy.AInB, p.Copy.BInA) > 0
}
