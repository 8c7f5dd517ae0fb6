package dedup

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/storydiff/storydiff/compare/align"
)

// The edits, one after the other, are both texts, and what is the same is the same.
func TestEditsRebuildBothTexts(t *testing.T) {
	word := rapid.SampledFrom([]string{"the", "mayor", "said", "140", "-140", "Mr.", "“Ships”", "sailed", "on", "Monday\n\n", "市長", "\xff"})
	rapid.Check(t, func(t *rapid.T) {
		a := strings.Join(rapid.SliceOfN(word, 0, 60).Draw(t, "a"), " ")
		words := strings.Split(a, " ")
		at := rapid.IntRange(0, len(words)).Draw(t, "at")
		b := strings.Join(append(append(append([]string{}, words[:at]...), rapid.SliceOfN(word, 0, 9).Draw(t, "put in")...), words[at:]...), " ")
		var ra, rb strings.Builder
		for _, e := range edits(a, b) {
			ra.WriteString(e.A.Of(a))
			rb.WriteString(e.B.Of(b))
			if (e.Op == align.Same) && len(strings.Fields(e.A.Of(a))) != len(strings.Fields(e.B.Of(b))) {
				t.Fatalf("%q is not %q", e.A.Of(a), e.B.Of(b))
			}
		}
		if ra.String() != a || rb.String() != b {
			t.Fatalf("%q, %q", ra.String(), rb.String())
		}
	})
}

func TestEqualWords(t *testing.T) {
	part := rapid.SampledFrom([]string{"ferry", "sank", "3.5", " ", "-", "“", "é", "é\u0301", "市", "\xff", "half-", ", "})
	rapid.Check(t, func(t *rapid.T) {
		a := strings.Join(rapid.SliceOfN(part, 0, 12).Draw(t, "a"), "")
		b := strings.Join(rapid.SliceOfN(part, 0, 4).Draw(t, "b"), "")
		if rapid.Bool().Draw(t, "alike") {
			b = strings.ReplaceAll(a, "-", " ") + b
		}
		if got, want := equalWords(a, b), slices.Equal(foldedWords(a), foldedWords(b)); got != want {
			t.Fatalf("%q and %q: got %v, want %v", a, b, got, want)
		}
	})
}
