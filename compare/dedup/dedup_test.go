package dedup

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

const ferry = `PORTVILLE (Coast Wire) — A ferry with 140 passengers on board ran aground near the northern breakwater on Monday morning, the harbour authority said.

Nobody was seriously hurt. Twelve people were treated for bruises, according to the regional hospital, and all of them left it by noon.

“The captain did everything right,” harbour master Ana Reyes told reporters. “We will not speculate about the cause before the inquiry is over.”

The ship, built in 1998, was towed back to the pier in the afternoon. Its owner, Blue Line, said that services to the islands would resume on Wednesday after an inspection of the hull and of the steering gear.`

func reading(title, body string) *quote.Reading {
	return quote.Read(article.New(article.Source{Title: title, Body: body, Language: "en"}))
}

// ferryWith returns the article with words replaced, in pairs of old and new.
func ferryWith(pairs ...string) string {
	s := strings.NewReplacer(pairs...).Replace(ferry)
	if s == ferry {
		panic("nothing replaced")
	}
	return s
}

func TestRelations(t *testing.T) {
	const title = "Ferry runs aground off Portville"
	addition := "\n\nThe transport ministry ordered checks of every vessel of the same type. A union of seafarers had warned for years that the fleet was ageing, and its members want newer ships.\n\nIslanders were brought home by fishing boats through the evening while hotels in the old town took in those who stayed."
	for name, c := range map[string]struct {
		title, body string
		want        Relation
	}{
		"the same":                    {title, ferry, Identical},
		"straight marks and capitals": {strings.ToUpper(title), ferryWith("“", `"`, "”", `"`, "—", "-", "PORTVILLE", "Portville"), Cosmetic},
		"another headline":            {"Nobody hurt as ferry hits breakwater", ferry, Republished},
		"one word polished":           {title, ferryWith("noon", "midday"), Republished},
		"a changed number":            {title, ferryWith("140 passengers", "160 passengers"), Update},
		"a number in words":           {title, ferryWith("Twelve people", "Fourteen people"), Update},
		"a changed name":              {title, ferryWith("Ana Reyes", "Pablo Stone"), Update},
		"a negation gone":             {title, ferryWith("will not speculate", "will speculate"), Update},
		"another weekday":             {title, ferryWith("on Wednesday", "on Friday"), Update},
		"continued":                   {title, ferry + addition, Extended},
		"unrelated":                   {"Council closes library", "The town council voted to close the old library at the end of the year because the roof leaks and repairs would cost too much, the mayor said after a long meeting.", Independent},
	} {
		got := Compare(reading(title, ferry), reading(c.title, c.body))
		if got.Relation != c.want {
			t.Errorf("%s: %s (J %.3f, %.3f, %.3f, %v), want %s", name, got.Relation, got.Jaccard, got.AInB, got.BInA, got.Differs, c.want)
		}
		back := Compare(reading(c.title, c.body), reading(title, ferry))
		if back.Relation != mirrored(c.want) {
			t.Errorf("%s, the other way round: %s", name, back.Relation)
		}
	}
}

// mirrored returns the relation of B to A.
func mirrored(r Relation) Relation {
	switch r {
	case Extended:
		return Shortened
	case Shortened:
		return Extended
	}
	return r
}

func TestDifferencesAreListed(t *testing.T) {
	for name, c := range map[string]struct {
		old, changed string
		want         Difference
	}{
		"number":   {"140 passengers", "160 passengers", Difference{Type: "number", From: "140", To: "160"}},
		"scaled":   {"Twelve people", "14 people", Difference{Type: "number", From: "Twelve", To: "14"}},
		"negation": {"will not speculate", "will speculate", Difference{Type: "negation", From: "not", To: ""}},
		"name":     {"Ana Reyes", "Pablo Stone", Difference{Type: "name", From: "Ana Reyes", To: "Pablo Stone"}},
		"date":     {"on Wednesday", "on Friday", Difference{Type: "date", From: "Wednesday", To: "Friday"}},
	} {
		a, b := reading("", ferry), reading("", ferryWith(c.old, c.changed))
		got := Compare(a, b).Differs
		if len(got) != 1 {
			t.Errorf("%s: got %v", name, got)
			continue
		}
		d := got[0]
		if d.Type != c.want.Type || d.From != c.want.From || d.To != c.want.To {
			t.Errorf("%s: got %+v", name, d)
		}
		if d.A.Of(a.Text) != d.From || d.B.Of(b.Text) != d.To {
			t.Errorf("%s: spans show %q and %q", name, d.A.Of(a.Text), d.B.Of(b.Text))
		}
	}
}

