package main

import (
	"math"
	"testing"

	"github.com/storydiff/storydiff/compare/text"
)

func closeTo(t *testing.T, name string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9 {
		t.Errorf("%s is %v, want %v", name, got, want)
	}
}

func TestAveragePrecision(t *testing.T) {
	ranked := []scored{{.9, true}, {.8, false}, {.7, true}, {.1, false}}
	closeTo(t, "average precision", averagePrecision(ranked), 1.0/2+2.0/3/2)

	// Of three with one score two are right: precision 2/3 when all recall is gained.
	tied := []scored{{.5, true}, {.5, false}, {.5, true}}
	closeTo(t, "average precision of ties", averagePrecision(tied), 2.0/3)

	closeTo(t, "average precision of nothing right", averagePrecision([]scored{{.5, false}}), 0)
}

func TestBestF1(t *testing.T) {
	items := []scored{{.9, true}, {.8, false}, {.7, true}, {.1, false}}
	f1, threshold := bestF1(items)
	closeTo(t, "best F1", f1, .8) // three taken, two right, none missed: 4/5
	closeTo(t, "its threshold", threshold, .7)
	closeTo(t, "F1 at .8", f1At(items, .8), .5)
	closeTo(t, "F1 at the best threshold", f1At(items, threshold), f1)
}

func TestBCubed(t *testing.T) {
	gold := []string{"a", "a", "a", "b"}
	closeTo(t, "perfect groups", bcubed([]int{1, 1, 1, 2}, gold), 1)

	// All in one group: precision (3·3/4 + 1/4)/4 = 10/16, recall 1.
	closeTo(t, "one group", bcubed([]int{7, 7, 7, 7}, gold), 2*.625/1.625)

	// Each alone: precision 1, recall (3·1/3 + 1)/4 = 1/2.
	closeTo(t, "groups of one", bcubed([]int{1, 2, 3, 4}, gold), 2.0/3)
}

func TestCalibrationError(t *testing.T) {
	bins := reliability([]scored{{.95, true}, {.95, true}, {.95, false}, {.95, true}, {.15, false}, {1, true}})
	// Bin .9–1: mean score 4.8/5, rate 4/5; bin .1–.2: .15 against 0.
	closeTo(t, "calibration error", calibrationError(bins), (5*(.96-.8)+.15)/6)
	closeTo(t, "calibration error of nothing", calibrationError(reliability(nil)), 0)
}

func TestPearson(t *testing.T) {
	closeTo(t, "a line", pearson([]float64{1, 2, 3}, []float64{5, 7, 9}), 1)
	closeTo(t, "a falling line", pearson([]float64{1, 2, 3}, []float64{9, 7, 5}), -1)
	closeTo(t, "by hand", pearson([]float64{1, 2, 3}, []float64{1, 3, 2}), .5)
	closeTo(t, "a constant", pearson([]float64{1, 2}, []float64{4, 4}), 0)
}

func TestCounts(t *testing.T) {
	c := counts{hits: 6, false: 2, missed: 4}
	closeTo(t, "precision", c.precision(), .75)
	closeTo(t, "recall", c.recall(), .6)
	closeTo(t, "F1", c.f1(), 2*.75*.6/1.35)
	closeTo(t, "F1 of nothing", counts{}.f1(), 0)
}

func TestExactQuotes(t *testing.T) {
	span := func(a, b int) text.Span { return text.Span{Start: a, End: b} }
	gold := []piece{{Span: span(0, 10), quoted: true}, {Span: span(20, 60)}, {Span: span(70, 80), quoted: true}, {Span: span(90, 99)}}
	var c counts
	c.compareExact([]text.Span{
		span(0, 10),  // right
		span(30, 40), // a fragment of reported speech: left out
		span(62, 66), // in no content: wrong
		span(69, 80), // not quite
		span(90, 99), // a content whose marks the gold does not know: left out
	}, gold)
	if c != (counts{hits: 1, false: 2, missed: 1}) {
		t.Errorf("got %+v", c)
	}
}

