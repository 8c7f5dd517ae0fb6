package align

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"

	"github.com/storydiff/storydiff/compare/text"
)

const (
	// firstRune opens the planes of private use. Every distinct token is written as
	// one of their runes, so that go-diff compares tokens and not letters; below them
	// lie the surrogates, which it would take for one and the same.
	firstRune   = 0xF0000
	maxAlphabet = utf8.MaxRune - firstRune + 1

	// maxCells bounds the product of two lengths in tokens that go-diff is given: its
	// time grows with the product when two texts have little in common.
	maxCells = 1 << 22
)

// Diff returns the literal word diff of two texts. The edits' spans rebuild both.
// Long texts are first cut at words that stand once in each, which takes n log n
// time and may miss a few of the words they share.
func Diff(a, b string) []Edit {
	ta, tb := tokens(a), tokens(b)
	ra, rb, ok := encode(a, b, ta, tb)
	if !ok {
		return []Edit{{Op: Changed, A: text.Span{End: len(a)}, B: text.Span{End: len(b)}}}
	}
	return spansOf(settle(diffRunes(nil, ra, rb), ta), ta, tb, len(a), len(b))
}

// encode writes both token lists as runes, one for each distinct token.
func encode(a, b string, ta, tb []token) (ra, rb []rune, ok bool) {
	runes := make(map[string]rune)
	ra, rb = number(runes, wordsOf(a, ta)), number(runes, wordsOf(b, tb))
	return ra, rb, len(runes) <= maxAlphabet
}

func wordsOf(s string, ts []token) []string {
	out := make([]string, len(ts))
	for i, t := range ts {
		out[i] = t.Of(s)
	}
	return out
}

// number gives each distinct word a rune of its own.
func number(runes map[string]rune, words []string) []rune {
	out := make([]rune, len(words))
	for i, w := range words {
		r, seen := runes[w]
		if !seen {
			r = rune(firstRune + len(runes))
			runes[w] = r
		}
		out[i] = r
	}
	return out
}

// A step is a run of tokens with one fate: n tokens of either side.
type step struct{ a, b, same int }

// diffRunes appends the steps from one token list to the other.
func diffRunes(steps []step, a, b []rune) []step {
	if len(a)*len(b) <= maxCells {
		return goDiff(steps, a, b)
	}
	anchors := anchors(a, b)
	if len(anchors) == 0 {
		return append(steps, step{a: len(a), b: len(b)})
	}
	i, j := 0, 0
	for _, k := range anchors {
		if k.A > i || k.B > j {
			steps = diffRunes(steps, a[i:k.A], b[j:k.B])
		}
		steps = append(steps, step{same: 1})
		i, j = k.A+1, k.B+1
	}
	return diffRunes(steps, a[i:], b[j:])
}

// goDiff compares two lists of moderate length. Without a timeout its result does
// not depend on the speed of the machine.
func goDiff(steps []step, a, b []rune) []step {
	d := diffmatchpatch.DiffMatchPatch{}
	for _, e := range d.DiffMainRunes(a, b, false) {
		n := utf8.RuneCountInString(e.Text)
		switch e.Type {
		case diffmatchpatch.DiffEqual:
			steps = append(steps, step{same: n})
		case diffmatchpatch.DiffDelete:
			steps = append(steps, step{a: n})
		case diffmatchpatch.DiffInsert:
			steps = append(steps, step{b: n})
		}
	}
	return steps
}

// settle treats shared tokens that hold no word as changed when they stand between
// two changes, and joins neighbouring steps of one fate.
func settle(steps []step, ta []token) []step {
	steps = join(steps)
	i := 0
	for k, s := range steps {
		inner := k > 0 && k < len(steps)-1
		if s.same > 0 && inner && !holdsWord(ta[i:i+s.same]) {
			steps[k] = step{a: s.same, b: s.same}
		}
		i += s.a + s.same
	}
	return join(steps)
}

func join(steps []step) []step {
	out := make([]step, 0, len(steps))
	for _, s := range steps {
		if n := len(out) - 1; n >= 0 && (out[n].same > 0) == (s.same > 0) {
			out[n] = step{out[n].a + s.a, out[n].b + s.b, out[n].same + s.same}
			continue
		}
		out = append(out, s)
	}
	return out
}

func holdsWord(ts []token) bool {
	for _, t := range ts {
		if t.word {
			return true
		}
	}
	return false
}

// spansOf turns steps over tokens into edits over bytes.
func spansOf(steps []step, ta, tb []token, lenA, lenB int) []Edit {
	edits := make([]Edit, 0, len(steps))
	i, j := 0, 0
	for _, s := range steps {
		ni, nj := i+s.a+s.same, j+s.b+s.same
		e := Edit{
			A: text.Span{Start: start(ta, i, lenA), End: start(ta, ni, lenA)},
			B: text.Span{Start: start(tb, j, lenB), End: start(tb, nj, lenB)},
		}
		e.Op = opOf(s)
		edits = append(edits, e)
		i, j = ni, nj
	}
	return edits
}

func opOf(s step) Op {
	switch {
	case s.same > 0:
		return Same
	case s.b == 0:
		return Dropped
	case s.a == 0:
		return Added
	}
	return Changed
}

// start returns the byte at which token i begins, or the end of the text.
func start(ts []token, i, end int) int {
	if i < len(ts) {
		return ts[i].Start
	}
	return end
}
