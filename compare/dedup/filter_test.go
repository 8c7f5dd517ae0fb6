package dedup

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/storydiff/storydiff/bench/mutate"
	"github.com/storydiff/storydiff/compare/text"
)

// filtered returns the decisions on texts, and which were kept.
func filtered(t *testing.T, o FilterOptions, all []Text) (decisions []Decision, kept []Text) {
	t.Helper()
	f := NewFilter(o)
	for _, one := range all {
		d, err := f.Decide(Prepare(one, 0))
		if err != nil {
			t.Fatal(err)
		}
		if !d.Drop {
			kept = append(kept, one)
		}
		decisions = append(decisions, d)
	}
	return decisions, kept
}

func TestFilterDropsWhatHasNothingOfItsOwn(t *testing.T) {
	const title = "Ferry runs aground off Portville"
	first, last := ferry[:strings.LastIndex(ferry, "\n\n")], ferry[strings.LastIndex(ferry, "\n\n"):]
	for name, c := range map[string]struct {
		title, body string
		drop        bool
		reason      Reason
		strict      bool // dropped by --strict
	}{
		"the same":                  {title, ferry, true, NothingOwn, true},
		"straight marks":            {title, ferryWith("“", `"`, "”", `"`, "—", "-"), true, NothingOwn, true},
		"another headline":          {"Nobody hurt as ferry hits breakwater", ferry, true, NothingOwn, true},
		"cut from below":            {title, first, true, NothingOwn, true},
		"a changed number":          {title, ferryWith("140 passengers", "160 passengers"), false, FactsDiffer, true},
		"a changed sign":            {title, ferryWith("140 passengers", "-140 passengers"), false, OwnParagraph, true},
		"a changed name":            {title, ferryWith("Ana Reyes", "Pablo Stone"), false, FactsDiffer, true},
		"a negation gone":           {title, ferryWith("will not speculate", "will speculate"), false, FactsDiffer, true},
		"cut, with a changed name":  {title, strings.Replace(first, "Ana Reyes", "Pablo Stone", 1), false, FactsDiffer, true},
		"continued":                 {title, ferry + " Its crew was praised by islanders who had watched the rescue from the pier, and a fund was set up for them by the town in the evening, said the mayor. More ships are expected to be looked at by the end of the month by inspectors.", false, SaysMore, false},
		"with a paragraph":          {title, first + "\n\nThe mayor thanked the crew." + last, false, OwnParagraph, true},
		"a quote reworded":          {title, ferryWith("We will not speculate about the cause", "We do not want to guess what the cause was"), false, OwnParagraph, true},
		"unrelated":                 {"Council closes library", "The town council voted to close the old library at the end of the year because the roof leaks.", false, NoneAlike, false},
		"one long sentence shorter": {title, ferryWith(", and all of them left it by noon", ""), true, NothingOwn, true},
	} {
		pair := []Text{{Title: title, Body: ferry, Language: "en"}, {Title: c.title, Body: c.body, Language: "en"}}
		d, _ := filtered(t, FilterOptions{}, pair)
		if got := d[1]; got.Drop != c.drop || got.Reason != c.reason {
			t.Errorf("%s: drop %v (%s, %s, J %.3f, in %.3f, own %q), want %v (%s)", name, got.Drop, got.Relation, got.Reason, got.Jaccard, got.InOf, got.Own, c.drop, c.reason)
		}
		d, _ = filtered(t, FilterOptions{Strict: true}, pair)
		if d[1].Drop != c.strict {
			t.Errorf("%s: --strict drops: %v, %s", name, d[1].Drop, d[1].Relation)
		}
	}
}

func TestMarked(t *testing.T) {
	for p, want := range map[string][]string{
		`He called it "a very bad idea" and left.`:          {"a very bad idea"},
		"« Ce n’est pas vrai », dit-elle.":                  {" Ce n’est pas vrai "},
		"„Das ist nicht wahr“, sagte sie. „Nein.“":          {"Das ist nicht wahr"},
		`a stray" mark, then "more than two words"`:         {"more than two words"},
		`“We will go on, and this paragraph stays open.`:    {"We will go on, and this paragraph stays open."},
		`the so-called "template"`:                          nil,
		"":                                                  nil,
		"ends with a mark that opens nothing and is last “": nil,
	} {
		var got []string
		for _, q := range marked("\n"+p, text.Span{Start: 1, End: 1 + len(p)}) {
			got = append(got, q.Of("\n"+p))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", p, got, want)
		}
	}
}

