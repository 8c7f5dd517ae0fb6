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
	docs      []*doc             // every article
	tellings  [][]int            // articles that count as one telling, the one that stands for it first
	heads     []*doc             // the articles that stand for the tellings
	us        []ledger.Utterance // what is said in two articles or more
	union     *names.Union
	links     map[[2]int][]align.Match // aligned sentences of two heads, by article
	likeliest map[[2]int][]align.Match // likeliest partners of the sentences of two heads, by article
}

func newStory(rs []*quote.Reading, us []ledger.Utterance) *story {
	st := &story{us: us, links: map[[2]int][]align.Match{}, likeliest: map[[2]int][]align.Match{}}
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

// aligned returns the pairs of sentences of two articles of which one is the counterpart
// of the other.
func (st *story) aligned(a, b *doc) []align.Match {
	st.align(a, b)
	return st.links[[2]int{a.index, b.index}]
}

// partners returns the likeliest partner in article b of each sentence of a, and how likely
// both are to tell the same: 0 when no sentence is worth comparing.
func (st *story) partners(a, b *doc) []align.Match {
	st.align(a, b)
	return st.likeliest[[2]int{a.index, b.index}]
}

// align compares the sentences of two articles, once.
func (st *story) align(a, b *doc) {
	there, back := [2]int{a.index, b.index}, [2]int{b.index, a.index}
	if _, ok := st.links[there]; ok {
		return
	}
	ks := align.Kinships(a.alignable(), b.alignable())
	st.links[there], st.links[back] = []align.Match{}, []align.Match{}
	for _, p := range align.Counterparts(ks) {
		st.links[there] = append(st.links[there], p.Match)
		st.links[back] = append(st.links[back], align.Match{A: p.B, B: p.A, Score: p.Score})
	}
	ofA, ofB := make([]align.Match, len(a.sentences)), make([]align.Match, len(b.sentences))
	for _, k := range ks {
		if k.Probability > ofA[k.A].Score {
			ofA[k.A] = align.Match{A: k.A, B: k.B, Score: k.Probability}
		}
		if k.Probability > ofB[k.B].Score {
			ofB[k.B] = align.Match{A: k.B, B: k.A, Score: k.Probability}
		}
	}
	st.likeliest[there], st.likeliest[back] = ofA, ofB
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
