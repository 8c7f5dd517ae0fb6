package similar

import (
	"math/bits"
	"slices"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/shingle"
)

const bytesPerWord = 6 // about so many, and as many words as passages

// recurringPassages returns the passages of each body that stand in another one too.
// Most stand nowhere else: so each body is read twice, and what is met once is never
// kept.
func recurringPassages(rs []*quote.Reading) []passages {
	size := 0
	for _, r := range rs {
		size += len(r.Text)
	}
	seen, again := newTermSet(size/bytesPerWord), newTermSet(size/bytesPerWord)
	var hashes []uint64
	for _, r := range rs {
		hashes = shingle.Append(hashes[:0], r.Text)
		for _, h := range hashes {
			if t := passage(h); seen.has(t) {
				again.add(t)
			} else {
				seen.add(t)
			}
		}
	}
	shared := make([]passages, len(rs))
	for i, r := range rs {
		hashes = shingle.Append(hashes[:0], r.Text)
		hashes = slices.DeleteFunc(hashes, func(h uint64) bool { return !again.has(passage(h)) })
		shared[i] = newPassages(hashes)
	}
	return shared
}

// passages are the runs of words of a body, by one half of each hash, sorted.
type passages []term

func newPassages(hashes []uint64) passages {
	p := make(passages, len(hashes))
	for i, h := range hashes {
		p[i] = passage(h)
	}
	slices.Sort(p)
	return slices.Compact(p)
}

func passage(hash uint64) term { return term(hash >> 32) }

// inCommon returns how many passages stand in both bodies.
func (p passages) inCommon(q passages) int {
	return common(vector{terms: p}, vector{terms: q})
}

// A termSet holds terms, and by chance a few that were never added. It is the filter
// of Bloom, Communications of the ACM 13(7), 1970, with one hash.
type termSet []uint64

// newTermSet returns a set that has room for n terms.
func newTermSet(n int) termSet { return make(termSet, 1<<bits.Len(uint(n/16))) }

func (s termSet) add(t term) { *s.word(t) |= 1 << (t & 63) }

func (s termSet) has(t term) bool { return *s.word(t)>>(t&63)&1 == 1 }

func (s termSet) word(t term) *uint64 { return &s[int(t>>6)&(len(s)-1)] }
