package align

import "sort"

// anchors returns tokens that stand exactly once in each list and in the same order
// in both: the longest such chain, as in a patience diff (Cohen, 2003).
func anchors(a, b []rune) []Link {
	inA, inB := once(a), once(b)
	var links []Link
	for i, r := range a {
		j, ok := inB[r]
		if k, single := inA[r]; ok && single && k == i && j >= 0 {
			links = append(links, Link{A: i, B: j})
		}
	}
	return longestRising(links)
}

// once maps each token to its place, or to -1 when it stands more than once.
func once(ts []rune) map[rune]int {
	at := make(map[rune]int, len(ts))
	for i, r := range ts {
		if _, seen := at[r]; seen {
			at[r] = -1
			continue
		}
		at[r] = i
	}
	return at
}

// longestRising returns the longest subsequence of links, ordered by A, in which B rises.
func longestRising(links []Link) []Link {
	tails := make([]int, 0, len(links)) // tails[k] ends the best chain of k+1 links
	before := make([]int, len(links))
	for i, l := range links {
		k := sort.Search(len(tails), func(k int) bool { return links[tails[k]].B >= l.B })
		before[i] = -1
		if k > 0 {
			before[i] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, i)
		} else {
			tails[k] = i
		}
	}
	chain := make([]Link, len(tails))
	if len(tails) == 0 {
		return chain
	}
	for k, i := len(tails)-1, tails[len(tails)-1]; k >= 0; k, i = k-1, before[i] {
		chain[k] = links[i]
	}
	return chain
}
