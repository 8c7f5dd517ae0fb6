package report

import (
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
