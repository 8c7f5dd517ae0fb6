package framing

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
)

func TestOwnRuns(t *testing.T) {
	for _, c := range []struct {
		title  string
		shared map[string]bool
		want   []string
	}{
		{"At least 12 dead after ferry sinks", map[string]bool{"ferri": true, "sink": true}, []string{"At least 12 dead"}},
		{"Dozens missing at sea after ferry sinks", map[string]bool{"ferri": true, "sink": true}, []string{"Dozens missing at sea"}},
	} {
		d := newDoc(0, quote.Read(article.New(article.Source{Title: c.title, Body: "A ferry sank on Monday.", Language: "en"})))
		var got []string
		for _, r := range d.ownRuns(nil, c.shared) {
			got = append(got, r.Of(d.Text))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Error(diff)
		}
	}
}
