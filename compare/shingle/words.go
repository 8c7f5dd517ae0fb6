package shingle

import (
	"math/bits"
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

// next finds the next word and reports whether there is one. It reads plain words, which
// most are, eight bytes at a time and leaves the others to slowly.
func (s *scanner) next() bool {
	body, i := s.body, s.at
	for i < len(body) && lowerASCII[body[i]] == 0 {
		i++
	}
	s.start = i
	var w wordHash
	for i+8 <= len(body) {
		bytes := eightBytes(body[i:])
		run := plainRun(bytes)
		i += run
		w.n += run
		lower := bits.ReverseBytes64(bytes | eight*0x20) // digits have this bit already
		if run == 8 {
			w.folded = fold(w.folded ^ lower)
			continue
		}
		w.chunk = lower >> (64 - 8*run)
		if body[i] >= utf8.RuneSelf {
			break
		}
		s.at, s.end, s.hash = i, i, w.sum()
		return true
	}
	return s.slowly(w, i)
}

// slowly goes on with a word byte by byte.
func (s *scanner) slowly(w wordHash, i int) bool {
	body := s.body
	for i < len(body) {
		lower := lowerASCII[body[i]]
		if lower-1 < utf8.RuneSelf-1 {
			w.push(lower)
			i++
			continue
		}
		if lower == 0 {
			break
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

// A wordHash hashes the bytes of a word as they come, eight at a time, each folded in
// by a multiplication to 128 bits whose halves are joined (wyhash, Wang Yi 2019).
type wordHash struct {
	folded, chunk uint64
	n             int // bytes
}

func (w *wordHash) push(b byte) {
	w.chunk = w.chunk<<8 | uint64(b)
	w.n++
	if w.n&7 == 0 {
		w.folded, w.chunk = fold(w.folded^w.chunk), 0
	}
}

// eight repeats a byte in each of eight.
const eight = 0x0101010101010101

// eightBytes returns the first eight bytes of s, the first one lowest.
func eightBytes(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// plainRun returns how many of eight bytes, from the lowest, are ASCII letters or digits.
// All are looked at in one go: adding 0x80-c to a byte below 0x80 sets its highest bit
// when it is at least c.
func plainRun(bytes uint64) int {
	low := bytes &^ (eight * 0x80)
	digits := (low + eight*(0x80-'0')) &^ (low + eight*(0x80-'9'-1))
	low |= eight * 0x20
	letters := (low + eight*(0x80-'a')) &^ (low + eight*(0x80-'z'-1))
	others := ^(digits | letters) | bytes // in the highest bits
	return bits.TrailingZeros64(others&(eight*0x80)) / 8
}

func (w *wordHash) pushRune(r rune) {
	var buf [utf8.UTFMax]byte
	for _, b := range buf[:utf8.EncodeRune(buf[:], r)] {
		w.push(b)
	}
}

// sum returns the hash; the length keeps words apart whose chunks are alike.
func (w *wordHash) sum() uint64 { return fold(w.folded ^ w.chunk ^ uint64(w.n)<<56) }

func fold(x uint64) uint64 {
	high, low := bits.Mul64(x^0xA0761D6478BD642F, 0xE7037ED1A0B428DB)
	return high ^ low
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
