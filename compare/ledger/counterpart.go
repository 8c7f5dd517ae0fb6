package ledger

import (
	"cmp"
	"slices"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/internal/logit"
)

// What one speaker says in a free translation, or retold in words of a reporter's own, is
// too unlike the other wording to be one utterance by its words alone. It is one when the
// speaker's other sentences come less near, the sentences around have their counterparts
// around it, and the two articles share other utterances. What all this comes to is weighed
// together; TestFitCounterparts fits the weights.

// A counterpart is two groups that share no article and may be one utterance, with the two
// wordings that speak most for it.
type counterpart struct {
	c, d   *cluster
	p, q   *piece
	facts  evidence
	odds   float64    // by the evidence
	leads  [2]float64 // on the next best of either group, the smaller one first
	chance float64    // by the odds and the leads
}

const (
	leastWords   = 4 // of a wording that is looked for in other words
	leastContent = 2
	leastCovered = 0.3
	leastOdds    = -7.0 // of a pair that counts as a rival
	mostLead     = 4.0  // what a lead over a rival counts at most
	leastClose   = 0.15 // of two articles whose wordings are compared
	closeBy      = 0.33 // of two that belong together
)

// joinCounterparts joins the groups that are likeliest one utterance, the likeliest first.
func joinCounterparts(cs []*cluster, reported []*piece, vs *voices) []*cluster {
	x := newScene(cs, reported, vs)
	gone := make(map[*cluster]bool)
	within := quotedIn(cs)
	for _, k := range x.counterparts() {
		c, d := k.c, k.d
		if k.chance < x.least(k) || gone[c] || gone[d] || x.vs.meets(c, d) || x.taken(c) || x.taken(d) {
			continue
		}
		for _, lone := range []*cluster{c, d} {
			p := lone.pieces[0]
			if x.loose[lone] {
				if e := within(p); e != nil && !gone[e] && e != c && e != d {
					gone[e] = len(e.pieces) == 1
				}
			}
			if len(lone.pieces) == 1 {
				x.placed[p.article] = append(x.placed[p.article], placed{p, c})
			}
		}
		c.pieces = append(c.pieces, d.pieces...)
		gone[d] = true
	}
	out := cs[:0]
	for _, c := range x.groups {
		if !gone[c] && (!x.loose[c] || len(c.pieces) > 1) {
			out = append(out, c)
		}
	}
	return out
}

// least returns the chance from which a pair is taken for one utterance.
func (x *scene) least(k counterpart) float64 {
	switch {
	case !x.vs.same(k.p.voice, k.q.voice):
		return unknownChance
	case !x.beside(k.p, k.q):
		return loneChance
	case x.closeness[k.p.article][k.q.article] < closeBy:
		return farChance
	}
	return counterpartChance
}

// counterparts returns the pairs of groups that may be one, likeliest first.
func (x *scene) counterparts() []counterpart {
	type two struct{ c, d *cluster }
	best := make(map[two]int)
	var ks []counterpart
	x.eachPair(leastClose, func(c, d *cluster, p, q *piece) {
		k := counterpart{c: c, d: d, p: p, q: q}
		l := measure(p.wording, q.wording)
		if l.words < leastContent || l.Covered < leastCovered || onlyNames(p, q) {
			return
		}
		k.facts = x.evidence(p, q, l)
		k.odds = align.Round(logit.Odds(evidenceWeights[:], k.facts[:]))
		at, seen := best[two{c, d}]
		if !seen {
			best[two{c, d}] = len(ks)
			ks = append(ks, k)
		} else if k.odds > ks[at].odds {
			ks[at] = k
		}
	})
	x.findLeads(ks)
	for i := range ks {
		k := &ks[i]
		k.chance = align.Round(logit.Probability(logit.Odds(leadWeights[:], []float64{k.odds, k.leads[0], k.leads[1]})))
	}
	slices.SortFunc(ks, func(k, m counterpart) int {
		return cmp.Or(cmp.Compare(m.chance, k.chance), fullerFirst(k.p, m.p), fullerFirst(k.q, m.q))
	})
	return ks
}

// findLeads fills in how far pairs are ahead: one is likelier when neither wording has
// another that comes near in the article of the other.
func (x *scene) findLeads(ks []counterpart) {
	type side struct {
		c       *cluster
		article int
	}
	rivals := make(map[side][]int)
	for i, k := range ks {
		rivals[side{k.c, k.q.article}] = append(rivals[side{k.c, k.q.article}], i)
		rivals[side{k.d, k.p.article}] = append(rivals[side{k.d, k.p.article}], i)
	}
	lead := func(k *counterpart, c *cluster, in *piece) float64 {
		next := leastOdds
		for _, i := range rivals[side{c, in.article}] {
			other := ks[i].q
			if ks[i].d == c {
				other = ks[i].p
			}
			if other.span().Overlap(in.span()) == 0 {
				next = max(next, ks[i].odds)
			}
		}
		return max(-mostLead, min(mostLead, k.odds-next))
	}
	for i := range ks {
		k := &ks[i]
		a, b := lead(k, k.c, k.q), lead(k, k.d, k.p)
		k.leads = [2]float64{min(a, b), max(a, b)}
	}
}

// eachPair calls f with the wordings worth comparing, of groups that share no article, one of
// which is in marks somewhere, and whose articles share another row.
func (x *scene) eachPair(closeness float64, f func(c, d *cluster, p, q *piece)) {
	var ps []*piece
	var of []*cluster
	for _, c := range x.groups {
		if len(c.pieces) > mostBeside {
			continue
		}
		for _, p := range c.forms() {
			if p.words >= leastWords && !p.headline {
				ps, of = append(ps, p), append(of, c)
			}
		}
	}
	for _, l := range candidates(ps) {
		p, q, c, d := ps[l.A], ps[l.B], of[l.A], of[l.B]
		if p.article == q.article || c == d || x.closeness[p.article][q.article] < closeness || x.loose[c] && x.loose[d] || x.vs.others(p.voice, q.voice) || x.vs.meets(c, d) {
			continue
		}
		f(c, d, p, q)
	}
}

// meets reports whether an article has a wording in both groups, other than one in its
// headline and one in its body, or one in marks that it retells elsewhere.
func (vs *voices) meets(c, d *cluster) bool {
	return slices.ContainsFunc(d.pieces, func(p *piece) bool {
		return slices.ContainsFunc(c.pieces, func(q *piece) bool {
			return p.article == q.article && p.headline == q.headline && !vs.repeats(p, q)
		})
	})
}

// repeats reports whether of two wordings in one article one retells the other, which stands
// in marks.
func (vs *voices) repeats(p, q *piece) bool {
	return p.unquoted() != q.unquoted() && p.span().Overlap(q.span()) == 0 && vs.same(p.voice, q.voice) && halves(p, q)
}

// others reports whether two voices are known and not known to be one.
func (vs *voices) others(v, w voice) bool { return v.known() && w.known() && !vs.same(v, w) }
