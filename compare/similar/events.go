package similar

import (
	"cmp"
	"slices"

	"github.com/storydiff/storydiff/compare/quote"
)

const (
	// Between groups counts the mean log odds of the pairs between them.
	joinAt   = 0.4  // from which a pair said to report one event makes two groups one
	unlikely = -7.0 // of a pair that was not scored, and of the most unlikely ones

	// Without such a pair they become one where they are nearer to each other, by so
	// much, than to any other.
	nearAt, ahead     = -1.5, 1.0 // a single article and another, or a group
	aloneAt           = -0.5      // two groups, of which each has found its own; a group among few articles
	twoAt             = 0.0       // two articles among few, where nothing is there that might be nearer
	strayAt, farAhead = -4.0, 2.5 // a single article to which nothing else comes near, among many articles

	// Dates are trusted unless, of at least so many pairs with such log odds without
	// dates, more than this share was published days apart.
	fewPairs, plainly, doubtful = 10, 2.0, 0.15
)

// Events groups articles by event from the judged pairs, without chaining: each
// article is in at most one. Groups of one are left out.
//
// Two groups become one when a pair between them is judged to report the same event,
// and the mean log odds of all pairs between them are high enough; a pair that was
// not even a candidate counts as most unlikely. Without such a pair they still become
// one if each is by far the nearest that the other has: where many are about as near,
// the nearness is that of a topic. So two articles that only a round-up joins stay
// apart. Among more than 20 articles, one that comes near to a single other or group
// alone belongs there, however unlikely the pairs: so are found those too short to be
// sure of and those without dates. What was published days later is a follow-up rather,
// unless the texts of all these articles show that their dates are often wrong.
// The order of the input plays no part.
func Events(rs []*quote.Reading, pairs []Pair) []Event {
	rank := ranks(rs)
	g := newGrouping(rs, pairs)
	likely := byProbability(pairs, rank)
	g.joinThose(likely, func(p Pair, a, b int) bool { return p.Verdict == SameEvent && g.nearness(a, b) >= joinAt })
	g.joinThose(likely, func(_ Pair, a, b int) bool { return g.near(a, b) })
	if len(rs) > smallSet {
		g.joinThose(likely, func(p Pair, a, b int) bool {
			return g.near(a, b) || p.Verdict == Related && g.stray(a, b)
		})
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
		if p.Verdict == Unsure || logOddsOf(p.Probability) < strayAt {
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
