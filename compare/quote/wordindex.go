package quote

import "math/bits"

// A wordIndex finds the entries of words faster than a map does: most words of a text are in no
// list, and an empty slot says so at once.
type wordIndex struct {
	slots  []uint16 // one more than the place in listed; 0 is empty
	listed []listedWord
	shift  int
}

type listedWord struct {
	word  string
	entry *entry
}

// indexWords makes an index of words with a slot in four taken at most.
func indexWords(words map[string]*entry) wordIndex {
	n := bits.Len(uint(len(words))) + 2
	x := wordIndex{slots: make([]uint16, 1<<n), listed: make([]listedWord, 0, len(words)), shift: 64 - n}
	for w, e := range words {
		x.listed = append(x.listed, listedWord{w, e})
		i := x.slot(w)
		for x.slots[i] != 0 {
			i = (i + 1) & (len(x.slots) - 1)
		}
		x.slots[i] = uint16(len(x.listed))
	}
	return x
}

// find returns the entry of a word, an empty one when there is none.
func (x *wordIndex) find(w string) *entry {
	for i := x.slot(w); x.slots[i] != 0; i = (i + 1) & (len(x.slots) - 1) {
		if at := &x.listed[x.slots[i]-1]; at.word == w {
			return at.entry
		}
	}
	return &noEntry
}

// slot returns where to look for a word first.
func (x *wordIndex) slot(w string) int { return int(hashWord(w) >> x.shift) }

// hashWord mixes the length of a word, its first eight bytes and its last eight.
func hashWord(w string) uint64 {
	var a, b uint64
	switch n := len(w); {
	case n >= 8:
		a, b = eight(w), eight(w[n-8:])
	case n >= 4:
		a, b = four(w), four(w[n-4:])
	case n > 0:
		a, b = uint64(w[0])|uint64(w[n/2])<<8, uint64(w[n-1])
	}
	h := (a ^ bits.RotateLeft64(b, 29) ^ uint64(len(w))) * 0x9E3779B97F4A7C15
	return (h ^ h>>32) * 0xD6E8FEB86659FD93
}

func four(w string) uint64 {
	return uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24
}

func eight(w string) uint64 { return four(w) | four(w[4:])<<32 }
