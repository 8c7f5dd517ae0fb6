package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare"
)

// Many stories are listed, a few are told in full.
func TestOverviewOfManyStoriesIsAList(t *testing.T) {
	for _, c := range []struct {
		stories int
		all     bool
		lists   bool
	}{{storiesInFull, false, false}, {storiesInFull + 1, false, true}, {storiesInFull + 1, true, false}} {
		var out strings.Builder
		if err := Write(&out, storiesOfTwo(c.stories), Options{Format: Table, All: c.all}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(out.String(), "what makes it one"); got != c.lists {
			t.Errorf("%d stories, all %v: a list %v, want %v", c.stories, c.all, got, c.lists)
		}
		if !strings.Contains(out.String(), fmt.Sprintf("%d stories", c.stories)) {
			t.Errorf("%d stories: the summary does not say so:\n%s", c.stories, out.String())
		}
	}
}

// An event is told by the headline that holds most of its words, and names a dozen of
// its articles.
func TestEventIsToldByItsTypicalHeadline(t *testing.T) {
	r := storiesOfTwo(1)
	r.Articles[1].Title = "Ferry runs aground off Lunten in fog"
	r.Events[0].Terms = []string{"Lunten", "ferry", "fog"}
	for i := range 20 {
		id := fmt.Sprintf("more%d", i)
		r.Articles = append(r.Articles, compare.Article{ID: id, Label: "Paper " + id})
		r.Events[0].Articles = append(r.Events[0].Articles, id)
	}
	var out strings.Builder
	if err := Write(&out, r, Options{Format: Table, Only: []string{Events}, Width: 140}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"A      Ferry runs aground off Lunten in fog", "Lunten, ferry, fog", "and 10 more: --all"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing:\n%s", want, out.String())
		}
	}
}

// storiesOfTwo makes a report of stories that two articles each tell.
func storiesOfTwo(n int) *compare.Report {
	r := &compare.Report{}
	for i := range n {
		a, b := fmt.Sprintf("a%d", i), fmt.Sprintf("b%d", i)
		r.Articles = append(r.Articles, compare.Article{ID: a, Label: a, Title: "Harbour news"}, compare.Article{ID: b, Label: b})
		r.Events = append(r.Events, compare.Event{ID: fmt.Sprintf("e%d", i+1), Articles: []string{a, b}, Terms: []string{"harbour"}})
	}
	return r
}
