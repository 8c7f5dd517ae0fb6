package dedup

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"github.com/storydiff/storydiff/compare/shingle"
	"github.com/storydiff/storydiff/compare/text"
)

// appendTokens appends the words of a stretch and, one by one, the marks between them,
// hashed as they are written.
func appendTokens(found []shingle.Position, s string, from, to int) []shingle.Position {
	found = slices.Grow(found, (to-from)/5+1)
	for i := from; i < to; {
		kind, size := kindAt(s, i, to)
		if kind == space {
			i += size
			continue
		}
		end := i + size
		if kind == inWord {
			end = wordEnd(s, end, to)
		}
		found = append(found, shingle.Position{Hash: xxh3.HashString(s[i:end]), Span: text.Span{Start: i, End: end}})
		i = end
	}
	return found
}

// wordEnd returns where the word that has run up to i ends. A mark belongs to it that
// joins two parts: those of "first-quarter", "don’t", "U.S" and "1,300.5".
func wordEnd(s string, i, to int) int {
	for i < to {
		if isWordByte(s[i]) { // the common case
			i++
			continue
		}
		kind, size := kindAt(s, i, to)
		if kind != inWord {
			if !isJoint(s, i, size, to) {
				return i
			}
			next, nextSize := kindAt(s, i+size, to)
			if next != inWord {
				return i
			}
			size += nextSize
		}
		i += size
	}
	return i
}

// isJoint reports whether the mark at i may join the parts of a word, if another follows.
func isJoint(s string, i, size, to int) bool {
	switch s[i : i+size] {
	case "-", "'", ".", "’", "‐", "‑":
		return i+size < to
	case ",":
		return i+size < to && isDigit(s[i-1]) && isDigit(s[i+1])
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isWordByte(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || isDigit(c) }

type tokenKind int

const (
	mark tokenKind = iota // or a code point of a script written without spaces
	space
	inWord
)

// kindAt returns what the code point at i is, and its size.
func kindAt(s string, i, to int) (tokenKind, int) {
	switch c := s[i]; {
	case isWordByte(c):
		return inWord, 1
	case c <= ' ':
		return space, 1
	case c < utf8.RuneSelf:
		return mark, 1
	}
	r, size := utf8.DecodeRuneInString(s[i:to])
	switch {
	case unicode.IsSpace(r):
		return space, size
	case isWordRune(r) && !isUnspaced(r):
		return inWord, size
	}
	return mark, size
}

// isUnspaced reports whether r belongs to a script written without spaces.
func isUnspaced(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}
