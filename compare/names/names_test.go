package names

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/storydiff/storydiff/compare/article"
)

// find reads a made-up article; its text comes back for the spans.
func find(t *testing.T, title, body, lang string) (*Index, string) {
	t.Helper()
	a := article.New(article.Source{Title: title, Body: body, Language: lang})
	return Find(a), a.Text
}

func written(x *Index, s string, i int) []string {
	out := make([]string, 0, len(x.Entities[i].Mentions))
	for _, m := range x.Entities[i].Mentions {
		out = append(out, m.Of(s))
	}
	return out
}

func entityNamed(x *Index, name string) int {
	return slices.IndexFunc(x.Entities, func(e Entity) bool { return e.Name == name })
}

// checkMentions checks how an entity is written throughout an article.
func checkMentions(t *testing.T, x *Index, s, name string, want []string) {
	t.Helper()
	i := entityNamed(x, name)
	if i < 0 {
		have := make([]string, 0, len(x.Entities))
		for _, e := range x.Entities {
			have = append(have, e.Name+" "+string(e.Kind))
		}
		t.Errorf("%q not found; have %q\n%s", name, have, s)
		return
	}
	if diff := cmp.Diff(want, written(x, s, i)); diff != "" {
		t.Errorf("mentions of %q (-want +got):\n%s\n%s", name, diff, s)
	}
}
