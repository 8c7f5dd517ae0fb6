package shingle

import "math/bits"

// A Tally counts how many shingles other bodies share with one, without sorting any.
// The zero value is ready.
type Tally struct {
	slots    []tallySlot
	shingles []uint64 // of the body
	body     uint32   // numbers the body at hand
	round    uint32   // numbers the body or the other one at hand
	Distinct int      // shingles of the body
}

// A tallySlot is taken when it is of the body at hand, or was seen in the round at hand.
type tallySlot struct {
	hash        uint64
	body, round uint32
}

// Of takes up a body by its shingles, which it keeps.
func (t *Tally) Of(shingles []uint64) {
	t.shingles = shingles
	t.reserve(len(shingles))
	t.fill()
}

// fill puts the shingles of the body into the table.
func (t *Tally) fill() {
	t.round++
	t.body, t.Distinct = t.round, 0
	for _, h := range t.shingles {
		if slot := t.slot(h); slot.body != t.body {
			*slot = tallySlot{h, t.body, t.round}
			t.Distinct++
		}
	}
}

// Count returns how many distinct shingles another body has, and how many of them are
// in the body too.
func (t *Tally) Count(shingles []uint64) (distinct, shared int) {
	if t.reserve(len(t.shingles) + len(shingles)) {
		t.fill()
	}
	t.round++
	for _, h := range shingles {
		slot := t.slot(h)
		if slot.round == t.round {
			continue
		}
		slot.round = t.round
		distinct++
		if slot.body == t.body {
			shared++
		} else {
			slot.hash, slot.body = h, 0
		}
	}
	return distinct, shared
}

// slot returns the slot of a shingle, or the free one where it belongs.
func (t *Tally) slot(hash uint64) *tallySlot {
	for i := hash; ; i++ {
		slot := &t.slots[i&uint64(len(t.slots)-1)]
		if slot.hash == hash || slot.body != t.body && slot.round != t.round {
			return slot
		}
	}
}

// reserve makes room for n shingles. It reports whether the table was emptied for it.
func (t *Tally) reserve(n int) bool {
	if 2*n <= len(t.slots) {
		return false
	}
	t.slots = make([]tallySlot, 1<<bits.Len(uint(2*n)))
	return true
}
