package shingle

import (
	"math/bits"
	"slices"
	"unicode/utf8"
)

// block is how many bytes of a body are read at a time, and beyond how many behind them
// may be looked at too.
const (
	block  = 64
	beyond = 16
)

// appendWords appends the hashes of the words of a body. Blocks of ASCII are read without
// deciding byte by byte where words begin and end; where letters beyond ASCII stand, and
// at the end of the body, a scanner reads on.
func appendWords(dst []uint64, body string) []uint64 {
	r := reader{}
	for passed := 0; r.at+block+beyond <= len(body); {
		dst = slices.Grow(dst, block)
		n := 0
		n, r = hashBlocks(dst[len(dst):cap(dst)], body, r)
		dst = dst[:len(dst)+n]
		if cap(dst)-len(dst) < block || r.at+block+beyond > len(body) {
			continue
		}
		if passed = pastMarks(body, r.at, passed); passed >= 0 {
			r.clear = r.at + block
			continue
		}
		dst, r.at = appendScanned(dst, body, r.begun(), r.at+block)
		r.goesOn, passed = 0, 0
	}
	dst, _ = appendScanned(dst, body, r.begun(), len(body))
	return dst
}

// A reader stands between two blocks of a body.
type reader struct {
	at     int    // where the next block begins
	clear  int    // up to where whatever is beyond ASCII is known to part words
	start  int    // of the word that has begun
	goesOn uint64 // 1 when that word may go on in the next block, 0 when none has begun
}

// begun returns from where to read the next block word by word.
func (r reader) begun() int {
	if r.goesOn != 0 {
		return r.start
	}
	return r.at
}

// appendScanned appends the words from one place on that begin before another, and
// returns where they end.
func appendScanned(dst []uint64, body string, from, before int) ([]uint64, int) {
	s := scanner{body: body, at: from}
	for s.at < before && s.next() {
		dst = append(dst, s.hash)
	}
	return dst, s.at
}

// pastMarks returns where the last code point of a block ends that is beyond ASCII, given
// where that of the block before did; -1 when one of them does not part words.
func pastMarks(body string, at, passed int) int {
	for i := max(at, passed); i < at+block; {
		plain := bits.TrailingZeros64(eightBytes(body[i:])&(eight*0x80)) / 8
		if i += plain; plain == 8 || i >= at+block {
			continue
		}
		r, size := utf8.DecodeRuneInString(body[i:])
		if kindOf(r) != partsWords {
			return -1
		}
		i += size
		passed = i
	}
	return passed
}

// plainEnd returns where the ASCII letters and digits end that begin at i.
func plainEnd(s string, i int) int {
	for i+8 <= len(s) {
		run := bits.TrailingZeros64(^plainBytes(eightBytes(s[i:]))&(eight*0x80)) / 8
		if i += run; run < 8 {
			return i
		}
	}
	for i < len(s) && lowerASCII[s[i]]-1 < utf8.RuneSelf-1 {
		i++
	}
	return i
}

// eight repeats a byte in each of eight.
const eight = 0x0101010101010101

// lower makes ASCII letters lower case and leaves digits as they are.
const lower = eight * 0x20

// eightBytes returns the first eight bytes of s, the first one lowest.
func eightBytes(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// plainBytes sets the highest bit of those of eight bytes that are ASCII letters or
// digits. All are looked at in one go: adding 0x80-c to a byte below 0x80 sets its highest
// bit when it is at least c.
func plainBytes(bytes uint64) uint64 {
	low := bytes &^ (eight * 0x80)
	notDigits := (low ^ eight*'0') + eight*(0x80-10)
	low |= lower
	letters := (low + eight*(0x80-'a')) &^ (low + eight*(0x80-'z'-1))
	return (letters | ^notDigits) &^ bytes
}
