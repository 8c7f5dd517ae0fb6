package align

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A ladder is what sorting all scores would give.
func TestLadderHoldsTheBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores := rapid.SliceOfN(rapid.SampledFrom([]float64{0.1, 0.2, 0.25, 0.5, 0.75, 1}), 1, 20).Draw(t, "scores")
		var l ladder
		order := make([]int, len(scores))
		for k, s := range scores {
			l.see(k, s)
			order[k] = k
		}
		slices.SortStableFunc(order, func(x, y int) int {
			switch {
			case scores[x] > scores[y]:
				return -1
			case scores[x] < scores[y]:
				return 1
			}
			return 0
		})
		for rank, k := range order {
			if got, want := l.holds(k, likest), rank < likest; got != want {
				t.Fatalf("%v: match %d is held: %v", scores, k, got)
			}
		}
	})
}
