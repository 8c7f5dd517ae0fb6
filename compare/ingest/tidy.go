package ingest

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// tidy gives text one form: NFC, lines ended by \n alone, plain spaces, and no
// characters that cannot be seen. Terminals obey some of those, and all of them
// keep equal words from being equal.
func tidy(s string) string {
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
