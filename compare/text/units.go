package text

import (
	"strings"
	"unicode/utf8"
)

// longestUnit is the most words a unit has: "miles per hour".
const longestUnit = 3

// unitAt returns the unit that begins with word i and the number of its words.
func (l *language) unitAt(t tokens, i int) (string, int) {
	for size := min(longestUnit, len(t.words)-i); size >= 1; size-- {
		whole := true
		for k := i; k < i+size-1; k++ {
			whole = whole && t.space(k)
		}
		if !whole {
			continue
		}
		if u := l.units[t.phrase(i, i+size)]; u != "" {
			return u, size
		}
	}
	return "", 0
}

type currency struct {
	unit  string
	start int // where its sign stands
}

// currencyBefore returns the sign of a currency right before start: "$", "US$", "€ ".
func currencyBefore(s string, start int) (currency, bool) {
	before := s[:start]
	for _, gap := range []string{" ", "\u00a0", "\u202f"} {
		if cut, ok := strings.CutSuffix(before, gap); ok {
			before = cut
			break
		}
	}
	r, size := utf8.DecodeLastRuneInString(before)
	if !isCurrency(r) {
		return currency{}, false
	}
	at := len(before) - size
	if r != '$' {
		return currency{string(r), at}, true
	}
	letters := at
	for letters > 0 && at-letters < 3 && 'A' <= s[letters-1] && s[letters-1] <= 'Z' {
		letters--
	}
	if letters > 0 && isLetterByte(s[letters-1]) {
		letters = at // the end of a word, not "HK$"
	}
	if prefix := s[letters:at]; prefix != "" && prefix != "US" {
		return currency{prefix + "$", letters}, true
	}
	return currency{"$", letters}, true
}

func isCurrency(r rune) bool {
	switch r {
	case '$', '£', '€', '¥', '₽', '₴', '₹', '₩', '₪', '₺':
		return true
	}
	return false
}

// currencyOf returns the unit of an ISO 4217 code written before an amount.
func currencyOf(w string) string {
	switch w {
	case "usd":
		return "$"
	case "eur":
		return "€"
	case "gbp":
		return "£"
	case "jpy", "cny", "rmb":
		return "¥"
	}
	return ""
}

// symbolAfter returns the unit whose sign follows at i, after a space or none.
func symbolAfter(s string, i int) (unit string, end int) {
	at := i
	for _, gap := range []string{" ", "\u00a0", "\u202f"} {
		if strings.HasPrefix(s[at:], gap) {
			at += len(gap)
			break
		}
	}
	r, size := utf8.DecodeRuneInString(s[at:])
	switch {
	case r == '%' || r == '％':
		return "%", at + size
	case r == '°':
		return degrees(s, at+size)
	case isCurrency(r):
		if next, _ := classAt(s, at+size); next != other {
			return "", i // the sign of the next amount
		}
		return string(r), at + size
	}
	return "", i
}

// degrees reads the scale after the sign: "°C", "° F".
func degrees(s string, i int) (string, int) {
	at := i
	if strings.HasPrefix(s[at:], " ") {
		at++
	}
	if at < len(s) && (s[at] == 'C' || s[at] == 'F') {
		if class, _ := classAt(s, at+1); class == other {
			return "°" + s[at:at+1], at + 1
		}
	}
	return "°", i
}

func squareOf(unit string) string {
	switch unit {
	case "m":
		return "square metre"
	case "km":
		return "square km"
	case "mile", "foot":
		return "square " + unit
	}
	return unit
}
