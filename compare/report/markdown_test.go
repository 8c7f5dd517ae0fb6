package report

import (
	"strings"
	"testing"
)

func TestMarkdownEscapes(t *testing.T) {
	g := grid{head: []string{"#", "a|b"}, right: []bool{true}, rows: [][]cell{
		{words("1"), cell{line{{"We ", plain}, {"highly value ", changed}, {"it", plain}}, line{{"x", dropped}}}},
		{words("2"), words("<script>alert(1)</script> [link](http://x) `code` | *bold*\nnext")},
	}}
	var out strings.Builder
	if err := writeMarkdown(&out, document{heading{1, say("Story A")}, g}); err != nil {
		t.Fatal(err)
	}
	want := `## Story A

| # | a\|b |
| --: | --- |
| 1 | We *~highly value~* it<br><del>x</del> |
| 2 | &lt;script&gt;alert(1)&lt;/script&gt; \[link\](http://x) ` + "\\`code\\`" + ` \| \*bold\* next |
`
	if got := out.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{
		"=HYPERLINK(1)": "'=HYPERLINK(1)",
		"@SUM(A1)":      "'@SUM(A1)",
		"-0.5":          "-0.5",
		"- he said":     "'- he said",
		"plain":         "plain",
		"":              "",
	} {
		if got := harmless(in); got != want {
			t.Errorf("harmless(%q) = %q, want %q", in, got, want)
		}
	}
}
