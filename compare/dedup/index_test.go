package dedup

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// obviousSketch is winnowing spelled out: the smallest of every window.
func obviousSketch(shingles []uint64) []uint64 {
	var s []uint64
	window := windowOf(len(shingles))
	if len(shingles) > 0 && len(shingles) < window {
		s = append(s, slices.Min(shingles))
	}
	for i := 0; i+window <= len(shingles); i++ {
		s = append(s, slices.Min(shingles[i:i+window]))
	}
	slices.Sort(s)
	return slices.Compact(s)
}

func TestSketch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shingles := rapid.SliceOfN(rapid.Uint64Range(0, 40), 0, 2*longBody).Draw(t, "shingles")
		var k sketcher
		for range 2 {
			got := k.sketch(slices.Clone(shingles))
			slices.Sort(got)
			if want := obviousSketch(shingles); !slices.Equal(got, want) {
				t.Fatalf("got %v, want %v", got, want)
			}
		}
	})
}

func TestALongSharedPassageSharesAFingerprint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string, n int) []uint64 { return rapid.SliceOfN(rapid.Uint64(), n, n).Draw(t, name) }
		n := rapid.SampledFrom([]int{30, middleBody, longBody}).Draw(t, "after")
		passage := draw("passage", windowOf(n))
		a := slices.Concat(draw("before in a", 9), passage, draw("after in a", 3))
		b := slices.Concat(draw("before in b", 2), passage, draw("after in b", n))
		held := sketch(b)
		if !slices.ContainsFunc(sketch(a), func(h uint64) bool { return slices.Contains(held, h) }) {
			t.Fatal("no fingerprint is shared")
		}
	})
}

func TestIndexNumbersBodiesInOrder(t *testing.T) {
	x := NewIndex()
	for i, s := range []Sketch{{1, 2, 3, 4}, {9}, {1, 2, 3, 4}, {3, 4, 5, 6}} {
		want := [][]int{nil, nil, {0}, {0, 2}}[i]
		if got := x.Add(s); !slices.Equal(got, want) {
			t.Errorf("body %d: candidates %v, want %v", i, got, want)
		}
	}
}

func BenchmarkSketch(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	shingles := make([]uint64, 450)
	for i := range shingles {
		shingles[i] = r.Uint64()
	}
	buf := make([]uint64, len(shingles))
	var k sketcher
	for b.Loop() {
		copy(buf, shingles)
		k.sketch(buf)
	}
}
