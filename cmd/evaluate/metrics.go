package main

import (
	"cmp"
	"math"
	"slices"
)

// A scored item is a prediction's score and whether the gold agrees.
type scored struct {
	score float64
	right bool
}

// counts are the outcomes of a search against gold.
type counts struct {
	hits, false, missed int
}

func (c counts) precision() float64 { return ratio(c.hits, c.hits+c.false) }
func (c counts) recall() float64    { return ratio(c.hits, c.hits+c.missed) }
func (c counts) f1() float64        { return ratio(2*c.hits, 2*c.hits+c.false+c.missed) }

// ratio returns a/b, and 0 for 0/0.
func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// averagePrecision is the area under the precision-recall curve as a step function:
// the sum over thresholds of precision times the recall gained. Equal scores enter
// together, so that their order does not matter.
func averagePrecision(items []scored) float64 {
	total := countRight(items)
	if total == 0 {
		return 0
	}
	area := 0.0
	eachThreshold(items, func(_ float64, seen, right, gained int) {
		area += float64(ratio(right, seen) * ratio(gained, total))
	})
	return area
}

// bestF1 returns the highest F1 that any threshold on the score gives, and that threshold.
func bestF1(items []scored) (f1, threshold float64) {
	total := countRight(items)
	eachThreshold(items, func(score float64, seen, right, _ int) {
		if f := (counts{right, seen - right, total - right}).f1(); f > f1 {
			f1, threshold = f, score
		}
	})
	return f1, threshold
}

// f1At returns the F1 of taking every item scored at least the threshold.
func f1At(items []scored, threshold float64) float64 {
	var c counts
	for _, it := range items {
		switch taken := it.score >= threshold; {
		case taken && it.right:
			c.hits++
		case taken:
			c.false++
		case it.right:
			c.missed++
		}
	}
	return c.f1()
}

func countRight(items []scored) int {
	n := 0
	for _, it := range items {
		if it.right {
			n++
		}
	}
	return n
}

// eachThreshold calls f for every distinct score, highest first, with the number of
// items scored at least that much, how many of them are right, and how many of the
// right ones have just this score.
func eachThreshold(items []scored, f func(score float64, seen, right, gained int)) {
	items = slices.Clone(items)
	slices.SortFunc(items, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	right := 0
	for i := 0; i < len(items); {
		j, before := i, right
		for ; j < len(items) && items[j].score == items[i].score; j++ {
			if items[j].right {
				right++
			}
		}
		f(items[i].score, j, right, right-before)
		i = j
	}
}

// bcubed returns the F1 of BCubed precision and recall (Bagga and Baldwin 1998) of a
// grouping: group[i] and gold[i] name the groups of item i.
func bcubed(group []int, gold []string) float64 {
	type cell struct {
		group int
		gold  string
	}
	groups, golds, cells := map[int]int{}, map[string]int{}, map[cell]int{}
	for i, g := range group {
		groups[g]++
		golds[gold[i]]++
		cells[cell{g, gold[i]}]++
	}
	var precision, recall float64
	for i, g := range group {
		n := cells[cell{g, gold[i]}]
		precision += ratio(n, groups[g])
		recall += ratio(n, golds[gold[i]])
	}
	if precision+recall == 0 {
		return 0
	}
	return 2 * precision * recall / (precision + recall) / float64(len(group))
}

// A bin of a reliability table: the items with a score in one tenth of the range.
type bin struct {
	n           int
	score, rate float64 // mean score, and share that is right
}

// reliability deals items into ten bins of equal width by score.
func reliability(items []scored) [10]bin {
	var bins [10]bin
	for _, it := range items {
		b := &bins[min(9, max(0, int(it.score*10)))]
		b.n++
		b.score += it.score
		if it.right {
			b.rate++
		}
	}
	for i := range bins {
		if n := float64(bins[i].n); n > 0 {
			bins[i].score /= n
			bins[i].rate /= n
		}
	}
	return bins
}

// calibrationError is the expected calibration error: the mean distance of score and
// rate over the bins, weighted by their items.
func calibrationError(bins [10]bin) float64 {
	sum, n := 0.0, 0
	for _, b := range bins {
		sum += float64(float64(b.n) * math.Abs(b.score-b.rate))
		n += b.n
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// pearson returns the correlation of two series of one length.
func pearson(x, y []float64) float64 {
	mx, my := mean(x), mean(y)
	var xy, xx, yy float64
	for i := range x {
		dx, dy := x[i]-mx, y[i]-my
		xy += float64(dx * dy)
		xx += float64(dx * dx)
		yy += float64(dy * dy)
	}
	if xx == 0 || yy == 0 {
		return 0
	}
	return xy / math.Sqrt(xx*yy)
}

func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}
