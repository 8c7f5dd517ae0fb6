package similar

import (
	"math"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// A grouping is a partition of the articles that is made coarser step by step.
type grouping struct {
	of      []int   // the group of each article
	members [][]int // of each group; empty for one that has been joined to another
	days    []int   // of publication of each article
	links   [][]link
	trusted bool // the dates of publication
}

// A link is a scored pair as seen from one of its articles.
type link struct {
	to int
	odds
}

// odds are log odds above those of the most unlikely pair, or sums of such.
type odds struct {
	dated   float64 // as judged
	undated float64 // had the articles no dates of publication
}

func newGrouping(rs []*quote.Reading, pairs []Pair) *grouping {
	n := len(rs)
	g := &grouping{of: make([]int, n), members: make([][]int, n), days: make([]int, n), links: make([][]link, n)}
	for i, r := range rs {
		g.of[i], g.members[i], g.days[i] = i, []int{i}, dayOf(r.Published)
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
		if o := g.oddsOf(p); o.dated > 0 || o.undated > 0 {
			g.links[p.A] = append(g.links[p.A], link{p.B, o})
			g.links[p.B] = append(g.links[p.B], link{p.A, o})
		}
	}
	g.trusted = g.agree(rs)
	return g
}

// agree reports whether the dates agree with the texts: whether few of the pairs that
// the texts alone make likely were published days apart. Where articles are collected,
// dates are often those of a crawl or of a later change. Pairs of one outlet do not
// count: it prints the same report of its markets day by day.
func (g *grouping) agree(rs []*quote.Reading) bool {
	outlets := make([]string, len(rs))
	for i, r := range rs {
		outlets[i] = text.Fold(r.Outlet)
	}
	var all, apart int
	for i, links := range g.links {
		for _, l := range links {
			days, known := daysBetween(g.days[i], g.days[l.to])
			two := outlets[i] != "" && outlets[l.to] != "" && outlets[i] != outlets[l.to]
			if !known || !two || i > l.to || l.undated+unlikely < plainly {
				continue
			}
			all++
			if days > daysFar {
				apart++
			}
		}
	}
	return all < fewPairs || float64(apart) <= doubtful*float64(all)
}

// oddsOf returns the odds of a pair. Without dates it is judged by the same model, the
// feature of its dates put in place of that of unknown ones.
func (g *grouping) oddsOf(p Pair) odds {
	weights := shipped().articles.weights
	dated := logOddsOf(p.Probability)
	undated := dated - weights[dateFeature(g.days[p.A], g.days[p.B])] + weights[publishedUnknown]
	return odds{max(dated-unlikely, 0), max(undated-unlikely, 0)}
}

// logOddsOf returns the log odds of a probability of 4 decimals, in finite bounds.
func logOddsOf(probability float64) float64 {
	const least = 1e-4
	p := min(max(probability, least), 1-least)
	return math.Log(p / (1 - p))
}

// joinThose joins the groups of each pair that may be one.
func (g *grouping) joinThose(pairs []Pair, mayBeOne func(p Pair, a, b int) bool) {
	for _, p := range pairs {
		if a, b := g.of[p.A], g.of[p.B]; a != b && mayBeOne(p, a, b) {
			g.join(a, b)
		}
	}
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

// near reports whether two groups are likely enough to be one and each is by far the
// nearest that the other has. Those published days apart must be so more clearly.
func (g *grouping) near(a, b int) bool {
	if g.nearness(a, b) < g.leastNearness(a, b) {
		return false
	}
	dated, undated := g.lead(a, b)
	if g.daysApart(a, b) {
		return max(dated, undated) >= farAhead
	}
	return dated >= ahead
}

// leastNearness returns the log odds from which two groups may be one without a pair that is
// said to report one event.
func (g *grouping) leastNearness(a, b int) float64 {
	few, lone := len(g.of) <= smallSet, min(len(g.members[a]), len(g.members[b])) == 1
	switch {
	case few && len(g.members[a]) == len(g.members[b]) && lone:
		return twoAt
	case few || !lone:
		return aloneAt
	}
	return nearAt
}

// stray reports whether one of two groups is a single article that comes near to no
// other, whether or not the dates are heeded. Days later it would be a follow-up.
func (g *grouping) stray(a, b int) bool {
	if min(len(g.members[a]), len(g.members[b])) > 1 || g.nearness(a, b) < strayAt || g.daysApart(a, b) {
		return false
	}
	dated, undated := g.lead(a, b)
	return max(dated, undated) >= farAhead
}

// daysApart reports whether no article of one group was published within days of one of
// the other, if dates are to be trusted.
func (g *grouping) daysApart(a, b int) bool {
	anyKnown := false
	for _, i := range g.members[a] {
		for _, j := range g.members[b] {
			days, known := daysBetween(g.days[i], g.days[j])
			if known && days <= daysFar {
				return false
			}
			anyKnown = anyKnown || known
		}
	}
	return anyKnown && g.trusted
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
				sum += l.dated
			}
		}
	}
	return g.mean(sum, a, b)
}

// mean returns the mean log odds between two groups from the sum of their links.
func (g *grouping) mean(sum float64, a, b int) float64 {
	return align.Round(unlikely + sum/g.asked(a, b))
}

// lead returns by how much groups a and b are nearer to each other than either is to a
// third one, and how much that would be without dates.
func (g *grouping) lead(a, b int) (dated, undated float64) {
	x, y := g.leadOf(a, b), g.leadOf(b, a)
	return min(x.dated, y.dated), min(x.undated, y.undated)
}

// leadOf returns by how much b is nearer to a than any other group.
func (g *grouping) leadOf(a, b int) odds {
	near := map[int]odds{}
	for _, i := range g.members[a] {
		for _, l := range g.links[i] {
			if to := g.of[l.to]; to != a {
				o := near[to]
				near[to] = odds{o.dated + l.dated, o.undated + l.undated}
			}
		}
	}
	next := odds{unlikely, unlikely}
	for to, o := range near {
		if to != b {
			next.dated = max(next.dated, g.mean(o.dated, a, to))
			next.undated = max(next.undated, g.mean(o.undated, a, to))
		}
	}
	return odds{g.mean(near[b].dated, a, b) - next.dated, g.mean(near[b].undated, a, b) - next.undated}
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
