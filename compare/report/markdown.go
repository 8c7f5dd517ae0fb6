package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// writeMarkdown prints a document as Markdown that can be pasted into a document:
// every character with a meaning in Markdown or HTML is escaped.
func writeMarkdown(w io.Writer, d document) error {
	b := bufio.NewWriter(w)
	for i, blk := range d {
		if p, ok := blk.(paragraph); ok && len(p.line) == 0 {
			continue // space is the terminal's means
		}
		if i > 0 {
			fmt.Fprintln(b)
		}
		switch blk := blk.(type) {
		case heading:
			fmt.Fprintf(b, "%s %s\n", strings.Repeat("#", blk.level+1), markdownLine(unemphasised(blk.line)))
		case paragraph:
			fmt.Fprintln(b, markdownLine(blk.line))
		case grid:
			markdownGrid(b, blk)
		}
	}
	return b.Flush()
}

// unemphasised makes strong words plain: a heading is strong by itself.
func unemphasised(l line) line {
	out := slices.Clone(l)
	for i := range out {
		if out[i].mark == strong {
			out[i].mark = plain
		}
	}
	return out
}

func markdownGrid(w io.Writer, g grid) {
	cells := make([]string, len(g.head))
	rule := make([]string, len(g.head))
	for i, h := range g.head {
		cells[i], rule[i] = escapeMarkdown(h), "---"
		if i < len(g.right) && g.right[i] {
			rule[i] = "--:"
		}
	}
	fmt.Fprintf(w, "| %s |\n| %s |\n", strings.Join(cells, " | "), strings.Join(rule, " | "))
	for _, row := range g.rows {
		clear(cells)
		for i, c := range row {
			cells[i] = markdownCell(c)
		}
		fmt.Fprintf(w, "| %s |\n", strings.Join(cells, " | "))
	}
}

func markdownCell(c cell) string {
	out := make([]string, len(c))
	for i, l := range c {
		out[i] = markdownLine(l)
	}
	return strings.Join(out, "<br>")
}

// markdownTags are the tags of marks. Reworded and moved words keep their signs as
// well, as Markdown has no mark of its own for them.
var markdownTags = [...][2]string{
	strong: {"**", "**"}, faint: {"", ""}, changed: {"*~", "~*"}, added: {"<ins>", "</ins>"},
	dropped: {"<del>", "</del>"}, moved: {"*^", "^*"},
}

func markdownLine(l line) string {
	var b strings.Builder
	for _, r := range l {
		text := escapeMarkdown(tidy(r.text))
		body := strings.Trim(text, " ")
		if r.mark == plain || body == "" {
			b.WriteString(text)
			continue
		}
		at := strings.Index(text, body)
		tag := markdownTags[r.mark]
		b.WriteString(text[:at] + tag[0] + body + tag[1] + text[at+len(body):])
	}
	return strings.TrimSpace(b.String())
}

// escapeMarkdown makes text stand for itself.
func escapeMarkdown(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '|', '~', '^':
			b.WriteByte('\\')
			b.WriteRune(r)
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '&':
			b.WriteString("&amp;")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
