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

// What many a body has is one long paragraph: its sentences are found again all the same.
func TestSharedLinesAreSentencesToo(t *testing.T) {
	const kept = "The ferry to Inishmore left an hour late. Nobody on board was hurt in the storm.\n\nPassengers were put up in a school"
	a := "Rain fell. " + kept + " for the night"
	b := "The harbour master spoke of a freak wave that nobody had seen. " + kept + " and fed"
	var got []string
	for _, l := range sharedLines(a, b, 0, 0) {
		if l.a.Of(a) != l.b.Of(b) {
			t.Errorf("%q is not %q", l.a.Of(a), l.b.Of(b))
		}
		got = append(got, l.a.Of(a))
	}
	want := []string{"The ferry to Inishmore left an hour late.", "Nobody on board was hurt in the storm."}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
