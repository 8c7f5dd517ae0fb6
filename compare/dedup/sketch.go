package dedup

import "slices"

// window is the number of neighbouring shingles of which at least one is kept in a
// sketch. Any passage of window+4 words that two bodies share is sure to give both
// the same fingerprint (winnowing: Schleimer, Wilkerson and Aiken 2003).
const window = 16

// A Sketch is what the index keeps of a body: a sample of its shingles, sorted.
type Sketch []uint64

// sketch picks the smallest shingle of every window, and of a body that is shorter than
// one. The shingles come in the order of the text.
func sketch(shingles []uint64) Sketch {
	s := make(Sketch, 0, len(shingles)/5+1) // 2/(window+1) of them are picked on average
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
