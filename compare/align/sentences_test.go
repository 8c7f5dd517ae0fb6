package align

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var (
	collisionA = []string{
		"Two ferries collided in thick fog off the island on Sunday.",
		"Nobody was hurt.",
		"The captain of the larger ferry, which carried 212 passengers, blamed a broken radar.",
	}
	collisionB = []string{
		"A radar fault on the bigger ferry, with 212 passengers on board, was to blame, its captain said.",
		"Services to the mainland stay cancelled until Tuesday.",
		"In thick fog two ferries collided on Sunday off the island.",
	}
)

func TestSentences(t *testing.T) {
	got := linksOf(Sentences(Read(collisionA, 0, "en"), Read(collisionB, 0, "en")))
	if want := []Link{{0, 2}, {2, 0}}; !slices.Equal(got, want) {
		t.Errorf("aligned %v, want %v", got, want)
	}
}

func linksOf(ms []Match) []Link {
	links := make([]Link, len(ms))
	for i, m := range ms {
		links[i] = Link{m.A, m.B}
	}
	return links
}

// Whichever article is asked about first, the same sentences are aligned.
func TestSentencesAreAlignedBothWaysAlike(t *testing.T) {
	words := strings.Fields("ferry ferries Ferry captain Captain Meyer fog radar 212 passengers island on the off was hurt said Sunday blamed collided")
	rapid.Check(t, func(t *rapid.T) {
		sentence := rapid.Custom(func(t *rapid.T) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 9).Draw(t, "words"), " ")
		})
		article := rapid.Custom(func(t *rapid.T) *Article {
			ss := rapid.SliceOfN(sentence, 0, 7).Draw(t, "sentences")
			return Read(ss, rapid.IntRange(0, 2).Draw(t, "headlines"), "en")
		})
		a, b := article.Draw(t, "a"), article.Draw(t, "b")
		there, back := Kinships(a, b), Kinships(b, a)
		if len(there) != len(back) {
			t.Fatalf("%d pairs there, %d back", len(there), len(back))
		}
		for _, k := range there {
			i := slices.IndexFunc(back, func(o Kinship) bool { return o.A == k.B && o.B == k.A })
			if i < 0 || back[i].Probability != k.Probability {
				t.Fatalf("%d-%d comes to %v there, and back to %v", k.A, k.B, k, back)
			}
		}
		ofB := linksOf(Sentences(b, a))
		for _, c := range Counterparts(there) {
			if slices.Contains(ofB, Link{c.B, c.A}) != c.OfB {
				t.Fatalf("%+v, but the counterparts of the second article are %v", c, ofB)
			}
		}
	})
}

func FuzzSentences(f *testing.F) {
	f.Add(strings.Join(collisionA, "\n"), strings.Join(collisionB, "\n"), "en")
	f.Add("Die Fähre lief auf.\nNiemand wurde verletzt.", "Eine Fähre ist aufgelaufen.\n\xff\xfe", "de")
	f.Fuzz(func(t *testing.T, a, b, lang string) {
		as, bs := strings.Split(a, "\n"), strings.Split(b, "\n")
		for _, m := range Sentences(Read(as, 1, lang), Read(bs, 1, lang)) {
			if m.A < 0 || m.A >= len(as) || m.B < 0 || m.B >= len(bs) || m.Score < 0 || m.Score > 1 {
				t.Fatalf("%v of %d and %d sentences", m, len(as), len(bs))
			}
		}
	})
}
