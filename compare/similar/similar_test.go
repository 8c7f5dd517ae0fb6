package similar

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
	"pgregory.net/rapid"
)

func read(s article.Source) *quote.Reading { return quote.Read(article.New(s)) }

// The bridge at Kessin falls on a Tuesday; two papers tell it, one more tells of the
// inquiry into another bridge months later, with the same minister.
var (
	bridgeMorning = article.Source{
		Title: "Eleven hurt as Kessin footbridge gives way during market", Outlet: "Morning Courier", Published: "2021-05-04",
		Body: `A footbridge over the Peene at Kessin gave way on Tuesday while the weekly market was at its busiest, and eleven people were hurt, two of them badly.

The wooden span, closed for repairs twice in the past decade, dropped four metres into the river shortly after ten in the morning, the fire brigade said.

“We heard a crack like a rifle shot and then the whole deck simply folded,” said Hanne Wilmers, who sells flowers beside the southern ramp.

Transport minister Jorg Detlefsen broke off a visit to Rostock and travelled to the town. “Nobody should have been allowed to set foot on that bridge this spring,” he told reporters on the bank.

Divers searched the river until the afternoon and found nobody. An engineer of the district had warned in March that the oak piles were rotten.`,
	}
	bridgeEvening = article.Source{
		Title: "Market-day bridge collapse injures eleven in Kessin", Outlet: "Evening Post", Published: "2021-05-05",
		Body: `Eleven people were injured in Kessin when a wooden footbridge collapsed into the river Peene in the middle of market day, firefighters said on Tuesday.

Two of the injured are in a serious condition. Divers combed the water for hours in case anyone had been trapped under the deck, but nobody was missing in the end.

“No one should have been let onto this bridge in the spring,” said the transport minister, Jorg Detlefsen, who cut short a trip to Rostock to visit the scene.

The district's own engineer had reported rotten oak piles in March, and the bridge had been shut for repair work twice over ten years.

Flower seller Hanne Wilmers said she had heard “a crack like a rifle shot” before the span folded.`,
	}
	tunnelInquiry = article.Source{
		Title: "Minister Detlefsen defends tunnel budget before committee", Outlet: "Morning Courier", Published: "2021-11-18",
		Body: `Transport minister Jorg Detlefsen on Thursday defended the rising cost of the Elbe tunnel before the budget committee in Schwerin.

The price has grown from 900 million to 1.4 billion euros since the first contracts were let, according to figures the ministry handed to members of the assembly.

“Concrete has become dearer for everybody, and a tunnel is mostly concrete,” Detlefsen told the committee, which sat for five hours.

Opposition members asked why the ministry had not fixed prices with the builders when it still could. The auditors are expected to report before Christmas.

Work on the second tube is due to begin next summer, and the committee will vote on the money in January.`,
	}
	cheeseFair = article.Source{
		Title: "Goat cheese wins first prize at mountain fair", Outlet: "Alpine Weekly", Published: "2021-05-04",
		Body: `A goat cheese from a farm with only thirty animals has won first prize at the spring fair in Obertal, beating ninety rivals from six valleys.

The judges praised its rind and a taste of hay and walnut. The farmer, Resi Unterholzner, said she had nearly left the wheel at home because of a scratch on one side.

Visitors queued for an hour to taste what was left of it. The fair goes on until Sunday, with a contest for bell ringers and a race for hay carts on the closing day.`,
	}
)

func TestTheSameEventToldTwice(t *testing.T) {
	p := Compare(read(bridgeMorning), read(bridgeEvening))
	if p.Verdict != SameEvent {
		t.Errorf("verdict %s at %.2f, want %s", p.Verdict, p.Probability, SameEvent)
	}
	for _, kind := range []string{"shared quote", "place"} {
		if !slices.ContainsFunc(p.Evidence, func(e Evidence) bool { return e.For && e.Kind == kind }) {
			t.Errorf("no evidence of kind %q in %+v", kind, p.Evidence)
		}
	}
}

