package quote

import (
	"testing"

	"pgregory.net/rapid"
)

// TestWordIndexIsTheMap holds that the index finds what the map holds, and nothing else.
func TestWordIndexIsTheMap(t *testing.T) {
	word := rapid.StringMatching(`[a-cа-в]{0,12}`)
	rapid.Check(t, func(t *rapid.T) {
		words := map[string]*entry{}
		for _, w := range rapid.SliceOf(word).Draw(t, "listed") {
			words[w] = &entry{lemma: w}
		}
		x := indexWords(words)
		for _, w := range append(rapid.SliceOf(word).Draw(t, "asked"), "") {
			want := words[w]
			if want == nil {
				want = &noEntry
			}
			if got := x.find(w); got != want {
				t.Fatalf("find(%q) = %v, want %v", w, got, want)
			}
		}
		for w, e := range words {
			if x.find(w) != e {
				t.Fatalf("find(%q) does not find it", w)
			}
		}
	})
}
