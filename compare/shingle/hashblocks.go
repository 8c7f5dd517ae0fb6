//go:build !amd64 || purego

package shingle

import "math/bits"

// hashBlocks writes the hashes of words of ASCII to dst, block by block from where the
// reader stands: up to a block with anything beyond ASCII that is not known to part words,
// one that has less than beyond bytes behind it, or one whose words may be more than dst
// has room for. It returns how many there are and where the reader then stands.
func hashBlocks(dst []uint64, body string, r reader) (n int, next reader) {
	for r.at+block+beyond <= len(body) && len(dst)-n >= block {
		plain, wide := classes(body[r.at : r.at+block])
		if wide && r.at+block > r.clear {
			break
		}
		before := plain<<1 | r.goesOn
		starts, ends := plain&^before, before&^plain
		if r.goesOn == 0 {
			r.start, starts = r.at+bits.TrailingZeros64(starts), starts&(starts-1)
		}
		for ; ends != 0; ends &= ends - 1 {
			dst[n] = hashPlain(body, r.start, r.at+bits.TrailingZeros64(ends))
			n++
			r.start, starts = r.at+bits.TrailingZeros64(starts), starts&(starts-1)
		}
		r.goesOn = plain >> (block - 1)
		r.at += block
	}
	return n, r
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

// gathered moves the highest bits of eight bytes to the highest byte, their order kept.
func gathered(bytes uint64) uint64 {
	return bytes & (eight * 0x80) >> 7 * 0x0102040810204080 & (0xFF << 56)
}