func TestSameFactsInOtherWritingAreNoDifference(t *testing.T) {
	for _, c := range [][2]string{
		{"Twelve people", "12 people"},
		{"harbour master Ana Reyes", "harbour master Reyes"},
		{"on Monday morning", "on Monday"},
		{"The captain did everything right", "The captain did all of it right"},
	} {
		if got := Compare(reading("", ferry), reading("", ferryWith(c[0], c[1]))).Differs; len(got) > 0 {
			t.Errorf("%q for %q: %+v", c[1], c[0], got)
		}
	}
}

func TestTemplate(t *testing.T) {
	frame := func(points, index, volume, percent string) string {
		return "The main index of the Portville exchange closed at " + index + " points on the day.\n\n" +
			"It was " + points + " points higher than at the close of the session before.\n\n" +
			"A total of " + volume + " million shares changed hands across all of the segments.\n\n" +
			"Shipping stocks were " + percent + " percent firmer, and the banks were little changed."
	}
	got := Compare(reading("Market close", frame("31", "4,211", "18.4", "1.2")), reading("Market close", frame("17", "4,228", "22.9", "0.4")))
	if got.Relation != Template || len(got.Differs) != 4 {
		t.Errorf("got %s, %v", got.Relation, got.Differs)
	}
}

func TestSharedPassages(t *testing.T) {
	background := "The breakwater was raised by two metres after the great storm, and pilots have complained ever since about eddies at the harbour mouth in northerly winds."
	a := reading("Ferry aground", "A ferry ran aground on Monday, officials said, and its passengers were taken off by tugs. "+background)
	b := reading("Pilots demand changes", "Pilots demanded on Friday that the port be widened, and threatened to stop work in bad weather unless it listens. "+background)
	got := Compare(a, b)
	if got.Relation != Passages || len(got.Passages) != 1 {
		t.Fatalf("got %s with %d passages", got.Relation, len(got.Passages))
	}
	if words := got.Passages[0].A.Of(a.Text); words != strings.TrimSuffix(background, ".") {
		t.Errorf("passage %q", words)
	}
}

func TestASharedQuoteIsNoCopy(t *testing.T) {
	words := "“We will look at every bolt of this ship, at every log entry and at every order that was given that morning, and then we will publish it all,”"
	a := reading("Inquiry into ferry", "The harbour master opened an inquiry on Monday. "+words+" Ana Reyes told a news conference in the town hall.")
	b := reading("Reyes promises openness", "Questions about the accident remain, and relatives are angry. "+words+" said Ana Reyes when journalists asked her for details.")
	if got := Compare(a, b); got.Relation != Independent || len(got.Passages) != 1 {
		t.Errorf("got %s with %d passages", got.Relation, len(got.Passages))
	}
}

func TestGroupsDoNotChain(t *testing.T) {
	// 1 copies 0, 2 copies 1 but not 0; 4 copies 3.
	copies := []Copy{
		{A: 0, B: 1, Relation: Republished},
		{A: 1, B: 2, Relation: Extended},
		{A: 3, B: 4, Relation: Identical},
		{A: 2, B: 4, Relation: Template},
	}
	want := []Group{{0, []int{0, 1}}, {3, []int{3, 4}}}
	if diff := cmp.Diff(want, Groups(copies, 5)); diff != "" {
		t.Error(diff)
	}
}

func TestGroupsHoldTheirPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "n")
		var copies []Copy
		linked := map[[2]int]bool{}
		for a := range n {
			for b := a + 1; b < n; b++ {
				if rapid.IntRange(0, 3).Draw(t, "linked") == 0 {
					copies = append(copies, Copy{A: a, B: b, Relation: Republished})
					linked[[2]int{a, b}] = true
				}
			}
		}
		dropped := map[int]bool{}
		for _, g := range Groups(copies, n) {
			if len(g.Members) < 2 || g.Members[0] != g.Representative || !slices.IsSorted(g.Members) {
				t.Fatalf("group %+v", g)
			}
			for _, m := range g.Members[1:] {
				if dropped[m] || !linked[[2]int{g.Representative, m}] {
					t.Fatalf("%d does not belong to %+v", m, g)
				}
				dropped[m] = true
			}
		}
		for pair := range linked {
			if !dropped[pair[0]] && !dropped[pair[1]] {
				t.Fatalf("of the copies %v both are kept", pair)
			}
		}
	})
}

