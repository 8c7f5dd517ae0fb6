package compare_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/storydiff/storydiff/compare"
	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/ingest"
	"github.com/storydiff/storydiff/seeds"
)

// samples returns the articles of seeds.
func samples(t testing.TB) []*article.Article {
	t.Helper()
	o := ingest.Options{FS: seeds.FS}
	inputs, err := ingest.Inputs([]string{"."}, o)
	if err != nil {
		t.Fatal(err)
	}
	return articlesOf(t, inputs, o)
}

func articlesOf(t testing.TB, inputs []ingest.Input, o ingest.Options) []*article.Article {
	t.Helper()
	var all []*article.Article
	for a, err := range ingest.Read(context.Background(), inputs, o) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	return all
}

func report(t testing.TB, articles []*article.Article) *compare.Report {
	t.Helper()
	r, err := compare.Articles(context.Background(), articles, compare.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func encoded(t testing.TB, r *compare.Report) []byte {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The same articles give the same bytes, whatever their order and the number of cores.
func TestOrderAndCoresShowNowhere(t *testing.T) {
	want := encoded(t, report(t, samples(t)))
	r := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		shuffled := samples(t)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		runtime.GOMAXPROCS(1 + r.IntN(4))
		got := encoded(t, report(t, shuffled))
		if !bytes.Equal(got, want) {
			t.Fatalf("the order of the inputs shows:\n%s", cmp.Diff(string(want), string(got)))
		}
	}
	runtime.GOMAXPROCS(runtime.NumCPU())
}

// The samples hold one event, told by six articles, two of them copies.
func TestSamples(t *testing.T) {
	r := report(t, samples(t))
	label := map[string]string{}
	for _, a := range r.Articles {
		label[a.ID] = a.Path
	}
	var events [][]string
	for _, e := range r.Events {
		var members []string
		for _, id := range e.Articles {
			members = append(members, label[id])
		}
		slices.Sort(members)
		events = append(events, members)
	}
	want := [][]string{{
		"atlantic-ledger-samarkand.txt", "harbour-radio-samarkand-brief.txt", "lakeside-tribune-samarkand-wire.txt",
		"northern-herald-samarkand.txt", "steppe-post-samarkand-update.txt", "steppe-post-samarkand.txt",
	}}
	if diff := cmp.Diff(want, events); diff != "" {
		t.Error(diff)
	}
}

// An article and itself are as alike as can be, and identical.
func TestSelf(t *testing.T) {
	for _, a := range samples(t) {
		p := report(t, []*article.Article{a, a}).Pairs[0]
		if p.Similarity != 1 || p.Copy.Relation != "identical" || p.Copy.Jaccard != 1 {
			t.Errorf("%s with itself: similarity %v, %s, Jaccard %v", a.Path, p.Similarity, p.Copy.Relation, p.Copy.Jaccard)
		}
	}
}

// Every place in a report lies inside its article and holds the words it claims.
func TestPlacesHoldTheirWords(t *testing.T) {
	r := report(t, samples(t))
	texts := map[string][]rune{}
	for _, a := range r.Articles {
		texts[a.ID] = []rune(a.Text)
	}
	holds := func(id string, s compare.Span, words string) {
		t.Helper()
		if s.Start < 0 || s.End > len(texts[id]) || s.Start > s.End {
			t.Fatalf("%v lies outside article %s of %d code points", s, id, len(texts[id]))
		}
		if got := string(texts[id][s.Start:s.End]); words != "" && got != words {
			t.Errorf("article %s at %v holds %q, not %q", id, s, got, words)
		}
	}
	for _, q := range r.Quotes {
		holds(q.Article, compare.Span{Start: q.Start, End: q.End}, q.Text)
		if q.Speaker.Start != nil {
			holds(q.Article, compare.Span{Start: *q.Speaker.Start, End: *q.Speaker.End}, q.Speaker.AsWritten)
		}
	}
	for _, u := range r.Utterances {
		for _, v := range u.Variants {
			holds(v.Article, compare.Span{Start: v.Start, End: v.End}, v.Text)
			for _, c := range v.Changes {
				holds(u.Variants[u.Fullest].Article, c.FromAt, c.From)
				holds(v.Article, c.ToAt, c.To)
			}
		}
	}
	for _, p := range r.Pairs {
		for _, e := range p.Evidence {
			for _, s := range e.A {
				holds(p.A, s, "")
			}
			for _, s := range e.B {
				holds(p.B, s, "")
			}
		}
	}
	for _, f := range r.Framing {
		for _, it := range f.Items {
			for _, s := range it.Sides {
				for _, w := range s.Said {
					for _, at := range w.Spans {
						holds(s.Article, at, "")
					}
				}
			}
		}
	}
}

// The edits of every variant rebuild its words and those of the fullest one.
func TestEditsRebuildBothWordings(t *testing.T) {
	r := report(t, samples(t))
	texts := map[string][]rune{}
	for _, a := range r.Articles {
		texts[a.ID] = []rune(a.Text)
	}
	for _, u := range r.Utterances {
		ref := u.Variants[u.Fullest]
		for i, v := range u.Variants {
			if i == u.Fullest {
				continue
			}
			var as, bs []compare.Span
			for _, e := range v.Edits {
				as, bs = append(as, e.A), append(bs, e.B)
			}
			if got := rebuilt(texts[ref.Article], as); got != ref.Text {
				t.Errorf("edits give %q, not %q", got, ref.Text)
			}
			if got := rebuilt(texts[v.Article], bs); got != v.Text {
				t.Errorf("edits give %q, not %q", got, v.Text)
			}
		}
	}
}

// rebuilt joins the words at the spans in the order of the text.
func rebuilt(text []rune, spans []compare.Span) string {
	slices.SortStableFunc(spans, func(x, y compare.Span) int { return x.Start - y.Start })
	var out []rune
	for _, s := range spans {
		out = append(out, text[s.Start:s.End]...)
	}
	return string(out)
}

// What is not compared changes nothing about the quotes.
func TestQuotesOnly(t *testing.T) {
	whole := report(t, samples(t))
	r, err := compare.Articles(t.Context(), samples(t), compare.Options{QuotesOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(r.Quotes, whole.Quotes) || len(r.Quotes) == 0 {
		t.Error("other quotes than in the whole report")
	}
	if len(r.Pairs)+len(r.Events)+len(r.Utterances)+len(r.Copies) > 0 {
		t.Error("more than quotes")
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := compare.Articles(ctx, samples(t), compare.Options{}); err == nil {
		t.Error("no error from a cancelled context")
	}
}

func TestNoArticles(t *testing.T) {
	r := report(t, nil)
	if len(r.Articles)+len(r.Pairs)+len(r.Events) != 0 {
		t.Errorf("something came of nothing: %+v", r)
	}
}

// BenchmarkArticles compares the nine samples, and the five real articles of ../shared
// where they are at hand, reading included.
func BenchmarkArticles(b *testing.B) {
	b.Run("samples", func(b *testing.B) {
		for b.Loop() {
			report(b, samples(b))
		}
	})
	b.Run("shared seeds", func(b *testing.B) {
		inputs, err := ingest.Inputs([]string{"../../shared/seeds"}, ingest.Options{})
		if err != nil {
			b.Skip("needs ../shared, which is not beside this checkout")
		}
		for b.Loop() {
			report(b, articlesOf(b, inputs, ingest.Options{}))
		}
	})
}

// One address under two names is one telling.
func TestOneAddressIsOneOutlet(t *testing.T) {
	a, b := samples(t)[0], samples(t)[0]
	a.Outlet, a.URL = "Morning Courier", "https://courier.example/pier"
	b.Outlet, b.URL = "courier.example", a.URL
	both := []*article.Article{a, b}
	if r := report(t, both); len(r.Events) != 1 || len(r.Events[0].Outlets) != 1 {
		t.Errorf("events %+v, want one told by one outlet", r.Events)
	}
	b.URL = "https://herald.example/pier"
	if r := report(t, both); len(r.Events) != 1 || len(r.Events[0].Outlets) != 2 {
		t.Errorf("events %+v, want one told by two outlets", r.Events)
	}
}
