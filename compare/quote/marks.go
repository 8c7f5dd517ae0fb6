package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/text"
)

// Flags of damaged quotes.
const (
	flagUnclosed   = "unclosed mark"
	flagMismatched = "mismatched marks"
	flagSurplus    = "surplus mark"
)

// A mark is one quotation mark in a paragraph.
type mark struct {
	text.Span
	fam     family
	shape   role // what the form of the mark says
	context role // what the characters around it say
}

// paragraphMarks returns the marks of the paragraph p of s, apostrophes left out
// where the word they stand in is enough to tell.
func paragraphMarks(s string, p text.Span, buf []mark) []mark {
	buf = buf[:0]
	run := p.Start // end of the run of marks last seen
	for i := p.Start; i < p.End; {
		r, n := markAt(s[:p.End], i)
		if n == 0 {
			i = nextCandidate(s, i, p.End)
			continue
		}
		if i >= run {
			if run = runEnd(s[:p.End], i); run-i > longestRun {
				i = run
				continue
			}
		}
		fam, shape := shapeOf(r)
		m := mark{Span: text.Span{Start: i, End: i + n}, fam: fam, shape: shape}
		m.context = contextOf(s, p, m)
		if fam != single || !apostrophe(s, p, m) {
			buf = append(buf, m)
		}
		i += n
	}
	return buf
}

// longestRun bounds the bytes of marks in a row that quote something; a longer run is
// an ornament.
const longestRun = 32

// runEnd returns the end of the run of marks that begins at byte i.
func runEnd(s string, i int) int {
	for i < len(s) {
		_, n := markAt(s, i)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// markAt decodes the mark at byte i, two grave accents or apostrophes as one double
// mark. The length is 0 when there is none.
func markAt(s string, i int) (r rune, n int) {
	switch c := s[i]; {
	case c == '"':
		return '"', 1
	case c == '\'' && strings.HasPrefix(s[i+1:], "'"):
		return '"', 2
	case c == '\'':
		return '\'', 1
	case c == ',' && i+2 < len(s) && s[i+1] == ',' && letterAfter(s[i+2:]) && (i == 0 || s[i-1] == ' ' || s[i-1] == '\n'):
		return '„', 2 // ,,Ja’’
	case strings.HasPrefix(s[i:], "’’"):
		return '”', len("’’")
	case c == '`' && strings.HasPrefix(s[i+1:], "`"):
		return '“', 2
	case c < utf8.RuneSelf:
		return 0, 0
	}
	r, n = utf8.DecodeRuneInString(s[i:])
	if fam, _ := shapeOf(r); fam == noFamily {
		return 0, 0
	}
	return r, n
}

// nextCandidate returns the next byte after i at which a mark may begin: marks are
// rare, so the bytes between are passed over quickly.
func nextCandidate(s string, i, end int) int {
	for i++; i < end; i++ {
		switch s[i] {
		case '"', '\'', '`', 0xC2, 0xE2, 0xE3, 0xEF:
			return i
		case ',':
			if i+1 < end && s[i+1] == ',' {
				return i
			}
		}
	}
	return end
}

// contextOf tells an opening from a closing mark by its neighbours, other marks of
// the same run passed over: marks open before a word and close after one.
func contextOf(s string, p text.Span, m mark) role {
	l, elided := leftOf(s, p, m)
	r, r2 := rightOf(s, p, m)
	before := elided || l == 0 || unicode.IsSpace(l) || strings.ContainsRune("([{<—–-/=", l)
	after := r == 0 || unicode.IsSpace(r) || strings.ContainsRune(".,;:!?)]}>—–-/", r)
	if r == '.' && r2 == '.' {
		after = false // an ellipsis opens a quote as readily as a word
	}
	switch {
	case before && !after:
		return opens
	case after && !before:
		return closes
	case before && after && l != 0 && !unicode.IsSpace(l) && !elided && (r == 0 || unicode.IsSpace(r)):
		return closes // cut off: “I never—”
	case before && after && (l == 0 || unicode.IsSpace(l)) && r != 0 && !unicode.IsSpace(r):
		return opensBeforeDash(r)
	}
	return either
}

// opensBeforeDash judges a mark after a space and before a sign: a dash may begin a
// quote, a comma only ends one whose mark was set apart.
func opensBeforeDash(r rune) role {
	if strings.ContainsRune("—–-/<", r) {
		return opens
	}
	return either
}

const maxRun = 4 // marks in a row that are passed over to see a mark's neighbours

// leftOf returns the character before the run of marks that m stands in, 0 at the
// start of the paragraph, and whether an elided article comes before it: l’« État ».
func leftOf(s string, p text.Span, m mark) (r rune, elided bool) {
	i := m.Start
	for run := 0; i > p.Start; run++ {
		r, n := utf8.DecodeLastRuneInString(s[p.Start:i])
		fam, _ := shapeOf(r)
		if fam == noFamily || run == maxRun {
			return r, false
		}
		i -= n
		if fam == single && m.fam != single && letterBefore(s[p.Start:i]) && run == 0 {
			return r, true
		}
	}
	return 0, false
}

// rightOf returns the two characters after the run of marks that m stands in.
func rightOf(s string, p text.Span, m mark) (r, r2 rune) {
	i := m.End
	for run := 0; i < p.End; run++ {
		r, n := utf8.DecodeRuneInString(s[i:p.End])
		if fam, _ := shapeOf(r); fam == noFamily || run == maxRun {
			r2, _ := utf8.DecodeRuneInString(s[i+n : p.End])
			return r, r2
		}
		i += n
	}
	return 0, 0
}

func letterBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func letterAfter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// apostrophe reports whether a single mark is surely no quotation mark: inside a
// word, before the figures of a year, or at the head of a clipped word.
func apostrophe(s string, p text.Span, m mark) bool {
	before, after := s[p.Start:m.Start], s[m.End:p.End]
	if letterBefore(before) && letterAfter(after) {
		return true
	}
	if m.context == closes {
		return false
	}
	return m.shape != opens && yearAfter(after) || clipped(after)
}

// yearAfter reports whether two figures and no third follow: ’22, ’90s.
func yearAfter(s string) bool {
	return len(s) >= 2 && digit(s[0]) && digit(s[1]) && (len(s) == 2 || !digit(s[2]))
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// clipped reports whether s begins with a word that English writes with its head cut off.
func clipped(s string) bool {
	end := 0
	for end < len(s) && 'a' <= s[end]|0x20 && s[end]|0x20 <= 'z' {
		end++
	}
	switch strings.ToLower(s[:min(end, 6)]) {
	case "em", "tis", "twas", "til", "cause", "n", "bout", "cos", "neath", "twere", "twill":
		return true
	}
	return false
}
