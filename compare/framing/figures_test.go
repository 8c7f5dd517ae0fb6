package framing

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// A figureCase is two sentences with the figures in them that are about one thing.
type figureCase struct {
	ID, A, B string
	Figures  []struct{ A, B, Verdict string }
}

// TestFigures measures the comparison of figures on the sentences of
// testdata/numbers.jsonl, written before the code: a disagreement that is claimed must
// be one (precision), and those that there are must be found (recall).
func TestFigures(t *testing.T) {
	var claimed, right, differing, agreeing, agreed int
	for _, c := range readLines[figureCase](t, "testdata/numbers.jsonl") {
		got := append(compareFigures(c.A, c.B, "en"), compareDates(c.A, c.B, "en")...)
		for _, f := range c.Figures {
			found := slices.ContainsFunc(got, func(g figurePair) bool { return c.holds(g, f.A, f.B, f.Verdict) })
			if f.Verdict == "differs" {
				differing++
				right += count(found)
			} else {
				agreeing++
				agreed += count(found)
			}
			if !found {
				t.Logf("%s: not found: %q %q %s", c.ID, f.A, f.B, f.Verdict)
			}
		}
		for _, g := range got {
			claimed += count(!g.agree)
		}
	}
	t.Logf("claimed %d, right %d of %d; agreements %d of %d", claimed, right, differing, agreed, agreeing)
	if p := float64(right) / float64(claimed); p < 0.95 {
		t.Errorf("precision %.3f, want .95", p)
	}
	if r := float64(right+agreed) / float64(differing+agreeing); r < 0.85 {
		t.Errorf("recall %.3f, want .85", r)
	}
}

// holds reports whether a pair found is the one labelled.
func (c figureCase) holds(g figurePair, a, b, verdict string) bool {
	return g.agree == (verdict == "agrees") && touches(g.a.Of(c.A), a) && touches(g.b.Of(c.B), b)
}

func touches(got, want string) bool {
	return strings.Contains(want, got) || strings.Contains(got, want)
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func readLines[T any](t *testing.T, name string) []T {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []T
	for line := range strings.Lines(string(raw)) {
		var v T
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}
