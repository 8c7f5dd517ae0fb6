package ledger

import (
	"cmp"
	"slices"
)

// Sentences of one speaker that follow, or come before, one that two outlets share are
// likely one too. They need be no more alike than that, which free translations are.
const (
	besideSimilarity = 0.38
	besideCovered    = 0.5
)

// joinBeside joins the groups whose wordings stand, in two articles, next to those of a
// third, and are somewhat alike.
func joinBeside(cs []*cluster, vs *voices) []*cluster {
	of := make(map[*piece]*cluster)
	for _, c := range cs {
		for _, p := range c.pieces {
			of[p] = c
		}
	}
	gone := make(map[*cluster]bool)
	for _, e := range besides(cs, of, vs) {
		c, d := of[e.p], of[e.q]
		if c == d || !vs.compatible(c, d) {
			continue
		}
		for _, p := range d.pieces {
			of[p] = c
		}
		c.pieces = append(c.pieces, d.pieces...)
		gone[d] = true
	}
	return slices.DeleteFunc(cs, func(c *cluster) bool { return gone[c] })
}

// besides returns the pairs of like sentences beside those of one group, best first.
func besides(cs []*cluster, of map[*piece]*cluster, vs *voices) []pair {
	var pairs []pair
	for _, c := range cs {
		if len(c.pieces) < 2 || len(c.pieces) > mostBeside {
			continue
		}
		for i, p := range c.pieces {
			for _, q := range c.pieces[:i] {
				pairs = vs.addBeside(pairs, p.next, q.next, of)
				pairs = vs.addBeside(pairs, p.previous, q.previous, of)
			}
		}
	}
	slices.SortFunc(pairs, func(e, f pair) int {
		return cmp.Or(cmp.Compare(f.score, e.score), fullerFirst(e.p, f.p), fullerFirst(e.q, f.q))
	})
	return pairs
}

// mostBeside is the most wordings of a group whose neighbours are compared: what so many
// print has been found.
const mostBeside = 20

func (vs *voices) addBeside(pairs []pair, p, q *piece, of map[*piece]*cluster) []pair {
	if p == nil || q == nil || p.article == q.article || of[p] == nil || of[q] == nil || of[p] == of[q] || p.denies != q.denies || vs.clash(p.voice, q.voice) {
		return pairs
	}
	l := measure(p.wording, q.wording)
	if l.words < 2 || l.Similarity < besideSimilarity || l.Covered < besideCovered {
		return pairs
	}
	if fullerFirst(p, q) > 0 {
		p, q = q, p
	}
	return append(pairs, pair{p: p, q: q, score: l.Similarity})
}
