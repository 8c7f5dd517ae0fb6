package align

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSensesAreWhole(t *testing.T) {
	if got, want := len(packedVectors), len(senses())*packedSize; got != want {
		t.Errorf("%d bytes of vectors, want %d", got, want)
	}
}

func TestWordsOfOneCompanyAreAlikeInSense(t *testing.T) {
	near := func(a, b string) float64 {
		return Prepare(a, "en").sense("en").company(Prepare(b, "en").sense("en"))
	}
	for _, c := range []struct{ word, like, unlike string }{
		{"army", "troops", "harvest"},
		{"purchase", "buy", "weather"},
		{"worried", "afraid", "copper"},
		{"doctor", "hospital", "soccer"},
	} {
		if like, unlike := near(c.word, c.like), near(c.word, c.unlike); like <= unlike {
			t.Errorf("%s is to %s %.2f, to %s %.2f", c.word, c.like, like, c.unlike, unlike)
		}
	}
}

func TestSenseFindsOtherWords(t *testing.T) {
	a := []string{"The army will purchase new weapons.", "Doctors fear a second wave of infections."}
	b := []string{"Physicians are worried that the virus returns.", "Troops are to buy additional arms."}
	want := []Match{{A: 0, B: 1}, {A: 1, B: 0}}
	got := Partners(Resemblances(a, b, "en"))
	if len(got) != 2 || got[0].B != want[0].B || got[1].B != want[1].B {
		t.Errorf("got %v", got)
	}
}

func TestResemblancesAreSymmetric(t *testing.T) {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{"The army", "buys", "new", "qwxyz", "arms", "42", "!", " ", "Troops"}), 0, 6)
	sentence := rapid.Map(words, func(ws []string) string { return strings.Join(ws, " ") })
	rapid.Check(t, func(t *rapid.T) {
		a, b := sentence.Draw(t, "a"), sentence.Draw(t, "b")
		lang := rapid.SampledFrom([]string{"en", "de", ""}).Draw(t, "lang")
		there, back := Resemblances([]string{a}, []string{b}, lang), Resemblances([]string{b}, []string{a}, lang)
		if len(there) == 1 && len(back) == 1 && math.Abs(there[0].Score-back[0].Score) > 0 {
			t.Fatalf("%v and %v", there, back)
		}
		for _, m := range there {
			if m.Score <= 0 || m.Score > 1 || a == b && m.Score != 1 {
				t.Fatalf("%q and %q score %v", a, b, m.Score)
			}
		}
	})
}

func TestNobodyHasTwoPartners(t *testing.T) {
	twice := []string{"The talks are over.", "The talks are over."}
	got := Partners(Resemblances(twice, twice, "en"))
	if len(got) != 2 || got[0] != (Match{0, 0, 1}) || got[1] != (Match{1, 1, 1}) {
		t.Errorf("got %v", got)
	}
}
