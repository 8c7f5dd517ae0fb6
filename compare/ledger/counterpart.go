package ledger

import (
	"cmp"
	"math"
	"slices"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/internal/logit"
	"github.com/storydiff/storydiff/compare/text"
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

// evidence is what two wordings and their places say: how far they are about the same, the
// shares of their words that are alike and in order, the weight that is covered, how far
// they are of one length, whether they share their figures, how far apart they stand in their
// articles, whether what stands next to both is in one row, whether one speaker is known to
// have said both, and how much their articles have in common, as a logarithm.
type evidence [10]float64

const (
	leastWords   = 4 // of a wording that is looked for in other words
	leastContent = 2
	leastCovered = 0.3
	leastOdds    = -7.0 // of a pair that counts as a rival
	mostLead     = 4.0  // what a lead over a rival counts at most
	fewQuotes    = 2    // added to those that an article prints: of one or two a share says little
	fewInCommon  = 0.05 // what two articles have in common that have little
	leastClose   = 0.15 // of two articles whose wordings are compared
	closeBy      = 0.33 // of two that belong together
	nextTo       = 200  // bytes between sentences that stand next to each other
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
	case x.closeness[k.p.article][k.q.article] < closeBy:
		return farChance
	}
	return counterpartChance
}

// A scene is all that an event's articles print or report, in groups.
type scene struct {
	vs        *voices
	groups    []*cluster
	loose     map[*cluster]bool // a passage of reported speech in no group
	placed    map[int][]placed  // the wordings in rows, by article
	shared    [][]int           // how many rows two articles share
	quoted    []int             // how much each article quotes
	closeness [][]float64       // of two articles
	senses    map[*align.Wording]align.Sense
}

func newScene(cs []*cluster, reported []*piece, vs *voices) *scene {
	x := &scene{vs: vs, groups: slices.Clone(cs), loose: make(map[*cluster]bool), placed: make(map[int][]placed), senses: make(map[*align.Wording]align.Sense)}
	x.shared = make([][]int, len(vs.readings))
	for i := range x.shared {
		x.shared[i] = make([]int, len(vs.readings))
	}
	x.quoted = make([]int, len(vs.readings))
	for _, c := range cs {
		for _, p := range c.pieces {
			x.quoted[p.article] += btoi(!p.unquoted() && !p.headline)
		}
	}
	for _, c := range cs {
		if len(c.pieces) < 2 {
			continue
		}
		for i, p := range c.pieces {
			x.placed[p.article] = append(x.placed[p.article], placed{p, c})
			for _, q := range c.pieces[:i] {
				x.shared[p.article][q.article]++
				x.shared[q.article][p.article]++
			}
		}
	}
	x.linkUp()
	x.addLoose(reported)
	return x
}

// addLoose makes a group of each passage of reported speech that is in no row, with or
// without the words in marks in it.
func (x *scene) addLoose(reported []*piece) {
	for _, p := range reported {
		if p.words < leastWords || x.inRow(p) {
			continue
		}
		lone := &cluster{pieces: []*piece{p}}
		x.loose[lone] = true
		x.groups = append(x.groups, lone)
	}
}

// inRow reports whether a wording, or one that overlaps it, is in a row by now.
func (x *scene) inRow(p *piece) bool { return placeOf(x.placed[p.article], p) != nil }

// taken reports whether a passage of reported speech overlaps a wording that is in a row by now.
func (x *scene) taken(c *cluster) bool { return x.loose[c] && x.inRow(c.pieces[0]) }

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

// others reports whether two voices are known and not known to be one.
func (vs *voices) others(v, w voice) bool { return v.known() && w.known() && !vs.same(v, w) }

func (x *scene) evidence(p, q *piece, l likeness) evidence {
	sense := x.sense(p.wording).Likeness(x.sense(q.wording))
	shorter, longer := min(p.words, q.words), max(p.words, q.words)
	return evidence{
		sense, l.Alike, l.Kept, float64(l.Covered * math.Log1p(l.weight)), float64(shorter) / float64(longer),
		one(sharesFigure(p, q)), math.Abs(p.depth() - q.depth()), one(x.beside(p, q)),
		one(x.vs.same(p.voice, q.voice)), math.Log1p(x.closeness[p.article][q.article] / fewInCommon),
	}
}

func (x *scene) sense(w *align.Wording) align.Sense {
	s, ok := x.senses[w]
	if !ok {
		s = w.Sense()
		x.senses[w] = s
	}
	return s
}

// common returns the share of what the one of two articles that quotes less quotes that
// stands in rows with the other.
func (x *scene) common(a, b int) float64 {
	return min(1, float64(x.shared[a][b])/float64(fewQuotes+min(x.quoted[a], x.quoted[b])))
}

// linkUp finds how closely two articles belong together: by what they have in common, or
// by way of others with which both have more. A free translation shares few sure rows with
// each of the rest. The links are those of a widest spanning tree (Prim, 1957).
func (x *scene) linkUp() {
	n := len(x.shared)
	x.closeness = make([][]float64, n)
	for i := range x.closeness {
		x.closeness[i] = make([]float64, n)
	}
	widest, from := make([]float64, n), make([]int, n)
	in := make([]bool, n)
	var tree []int
	for range n {
		v := -1
		for i := range n {
			if !in[i] && (v < 0 || widest[i] > widest[v]) {
				v = i
			}
		}
		for _, u := range tree {
			width := widest[v]
			if u != from[v] {
				width = min(width, x.closeness[from[v]][u])
			}
			x.closeness[v][u], x.closeness[u][v] = width, width
		}
		in[v] = true
		tree = append(tree, v)
		for i := range n {
			if c := x.common(v, i); !in[i] && c > widest[i] {
				widest[i], from[i] = c, v
			}
		}
	}
}

// onlyNames reports whether the content words that two wordings share are all written as
// names: who is spoken of is not what is said.
func onlyNames(p, q *piece) bool {
	names, words := 0, 0
	other := contentOf(q)
	for stem, name := range contentOf(p) {
		if named, ok := other[stem]; ok && name && named {
			names++
		} else if ok {
			words++
		}
	}
	return names > 0 && words == 0
}

// contentOf returns the stems of a wording's content words, and whether each is written
// with a capital where it does not begin the wording.
func contentOf(p *piece) map[string]bool {
	lang := p.reading.Language()
	out := make(map[string]bool)
	for i, w := range p.tokens {
		if !text.Stop(w.Norm, lang) {
			out[text.Stem(w.Norm, lang)] = i > 0 && capital(w.Of(p.text()))
		}
	}
	return out
}

// depth is where in its article a piece stands, 0 to 1.
func (p *piece) depth() float64 { return float64(p.span().Start) / float64(len(p.reading.Text)) }

// beside reports whether what stands right before both, or right behind both, is in one row.
func (x *scene) beside(p, q *piece) bool {
	for _, t := range x.placed[p.article] {
		for _, u := range x.placed[q.article] {
			if t.c != u.c {
				continue
			}
			if next(p, t.p) && next(q, u.p) || next(t.p, p) && next(u.p, q) {
				return true
			}
		}
	}
	return false
}

// next reports whether q begins soon after p ends.
func next(p, q *piece) bool {
	gap := q.span().Start - p.span().End
	return gap >= 0 && gap < nextTo
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

func one(holds bool) float64 { return float64(btoi(holds)) }
