// Package shingle holds word n-grams: hashed, sketched, compared.
//
// Shingles of version 1 are word 5-grams of the lower-cased runs of letters and
// digits of an article's body as ingested; runs of Han, Kana and Thai are split
// into code points. Everything else parts runs, quotes and dashes of any shape
// too, so that a change of typography does not change a shingle. A body of one
// to four words has one shingle, made of all of them; a body without words has none.
//
// A word is hashed with XXH3-64 over its UTF-8, a shingle with XXH3-64 over its
// words' hashes in order, little endian. The package makes no promise of
// stability to outside users.
package shingle

import (
	"encoding/binary"

	"github.com/zeebo/xxh3"
)

// Version names the definition of a shingle. It is stored with every index and
// changes whenever the same body would get other shingles.
const Version = 1

// Width is the number of words in a shingle.
const Width = 5

// Of returns the shingles of a body.
func Of(body string) Set {
	return sortUnique(Append(make([]uint64, 0, len(body)/6+1), body))
}

// Append adds the hashes of the shingles of a body to dst, in the order of the
// text and with repeats. It lets a stream of articles share one buffer.
func Append(dst []uint64, body string) []uint64 {
	var r ring
	words := scanner{body: body}
	for words.next() {
		if h, full := r.push(words.hash); full {
			dst = append(dst, h)
		}
	}
	if r.n > 0 && r.n < Width {
		dst = append(dst, r.sum(r.n))
	}
	return dst
}

// A ring keeps the bytes of the last Width words' hashes. Each is written twice,
// Width apart, so that the last ones always stand in one piece and in order.
type ring struct {
	bytes [2 * Width * 8]byte
	n     int // words seen
}

// push adds a word and returns the shingle that it completes, if any.
func (r *ring) push(word uint64) (shingle uint64, full bool) {
	at := r.n % Width
	binary.LittleEndian.PutUint64(r.bytes[at*8:], word)
	binary.LittleEndian.PutUint64(r.bytes[(at+Width)*8:], word)
	r.n++
	if r.n < Width {
		return 0, false
	}
	return xxh3.Hash(r.bytes[(at+1)*8 : (at+1+Width)*8]), true
}

// sum returns the shingle of the first n words, for bodies shorter than a shingle.
func (r *ring) sum(n int) uint64 { return xxh3.Hash(r.bytes[:n*8]) }
