package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// newsSeeds are beginnings for the fuzzers: one of each thing the scanners look for.
var newsSeeds = []string{
	sample,
	"«Pourquoi ?» a demandé M. Dupont, jeudi 15 septembre 2022. Plus de 1 200 soldats, 3,5 millions d’euros.",
	"Am 3. Oktober 2022 sagte Dr. Meier: „Das stimmt nicht.“ Der 2. Versuch kostete 1.200,50 Euro, z. B. im Norden.",
	"В четверг, 15 сентября, погибли не менее 14 солдат. «Почему?» — спросил он. А. С. Иванов молчал.",
	"これは文です。「本当ですか？」と彼は言った。2022年9月15日、3人。",
	"10-12 people, 3-2, 5:30 p.m., 1/2, 202 555 0199, -5°C (23 °F), US$3bn, #5, €2m, 50%, ½, 1990s, 1,2,3",
	"U.S. U.S.A. a.m. e.g. J. D. … ... [...] (!) ?! ?” he said. !’ ‘’ “”",
	"a\u00adb\u200bc x\xff\xfey \xe2\x80 ’s '- -' 0 00 007 1. 2) \u2028 \u0085 \ufeff",
	"twentY$three, 5€ 7, USD 5, 5 USD 7, $5$6",
	"twenty-three-year-old one hundred and one million two dozen half a million a hundred thousand and",
}

func seed(f *testing.F) {
	for _, s := range newsSeeds {
		for _, lang := range []string{"en", "de", "ru", ""} {
			f.Add(s, lang)
		}
	}
}

// checkSpan fails when a span leaves the text, is empty, begins before another one
// ends, or cuts a character.
func checkSpan(t *testing.T, s string, p Span, from int) {
	t.Helper()
	if p.Start < from || p.End <= p.Start || p.End > len(s) {
		t.Fatalf("span %v of %d bytes, after %d", p, len(s), from)
	}
	if !boundary(s, p.Start) || !boundary(s, p.End) {
		t.Fatalf("span %v cuts a character of %q", p, s)
	}
}

// boundary reports whether range over s, an invalid byte counting as a rune, stops at i.
func boundary(s string, i int) bool {
	if i == len(s) {
		return true
	}
	for back := 1; back < utf8.UTFMax && back <= i; back++ {
		if _, size := utf8.DecodeRuneInString(s[i-back:]); size > back {
			return false
		}
	}
	return true
}

func FuzzWords(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s, lang string) {
		end := 0
		for _, w := range Words(s) {
			checkSpan(t, s, w.Span, end)
			end = w.End
			if w.Norm == "" || w.Norm != Fold(w.Norm) {
				t.Fatalf("word %q has the norm %q", w.Of(s), w.Norm)
			}
			Stem(w.Norm, lang)
			if r := Rarity(w.Norm, lang); r < 0 || r > 1 {
				t.Fatalf("rarity of %q is %v", w.Norm, r)
			}
		}
	})
}

func FuzzSentences(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s, lang string) {
		paragraphs := Paragraphs(s)
		end, k := 0, 0
		for _, p := range Sentences(s, lang) {
			checkSpan(t, s, p, end)
			if Trim(s, p) != p {
				t.Fatalf("sentence %q is not trimmed", p.Of(s))
			}
			for k < len(paragraphs) && paragraphs[k].End <= p.Start {
				k++
			}
			if k == len(paragraphs) || !paragraphs[k].Contains(p) {
				t.Fatalf("sentence %q leaves its paragraph", p.Of(s))
			}
			if between := s[end:p.Start]; Trim(between, Span{0, len(between)}).Len() > 0 {
				t.Fatalf("%q is in no sentence", between)
			}
			end = p.End
		}
		if rest := s[end:]; Trim(rest, Span{0, len(rest)}).Len() > 0 {
			t.Fatalf("%q is in no sentence", rest)
		}
	})
}

func FuzzAmounts(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s, lang string) {
		end := 0
		for _, n := range Numbers(s, lang) {
			checkSpan(t, s, n.Span, end)
			end = n.End
			if n.Value != n.Value || !n.Agrees(n) {
				t.Fatalf("%+v does not agree with itself", n)
			}
		}
		end = 0
		for _, d := range Dates(s, lang) {
			checkSpan(t, s, d.Span, end)
			end = d.End
			if d.Month < 0 || d.Month > 12 || d.Day < 0 || d.Day > 31 || d == (Date{Span: d.Span}) {
				t.Fatalf("date %+v", d)
			}
		}
	})
}

func FuzzFold(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s, _ string) {
		once := Fold(s)
		if !utf8.ValidString(once) || Fold(once) != once {
			t.Fatalf("Fold(%q) = %q, folded again %q", s, once, Fold(once))
		}
		Language(s)
	})
}

func FuzzOffsets(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s, _ string) {
		o := NewOffsets(s)
		count := 0
		for at := range s {
			if o.CodePoint(at) != count || o.Byte(count) != at {
				t.Fatalf("byte %d is code point %d, not %d; back: %d", at, count, o.CodePoint(at), o.Byte(count))
			}
			count++
		}
		if o.CodePoint(len(s)) != count || o.Byte(count) != len(s) || o.Byte(count+9) != len(s) || o.CodePoint(-1) != 0 {
			t.Fatal("wrong at the ends")
		}
	})
}

// TestTimeIsLinear feeds each scanner what it likes least, twice as much and then
// some: it fails by taking minutes, not by a stopwatch.
func TestTimeIsLinear(_ *testing.T) {
	for _, unit := range []string{
		"“", "\"", ".", ". ", "? ", "…” ", "((((", "a.", "1.", "1,", "1-", "A. ", "one hundred and ", "million ",
		"«", " »", "15 ", "May ", "15 de ", "Thursday, ", "’", "a’", "a-", "\u0301", "\xff", "e\u0301", "1 000 ", "$", "of the ",
		"half a ", "Mr. ", "\n", "“Why?” Anna ", "twenty-",
	} {
		s := strings.Repeat(unit, 1<<17/len(unit))
		for _, lang := range []string{"en", "de", "fr"} {
			Words(s)
			Sentences(s, lang)
			Numbers(s, lang)
			Dates(s, lang)
		}
		Fold(s)
		Language(s)
	}
}