// harvest makes articles, many of them versions of one another.
func (p press) harvest(n int) []Text {
	var all []Text
	for len(all) < n {
		words := p.words(60 + p.r.IntN(120))
		for range 1 + p.r.IntN(4) {
			all = append(all, Text{Body: paragraphs(words), Language: "en"})
			if p.r.IntN(3) > 0 {
				words = p.version(words)
			}
		}
	}
	p.r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// paragraphs sets words in sentences and these in paragraphs.
func paragraphs(words []string) string {
	var b strings.Builder
	for i, w := range words {
		switch {
		case i == 0:
		case i%30 == 0:
			b.WriteString(".\n\n")
		case i%10 == 0:
			b.WriteString(". ")
		default:
			b.WriteString(" ")
		}
		b.WriteString(w)
	}
	return b.String() + "."
}

func TestFilteringWhatAFilterKeptDropsNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := press{rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1))}
		o := FilterOptions{Strict: rapid.Bool().Draw(rt, "strict")}
		_, kept := filtered(t, o, p.harvest(24))
		if _, again := filtered(t, o, kept); len(again) != len(kept) {
			rt.Fatalf("kept %d of the %d that were kept", len(again), len(kept))
		}
	})
}

// mutated makes a harvest of articles and what other outlets made of them, flashes of a
// few words left out: their sketches may not tell that another text holds them.
func mutated(p *mutate.Press, n int) []Text {
	var all []Text
	for len(all) < n {
		versions := []mutate.Article{p.Article()}
		for range p.Number(4) {
			versions = append(versions, p.Version(versions[p.Number(len(versions))]))
		}
		for _, v := range versions {
			if len(strings.Fields(v.Body())) < 2*(narrowWindow+4) {
				continue
			}
			at := p.Number(len(all) + 1)
			all = slices.Insert(all, at, Text{Title: v.Title, Body: v.Body(), Language: "en"})
		}
	}
	return all
}

// The index may not change a decision: comparing with all kept gives the same ones. Nor
// may it matter where texts are kept.
func TestDecisionsAreThoseOfAnExactFilter(t *testing.T) {
	p := mutate.New(21)
	relations := map[Relation]int{}
	total := 0
	for range 60 {
		all := mutated(p, 60)
		var spool memory
		fast, _ := filtered(t, FilterOptions{Spool: &spool}, all)
		exact, _ := filtered(t, FilterOptions{Exact: true}, all)
		if diff := cmp.Diff(exact, fast); diff != "" {
			t.Fatal(diff)
		}
		for _, d := range fast {
			total++
			relations[d.Relation]++
		}
	}
	t.Log(total, relations)
	for _, r := range []Relation{Identical, Cosmetic, Republished, Shortened, Extended, Update, Template} {
		if relations[r] < total/500 {
			t.Errorf("of %d articles %d were %s", total, relations[r], r)
		}
	}
}

// memory is a spool for tests.
type memory struct {
	lock sync.Mutex
	data bytes.Buffer
}

func (m *memory) Write(p []byte) (int, error) {
	m.lock.Lock()
	defer m.lock.Unlock()
	return m.data.Write(p)
}

func (m *memory) ReadAt(p []byte, at int64) (int, error) {
	m.lock.Lock()
	defer m.lock.Unlock()
	return copy(p, m.data.Bytes()[at:]), nil
}

