package shingle

import (
	"math/bits"
	"slices"
)

// Set is the sorted set of the hashed shingles of one body.
type Set []uint64

// Overlap returns the number of shingles that both sets hold.
func Overlap(a, b Set) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		x, y := a[i], b[j]
		if x == y {
			n++
		}
		if x <= y {
			i++
		}
		if y <= x {
			j++
		}
	}
	return n
}

// Jaccard returns the shared share of the union, 1 for two empty sets.
func Jaccard(a, b Set) float64 {
	if len(a) == 0 && len(b) == 0 {
		return 1
	}
	n := Overlap(a, b)
	return float64(n) / float64(len(a)+len(b)-n)
}

// Containment returns the share of a's shingles that b holds, 1 when a is empty.
func Containment(a, b Set) float64 {
	if len(a) == 0 {
		return 1
	}
	return float64(Overlap(a, b)) / float64(len(a))
}

// SetOf makes a set of hashes in any order, repeats included. It may reorder them.
//
// Hashes are spread evenly, so dealing them into buckets by their leading bits all
// but sorts them; that takes a third of the time of a comparison sort.
func SetOf(hashes []uint64) Set {
	if len(hashes) < 64 {
		slices.Sort(hashes)
		return slices.Compact(hashes)
	}
	shift := 64 - bits.Len(uint(len(hashes)))
	ends := make([]int, 1<<(64-shift))
	for _, h := range hashes {
		ends[h>>shift]++
	}
	total := 0
	for i, n := range ends {
		ends[i] = total
		total += n
	}
	dealt := make([]uint64, len(hashes))
	for _, h := range hashes {
		b := h >> shift
		dealt[ends[b]] = h
		ends[b]++
	}
	start := 0
	for _, end := range ends {
		if end-start > 1 {
			sortBucket(dealt[start:end])
		}
		start = end
	}
	return slices.Compact(dealt)
}

// sortBucket sorts the few hashes of a bucket. A bucket made large on purpose goes
// to the library, whose worst case is n log n.
func sortBucket(hashes []uint64) {
	if len(hashes) > 16 {
		slices.Sort(hashes)
		return
	}
	for i := 1; i < len(hashes); i++ {
		for j := i; j > 0 && hashes[j] < hashes[j-1]; j-- {
			hashes[j], hashes[j-1] = hashes[j-1], hashes[j]
		}
	}
}
