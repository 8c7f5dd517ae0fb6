package shingle

import (
	"math/bits"
	"unicode/utf8"
)

// block is how many bytes of a body are classed at a time, one bit each.
const block = 64

// appendWords appends the hashes of the words of a body. It finds where words of ASCII
// begin and end for a block at a time, so that nothing has to be decided byte by byte or
// word by word; where letters beyond ASCII stand, and at the end of the body, a scanner
// reads on.
func appendWords(dst []uint64, body string) []uint64 {
	at, start := 0, 0   // of the block, and of the word that has begun
	goesOn := uint64(0) // 1 when that word goes on from the block before
	for passed := 0; at+block+8 <= len(body); {
		plain, wide := classes(body[at : at+block])
		if wide {
			if passed = pastMarks(body, at, passed); passed < 0 {
				dst, at = appendScanned(dst, body, begun(start, at, goesOn), at+block)
				goesOn, passed = 0, 0
				continue
			}
		}
		before := plain<<1 | goesOn
		starts, ends := plain&^before, before&^plain
		if goesOn == 0 {
			start, starts = at+bits.TrailingZeros64(starts), starts&(starts-1)
		}
		dst, start = appendPlain(dst, body, at, start, starts, ends)
		goesOn = plain >> (block - 1)
		at += block
	}
	dst, _ = appendScanned(dst, body, begun(start, at, goesOn), len(body))
	return dst
}

// appendPlain appends the words that end in a block, and returns where the word begins that
// does not: the first begins at start, each other at one of starts. Its loop calls nothing,
// so that all it needs stays in registers.
func appendPlain(dst []uint64, body string, at, start int, starts, ends uint64) ([]uint64, int) {
	for ; ends != 0; ends &= ends - 1 {
		n := uint(at + bits.TrailingZeros64(ends) - start)
		word := body[start:] // and what follows, which is shifted out
		left, hash := n, uint64(0)
		for ; left >= 8; left -= 8 {
			hash = fold(hash ^ bits.ReverseBytes64(eightBytes(word)|lower))
			word = word[8:]
		}
		chunk := bits.ReverseBytes64(eightBytes(word)|lower) >> (64 - 8*left)
		dst = append(dst, fold(hash^chunk^uint64(n)<<56))
		start, starts = at+bits.TrailingZeros64(starts), starts&(starts-1)
	}
	return dst, start
}

// lower makes ASCII letters lower case and leaves digits as they are.
const lower = eight * 0x20

// begun returns from where to read a block word by word.
func begun(start, at int, goesOn uint64) int {
	if goesOn != 0 {
		return start
	}
	return at
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
		if body[i] < utf8.RuneSelf {
			i++
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

// classes returns which bytes of a block are ASCII letters or digits, a bit each, the first
// one lowest, and whether any is beyond ASCII.
func classes(s string) (plain uint64, wide bool) {
	all := uint64(0)
	for ; len(s) >= 8; s = s[8:] {
		bytes := eightBytes(s)
		all |= bytes
		plain = plain>>8 | gathered(plainBytes(bytes))
	}
	return plain, all&(eight*0x80) != 0
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

// gathered moves the highest bits of eight bytes to the highest byte, their order kept.
func gathered(bytes uint64) uint64 {
	return bytes & (eight * 0x80) >> 7 * 0x0102040810204080 & (0xFF << 56)
}
