package dedup

import (
	"slices"

	"github.com/storydiff/storydiff/compare/shingle"
)

// window is the number of neighbouring shingles of which at least one is kept in a
// sketch. Any passage of window+4 words that two bodies share is sure to give both
// the same fingerprint (winnowing: Schleimer, Wilkerson and Aiken 2003).
const window = 12

// A Sketch is what the index keeps of a body: a sample of its shingles, sorted.
type Sketch []uint64

// sketch picks the smallest shingle of every window, and of a body that is shorter than
// one. The shingles come in the order of the text.
func sketch(shingles []uint64) Sketch {
	var s Sketch
	best, kept := -1, -1
	for end := range shingles {
		start := max(0, end-window+1)
		switch {
		case best < start:
			best = smallest(shingles, start, end)
		case shingles[end] <= shingles[best]:
			best = end
		}
		full := end >= window-1 || end == len(shingles)-1
		if full && best != kept {
			s = append(s, shingles[best])
			kept = best
		}
	}
	slices.Sort(s)
	return slices.Compact(s)
}

// smallest returns the place of the smallest shingle of a range, the last of equals.
func smallest(shingles []uint64, start, end int) int {
	best := start
	for i := start + 1; i <= end; i++ {
		if shingles[i] <= shingles[best] {
			best = i
		}
	}
	return best
}

// An Index finds which of the bodies added so far may be copies of another.
type Index struct {
	lengths  []int            // of the sketches, by body
	last     map[uint64]int32 // the posting added last for a fingerprint
	postings []posting
	shared   []int32 // scratch: fingerprints shared with the body being looked up
}

// A posting says that a body holds a fingerprint, and where the next one of the same
// fingerprint stands.
type posting struct{ body, next int32 }

// NewIndex returns an empty index.
func NewIndex() *Index {
	return &Index{last: map[uint64]int32{}, postings: make([]posting, 1)} // posting 0 ends a chain
}

// minShared is the least share of the shorter sketch's fingerprints that makes a
// candidate. It lies well below the containment looked for, as a sketch is a sample.
const minShared = .25

// Add adds a body and returns which of those added before may be its copies, ascending.
// Bodies are numbered in the order in which they are added.
func (x *Index) Add(s Sketch) []int {
	var touched []int32
	id := int32(len(x.lengths))
	x.lengths = append(x.lengths, len(s))
	x.shared = append(x.shared, 0)
	for _, fingerprint := range s {
		last := x.last[fingerprint]
		for at := last; at != 0; at = x.postings[at].next {
			holder := x.postings[at].body
			if x.shared[holder] == 0 {
				touched = append(touched, holder)
			}
			x.shared[holder]++
		}
		x.last[fingerprint] = int32(len(x.postings))
		x.postings = append(x.postings, posting{id, last})
	}
	return x.candidates(touched, len(s))
}

// candidates returns the bodies that share enough, and clears the scratch.
func (x *Index) candidates(touched []int32, length int) []int {
	var found []int
	for _, h := range touched {
		if float64(x.shared[h]) >= minShared*float64(min(length, x.lengths[h])) {
			found = append(found, int(h))
		}
		x.shared[h] = 0
	}
	slices.Sort(found)
	return found
}

// A body is an article's text as shingles.
type body struct {
	set    shingle.Set
	sketch Sketch
}

func bodyOf(raw string) body {
	inOrder := shingle.Append(nil, raw)
	s := sketch(inOrder)
	return body{set: shingle.SetOf(inOrder), sketch: s}
}
