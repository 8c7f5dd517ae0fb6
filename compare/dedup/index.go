package dedup

import "slices"

// An Index finds which of the bodies added so far may be copies of another. It takes
// some 20 bytes a fingerprint.
type Index struct {
	lengths  []int32 // of the sketches, by body
	segments [segments]segment
	postings postings

	// Scratch: the fingerprints shared with the body being looked up by body, the bodies
	// that share any, and the postings where the chains of its fingerprints begin.
	shared, touched []int32
	found           []uint32
}

// NewIndex returns an empty index.
func NewIndex() *Index { return &Index{} }

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
func (x *Index) insert(s Sketch) {
	id := int32(len(x.lengths))
	x.lengths = append(x.lengths, int32(len(s)))
	x.shared = append(x.shared, 0)
	for _, fingerprint := range s {
		head := x.segment(fingerprint).slot(fingerprint)
		*head = x.postings.add(posting{id, *head})
	}
}

// Find returns which of the bodies added so far may be copies of one, ascending.
func (x *Index) Find(s Sketch) []int {
	x.touched = x.touched[:0]
	for _, at := range x.heads(s) {
		for n := 0; at != 0 && n < LongestChain; n++ {
			p := x.postings.at(at)
			if x.shared[p.body] == 0 {
				x.touched = append(x.touched, p.body)
			}
			x.shared[p.body]++
			at = p.next
		}
	}
	return x.candidates(x.touched, len(s))
}

// heads returns the postings added last for those fingerprints that any body holds. All
// are looked up before any chain is followed: lookups that do not wait for one another
// take memory's time once and not each.
func (x *Index) heads(s Sketch) []uint32 {
	x.found = x.found[:0]
	for _, fingerprint := range s {
		if at := x.segment(fingerprint).head(fingerprint); at != 0 {
			x.found = append(x.found, at)
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

// A posting says that a body holds a fingerprint, and where the next one of the same
// fingerprint stands.
type posting struct {
	body int32
	next uint32
}

// postings grow chunk by chunk, so that growing copies nothing. Posting 0 ends a chain.
type postings struct {
	chunks [][]posting
	n      uint32
}

const chunk = 1 << 14

func (p *postings) add(one posting) uint32 {
	p.n++
	if int(p.n/chunk) == len(p.chunks) {
		p.chunks = append(p.chunks, make([]posting, chunk))
	}
	p.chunks[p.n/chunk][p.n%chunk] = one
	return p.n
}

func (p *postings) at(i uint32) posting { return p.chunks[i/chunk][i%chunk] }

// segments is the number of tables that the fingerprints are dealt to. Each grows on
// its own, so that never more than a small part of the index stands twice in memory.
const segments = 64

func (x *Index) segment(fingerprint uint64) *segment {
	return &x.segments[uint32(fingerprint)%segments]
}

// A segment is a hash table from fingerprints to the posting added last, open, with
// linear probing. Of a fingerprint it keeps the lower half: the upper ones of a sketch
// are small numbers. Two that share it share a chain, which at worst proposes a
// candidate too many.
type segment struct {
	slots []slot
	used  int
}

// A slot holds a fingerprint and its posting added last, 0 when it is free.
type slot struct{ key, head uint32 }

// head returns the posting added last for a fingerprint, 0 when there is none.
func (s *segment) head(fingerprint uint64) uint32 {
	if len(s.slots) == 0 {
		return 0
	}
	return s.find(uint32(fingerprint)).head
}

// slot returns where the posting added last for a fingerprint is kept.
func (s *segment) slot(fingerprint uint64) *uint32 {
	if 4*s.used >= 3*len(s.slots) {
		s.grow()
	}
	at := s.find(uint32(fingerprint))
	if at.head == 0 {
		at.key = uint32(fingerprint)
		s.used++
	}
	return &at.head
}

// find returns the slot of a key, or the free one where it belongs.
func (s *segment) find(key uint32) *slot {
	mask := uint32(len(s.slots) - 1)
	at := key / segments & mask
	for s.slots[at].head != 0 && s.slots[at].key != key {
		at = (at + 1) & mask
	}
	return &s.slots[at]
}

func (s *segment) grow() {
	old := s.slots
	s.slots = make([]slot, max(16, 2*len(old)))
	for _, one := range old {
		if one.head != 0 {
			*s.find(one.key) = one
		}
	}
}
