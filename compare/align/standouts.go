package align

import (
	"cmp"
	"maps"
	"slices"

	"github.com/storydiff/storydiff/compare/internal/logit"
)

// Standouts matches texts, any number of which have no partner, in order of A, then
// B: those that are likeliest for both their texts, and as probable as least. The score
// is that probability, and 1 for equal texts. Texts given twice match twice, and are no
// rivals.
func Standouts(a, b []string, lang string, least float64) []Match {
	p := newPool(a, b, lang, SensesKnown(lang))
	weights := &pairWeights
	if !p.senses {
		weights = &wordPairWeights
	}
	var out []Match
	for _, c := range weights.bestOfBoth(p.contenders()) {
		c.Score = Round(logit.Probability(logit.Odds(weights.Standing[:], c.standing[:])))
		if c.equal {
			c.Score = 1
		}
		if c.Score >= least {
			out = p.appendEqual(out, c.Match)
		}
	}
	slices.SortFunc(out, func(x, y Match) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return out
}

// A pool holds the texts of two sides, each once and in an order of their own, so that
// the order in which they were given decides nothing.
type pool struct {
	a, b       []*Wording
	sa, sb     []sense
	inA, inB   [][]int // where each was given
	senses     bool
	resembling []Match // the pairs worth comparing
}

func newPool(a, b []string, lang string, senses bool) *pool {
	p := &pool{senses: senses}
	a, p.inA = distinct(a)
	b, p.inB = distinct(b)
	p.a, p.b = PrepareAll(a, lang), PrepareAll(b, lang)
	p.sa, p.sb = sensesOf(p.a, senses), sensesOf(p.b, senses)
	p.resembling = resemblances(p.a, p.b, p.sa, p.sb, meaningWeight)
	return p
}

// distinct returns texts sorted, each once, and where each was given.
func distinct(given []string) (texts []string, at [][]int) {
	places := make(map[string][]int, len(given))
	for i, s := range given {
		places[s] = append(places[s], i)
	}
	texts = slices.Sorted(maps.Keys(places))
	for _, s := range texts {
		at = append(at, places[s])
	}
	return texts, at
}

// appendEqual adds a match of two texts for each time that they were given; of a text given
// very often each other text matches the first ones.
func (p *pool) appendEqual(ms []Match, m Match) []Match {
	for _, i := range p.inA[m.A] {
		for _, j := range p.inB[m.B][:min(len(p.inB[m.B]), mostGiven)] {
			ms = append(ms, Match{i, j, m.Score})
		}
	}
	return ms
}

const (
	// mostGiven bounds how often one text is matched.
	mostGiven = 1024

	// likest is how many of its matches a text is judged by word for word: those that
	// score best, for both texts.
	likest = 3

	// mostAhead bounds what odds ahead of a rival's count.
	mostAhead = 6
)

// A contender is a pair of texts among the likest of both.
type contender struct {
	Match
	equal    bool
	words    byPair
	standing byStanding
}

// byPair is what the words of two texts say: the Dice coefficients of letter trigrams and of
// the words by what they tell, kindred ones counted; which share of both, by what their
// words tell, Words links; which share of the content words of either the other covers, the
// smaller one; and, where senses are known, how alike the company of their words is and
// their meaning.
type byPair [6]float64

// byStanding is how a pair stands among the others of its texts: its log odds by the words;
// how far they are ahead of the nearest rival's, up to mostAhead; and how far its score is
// above the mean of those next to it, for the text where it is less far and the other: of a
// text that is like many, to be like one more proves little. Bitext miners judge pairs of
// sentences by such a margin (Artetxe and Schwenk, 2019).
type byStanding [4]float64

// oddsWeights weigh the evidence; the last of each is the bias.
type oddsWeights struct {
	Words    [len(byPair{}) + 1]float64
	Standing [len(byStanding{}) + 1]float64
}

// contenders returns the pairs that are among the likest of both texts.
func (p *pool) contenders() []contender {
	a := newLadders(len(p.a), p.resembling, func(m Match) int { return m.A })
	b := newLadders(len(p.b), p.resembling, func(m Match) int { return m.B })
	var cs []contender
	for k, m := range p.resembling {
		if !a[m.A].holds(k, likest) || !b[m.B].holds(k, likest) {
			continue
		}
		w, v := p.a[m.A], p.b[m.B]
		c := contender{Match: m, equal: w.Text == v.Text}
		aboveA, aboveB := a[m.A].above(k, m.Score), b[m.B].above(k, m.Score)
		c.standing[2], c.standing[3] = min(aboveA, aboveB), max(aboveA, aboveB)
		c.words = w.evidence(v, p.senses)
		if x, y := p.sa[m.A], p.sb[m.B]; x != nil && y != nil {
			c.words[4], c.words[5] = x.company(y), x.meaning(y)
		}
		cs = append(cs, c)
	}
	return cs
}

// bestOfBoth returns the contenders that are likeliest for both their texts, with their
// standing.
func (weights *oddsWeights) bestOfBoth(cs []contender) []contender {
	rows, cols := make(map[int]peak), make(map[int]peak)
	none := peak{best: leastOdds, next: leastOdds}
	for i := range cs {
		c := &cs[i]
		odds := max(leastOdds, Round(logit.Odds(weights.Words[:], c.words[:])))
		c.standing[0] = odds
		for _, side := range []struct {
			peaks map[int]peak
			text  int
		}{{rows, c.A}, {cols, c.B}} {
			p, seen := side.peaks[side.text]
			if !seen {
				p = none
			}
			side.peaks[side.text] = p.above(odds)
		}
	}
	var best []contender
	for _, c := range cs {
		row, col := rows[c.A], cols[c.B]
		if odds := c.standing[0]; odds >= row.best && odds >= col.best {
			c.standing[1] = min(mostAhead, odds-max(row.next, col.next))
			best = append(best, c)
		}
	}
	return best
}
