package align

import (
	"cmp"
	"slices"

	"github.com/storydiff/storydiff/compare/text"
)

// Edits returns an edit script that links words of one meaning and tells moved words
// from dropped and added ones. In order, the edits' A spans rebuild the first text;
// ordered by where they begin, their B spans rebuild the second.
func Edits(a, b, lang string) []Edit { return Prepare(a, lang).Edits(Prepare(b, lang)) }

// Edits returns the edit script from one text to another, as the function of that name.
func (w *Wording) Edits(v *Wording) []Edit { return w.Cut().Edits(v) }

// A Cut is a text cut into words and marks, from which edits to many others are wanted.
type Cut struct {
	text   string
	tokens []token
	units  []unit // the words and marks
	at     []int  // which token each is
}

// Edits returns the edit script to another text, as the function of that name.
func (c *Cut) Edits(v *Wording) []Edit {
	a, b := c.text, v.Text
	if a == b && a != "" {
		return []Edit{{Op: Same, A: text.Span{End: len(a)}, B: text.Span{End: len(b)}}}
	}
	s := newScript(c, v.Cut())
	s.write()
	return joinEdits(s.edits)
}

// A script is an edit script in the making.
type script struct {
	a, b   string
	ta, tb []token
	stop   []bool // tokens of the first text that are no content words
	toB    []int  // the token each token of A is linked with, or -1
	toA    []int
	fixed  []Link // links in rising order; the others are moves
	edits  []Edit
}

func newScript(a, b *Cut) *script {
	s := &script{a: a.text, b: b.text, ta: a.tokens, tb: b.tokens}
	s.stop = make([]bool, len(s.ta))
	for i := range s.stop {
		s.stop[i] = true
	}
	for k := range a.units {
		s.stop[a.at[k]] = a.units[k].stop || !a.units[k].word
	}
	s.toB, s.toA = unlinked(len(s.ta)), unlinked(len(s.tb))
	for _, l := range oneToOne(linkMiddles(a.units, b.units), a.units, b.units) {
		i, j := a.at[l.A], b.at[l.B]
		s.toB[i], s.toA[j] = j, i
	}
	s.fix()
	return s
}

func unlinked(n int) []int {
	to := make([]int, n)
	for i := range to {
		to[i] = -1
	}
	return to
}

// Cut cuts a text into words and marks.
func (w *Wording) Cut() *Cut {
	c := &Cut{text: w.Text, tokens: tokens(w.Text)}
	k := kindredOf(w.lang)
	words := w.units
	written := make([]string, 0, len(c.tokens))
	c.units, c.at = make([]unit, 0, len(c.tokens)), make([]int, 0, len(c.tokens))
	for i, t := range c.tokens {
		s := t.Of(w.Text)
		switch {
		case t.word:
			c.units, words = append(c.units, words[0]), words[1:]
		case isSpace(s):
			continue
		default:
			c.units = append(c.units, newUnit(text.Fold(s), w.lang, k))
		}
		written, c.at = append(written, s), append(c.at, i)
	}
	setAmounts(c.units, written, w.lang)
	return c
}

// linkMiddles links what two texts begin and end with word by word, and judges only
// what stands between.
func linkMiddles(a, b []unit) []Link {
	var links []Link
	n := min(len(a), len(b))
	head := 0
	for head < n && a[head].norm == b[head].norm {
		links = append(links, Link{head, head})
		head++
	}
	tail := 0
	for tail < n-head && a[len(a)-1-tail].norm == b[len(b)-1-tail].norm {
		tail++
		links = append(links, Link{len(a) - tail, len(b) - tail})
	}
	for _, l := range linkUnits(a[head:len(a)-tail], b[head:len(b)-tail]) {
		links = append(links, Link{head + l.A, head + l.B})
	}
	return links
}

