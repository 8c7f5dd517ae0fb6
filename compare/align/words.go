package align

import (
	"cmp"
	"slices"
)

// Words links the words of two texts that mean the same: equal, same stem, spelled
// alike, numbers written out, and neighbours of linked words.
func Words(a, b []string, lang string) []Link {
	ua, ub := units(a, lang), units(b, lang)
	return link(ua, ub)
}

func units(tokens []string, lang string) []unit {
	us := make([]unit, len(tokens))
	for i, t := range tokens {
		us[i] = newUnit(t, lang)
	}
	return us
}

type scoredLink struct {
	Link
	score float64
}

func link(a, b []unit) []Link {
	var all []scoredLink
	for i, u := range a {
		for j, v := range b {
			if k := u.kin(v); k > 0 {
				all = append(all, scoredLink{Link{i, j}, k + around(a, b, i, j)})
			}
		}
	}
	slices.SortFunc(all, func(x, y scoredLink) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	var links []Link
	for _, l := range all {
		if usedA[l.A] || usedB[l.B] {
			continue
		}
		usedA[l.A], usedB[l.B] = true, true
		links = append(links, l.Link)
	}
	sortLinks(links)
	return links
}

func around(a, b []unit, i, j int) float64 {
	s := 0.0
	for d := 1; d <= 2; d++ {
		if i >= d && j >= d {
			s += float64(0.3 * a[i-d].kin(b[j-d]))
		}
		if i+d < len(a) && j+d < len(b) {
			s += float64(0.3 * a[i+d].kin(b[j+d]))
		}
	}
	far := float64(i)/float64(len(a)) - float64(j)/float64(len(b))
	return s - float64(0.5*max(far, -far))
}

func sortLinks(links []Link) {
	slices.SortFunc(links, func(x, y Link) int {
		return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
}
