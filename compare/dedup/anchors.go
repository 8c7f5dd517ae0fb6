package dedup

import (
	"math/bits"
	"sort"

	"github.com/storydiff/storydiff/compare/shingle"
)

// A wordPair is a word of either text, by number.
type wordPair struct{ a, b int }

// matched returns the words of two texts that stand in shingles which both have once,
// as many as keep their order in both.
func matched(a, b []shingle.Position) []wordPair {
	if min(len(a), len(b)) < shingle.Width {
		return nil // less than a whole shingle
	}
	var pairs []wordPair
	next := wordPair{}
	for _, s := range increasing(sharedOnce(shingle.Shingles(a), shingle.Shingles(b))) {
		for range shingle.Width {
			if s.a >= next.a && s.b >= next.b {
				pairs = append(pairs, s)
				next = wordPair{s.a + 1, s.b + 1}
			}
			s = wordPair{s.a + 1, s.b + 1}
		}
	}
	return pairs
}

// sharedOnce returns which hashes stand once in each list, in the order of a.
func sharedOnce(a, b []shingle.Position) []wordPair {
	places := newPlaces(len(a))
	for i, s := range a {
		if p := places.of(s.Hash); p.a == unseen {
			p.hash, p.a = s.Hash, int32(i)
		} else {
			p.a = again
		}
	}
	for j, s := range b {
		if p := places.of(s.Hash); p.b == unseen {
			p.b = int32(j)
		} else {
			p.b = again
		}
	}
	var shared []wordPair
	for i, s := range a {
		if p := places.of(s.Hash); p.a == int32(i) && p.b >= 0 {
			shared = append(shared, wordPair{i, int(p.b)})
		}
	}
	return shared
}

// places is a hash table from the shingles of a text to where they begin in it and in
// another; shingles of that other alone lie in one free slot, which is of no account.
type places []place

type place struct {
	hash uint64
	a, b int32
}

const (
	unseen = -1
	again  = -2 // more than once
)

func newPlaces(n int) places {
	p := make(places, 1<<bits.Len(uint(2*n)))
	for i := range p {
		p[i] = place{a: unseen, b: unseen}
	}
	return p
}

// of returns the slot of a shingle, or the free one where it belongs.
func (p places) of(hash uint64) *place {
	for i := hash; ; i++ {
		if slot := &p[i&uint64(len(p)-1)]; slot.a == unseen || slot.hash == hash {
			return slot
		}
	}
}

// increasing returns the longest run of pairs, in the order of a, that is in the order
// of b as well (patience sorting).
func increasing(pairs []wordPair) []wordPair {
	var ends, before []int // the pair that ends the best run of each length; the one before each pair
	for i, p := range pairs {
		n := sort.Search(len(ends), func(k int) bool { return pairs[ends[k]].b >= p.b })
		last := -1
		if n > 0 {
			last = ends[n-1]
		}
		before = append(before, last)
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	run := make([]wordPair, len(ends))
	for n, i := len(ends)-1, lastOf(ends); n >= 0; n, i = n-1, before[i] {
		run[n] = pairs[i]
	}
	return run
}

func lastOf(ends []int) int {
	if len(ends) == 0 {
		return -1
	}
	return ends[len(ends)-1]
}
