package ingest

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/storydiff/storydiff/compare/article"
)

const markdownFile = `---
title: "Ferry to *close*"
date: 2021-03-02
author: [Ida Holm, Jan Berg]
url: https://harbour.example/ferry
publisher: Harbour Times
tags:
  - ferry
  - board
---

![The old terminal](terminal.jpg "Norrvik")

The harbour board voted on **Tuesday** to close
the [old ferry terminal](https://harbour.example/terminal), it said.[^1]

## What the islanders say

> “We were _not_ asked,” said Ida Holm.

* The first boat leaves at 6.
* The last at 23.

` + "```go\nfmt.Println(1)\n```\n" + `
Snake_case_names, 5 * 3 * 2 and \*stars\* stay; ` + "`code`" + ` loses its marks&nbsp;too.<br>

[1]: https://harbour.example/notes
[^1]: In a note on Monday.
`

func TestMarkdown(t *testing.T) {
	files := fstest.MapFS{"a.txt": {Data: []byte(markdownFile)}}
	articles, errs := readAllOf(Options{FS: files}, "a.txt")
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	a := articles[0]
	if a.Title != "Ferry to close" || a.Published != "2021-03-02" || a.URL != "https://harbour.example/ferry" ||
		a.Outlet != "Harbour Times" || !slices.Equal(a.Authors, []string{"Ida Holm", "Jan Berg"}) {
		t.Errorf("%+v", a)
	}
	want := []string{
		"The harbour board voted on Tuesday to close the old ferry terminal, it said.",
		"What the islanders say",
		"“We were not asked,” said Ida Holm.",
		"The first boat leaves at 6.",
		"The last at 23.",
		"Snake_case_names, 5 * 3 * 2 and *stars* stay; code loses its marks too.",
		"In a note on Monday.",
	}
	if got := strings.Split(a.Text[a.BodyStart:], "\n\n"); !slices.Equal(got, want) {
		t.Errorf("body\n%s", strings.Join(got, "\n"))
	}
	if !slices.Contains(a.Notes, "left out of the Markdown: 1 of code, 1 of pictures") {
		t.Errorf("notes %q", a.Notes)
	}
}

func TestMarkdownForms(t *testing.T) {
	for _, test := range []struct{ name, file, title, body string }{
		{"a.md", "Ferry to close\n==============\n\nThe board *voted*.", "Ferry to close", "The board voted."},
		{"a.txt", "# Ferry to close #\n\nThe board __voted__.", "Ferry to close", "The board voted."},
		{"a.md.gz", string(zipped("# Ferry to close\n\nThe board voted.")), "Ferry to close", "The board voted."},
		{"a.txt", "+++\ntitle = 'Ferry to close'\ndate = 2021-03-02\n+++\nThe board voted.", "Ferry to close", "The board voted."},
		{"a.md", "---\nThe board voted on Tuesday to close the ferry.", "", "The board voted on Tuesday to close the ferry."},
		{"a.txt", "Ferry to *close*\n\nIt cost 5*3 and 2*3.", "Ferry to *close*", "It cost 5*3 and 2*3."},
		{"a.md", "# Ferry to close\n\nThe board  \nvoted.", "Ferry to close", "The board\n\nvoted."},
		{"a.md", "# Ferry to close\n\n<!-- draft\nof Monday -->\nThe <b>board</b> voted: <https://harbour.example>.", "Ferry to close", "The board voted: https://harbour.example."},
		{"a.md", "# Ferry to close\n\n[![Logo](a.png)](https://harbour.example) The [board][1] [voted].", "Ferry to close", "The board [voted]."},
	} {
		articles, errs := readAllOf(Options{FS: fstest.MapFS{test.name: {Data: []byte(test.file)}}}, test.name)
		if len(errs) > 0 {
			t.Errorf("%q: %v", test.file, errs)
			continue
		}
		if a := articles[0]; a.Title != test.title || a.Text[a.BodyStart:] != test.body {
			t.Errorf("%q: title %q, body %q", test.file, a.Title, a.Text[a.BodyStart:])
		}
	}
}

// TestHostileMarkdownTakesLinearTime reads texts built to make a careless reader take
// the square of their length.
func TestHostileMarkdownTakesLinearTime(t *testing.T) {
	for name, s := range map[string]string{
		"brackets":  strings.Repeat("[", 300_000) + strings.Repeat("](x)", 300_000),
		"pictures":  strings.Repeat("![", 200_000) + strings.Repeat("](x)", 200_000),
		"stars":     strings.Repeat("*a ", 300_000) + strings.Repeat(" a*", 300_000),
		"all marks": strings.Repeat("*_a~~b`<c", 100_000),
		"quotes":    strings.Repeat("> ", 500_000) + "a",
	} {
		start := time.Now()
		if _, err := readMarkdown(Input{Path: "a.md"}, []byte("# A\n\n"+s), Options{}); err != nil {
			t.Error(name, err)
		}
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%s: %d bytes took %v", name, len(s), took)
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add(markdownFile)
	f.Add("# A\n\n*b* [c](d) ![e](f) `g` <h> \\* &amp; ~~~\ni")
	f.Add("+++\na = [\"b\"]\n+++\n- c\n> d\n1. e\n|f|\n|-|")
	f.Fuzz(func(t *testing.T, data string) {
		var a *article.Article
		a, err := readMarkdown(Input{Path: "a"}, []byte(data), Options{})
		checkArticle(t, a, err)
	})
}
