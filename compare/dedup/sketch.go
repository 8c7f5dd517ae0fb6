package dedup

import (
	"math"
	"slices"
)

// window is the number of neighbouring shingles of which at least one is kept in a
// sketch. Any passage of window+4 words that two bodies share is sure to give both
// the same fingerprint (winnowing: Schleimer, Wilkerson and Aiken 2003).
const window = 16

// A Sketch is what the index keeps of a body: a sample of its shingles, sorted.
type Sketch []uint64

// sketch picks the smallest shingle of every window, and of a body that is shorter than
// one. The shingles come in the order of the text; their memory is used up.
func sketch(shingles []uint64) Sketch {
	n := 0
	if 0 < len(shingles) && len(shingles) < window {
		shingles[0], n = slices.Min(shingles), 1
	}
	if len(shingles) >= window {
		n = winnow(shingles)
	}
	s := Sketch(slices.Clone(shingles[:n]))
	slices.Sort(s)
	return slices.Compact(s)
}

// winnow moves the smallest of every window to the front and returns how many there
// are; one that is also the smallest of the window before is not counted again.
//
// A window covers the end of one block of shingles and the beginning of the next, and
// the smallest of each is carried along (van Herk 1992; Gil and Werman 1993).
func winnow(shingles []uint64) (n int) {
	last := uint64(math.MaxUint64)
	pick := func(smallest uint64) {
		shingles[n] = smallest
		if smallest != last || n == 0 {
			n++
		}
		last = smallest
	}
	var ends [window]uint64 // the smallest from each place to the end of the block
	for start := 0; start+window <= len(shingles); start += window {
		least := uint64(math.MaxUint64)
		for i := window - 1; i >= 0; i-- {
			least = min(least, shingles[start+i])
			ends[i] = least
		}
		pick(least)
		least = math.MaxUint64
		for i, s := range shingles[start+window : min(start+2*window-1, len(shingles))] {
			least = min(least, s)
			pick(min(ends[i+1], least))
		}
	}
	return n
}
