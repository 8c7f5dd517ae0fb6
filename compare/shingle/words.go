package shingle

import (
	"unicode"
	"unicode/utf8"
)

// A scanner walks over the words of a body: lower-cased runs of letters and digits,
// and single code points of Han, Kana and Thai.
type scanner struct {
	body       string
	at         int // the byte to go on from
	start, end int // the word found last
	hash       uint64
}

// next finds the next word and reports whether there is one.
func (s *scanner) next() bool {
	i := s.at
	for i < len(s.body) && lowerASCII[s.body[i]] == 0 {
		i++
	}
	s.start = i
	end := plainEnd(s.body, i)
	if end > i && (end == len(s.body) || s.body[end] < utf8.RuneSelf) {
		s.at, s.end = end, end
		if end+beyond <= len(s.body) {
			s.hash = hashPlain(s.body, i, end)
		} else {
			s.hash = hashOf(s.body[i:end])
		}
		return true
	}
	return s.slowly()
}

// slowly reads a word byte by byte.
func (s *scanner) slowly() bool {
	var w wordHash
	i := s.start
	for i < len(s.body) {
		small := lowerASCII[s.body[i]]
		if small == 0 {
			break
		}
		if small != wideByte {
			w.push(small)
			i++
			continue
		}
		size, ends := s.wide(&w, i)
		i += size
		if ends {
			s.at = i
			return true
		}
	}
	s.at, s.end, s.hash = i, i, w.sum()
	return w.n > 0
}

// wide reads a code point beyond ASCII. It reports whether a word ends with it, or
// before it, in which case the code point is read again where it begins another.
func (s *scanner) wide(w *wordHash, i int) (size int, ends bool) {
	r, size := utf8.DecodeRuneInString(s.body[i:])
	switch kindOf(r) {
	case partsWords:
		if w.n > 0 {
			s.end, s.hash = i, w.sum()
			return size, true
		}
		return size + s.skip(i+size), false
	case standsAlone:
		if w.n > 0 {
			s.end, s.hash = i, w.sum()
			return 0, true
		}
		w.pushRune(r)
		s.start, s.end, s.hash = i, i+size, w.sum()
		return size, true
	}
	w.pushRune(unicode.ToLower(r))
	return size, false
}

// skip passes over what parts words in ASCII and begins the next word behind it.
func (s *scanner) skip(from int) (passed int) {
	i := from
	for i < len(s.body) && lowerASCII[s.body[i]] == 0 {
		i++
	}
	s.start = i
	return i - from
}

// lowerASCII holds the lower-case form of ASCII letters and digits, 0 for the rest of
// ASCII, and wideByte for the bytes of other code points.
var lowerASCII = func() (table [256]byte) {
	for c := byte('0'); c <= '9'; c++ {
		table[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		table[c], table[c-'a'+'A'] = c, c
	}
	for c := utf8.RuneSelf; c < len(table); c++ {
		table[c] = wideByte
	}
	return table
}()

const wideByte = 0xFF

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
