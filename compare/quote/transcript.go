package quote

import (
	"strings"
	"unicode"

	"github.com/storydiff/storydiff/compare/text"
)

// transcript returns what the turns of a transcript say: paragraphs opened by a label
// in capitals and a colon (MARSH: We will wait.), three or more in a row, by speakers
// who take turns.
func transcript(s string, paragraphs []text.Span) (turns []stretch) {
	var run []stretch
	labels := map[string]int{}
	flush := func() {
		if len(run) >= 3 && len(labels) >= 2 && len(labels) < len(run) {
			turns = append(turns, run...)
		}
		run = nil
		clear(labels)
	}
	for _, p := range paragraphs {
		n := labelEnd(p.Of(s))
		body := text.Trim(s, text.Span{Start: p.Start + n, End: p.End})
		if n == 0 || body.Len() == 0 {
			flush()
			continue
		}
		labels[s[p.Start:p.Start+n]]++
		run = append(run, stretch{Span: body, outer: body, spoken: true})
	}
	flush()
	return turns
}

const longestLabel = 40 // bytes of a speaker's label

// labelEnd returns the byte behind the colon of the label that opens a paragraph, 0
// when there is none.
func labelEnd(p string) int {
	end := strings.IndexByte(p[:min(len(p), longestLabel)], ':')
	if end < 1 {
		return 0
	}
	letters := 0
	for _, r := range p[:end] {
		switch {
		case unicode.IsLower(r), unicode.IsDigit(r):
			return 0
		case unicode.IsLetter(r):
			letters++
		case !strings.ContainsRune(" .-'’", r):
			return 0
		}
	}
	if letters == 0 {
		return 0
	}
	return end + 1
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
