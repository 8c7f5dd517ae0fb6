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
	folded := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			folded = append(folded, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r = foldRune(r); r >= 0 {
			folded = utf8.AppendRune(folded, r)
		}
		i += size
	}
	return norm.NFC.String(string(folded))
}

// foldRune folds a code point beyond ASCII; -1 when it is left out.
func foldRune(r rune) rune {
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
