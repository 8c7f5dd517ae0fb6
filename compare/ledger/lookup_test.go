package ledger

import (
	"slices"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/align"
)

func TestAlignTakesAnyQuotes(t *testing.T) {
	long := strings.Repeat("the dam is safe and nobody was told about the cracks in it ", 1700)
	same := slices.Repeat([]string{"We will open the lock gates on Monday."}, 1000)
	for _, c := range []struct {
		name string
		a, b []string
		want int // matches
	}{
		{"none", nil, []string{"We will open the gates."}, 0},
		{"empty", []string{"", " "}, []string{"", "…"}, 0},
		{"emoji", []string{"😀😀😀"}, []string{"😀😀😀"}, 1},
		{"right to left", []string{"لن نغلق البوابات قبل الصيف"}, []string{"לא נסגור את השערים", "لن نغلق البوابات قبل الصيف"}, 1},
		{"bytes", []string{"\xff\xfe gates"}, []string{"gates \xff"}, 1},
		{"long", []string{long, "Open the gates."}, []string{"The gates are open.", long[60:]}, 2},
		{"a thousand equals", same[:1], same, 1000},
	} {
		ms := Align(c.a, c.b, "en")
		if len(ms) != c.want {
			t.Errorf("%s: %d matches, want %d: %v", c.name, len(ms), c.want, ms[:min(3, len(ms))])
		}
		for _, m := range ms {
			if m.Score < 0 || m.Score > 1 || m.A < 0 || m.A >= len(c.a) || m.B < 0 || m.B >= len(c.b) {
				t.Errorf("%s: %v", c.name, m)
			}
		}
	}
}

func TestAlignKnowsStrangers(t *testing.T) {
	a := []string{"We will not raise the fuel duty before winter.", "My brother was on that ferry."}
	b := []string{"The orchard was sold to a bank in Lund.", "I have never seen so many wasps."}
	if ms := Align(a, b, "en"); len(ms) > 0 {
		t.Errorf("strangers are aligned: %v", ms)
	}
	if !slices.Equal(Align(a, a, "en"), []align.Match{{A: 0, B: 0, Score: 1}, {A: 1, B: 1, Score: 1}}) {
		t.Error("quotes do not match themselves")
	}
}
