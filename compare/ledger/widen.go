package ledger

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// widen joins neighbouring sentences that another outlet prints as one: a piece takes
// up the sentence before or after it, and the row of that one, when it stands in the
// wording of another article.
func widen(cs []*cluster) []*cluster {
	of := make(map[*piece]*cluster)
	for _, c := range cs {
		for _, p := range c.pieces {
			of[p] = c
		}
	}
	taken := make(map[*cluster]bool)
	for _, c := range cs {
		if len(c.pieces) < 2 || taken[c] {
			continue
		}
		for _, p := range c.pieces {
			for _, n := range []*piece{p.previous, p.next} {
				if d := of[n]; n != nil && d != nil && !taken[d] && c.beside(d) && c.tells(n, p) {
					taken[d] = true
					c.takeUp(d)
				}
			}
		}
	}
	kept := cs[:0]
	for _, c := range cs {
		if !taken[c] {
			kept = append(kept, c)
		}
	}
	return kept
}

// beside reports whether every piece of d stands beside one of c, or in an article that
// has nothing else in c, or in a headline, or repeats a part of one of c.
func (c *cluster) beside(d *cluster) bool {
	return c != d && !slices.ContainsFunc(d.pieces, func(n *piece) bool {
		return c.neighbour(n) == nil && c.holds(n.article) && !n.headline && !c.repeats(n)
	})
}

// repeats reports whether the words of n stand in a piece of the group in the same article.
func (c *cluster) repeats(n *piece) bool {
	return slices.ContainsFunc(c.pieces, func(p *piece) bool { return p.article == n.article && n.standsIn(p) })
}

// neighbour returns the piece of the group right before or after another one, or nil.
func (c *cluster) neighbour(n *piece) *piece {
	i := slices.IndexFunc(c.pieces, func(p *piece) bool { return p.previous == n || p.next == n })
	if i < 0 {
		return nil
	}
	return c.pieces[i]
}

// takeUp joins the pieces of d to those of c beside them; what has none beside it is a part
// of the wording too.
func (c *cluster) takeUp(d *cluster) {
	for _, n := range d.pieces {
		if p := c.neighbour(n); p != nil {
			p.absorb(n)
		} else {
			c.pieces = append(c.pieces, n)
		}
	}
}

// tells reports whether another article's wording in the group says what n says beside p.
func (c *cluster) tells(n, p *piece) bool {
	for _, q := range c.pieces {
		if q.article == p.article || q.wording.Weight() <= max(n.wording.Weight(), p.wording.Weight()) {
			continue
		}
		if n.standsIn(q) || jointly(p, n, q) {
			return true
		}
		l := measure(n.wording, q.wording)
		if l.words >= 2 && (l.Kept >= inOrder && l.Covered >= cutsCover || l.Covered >= besideCovers && completes(p, n, q)) {
			return true
		}
	}
	return false
}

// A sentence is told by another wording too when that covers as much of it, is about as much
// the same, and is by as much more like it and its neighbour than like the neighbour alone.
const (
	besideCovers = 0.45
	besideSense  = 0.5
	besideGain   = 0.07
	besideGap    = 40 // bytes between the two sentences, for “he said” and little more
)

// completes reports whether a sentence n and the one beside it are together more like another
// wording than the one alone.
func completes(p, n, q *piece) bool {
	gap := max(p.span().Start, n.span().Start) - min(p.span().End, n.span().End)
	if p.kind != quote.Direct || n.kind != quote.Direct || gap > besideGap {
		return false
	}
	alone, together := measure(p.wording, q.wording), measure(both(p, n), q.wording)
	return together.Similarity >= alone.Similarity && together.Alike >= alone.Alike+besideGain &&
		n.wording.Sense().Likeness(q.wording.Sense()) >= besideSense
}

// minRun is how many words in a row show that one wording holds another.
const minRun = 4

// standsIn reports whether the words of n, at least minRun, stand in q one behind the other.
func (n *piece) standsIn(q *piece) bool {
	if n.words < minRun {
		return false
	}
	needle, hay := normed(n.tokens), normed(q.tokens)
	return strings.Contains(hay, needle)
}

// normed returns words in normal form, a space around each.
func normed(words []text.Word) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, w := range words {
		b.WriteString(w.Norm)
		b.WriteByte(' ')
	}
	return b.String()
}

// absorb makes one piece of two neighbouring sentences.
func (p *piece) absorb(n *piece) {
	first, second := p, n
	if n == p.previous {
		first, second = n, p
	}
	spans := spansOfParts(first.parts)
	spans = append(spans, spansOfParts(second.parts)...)
	p.parts = layOut(spans)
	p.quotes = slices.Compact(slices.Concat(first.quotes, second.quotes))
	p.previous, p.next = first.previous, second.next
	p.read(p.reading)
	prepare([]*piece{p})
}

func spansOfParts(parts []part) []text.Span {
	spans := make([]text.Span, len(parts))
	for i, p := range parts {
		spans[i] = p.span
	}
	return spans
}
