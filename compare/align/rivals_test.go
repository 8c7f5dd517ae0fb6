package align

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestBestMatchesWeighsRivals(t *testing.T) {
	// The second quote is like everybody's; the third has nothing else like it.
	ms := []Match{{0, 0, 0.9}, {1, 0, 0.6}, {1, 1, 0.58}, {2, 1, 0.3}, {2, 2, 0.28}}
	want := []Match{{0, 0, 0.9}, {1, 1, 0.58}, {2, 2, 0.28}}
	if got := BestMatches(ms); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestBestMatchesAreOneToOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var ms []Match
		for k, s := range rapid.SliceOfN(rapid.Float64Range(0, 1), 0, 25).Draw(t, "scores") {
			ms = append(ms, Match{k / 5, k % 5, Round(s)})
		}
		usedA, usedB := map[int]float64{}, map[int]float64{}
		for _, m := range BestMatches(ms) {
			if s, seen := usedA[m.A]; seen && s != m.Score {
				t.Fatalf("%v shares its first text with another match", m)
			}
			if s, seen := usedB[m.B]; seen && s != m.Score {
				t.Fatalf("%v shares its second text with another match", m)
			}
			usedA[m.A], usedB[m.B] = m.Score, m.Score
		}
	})
}

func TestLooseCandidatesHoldTheOthers(t *testing.T) {
	var a, b []string
	for range fewPairs/200 + 1 {
		a, b = append(a, "The minister spoke."), append(b, "Ministers speak of quarrels.")
	}
	a[0], b[0] = "We quarrelled with the ferrymen.", "A quarrel with ferries."
	wa, wb := PrepareAll(a, "en"), PrepareAll(b, "en")
	loose := LooseCandidates(wa, wb)
	if !slices.Contains(loose, Link{0, 0}) {
		t.Error("words that begin alike lead to no candidate")
	}
	for _, c := range Candidates(wa, wb) {
		if !slices.Contains(loose, c) {
			t.Errorf("%v is no loose candidate", c)
		}
	}
}
