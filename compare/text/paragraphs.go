package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Paragraphs returns the paragraphs of s: stretches parted by line breaks, space
// trimmed. Lines without text are no paragraphs.
func Paragraphs(s string) []Span {
	var spans []Span
	for start := 0; start < len(s); {
		end, size := lineBreak(s, start)
		if p := Trim(s, Span{start, end}); p.Len() > 0 {
			spans = append(spans, p)
		}
		start = end + size
	}
	return spans
}

// lineBreak returns where the line that starts at start ends, and the size of the
// character that ends it.
func lineBreak(s string, start int) (end, size int) {
	for i := start; i < len(s); i++ {
		c := s[i]
		if '\r' < c && c < 0xc2 { // the common case
			continue
		}
		switch {
		case '\n' <= c && c <= '\r':
			return i, 1
		case c == 0xc2 && strings.HasPrefix(s[i:], "\u0085"):
			return i, 2
		case c == 0xe2 && (strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029")):
			return i, 3
		}
	}
	return len(s), 0
}

// Trim returns the span without the white space at its ends.
func Trim(s string, p Span) Span {
	for p.Start < p.End {
		r, size := utf8.DecodeRuneInString(s[p.Start:p.End])
		if !unicode.IsSpace(r) && r != '\ufeff' && r != '\u200b' {
			break
		}
		p.Start += size
	}
	for p.Start < p.End {
		r, size := utf8.DecodeLastRuneInString(s[p.Start:p.End])
		if !unicode.IsSpace(r) && r != '\ufeff' && r != '\u200b' {
			break
		}
		p.End -= size
	}
	return p
}
