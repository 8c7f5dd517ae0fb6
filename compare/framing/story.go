package framing

import (
	"slices"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/ledger"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
)

// A story holds the tellings of one event, made ready for the signals.
type story struct {
	docs     []*doc             // every article
	tellings [][]int            // articles that count as one telling, the one that stands for it first
	heads    []*doc             // the articles that stand for the tellings
	us       []ledger.Utterance // what is said in two articles or more
	union    *names.Union
	links    map[[2]int][]align.Match // aligned sentences of two heads, by article
	near     map[[2]int][]near        // likest sentences of two heads, by article
}

func newStory(rs []*quote.Reading, us []ledger.Utterance) *story {
	st := &story{us: us, links: map[[2]int][]align.Match{}, near: map[[2]int][]near{}}
	xs := make([]*names.Index, len(rs))
	for i, r := range rs {
		st.docs = append(st.docs, newDoc(i, r))
		xs[i] = r.Names()
	}
	st.union = names.Join(xs...)
	st.tellings = tellingsOf(rs)
	for _, t := range st.tellings {
		st.heads = append(st.heads, st.docs[t[0]])
	}
	// In an order of their own, so that the order of the input decides nothing.
	slices.SortFunc(st.heads, func(a, b *doc) int { return fullerFirst(a.Reading, b.Reading) })
	return st
}

// aligned returns the pairs of sentences of two articles that say the same thing.
func (st *story) aligned(a, b *doc) []align.Match {
	key := [2]int{a.index, b.index}
	if ms, ok := st.links[key]; ok {
		return ms
	}
	ms := align.Sentences(a.alignable(), b.alignable())
	back := make([]align.Match, len(ms))
	for i, m := range ms {
		back[i] = align.Match{A: m.B, B: m.A, Score: m.Score}
	}
	st.links[key], st.links[[2]int{b.index, a.index}] = ms, back
	return ms
}

// pairs yields every two articles that stand for a telling, always the same one first.
func (st *story) pairs(yield func(a, b *doc) bool) {
	for i, a := range st.heads {
		for _, b := range st.heads[i+1:] {
			if !yield(a, b) {
				return
			}
		}
	}
}

// others returns the heads but one.
func (st *story) others(d *doc) []*doc {
	var out []*doc
	for _, h := range st.heads {
		if h != d {
			out = append(out, h)
		}
	}
	return out
}
