package similar

import (
	"math/bits"
	"slices"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/shingle"
)

// passagesOf holds the runs of words of an article's body, by one half of each hash.
func passagesOf(a *article.Article) vector {
	shingles := shingle.Of(a.Raw)
	hashes := make([]term, len(shingles))
	for i, h := range shingles {
		hashes[i] = term(h >> 32)
	}
	return vector{terms: slices.Compact(hashes)}
}

// forgetLonePassages puts profiles in the place of others that hold those passages
// alone that stand in two of them at least. No two of them share fewer than before,
// and most passages of most articles stand nowhere else.
func forgetLonePassages(profiles []*profile) {
	total := 0
	for _, p := range profiles {
		total += len(p.passages.terms)
	}
	seen, again := newTermSet(total), newTermSet(total)
	for _, p := range profiles {
		for _, t := range p.passages.terms {
			if seen.has(t) {
				again.add(t)
			}
			seen.add(t)
		}
	}
	for i, p := range profiles {
		kept := *p
		kept.passages.terms = slices.Clone(slices.DeleteFunc(slices.Clone(p.passages.terms), func(t term) bool { return !again.has(t) }))
		profiles[i] = &kept
	}
}

// A termSet holds terms, and by chance a few that were never added. It is the filter
// of Bloom, Communications of the ACM 13(7), 1970, with one hash.
type termSet []uint64

// newTermSet returns a set that has room for n terms.
func newTermSet(n int) termSet { return make(termSet, 1<<bits.Len(uint(n/16))) }

func (s termSet) add(t term) { *s.word(t) |= 1 << (t & 63) }

func (s termSet) has(t term) bool { return *s.word(t)>>(t&63)&1 == 1 }

func (s termSet) word(t term) *uint64 { return &s[int(t>>6)&(len(s)-1)] }
