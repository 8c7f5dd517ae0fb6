package ingest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// inlineText takes the marks out of a paragraph of Markdown: emphasis, links, code,
// tags and escapes. Pictures go with their descriptions.
func inlineText(s string) string {
	if !strings.ContainsAny(s, "*_[`<\\&~") {
		return s
	}
	m := marks{s: s, gone: make([]bool, len(s))}
	m.scan()
	m.resolveLinks()
	m.resolveEmphasis()
	var b strings.Builder
	b.Grow(len(s))
	for i := range len(s) {
		if !m.gone[i] {
			b.WriteByte(s[i])
		}
	}
	return html.UnescapeString(b.String())
}

// marks are the marks of a paragraph and which of its bytes go with them.
type marks struct {
	s      string
	gone   []bool
	closes map[int]int // brackets: where the one that opens at a byte closes
	links  []int       // where brackets open, in order of their ends
	runs   []run
}

// A run is a row of the same mark of emphasis.
type run struct {
	at, size     int
	mark         byte
	opens, shuts bool
}

// scan finds all marks in one pass; what stands in code or behind a backslash is none.
func (m *marks) scan() {
	m.closes = map[int]int{}
	var square, round []int
	for i := 0; i < len(m.s); {
		switch c := m.s[i]; c {
		case '\\':
			if i+1 < len(m.s) && unicode.IsPunct(rune(m.s[i+1])) {
				m.gone[i] = true
				i++
			}
		case '`':
			i = m.code(i)
			continue
		case '<':
			i = m.tag(i)
			continue
		case '[':
			square = append(square, i)
		case '(':
			round = append(round, i)
		case ']':
			if n := len(square); n > 0 {
				m.closes[square[n-1]] = i
				m.links = append(m.links, square[n-1])
				square = square[:n-1]
			}
		case ')':
			if n := len(round); n > 0 {
				m.closes[round[n-1]] = i
				round = round[:n-1]
			}
		case '*', '_', '~':
			i = m.emphasis(i)
			continue
		}
		i++
	}
}

// code takes the marks off code and returns where it ends.
func (m *marks) code(at int) int {
	size := len(m.s[at:]) - len(strings.TrimLeft(m.s[at:], "`"))
	tail := m.s[at+size : min(len(m.s), at+size+maxInline)]
	end := strings.Index(tail, m.s[at:at+size])
	if end < 0 {
		return at + size
	}
	m.drop(at, at+size)
	m.drop(at+size+end, at+2*size+end)
	return at + 2*size + end
}

// maxInline bounds code, tags and addresses inside of a paragraph.
const maxInline = 300

// tag takes an HTML tag out, and the marks around an address, and returns where it ends.
func (m *marks) tag(at int) int {
	tail := m.s[at:min(len(m.s), at+maxInline)]
	end := strings.IndexByte(tail, '>')
	if end < 2 || tail[1] == ' ' || strings.IndexByte(tail[1:end], '<') >= 0 {
		return at + 1
	}
	if strings.Contains(tail[:end], "://") && !strings.Contains(tail[:end], " ") {
		m.gone[at], m.gone[at+end] = true, true
	} else if c := tail[1] | 0x20; c == '/'|0x20 || 'a' <= c && c <= 'z' {
		m.drop(at, at+end+1)
	}
	return at + end + 1
}

// emphasis records a run of marks and returns where it ends.
func (m *marks) emphasis(at int) int {
	mark := m.s[at]
	end := at
	for end < len(m.s) && m.s[end] == mark {
		end++
	}
	before, _ := utf8.DecodeLastRuneInString(m.s[:at])
	after, _ := utf8.DecodeRuneInString(m.s[end:])
	spaceBefore := at == 0 || unicode.IsSpace(before)
	spaceAfter := end == len(m.s) || unicode.IsSpace(after)
	r := run{at: at, size: end - at, mark: mark, opens: !spaceAfter, shuts: !spaceBefore}
	if mark == '_' { // inside of words it is no mark
		r.opens = r.opens && !wordRune(before)
		r.shuts = r.shuts && !wordRune(after)
	}
	if r.size <= 3 && (mark != '~' || r.size == 2) {
		m.runs = append(m.runs, r)
	}
	return end
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// resolveLinks leaves of links their text, of pictures nothing.
func (m *marks) resolveLinks() {
	for _, open := range slices.Backward(m.links) { // outer ones first
		if m.gone[open] {
			continue
		}
		shut := m.closes[open]
		end := shut + 1
		switch {
		case end < len(m.s) && m.s[end] == '(' && m.closes[end] > 0:
			end = m.closes[end] + 1
		case end < len(m.s) && m.s[end] == '[' && m.closes[end] > 0:
			end = m.closes[end] + 1
		case !strings.HasPrefix(m.s[open:], "[^"):
			continue // brackets of the text
		}
		if picture := open > 0 && m.s[open-1] == '!'; picture {
			m.drop(open-1, end)
			continue
		}
		m.gone[open] = true
		if strings.HasPrefix(m.s[open:], "[^") {
			m.drop(open, end) // a footnote's number
		}
		m.drop(shut, end)
	}
}

// maxOpenRuns bounds how many runs wait for their end.
const maxOpenRuns = 50

// resolveEmphasis takes out the runs that open and shut one another.
func (m *marks) resolveEmphasis() {
	var open []run
	for _, r := range m.runs {
		if m.gone[r.at] {
			continue
		}
		if at := opener(open, r); at >= 0 {
			m.drop(open[at].at, open[at].at+r.size)
			m.drop(r.at, r.at+r.size)
			open = open[:at]
			continue
		}
		if r.opens && len(open) < maxOpenRuns {
			open = append(open, r)
		}
	}
}

// opener returns the place of the last run that r shuts, or -1.
func opener(open []run, r run) int {
	for at := len(open) - 1; at >= 0 && r.shuts; at-- {
		if open[at].mark == r.mark && open[at].size == r.size {
			return at
		}
	}
	return -1
}

func (m *marks) drop(from, to int) {
	for i := from; i < to; i++ {
		m.gone[i] = true
	}
}
