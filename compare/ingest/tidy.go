package ingest

import (
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
	for i := 0; i < len(s); {
		if i+8 <= len(s) && isPlain(s[i:]) {
			i += 8
			continue
		}
		for end := min(i+8, len(s)); i < end; {
			size := tidySize(s[i:])
			if size == 0 {
				return false
			}
			i += size
		}
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

// isPlain reports whether the first eight bytes of s are printed in ASCII or end lines. All
// are looked at in one go: adding 0x80-c to a byte below 0x80 sets its highest bit when it
// is at least c.
func isPlain(s string) bool {
	const each = 0x0101010101010101
	_ = s[7]
	b := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	if b&(each*0x80) != 0 {
		return false
	}
	small := ^(b + each*(0x80-' '))        // below the space
	noBreak := (b ^ each*'\n') + each*0x7F // not the end of a line
	return (small&noBreak|(b+each))&(each*0x80) == 0
}
