package report

import (
	"slices"
	"testing"

	"github.com/storydiff/storydiff/compare"
)

// TestBonds holds that what several pairs have in common is told once, of all articles
// that have it.
func TestBonds(t *testing.T) {
	quoted := func(note string, a, b compare.Span) compare.Evidence {
		return compare.Evidence{For: true, Kind: "shared quote", Note: note, Weight: 0.9, A: []compare.Span{a}, B: []compare.Span{b}}
	}
	r := &compare.Report{
		Articles: []compare.Article{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}},
		Pairs: []compare.Pair{
			{A: "a", B: "b", Evidence: []compare.Evidence{
				quoted("both print “we will rebuild”", compare.Span{Start: 10, End: 30}, compare.Span{Start: 5, End: 25}),
				{For: true, Kind: "name", Note: "both name Averno", Weight: 0.4, A: []compare.Span{{Start: 12, End: 18}}, B: []compare.Span{{Start: 7, End: 13}}},
				{For: true, Kind: "passage", Note: "both say, word for word: “that we will rebuild”", Weight: 0.6, A: []compare.Span{{Start: 4, End: 30}}, B: []compare.Span{{Start: 0, End: 25}}},
				{For: true, Kind: "passage", Note: "both say, word for word: “the bridge fell at dawn”", Weight: 0.3, A: []compare.Span{{Start: 60, End: 90}}, B: []compare.Span{{Start: 70, End: 100}}},
			}},
			{A: "a", B: "c", Evidence: []compare.Evidence{
				quoted("both quote Ines Marchetti: “we will rebuild it”", compare.Span{Start: 10, End: 33}, compare.Span{Start: 50, End: 70}),
				{Kind: "other day", Note: "Monday here, Tuesday there", Weight: 1},
			}},
			{A: "a", B: "d", Evidence: []compare.Evidence{quoted("outside the event", compare.Span{Start: 40, End: 50}, compare.Span{Start: 1, End: 9})}},
		},
	}
	bonds := newView(r, Options{}).bonds(compare.Event{Articles: []string{"a", "b", "c"}})
	got := bondWords(bonds)
	want := []string{"3 articles print “we will rebuild”", "both name Averno", "both say, word for word: “the bridge fell at dawn”"}
	if !slices.Equal(got, want) {
		t.Errorf("bonds %q, want %q", got, want)
	}
}
