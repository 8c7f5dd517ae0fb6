package similar

import (
	"cmp"
	"slices"
)

// nearEnough is the weight shared in the index below which no score is worth while.
const nearEnough = 0.02

// A posting says how much a term weighs in an article.
type posting struct {
	article int32
	weight  float32
}

// An index lists for each telling term the articles that hold it, at most postings
// of them: the first ones in canonical order. So the work for an article is bounded,
// and thousands of copies of one text all meet at the same few.
type index struct {
	lists  map[term][]posting
	keys   []vector // the terms each article is looked up by
	rank   []int    // of each article in canonical order
	scores []float32

	// Memory that is used again.
	touched []int
	best    []scored
}

// A scored article shares so much weight with another, and stands at that rank.
type scored struct {
	article int
	score   float32
	rank    int
}

func newIndex(profiles []*profile, order []int) *index {
	x := &index{
		lists:  map[term][]posting{},
		keys:   make([]vector, len(profiles)),
		rank:   make([]int, len(profiles)),
		scores: make([]float32, len(profiles)),
	}
	for rank, i := range order {
		x.rank[i] = rank
		x.keys[i] = profiles[i].all.heaviest(indexTerms)
		for n, t := range x.keys[i].terms {
			if list := x.lists[t]; len(list) < postings {
				x.lists[t] = append(list, posting{int32(i), x.keys[i].weights[n]})
			}
		}
	}
	return x
}

// nearest returns the articles that share most weight with article i, good until the
// next call.
func (x *index) nearest(i int) []scored {
	touched := x.touched[:0]
	for n, t := range x.keys[i].terms {
		for _, p := range x.lists[t] {
			if x.scores[p.article] == 0 {
				touched = append(touched, int(p.article))
			}
			x.scores[p.article] += float32(p.weight * x.keys[i].weights[n])
		}
	}
	x.touched = touched
	best := x.best[:0]
	for _, j := range touched {
		if j != i && x.scores[j] >= nearEnough {
			best = keepBest(best, scored{j, x.scores[j], x.rank[j]})
		}
		x.scores[j] = 0
	}
	x.best = best
	return best
}

// keepBest puts a scored article where it belongs among the best so far, the best
// first; the last one makes room when there are too many.
func keepBest(best []scored, s scored) []scored {
	if len(best) == neighbours {
		if compareScored(s, best[neighbours-1]) > 0 {
			return best
		}
		best = best[:neighbours-1]
	}
	at, _ := slices.BinarySearchFunc(best, s, compareScored)
	return slices.Insert(best, at, s)
}

func compareScored(p, q scored) int {
	return cmp.Or(cmp.Compare(q.score, p.score), cmp.Compare(p.rank, q.rank))
}
