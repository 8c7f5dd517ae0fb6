package similar

import (
	"cmp"
	"math"
	"slices"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/quote"
)

const (
	// Between groups counts the mean log odds of the pairs between them.
	joinAt   = 0.4  // from which a pair said to report one event makes two groups one
	nearAt   = -1.5 // from which two that are far nearer to each other than to any other become one
	ahead    = 1.0  // by how much they are nearer
	unlikely = -7.0 // of a pair that was not scored, and of the most unlikely ones
)

// Events groups articles by event from the judged pairs, without chaining: each
// article is in at most one. Groups of one are left out.
//
// Two groups become one when a pair between them is judged to report the same event,
// and the mean log odds of all pairs between them are high enough; a pair that was
// not even a candidate counts as most unlikely. Without such a pair they still become
// one if each is by far the nearest that the other has: where many are about as near,
// the nearness is that of a topic. So two articles that only a round-up joins stay
// apart. The order of the input plays no part.
func Events(rs []*quote.Reading, pairs []Pair) []Event {
	rank := ranks(rs)
	g := newGrouping(len(rs), pairs)
	likely := byProbability(pairs, rank)
	for _, p := range likely {
		if a, b := g.of[p.A], g.of[p.B]; a != b && p.Verdict == SameEvent && g.nearness(a, b) >= joinAt {
			g.join(a, b)
		}
	}
	for _, p := range likely {
		if a, b := g.of[p.A], g.of[p.B]; a != b && g.nearness(a, b) >= nearAt && g.apart(a, b) && g.apart(b, a) {
			g.join(a, b)
		}
	}
	var events []Event
	lex := newLexicon()
	for _, members := range g.members {
		if len(members) < 2 {
			continue
		}
		slices.SortFunc(members, func(i, j int) int { return cmp.Compare(rank[i], rank[j]) })
		events = append(events, Event{members, terms(rs, members, lex)})
	}
	slices.SortFunc(events, func(a, b Event) int {
		return cmp.Compare(rank[a.Articles[0]], rank[b.Articles[0]])
	})
	return events
}

// ranks returns the place of each article in the order of publication, then of the
// digest of the input, then of the text for articles that were made without a digest;
// only those alike in all are ordered by index.
func ranks(rs []*quote.Reading) []int {
	order := make([]int, len(rs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := rs[i], rs[j]
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.SHA256, b.SHA256),
			cmp.Compare(a.Text, b.Text), cmp.Compare(i, j))
	})
	rank := make([]int, len(rs))
	for place, i := range order {
		rank[i] = place
	}
	return rank
}

// byProbability returns the pairs that may join two groups, the surest first. One that
// is too short to judge joins nothing.
func byProbability(pairs []Pair, rank []int) []Pair {
	var near []Pair
	for _, p := range pairs {
		if p.Verdict == Unsure || logOddsOf(p.Probability) < nearAt {
			continue
		}
		if rank[p.A] > rank[p.B] {
			p.A, p.B = p.B, p.A
		}
		near = append(near, p)
	}
	slices.SortFunc(near, func(p, q Pair) int {
		return cmp.Or(cmp.Compare(q.Probability, p.Probability),
			cmp.Compare(rank[p.A], rank[q.A]), cmp.Compare(rank[p.B], rank[q.B]))
	})
	return near
}

// A grouping is a partition of the articles that is made coarser step by step.
type grouping struct {
	of      []int   // the group of each article
	members [][]int // of each group; empty for one that has been joined to another
	links   [][]link
}

// A link is a scored pair as seen from one of its articles.
type link struct {
	to      int
	logOdds float64 // above those of the most unlikely
}

func newGrouping(n int, pairs []Pair) *grouping {
	g := &grouping{of: make([]int, n), members: make([][]int, n), links: make([][]link, n)}
	for i := range n {
		g.of[i], g.members[i] = i, []int{i}
	}
	count := make([]int, n)
	for _, p := range pairs {
		count[p.A]++
		count[p.B]++
	}
	links := make([]link, 2*len(pairs))
	for i, c := range count {
		g.links[i], links = links[:0:c], links[c:]
	}
	for _, p := range pairs {
		if above := logOddsOf(p.Probability) - unlikely; above > 0 {
			g.links[p.A] = append(g.links[p.A], link{p.B, above})
			g.links[p.B] = append(g.links[p.B], link{p.A, above})
		}
	}
	return g
}

// logOddsOf returns the log odds of a probability of 4 decimals, in finite bounds.
func logOddsOf(probability float64) float64 {
	const least = 1e-4
	p := min(max(probability, least), 1-least)
	return math.Log(p / (1 - p))
}

// join makes groups a and b one.
func (g *grouping) join(a, b int) {
	if len(g.members[a]) < len(g.members[b]) {
		a, b = b, a
	}
	for _, i := range g.members[b] {
		g.of[i] = a
	}
	g.members[a] = append(g.members[a], g.members[b]...)
	g.members[b] = nil
}

// nearness returns the mean log odds between two groups.
func (g *grouping) nearness(a, b int) float64 {
	if len(g.members[a]) < len(g.members[b]) {
		a, b = b, a
	}
	var sum float64
	for _, i := range g.members[b] {
		for _, l := range g.links[i] {
			if g.of[l.to] == a {
				sum += l.logOdds
			}
		}
	}
	return g.mean(sum, a, b)
}

// mean returns the mean log odds between two groups from the sum of their links.
func (g *grouping) mean(sum float64, a, b int) float64 {
	return align.Round(unlikely + sum/g.asked(a, b))
}

// apart reports whether no third group is about as near to group a as b is.
func (g *grouping) apart(a, b int) bool {
	near := map[int]float64{}
	for _, i := range g.members[a] {
		for _, l := range g.links[i] {
			if to := g.of[l.to]; to != a {
				near[to] += l.logOdds
			}
		}
	}
	limit := g.mean(near[b], a, b) - ahead
	for to, sum := range near {
		if to != b && g.mean(sum, a, to) > limit {
			return false
		}
	}
	return true
}

// asked returns how many pairs between two groups should have been scored. Of an
// article's pairs no more than neighbours were, so in large groups no more than half
// as many are asked for.
func (g *grouping) asked(a, b int) float64 {
	few, many := len(g.members[a]), len(g.members[b])
	if few > many {
		few, many = many, few
	}
	return float64(few * min(many, neighbours/2))
}
