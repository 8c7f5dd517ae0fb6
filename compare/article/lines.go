package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// These are the cheap observations that rules decide by.

// quoteMarks reports whether a line holds double quotation marks.
func quoteMarks(line string) bool {
	for i := range len(line) {
		if c := line[i]; c == '"' || c >= firstOfMark && doubleMark(line[i:]) {
			return true
		}
	}
	return false
}

// firstOfMark is the least byte that a quotation mark beyond ASCII begins with.
const firstOfMark = 0xc2

// doubleMark reports whether s begins with one of “ ” „ « ».
func doubleMark(s string) bool {
	if len(s) >= 2 && s[0] == 0xc2 {
		return s[1] == 0xab || s[1] == 0xbb
	}
	return len(s) >= 3 && s[0] == 0xe2 && s[1] == 0x80 && 0x9c <= s[2] && s[2] <= 0x9e
}

// wordCount returns the number of words parted by spaces.
func wordCount(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] != ' ' && (i == 0 || s[i-1] == ' ') {
			n++
		}
	}
	return n
}

// firstWords returns at most n words from the beginning of s.
func firstWords(s string, n int) []string {
	words := make([]string, 0, n)
	for w := range strings.FieldsSeq(s) {
		if words = append(words, w); len(words) == n {
			break
		}
	}
	return words
}

// ended reports whether a line ends as sentences do, closing quotes and brackets aside.
func ended(line string) bool {
	line = strings.TrimRight(line, "\"”’'»)]")
	r, _ := utf8.DecodeLastRuneInString(line)
	switch r {
	case '.', '!', '?', '…', ':', ';', '。', '！', '？':
		return true
	}
	return false
}

// minProse is the length in bytes from which a finished line is taken for a paragraph.
const minProse = 80

// prose reports whether a line reads like a paragraph of the article.
func prose(line string) bool { return len(line) >= minProse && ended(line) }

// capitals reports whether all letters of a line are capitals, and how many words it has.
func capitals(line string) (all bool, words int) {
	letters := 0
	for _, r := range line {
		if unicode.IsLower(r) {
			return false, 0
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 3, len(strings.Fields(line))
}

// capitalised reports whether a word opens with a capital letter.
func capitalised(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// plain writes s as lower-case letters and digits, one space between words, so that
// wordings can be compared whatever their punctuation.
func plain(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for i := 0; i < len(s); {
		if c := s[i]; 'a' <= c && c <= 'z' && !gap {
			b.WriteByte(c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == '\'' || r == '’' || r == '‘':
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	return b.String()
}

// oneOf reports whether word is in a list whose words are parted and enclosed by bars.
func oneOf(list, word string) bool {
	bar := "|" + word + "|"
	return strings.Contains(list, bar)
}

// hasAnyPrefix reports whether s begins with one of the openings.
func hasAnyPrefix(s string, openings ...string) bool {
	for _, o := range openings {
		if strings.HasPrefix(s, o) {
			return true
		}
	}
	return false
}
