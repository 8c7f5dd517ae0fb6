package framing

import (
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/ledger"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/seeds"
)

// samarkand reads the sample articles of one event.
func samarkand(t testing.TB) []*quote.Reading {
	t.Helper()
	names, err := fs.Glob(seeds.FS, "*samarkand*.txt")
	if err != nil || len(names) < 5 {
		t.Fatal("no sample articles", err)
	}
	rs := make([]*quote.Reading, 0, len(names))
	for _, name := range names {
		raw, err := fs.ReadFile(seeds.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		title, body, _ := strings.Cut(string(raw), "\n")
		label := strings.TrimSuffix(name, ".txt")
		rs = append(rs, quote.Read(article.New(article.Source{Label: label, Title: title, Body: body})))
	}
	return rs
}

func sheetOf(rs []*quote.Reading) []Finding {
	return Sheet(rs, ledger.Build(rs), Options{Signals: all()})
}

func all() []string {
	names := make([]string, 0, 10)
	for _, s := range signals() {
		names = append(names, s.name)
	}
	return names
}

func TestSheetOfSamples(t *testing.T) {
	findings := sheetOf(samarkand(t))
	for _, want := range []struct{ signal, words string }{
		{Headlines, "concedes"},
		{Verbs, "conceded"},
		{Verbs, "acknowledged"},
		{Naming, "special military operation"},
		{Naming, "stumbling invasion of Ukraine"},
		{Naming, "war in Ukraine"},
		{Numbers, "6,000 square kilometers"},
		{Voices, "‘Xi wants Putin to survive"},
		{Independence, "% its own words"},
	} {
		if !shows(findings, want.signal, strings.Trim(want.words, "‘")) {
			t.Errorf("%s: nothing shows %q", want.signal, want.words)
		}
	}
}

func shows(findings []Finding, signal, words string) bool {
	for _, f := range findings {
		for _, it := range f.Items {
			for _, s := range it.Sides {
				if f.Signal == signal && says(s, words) {
					return true
				}
			}
		}
	}
	return false
}

func TestCopiesAreOneTelling(t *testing.T) {
	rs := samarkand(t)
	sizes := make([]int, 0, len(rs))
	for _, telling := range tellingsOf(rs) {
		sizes = append(sizes, len(telling))
	}
	slices.Sort(sizes)
	if diff := cmp.Diff([]int{1, 1, 1, 3}, sizes); diff != "" {
		t.Error(diff)
	}
}

// TestSheetIgnoresOrder holds that shuffled articles give the same sheet.
func TestSheetIgnoresOrder(t *testing.T) {
	rs := samarkand(t)
	want := named(rs, sheetOf(rs))
	r := rand.New(rand.NewPCG(7, 0))
	for range 6 {
		shuffled := slices.Clone(rs)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if diff := cmp.Diff(want, named(shuffled, sheetOf(shuffled))); diff != "" {
			t.Fatal(diff)
		}
	}
}

// named writes findings with labels in place of indexes, sides in the order of labels.
func named(rs []*quote.Reading, findings []Finding) []string {
	var out []string
	for _, f := range findings {
		for _, it := range f.Items {
			var sides []string
			for _, s := range it.Sides {
				said := []string{rs[s.Article].Label + ":"}
				for _, w := range s.Said {
					said = append(said, w.Text)
				}
				sides = append(sides, strings.Join(said, " "))
			}
			slices.Sort(sides)
			out = append(out, f.Signal+" "+it.Topic+" "+strings.Join(sides, " / "))
		}
	}
	return out
}

// checkFindings fails when a span lies outside its article or splits a rune, or when
// items are out of order.
func checkFindings(t testing.TB, rs []*quote.Reading, findings []Finding) {
	t.Helper()
	for _, f := range findings {
		last := 1.0
		for _, it := range f.Items {
			if it.Weight > last || it.Weight < 0 {
				t.Errorf("%s: weight %v after %v", f.Signal, it.Weight, last)
			}
			last = it.Weight
			for _, s := range it.Sides {
				for _, w := range s.Said {
					checkSaid(t, rs[s.Article].Text, f.Signal, w)
				}
			}
		}
	}
}

func checkSaid(t testing.TB, body, signal string, w Said) {
	t.Helper()
	if len(w.Spans) == 0 {
		t.Errorf("%s: %q rests on nothing", signal, w.Text)
	}
	for _, s := range w.Spans {
		if s.Start < 0 || s.End > len(body) || s.Start > s.End || strings.ToValidUTF8(s.Of(body), "\uFFFD") != s.Of(body) && strings.ToValidUTF8(body, "") == body {
			t.Errorf("%s: %q has the span %v of %d bytes", signal, w.Text, s, len(body))
		}
	}
}

func TestSpansLieInside(t *testing.T) {
	rs := samarkand(t)
	checkFindings(t, rs, sheetOf(rs))
}

// TestLongPagesEnd holds that pages which repeat themselves endlessly are compared in
// seconds all the same.
func TestLongPagesEnd(t *testing.T) {
	a := reading("Fire\n\n" + strings.Repeat("A fire killed 12 people in the mill, the mayor said. ", 2000))
	b := reading("Blaze\n\n" + strings.Repeat("The mayor said a blaze killed 14 people in the mill. ", 2000))
	rs := []*quote.Reading{a, b}
	checkFindings(t, rs, Sheet(rs, nil, Options{}))
}

func FuzzSheet(f *testing.F) {
	f.Add("Minister admits fraud\nThe minister, Ann Oak, admitted on Monday that 12 files were lost.", "Minister denies fraud\nAnn Oak denied that the 14 files “were lost”.")
	f.Add("Coup\n\nThe coup in Sarouba, he said, ’", "War\n\n“the war’s”, in the")
	f.Add("Residents said the river had risen.\n\n“We saw the river rise and take the bridge away,” residents said.", "River\n\n“We saw the river rise and take the bridge away,” residents told a reporter.")
	f.Add("\xff\xfe", "a\n\n\xc3")
	f.Fuzz(func(t *testing.T, a, b string) {
		rs := []*quote.Reading{reading(a), reading(b)}
		checkFindings(t, rs, sheetOf(rs))
	})
}

// BenchmarkSheet compares 20 articles of one event.
func BenchmarkSheet(b *testing.B) {
	base := samarkand(b)
	rs := make([]*quote.Reading, 0, 20)
	for i := range 20 {
		r := base[i%len(base)]
		body := strings.Split(r.Text[r.BodyStart:], "\n\n")
		slices.Reverse(body[i/len(base):]) // shingles change, sentences stay
		rs = append(rs, quote.Read(article.New(article.Source{Label: r.Label, Title: r.Title, Body: strings.Join(body, "\n\n")})))
	}
	for _, r := range rs {
		r.Quotes()
	}
	us := ledger.Build(rs)
	for b.Loop() {
		Sheet(rs, us, Options{})
	}
}