func TestVerdicts(t *testing.T) {
	short := article.Source{Title: "Bridge down in Kessin", Body: "A footbridge has collapsed in Kessin, hurting several people."}
	german := article.Source{
		Title: "Elf Verletzte bei Einsturz einer Brücke in Kessin", Language: "de",
		Body: `Beim Einsturz einer hölzernen Fußgängerbrücke über die Peene sind am Dienstag in Kessin elf Menschen verletzt worden, zwei von ihnen schwer. Das teilte die Feuerwehr mit. Verkehrsminister Jorg Detlefsen brach einen Besuch in Rostock ab und fuhr in die Stadt. Taucher suchten den Fluss bis zum Nachmittag ab, fanden aber niemanden mehr.`,
	}
	revised := bridgeMorning
	revised.Body += "\n\nThe market will be held on the town meadow until further notice, the mayor said."
	for _, c := range []struct {
		name string
		a, b article.Source
		want []Verdict
	}{
		{"same minister, other occasion", bridgeMorning, tunnelInquiry, []Verdict{Related, Different}},
		{"nothing in common", bridgeEvening, cheeseFair, []Verdict{Different}},
		{"one sentence", bridgeMorning, short, []Verdict{Unsure}},
		{"both empty", article.Source{}, article.Source{}, []Verdict{Unsure}},
		{"the same article twice", bridgeMorning, bridgeMorning, []Verdict{SameEvent}},
		{"a revision", bridgeMorning, revised, []Verdict{SameEvent}},
		{"two languages", bridgeMorning, german, []Verdict{SameEvent, Unsure, Related, Different}},
		{"no dates", dated(bridgeMorning, ""), dated(bridgeEvening, ""), []Verdict{SameEvent}},
		{"a wrong date", bridgeMorning, dated(bridgeEvening, "2012-01-01"), []Verdict{SameEvent, Unsure}},
		{"no date at all in the field", dated(bridgeMorning, "yesterday"), dated(bridgeEvening, "0000-99-99"), []Verdict{SameEvent}},
		{"a list of twenty events", bridgeMorning, yearInReview(), []Verdict{Related, Different}},
		{"a round-up that mentions it", bridgeMorning, roundUpOf(bridgeMorning), []Verdict{Related, Different}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Compare(read(c.a), read(c.b))
			if !slices.Contains(c.want, p.Verdict) {
				t.Errorf("verdict %s at %.2f, want one of %v", p.Verdict, p.Probability, c.want)
			}
		})
	}
}

func dated(s article.Source, published string) article.Source {
	s.Published = published
	return s
}

// yearInReview lists twenty events, the bridge of Kessin among them.
func yearInReview() article.Source {
	var items []string
	for i, month := range []string{"January", "February", "April", "May", "July"} {
		for _, news := range []string{
			"A ferry ran aground off Skerrivaig with ninety passengers, who were lifted to safety by two helicopters.",
			"Voters in Lusenia threw out the tram tax, and the mayor who had thought of it went back to his vineyard.",
			"The museum of Harrowgate bought back a stolen altar panel for less than the price of its new roof.",
			"Eleven people were hurt in Kessin when a footbridge over the Peene collapsed on market day.",
		} {
			items = append(items, fmt.Sprintf("%s %d: %s", month, 3+4*i, news))
		}
	}
	return article.Source{Title: "The year in twenty events", Body: strings.Join(items, "\n\n")}
}

// roundUpOf makes a page of short items, of which one is the news of s.
func roundUpOf(s article.Source) article.Source {
	first, _, _ := strings.Cut(s.Body, "\n")
	items := []string{
		"Bakers in Lyon have put up the price of a baguette by five cents, blaming flour and electricity, and expect grumbling at the counter.",
		"A court in Osaka fined a karaoke chain for secretly recording customers; the company has apologised and will delete twelve thousand tapes.",
		first,
		"Chess: seventeen-year-old Ilya Brandt drew with black against the champion in round nine and keeps a lead of half a point in Reykjavik.",
		"Scientists in Nairobi have counted flamingos from the air and found a third fewer than five years ago, mostly along drying alkaline lakes.",
		"Shares of the shipping group Norfrakt fell nine percent after a profit warning that pointed to idle container vessels and cheap freight.",
		"An owl delayed trains near Coventry for forty minutes by sitting on a signal; staff coaxed it away using a broom and a sandwich.",
		"Singer Marisol Vega will open the winter season at the opera in Seville with a recital of songs that her grandmother collected.",
	}
	return article.Source{Title: "News in brief", Body: strings.Join(items, "\n\n")}
}

func TestEvidenceSaysWhatSpeaksAgainst(t *testing.T) {
	revised := bridgeMorning
	revised.Title = "Twelve hurt as Kessin footbridge gives way"
	for _, c := range []struct {
		name string
		a, b article.Source
		kind string
	}{
		{"months apart", bridgeMorning, tunnelInquiry, "other day"},
		{"other words for another deed", bridgeMorning, tunnelInquiry, "other deed"},
		{"another town", bridgeEvening, cheeseFair, "other deed"},
		{"one outlet", bridgeMorning, revised, "revision"},
		{"too short", bridgeMorning, article.Source{Body: "It rained."}, "too little text"},
		{"a page of many things", bridgeMorning, roundUpOf(bridgeMorning), "round-up"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Compare(read(c.a), read(c.b))
			if !slices.ContainsFunc(p.Evidence, func(e Evidence) bool { return !e.For && e.Kind == c.kind }) {
				t.Errorf("no evidence of kind %q against: %+v", c.kind, p.Evidence)
			}
		})
	}
}

