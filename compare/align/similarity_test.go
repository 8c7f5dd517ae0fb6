package align

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/internal/gold"
	"pgregory.net/rapid"
)

func TestSimilarity(t *testing.T) {
	const said = "We will present our plan for the harbour in detail next week."
	for _, c := range []struct {
		b        string
		min, max float64
	}{
		{said, 1, 1},
		{"we will present our plan for the harbour in detail next week", 0.99, 1},
		{"Next week we will set out our plan for the port in detail.", 0.6, 1},
		{"We will present our plan for the harbour.", 0.6, 1},
		{"The harbour has been closed since the storm.", 0, 0.3},
		{"Nobody has slept since the power went out.", 0, 0.2},
		{"", 0, 0},
		{"😀", 0, 0},
	} {
		if s := Similarity(said, c.b, "en"); s < c.min || s > c.max {
			t.Errorf("similarity with %q is %.2f, want %.2f to %.2f", c.b, s, c.min, c.max)
		}
	}
}

func TestSimilarityIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := sentenceLike().Draw(t, "a"), sentenceLike().Draw(t, "b")
		ab, ba := Similarity(a, b, "en"), Similarity(b, a, "en")
		if ab != ba || ab < 0 || ab > 1 {
			t.Fatalf("similarity is %v one way and %v the other", ab, ba)
		}
		if s := Similarity(a, a, "en"); s != 1 {
			t.Fatalf("a text and itself: %v", s)
		}
	})
}

// TestCandidatesMissNothing checks the index against looking at every pair.
func TestCandidatesMissNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := PrepareAll(rapid.SliceOfN(sentenceLike(), 6, 6).Draw(t, "a"), "en")
		b := PrepareAll(rapid.SliceOfN(sentenceLike(), 6, 6).Draw(t, "b"), "en")
		var want []Link
		for i, w := range a {
			for j, v := range b {
				if s := contentShared(w, v); s > 0 && s >= sharedLeast*min(w.total, v.total) {
					want = append(want, Link{i, j})
				}
			}
		}
		if got := Candidates(a, b); !slices.Equal(got, want) {
			t.Fatalf("found %v, want %v", got, want)
		}
	})
}

// contentShared sums the weights of the distinct content stems that both texts hold.
func contentShared(w, v *Wording) float64 {
	sum := 0.0
	for k, x := range w.terms {
		if x.weight > functionWeight && (k == 0 || w.terms[k-1].stem != x.stem) && slices.ContainsFunc(v.terms, func(t term) bool { return t.stem == x.stem }) {
			sum += x.weight
		}
	}
	return sum
}

// TestRetranslated prints the mutual-best figures on pairs of translated quotes.
func TestRetranslated(t *testing.T) {
	var a, whole, cut []*Wording
	for _, r := range gold.Records[struct{ A, B string }](t, os.DirFS(*goldFolder), "align/retranslated.jsonl") {
		words := strings.Fields(r.B)
		a = append(a, Prepare(r.A, "en"))
		whole = append(whole, Prepare(r.B, "en"))
		cut = append(cut, Prepare(strings.Join(words[:(len(words)+1)/2], " "), "en"))
	}
	t.Logf("%d pairs: whole %.3f, cut to half %.3f", len(a), mutualBestF1(a, whole), mutualBestF1(a, cut))
}

// mutualBestF1 pairs each text with the most similar one, where that holds both ways.
func mutualBestF1(a, b []*Wording) float64 {
	bestA, bestB := make([]Match, len(a)), make([]Match, len(b))
	for i := range a {
		for j := range b {
			m := Match{i, j, a[i].Similarity(b[j])}
			if m.Score > bestA[i].Score {
				bestA[i] = m
			}
			if m.Score > bestB[j].Score {
				bestB[j] = m
			}
		}
	}
	hit, drawn := 0, 0
	for i, m := range bestA {
		if m.Score > 0 && bestB[m.B].A == i {
			drawn++
			if m.B == i {
				hit++
			}
		}
	}
	return 2 * float64(hit) / float64(drawn+len(a))
}
