package shingle

import (
	"math/bits"
	"unicode/utf8"
)

// A wordHash hashes the bytes of a word as they come, sixteen at a time: each half of
// those, the first byte lowest, is made unlike the other by a number of its own, and the
// product of both, of 128 bits, is folded (wyhash, Wang Yi 2019).
type wordHash struct {
	folded, first, second uint64
	n                     int // bytes
}

func (w *wordHash) push(b byte) {
	at := w.n % 16
	if at == 0 && w.n > 0 {
		w.folded, w.first, w.second = fold(w.folded^w.first, w.second), 0, 0
	}
	if at < 8 {
		w.first = w.first>>8 | uint64(b)<<56
	} else {
		w.second = w.second>>8 | uint64(b)<<56
	}
	w.n++
}

func (w *wordHash) pushRune(r rune) {
	var buf [utf8.UTFMax]byte
	for _, b := range buf[:utf8.EncodeRune(buf[:], r)] {
		w.push(b)
	}
}

// sum returns the hash; the length keeps words apart whose bytes are alike.
func (w *wordHash) sum() uint64 { return fold(w.folded^w.first, w.second^uint64(w.n)) }

// fold multiplies two halves and joins the halves of the product. The numbers hold bytes
// that stand in no word, so that neither factor of a short word is zero.
func fold(first, second uint64) uint64 {
	high, low := bits.Mul64(first^0xA0761D6478BD642F, second^0xE7037ED1A0B428DB)
	return high ^ low
}

// hashOf returns the hash of a word of ASCII letters and digits.
func hashOf(word string) uint64 {
	var w wordHash
	for i := range len(word) {
		w.push(word[i] | 0x20) // digits have this bit already
	}
	return w.sum()
}

// hashPlain returns the hash of a word of ASCII letters and digits with sixteen bytes or
// more from its last part on: what of them is not the word's is shifted out.
func hashPlain(body string, start, end int) uint64 {
	n, folded := uint64(end-start), uint64(0)
	for ; end-start > 16; start += 16 {
		word := body[start : start+16]
		folded = fold(folded^(eightBytes(word)|lower), eightBytes(word[8:])|lower)
	}
	word := body[start : start+16]
	missing := 64 - 8*(end-start) // bits of the first half, or below zero those that go to the second
	goesOn := missing >> 63       // all bits set when some do
	first := (eightBytes(word) | lower) << uint(missing&^goesOn&63)
	second := (eightBytes(word[8:]) | lower) << uint(missing&63) & uint64(goesOn)
	return fold(folded^first, second^n)
}
