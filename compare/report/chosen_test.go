package report

import (
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare"
)

// sheetOfTwo makes a story of two articles with twelve items of each of some signals; the
// voices stand in the sentences that coverage shows.
func sheetOfTwo() *compare.Report {
	r := storiesOfTwo(1)
	for _, signal := range []string{"headlines", "verbs", "naming", "loaded-words", "voices", coverage, "leads", "independence"} {
		f := compare.Framing{Event: "e1", Signal: signal}
		for i := range 12 {
			said := compare.Said{Text: signal + strings.Repeat(" the ferry ran aground", 9), Spans: []compare.Span{{Start: 100 * i, End: 100*i + 90}}}
			it := compare.FramingItem{Topic: signal, Weight: 0.9 - 0.01*float64(i), Sides: []compare.FramingSide{{Article: "a0", Said: []compare.Said{said}}}}
			if signal == "headlines" || signal == "verbs" {
				it.Sides = append(it.Sides, compare.FramingSide{Article: "b0", Said: []compare.Said{said}})
			}
			f.Items = append(f.Items, it)
		}
		r.Framing = append(r.Framing, f)
	}
	return r
}

// The sheet of two tellings takes about 25 lines at any width, and every item with --all.
func TestSheetIsShort(t *testing.T) {
	for _, width := range []int{80, 100, 140} {
		var out strings.Builder
		if err := Write(&out, sheetOfTwo(), Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		_, sheet, _ := strings.Cut(out.String(), "How the tellings differ")
		if n := strings.Count(sheet, "\n"); n > 25 {
			t.Errorf("width %d: %d lines\n%s", width, n, sheet)
		}
		if !strings.Contains(sheet, "more lines: --all") {
			t.Errorf("width %d: does not say that there is more", width)
		}
	}
	var out strings.Builder
	if err := Write(&out, sheetOfTwo(), Options{All: true}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "more lines") {
		t.Error("--all leaves lines out")
	}
}

// What a voice says is not shown again as found in its article alone.
func TestSheetRepeatsNothing(t *testing.T) {
	v := newView(sheetOfTwo(), Options{})
	for i, items := range v.chosen(v.Framing, 1<<10) {
		if v.Framing[i].Signal == coverage && len(items) > 0 {
			t.Errorf("%d sentences shown twice", len(items))
		}
	}
}
