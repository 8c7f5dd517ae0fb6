package dedup

import "math/bits"

// holders say which bodies hold a fingerprint: nobody, one body, given by its number
// plus one, or, from inBlock on, those in a block. Most fingerprints are one body's alone.
type holders uint32

const (
	nobody  holders = 0
	inBlock holders = 1 << 31
)

// blocks keep the last LongestChain holders of each fingerprint that has several. A block
// is a count of them all and room for 2, 4, 8, 16 or 32; a full one gives way to one twice
// as large until, at the last size, the latest holder takes the place of the oldest.
type blocks struct {
	chunks [][]uint32 // so that growing copies nothing
	n      uint32     // words in use, given up ones included
	free   [7][]uint32
}

const chunk = 1 << 14

// add returns holders with a body more.
func (b *blocks) add(h holders, body int32) holders {
	switch {
	case h == nobody:
		return holders(body) + 1
	case h < inBlock:
		at := b.take(2)
		copy(b.words(at), []uint32{2, uint32(h - 1), uint32(body)})
		return inBlock | holders(at)
	}
	at := uint32(h - inBlock)
	words := b.words(at)
	n := words[0]
	if room := roomFor(n); n == room && room < LongestChain {
		larger := b.take(2 * room)
		copy(b.words(larger), words[:1+room])
		b.free[bits.Len32(room)] = append(b.free[bits.Len32(room)], at)
		at, words = larger, b.words(larger)
	}
	words[0]++
	words[1+n%roomFor(n+1)] = uint32(body)
	return inBlock | holders(at)
}

// latest returns the holders in a block, in no order.
func (b *blocks) latest(h holders) []uint32 {
	words := b.words(uint32(h - inBlock))
	return words[1 : 1+min(words[0], LongestChain)]
}

// roomFor returns how many holders the block has room for that holds n.
func roomFor(n uint32) uint32 { return min(uint32(1)<<bits.Len32(n-1), LongestChain) }

// take returns where a block lies that has room for so many holders.
func (b *blocks) take(room uint32) uint32 {
	if free := &b.free[bits.Len32(room)]; len(*free) > 0 {
		at := (*free)[len(*free)-1]
		*free = (*free)[:len(*free)-1]
		return at
	}
	if int(b.n/chunk) == len(b.chunks) || b.n%chunk+1+room > chunk {
		b.n = uint32(len(b.chunks)) * chunk
		b.chunks = append(b.chunks, make([]uint32, chunk))
	}
	at := b.n
	b.n += 1 + room
	return at
}

// words returns the words of a block and those behind it.
func (b *blocks) words(at uint32) []uint32 { return b.chunks[at/chunk][at%chunk:] }
