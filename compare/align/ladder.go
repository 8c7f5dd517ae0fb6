package align

import "slices"

const (
	// surroundingScores is how many other matches of a text, those that score best, tell
	// how much it is like any.
	surroundingScores = 5

	// strangerScore is what they come to on average among a few hundred strangers.
	strangerScore = 0.24
)

// A ladder holds the best scores of a text and the matches that they are of, falling.
type ladder struct {
	scores  [surroundingScores + 1]float64
	matches [surroundingScores + 1]int
	n       int
}

func newLadders(n int, ms []Match, of func(Match) int) []ladder {
	out := make([]ladder, n)
	for k, m := range ms {
		out[of(m)].see(k, m.Score)
	}
	return out
}

// see takes up a match, behind those that score as much.
func (l *ladder) see(match int, score float64) {
	at := l.n
	for at > 0 && l.scores[at-1] < score {
		at--
	}
	if at == len(l.scores) {
		return
	}
	l.n = min(l.n+1, len(l.scores))
	copy(l.scores[at+1:], l.scores[at:])
	copy(l.matches[at+1:], l.matches[at:])
	l.scores[at], l.matches[at] = score, match
}

// holds reports whether a match is among the best.
func (l *ladder) holds(match, best int) bool {
	return slices.Contains(l.matches[:min(best, l.n)], match)
}

// above returns how far a match is above the mean of the others, none of which counts less
// than strangers usually do: a small pool proves nothing by having few like quotes.
func (l *ladder) above(match int, score float64) float64 {
	sum, n := 0.0, 0
	for i, s := range l.scores[:l.n] {
		if l.matches[i] != match && n < surroundingScores {
			sum, n = sum+max(s, strangerScore), n+1
		}
	}
	sum += float64(strangerScore * float64(surroundingScores-n))
	return score - sum/surroundingScores
}
