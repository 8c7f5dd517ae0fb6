package report

import "strings"

// A document is what the terminal table and Markdown have in common: headings,
// paragraphs and grids of marked-up text. The sections build it; two writers print it.
type document []block

// A block is a heading, a paragraph or a grid.
type block interface{ isBlock() }

// A heading opens a section; level 1 is a story or section, level 2 a part of it.
type heading struct {
	level int
	line  line
}

// A paragraph is one line of text, wrapped as needed.
type paragraph struct{ line line }

// A grid is a table. Rows may be shorter than the head.
type grid struct {
	head  []string // empty strings for a grid without a head
	right []bool   // columns set flush right
	limit []int    // widest a column may get on a terminal; 0 for any width
	rows  [][]cell
}

func (heading) isBlock()   {}
func (paragraph) isBlock() {}
func (grid) isBlock()      {}

// A cell holds lines that are wrapped one by one.
type cell []line

// A line is a run of marked words.
type line []run

// A run is words under one mark.
type run struct {
	text string
	mark mark
}

// A mark says what words are, not how they look.
type mark uint8

const (
	plain mark = iota
	strong
	faint
	changed // worded otherwise in the fullest variant
	added   // not in the fullest variant
	dropped // left out by another variant
	moved   // stands elsewhere in the fullest variant
)

// say makes a line of plain words.
func say(words ...string) line { return line{{strings.Join(words, " "), plain}} }

// bold and dim make runs of one mark.
func bold(s string) run { return run{s, strong} }
func dim(s string) run  { return run{s, faint} }

// in makes a cell of one line.
func in(l line) cell { return cell{l} }

// words makes a cell of plain words.
func words(s string) cell { return cell{say(s)} }

// signs surround marked words, so that nothing rests on colour alone.
var signs = [...][2]string{changed: {"~", "~"}, added: {"+", "+"}, dropped: {"−", "−"}, moved: {"^", "^"}}

// signed returns the words of a run with the signs of its mark.
func (r run) signed() string {
	if r.mark < changed || r.text == "" {
		return r.text
	}
	head := r.text[:len(r.text)-len(strings.TrimLeft(r.text, " "))]
	body := strings.TrimRight(r.text[len(head):], " ")
	if body == "" {
		return r.text
	}
	tail := r.text[len(head)+len(body):]
	s := signs[r.mark]
	return head + s[0] + body + s[1] + tail
}
