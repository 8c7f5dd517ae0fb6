package similar

import (
	"slices"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
)

// What headlines share is cited as a phrase where words stand in a row in both, however
// common each of them is.
func TestHeadlinesShareAPhrase(t *testing.T) {
	body := "The committee met in Norrvik on Tuesday and put off the vote."
	for _, test := range []struct{ name, a, b, want string }{
		{"common words in a row", "Norrvik drops climate goals from its National Security Strategy", "National security strategy leaves out the climate", "headlines share “National security strategy” and “climate”"},
		{"words apart", "Strategy for national parks and security", "National strategy lacks security for parks", "headlines share “parks”"},
		{"function words at the end", "Harbour ferry sinks in the storm", "Old harbour ferry sinks in a lake", "headlines share “harbour ferry sinks”"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := Compare(read(article.Source{Title: test.a, Body: body}), read(article.Source{Title: test.b, Body: body}))
			i := slices.IndexFunc(p.Evidence, func(e Evidence) bool { return e.Kind == "title" })
			if i < 0 || p.Evidence[i].Note != test.want {
				t.Errorf("evidence %+v, want %q", p.Evidence, test.want)
			}
		})
	}
}
