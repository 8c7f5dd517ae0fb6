package similar

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/ingest"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/seeds"
)

// samples reads the articles that come with the program, in other words if given.
func samples(t *testing.T, words func(string) string) []*quote.Reading {
	t.Helper()
	o := ingest.Options{FS: seeds.FS}
	inputs, err := ingest.Inputs([]string{"."}, o)
	if err != nil {
		t.Fatal(err)
	}
	var rs []*quote.Reading
	for a, err := range ingest.Read(context.Background(), inputs, o) {
		if err != nil {
			t.Fatal(err)
		}
		rs = append(rs, quote.Read(article.New(article.Source{
			Label: a.Label, Outlet: a.Outlet, Published: a.Published, Body: words(a.Raw),
		})))
	}
	return rs
}

// otherNames puts names that no news has made known in the place of well-known ones.
var otherNames = map[string]string{
	"Vladimir": "Anselm", "Putin": "Korvath", "Xi": "Lindqvar", "Jinping": "Oskari", "Igor": "Beltran", "Sechin": "Duvarne",
	"Dmitry": "Colm", "Peskov": "Hathersby", "John": "Piet", "Kirby": "Vandermolen", "Yuri": "Tadeus", "Ushakov": "Wrenfield",
	"Shavkat": "Ruben", "Mirziyoyev": "Castellane", "Volodymyr": "Edvin", "Zelensky": "Maristane",
	"Russia": "Norway", "Russian": "Norwegian", "Moscow": "Oslo", "China": "Chile", "Chinese": "Chilean", "Beijing": "Santiago",
	"Ukraine": "Ghana", "Ukrainian": "Ghanaian", "Kyiv": "Accra", "Taiwan": "Malta", "Uzbekistan": "Ecuador", "Uzbek": "Ecuadorian",
	"Samarkand": "Guayaquil", "SAMARKAND": "GUAYAQUIL", "Kremlin": "Storting", "Rosneft": "Fjordkraft", "Mongolian": "Peruvian",
	"Kharkiv": "Tamale", "Shanghai": "Arica", "Baku": "Bergen",
	"Monday": "Thursday", "Thursday": "Monday", "Wednesday": "Sunday", "Friday": "Tuesday",
	"September": "May", "December": "March", "October": "August",
}

func inOtherWords(s string) string {
	var b strings.Builder
	for s != "" {
		n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
		switch {
		case n < 0:
			n = len(s)
		case n == 0:
			n = len(string([]rune(s)[:1]))
		}
		if other, ok := otherNames[s[:n]]; ok {
			b.WriteString(other)
		} else {
			b.WriteString(s[:n])
		}
		s = s[n:]
	}
	return b.String()
}

// Who meets is not what happens: under other names the same articles tell one event,
// and those about other meetings of the same people stay apart.
func TestSamplesUnderOtherNames(t *testing.T) {
	for name, words := range map[string]func(string) string{
		"as printed":        func(s string) string { return s },
		"under other names": inOtherWords,
	} {
		t.Run(name, func(t *testing.T) {
			rs := samples(t, words)
			events := Events(rs, Pairs(rs))
			if len(events) != 1 {
				t.Fatalf("%d events, want one", len(events))
			}
			for i, r := range rs {
				want := strings.Contains(r.Label, "samarkand")
				if got := slices.Contains(events[0].Articles, i); got != want {
					t.Errorf("%s in the event: %v, want %v", r.Label, got, want)
				}
			}
		})
	}
}

// Whenever two articles are not said to report one event, a reader is told why not.
func TestThereIsAReasonAgainstEveryOtherVerdict(t *testing.T) {
	rs := samples(t, func(s string) string { return s })
	c := NewComparer(rs)
	for i := range rs {
		for j := i + 1; j < len(rs); j++ {
			p := c.Compare(i, j)
			if p.Verdict != SameEvent && !slices.ContainsFunc(p.Evidence, func(e Evidence) bool { return !e.For }) {
				t.Errorf("%s and %s: %s, and nothing against", rs[i].Label, rs[j].Label, p.Verdict)
			}
		}
	}
}

func TestEvidenceDoesNotDependOnTheSides(t *testing.T) {
	rs := samples(t, func(s string) string { return s })
	c := NewComparer(rs)
	for i := range rs {
		for j := range i {
			there, back := c.Compare(i, j).Evidence, c.Compare(j, i).Evidence
			if len(there) != len(back) {
				t.Errorf("%s and %s: %d items, the other way round %d", rs[i].Label, rs[j].Label, len(there), len(back))
				continue
			}
			for n, e := range there {
				if f := back[n]; e.Kind != f.Kind || e.Weight != f.Weight || !slices.Equal(e.A, f.B) || !slices.Equal(e.B, f.A) || e.For && e.Note != f.Note {
					t.Errorf("%s and %s, item %d: %+v, the other way round %+v", rs[i].Label, rs[j].Label, n, e, f)
					break
				}
			}
		}
	}
}
