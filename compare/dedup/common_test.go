package dedup

import (
	"testing"

	"pgregory.net/rapid"
)

// A longest common sequence by the table of textbooks is as long, and what is paired is
// the same and in order.
func TestInCommonIsALongestSequence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.Uint64Range(1, 40), 0, 200)
		a, b := words.Draw(t, "a"), words.Draw(t, "b")
		pairs := inCommon(a, b)
		if want := longestCommon(a, b); len(pairs) != want {
			t.Fatalf("%d words in common, not %d", len(pairs), want)
		}
		for k, p := range pairs {
			if a[p.a] != b[p.b] || k > 0 && (p.a <= pairs[k-1].a || p.b <= pairs[k-1].b) {
				t.Fatalf("%v are no sequence", pairs)
			}
		}
	})
}

func longestCommon(a, b []uint64) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}