func TestEventsDoNotDependOnTheOrder(t *testing.T) {
	sources := []article.Source{bridgeMorning, bridgeEvening, tunnelInquiry, cheeseFair, roundUpOf(bridgeEvening)}
	want := eventTitles(sources)
	if len(want) != 1 || len(want[0].Titles) != 2 {
		t.Fatalf("events %v, want the two reports of the bridge", want)
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 10 {
		r.Shuffle(len(sources), func(i, j int) { sources[i], sources[j] = sources[j], sources[i] })
		if diff := cmp.Diff(want, eventTitles(sources)); diff != "" {
			t.Fatalf("shuffled: %s", diff)
		}
	}
}

func readAll(sources []article.Source) []*quote.Reading {
	rs := make([]*quote.Reading, len(sources))
	for i, s := range sources {
		rs[i] = read(s)
	}
	return rs
}

type titled struct{ Titles, Terms []string }

func eventTitles(sources []article.Source) []titled {
	rs := readAll(sources)
	events := Events(rs, Pairs(rs))
	all := make([]titled, 0, len(events))
	for _, e := range events {
		var named titled
		for _, i := range e.Articles {
			named.Titles = append(named.Titles, rs[i].Title)
		}
		named.Terms = e.Terms
		all = append(all, named)
	}
	return all
}

func TestTwoJoinedOnlyByAThirdStayApart(t *testing.T) {
	rs := []*quote.Reading{read(bridgeMorning), read(cheeseFair), read(tunnelInquiry)}
	pairs := []Pair{
		{A: 0, B: 2, Verdict: SameEvent, Probability: 0.9},
		{A: 1, B: 2, Verdict: SameEvent, Probability: 0.8},
		{A: 0, B: 1, Verdict: Different, Probability: 0},
	}
	pairs[1].Probability = 0.49
	events := Events(rs, pairs)
	if len(events) != 1 || !slices.Contains(events[0].Articles, 0) || slices.Contains(events[0].Articles, 1) {
		t.Errorf("events %v, want 0 and 2 alone", events)
	}
}

func TestTooLittleTextMakesNoEvent(t *testing.T) {
	short := article.Source{Body: "A footbridge fell in Kessin."}
	if events := eventTitles([]article.Source{short, {Body: "The bridge at Kessin fell, people said."}, cheeseFair}); len(events) > 0 {
		t.Errorf("events %v, want none", events)
	}
}

func TestPairsFindsAmongManyWhatCompareSees(t *testing.T) {
	sources := slices.Grow([]article.Source{bridgeMorning, bridgeEvening, tunnelInquiry, cheeseFair}, 30)
	for i := range 30 {
		s := cheeseFair
		s.Title = fmt.Sprintf("Fair %d opens with a contest", i)
		sources = append(sources, s)
	}
	rs := readAll(sources)
	for _, p := range Pairs(rs) {
		if p.A == 0 && p.B == 1 {
			whole := Compare(rs[0], rs[1])
			if p.Probability != whole.Probability || p.Similarity != whole.Similarity || p.Verdict != whole.Verdict {
				t.Errorf("Pairs %+v, Compare %+v", p, whole)
			}
			return
		}
	}
	t.Error("the pair is not among the candidates")
}

func TestThousandsOfCopiesStayOneEvent(t *testing.T) {
	rs := make([]*quote.Reading, 0, 600)
	for i := range 600 {
		s := bridgeMorning
		s.Outlet = fmt.Sprintf("Gazette %d", i)
		s.Body += fmt.Sprintf("\n\nPrinted in district %d.", i)
		rs = append(rs, read(s))
	}
	pairs := Pairs(rs)
	if limit := len(rs) * neighbours; len(pairs) > limit {
		t.Errorf("%d pairs of %d copies, want at most %d", len(pairs), len(rs), limit)
	}
	events := Events(rs, pairs)
	if len(events) != 1 || len(events[0].Articles) != len(rs) {
		t.Errorf("%d events, want all copies in one", len(events))
	}
}

func TestHeadlines(t *testing.T) {
	same := Headlines(bridgeMorning.Title, bridgeEvening.Title)
	other := Headlines(bridgeMorning.Title, tunnelInquiry.Title)
	if same <= other || same < Threshold || other >= Threshold {
		t.Errorf("same event %.2f, other %.2f", same, other)
	}
	for _, pair := range [][2]string{{"", ""}, {"\xff\xfe", "“"}, {"x", strings.Repeat("x ", 10000)}} {
		if p := Headlines(pair[0], pair[1]); p < 0 || p > 1 || p != Headlines(pair[1], pair[0]) {
			t.Errorf("Headlines(%.20q, %.20q) = %v", pair[0], pair[1], p)
		}
	}
}

// story draws an article of sentences from a small stock, so that pairs share some.
func story(t *rapid.T, label string) article.Source {
	stock := make([]string, 0, 32)
	for _, s := range []article.Source{bridgeMorning, bridgeEvening, tunnelInquiry, cheeseFair} {
		stock = append(stock, strings.Split(s.Body, "\n\n")...)
	}
	stock = append(stock, "", "“", "\xff broken \xf0 bytes", "1,400 of 3%", "«Non», a-t-il dit.")
	parts := rapid.SliceOfN(rapid.SampledFrom(stock), 0, 8).Draw(t, label)
	return article.Source{
		Title:     rapid.SampledFrom([]string{"", bridgeMorning.Title, cheeseFair.Title, "Live updates"}).Draw(t, label+" title"),
		Published: rapid.SampledFrom([]string{"", "2021-05-04", "2021-05-05T10:00:00Z", "soon"}).Draw(t, label+" date"),
		Outlet:    rapid.SampledFrom([]string{"", "Post", "Courier"}).Draw(t, label+" outlet"),
		Body:      strings.Join(parts, "\n\n"),
	}
}

func TestCompareIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := read(story(t, "a")), read(story(t, "b"))
		there, back := Compare(a, b), Compare(b, a)
		there.Evidence, back.Evidence = nil, nil
		if diff := cmp.Diff(there, back); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestATextIsLikeItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := story(t, "a")
		if got := Compare(read(s), read(s)).Similarity; got != 1 {
			t.Fatalf("similarity to itself %v", got)
		}
	})
}

