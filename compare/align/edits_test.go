package align

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/storydiff/storydiff/compare/text"
)

func TestEditsTellWhatBecameOfWords(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"The harbour is closed.", "The harbour is closed.", "=The harbour is closed."},
		{"We met twelve envoys.", "We met 12 envoys.", "=We met |~twelve>12|= envoys."},
		{"“Today’s vote”", "\"today's vote\"", "=\"today's vote\""},
		{"the Ukraine crisis", "the Ukrainian crisis", "=the |~Ukraine>Ukrainian|= crisis"},
		{
			"On Friday the ministers left Geneva.", "The ministers left Geneva on Friday.",
			">On Friday>on Friday|- |=The ministers left Geneva|+ |=.",
		},
		{"We did not sign.", "We signed.", "=We |-did not |~sign>signed|=."},
		{
			"We will explain our position, although we have discussed it.", "We will explain our position.",
			"=We will explain our position|-, although we have discussed it|=.",
		},
	} {
		got := show(Edits(c.a, c.b, "en"), c.a, c.b)
		if got != c.want {
			t.Errorf("Edits(%q, %q)\n got %s\nwant %s", c.a, c.b, got, c.want)
		}
	}
}

func TestEditsRebuildBothTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := sentenceLike().Draw(t, "a"), sentenceLike().Draw(t, "b")
		checkCover(t, Edits(a, b, "en"), a, b)
	})
}

// checkCover holds that the A spans in order rebuild the first text, and the B spans
// ordered by their beginning the second.
func checkCover(t interface {
	Fatalf(string, ...any)
}, es []Edit, a, b string,
) {
	var left, right strings.Builder
	for _, e := range es {
		left.WriteString(e.A.Of(a))
		if e.Op == Same && text.Fold(e.A.Of(a)) != text.Fold(e.B.Of(b)) {
			t.Fatalf("same, yet %q is not %q", e.A.Of(a), e.B.Of(b))
		}
	}
	slices.SortStableFunc(es, func(x, y Edit) int {
		return cmp.Or(cmp.Compare(x.B.Start, y.B.Start), cmp.Compare(x.B.End, y.B.End))
	})
	at := 0
	for _, e := range es {
		if e.B.Len() > 0 && e.B.Start != at {
			t.Fatalf("%v leaves a hole after %d of %q", e, at, b)
		}
		at = max(at, e.B.End)
		right.WriteString(e.B.Of(b))
	}
	if left.String() != a || right.String() != b {
		t.Fatalf("edits rebuild %q and %q, not %q and %q", left.String(), right.String(), a, b)
	}
}

func FuzzEdits(f *testing.F) {
	f.Add("“We will not go,” the minister said.", "The minister said: “We will not go on Friday.”")
	f.Add("\xff\xfe Kyiv 12", "Київ 😀 twelve")
	f.Fuzz(func(t *testing.T, a, b string) { checkCover(t, Edits(a, b, "en"), a, b) })
}
