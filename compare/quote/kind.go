package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/text"
)

// kindOf types the stretch at unit u of sentence s.
func (c *scene) kindOf(s sentence, u int, cr credit) Kind {
	in := c.stretches[c.units[u].quote].Of(c.s)
	words := text.Words(in)
	whole := len(words) >= 4 && (endsSentence(in) || strings.HasSuffix(in, ",")) && startsUpper(in)
	switch {
	case u > s.from && c.units[u-1].is(isTitleNoun|isTermWord):
		if c.units[u-1].is(isTermWord) {
			return Term
		}
		return Title
	case whole:
		return Direct
	case cr.ok():
		return Partial
	case len(words) >= 4:
		return Partial
	}
	return Term
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "“”\"'‘’([…. "))
	return unicode.IsUpper(r)
}

func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”’\"')"))
	return strings.ContainsRune(".!?…", r)
}