func TestOverlappingContents(t *testing.T) {
	gold := []piece{{Span: text.Span{Start: 0, End: 10}}, {Span: text.Span{Start: 20, End: 30}}}
	var c counts
	c.compareOverlap([]text.Span{{Start: 5, End: 15}, {Start: 21, End: 24}}, gold)
	if c != (counts{hits: 1, false: 1, missed: 1}) {
		t.Errorf("got %+v", c) // the second guess covers a third of its piece
	}
}

func TestStretches(t *testing.T) {
	for s, want := range map[string][]string{
		`He said "yes" and “no, never”.`:            {"yes", "no, never"},
		"Sie nannte es „Gesindel“ und »Unsinn«.":    {"Gesindel", "Unsinn"},
		"“It goes on.\n“And here it ends,” he said": {"And here it ends,"},
		"“Nothing closes this":                      nil,
	} {
		var got []string
		for _, p := range stretches(s) {
			got = append(got, p.Of(s))
		}
		if len(got) != len(want) {
			t.Errorf("%q: got %q", s, got)
			continue
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%q: got %q", s, got)
			}
		}
	}
}

func TestTrim(t *testing.T) {
	s := ` “We won’t sell (yet),” `
	if got := trim(s, text.Span{Start: 0, End: len(s)}).Of(s); got != "We won’t sell (yet" {
		t.Errorf("got %q", got)
	}
	if got := trim("—", text.Span{Start: 0, End: len("—")}); got.Len() != 0 {
		t.Errorf("got %v", got)
	}
}

func TestWordLinks(t *testing.T) {
	links := sameWords([]string{"the", "port", "will", "close"}, []string{"the", "old", "port", "closes"})
	var c counts
	c.compareLinks(links, [][2]int{{0, 0}, {1, 2}, {3, 3}})
	if c != (counts{hits: 2, missed: 1}) {
		t.Errorf("got %+v from %v", c, links)
	}
}

func TestLoadedWords(t *testing.T) {
	var c counts
	c.compareWords([]string{"slammed", "regime"}, []string{"slammed", "radical agenda"})
	if c != (counts{hits: 1, false: 1, missed: 2}) {
		t.Errorf("got %+v", c)
	}
}

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		name, gold string
		want       bool
	}{
		{"Ana Reyes", "Ana Reyes", true},
		{"Reyes", "Ana Reyes", true},
		{"Mayor Ana Reyes", "Ana Reyes", true},
		{"Ana Ortiz", "Ana Reyes", false},
		{"Chinese Ministry of Foreign Affairs", "Russian Defence Ministry", false},
		{"China’s Foreign Ministry", "Chinese Foreign Ministry", true},
		{"the United States", "United States", true},
		{"", "Ana Reyes", false},
	} {
		if got := sameName(c.name, c.gold); got != c.want {
			t.Errorf("%q for %q: %v", c.name, c.gold, got)
		}
	}
}

func TestFoldedTextFindsWords(t *testing.T) {
	s := "He said: “It’s  ‘over’”, twice: \"it's 'over'\"."
	found := foldMarks(s).find("'over'")
	if len(found) != 2 || found[0].Of(s) != "‘over’" || found[1].Of(s) != "'over'" {
		t.Errorf("found %v", found)
	}
	if got := foldMarks(s).find("s ‘over"); len(got) != 2 || got[0].Of(s) != "s  ‘over" {
		t.Errorf("found %v", got)
	}
}

func TestTFIDF(t *testing.T) {
	v := tfidf([]string{"the port burned", "the port closed", "the match ended"})
	if near, far := cosine(v[0], v[1]), cosine(v[0], v[2]); near <= far || far != 0 {
		t.Errorf("cosines %v and %v", near, far)
	}
	closeTo(t, "cosine of a text and itself", cosine(v[0], v[0]), 1)
}
