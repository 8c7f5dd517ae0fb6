package shingle

import (
	"iter"
	"math/bits"
)

// Places finds where in a body a shingle begins, in a hash table that is filled once.
type Places struct {
	shingles []uint64
	slots    []int32 // one more than the first place of a shingle, 0 when free
	next     []int32 // the next place of the same shingle, by place; -1 for none
}

// PlacesOf makes the table of the shingles of a body.
func PlacesOf(shingles []uint64) *Places {
	p := &Places{
		shingles: shingles,
		slots:    make([]int32, 1<<bits.Len(uint(2*len(shingles)))),
		next:     make([]int32, len(shingles)),
	}
	for i := len(shingles) - 1; i >= 0; i-- {
		slot := p.slot(shingles[i])
		p.next[i] = *slot - 1
		*slot = int32(i) + 1
	}
	return p
}

// slot returns where the first place of a shingle is kept, or the free slot where it belongs.
func (p *Places) slot(hash uint64) *int32 {
	for i := hash; ; i++ {
		slot := &p.slots[i&uint64(len(p.slots)-1)]
		if *slot == 0 || p.shingles[*slot-1] == hash {
			return slot
		}
	}
}

// First returns the first place of a shingle, -1 when there is none.
func (p *Places) First(hash uint64) int { return int(*p.slot(hash)) - 1 }

// mostPlaces bounds the places of one shingle that are tried, so that a body which
// repeats itself endlessly costs no more than its length.
const mostPlaces = 8

// Of returns the first few places of a shingle, ascending.
func (p *Places) Of(hash uint64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, n := p.First(hash), 0; i >= 0 && n < mostPlaces && yield(i); n++ {
			i = int(p.next[i])
		}
	}
}
