package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/text"
)

// blocks returns the paragraphs of s. A line break inside a sentence, where the next
// line goes on in lower case, parts none.
func blocks(s string) []text.Span {
	var out []text.Span
	for start := 0; start < len(s); {
		end := blockEnd(s, start)
		if p := text.Trim(s, text.Span{Start: start, End: end}); p.Len() > 0 {
			out = append(out, p)
		}
		start = end + 1
	}
	return out
}

// blockEnd returns the byte of the line break, or the end of s, at which the
// paragraph that begins at start ends.
func blockEnd(s string, start int) int {
	for {
		n := strings.IndexByte(s[start:], '\n')
		if n < 0 {
			return len(s)
		}
		start += n
		next, _ := utf8.DecodeRuneInString(s[start+1:])
		if !unicode.IsLower(next) {
			return start
		}
		start++
	}
}
