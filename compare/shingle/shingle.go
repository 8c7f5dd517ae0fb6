// Package shingle holds word n-grams: hashed, sketched, compared.
//
// Shingles of version 1 are word 5-grams of the lower-cased runs of letters and
// digits of an article's body as ingested; runs of Han, Kana and Thai are split
// into code points. Everything else parts runs, quotes and dashes of any shape
// too, so that a change of typography does not change a shingle. A body of one
// to four words has one shingle, made of all of them; a body without words has none.
//
// A word is hashed over its UTF-8, sixteen bytes at a time (see wordHash). A shingle's
// hash is the polynomial of its words' hashes (Karp and Rabin 1987) modulo 2^64: as
// evenly spread as they are. The package makes no promise of stability to outside users.
package shingle

// Version names the definition of a shingle: which words of a body form one. It is stored
// with every index; how words are hashed is a matter of dedup.SignatureVersion.
const Version = 1

// Width is the number of words in a shingle.
const Width = 5

// Of returns the shingles of a body.
func Of(body string) Set {
	return SetOf(Append(make([]uint64, 0, len(body)/6+1), body))
}

// Append adds the hashes of the shingles of a body to dst, in the order of the
// text and with repeats. It lets a stream of articles share one buffer.
func Append(dst []uint64, body string) []uint64 {
	first := len(dst)
	dst = appendWords(dst, body)
	return dst[:first+len(Roll(dst[first:]))]
}

// Roll turns the hashes of words into those of the shingles that they form, in place: each
// two pairs of neighbours and a word. A pair serves two shingles, so that none waits for the
// one before it.
func Roll(words []uint64) []uint64 {
	if len(words) < Width {
		return rollAll(words)
	}
	n := 0
	first, second := words[0]*base+words[1], words[1]*base+words[2] // pairs of neighbours
	for last := Width - 1; last < len(words); last++ {
		third := words[last-2]*base + words[last-1]
		words[n] = (first*square+third)*base + words[last]
		first, second = second, third
		n++
	}
	return words[:n]
}

// rollAll makes one shingle of all words, where there are any.
func rollAll(words []uint64) []uint64 {
	if len(words) == 0 {
		return words
	}
	var sum uint64
	for _, w := range words {
		sum = sum*base + w
	}
	words[0] = sum
	return words[:1]
}

// base is the base of the polynomial, an odd number without pattern; square is base^2.
const (
	base   uint64 = 0x9E3779B97F4A7C15
	square uint64 = 0xDF442D22CE4859B9
)
