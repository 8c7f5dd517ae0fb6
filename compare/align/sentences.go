package align

import (
	"cmp"
	"slices"
)

// sentenceThreshold is the similarity from which two sentences say the same thing.
const sentenceThreshold = 0.5

// A Match is a pair of texts that say the same thing, by index.
type Match struct {
	A, B  int
	Score float64 // 0 to 1
}

// Sentences aligns the sentences of two articles, many to many, in no fixed order.
func Sentences(a, b []string, lang string) []Match {
	wa, wb := prepareAll(a, lang), prepareAll(b, lang)
	var ms []Match
	for _, c := range Candidates(wa, wb) {
		if s := wa[c.A].Similarity(wb[c.B]); s >= sentenceThreshold {
			ms = append(ms, Match{c.A, c.B, s})
		}
	}
	return ms
}

func prepareAll(texts []string, lang string) []*Wording {
	ws := make([]*Wording, len(texts))
	for i, t := range texts {
		ws[i] = Prepare(t, lang)
	}
	return ws
}

// Candidates returns the pairs worth comparing, found through an index of stems:
// those that share a stem hardly any other text has, or several less telling ones.
func Candidates(a, b []*Wording) []Link {
	index := make(map[string][]int)
	for j, w := range b {
		for k, t := range w.terms {
			if k == 0 || w.terms[k-1].stem != t.stem {
				index[t.stem] = append(index[t.stem], j)
			}
		}
	}
	var out []Link
	for i, w := range a {
		seen := make(map[int]bool)
		for _, t := range w.terms {
			if t.weight <= functionWeight {
				continue
			}
			for _, j := range index[t.stem] {
				seen[j] = true
			}
		}
		for j := range seen {
			out = append(out, Link{i, j})
		}
	}
	slices.SortFunc(out, func(x, y Link) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return out
}
