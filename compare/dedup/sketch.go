package dedup

import (
	"math"
	"math/bits"
	"slices"
)

// A window is so many neighbouring shingles, of which at least one is kept in a sketch
// (winnowing: Schleimer, Wilkerson and Aiken 2003). A long body has enough of them to be
// sampled more thinly: what is the smallest of a wide window is that of a narrow one too, so
// any passage of wideWindow+4 words that two bodies share, whatever their lengths, is sure
// to give both the same fingerprint.
const (
	narrowWindow = 16
	wideWindow   = 20
	longBody     = 256 // shingles
)

// windowOf returns the window for a body of so many shingles.
func windowOf(shingles int) int {
	if shingles < longBody {
		return narrowWindow
	}
	return wideWindow
}

// A Sketch is what the index keeps of a body: a sample of its shingles, in no order, each
// of them once.
type Sketch []uint64

// sketch picks the smallest shingle of every window, and of a body that is shorter than
// one. The shingles come in the order of the text; their memory is used up.
func sketch(shingles []uint64) Sketch { return new(sketcher).sketch(shingles) }

// A sketcher makes one sketch after the other.
type sketcher struct {
	slots []sketched // a hash table, at least half of it free
	round uint32     // numbers the sketch at hand, the only one whose slots count
}

type sketched struct {
	fingerprint uint64
	round       uint32
}

func (k *sketcher) sketch(shingles []uint64) Sketch {
	n := 0
	switch window := windowOf(len(shingles)); {
	case len(shingles) >= window:
		n = winnow(shingles, window)
	case len(shingles) > 0:
		shingles[0], n = slices.Min(shingles), 1
	}
	if 2*n > len(k.slots) {
		k.slots = make([]sketched, 1<<bits.Len(uint(2*n)))
	}
	k.round++
	s := make(Sketch, 0, n)
	for _, fingerprint := range shingles[:n] {
		if k.isNew(fingerprint) {
			s = append(s, fingerprint)
		}
	}
	return s
}

// isNew reports whether a fingerprint comes for the first time in the sketch at hand.
func (k *sketcher) isNew(fingerprint uint64) bool {
	for i := fingerprint; ; i++ {
		slot := &k.slots[i&uint64(len(k.slots)-1)]
		if slot.round != k.round {
			*slot = sketched{fingerprint, k.round}
			return true
		}
		if slot.fingerprint == fingerprint {
			return false
		}
	}
}

// winnow moves the smallest of every window, wideWindow or less wide, to the front and
// returns how many there are; one that is also the smallest of the window before is not
// counted again.
//
// A window covers the end of one block of shingles and the beginning of the next, and
// the smallest of each is carried along (van Herk 1992; Gil and Werman 1993).
func winnow(shingles []uint64, window int) (n int) {
	var ends [wideWindow]uint64               // the smallest from each place to the end of the block
	last := slices.Min(shingles[:window]) ^ 1 // anything but the first one
	for start := 0; start+window <= len(shingles); start += window {
		least := uint64(math.MaxUint64)
		for i := window - 1; i >= 0; i-- {
			least = min(least, shingles[start+i])
			ends[i] = least
		}
		n, last = picked(shingles, n, least, last)
		least = math.MaxUint64
		for i, s := range shingles[start+window : min(start+2*window-1, len(shingles))] {
			least = min(least, s)
			n, last = picked(shingles, n, min(ends[i+1], least), last)
		}
	}
	return n
}

// picked puts the smallest of a window behind n others, for the next to be put over it
// unless it is new: so nothing depends on what a processor would have to guess.
func picked(shingles []uint64, n int, smallest, last uint64) (int, uint64) {
	more := 0
	if smallest != last {
		more = 1
	}
	shingles[n] = smallest
	return n + more, smallest
}
