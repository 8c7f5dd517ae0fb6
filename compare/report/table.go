package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/pkg/twwidth"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

const (
	defaultWidth = 100
	minWidth     = 40 // narrower terminals get lines of this width
	gap          = 2  // columns between the columns of a grid
)

// codes colours marks with ANSI codes.
var codes = [...]string{strong: "1", faint: "2", changed: "33", added: "32", dropped: "31", moved: "36"}

// writeTable prints a document for a terminal.
func writeTable(w io.Writer, d document, o Options) error {
	twwidth.SetEastAsian(false) // else the locale decides, and with it the bytes
	p := printer{w: bufio.NewWriter(w), width: o.Width, color: o.Color}
	if p.width == 0 {
		p.width = defaultWidth
	}
	p.width = max(p.width, minWidth)
	for i, b := range d {
		if h, ok := b.(heading); ok && i > 0 && (h.level == 1 || !isHeading(d[i-1])) {
			fmt.Fprintln(p.w)
		}
		if err := p.block(b); err != nil {
			return err
		}
	}
	return p.w.Flush()
}

func isHeading(b block) bool {
	_, ok := b.(heading)
	return ok
}

// A printer prints blocks in a given width.
type printer struct {
	w     *bufio.Writer
	width int
	color bool
}

func (p *printer) block(b block) error {
	switch b := b.(type) {
	case heading:
		p.lines(emphasise(b.line))
	case paragraph:
		p.lines(b.line)
	case grid:
		return p.grid(b)
	}
	return nil
}

// emphasise makes the plain runs of a heading strong.
func emphasise(l line) line {
	out := make(line, len(l))
	for i, r := range l {
		if r.mark == plain {
			r.mark = strong
		}
		out[i] = r
	}
	return out
}

func (p *printer) lines(l line) {
	for _, row := range wrap(l, p.width) {
		fmt.Fprintln(p.w, p.paint(row))
	}
}

// paint turns one row into bytes; colours never reach past its end.
func (p *printer) paint(row line) string {
	var b strings.Builder
	for _, r := range row {
		if p.color && r.mark != plain {
			fmt.Fprintf(&b, "\x1b[%sm%s\x1b[0m", codes[r.mark], r.text)
		} else {
			b.WriteString(r.text)
		}
	}
	return b.String()
}

// grid prints a grid with cells wrapped beforehand: tablewriter's own wrapping drops
// words wider than their column.
func (p *printer) grid(g grid) error {
	widths := columns(g, p.width)
	var out strings.Builder
	t := newTable(&out, g)
	if g.hasHead() {
		cells := make([]string, len(widths))
		for i := range widths {
			cells[i] = p.cell(cell{{dim(g.head[i])}}, widths[i])
		}
		t.Header(cells)
	}
	for _, row := range g.rows {
		cells := make([]string, len(widths))
		for i, c := range row {
			cells[i] = p.cell(c, widths[i])
		}
		if err := t.Append(cells); err != nil {
			return err
		}
	}
	if err := t.Render(); err != nil {
		return err
	}
	for row := range strings.Lines(out.String()) {
		fmt.Fprintln(p.w, strings.TrimRight(row, " \n"))
	}
	return nil
}

// cell wraps a cell to its column.
func (p *printer) cell(c cell, columns int) string {
	var rows []string
	for _, l := range c {
		for _, row := range wrap(l, columns) {
			rows = append(rows, p.paint(row))
		}
	}
	return strings.Join(rows, "\n")
}

// newTable sets tablewriter to print cells as they are: told no widths, it cuts nothing.
func newTable(w io.Writer, g grid) *tablewriter.Table {
	align := make(tw.Alignment, len(g.head))
	padding := make([]tw.Padding, len(g.head))
	for i := range g.head {
		align[i] = tw.AlignLeft
		if i < len(g.right) && g.right[i] {
			align[i] = tw.AlignRight
		}
		padding[i] = tw.Padding{Right: strings.Repeat(" ", gap), Overwrite: true}
		if i == len(g.head)-1 {
			padding[i] = tw.PaddingNone
		}
	}
	cells := tw.CellConfig{
		Formatting: tw.CellFormatting{AutoWrap: tw.WrapNone, AutoFormat: tw.Off},
		Alignment:  tw.CellAlignment{PerColumn: align},
		Padding:    tw.CellPadding{Global: tw.PaddingNone, PerColumn: padding},
	}
	return tablewriter.NewTable(
		w,
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Borders:  tw.BorderNone,
			Symbols:  tw.NewSymbols(tw.StyleNone),
			Settings: tw.Settings{Separators: tw.SeparatorsNone, Lines: tw.LinesNone},
		})),
		tablewriter.WithConfig(tablewriter.Config{Header: cells, Row: cells}),
		tablewriter.WithEastAsian(tw.Off),
		tablewriter.WithTrimSpace(tw.Off),
		tablewriter.WithHeaderAutoFormat(tw.Off),
	)
}

// hasHead reports whether any column has a name.
func (g grid) hasHead() bool { return strings.Join(g.head, "") != "" }

// columns returns the widths of a grid's columns in total columns. All get what they
// want when that fits. Else each first gets its longest word, then what is left goes
// to those that want more.
func columns(g grid, total int) []int {
	want, words := natural(g)
	left := total - gap*(len(want)-1)
	for i := range want {
		want[i] = max(want[i], 1)
		words[i] = max(min(words[i], want[i]), 1)
	}
	if sum(words) > left {
		return fill(make([]int, len(want)), words, left)
	}
	return fill(words, want, left-sum(words))
}

func sum(ns []int) int {
	total := 0
	for _, n := range ns {
		total += n
	}
	return total
}

// fill hands out left columns one by one to the narrowest that wants more, the first
// of equals; each ends with at least one.
func fill(widths, want []int, left int) []int {
	for ; left > 0; left-- {
		narrowest := -1
		for i, n := range widths {
			if n < want[i] && (narrowest < 0 || n < widths[narrowest]) {
				narrowest = i
			}
		}
		if narrowest < 0 {
			break
		}
		widths[narrowest]++
	}
	for i := range widths {
		widths[i] = max(widths[i], 1)
	}
	return widths
}

// longestWord bounds the room a column claims for one word: longer ones are broken.
const longestWord = 32

// natural returns for each column the width of its widest line and of its longest word.
func natural(g grid) (lines, words []int) {
	lines, words = make([]int, len(g.head)), make([]int, len(g.head))
	for i, h := range g.head {
		lines[i], words[i] = width(h), longest(h)
	}
	for _, row := range g.rows {
		for i, c := range row {
			for _, l := range c {
				s := l.signed()
				lines[i], words[i] = max(lines[i], width(s)), max(words[i], longest(s))
			}
		}
	}
	for i, n := range g.limit {
		if n > 0 {
			lines[i] = min(lines[i], n)
		}
	}
	return lines, words
}

// signed returns the words of a line as they are printed.
func (l line) signed() string {
	var b strings.Builder
	for _, r := range l {
		b.WriteString(tidy(r.signed()))
	}
	return b.String()
}

// longest returns the width of the longest word, bounded.
func longest(s string) int {
	n := 0
	for word := range strings.FieldsSeq(s) {
		n = max(n, width(word))
	}
	return min(n, longestWord)
}
