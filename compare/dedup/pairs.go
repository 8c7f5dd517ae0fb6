package dedup

import (
	"cmp"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/shingle"
)

// The least measures of a pair that Pairs returns: one of them has to be reached.
const (
	minJaccard     = .5
	minContainment = .8
)

// Pairs returns every pair that shares more than chance: Jaccard of at least .5, or
// containment of at least .8 either way, ordered by A then B.
//
// Candidates come from an index of sampled shingles, the measures are exact. Only
// the articles of a pair are read closely, and only for that pair's relation.
func Pairs(rs []*quote.Reading) []Copy {
	return relateAll(rs, indexedPairs(bodiesOf(rs)))
}

// ExactPairs returns the same pairs as Pairs by comparing all with all.
func ExactPairs(rs []*quote.Reading) []Copy {
	return relateAll(rs, exactPairs(bodiesOf(rs)))
}

// indexedPairs measures the pairs that an index proposes.
func indexedPairs(bodies []body) []Copy {
	index := NewIndex()
	var found []Copy
	for b := range bodies {
		for _, a := range index.Add(bodies[b].sketch) {
			if c, ok := measure(bodies, a, b); ok {
				found = append(found, c)
			}
		}
	}
	return found
}

// exactPairs measures all pairs.
func exactPairs(bodies []body) []Copy {
	var found []Copy
	for b := range bodies {
		for a := range b {
			if c, ok := measure(bodies, a, b); ok {
				found = append(found, c)
			}
		}
	}
	return found
}

func bodiesOf(rs []*quote.Reading) []body {
	bodies := make([]body, len(rs))
	each(len(rs), func(i int) { bodies[i] = bodyOf(rs[i].Raw) })
	return bodies
}

// measure measures two bodies and reports whether they share enough. Bodies without
// words share nothing.
func measure(bodies []body, a, b int) (Copy, bool) {
	c := measured(bodies[a].set, bodies[b].set)
	c.A, c.B = a, b
	return c, c.alike() && min(len(bodies[a].set), len(bodies[b].set)) > 0
}

// measured returns a copy with its exact measures.
func measured(a, b shingle.Set) Copy {
	if len(a) == 0 || len(b) == 0 {
		return Copy{Jaccard: shingle.Jaccard(a, b), AInB: shingle.Containment(a, b), BInA: shingle.Containment(b, a)}
	}
	return copyOf(len(a), len(b), shingle.Overlap(a, b))
}

// copyOf returns a copy with the measures of bodies of a and b shingles of which they share some.
func copyOf(a, b, shared int) Copy {
	n := float64(shared)
	return Copy{
		Jaccard: n / (float64(a+b) - n),
		AInB:    n / float64(a),
		BInA:    n / float64(b),
	}
}

// relateAll names the relations of measured pairs and puts them in order.
func relateAll(rs []*quote.Reading, pairs []Copy) []Copy {
	slices.SortFunc(pairs, func(p, q Copy) int { return cmp.Or(p.A-q.A, p.B-q.B) })
	each(len(pairs), func(i int) {
		p := &pairs[i]
		relate(p, rs[p.A], rs[p.B])
	})
	return pairs
}

// each calls f with 0 to n-1 on all cores.
func each(n int, f func(i int)) {
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	const batch = 64
	for start := 0; start < n; start += batch {
		g.Go(func() error {
			for i := start; i < min(n, start+batch); i++ {
				f(i)
			}
			return nil
		})
	}
	_ = g.Wait() // f returns no error
}

// A body is an article's text as shingles.
type body struct {
	set    shingle.Set
	sketch Sketch
}

func bodyOf(raw string) body {
	inOrder := shingle.Append(nil, raw)
	return body{set: shingle.SetOf(slices.Clone(inOrder)), sketch: sketch(inOrder)}
}