// Texts are read back whether they wait to be written, are being written, or lie in the spool.
func TestTextsAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		held := texts{past: nothing{}, spool: &memory{}}
		sizes := rapid.SliceOfN(rapid.IntRange(0, tailBytes/3), 1, 30).Draw(t, "sizes")
		for i, n := range sizes {
			if err := held.add(Text{Title: strconv.Itoa(i), Body: strings.Repeat("x", n), Language: "en"}); err != nil {
				t.Fatal(err)
			}
			k := rapid.IntRange(0, i).Draw(t, "back")
			got, err := held.at(k)
			if want := (Text{Title: strconv.Itoa(k), Body: strings.Repeat("x", sizes[k]), Language: "en"}); err != nil || got != want {
				t.Fatalf("text %d of %d: %v", k, i, err)
			}
		}
	})
}

// full is a spool on a disk without room.
type full struct{ memory }

func (*full) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestAFullSpoolIsAFault(t *testing.T) {
	f := NewFilter(FilterOptions{Spool: &full{}})
	for i := range 30 {
		if _, err := f.Decide(Prepare(Text{Body: strconv.Itoa(i) + strings.Repeat("x", tailBytes/5)}, 0)); err != nil {
			return
		}
	}
	t.Error("nothing was said of the spool")
}

// What is dropped was held by an article kept before it.
func TestDroppedArticlesAreHeld(t *testing.T) {
	p := press{rand.New(rand.NewPCG(13, 21))}
	for range 20 {
		all := p.harvest(40)
		decisions, kept := filtered(t, FilterOptions{}, all)
		for i, d := range decisions {
			if !d.Drop {
				continue
			}
			c := Compare(Text{Body: kept[d.Of].Body}.reading(), all[i].reading())
			if c.Jaccard != d.Jaccard || c.BInA != d.InOf || c.Jaccard < republished && c.BInA < minContainment || len(c.Differs) > 0 {
				t.Fatalf("%+v was dropped, but %+v", d, c)
			}
		}
	}
}

func TestWindow(t *testing.T) {
	f := NewFilter(FilterOptions{Window: 30})
	for _, c := range []struct {
		day  int
		drop bool
	}{
		{100, false},
		{130, true},
		{131, false},
		{0, true},
		{161, true},
		{170, false},
		{72, true},
		{60, false},
		{45, true},
		{145, true}, // out of order
	} {
		d, err := f.Decide(Prepare(Text{Body: ferry}, c.day))
		if err != nil || d.Drop != c.drop {
			t.Errorf("day %d: drop %v, %v", c.day, d.Drop, err)
		}
	}
}

// Texts made to share their fingerprints cost no more than a few comparisons each.
func TestHostileTextsTakeLinearTime(t *testing.T) {
	p := press{rand.New(rand.NewPCG(34, 55))}
	frame := p.words(300)
	var all []Text
	for range 400 {
		words := slices.Clone(frame)
		for i := 0; i < len(words); i += 12 { // so that J lies about the least that counts
			words[i] = p.words(1)[0]
		}
		all = append(all, Text{Body: paragraphs(words), Language: "en"}, Text{Body: strings.Repeat("ha ", 3000), Language: "en"})
	}
	f := NewFilter(FilterOptions{})
	most := 0
	for _, one := range all {
		s := Prepare(one, 0)
		if found := f.index.Find(s.sketch); len(found) > most {
			most = len(found)
		}
		if _, err := f.Decide(s); err != nil {
			t.Fatal(err)
		}
	}
	if limit := LongestChain * int(1/minShared); most > limit {
		t.Errorf("compared with up to %d others, want at most %d", most, limit)
	}
}

// One article may be as long as all others together: its measures and its relation take
// n log n time.
func TestHugeArticle(t *testing.T) {
	p := mutate.New(8)
	var b strings.Builder
	for b.Len() < 4<<20 {
		b.WriteString(p.Article().Body())
		b.WriteString("\n\n")
	}
	huge := b.String()
	middle := strings.LastIndex(huge[:len(huge)/2], "\n\n")
	other := huge[:middle] + "\n\nThe harbour closed at 17 minutes past four on Monday." + huge[middle:]
	decisions, _ := filtered(t, FilterOptions{}, []Text{{Body: huge, Language: "en"}, {Body: other, Language: "en"}, {Body: huge, Language: "en"}})
	if decisions[1].Drop || decisions[1].Reason != OwnParagraph || !decisions[2].Drop {
		t.Errorf("%+v", decisions[1:])
	}
}