func FuzzCompare(f *testing.F) {
	f.Add(bridgeMorning.Title, bridgeMorning.Body, bridgeEvening.Body)
	f.Add("“Open", "« « Text \xff\xfe", "”\n\n“x” 1,0,0")
	f.Add("", "", "")
	f.Fuzz(func(t *testing.T, title, one, two string) {
		a, b := read(article.Source{Title: title, Body: one}), read(article.Source{Body: two})
		p := Compare(a, b)
		if p.Probability < 0 || p.Probability > 1 || p.Similarity < 0 || p.Similarity > 1 {
			t.Fatalf("scores out of range: %+v", p)
		}
		for _, e := range p.Evidence {
			for _, s := range e.A {
				if s.Start < 0 || s.End > len(a.Text) || s.Start > s.End {
					t.Fatalf("%s: span %v outside the text", e.Kind, s)
				}
			}
			for _, s := range e.B {
				if s.Start < 0 || s.End > len(b.Text) || s.Start > s.End {
					t.Fatalf("%s: span %v outside the text", e.Kind, s)
				}
			}
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	x, y := read(bridgeMorning), read(bridgeEvening)
	x.Quotes()
	y.Quotes()
	for b.Loop() {
		Compare(x, y)
	}
}

func TestAnUtteranceOfBothVouchesForALikelyPair(t *testing.T) {
	here := article.Source{Body: "Mayor Odile Brandt said on Monday: “We shall rebuild the old pier before the first snow falls on the bay.”"}
	there := article.Source{Body: "“We will rebuild the old pier before the first snow has fallen on the bay,” Mayor Odile Brandt said."}
	silent := article.Source{Body: "The council of the town talked about its budget for three hours and went home."}
	c := NewComparer(readAll([]article.Source{here, there, silent}))
	for _, k := range []struct {
		judged Pair
		want   Verdict
	}{
		{Pair{A: 0, B: 1, Verdict: Related, Probability: sameAt}, SameEvent},
		{Pair{A: 0, B: 1, Verdict: Related, Probability: sameAt - 0.1}, Related},
		{Pair{A: 0, B: 1, Verdict: Unsure, Probability: sameAt}, Unsure},
		{Pair{A: 0, B: 2, Verdict: Related, Probability: sameAt}, Related},
	} {
		p := k.judged
		if c.heed(&p); p.Verdict != k.want {
			t.Errorf("%+v became %s, want %s", k.judged, p.Verdict, k.want)
		}
	}
}
