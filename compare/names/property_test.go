package names

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/text"
)

// pieces are what made-up articles are put together from.
var pieces = []string{
	"Kenyan President Adebayo Onyango", "Mr Onyango", "Onyango", "the Kenyan president", "Tomas Brandvold", "Mrs Brandvold",
	"Brandvold’s", "the White House", "the foreign ministry", "Norway's", "Oslo", "the World Fisheries Organization (WFO)", "WFO",
	"said", "told", "However", "he", "she", "and", "of", "for the", "in May", "von der", "J.K.", "Jr.", "-", "Delgado-Okafor",
	"Ruth Delgado", "Okafor", "“", "”", "'s", ", ", ". ", "\n\n", "\n", "(", ")", ":", "BRANDVOLD QUITS AFTER OSLO VOTE",
	"Putin's", "Владимир Лебедев", "Лебедева", "«", "»", "l’Élysée", "12", "30,", "\u00a0", "é", "\xff", "\u0301", "中国",
}

func anyText(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "pieces"), rapid.SampledFrom([]string{" ", "", "  "}).Draw(t, "glue"))
}

// checkIndex holds what is true of every index.
func checkIndex(t interface{ Errorf(string, ...any) }, x *Index, s string) {
	before := -1
	taken := make([]bool, len(s))
	for i, e := range x.Entities {
		if len(e.Mentions) == 0 || e.Name == "" {
			t.Errorf("entity %d has no mention or no name: %+v", i, e)
			return
		}
		if e.Mentions[0].Start <= before {
			t.Errorf("entities out of order at %d", i)
		}
		before = e.Mentions[0].Start
		if e.Male && e.Female {
			t.Errorf("%q is both sexes", e.Name)
		}
		checkSpans(t, e.Mentions, s, taken)
		if got := x.At(e.Mentions[0]); got != i {
			t.Errorf("At(%v) = %d, want %d", e.Mentions[0], got, i)
		}
	}
}

func checkSpans(t interface{ Errorf(string, ...any) }, spans []text.Span, s string, taken []bool) {
	end := 0
	for _, m := range spans {
		if m.Start < end || m.End <= m.Start || m.End > len(s) {
			t.Errorf("span %v out of order or bounds", m)
			return
		}
		end = m.End
		for b := m.Start; b < m.End; b++ {
			if taken[b] {
				t.Errorf("byte %d belongs to two mentions", b)
				return
			}
			taken[b] = true
		}
		if cutsRune(s, m.Start) || cutsRune(s, m.End) {
			t.Errorf("span %v cuts a rune", m)
		}
	}
}

// cutsRune reports whether a byte lies inside a valid rune.
func cutsRune(s string, at int) bool {
	for back := 1; back < utf8.UTFMax && back <= at; back++ {
		if r, size := utf8.DecodeRuneInString(s[at-back:]); r != utf8.RuneError && size > back {
			return true
		}
	}
	return false
}

func TestFindProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source := article.Source{Title: anyText(t), Body: anyText(t), Language: rapid.SampledFrom(append(languages[:], "sv", "zh", "")).Draw(t, "language")}
		a := article.New(source)
		x := Find(a)
		checkIndex(t, x, a.Text)
		y := Find(article.New(source))
		if diff := cmp.Diff(x.Entities, y.Entities); diff != "" {
			t.Errorf("two readings differ:\n%s", diff)
		}
		if i := x.Resolve(anyText(t), rapid.IntRange(-5, len(a.Text)+5).Draw(t, "at")); i < -1 || i >= len(x.Entities) {
			t.Errorf("Resolve = %d of %d", i, len(x.Entities))
		}
	})
}

func TestJoinProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.Custom(anyText), 1, 5).Draw(t, "texts")
		order := rapid.Permutation(rangeTo(len(texts))).Draw(t, "order")
		xs, ys := make([]*Index, len(texts)), make([]*Index, len(texts))
		for i, s := range texts {
			xs[i] = Find(article.New(article.Source{Body: s, Language: "en"}))
		}
		for i, o := range order {
			ys[i] = xs[o]
		}
		u, v := Join(xs...), Join(ys...)
		for i, o := range order {
			for e := range xs[o].Entities {
				if u.Name(u.ID(o, e)) != v.Name(v.ID(i, e)) {
					t.Fatalf("%q is %q in one order and %q in another", xs[o].Entities[e].Name, u.Name(u.ID(o, e)), v.Name(v.ID(i, e)))
				}
			}
		}
	})
}

func rangeTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func FuzzFind(f *testing.F) {
	for _, s := range outlets {
		f.Add(s, "en")
	}
	f.Add("Der SPD-Vorsitzende Klaus Ohlendorf, 61, kritisierte Frau Dr. Wiesingers Bericht.", "de")
	f.Add("Selon l’avocate d’Amélie Roussel, Me Ndiaye, «tout va bien».", "fr")
	f.Add("Президент России Виктор Лебедев встретился с Анной Соколовой.", "ru")
	f.Add(strings.Repeat("De-La-", 50)+"'s “(", "en")
	f.Fuzz(func(t *testing.T, s, lang string) {
		a := article.New(article.Source{Body: s, Language: lang, AsIs: true})
		x := Find(a)
		checkIndex(t, x, a.Text)
		for _, e := range x.Entities {
			x.Resolve(e.Name, e.Mentions[0].Start)
		}
		u := Join(x, x)
		if len(x.Entities) > 0 && u.Name(u.ID(1, 0)) == "" {
			t.Error("a joined entity without a name")
		}
	})
}

func TestHandMadeIndexAnswers(t *testing.T) {
	x := &Index{Entities: []Entity{{Name: "Ruth Delgado", Kind: Person, Mentions: []text.Span{{Start: 3, End: 15}}}}}
	if x.At(text.Span{Start: 10, End: 12}) != 0 || x.At(text.Span{Start: 20, End: 22}) != -1 || x.Resolve("Ms Delgado", 0) != 0 {
		t.Error("an index made by hand does not answer")
	}
}

func BenchmarkFind(b *testing.B) {
	body := strings.Repeat(strings.Join(outlets, " ")+"\n\n", 8)
	a := article.New(article.Source{Body: body, Language: "en"})
	a.Sentences()
	Find(a)
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(a)
	}
}

func BenchmarkJoin(b *testing.B) {
	xs := make([]*Index, 0, 50)
	for i := range 50 {
		a := article.New(article.Source{Body: strings.Repeat(outlets[i%len(outlets)]+"\n\n", 4), Language: "en"})
		xs = append(xs, Find(a))
	}
	for b.Loop() {
		Join(xs...)
	}
}

// A description that begins with somebody's last name is one mention, not two.
func TestMentionsShareNoWord(t *testing.T) {
	a := article.New(article.Source{
		Title: "Kenyan President Adebayo Onyango Mr Onyango Mr Onyango the Kenyan president",
		Body:  "Kenyan President Adebayo Onyangothe Kenyan president", Language: "en",
	})
	checkIndex(t, Find(a), a.Text)
}
