package similar

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// vectors draws a vector beside the plain map it was made of.
func vectors(t *rapid.T, label string) (vector, map[term]float64) {
	plain := rapid.MapOf(
		rapid.Custom(func(t *rapid.T) term { return term(rapid.IntRange(0, 30).Draw(t, "term")) }),
		rapid.Float64Range(0.1, 5),
	).Draw(t, label)
	entries := make([]weighted, 0, len(plain))
	for id, w := range plain {
		entries = append(entries, weighted{id, w})
	}
	slices.SortFunc(entries, compareEntries)
	return newVector(entries), plain
}

func TestCosineIsThatOfTheMaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, plainA := vectors(t, "a")
		b, plainB := vectors(t, "b")
		want := dotOf(plainA, plainB) / math.Sqrt(dotOf(plainA, plainA)*dotOf(plainB, plainB))
		if len(plainA) == 0 || len(plainB) == 0 {
			want = 0
		}
		if got := cosine(a, b); math.Abs(got-want) > 1e-5 {
			t.Fatalf("cosine = %v, want %v", got, want)
		}
		if cosine(a, b) != cosine(b, a) {
			t.Fatal("cosine is not symmetric")
		}
	})
}

func dotOf(a, b map[term]float64) float64 {
	var sum float64
	for id, w := range a {
		sum += w * b[id]
	}
	return sum
}

func TestCoveredIsAllOfASubset(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v, _ := vectors(t, "v")
		if len(v.terms) == 0 {
			return
		}
		if got := covered(v.heaviest(3), v); math.Abs(got-covered(v.heaviest(3), v.heaviest(3))) > 1e-6 {
			t.Fatalf("the heaviest terms stand on their own vector with %v", got)
		}
		if got := covered(v, v); math.Abs(got-1) > 1e-5 {
			t.Fatalf("a vector covers %v of itself", got)
		}
	})
}

func TestHeaviestKeepsTheOrderOfTerms(t *testing.T) {
	v := newVector([]weighted{{1, 1}, {2, 9}, {3, 4}, {7, 9}})
	if got := v.heaviest(2).terms; !slices.Equal(got, []term{2, 7}) {
		t.Errorf("heaviest terms %v, want 2 and 7", got)
	}
}
