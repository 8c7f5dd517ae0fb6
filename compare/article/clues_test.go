package article

import (
	"slices"
	"strings"
	"testing"
)

// TestClues holds what removed lines tell of an article's origin.
func TestClues(t *testing.T) {
	page := func(lines ...string) string {
		return strings.Join(slices.Concat(lines[:1], body, lines[1:]), "\n\n")
	}
	for _, test := range []struct {
		name, page, outlet, published string
		authors                       []string
	}{
		{"source with a domain", page("", "source: harbour.example"), "harbour.example", "", nil},
		{"copyright", page("", "Copyright © 2021 The Harbour Times, LLC."), "The Harbour Times", "", nil},
		{"contributors of an outlet", page("", "Jan Berg and Lise Dahl of Harbour Radio contributed to this report."), "Harbour Radio", "", nil},
		{"byline", page("By Jan Berg and Lise Dahl, Harbour Times"), "", "", []string{"Jan Berg", "Lise Dahl"}},
		{"names above the dateline", "Jan Berg\n\nHARBOUR TODAY\n\nNORRVIK — " + strings.Join(body, "\n\n"), "HARBOUR TODAY", "", []string{"Jan Berg"}},
		{"line of publication", page("Published March 2, 2021"), "", "2021-03-02", nil},
		{"date above the text", page("By Jan Berg, Harbour Times\n\nTuesday 2 March 2021, 14.05 GMT"), "", "2021-03-02", []string{"Jan Berg"}},
		{"place and date above the text", page("Norrvik, 2 March 2021"), "", "2021-03-02", nil},
		{"date that opens a list of days", page("", "2 March 2021"), "", "", nil},
		{"dateline with its date", "NORRVIK, March 2, 2021 — " + strings.Join(body, "\n"), "", "2021-03-02", nil},
		{"caption of the week", page("", "The terminal on Tuesday, March 2, 2021. (AP Photo/Jan Berg)"), "", "2021-03-02", nil},
		{"caption of another week", page("", "The terminal on Friday, March 5, 2021. (AP Photo/Jan Berg)"), "", "", nil},
		{"archive picture", page("", "FILE - The terminal on Tuesday, March 2, 1999. (AP Photo/Jan Berg)"), "", "", nil},
		{"source of a chart", "Source: Norrvik Shipping Data\n\n" + page("", ""), "", "", nil},
		{"byline of a box", page("", "By Jan Berg, Harbour Times", body[0]), "", "", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := New(Source{Title: "Ferry terminal to close", Body: test.page})
			if a.Outlet != test.outlet || a.Published != test.published || !slices.Equal(a.Authors, test.authors) {
				t.Errorf("outlet %q, published %q, authors %q; removed %+v", a.Outlet, a.Published, a.Authors, a.Removed)
			}
		})
	}
}

// TestAgencies holds that an agency named on a page is its wire, never its outlet.
func TestAgencies(t *testing.T) {
	text := strings.Join(body, "\n\n")
	for _, test := range []struct{ page, outlet, wire string }{
		{text + "\n\nCopyright 2018 The Associated Press. All rights reserved. This material may not be published.", "", "Associated Press"},
		{text + "\n\n© 2021 Reuters", "", "Reuters"},
		{text + "\n\nJan Berg of The Associated Press contributed to this report.", "", "Associated Press"},
		{"By ASSOCIATED PRESS\n\n" + text, "", "Associated Press"},
		{"By Jan Berg, Associated Press\n\n" + text, "", "Associated Press"},
		{text + "\n\nThe pier on Tuesday. (AP Photo/Jan Berg)", "", ""},
		{text + "\n\nCopyright © 2021 The Harbour Times, LLC.", "The Harbour Times", ""},
	} {
		if a := New(Source{Title: "Ferry terminal to close", Body: test.page}); a.Outlet != test.outlet || a.Wire != test.wire {
			t.Errorf("outlet %q, wire %q, want %q and %q; removed %+v", a.Outlet, a.Wire, test.outlet, test.wire, a.Removed)
		}
	}
	if a := New(Source{Outlet: "harbour.example", Body: text + "\n\nCopyright 2018 The Associated Press."}); a.Outlet != "harbour.example" || a.Wire != "Associated Press" {
		t.Errorf("outlet %q, wire %q", a.Outlet, a.Wire)
	}
}

// TestSentences holds that the headline is one sentence and paragraphs are numbered.
func TestSentences(t *testing.T) {
	a := New(Source{Title: "Ferry to close. For good", Body: "It closed. Nobody came.\n\nIda Holm wept."})
	sentences := a.Sentences()
	got := make([]string, 0, len(sentences))
	for _, s := range sentences {
		got = append(got, string(rune('0'+s.Paragraph))+" "+s.Of(a.Text))
	}
	want := []string{"0 Ferry to close. For good", "1 It closed.", "1 Nobody came.", "2 Ida Holm wept."}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if n := len(a.Paragraphs()); n != 3 {
		t.Errorf("%d paragraphs", n)
	}
}

func TestSentencesWithoutHeadline(t *testing.T) {
	a := New(Source{Body: "It closed."})
	if s := a.Sentences(); len(s) != 1 || s[0].Paragraph != 1 {
		t.Errorf("got %v", s)
	}
}
