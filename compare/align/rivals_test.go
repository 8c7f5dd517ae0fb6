package align

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestPartnersWeighRivals(t *testing.T) {
	// The second quote is like everybody's; the third has nothing else like it.
	ms := []Match{{0, 0, 0.9}, {1, 0, 0.6}, {1, 1, 0.58}, {2, 1, 0.3}, {2, 2, 0.28}}
	want := []Match{{0, 0, 0.9}, {1, 1, 0.58}, {2, 2, 0.28}}
	if got := Partners(ms); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestOnePartnerAmongMany(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var ms []Match
		best := 0.0
		for k, s := range rapid.SliceOfN(rapid.Float64Range(0.01, 1), 1, 25).Draw(t, "scores") {
			ms = append(ms, Match{0, k, Round(s)})
			best = max(best, Round(s))
		}
		for _, m := range Partners(ms) {
			if m.Score != best || !slices.Contains(ms, m) {
				t.Fatalf("%v is a partner, the best scores %v", m, best)
			}
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
	loose := looseCandidates(wa, wb, sensesOf(wa, false), sensesOf(wb, false))
	if !slices.Contains(loose, Link{0, 0}) {
		t.Error("words that begin alike lead to no candidate")
	}
	for _, c := range Candidates(wa, wb) {
		if !slices.Contains(loose, c) {
			t.Errorf("%v is no loose candidate", c)
		}
	}
}
