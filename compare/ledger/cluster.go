package ledger

import (
	"cmp"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
)

// A cluster holds the pieces taken for one utterance, at most one of each article
// besides those that it repeats.
type cluster struct{ pieces []*piece }

// A pair is two pieces of different articles with their score.
type pair struct {
	p, q  *piece
	score float64
}

// gather groups quoted pieces into utterances. The best pairs join first, and two groups
// join only when their fullest wordings match too, so that groups do not drift.
func gather(ps []*piece, vs *voices) []*cluster {
	of := make(map[*piece]*cluster, len(ps))
	for _, p := range ps {
		of[p] = &cluster{pieces: []*piece{p}}
	}
	for _, e := range mutualBest(ps, vs) {
		c, d := of[e.p], of[e.q]
		if c == d || !vs.joinable(c, d) {
			continue
		}
		c.pieces = append(c.pieces, d.pieces...)
		for _, p := range d.pieces {
			of[p] = c
		}
	}
	var out []*cluster
	seen := make(map[*cluster]bool)
	for _, p := range ps {
		if c := of[p]; !seen[c] {
			seen[c] = true
			out = append(out, c)
		}
	}
	return out
}

// joinable reports whether two groups may be one utterance.
func (vs *voices) joinable(c, d *cluster) bool {
	if vs.score(c.fullest(), d.fullest()) == 0 {
		return false
	}
	for _, p := range c.pieces {
		for _, q := range d.pieces {
			if p.article == q.article && vs.score(p, q) == 0 {
				return false
			}
		}
	}
	return true
}

// fullest returns the wording with the most content words.
func (c *cluster) fullest() *piece {
	return slices.MinFunc(c.pieces, fullerFirst)
}

// fullerFirst orders pieces by how much they say; ties are broken by the words, never
// by the order of the input.
func fullerFirst(p, q *piece) int {
	return cmp.Or(
		cmp.Compare(btoi(p.unquoted()), btoi(q.unquoted())),
		cmp.Compare(q.said, p.said),
		cmp.Compare(q.words, p.words),
		cmp.Compare(p.inserted, q.inserted),
		strings.Compare(p.text(), q.text()),
		cmp.Compare(p.span().Start, q.span().Start),
	)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// mutualBest returns the pairs to join, best first: each is the other's best match in
// its article, or the shorter is a fragment whose best match is the longer.
func mutualBest(ps []*piece, vs *voices) []pair {
	var pairs []pair
	for _, c := range align.CandidatesWithin(wordings(ps)) {
		p, q := ps[c.A], ps[c.B]
		if s := vs.score(p, q); s > 0 {
			pairs = append(pairs, pair{p, q, s})
		}
	}
	best := bestIn(pairs)
	pairs = slices.DeleteFunc(pairs, func(e pair) bool {
		first, second := best[place{e.p, e.q.article}] == e.score, best[place{e.q, e.p.article}] == e.score
		if first && second {
			return false
		}
		if e.p.wording.Weight() > e.q.wording.Weight() {
			first, second = second, first
		}
		return !first || e.score > sameVoiceThreshold && !second
	})
	slices.SortFunc(pairs, func(e, f pair) int {
		return cmp.Or(cmp.Compare(f.score, e.score), fullerFirst(e.p, f.p), fullerFirst(e.q, f.q))
	})
	return pairs
}

type place struct {
	p       *piece
	article int
}

func bestIn(pairs []pair) map[place]float64 {
	best := make(map[place]float64)
	for _, e := range pairs {
		a, b := place{e.p, e.q.article}, place{e.q, e.p.article}
		best[a] = max(best[a], e.score)
		best[b] = max(best[b], e.score)
	}
	return best
}

func wordings(ps []*piece) []*align.Wording {
	ws := make([]*align.Wording, len(ps))
	for i, p := range ps {
		ws[i] = p.wording
	}
	return ws
}
