package names

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// outlets tell one made-up story; each string is an article.
var outlets = []string{
	"Kenyan President Adebayo Onyango met Volodar Zelenskyy in Nairobi. Kremlin-style pomp, said Otieno Barasa, the State House spokesman. The World Fisheries Organization (WFO) watched.",
	"Mr Onyango met Zelensky on Monday. Kenya said it was pleased. Ruth Delgado, a critic, was not. The World Fisheries Organisation was pleased.",
	"Mr Onyango and Volodar Zelensky talked. Nairobi is content. Michael Delgado, her brother, is content too. Delgado's sister Ruth Delgado is not.",
	"The Kenyan Foreign Ministry praised the talks. Foreign Ministry spokesman Juma Odhiambo thanked Mr Zelenskiy.",
}

func union(t *testing.T, order []int) (*Union, []*Index) {
	t.Helper()
	xs := make([]*Index, len(order))
	for i, o := range order {
		xs[i], _ = find(t, "", outlets[o], "en")
	}
	return Join(xs...), xs
}

// sets lists which mentions of which outlet were joined, whatever the order of input.
func sets(u *Union, xs []*Index, order []int) []string {
	byID := map[int][]string{}
	for a, x := range xs {
		for i, e := range x.Entities {
			id := u.ID(a, i)
			byID[id] = append(byID[id], fmt.Sprintf("%d:%s", order[a], e.Name))
		}
	}
	out := make([]string, 0, len(byID))
	for id, names := range byID {
		sort.Strings(names)
		out = append(out, fmt.Sprintf("%d %s = %s", id, u.Name(id), strings.Join(names, ", ")))
	}
	sort.Strings(out)
	return out
}

func TestJoin(t *testing.T) {
	order := []int{0, 1, 2, 3}
	u, xs := union(t, order)
	got := strings.Join(sets(u, xs, order), "\n")
	for _, want := range []string{
		"Adebayo Onyango = 0:Adebayo Onyango, 1:Onyango, 2:Onyango",
		"Volodar Zelenskyy = 0:Volodar Zelenskyy, 1:Zelensky, 2:Volodar Zelensky, 3:Zelenskiy",
		"Ruth Delgado = 1:Ruth Delgado, 2:Ruth Delgado",
		"Michael Delgado = 2:Michael Delgado",
		"World Fisheries Organisation = 0:World Fisheries Organization, 1:World Fisheries Organisation",
		"Nairobi = 0:Nairobi, 2:Nairobi",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestJoinForgetsTheOrder(t *testing.T) {
	first := []int{0, 1, 2, 3}
	u, xs := union(t, first)
	want := sets(u, xs, first)
	for _, order := range [][]int{{3, 2, 1, 0}, {1, 3, 0, 2}, {2, 0, 3, 1}} {
		u, xs := union(t, order)
		if diff := cmp.Diff(want, sets(u, xs, order)); diff != "" {
			t.Errorf("order %v (-want +got):\n%s", order, diff)
		}
	}
}

func TestVoices(t *testing.T) {
	x, _ := find(t, "", "Kremlin spokesman Arkady Zorin spoke in Moscow. Russia's foreign ministry did not. "+
		"Russian President Viktor Lebedev listened. Marta Quist, a spokeswoman for the Baltic Harbour Association, sent a letter to Estonia.", "en")
	u := Join(x)
	cases := []struct {
		a, b string
		want float64
	}{
		{"Moscow", "Moscow", 1},
		{"Kremlin", "Moscow", 0.9},
		{"Arkady Zorin", "Kremlin", 0.8},
		{"Arkady Zorin", "Moscow", 0.8},
		{"Marta Quist", "Baltic Harbour Association", 0.8},
		{"Viktor Lebedev", "Moscow", 0.5},
		{"Russia’s foreign ministry", "Kremlin", 0.5},
		{"Arkady Zorin", "Viktor Lebedev", 0},
		{"Marta Quist", "Estonia", 0},
		{"Estonia", "Moscow", 0},
	}
	for _, c := range cases {
		i, k := entityNamed(x, c.a), entityNamed(x, c.b)
		if i < 0 || k < 0 {
			t.Errorf("%q or %q not found in %v", c.a, c.b, x.Entities)
			continue
		}
		a, b := u.ID(0, i), u.ID(0, k)
		if got := u.Voice(a, b); got != c.want || u.Voice(b, a) != got {
			t.Errorf("Voice(%q, %q) = %v and %v the other way, want %v", c.a, c.b, got, u.Voice(b, a), c.want)
		}
		if got := u.SameVoice(a, b); got != (c.want >= 0.8) {
			t.Errorf("SameVoice(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestJoinShortenedBodies(t *testing.T) {
	for _, c := range []struct {
		long, short string
		want        bool
	}{
		{"Pilots of Pan Fjordic Airways landed on Monday. Pan Fjordic Airways apologised.", "Pilots of Pan Fjordic landed on Monday. Pan Fjordic apologised.", true},
		{"Pan Fjordic Airways and Pan Fjordic Bank are owned by one man.", "Pan Fjordic apologised.", false},
		{"Ruth Delgado Foundation paid for it.", "Mrs Ruth Delgado paid for it.", false},
	} {
		long, _ := find(t, "", c.long, "en")
		short, _ := find(t, "", c.short, "en")
		u := Join(long, short)
		if got := u.ID(0, 0) == u.ID(1, 0); got != c.want {
			t.Errorf("%q and %q: joined %v, want %v", long.Entities[0].Name, short.Entities[0].Name, got, c.want)
		}
	}
}
