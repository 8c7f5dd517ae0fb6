package framing

import (
	"cmp"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/shingle"
)

// copyShare is the share of the shorter body's shingles from which two articles are
// one telling: wire copy, a cut of it, or an update.
const copyShare = 0.5

// tellingsOf groups the articles that are copies of one another or of one outlet. The
// fullest of each group comes first; groups are ordered by their first article.
func tellingsOf(rs []*quote.Reading) [][]int {
	group := make([]int, len(rs))
	sets := make([]shingle.Set, len(rs))
	for i, r := range rs {
		group[i], sets[i] = i, shingle.Of(r.Raw)
	}
	for i := range rs {
		for j := range i {
			if oneTelling(rs[i], rs[j], sets[i], sets[j]) {
				merge(group, group[j], group[i])
			}
		}
	}
	byGroup := map[int][]int{}
	for i, g := range group {
		byGroup[g] = append(byGroup[g], i)
	}
	out := make([][]int, 0, len(byGroup))
	for _, members := range byGroup {
		slices.SortFunc(members, func(i, j int) int { return fullerFirst(rs[i], rs[j]) })
		out = append(out, members)
	}
	slices.SortFunc(out, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return out
}

func merge(group []int, into, from int) {
	for i, g := range group {
		if g == from {
			group[i] = into
		}
	}
}

func oneTelling(a, b *quote.Reading, sa, sb shingle.Set) bool {
	if a.Outlet != "" && strings.EqualFold(a.Outlet, b.Outlet) || a.URL != "" && a.URL == b.URL {
		return true
	}
	shorter := min(len(sa), len(sb))
	return shorter > 0 && float64(shingle.Overlap(sa, sb)) >= float64(copyShare*float64(shorter))
}

// fullerFirst orders the articles of a telling: the longest, then the latest, then by
// their words, so that the order of the input decides nothing.
func fullerFirst(a, b *quote.Reading) int {
	return cmp.Or(
		cmp.Compare(len(b.Text), len(a.Text)),
		strings.Compare(b.Published, a.Published),
		strings.Compare(a.Text, b.Text),
		strings.Compare(a.SHA256, b.SHA256),
	)
}
