package shingle

import (
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"
)

// A scanner walks over the words of a body: lower-cased runs of letters and digits,
// and single code points of Han, Kana and Thai.
type scanner struct {
	body       string
	at         int // the byte to go on from
	start, end int // the word found last
	hash       uint64
	lower      [64]byte // scratch; longer words take a buffer of their own
}

// next finds the next word and reports whether there is one.
func (s *scanner) next() bool {
	buf := s.lower[:0]
	for s.at < len(s.body) {
		from := s.at
		c := s.body[from]
		if c < utf8.RuneSelf {
			s.at++
			if l := lowerASCII[c]; l != 0 {
				buf = s.extend(buf, from, l)
				continue
			}
			if len(buf) > 0 {
				return s.found(buf)
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s.body[from:])
		switch kindOf(r) {
		case partsWords:
			s.at += size
			if len(buf) > 0 {
				return s.found(buf)
			}
		case standsAlone:
			if len(buf) > 0 {
				return s.found(buf)
			}
			s.at += size
			s.start, s.end = from, s.at
			return s.found(utf8.AppendRune(buf, r))
		default:
			s.at += size
			if len(buf) == 0 {
				s.start = from
			}
			s.end = s.at
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		}
	}
	return len(buf) > 0 && s.found(buf)
}

// extend adds a letter or digit of ASCII to the word being read.
func (s *scanner) extend(buf []byte, from int, lower byte) []byte {
	if len(buf) == 0 {
		s.start = from
	}
	s.end = from + 1
	return append(buf, lower)
}

func (s *scanner) found(word []byte) bool {
	s.hash = xxh3.Hash(word)
	return true
}

// lowerASCII holds the lower-case form of ASCII letters and digits, 0 for the rest.
var lowerASCII = func() (table [utf8.RuneSelf]byte) {
	for c := byte('0'); c <= '9'; c++ {
		table[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		table[c], table[c-'a'+'A'] = c, c
	}
	return table
}()

type runeKind int

const (
	inWord runeKind = iota
	partsWords
	standsAlone
)

func kindOf(r rune) runeKind {
	switch {
	case 0x2010 <= r && r <= 0x2060: // dashes and quotes, by far the commonest here
		return partsWords
	case !unicode.IsLetter(r) && !unicode.IsDigit(r), isLetterQuote(r):
		return partsWords
	case isUnspaced(r):
		return standsAlone
	}
	return inWord
}

// isLetterQuote reports whether r is one of the quotation marks that Unicode
// counts among the letters: modifier apostrophes, turned commas, primes.
func isLetterQuote(r rune) bool { return 0x02B9 <= r && r <= 0x02BD || r == 0x02EE }

// isUnspaced reports whether r belongs to a script written without spaces.
func isUnspaced(r rune) bool {
	switch {
	case r < 0x0E00:
		return false
	case r <= 0x0E7F: // Thai
		return true
	case 0x3040 <= r && r <= 0x30FF, 0x31F0 <= r && r <= 0x31FF, 0xFF66 <= r && r <= 0xFF9F: // Kana
		return true
	}
	return unicode.Is(unicode.Han, r)
}
