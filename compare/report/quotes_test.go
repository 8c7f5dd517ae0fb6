package report

import (
	"fmt"
	"slices"
	"testing"

	"github.com/storydiff/storydiff/compare"
)

func TestWhere(t *testing.T) {
	text := "Mill burns\n\nThe mayor spoke.\nShe was brief.\n\n \n“No,” she said.\n\nNight fell."
	r := &compare.Report{Articles: []compare.Article{
		{ID: "titled", Title: "Mill burns", Text: text},
		{ID: "bare", Text: text},
	}}
	v := newView(r, Options{})
	tests := []struct {
		article  string
		start    int
		headline bool
		want     string
	}{
		{"titled", 0, true, "headline"},
		{"titled", 12, false, "¶ 1"},
		{"titled", 29, false, "¶ 2"},
		{"titled", 47, false, "¶ 3"},
		{"titled", 64, false, "¶ 4"},
		{"bare", 0, false, "¶ 1"},
		{"bare", 47, false, "¶ 4"},
	}
	for _, test := range tests {
		if got := v.where(compare.Quote{Article: test.article, Start: test.start, Headline: test.headline}); got != test.want {
			t.Errorf("%s at %d: %q, want %q", test.article, test.start, got, test.want)
		}
	}
}

func TestMarksStandInTheRowOfTheirPassage(t *testing.T) {
	quote := func(kind, speaker string, start, end int) compare.Quote {
		return compare.Quote{Article: "a", Kind: kind, Speaker: compare.Speaker{Name: speaker}, Start: start, End: end, Confidence: 1}
	}
	v := newView(&compare.Report{Quotes: []compare.Quote{
		quote("indirect", "Ann Lee", 0, 40), quote("partial", "Ann Lee", 10, 20), quote("partial", "Ann Lee", 30, 40),
		quote("indirect", "Ann Lee", 50, 90), quote("partial", "Bo Ray", 60, 70), quote("direct", "Ann Lee", 75, 90),
		quote("indirect", "", 100, 140), quote("partial", "Ann Lee", 110, 120),
	}}, Options{})
	rows, hidden := v.quoteRows()
	var got []string
	for _, r := range rows {
		got = append(got, fmt.Sprint(r.Kind, r.Start))
	}
	want := []string{"partial0", "indirect50", "partial60", "direct75", "partial110"}
	if !slices.Equal(got, want) || hidden != 1 {
		t.Errorf("%q and %d hidden, want %q and 1", got, hidden, want)
	}
}
