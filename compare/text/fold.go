package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s in lower case and NFC with quotes, apostrophes, dashes and spaces
// made plain, and without soft hyphens and zero-width characters. Folding a folded
// string changes nothing; invalid bytes become U+FFFD.
func Fold(s string) string {
	lower := true
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return foldUnicode(s)
		}
		lower = lower && (c < 'A' || c > 'Z')
	}
	if lower {
		return s
	}
	return strings.ToLower(s)
}

// foldUnicode folds before it composes: dropping a zero-width character can bring
// a letter and its accent together.
func foldUnicode(s string) string {
	return norm.NFC.String(strings.Map(foldRune, s))
}

func foldRune(r rune) rune {
	if r < utf8.RuneSelf {
		return unicode.ToLower(r)
	}
	switch r {
	case '‘', '’', '‚', '‛', 'ʼ', '′', '‹', '›':
		return '\''
	case '“', '”', '„', '‟', '«', '»', '″':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	case '\u00a0', '\u2007', '\u2009', '\u200a', '\u202f', '\u3000':
		return ' '
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return -1
	}
	return unicode.ToLower(r)
}
