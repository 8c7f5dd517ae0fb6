package dedup

import (
	"math/bits"
	"slices"
	"sort"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/shingle"
	"github.com/storydiff/storydiff/compare/text"
)

// edits returns the literal word diff of two alike texts. Copies are long and their
// changes short, so only what lies between the words that both share is compared word
// by word: those at their beginning and end, and those of shingles that stand once in each.
func edits(a, b string) []align.Edit {
	e := editor{a: a, b: b}
	head := sharedHead(a, b)
	tail := sharedTail(a[head:], b[head:])
	e.upTo(head, head)
	wa, wb := shingle.Words(a[head:len(a)-tail]), shingle.Words(b[head:len(b)-tail])
	for i, pairs := 0, matched(wa, wb); i < len(pairs); {
		n := 1 // of words that run on side by side
		for i+n < len(pairs) && pairs[i+n] == (wordPair{pairs[i].a + n, pairs[i].b + n}) {
			n++
		}
		first, last := pairs[i], pairs[i+n-1]
		e.upTo(head+wa[first.a].Start, head+wb[first.b].Start)
		e.upTo(head+wa[last.a].End, head+wb[last.b].End)
		i += n
	}
	e.upTo(len(a)-tail, len(b)-tail)
	e.upTo(len(a), len(b))
	return e.edits
}

// sharedHead returns how many bytes of whole words two texts begin with alike.
func sharedHead(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	if n == len(a) && n == len(b) {
		return n
	}
	return strings.LastIndexAny(a[:n], " \n") + 1
}

// sharedTail returns how many bytes of whole words two texts end with alike.
func sharedTail(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	if at := strings.IndexAny(a[len(a)-n:], " \n"); at >= 0 {
		return n - at
	}
	return 0
}

// An editor writes the diff of two texts stretch by stretch.
type editor struct {
	a, b  string
	at    align.Edit // ends where the diff has come to
	edits []align.Edit
}

// upTo adds the diff of the next stretches.
func (e *editor) upTo(endA, endB int) {
	a, b := text.Span{Start: e.at.A.End, End: endA}, text.Span{Start: e.at.B.End, End: endB}
	e.at = align.Edit{A: a, B: b}
	switch {
	case a.Len()+b.Len() == 0:
	case a.Of(e.a) == b.Of(e.b):
		e.edits = append(e.edits, align.Edit{Op: align.Same, A: a, B: b})
	case a.Len() == 0:
		e.edits = append(e.edits, align.Edit{Op: align.Added, A: a, B: b})
	case b.Len() == 0:
		e.edits = append(e.edits, align.Edit{Op: align.Dropped, A: a, B: b})
	default:
		for _, d := range align.Diff(a.Of(e.a), b.Of(e.b)) {
			d.A, d.B = d.A.Shift(a.Start), d.B.Shift(b.Start)
			e.edits = append(e.edits, d)
		}
	}
}

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
	for _, s := range increasing(sharedOnce(a, b)) {
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

// sharedOnce returns where the shingles begin that stand once in each text, in the order of a.
func sharedOnce(a, b []shingle.Position) []wordPair {
	places := newPlaces(len(a))
	for i, s := range shingle.Shingles(a) {
		if p := places.of(s.Hash); p.a == unseen {
			p.hash, p.a = s.Hash, int32(i)
		} else {
			p.a = again
		}
	}
	for j, s := range shingle.Shingles(b) {
		if p := places.of(s.Hash); p.b == unseen {
			p.b = int32(j)
		} else {
			p.b = again
		}
	}
	var shared []wordPair
	for _, p := range places {
		if p.a >= 0 && p.b >= 0 {
			shared = append(shared, wordPair{int(p.a), int(p.b)})
		}
	}
	slices.SortFunc(shared, func(p, q wordPair) int { return p.a - q.a })
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
