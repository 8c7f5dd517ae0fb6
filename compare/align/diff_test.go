package align

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/storydiff/storydiff/compare/text"
)

func TestDiffShowsWords(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"", "", ""},
		{"The pact was signed.", "The pact was signed.", "=The pact was signed."},
		{"The pact was signed in January.", "The pact was signed in March.", "=The pact was signed in |~January>March|=."},
		{"The pact was signed.", "The new pact was signed.", "=The |+new |=pact was signed."},
		{"He will not go to Kabul.", "He will go to Kabul.", "=He will |-not |=go to Kabul."},
		{"big red barn", "small blue barn", "~big red>small blue|= barn"},
		{"We lost.", "", "-We lost."},
		{"", "We won.", "+We won."},
	} {
		if got := show(Diff(c.a, c.b), c.a, c.b); got != c.want {
			t.Errorf("Diff(%q, %q)\n got %s\nwant %s", c.a, c.b, got, c.want)
		}
	}
}

// show prints edits as =same, ~from>to, >from>to for moved, -dropped, +added.
func show(es []Edit, a, b string) string {
	var out []string
	for _, e := range es {
		switch e.Op {
		case Same:
			out = append(out, "="+e.B.Of(b))
		case Changed:
			out = append(out, "~"+e.A.Of(a)+">"+e.B.Of(b))
		case Moved:
			out = append(out, ">"+e.A.Of(a)+">"+e.B.Of(b))
		case Dropped:
			out = append(out, "-"+e.A.Of(a))
		case Added:
			out = append(out, "+"+e.B.Of(b))
		}
	}
	return strings.Join(out, "|")
}

// sentenceLike draws texts that share many words, with odd bytes among them.
func sentenceLike() *rapid.Generator[string] {
	token := rapid.SampledFrom([]string{
		"the", "The", "minister", "ministers", "said", "12", "twelve", "not", "don’t", "Kyiv",
		" ", " ", " ", "  ", "\n", ",", ".", "“", "”", "é", "e\u0301", "\xff", "\xed\xa0\x80", "😀", "\U000F0000", "中国", "שלום",
	})
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(token, 0, 40).Draw(t, "tokens"), "")
	})
}

func TestDiffRebuildsBothTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := sentenceLike().Draw(t, "a"), sentenceLike().Draw(t, "b")
		checkRebuild(t, Diff(a, b), a, b)
	})
}

// checkRebuild holds that the edits in order cover both texts, that Same spans are
// equal to the byte and that absent sides are empty.
func checkRebuild(t interface {
	Fatalf(string, ...any)
}, es []Edit, a, b string,
) {
	at := text.Span{}
	for _, e := range es {
		if e.A.Start != at.Start || e.B.Start != at.End || e.A.End < e.A.Start || e.B.End < e.B.Start {
			t.Fatalf("edit %v does not continue at %v", e, at)
		}
		if e.Op == Same && e.A.Of(a) != e.B.Of(b) {
			t.Fatalf("same, yet %q is not %q", e.A.Of(a), e.B.Of(b))
		}
		if (e.Op == Dropped) != (e.B.Len() == 0) || (e.Op == Added) != (e.A.Len() == 0) {
			t.Fatalf("%s has spans %q and %q", e.Op, e.A.Of(a), e.B.Of(b))
		}
		at = text.Span{Start: e.A.End, End: e.B.End}
	}
	if at.Start != len(a) || at.End != len(b) {
		t.Fatalf("edits end at %v of %d and %d", at, len(a), len(b))
	}
}

// TestDiffKeepsTheLongestCommonRun checks go-diff's answer against a plain dynamic
// programme: before settling, it must keep as many tokens as can be kept.
func TestDiffKeepsTheLongestCommonRun(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := sentenceLike().Draw(t, "a"), sentenceLike().Draw(t, "b")
		ra, rb, _ := encode(a, b, tokens(a), tokens(b))
		kept := 0
		for _, s := range diffRunes(nil, ra, rb) {
			kept += s.same
		}
		if want := longestCommon(ra, rb); kept != want {
			t.Fatalf("kept %d tokens, can keep %d", kept, want)
		}
	})
}

func longestCommon(a, b []rune) int {
	best := make([][]int, len(a)+1)
	for i := range best {
		best[i] = make([]int, len(b)+1)
	}
	for i := range a {
		for j := range b {
			best[i+1][j+1] = max(best[i][j+1], best[i+1][j])
			if a[i] == b[j] {
				best[i+1][j+1] = best[i][j] + 1
			}
		}
	}
	return best[len(a)][len(b)]
}

func TestDiffOfHugeTextsIsBounded(t *testing.T) {
	a := strings.Repeat("one two three four five six seven. ", 3000)
	b := strings.Repeat("eins two drei four fünf six sieben. ", 3000)
	checkRebuild(t, Diff(a, b), a, b)
	unique := "The only sentence that both share stands here alone."
	es := Diff(a+unique+a, b+unique+b)
	if !strings.Contains(show(es, a+unique+a, b+unique+b), "sentence that both share") {
		t.Error("the sentence that both texts share is not kept")
	}
}

func FuzzDiff(f *testing.F) {
	f.Add("“We will not go,” the minister said.", "“We will go”, said the minister.")
	f.Add("\xff\xfe Kyiv", "Київ 😀")
	f.Fuzz(func(t *testing.T, a, b string) { checkRebuild(t, Diff(a, b), a, b) })
}
