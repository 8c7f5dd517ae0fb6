package align

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWordsLinkWhatMeansTheSame(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want []string // links that must be drawn
		not  []string // links that must not
	}{
		{
			"the ukraine crisis", "the ukrainian crisis",
			[]string{"the=the", "ukraine=ukrainian", "crisis=crisis"},
			nil,
		},
		{
			"we lost 12 houses .", "twelve houses were lost .",
			[]string{"12=twelve", "houses=houses", "lost=lost", ".=."},
			[]string{"we=houses"},
		},
		{
			"the colour of the flag changed", "the color of the banner changed",
			[]string{"colour=color", "flag=banner", "changed=changed"},
			nil,
		},
		{
			"they did n't sign the treaty", "they did not sign the pact",
			[]string{"n't=not", "sign=sign", "treaty=pact"},
			[]string{"sign=treaty"},
		},
	} {
		a, b := strings.Fields(c.a), strings.Fields(c.b)
		var got []string
		for _, l := range Words(a, b, "en") {
			got = append(got, a[l.A]+"="+b[l.B])
		}
		for _, w := range c.want {
			if !slices.Contains(got, w) {
				t.Errorf("%q and %q: no link %q in %q", c.a, c.b, w, got)
			}
		}
		for _, w := range c.not {
			if slices.Contains(got, w) {
				t.Errorf("%q and %q: link %q", c.a, c.b, w)
			}
		}
	}
}

func checkLinks(t interface {
	Fatalf(string, ...any)
}, a, b []string,
) {
	links := Words(a, b, "en")
	for i, l := range links {
		if l.A < 0 || l.B < 0 || l.A >= len(a) || l.B >= len(b) || slices.Contains(links[:i], l) {
			t.Fatalf("link %v of %d and %d words", l, len(a), len(b))
		}
	}
}

func TestWordsOfOneTextLinkToThemselves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := strings.Fields(sentenceLike().Draw(t, "a"))
		b := strings.Fields(sentenceLike().Draw(t, "b"))
		checkLinks(t, a, b)
	})
	a := strings.Fields("the ministers signed twelve treaties in Kyiv before the snow came")
	links := Words(a, a, "en")
	for i := range a {
		if !slices.Contains(links, Link{i, i}) {
			t.Errorf("%q is not linked to itself", a[i])
		}
	}
}

func TestWordsOfHugeTextsAreBounded(t *testing.T) {
	a := strings.Fields(strings.Repeat("one two three four five six seven ", 3000))
	b := strings.Fields(strings.Repeat("eins two drei four fünf six sieben ", 3000))
	links := Words(append(a, "Kyiv"), append(b, "Kyiv"), "en")
	if !slices.Contains(links, Link{len(a), len(b)}) {
		t.Error("the name that both share is not linked")
	}
}

func FuzzWords(f *testing.F) {
	f.Add("we did n't sign the pact , he said .", "he said : we did not sign .")
	f.Add("\xff Kyiv 12", "Київ 😀 twelve")
	f.Fuzz(func(t *testing.T, a, b string) { checkLinks(t, strings.Fields(a), strings.Fields(b)) })
}
