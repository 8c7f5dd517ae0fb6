package dedup

import (
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
	middleWindow = 20 // of a body of at least middleBody shingles
	wideWindow   = 28 // and of longBody

	middleBody = 128
	longBody   = 512
)

// windowOf returns the window for a body of so many shingles.
func windowOf(shingles int) int {
	switch {
	case shingles < middleBody:
		return narrowWindow
	case shingles < longBody:
		return middleWindow
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

// winnow moves the smallest of every window to the front and returns how many there are; one
// that is also the smallest of the window before is not counted again.
func winnow(shingles []uint64, window int) (n int) {
	at, least := -1, uint64(0) // where the smallest of the window stands, and what it is
	for start := 0; start+window <= len(shingles); start++ {
		last := start + window - 1
		switch {
		case at < start: // it has left the window
			at, least = smallest(shingles, start, last)
		case shingles[last] < least:
			at, least = last, shingles[last]
		default:
			continue
		}
		shingles[n] = least // no window to come begins so early
		n++
	}
	return n
}

// smallest returns the last of the smallest shingles of a window, and what it is.
func smallest(shingles []uint64, first, last int) (at int, least uint64) {
	at, least = last, shingles[last]
	for i := last - 1; i >= first; i-- {
		if s := shingles[i]; s < least {
			at, least = i, s
		}
	}
	return at, least
}
