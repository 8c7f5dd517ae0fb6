package text

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words returns the words of s in order.
//
// A final possessive is kept in the span and dropped from Norm ("China’s": "china"),
// and so are the points of an abbreviation ("U.S." and "US" are both "us").
func Words(s string) []Word {
	words := make([]Word, 0, wordsAbout(s))
	for w := range WordsSeq(s) {
		words = append(words, w)
	}
	return words
}

// HasWord reports whether s holds a word.
func HasWord(s string) bool { return wordStart(s, 0) < len(s) }

// WordsSeq returns an iterator over the words of s.
func WordsSeq(s string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		for end := 0; ; {
			start := wordStart(s, end)
			if start == len(s) {
				return
			}
			var norm string
			end, norm = foldedWord(s, start)
			if !yield(Word{Span{start, end}, norm}) {
				return
			}
		}
	}
}

// foldedWord returns where the word that begins at start ends, and its norm. Most words
// are ASCII letters and no more, and those in small letters are their own norm.
func foldedWord(s string, start int) (end int, norm string) {
	letters, small := asciiLetters(s, start)
	end = wordEndAt(s, start, letters)
	switch w := s[start:end]; {
	case end > letters:
		return end, wordNorm(w)
	case small:
		return end, w
	default:
		return end, strings.ToLower(w)
	}
}

// wordsAbout estimates how many words s has.
func wordsAbout(s string) int {
	spaces := strings.Count(s, " ")
	return spaces + spaces/8 + 1
}

// nextWord returns the first word at or after i, or an empty span.
func nextWord(s string, i int) (start, end int) {
	if start = wordStart(s, i); start == len(s) {
		return start, start
	}
	letters, _ := asciiLetters(s, start)
	return start, wordEndAt(s, start, letters)
}

// wordStart returns where the first word at or after i begins, len(s) when there is none.
func wordStart(s string, i int) int {
	for i < len(s) {
		class, size := classAt(s, i)
		if class != other {
			return i
		}
		i += size
	}
	return len(s)
}

// asciiLetters returns the end of the ASCII letters that begin at i, and whether all of
// them are small.
func asciiLetters(s string, i int) (end int, small bool) {
	all := byte(0x20) // the bit that a capital lacks
	for ; i < len(s) && isLetterByte(s[i]); i++ {
		all &= s[i]
	}
	return i, all != 0
}

// wordEndAt returns the end of the word at start, whose ASCII letters end at letters.
func wordEndAt(s string, start, letters int) int {
	switch {
	case letters == start:
		class, size := classAt(s, start)
		if class == single {
			return start + size
		}
		return wordEnd(s, start+size, class)
	case letters < len(s) && s[letters] == ' ':
		return letters
	}
	return wordEnd(s, letters, letter)
}

// wordEnd returns where the word that has run up to i ends; prev is the class of
// the character before i.
func wordEnd(s string, i int, prev charClass) int {
	for i < len(s) {
		if isLetterByte(s[i]) { // the common case
			i, prev = i+1, letter
			continue
		}
		class, size := classAt(s, i)
		if class == letter || class == digit {
			i, prev = i+size, class
			continue
		}
		if class == single {
			return i
		}
		joint := joinAt(s, i)
		if joint == 0 {
			return i
		}
		next, nextSize := classAt(s, i+joint)
		if !joins(s, i, prev, next, nextSize) {
			return i
		}
		i, prev = i+joint+nextSize, next
	}
	return i
}

// joins reports whether the joint at i holds two parts of one word together.
func joins(s string, i int, prev, next charClass, nextSize int) bool {
	if next != letter && next != digit {
		return false
	}
	switch s[i] {
	case ',':
		return prev == digit && next == digit
	case '.':
		if prev == digit || next == digit {
			return prev == digit && next == digit
		}
		// The points of "U.S." and "a.m.", not those of "end.Start".
		return loneBefore(s, i) && loneAfter(s, i+1+nextSize)
	}
	return true
}

// loneBefore reports whether exactly one letter stands before i.
func loneBefore(s string, i int) bool {
	_, size := utf8.DecodeLastRuneInString(s[:i])
	i -= size
	if i == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// loneAfter reports whether no letter or digit stands at i.
func loneAfter(s string, i int) bool {
	class, _ := classAt(s, i)
	return class == other
}

// joinAt returns the bytes of the character at i if it may stand inside a word, else 0.
func joinAt(s string, i int) int {
	switch s[i] {
	case '\'', '-', ',', '.':
		return 1
	case 0xc2:
		if strings.HasPrefix(s[i:], "\u00ad") {
			return 2
		}
	case 0xe2:
		switch r, size := utf8.DecodeRuneInString(s[i:]); r {
		case '’', '‐', '‑', '\u200b', '\u200c', '\u200d', '\u2060':
			return size
		}
	}
	return 0
}

// wordNorm folds a word and takes off its possessive and its points.
func wordNorm(w string) string {
	norm := strings.TrimSuffix(Fold(w), "'s")
	if len(norm) > 2 && norm[0] > '9' && strings.IndexByte(norm, '.') > 0 {
		norm = strings.ReplaceAll(norm, ".", "")
	}
	return norm
}

type charClass uint8

const (
	other charClass = iota
	letter
	digit
	single // a character that is a word by itself
)

// classAt returns the class and size of the character at i; other and 0 at the end.
func classAt(s string, i int) (charClass, int) {
	if i >= len(s) {
		return other, 0
	}
	c := s[i]
	switch {
	case isLetterByte(c):
		return letter, 1
	case '0' <= c && c <= '9':
		return digit, 1
	case c < utf8.RuneSelf:
		return other, 1
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	return classOf(r), size
}

func isLetterByte(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func classOf(r rune) charClass {
	switch {
	case r == utf8.RuneError:
		return other
	case r < 0x0250, 0x0370 <= r && r < 0x0530: // Latin, Greek, Cyrillic: the common case
		if unicode.IsLetter(r) {
			return letter
		}
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai):
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return single
		}
	}
	switch {
	case unicode.IsLetter(r), unicode.IsMark(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	return other
}
