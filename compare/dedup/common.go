package dedup

import (
	"math/bits"
	"slices"
)

// mostCells bounds the words of either text, multiplied, that are compared each with each.
const mostCells = 1 << 24

// inCommon returns the longest sequence of words that two texts share, in their order; a
// word is given by its hash. Of texts too long for that it takes the words that stand
// once in each.
func inCommon(a, b []uint64) []wordPair {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	if len(a)*len(b) > mostCells {
		return increasing(sharedOnce(a, b))
	}
	m := matchesOf(a, b)
	m.fill()
	return m.pairs()
}

// matches say where the words that stand in both of two texts do so, and how long the
// sequences are that both share: a bit for each of them in a, 64 at a time (Crochemore,
// Iliopoulos, Pinzon and Reid 2001; Hyyrö 2004).
type matches struct {
	a, b  []int    // the words of either text that stand in the other at all
	ids   []int32  // which one each of those of b is
	where []uint64 // for each distinct one its bits
	width int      // how many times 64 bits there are
	rows  []uint64 // after each word of b, a bit unset where the longest sequence grows by a word of a
}

func matchesOf(a, b []uint64) *matches {
	inB := placesOf(b)
	m := &matches{a: make([]int, 0, len(a)), b: make([]int, 0, len(b)), ids: make([]int32, 0, len(a)+len(b))}
	ids, distinct := make([]int32, len(b)), int32(0) // one more than the number of a word of b that a has
	for i, h := range a {
		first := inB.first(h)
		if first < 0 {
			continue
		}
		if ids[first] == 0 {
			distinct++
			ids[first] = distinct
		}
		m.a, m.ids = append(m.a, i), append(m.ids, ids[first]-1)
	}
	m.width = (len(m.a) + 63) / 64
	m.where = make([]uint64, int(distinct)*m.width)
	for k, id := range m.ids {
		m.where[int(id)*m.width+k/64] |= 1 << (k % 64)
	}
	m.ids = m.ids[len(m.ids):]
	for j, h := range b {
		if id := ids[inB.first(h)]; id > 0 {
			m.b, m.ids = append(m.b, j), append(m.ids, id-1)
		}
	}
	return m
}

// fill computes the rows.
func (m *matches) fill() {
	m.rows = make([]uint64, m.width*(len(m.b)+1))
	row := m.rows[:m.width]
	for k := range row {
		row[k] = 1<<64 - 1
	}
	for j, id := range m.ids {
		next := m.rows[(j+1)*m.width:][:m.width]
		var carry uint64
		for k, at := range m.where[int(id)*m.width:][:m.width] {
			var sum uint64
			sum, carry = bits.Add64(row[k], row[k]&at, carry)
			next[k] = sum | row[k]&^at
		}
		row = next
	}
}

// grows reports whether the longest sequence of the first j words of b and of those of a
// up to i is longer for the word i.
func (m *matches) grows(j, i int) bool { return m.rows[j*m.width+i/64]>>(i%64)&1 == 0 }

// pairs walks back along a longest sequence.
func (m *matches) pairs() (pairs []wordPair) {
	for i, j := len(m.a)-1, len(m.b); i >= 0 && j > 0; {
		switch {
		case !m.grows(j, i):
			i--
		case m.grows(j-1, i):
			j--
		default:
			j--
			pairs = append(pairs, wordPair{m.a[i], m.b[j]})
			i--
		}
	}
	slices.Reverse(pairs)
	return pairs
}
