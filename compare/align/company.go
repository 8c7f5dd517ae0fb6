package align

import (
	"math"

	"github.com/storydiff/storydiff/compare/internal/logit"
)

const (
	// leastOdds are the log odds of a pair that is not worth comparing.
	leastOdds = -7
	// mostLead bounds what a lead over a rival counts.
	mostLead = 6
	// surroundings is how many sentences before and behind a pair are its surroundings.
	surroundings = 3
)

// keepCompany fills in what the pairs around say of each pair. Headlines say nothing of
// the sentences below, which tell it again.
func keepCompany(ks []Kinship, a, b *Article, weights []float64) {
	odds := make([]float64, len(ks))
	rows, cols := make([]peak, len(a.sentences)), make([]peak, len(b.sentences))
	for i := range rows {
		rows[i] = peak{best: leastOdds, next: leastOdds}
	}
	for j := range cols {
		cols[j] = peak{best: leastOdds, next: leastOdds}
	}
	g := newGrid(len(a.sentences), len(b.sentences))
	for n, k := range ks {
		odds[n] = max(leastOdds, Round(logit.Odds(weights, k.Words[:])))
		if k.B >= b.headlines {
			rows[k.A] = rows[k.A].above(odds[n])
		}
		if k.A >= a.headlines {
			cols[k.B] = cols[k.B].above(odds[n])
		}
		if k.A >= a.headlines && k.B >= b.headlines {
			g.at[k.A*g.cols+k.B] = logit.Probability(odds[n])
		}
	}
	for n := range ks {
		k, z := &ks[n], odds[n]
		leadA, leadB := lead(z, rows[k.A]), lead(z, cols[k.B])
		k.Company = ByCompany{z, min(leadA, leadB), max(leadA, leadB), g.diagonal(k.A, k.B), g.near(k.A, k.B), g.beside(k.A, k.B)}
	}
}

// lead returns how far odds are ahead of the best that is not them.
func lead(z float64, p peak) float64 {
	rival := p.best
	if z >= p.best {
		rival = p.next
	}
	return max(-mostLead, min(mostLead, z-rival))
}

// above returns the peak with one more value.
func (p peak) above(v float64) peak {
	switch {
	case v > p.best:
		return peak{best: v, next: p.best}
	case v > p.next:
		p.next = v
	}
	return p
}

// diagonal returns the likelier pair of the sentences behind both and before both.
func (g grid) diagonal(i, j int) float64 { return max(g.get(i+1, j+1), g.get(i-1, j-1)) }

// beside returns the likeliest pairs of either sentence with a neighbour of the other.
func (g grid) beside(i, j int) float64 {
	return max(g.get(i, j+1), g.get(i, j-1)) + max(g.get(i+1, j), g.get(i-1, j))
}

// near returns the likeliest pair of other sentences around.
func (g grid) near(i, j int) float64 {
	p := 0.0
	for x := i - surroundings; x <= i+surroundings; x++ {
		for y := j - surroundings; y <= j+surroundings; y++ {
			if x != i && y != j {
				p = math.Max(p, g.get(x, y))
			}
		}
	}
	return p
}
