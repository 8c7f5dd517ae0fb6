package align

import (
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/text"
)

// A token is a word, a run of white space or a single other character.
type token struct {
	text.Span
	word bool
	norm string // folded form of a word, empty for the rest
}

// tokens cuts s into tokens that cover it without a gap. Bytes that are not UTF-8
// become tokens of their own.
func tokens(s string) []token {
	words := text.Words(s)
	ts := make([]token, 0, 2*len(words)+1)
	at := 0
	for _, w := range words {
		ts = appendGap(ts, s, at, w.Start)
		ts = append(ts, token{Span: w.Span, word: true, norm: w.Norm})
		at = w.End
	}
	return appendGap(ts, s, at, len(s))
}

// appendGap adds the tokens of s[from:to], which holds no word.
func appendGap(ts []token, s string, from, to int) []token {
	for from < to {
		end := from + runeLen(s[from:to])
		if isSpace(s[from:end]) {
			for end < to && isSpace(s[end:end+runeLen(s[end:to])]) {
				end += runeLen(s[end:to])
			}
		}
		ts = append(ts, token{Span: text.Span{Start: from, End: end}})
		from = end
	}
	return ts
}

func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

func isSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}
