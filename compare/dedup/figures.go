package dedup

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// signedFigures returns the words that hold a digit, with the marks on them, as they
// stand but for what ends a sentence or sets it in quotes or brackets.
func signedFigures(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for end := 0; ; {
			at := nextDigit(s, end)
			if at < 0 {
				return
			}
			start := end
			if before := strings.LastIndexFunc(s[end:at], unicode.IsSpace); before >= 0 {
				_, size := utf8.DecodeRuneInString(s[end+before:])
				start = end + before + size
			}
			end = len(s)
			if after := strings.IndexFunc(s[at:], unicode.IsSpace); after >= 0 {
				end = at + after
			}
			if !yield(strings.Trim(s[start:end], ".,;:!?\"'()[]“”‘’«»„")) {
				return
			}
		}
	}
}

// nextDigit returns where the next digit stands from a place on, -1 when none does.
func nextDigit(s string, from int) int {
	for i := from; i < len(s); {
		c := s[i]
		if isDigit(c) {
			return i
		}
		if c < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsDigit(r) {
			return i
		}
		i += size
	}
	return -1
}