// A press makes articles and what becomes of them on the wires.
type press struct{ r *rand.Rand }

func (p press) words(n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = string(rune('a'+p.r.IntN(26))) + string(rune('a'+p.r.IntN(26))) + string(rune('a'+p.r.IntN(8)))
	}
	return words
}

// version returns what another outlet makes of a text: cut, continued, patched or left alone.
func (p press) version(words []string) []string {
	v := slices.Clone(words)
	for range p.r.IntN(len(words)/25 + 1) {
		v[p.r.IntN(len(v))] = p.words(1)[0]
	}
	switch n := p.r.IntN(len(words)); p.r.IntN(4) {
	case 0:
		v = v[:max(60, len(v)-n)]
	case 1:
		v = append(v, p.words(n)...)
	case 2:
		at := p.r.IntN(len(v))
		v = slices.Insert(v, at, p.words(n/4)...)
	}
	return v
}

// The index must propose what a comparison of all with all finds.
func TestIndexedPairsAreTheExactPairs(t *testing.T) {
	p := press{rand.New(rand.NewPCG(20, 22))}
	found, known := 0, 0
	for range 100 {
		bodies := make([]body, 0, 48)
		for range 12 {
			words := p.words(60 + p.r.IntN(400))
			bodies = append(bodies, bodyOf(strings.Join(words, " ")))
			for range 3 {
				bodies = append(bodies, bodyOf(strings.Join(p.version(words), " ")))
			}
		}
		fast, exact := indexedPairs(bodies), exactPairs(bodies)
		known += len(exact)
		for _, c := range fast {
			found++
			if !slices.ContainsFunc(exact, func(e Copy) bool { return cmp.Equal(c, e) }) {
				t.Fatalf("%+v is not among the exact pairs", c)
			}
		}
	}
	t.Logf("found %d of %d pairs", found, known)
	if known < 5000 || float64(found) < .9995*float64(known) {
		t.Errorf("found %d of %d pairs", found, known)
	}
}

func TestPairsAreTheExactPairs(t *testing.T) {
	p := press{rand.New(rand.NewPCG(7, 11))}
	rs := make([]*quote.Reading, 0, 18)
	for range 6 {
		words := p.words(60 + p.r.IntN(100))
		rs = append(rs, raw(words), raw(p.version(words)), raw(p.version(words)))
	}
	if diff := cmp.Diff(ExactPairs(rs), Pairs(rs)); diff != "" {
		t.Error(diff)
	}
}

// raw makes a reading that has shingles and nothing else worth reading.
func raw(words []string) *quote.Reading {
	body := strings.Join(words, " ")
	return quote.Read(&article.Article{Raw: body, Text: body})
}

func TestOrderDoesNotMatter(t *testing.T) {
	bodies := []string{
		ferry,
		ferryWith("140 passengers", "160 passengers"),
		ferry + "\n\nThe transport ministry ordered checks of every vessel of the same type, and a union of seafarers welcomed that.",
		ferryWith("“", `"`, "”", `"`),
		"The town council voted to close the old library at the end of the year, the mayor said.",
	}
	relations := func(order []int) map[[2]int]Relation {
		rs := make([]*quote.Reading, 0, len(order))
		for _, i := range order {
			rs = append(rs, reading("Ferry runs aground", bodies[i]))
		}
		found := map[[2]int]Relation{}
		for _, c := range Pairs(rs) {
			a, b, r := order[c.A], order[c.B], c.Relation
			if a > b {
				a, b, r = b, a, mirrored(r)
			}
			found[[2]int{a, b}] = r
		}
		return found
	}
	want := relations([]int{0, 1, 2, 3, 4})
	if len(want) != 6 {
		t.Errorf("found %v", want)
	}
	for _, order := range [][]int{{4, 3, 2, 1, 0}, {2, 0, 4, 1, 3}, {3, 4, 1, 0, 2}} {
		if diff := cmp.Diff(want, relations(order)); diff != "" {
			t.Errorf("order %v: %s", order, diff)
		}
	}
}