// oneToOne keeps one link a word: equal words before others, then the nearest.
func oneToOne(links []Link, a, b []unit) []Link {
	apart := func(l Link) int { return max(l.A-l.B, l.B-l.A) }
	slices.SortFunc(links, func(x, y Link) int {
		return cmp.Or(
			cmp.Compare(a[x.A].likeness(&b[x.B]), a[y.A].likeness(&b[y.B])),
			cmp.Compare(apart(x), apart(y)),
			cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	var out []Link
	for _, l := range links {
		if !usedA[l.A] && !usedB[l.B] {
			usedA[l.A], usedB[l.B] = true, true
			out = append(out, l)
		}
	}
	return out
}

// fix finds the longest chain of links that keeps the order. The other links are
// moves, of content words with the function words beside them.
func (s *script) fix() {
	all := s.links()
	s.fixed = longestRising(all)
	inOrder := make([]bool, len(s.ta))
	for _, l := range s.fixed {
		inOrder[l.A] = true
	}
	carried := func(i, j int) bool {
		return i >= 0 && j >= 0 && i < len(s.ta) && s.toB[i] == j && !s.stop[i] && !inOrder[i]
	}
	var lone []Link
	for _, l := range all {
		if !inOrder[l.A] && s.stop[l.A] && !carried(l.A-2, l.B-2) && !carried(l.A+2, l.B+2) {
			lone = append(lone, l)
		}
	}
	for _, l := range lone {
		s.toB[l.A], s.toA[l.B] = -1, -1
	}
	s.closeMoves(inOrder)
}

func (s *script) links() []Link {
	var all []Link
	for i, j := range s.toB {
		if j >= 0 {
			all = append(all, Link{i, j})
		}
	}
	return all
}

// closeMoves links the space between two words that were moved together.
func (s *script) closeMoves(inOrder []bool) {
	for i := 1; i+1 < len(s.ta); i++ {
		j := s.toB[i-1] + 1
		if j < 1 || s.toB[i] >= 0 || s.toB[i+1] != j+1 || inOrder[i-1] || inOrder[i+1] || s.toA[j] >= 0 {
			continue
		}
		if s.ta[i].Of(s.a) == s.tb[j].Of(s.b) {
			s.toB[i], s.toA[j] = j, i
		}
	}
}

// write emits the edits: each fixed link, and what stands between two of them.
func (s *script) write() {
	s.edits = make([]Edit, 0, 2*len(s.fixed)+1)
	i, j := 0, 0
	for _, l := range s.fixed {
		s.gap(i, l.A, j, l.B)
		s.emit(Changed, l.A, l.A+1, l.B, l.B+1)
		i, j = l.A+1, l.B+1
	}
	s.gap(i, len(s.ta), j, len(s.tb))
}

// gap emits the tokens between two fixed links. What both sides begin or end with
// stays; the rest is moved, changed, dropped or added.
func (s *script) gap(i, iEnd, j, jEnd int) {
	for i < iEnd && j < jEnd && s.equal(i, j) {
		s.emit(Same, i, i+1, j, j+1)
		i, j = i+1, j+1
	}
	tail := 0
	for i < iEnd-tail && j < jEnd-tail && s.equal(iEnd-tail-1, jEnd-tail-1) {
		tail++
	}
	s.uneven(i, iEnd-tail, j, jEnd-tail)
	if tail > 0 {
		s.emit(Same, iEnd-tail, iEnd, jEnd-tail, jEnd)
	}
}

// equal reports whether two unlinked tokens are the same but for their style.
func (s *script) equal(i, j int) bool {
	return s.toB[i] < 0 && s.toA[j] < 0 && text.Fold(s.ta[i].Of(s.a)) == text.Fold(s.tb[j].Of(s.b))
}

// uneven emits a gap whose sides begin and end differently. The k-th stretch that
// was not moved on one side stands against the k-th on the other.
func (s *script) uneven(i, iEnd, j, jEnd int) {
	lostB := stays(s.toA, j, jEnd)
	for i < iEnd {
		if s.toB[i] >= 0 {
			n := s.moved(i, iEnd)
			k := s.toB[i]
			s.emit(Moved, i, i+n, k, k+n)
			i += n
			continue
		}
		end := i + 1
		for end < iEnd && s.toB[end] < 0 {
			end++
		}
		if len(lostB) > 0 {
			s.emit(Changed, i, end, lostB[0].Start, lostB[0].End)
			lostB = lostB[1:]
		} else {
			s.emit(Dropped, i, end, j, j)
		}
		i = end
	}
	for _, b := range lostB {
		s.emit(Added, i, i, b.Start, b.End)
	}
}

// stays returns the stretches of unlinked tokens.
func stays(to []int, from, end int) []text.Span {
	var out []text.Span
	for from < end {
		if to[from] >= 0 {
			from++
			continue
		}
		start := from
		for from < end && to[from] < 0 {
			from++
		}
		out = append(out, text.Span{Start: start, End: from})
	}
	return out
}

// moved returns how many tokens from i on were moved together.
func (s *script) moved(i, iEnd int) int {
	n := 1
	for i+n < iEnd && s.toB[i+n] == s.toB[i]+n {
		n++
	}
	return n
}

// emit adds an edit over tokens, named by what its sides hold.
func (s *script) emit(op Op, i, iEnd, j, jEnd int) {
	e := Edit{
		Op: op,
		A:  text.Span{Start: start(s.ta, i, len(s.a)), End: start(s.ta, iEnd, len(s.a))},
		B:  text.Span{Start: start(s.tb, j, len(s.b)), End: start(s.tb, jEnd, len(s.b))},
	}
	switch {
	case e.Op == Moved:
	case e.B.Len() == 0:
		e.Op = Dropped
	case e.A.Len() == 0:
		e.Op = Added
	case text.Fold(e.A.Of(s.a)) == text.Fold(e.B.Of(s.b)):
		e.Op = Same
	default:
		e.Op = Changed
	}
	s.edits = append(s.edits, e)
}

// joinEdits joins neighbouring edits of one kind.
func joinEdits(edits []Edit) []Edit {
	var out []Edit
	for _, e := range edits {
		n := len(out) - 1
		if n >= 0 && out[n].Op == e.Op && out[n].A.End == e.A.Start && out[n].B.End == e.B.Start {
			out[n].A.End, out[n].B.End = e.A.End, e.B.End
			continue
		}
		out = append(out, e)
	}
	return out
}
