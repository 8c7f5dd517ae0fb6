package dedup

import "slices"

// An Index finds which of the bodies added so far may be copies of another. It takes
// some 15 bytes a fingerprint.
type Index struct {
	lengths  []int32 // of the sketches, by body
	segments [segments]segment
	blocks   blocks

	// Scratch: the fingerprints shared with the body being looked up by body, the bodies
	// that share any, where its fingerprints belong, and who holds them.
	shared, touched []int32
	homes           []slot
	found           []holders
}

// NewIndex returns an empty index.
func NewIndex() *Index {
	x := &Index{}
	for i := range x.segments {
		x.segments[i].slots = make([]slot, 16)
	}
	return x
}

// Enough reports whether so many fingerprints are shared by sketches of two lengths that
// the bodies may be copies.
func Enough(shared, a, b int) bool { return float64(shared) >= minShared*float64(min(a, b)) }

// minShared is the least share of the shorter sketch's fingerprints that makes a
// candidate. It lies well below the containment looked for, as a sketch is a sample.
const minShared = .25

// LongestChain is how many holders of one fingerprint are looked at, the latest first.
// What more bodies share is a stock phrase or the frame of a template: it tells no copy
// from its like, and looking at all of its holders would take quadratic time.
const LongestChain = 32

// Add adds a body and returns which of those added before may be its copies, ascending.
// Bodies are numbered in the order in which they are added.
func (x *Index) Add(s Sketch) []int {
	found := x.Find(s)
	x.insert(s)
	return found
}

// insert adds a body under the next number.
func (x *Index) insert(s Sketch) { x.enter(s, x.reserve(s)) }

// reserve gives a body the next number. It is not found before it has been entered.
func (x *Index) reserve(s Sketch) (number int) {
	x.lengths = append(x.lengths, int32(len(s)))
	x.shared = append(x.shared, 0)
	return len(x.lengths) - 1
}

// enter lets a body be found.
func (x *Index) enter(s Sketch, number int) {
	for _, fingerprint := range s {
		x.segment(fingerprint).add(uint32(fingerprint), int32(number), &x.blocks)
	}
}

// Find returns which of the bodies added so far may be copies of one, ascending.
func (x *Index) Find(s Sketch) []int {
	x.touched = x.touched[:0]
	for _, h := range x.holders(s) {
		if h < inBlock {
			x.count(int32(h - 1))
			continue
		}
		for _, body := range x.blocks.latest(h) {
			x.count(int32(body))
		}
	}
	return x.candidates(x.touched, len(s))
}

// count counts a fingerprint shared with a body.
func (x *Index) count(body int32) {
	if x.shared[body] == 0 {
		x.touched = append(x.touched, body)
	}
	x.shared[body]++
}

// holders returns who holds those fingerprints that any body holds. The slots where they
// belong are read all at once before anything rests on one: reads that do not wait for one
// another take memory's time once and not each.
func (x *Index) holders(s Sketch) []holders {
	x.homes = x.homes[:0]
	for _, fingerprint := range s {
		x.homes = append(x.homes, x.segment(fingerprint).home(uint32(fingerprint)))
	}
	x.found = x.found[:0]
	for i, home := range x.homes {
		if home.holders == nobody {
			continue
		}
		if home.key != uint32(s[i]) {
			home = *x.segment(s[i]).find(uint32(s[i]))
		}
		if home.holders != nobody {
			x.found = append(x.found, home.holders)
		}
	}
	return x.found
}

// candidates returns the bodies that share enough, and clears the scratch.
func (x *Index) candidates(touched []int32, length int) []int {
	var found []int
	for _, h := range touched {
		if Enough(int(x.shared[h]), length, int(x.lengths[h])) {
			found = append(found, int(h))
		}
		x.shared[h] = 0
	}
	slices.Sort(found)
	return found
}

// segments is the number of tables that the fingerprints are dealt to. Each grows on
// its own, so that never more than a small part of the index stands twice in memory.
const segments = 64

func (x *Index) segment(fingerprint uint64) *segment {
	return &x.segments[uint32(fingerprint)%segments]
}

// A segment is a hash table from fingerprints to the bodies that hold them, open, with
// linear probing. Of a fingerprint it keeps the lower half: the upper ones of a sketch
// are small numbers. Two that share it share their holders, which at worst proposes a
// candidate too many.
type segment struct {
	slots []slot // never none
	used  int
}

// A slot holds a fingerprint and the bodies that hold it; it is free while none does.
type slot struct {
	key uint32
	holders
}

// add adds a body to those that hold a key.
func (s *segment) add(key uint32, body int32, more *blocks) {
	if 4*s.used >= 3*len(s.slots) {
		s.grow()
	}
	at := s.find(key)
	if at.holders == nobody {
		at.key = key
		s.used++
	}
	at.holders = more.add(at.holders, body)
}

// place returns where a key belongs. All lie in their order, nearly: so that a table which
// grows is read and written from end to end.
func (s *segment) place(key uint32) uint64 { return uint64(key) * uint64(len(s.slots)) >> 32 }

// home returns the slot where a key belongs, be it free, the key's or another's.
func (s *segment) home(key uint32) slot { return s.slots[s.place(key)] }

// find returns the slot of a key, or the free one where it belongs.
func (s *segment) find(key uint32) *slot {
	mask := uint64(len(s.slots) - 1)
	at := s.place(key)
	for s.slots[at].holders != nobody && s.slots[at].key != key {
		at = (at + 1) & mask
	}
	return &s.slots[at]
}

func (s *segment) grow() {
	old := s.slots
	s.slots = make([]slot, 2*len(old))
	clear(s.slots) // memory that is first read and then written comes in two steps
	for _, one := range old {
		if one.holders != nobody {
			*s.find(one.key) = one
		}
	}
}
