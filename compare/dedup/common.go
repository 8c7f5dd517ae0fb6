package dedup

import (
	"math/bits"
	"slices"

	"github.com/storydiff/storydiff/compare/shingle"
)

// mostCells bounds the words of either text, multiplied, that are compared each with each.
const mostCells = 1 << 24

// inCommon returns the longest sequence of words that two texts share, in their order. Of
// texts too long for that it takes the words that stand once in each.
func inCommon(a, b []shingle.Position) []wordPair {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	if len(a)*len(b) > mostCells {
		return increasing(sharedOnce(a, b))
	}
	t := newMatches(a, b)
	if len(t.b) == 0 {
		return nil
	}
	return t.pairs()
}

// matches say where the words of one text stand in another, and how long the sequences
// are that both share: a bit for each word of a, 64 at a time (Crochemore, Iliopoulos,
// Pinzon and Reid 2001; Hyyrö 2004).
type matches struct {
	n     int      // words of a
	width int      // words of 64 bits that their bits take
	where []uint64 // for each distinct word of a its bits
	b     []int    // those words of b that stand in a at all
	ids   []int    // which word of a each of them is
	rows  []uint64 // after each of them, a bit unset where the longest sequence grows by a word of a
}

func newMatches(a, b []shingle.Position) *matches {
	t := &matches{n: len(a), width: (len(a) + 63) / 64}
	ids := newPlaces(len(a))
	for i, w := range a {
		p := ids.of(w.Hash)
		if p.a == unseen {
			p.hash, p.a = w.Hash, int32(len(t.where)/t.width)
			t.where = append(t.where, make([]uint64, t.width)...)
		}
		t.where[int(p.a)*t.width+i/64] |= 1 << (i % 64)
	}
	for j, w := range b {
		if p := ids.of(w.Hash); p.a != unseen {
			t.b, t.ids = append(t.b, j), append(t.ids, int(p.a))
		}
	}
	return t
}

// fill computes the rows.
func (t *matches) fill() {
	t.rows = make([]uint64, t.width*(len(t.b)+1))
	row := t.rows[:t.width]
	for k := range row {
		row[k] = 1<<64 - 1
	}
	for j, id := range t.ids {
		next := t.rows[(j+1)*t.width:][:t.width]
		var carry uint64
		for k, at := range t.where[id*t.width:][:t.width] {
			var sum uint64
			sum, carry = bits.Add64(row[k], row[k]&at, carry)
			next[k] = sum | row[k]&^at
		}
		row = next
	}
}

// grows reports whether the longest sequence of the first j words of b and of those of a
// up to i is longer for the word i.
func (t *matches) grows(j, i int) bool { return t.rows[j*t.width+i/64]>>(i%64)&1 == 0 }

// pairs walks back along a longest sequence.
func (t *matches) pairs() (pairs []wordPair) {
	t.fill()
	for i, j := t.n-1, len(t.b); i >= 0 && j > 0; {
		switch {
		case !t.grows(j, i):
			i--
		case t.grows(j-1, i):
			j--
		default:
			j--
			pairs = append(pairs, wordPair{i, t.b[j]})
			i--
		}
	}
	slices.Reverse(pairs)
	return pairs
}
