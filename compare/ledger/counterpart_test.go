package ledger

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/storydiff/storydiff/compare/quote"
)

// wireOfTalks and abroad are two reports, the second translated freely; its last sentence is
// too unlike the wire's to be one by its words.
const (
	wireOfTalks = "“The lock gates will open on Monday at six,” said minister Nikos Pavlou. “We have lost two harvests to stubbornness, mine included.”\n\n“Nobody upstream has sold a single cow,” said Ingrid Moen, who leads the farmers."
	abroad      = "“On Monday at six the lock gates will open,” minister Nikos Pavlou said. “Two harvests went because of stubbornness, my own too.”\n\n“Upstream nobody has sold one cow,” said Ingrid Moen, who leads the farmers."
	another     = "“We must not lose a third summer over stubbornness,” minister Nikos Pavlou said. “The dredgers are old.”"
)

func TestCounterpartsNeedCompany(t *testing.T) {
	if us := Build(readingsOf(wireOfTalks, abroad)); len(us) != 3 {
		t.Errorf("%d utterances of one event, want 3: %+v", len(us), us)
	}
	if us := Build(readingsOf(wireOfTalks, another)); len(us) != 0 {
		t.Errorf("articles with nothing else in common: %+v", us)
	}
}

func TestCounterpartsThatStandAloneMustBeLikelier(t *testing.T) {
	wire, foreign := readingsOf(wireOfTalks)[0], readingsOf(abroad)[0]
	vs := joinVoices([]*quote.Reading{wire, foreign})
	marked, reported := heard(vs.readings, -1, vs)
	prepare(slices.Concat(marked, reported))
	x := newScene(sureGroups(marked, reported, vs), reported, vs)
	k := counterpart{p: marked[1], q: marked[4]}
	if !x.beside(k.p, k.q) || x.least(k) >= loneChance {
		t.Errorf("%q and %q: %v, beside a row", k.p.text(), k.q.text(), x.least(k))
	}
	clear(x.placed)
	if x.least(k) != loneChance {
		t.Errorf("%q and %q: %v, alone", k.p.text(), k.q.text(), x.least(k))
	}
}

func TestWhoseNamesAreSharedIsNotWhatIsSaid(t *testing.T) {
	rs := readingsOf("“I told Mayor Karim Bensaid how dare you,” said Ingrid Moen.", "Ingrid Moen said that Mayor Karim Bensaid had risked the lives of the crew.")
	vs := joinVoices(rs)
	marked, reported := heard(rs, -1, vs)
	if !onlyNames(marked[0], reported[0]) {
		t.Errorf("%q and %q share more than names", marked[0].text(), reported[0].text())
	}
}

// TestCloseness holds the closeness of articles against the widest of all paths, as the method
// of Floyd and Warshall finds it.
func TestCloseness(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 7).Draw(t, "articles")
		x := &scene{shared: make([][]int, n), quoted: make([]int, n)}
		for i := range n {
			x.shared[i] = make([]int, n)
			x.quoted[i] = rapid.IntRange(0, 9).Draw(t, "quoted")
			for j := range i {
				x.shared[i][j] = rapid.IntRange(0, 9).Draw(t, "shared")
				x.shared[j][i] = x.shared[i][j]
			}
		}
		x.linkUp()
		width := make([][]float64, n)
		for i := range n {
			width[i] = make([]float64, n)
			for j := range n {
				width[i][j] = x.common(i, j)
			}
		}
		for k := range n {
			for i := range n {
				for j := range n {
					width[i][j] = max(width[i][j], min(width[i][k], width[k][j]))
				}
			}
		}
		for i := range n {
			for j := range n {
				if i != j && x.closeness[i][j] != width[i][j] {
					t.Fatalf("%d and %d: %v, want %v", i, j, x.closeness[i][j], width[i][j])
				}
			}
		}
	})
}

func TestPosts(t *testing.T) {
	rs := readingsOf(
		"His lawyer, Karim Bensaid, left at noon. The mayor of Aldvik, Ingrid Moen, stayed. Ruth Solheim, chief engineer of the yard, and Omar Diallo, a resident, went home.",
		"Nobody of that name spoke in the harbour.",
	)
	vs := joinVoices(rs)
	for description, want := range map[string]string{
		"the lawyer":             "Karim Bensaid",
		"his lawyer":             "Karim Bensaid",
		"the mayor of Aldvik":    "Ingrid Moen",
		"the engineer":           "Ruth Solheim",
		"a lawyer":               "",
		"a resident":             "",
		"the driver of a lorry":  "",
		"":                       "",
		"the spokesman for them": "",
	} {
		got := ""
		if id := vs.posts.meant(1, description); id >= 0 {
			got = vs.union.Name(id)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", description, got, want)
		}
	}
}
