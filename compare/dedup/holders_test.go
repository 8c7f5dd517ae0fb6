package dedup

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A list of all holders of each fingerprint, of which the last few are looked at, tells
// the same candidates.
func TestIndexFindsWhatListsFind(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sketches := rapid.SliceOfN(rapid.SliceOfNDistinct(rapid.Uint64Range(1, 30), 0, 6, rapid.ID), 0, 150).Draw(t, "sketches")
		x, lists := NewIndex(), map[uint64][]int{}
		for i, s := range sketches {
			shared := map[int]int{}
			for _, fingerprint := range s {
				all := lists[fingerprint]
				for _, body := range all[max(0, len(all)-LongestChain):] {
					shared[body]++
				}
				lists[fingerprint] = append(all, i)
			}
			var want []int
			for body, n := range shared {
				if Enough(n, len(s), len(sketches[body])) {
					want = append(want, body)
				}
			}
			slices.Sort(want)
			if got := x.Add(s); !slices.Equal(got, want) {
				t.Fatalf("body %d: candidates %v, want %v", i, got, want)
			}
		}
	})
}
