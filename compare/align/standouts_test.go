package align

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// tellings are quotes that are alike in part.
var tellings = []string{
	"We will not reopen the lock before the gates are mended.",
	"The lock stays shut until somebody mends the gates.",
	"We will reopen the library before the winter.",
	"Until its gates have been repaired the lock is going to remain closed.",
	"Nobody asked the ferrymen what they thought of the bridge.",
	"The bridge was built over the heads of those who run the ferry.",
	"I counted ninety swans on the reservoir.",
	"", "…", "😀",
}

func TestStandoutsFindOtherWords(t *testing.T) {
	a := []string{tellings[1], tellings[6]}
	for _, c := range []struct {
		b    []string
		want []Match
	}{
		{[]string{tellings[2], tellings[4]}, nil},
		{[]string{tellings[2], tellings[3], tellings[4]}, []Match{{A: 0, B: 1}}},
	} {
		got := Standouts(a, c.b, "en", 0.5)
		if len(got) != len(c.want) || len(got) > 0 && (got[0].A != 0 || got[0].B != 1) {
			t.Errorf("%q: got %v, want %v", c.b, got, c.want)
		}
	}
}

func TestRivalsMakeAMatchLessProbable(t *testing.T) {
	a := tellings[:1]
	alone := Standouts(a, []string{tellings[3]}, "en", 0)
	rivalled := Standouts(a, []string{tellings[3], tellings[1]}, "en", 0)
	if len(alone) != 1 || len(rivalled) != 1 || rivalled[0].Score >= alone[0].Score {
		t.Errorf("alone %v, beside a rival %v", alone, rivalled)
	}
}

func TestOrderDecidesNothing(t *testing.T) {
	texts := rapid.SliceOfN(rapid.SampledFrom(tellings), 0, 8)
	rapid.Check(t, func(t *rapid.T) {
		a, b := texts.Draw(t, "a"), texts.Draw(t, "b")
		lang := rapid.SampledFrom([]string{"en", "de"}).Draw(t, "lang")
		back := func(ms []Match) map[[2]string]float64 {
			out := make(map[[2]string]float64)
			for _, m := range ms {
				out[[2]string{a[m.A], b[m.B]}] = m.Score
			}
			return out
		}
		there := Standouts(a, b, lang, 0)
		for _, m := range there {
			if m.Score < 0 || m.Score > 1 || a[m.A] == b[m.B] && m.Score != 1 {
				t.Fatalf("%q and %q score %v", a[m.A], b[m.B], m.Score)
			}
		}
		want := back(there)
		slices.Reverse(a)
		slices.Reverse(b)
		turned := Standouts(a, b, lang, 0)
		got := back(turned)
		if len(turned) != len(there) || len(got) != len(want) {
			t.Fatalf("%v and in turned order %v", want, got)
		}
		for pair, score := range want {
			if got[pair] != score {
				t.Fatalf("%q score %v and in turned order %v", pair, score, got[pair])
			}
		}
	})
}

// TestSpokenQuotes matches freely translated quotes, half of which have no partner, though
// the same speaker's other quotes are there.
func TestSpokenQuotes(t *testing.T) {
	a, b := spoken(t, "spoken.tsv")
	var half []string
	for i := 0; i < len(b); i += 2 {
		half = append(half, b[i])
	}
	hits, found := 0, Standouts(a, half, "en", 0.5)
	for _, m := range found {
		if m.A == 2*m.B {
			hits++
		}
	}
	t.Logf("%d of %d found, %d wrong", hits, len(half), len(found)-hits)
	if hits < 30 || len(found)-hits > 1 {
		t.Errorf("%d of %d found, %d wrong", hits, len(half), len(found)-hits)
	}
}
