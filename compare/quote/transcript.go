package quote

import (
	"strings"
	"unicode"

	"github.com/storydiff/storydiff/compare/text"
)

// transcript returns what the turns of a transcript say: paragraphs opened by a label and
// a colon (MARSH: We will wait.), three or more in a row, by speakers who take turns.
func transcript(s string, paragraphs []text.Span) (turns []stretch) {
	var run dialogue
	for _, p := range paragraphs {
		n, loud := labelEnd(p.Of(s))
		body := text.Trim(s, text.Span{Start: p.Start + n, End: p.End})
		if n == 0 || body.Len() == 0 {
			turns = append(turns, run.end()...)
			run = dialogue{}
			continue
		}
		run.add(s[p.Start:p.Start+n], body.Of(s), loud)
		run.turns = append(run.turns, stretch{Span: body, outer: body, spoken: true})
	}
	return append(turns, run.end()...)
}

// A dialogue is a row of paragraphs that labels open.
type dialogue struct {
	turns  []stretch
	labels map[string]int
	quiet  int  // labels that are not in capitals
	asked  bool // a turn is a question
	again  bool // a label follows itself
	last   string
}

func (d *dialogue) add(label, body string, loud bool) {
	if d.labels == nil {
		d.labels = map[string]int{}
	}
	d.labels[label]++
	d.again = d.again || label == d.last
	d.asked = d.asked || strings.HasSuffix(body, "?")
	d.last = label
	if !loud {
		d.quiet++
	}
}

// end returns the turns if they are those of a transcript. Labels that are not in capitals
// open lists too: of those only two that ask and answer in turn are taken.
func (d *dialogue) end() []stretch {
	switch {
	case len(d.turns) < 3 || len(d.labels) < 2 || len(d.labels) == len(d.turns):
		return nil
	case d.quiet > 0 && (len(d.labels) > 2 || d.again || !d.asked):
		return nil
	}
	return d.turns
}

const longestLabel = 40 // bytes of a speaker's label

// labelEnd returns the byte behind the colon of the label that opens a paragraph, 0 when
// there is none, and whether it is in capitals: else every word of it begins with one.
func labelEnd(p string) (end int, loud bool) {
	colon := strings.IndexByte(p[:min(len(p), longestLabel)], ':')
	if colon < 1 {
		return 0, false
	}
	letters, first := 0, true
	loud = true
	for _, r := range p[:colon] {
		switch {
		case unicode.IsLower(r) && !first:
			loud = false
			letters++
		case unicode.IsLower(r), unicode.IsDigit(r):
			return 0, false
		case unicode.IsLetter(r):
			letters++
		case !strings.ContainsRune(" .-'’", r):
			return 0, false
		}
		first = r == ' '
	}
	if letters == 0 {
		return 0, false
	}
	return colon + 1, loud
}

// withTurns puts the turns of a transcript in place of what they hold.
func withTurns(marks, turns []stretch) []stretch {
	if len(turns) == 0 {
		return marks
	}
	var out []stretch
	for _, t := range turns {
		for len(marks) > 0 && marks[0].outer.Start < t.outer.Start {
			if marks[0].outer.End <= t.outer.Start {
				out = append(out, marks[0])
			}
			marks = marks[1:]
		}
		for len(marks) > 0 && marks[0].outer.Start < t.outer.End {
			marks = marks[1:]
		}
		out = append(out, t)
	}
	return append(out, marks...)
}
