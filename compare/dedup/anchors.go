package dedup

import (
	"math/bits"
	"slices"
	"sort"

	"github.com/storydiff/storydiff/compare/shingle"
)

// A wordPair is a word of either text, by number.
type wordPair struct{ a, b int }

// matched returns the words of two texts that stand in shingles which both have once,
// as many as keep their order in both.
func matched(a, b []uint64) []wordPair {
	if min(len(a), len(b)) < shingle.Width {
		return nil // less than a whole shingle
	}
	pairs := make([]wordPair, 0, min(len(a), len(b)))
	next := wordPair{}
	for _, s := range increasing(sharedOnce(shingle.Roll(slices.Clone(a)), shingle.Roll(slices.Clone(b)))) {
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
func sharedOnce(a, b []uint64) []wordPair {
	places := placesOf(a)
	inB := make([]int32, len(a))
	for i, h := range a {
		inB[i] = unseen
		if first := places.first(h); first != i {
			inB[first], inB[i] = again, again
		}
	}
	n := 0
	for j, h := range b {
		switch i := places.first(h); {
		case i < 0:
		case inB[i] == unseen:
			inB[i] = int32(j)
			n++
		default:
			inB[i] = again
		}
	}
	shared := make([]wordPair, 0, n)
	for i, j := range inB {
		if j >= 0 {
			shared = append(shared, wordPair{i, int(j)})
		}
	}
	return shared
}

const (
	unseen = -1
	again  = -2 // more than once
)

// places tell where a hash stands first in a list.
type places struct {
	list  []uint64
	slots []int32 // one more than its place, 0 when free
}

func placesOf(list []uint64) places {
	p := places{list, make([]int32, 1<<bits.Len(uint(2*len(list))))}
	for i, h := range list {
		if slot := p.slot(h); *slot == 0 {
			*slot = int32(i) + 1
		}
	}
	return p
}

// slot returns where the place of a hash is kept, or the free slot where it belongs.
func (p places) slot(hash uint64) *int32 {
	for i := hash; ; i++ {
		slot := &p.slots[i&uint64(len(p.slots)-1)]
		if *slot == 0 || p.list[*slot-1] == hash {
			return slot
		}
	}
}

// first returns where a hash stands first, -1 when it does not.
func (p places) first(hash uint64) int { return int(*p.slot(hash)) - 1 }

// increasing returns the longest run of pairs, in the order of a, that is in the order
// of b as well (patience sorting).
func increasing(pairs []wordPair) []wordPair {
	ends := make([]int32, 0, len(pairs))   // the pair that ends the best run of each length
	before := make([]int32, 0, len(pairs)) // the one before each pair
	for i, p := range pairs {
		n := len(ends)
		if n > 0 && pairs[ends[n-1]].b >= p.b { // it mostly goes on from the last
			n = sort.Search(n, func(k int) bool { return pairs[ends[k]].b >= p.b })
		}
		last := int32(-1)
		if n > 0 {
			last = ends[n-1]
		}
		before = append(before, last)
		if n == len(ends) {
			ends = append(ends, int32(i))
		} else {
			ends[n] = int32(i)
		}
	}
	if len(ends) == 0 || len(ends) == len(pairs) {
		return pairs
	}
	run := make([]wordPair, 0, len(ends))
	for i := ends[len(ends)-1]; i >= 0; i = before[i] {
		run = append(run, pairs[i])
	}
	slices.Reverse(run)
	return run
}
