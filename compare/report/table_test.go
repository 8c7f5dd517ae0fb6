package report

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// anyWords draws words as they come in articles: some longer than a column, some
// wide, some hostile.
func anyWords() *rapid.Generator[string] {
	word := rapid.OneOf(
		rapid.StringMatching(`[a-zA-Z’-]{1,12}`),
		rapid.StringMatching(`[a-z]{60,90}`),
		rapid.SampledFrom([]string{"上海合作组织峰会", "Überschallflugzeug", "👩‍👩‍👧‍👦", "e\u0301te\u0301", "<b>", "|", "\x1b[31m", "שלום", "\u202eabc"}),
	)
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 0, 12).Draw(t, "words"), " ")
	})
}

// Every word of every cell is in the output, whatever the width.
func TestTableLosesNoWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(t, "columns")
		g := grid{head: make([]string, n), right: make([]bool, n)}
		for i := range n {
			g.head[i] = rapid.StringMatching(`[a-z]{0,9}`).Draw(t, "head")
			g.right[i] = rapid.Bool().Draw(t, "right")
		}
		var sum []string
		for range rapid.IntRange(1, 4).Draw(t, "rows") {
			row := make([]cell, n)
			for i := range row {
				s := anyWords().Draw(t, "cell")
				m := rapid.SampledFrom([]mark{plain, strong, faint, changed, added, dropped, moved}).Draw(t, "mark")
				row[i] = cell{{{s, m}}}
				sum = append(sum, tidy(s))
			}
			g.rows = append(g.rows, row)
		}
		o := Options{Width: rapid.IntRange(1, 160).Draw(t, "width"), Color: rapid.Bool().Draw(t, "color")}
		var out strings.Builder
		if err := writeTable(&out, document{g}, o); err != nil {
			t.Fatal(err)
		}
		if got, want := runes(out.String()), runes(strings.Join(sum, "")+strings.Join(g.head, "")); !sameRunes(got, want) {
			t.Fatalf("characters differ:\ngot  %v\nwant %v\n%s", got, want, out.String())
		}
	})
}

var ansi = regexp.MustCompile("\x1b\\[[0-9;]*m")

// runes counts the characters of a table but for space, signs and colours.
func runes(s string) map[rune]int {
	out := map[rune]int{}
	for _, r := range ansi.ReplaceAllString(s, "") {
		if !strings.ContainsRune(" \n~+−^", r) {
			out[r]++
		}
	}
	return out
}

func sameRunes(a, b map[rune]int) bool { return cmp.Equal(a, b) }

// No line of a table is wider than the terminal, and no colour reaches past its line.
func TestTableKeepsItsWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.IntRange(minWidth, 160).Draw(t, "width")
		g := grid{head: []string{"#", "article", "", "words"}, right: []bool{true}}
		for range 3 {
			row := make([]cell, 4)
			for i := range row {
				row[i] = cell{{{anyWords().Draw(t, "cell"), changed}}, {{anyWords().Draw(t, "cell"), plain}}}
			}
			g.rows = append(g.rows, row)
		}
		var out strings.Builder
		if err := writeTable(&out, document{heading{1, say("Title")}, g}, Options{Width: columns, Color: true}); err != nil {
			t.Fatal(err)
		}
		for row := range strings.Lines(out.String()) {
			bare := ansi.ReplaceAllString(strings.TrimSuffix(row, "\n"), "")
			if n := width(bare); n > columns {
				t.Fatalf("%d columns in %d: %q", n, columns, bare)
			}
			if open := strings.LastIndex(row, "\x1b["); open >= 0 && !strings.HasPrefix(row[open:], "\x1b[0m") {
				t.Fatalf("colour left open: %q", row)
			}
		}
	})
}

func TestWrap(t *testing.T) {
	tests := []struct {
		name    string
		in      line
		columns int
		want    []string
	}{
		{"fits", say("one two"), 20, []string{"one two"}},
		{"at spaces", say("one two three"), 8, []string{"one two", "three"}},
		{"long word", say("a Donaudampfschifffahrt b"), 10, []string{"a", "Donaudampf", "schifffahr", "t b"}},
		{"wide", say("上海合作组织"), 5, []string{"上海", "合作", "组织"}},
		{"signs stay with their words", line{{"we ", plain}, {"very much", changed}, {" hope", plain}}, 8, []string{"we ~very", "much~", "hope"}},
		{"no space, no break", line{{"inva", plain}, {"sion", strong}}, 9, []string{"invasion"}},
		{"line breaks fold", say("one\n two\tthree"), 20, []string{"one two three"}},
		{"escapes do not reach the screen", say("a\x1b[2Jb"), 20, []string{"a\ufffd[2Jb"}},
		{"empty", say(""), 5, []string{""}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, row := range wrap(test.in, test.columns) {
				var s strings.Builder
				for _, r := range row {
					s.WriteString(r.text)
				}
				got = append(got, s.String())
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestColumns(t *testing.T) {
	row := func(cells ...string) []cell {
		out := make([]cell, len(cells))
		for i, c := range cells {
			out[i] = words(c)
		}
		return out
	}
	long := strings.Repeat("word ", 40)
	tests := []struct {
		name  string
		row   []cell
		total int
		want  []int
	}{
		{"all fit", row("1", "CNN", "headline"), 80, []int{1, 3, 8}},
		{"one takes the rest", row("1", "CNN", long), 40, []int{1, 3, 32}},
		{"two share the rest", row("1", long, long), 41, []int{1, 18, 18}},
		{"an odd column goes to the first", row(long, long), 41, []int{20, 19}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := grid{head: make([]string, len(test.row)), rows: [][]cell{test.row}}
			if diff := cmp.Diff(test.want, columns(g, test.total)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
