package text

import (
	"unicode"
	"unicode/utf8"
)

// RuneStart returns the nearest rune boundary at or before i.
func RuneStart(s string, i int) int {
	for back := 0; back < utf8.UTFMax && i > 0 && i < len(s) && !utf8.RuneStart(s[i]); back++ {
		i--
	}
	return i
}

// IsCapital reports whether s begins with an upper-case letter.
func IsCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
