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

// tellingsOf groups the articles that are copies of one another, then those of one
// outlet: its wire copy is not its own telling, and joins no other article to another
// outlet's. The fullest of each group comes first; groups are ordered by their first
// article.
func tellingsOf(rs []*quote.Reading) [][]int {
	group := make([]int, len(rs))
	sets := make([]shingle.Set, len(rs))
	for i, r := range rs {
		group[i], sets[i] = i, shingle.Of(r.Raw)
	}
	for i := range rs {
		for j := range i {
			if copies(sets[i], sets[j]) {
				merge(group, group[j], group[i])
			}
		}
	}
	wire := wireGroups(rs, group)
	for i := range rs {
		for j := range i {
			if oneOutlet(rs[i], rs[j]) && !wire[group[i]] && !wire[group[j]] {
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

// wireGroups tells the groups of copies that several outlets printed.
func wireGroups(rs []*quote.Reading, group []int) map[int]bool {
	wire := map[int]bool{}
	for i := range rs {
		for j := range i {
			if group[i] == group[j] && !oneOutlet(rs[i], rs[j]) {
				wire[group[i]] = true
			}
		}
	}
	return wire
}

func oneOutlet(a, b *quote.Reading) bool {
	return a.Outlet != "" && strings.EqualFold(a.Outlet, b.Outlet) || a.URL != "" && a.URL == b.URL
}

func copies(a, b shingle.Set) bool {
	shorter := min(len(a), len(b))
	return shorter > 0 && float64(shingle.Overlap(a, b)) >= float64(copyShare*float64(shorter))
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