// What is kept of a harvest is kept whole when it is looked at again.
func TestDedupOfWhatDedupKeptDropsNothing(t *testing.T) {
	p := press{rand.New(rand.NewPCG(3, 5))}
	rs := make([]*quote.Reading, 0, 24)
	for range 6 {
		words := p.words(80 + p.r.IntN(60))
		for range 4 {
			words = p.version(words)
			rs = append(rs, raw(words))
		}
	}
	kept := keptOf(rs)
	if len(kept) == len(rs) {
		t.Fatal("nothing was dropped")
	}
	if again := keptOf(kept); len(again) != len(kept) {
		t.Errorf("kept %d of the %d that were kept", len(again), len(kept))
	}
}

func keptOf(rs []*quote.Reading) []*quote.Reading {
	dropped := map[int]bool{}
	for _, g := range Groups(Pairs(rs), len(rs)) {
		for _, m := range g.Members[1:] {
			dropped[m] = true
		}
	}
	var kept []*quote.Reading
	for i, r := range rs {
		if !dropped[i] {
			kept = append(kept, r)
		}
	}
	return kept
}

func TestNothingToCompare(t *testing.T) {
	empty := reading("", "")
	if got := Pairs([]*quote.Reading{empty, empty, reading("", "…")}); len(got) != 0 {
		t.Errorf("bodies without words are copies: %v", got)
	}
	if got := Pairs(nil); len(got) != 0 {
		t.Errorf("got %v", got)
	}
	if got := Groups(nil, 3); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

// A text without full stops is one sentence; looking at all of it for every edit
// would take minutes.
func TestLongTextsTakeLinearTime(t *testing.T) {
	p := press{rand.New(rand.NewPCG(1, 2))}
	words := p.words(30_000)
	other := slices.Clone(words)
	for i := 0; i < len(other); i += 7 {
		other[i] = "No 17"
	}
	a, b := reading("", strings.Join(words, " ")), reading("", strings.Join(other, " "))
	if got := Compare(a, b); got.Relation == Identical || got.Jaccard > .5 {
		t.Errorf("got %s, J %.3f", got.Relation, got.Jaccard)
	}
}

func FuzzCompare(f *testing.F) {
	f.Add(ferry, ferryWith("140", "-140"))
	f.Add("The index rose 1,5 points — not “much”.", "The index rose 1.5 points - 'much'.")
	f.Add("市長は12月に辞任した\xff", "市長は11月に辞任しない")
	f.Fuzz(func(t *testing.T, a, b string) {
		ra, rb := reading("", a), reading("", b)
		c := Compare(ra, rb)
		for _, p := range c.Passages {
			inside(t, ra.Text, p.A)
			inside(t, rb.Text, p.B)
		}
		for _, d := range c.Differs {
			inside(t, ra.Text, d.A)
			inside(t, rb.Text, d.B)
			if d.A.Of(ra.Text) != d.From || d.B.Of(rb.Text) != d.To {
				t.Fatalf("difference %+v does not show its words", d)
			}
		}
		if back := Compare(rb, ra); back.Jaccard != c.Jaccard || back.AInB != c.BInA {
			t.Fatal("the measures depend on the order")
		}
	})
}

func inside(t *testing.T, s string, p text.Span) {
	t.Helper()
	if p.Start < 0 || p.End < p.Start || p.End > len(s) {
		t.Fatalf("%v lies outside of %d bytes", p, len(s))
	}
}

func TestOrdinals(t *testing.T) {
	for _, c := range []struct {
		words, lang string
		want        []int
	}{
		{"first-quarter", "en", []int{1}},
		{"The Fourth and twelfth", "en", []int{4, 12}},
		{"firstly, a secondary matter", "en", nil},
		{"im zweiten Quartal", "de", []int{2}},
		{"erst acht Tage", "de", nil},
		{"la première, puis la deuxième", "fr", []int{1, 2}},
		{"seconde", "fr", []int{2}},
		{"el tercer trimestre y la cuarta", "es", []int{3, 4}},
	} {
		if got := ordinals(c.words, c.lang); !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.words, got, c.want)
		}
	}
	a := reading("", "The network maker said that its fiscal first-quarter profit rose on strong sales.")
	b := reading("", "The network maker said that its fiscal fourth-quarter profit rose on strong sales.")
	va, vb := versions(a, b)
	if d := differences(va, vb, edits(a.Text, b.Text), false, false); len(d) != 1 || d[0].Type != "number" {
		t.Errorf("another quarter: %+v", d)
	}
}
