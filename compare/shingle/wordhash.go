package shingle

import (
	"math/bits"
	"unicode/utf8"
)

// A wordHash hashes the bytes of a word as they come. Sixteen at a time are folded in by a
// multiplication to 128 bits whose halves are joined (wyhash, Wang Yi 2019). No byte of a
// word is zero, so that those that the last sixteen lack tell how long it is.
type wordHash struct {
	folded    uint64
	low, high uint64 // the bytes not yet folded in, the first one lowest
	n         int    // bytes
}

// folded is how many bytes are folded in at a time.
const folded = 16

func (w *wordHash) push(b byte) {
	at := &w.low
	if w.n&8 != 0 {
		at = &w.high
	}
	*at |= uint64(b) << (8 * (w.n & 7))
	if w.n++; w.n%folded == 0 {
		w.folded, w.low, w.high = fold(w.folded^w.low, w.high), 0, 0
	}
}

func (w *wordHash) sum() uint64 {
	if w.n%folded == 0 {
		return w.folded
	}
	return fold(w.folded^w.low, w.high)
}

func fold(low, high uint64) uint64 {
	high, low = bits.Mul64(low^0xA0761D6478BD642F, high^0xE7037ED1A0B428DB)
	return high ^ low
}

// hashOf returns the hash of a word of ASCII letters and digits.
func hashOf(word string) uint64 {
	var w wordHash
	for i := range len(word) {
		w.push(word[i] | 0x20)
	}
	return w.sum()
}

func (w *wordHash) pushRune(r rune) {
	var buf [utf8.UTFMax]byte
	for _, b := range buf[:utf8.EncodeRune(buf[:], r)] {
		w.push(b)
	}
}
