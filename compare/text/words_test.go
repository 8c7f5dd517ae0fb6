package text

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func norms(s string) string {
	words := Words(s)
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.Norm
	}
	return strings.Join(all, " ")
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Ministers met again.", "ministers met again"},
		{"contraction", "They don’t agree, they can't", "they don't agree they can't"},
		{"possessive", "Lisbon’s mayor and the unions' leader", "lisbon mayor and the unions leader"},
		{"quotes are no apostrophes", "'Never' and ‘always’", "never and always"},
		{"hyphens", "a self‑governing, 23-year-old co-founder - she said", "a self-governing 23-year-old co-founder she said"},
		{"dashes part words", "the bill—late as ever—passed", "the bill late as ever passed"},
		{"numbers", "3,000 of 1.5 in 10:30, 50%", "3,000 of 1.5 in 10 30 50"},
		{"number at the end", "in 2016, of 14.", "in 2016 of 14"},
		{"initials", "the U.S. Senate at 5 p.m. in D.C.", "the us senate at 5 pm in dc"},
		{"missing space", "It ended.Then it rained", "it ended then it rained"},
		{"soft hyphen", "parlia\u00adment", "parliament"},
		{"decomposed", "cafe\u0301", "café"},
		{"accents", "Łódź, São Paulo, Überraschung", "łódź são paulo überraschung"},
		{"elision", "l’homme d'État", "l'homme d'état"},
		{"Cyrillic", "Комп’ютер по-русски", "комп'ютер по-русски"},
		{"Han and Kana", "北京2022年はい", "北 京 2022 年 は い"},
		{"Hangul", "한국 정부", "한국 정부"},
		{"invalid", "a\xffb", "a b"},
		{"empty", " .,;!? ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := norms(c.in); got != c.want {
				t.Errorf("Words(%q)\n got %s\nwant %s", c.in, got, c.want)
			}
		})
	}
}

func TestWordSpansCoverThePossessive(t *testing.T) {
	s := "So China’s envoy left."
	if got := Words(s)[1].Of(s); got != "China’s" {
		t.Errorf("got %q", got)
	}
}

// slowWord is what a word is, without points, which need a look around.
var slowWord = regexp.MustCompile(`[\p{L}\p{M}\p{Nd}]+(?:(?:['’‐‑-]|[,.])[\p{L}\p{M}\p{Nd}]+)*`)

func TestWordsAgreeWithARegexp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.SampledFrom([]rune("abéЖß09 '’-‑!—“”\n\t€")), 0, 60, -1).Draw(t, "s")
		got, want := Words(s), slowWord.FindAllStringIndex(s, -1)
		if !slices.EqualFunc(got, want, func(w Word, at []int) bool { return w.Span == Span{at[0], at[1]} }) {
			t.Fatalf("%q: got %v, want %v", s, got, want)
		}
	})
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                   "plain",
		"ÉTÉ Straße":              "été straße",
		"e\u0301":                 "é",
		"“It’s”—‘so’…":            "\"it's\"-'so'…",
		"«Да» „ja“":               "\"да\" \"ja\"",
		"zero\u200bwidth\u00adly": "zerowidthly",
		"a\u00a0b":                "a b",
		"\xff":                    "\ufffd",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestStem(t *testing.T) {
	for _, c := range []struct{ lang, word, want string }{
		{"en", "soldiers", "soldier"},
		{"en", "concerns", "concern"},
		{"de", "häusern", "haus"},
		{"fr", "l'hommes", "homm"},
		{"it", "dell'elettori", "elettor"},
		{"ru", "солдатами", "солдат"},
		{"pl", "żołnierzy", "żołnierzy"},
		{"en", "3,000", "3,000"},
		{"", "soldiers", "soldiers"},
	} {
		if got := Stem(c.word, c.lang); got != c.want {
			t.Errorf("Stem(%q, %q) = %q, want %q", c.word, c.lang, got, c.want)
		}
	}
}

func TestStop(t *testing.T) {
	for _, c := range []struct {
		lang, word string
		want       bool
	}{
		{"en", "the", true},
		{"en", "they're", true},
		{"en", "minister", false},
		{"fr", "qu'il", true},
		{"fr", "l'homme", false},
		{"de", "während", true},
		{"uk", "після", true},
		{"sv", "och", false},
	} {
		if got := Stop(c.word, c.lang); got != c.want {
			t.Errorf("Stop(%q, %q) = %v", c.word, c.lang, got)
		}
	}
}
