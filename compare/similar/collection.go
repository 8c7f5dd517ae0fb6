package similar

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"github.com/storydiff/storydiff/compare/quote"
)

const (
	smallSet     = 20    // up to so many articles, every pair is scored
	indexTerms   = 30    // of an article, looked up in the index
	postings     = 300   // articles looked at for one term
	neighbours   = 64    // candidates of one article that are scored
	alikeAtAll   = 0.07  // cosine below which a candidate is not scored further
	worthTelling = 0.001 // probability from which a pair is returned although it is different
)

// Pairs returns the candidate pairs among many articles, scored and judged, without
// evidence, ordered by A then B.
//
// Up to 20 articles, every pair is a candidate. Of more, each article is compared
// with at most 64 others that share most of its telling stems, and pairs that have
// nothing to do with each other are left out.
func Pairs(rs []*quote.Reading) []Pair { return NewComparer(rs).Pairs() }

// Pairs returns the candidate pairs among all articles, as the function Pairs does.
func (c *Comparer) Pairs() []Pair {
	profiles := c.prepareAll()
	m := &shipped().articles
	few := len(profiles) <= smallSet
	var pairs []Pair
	for _, k := range candidates(profiles, canonical(profiles)) {
		a, b := profiles[k.a], profiles[k.b]
		if !few && cosine(a.all, b.all) < alikeAtAll {
			continue
		}
		p := judge(a, b, m)
		if !few && p.Verdict == Different && p.Probability < worthTelling {
			continue
		}
		p.A, p.B = k.a, k.b
		pairs = append(pairs, p)
	}
	return pairs
}

// prepareAll makes the profiles that are missing on all cores.
func (c *Comparer) prepareAll() []*profile {
	profiles := make([]*profile, len(c.profiles))
	workers := min(runtime.GOMAXPROCS(0), len(profiles))
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for i := w; i < len(profiles); i += workers {
				profiles[i] = c.profiles[i]()
			}
		})
	}
	wait.Wait()
	return profiles
}

// canonical returns the indexes in an order that does not depend on that of the input.
func canonical(profiles []*profile) []int {
	order := make([]int, len(profiles))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return compareProfiles(profiles[i], profiles[j])
	})
	return order
}

// compareProfiles orders by the text, then by the date of publication.
func compareProfiles(a, b *profile) int {
	return cmp.Or(cmp.Compare(a.digest, b.digest), cmp.Compare(a.date, b.date))
}

// A key is a pair of indexes, a < b.
type key struct{ a, b int }

func newKey(i, j int) key { return key{min(i, j), max(i, j)} }

func compareKeys(x, y key) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) }

// candidates returns the pairs worth scoring, sorted.
func candidates(profiles []*profile, order []int) []key {
	var keys []key
	if len(profiles) <= smallSet {
		for i := range profiles {
			for j := i + 1; j < len(profiles); j++ {
				keys = append(keys, key{i, j})
			}
		}
		return keys
	}
	x := newIndex(profiles, order)
	for _, i := range order {
		for _, near := range x.nearest(i) {
			keys = append(keys, newKey(i, near.article))
		}
	}
	slices.SortFunc(keys, compareKeys)
	return slices.Compact(keys)
}
