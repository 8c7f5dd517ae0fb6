package shingle

import (
	"math/bits"
	"unicode/utf8"
)

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

// hashOf returns the hash of a word of ASCII letters and digits.
func hashOf(word string) uint64 {
	var w wordHash
	for i := range len(word) {
		w.push(word[i] | 0x20) // digits have this bit already
	}
	return w.sum()
}
