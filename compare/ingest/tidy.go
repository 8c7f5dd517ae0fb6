package ingest

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tidy gives text one form: NFC, lines ended by \n alone, plain spaces, and no
// characters that cannot be seen. Terminals obey some of those, and all of them
// keep equal words from being equal.
func tidy(s string) string {
	if isTidy(s) {
		return s
	}
	return tidied(s)
}

// tidied is tidy of any text.
func tidied(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return norm.NFC.String(strings.Map(tidyRune, s))
}

func tidyRune(r rune) rune {
	switch r {
	case '\n', ' ':
		return r
	case '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return '\n'
	case '\t', '\u00a0', '\u202f', '\u2007', '\u2009', '\u200a':
		return ' '
	case '\u00ad', '\u200b', '\u2060', '\ufeff', '\u200e', '\u200f':
		return -1
	}
	if unicode.IsControl(r) || directional(r) {
		return -1
	}
	return r
}

// directional reports whether r overrides the direction of text. Such marks can
// make a line read other than it is written.
func directional(r rune) bool {
	return '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
}

// isTidy reports whether s is plainly tidy, as most text is.
func isTidy(s string) bool {
	for i := plainHead([]byte(s)); i < len(s); i += plainHead([]byte(s[i:])) {
		size := tidySize(s[i:])
		if size == 0 {
			return false
		}
		i += size
	}
	return true
}

// tidySize returns the size of the code point that s begins with, 0 when tidy may change it,
// or join it with its neighbours.
func tidySize(s string) int {
	if c := s[0]; c < utf8.RuneSelf {
		if c < ' ' && c != '\n' || c == 0x7F {
			return 0
		}
		return 1
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case '\u00a1' <= r && r < '\u0300' && r != '\u00ad', // Latin
		'\u0400' <= r && r < '\u0483',           // Cyrillic
		'\u2010' <= r && r < '\u2028', r == '€', // dashes, quotes and the like
		'\u4e00' <= r && r < '\ua000': // Han
		return size
	}
	return 0
}

// plainHead returns how many bytes text begins with that are printed in ASCII or end lines,
// but for the last seven, which it may leave out.
func plainHead(text []byte) (n int) {
	const step = 4 * 8
	for ; n+step <= len(text); n += step {
		b := text[n : n+step]
		if strange(eightOf(b))|strange(eightOf(b[8:]))|strange(eightOf(b[16:]))|strange(eightOf(b[24:])) != 0 {
			break
		}
	}
	for ; n+8 <= len(text); n += 8 {
		if at := strange(eightOf(text[n:])); at != 0 {
			return n + bits.TrailingZeros64(at)/8
		}
	}
	return n
}

func eightOf(b []byte) uint64 {
	_ = b[7]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// eight repeats a byte in each of eight.
const eight = 0x0101010101010101

// strange sets the highest bit of the first of eight bytes that is neither printed in ASCII
// nor ends a line, and maybe of some behind it. All are looked at in one go: adding 0x80-c to
// a byte below 0x80 sets its highest bit when it is at least c.
func strange(b uint64) uint64 {
	small := ^(b + eight*(0x80-' '))         // below the space
	noBreak := (b ^ eight*'\n') + eight*0x7F // not the end of a line
	return (small&noBreak | b | (b + eight)) & (eight * 0x80)
}
