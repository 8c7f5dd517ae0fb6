package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestAbbreviation bounds the look back for one.
const longestAbbreviation = 24

// abbreviated reports whether the single point at i belongs to an abbreviation, an
// initial or an ordinal, and the sentence goes on at next.
func abbreviated(s string, start, i, marksEnd, end, next int, l *language) bool {
	if s[i] != '.' || marksEnd != i+1 || end != marksEnd && s[marksEnd] != ')' {
		return false
	}
	token := tokenBefore(s, start, i)
	if token == "" {
		return false
	}
	if isDigits(token) {
		return ordinal(s, start, i, token, next, l)
	}
	short := isLetter(token) || isInitial(token)
	if short && lettersAt(s, next) {
		return true // "z. B.", "J. D. Smith"
	}
	kind := l.abbreviations[Fold(token)]
	if kind != beforeName && short && l.initial(s, start, i-len(token), token, next) {
		return true
	}
	switch kind {
	case beforeName:
		return true
	case beforeNumber:
		return isDigitByte(s[next])
	case maybeEnds:
		return dashAt(s, next) || !l.opensSentence(s, next)
	}
	return false
}

// initial reports whether the letters at i are initials of a name that goes on at
// next, or the second half of an abbreviation ("u. a. Köln").
func (l *language) initial(s string, start, i int, token string, next int) bool {
	before := s[start:i]
	if !IsCapital(token) {
		before = strings.TrimRight(before, " \u00a0")
		return strings.HasSuffix(before, ".") && isLetter(tokenBefore(s, start, start+len(before)-1)) && !l.opensSentence(s, next)
	}
	if strings.HasSuffix(before, "°") {
		return false // "30 °C."
	}
	from, to := nextWord(s, next)
	return l.particles[wordNorm(s[from:to])] || dashAt(s, next) || !l.opensSentence(s, next)
}

func isLetter(token string) bool {
	r, size := utf8.DecodeRuneInString(token)
	return size == len(token) && unicode.IsLetter(r)
}

// dashAt reports whether a dash stands at i: after a dateline ("SYRACUSE, N.Y. — The
// council …") the sentence goes on.
func dashAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r == '-' || r == '–' || r == '—'
}

// tokenBefore returns the letters, digits and inner points before i.
func tokenBefore(s string, start, i int) string {
	at := i
	for at > start {
		r, size := utf8.DecodeLastRuneInString(s[start:at])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' || r == utf8.RuneError {
			break
		}
		at -= size
		if i-at > longestAbbreviation {
			return ""
		}
	}
	return strings.TrimLeft(s[at:i], ".")
}

func isDigits(s string) bool {
	for i := range len(s) {
		if !isDigitByte(s[i]) {
			return false
		}
	}
	return true
}

// ordinal reports whether a number with a point goes on: the marker of a list at
// the start of a sentence, or the ordinals of the languages that write a point. After
// a noun ("Platz 93.") only a date is one, after an article longer ones are too.
func ordinal(s string, start, i int, token string, next int, l *language) bool {
	at := i - len(token)
	if at == start {
		return len(token) <= 2
	}
	if !l.ordinalPoint || len(token) > 3 || l.opensSentence(s, next) {
		return false
	}
	before := tokenBefore(s, start, len(strings.TrimRight(s[:at], " \u00a0")))
	if IsCapital(before) && !l.stop[Fold(before)] {
		from, to := nextWord(s, next)
		return l.months[wordNorm(s[from:to])] > 0
	}
	return len(token) <= 2 || l.stop[Fold(before)]
}

// lettersAt reports whether a single letter with a point stands at i.
func lettersAt(s string, i int) bool {
	class, size := classAt(s, i)
	return class == letter && strings.HasPrefix(s[i+size:], ".")
}

// isInitial reports whether a token is a capital letter, or several with points
// between them ("J", "U.S").
func isInitial(token string) bool {
	for i, r := range token {
		if i == 0 && !unicode.IsUpper(r) {
			return false
		}
	}
	letters := strings.Split(token, ".")
	for _, l := range letters {
		if utf8.RuneCountInString(l) != 1 {
			return false
		}
	}
	return true
}
