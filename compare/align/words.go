package align

import "github.com/storydiff/storydiff/compare/internal/logit"

// Words links the words of two texts that mean the same: equal, same stem, spelled
// alike, numbers written out, words that stand for one another, and words between
// linked words. Tokens may be words or marks. A word may have several links.
func Words(a, b []string, lang string) []Link {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	return linkUnits(newUnits(a, lang), newUnits(b, lang))
}

// maxPairs bounds the pairs of words that are judged one by one.
const maxPairs = 1 << 16

// linkUnits links two lists of words. In long texts the words that a literal diff
// keeps are links, and what lies between them is judged when it is short enough.
func linkUnits(a, b []unit) []Link {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	if len(a)*len(b) <= maxPairs {
		return judgeLinks(a, b)
	}
	var links []Link
	i, j := 0, 0
	for _, s := range join(diffUnits(a, b)) {
		for k := range s.same {
			links = append(links, Link{i + k, j + k})
		}
		if s.a*s.b <= maxPairs {
			for _, l := range linkUnits(a[i:i+s.a], b[j:j+s.b]) {
				links = append(links, Link{i + l.A, j + l.B})
			}
		}
		i, j = i+s.a+s.same, j+s.b+s.same
	}
	return links
}

// diffUnits returns the literal diff of two lists of words.
func diffUnits(a, b []unit) []step {
	runes := make(map[string]rune)
	ra, rb := number(runes, norms(a)), number(runes, norms(b))
	if len(runes) > maxAlphabet {
		return nil
	}
	return diffRunes(nil, ra, rb)
}

func norms(us []unit) []string {
	out := make([]string, len(us))
	for i, u := range us {
		out[i] = u.norm
	}
	return out
}

func judgeLinks(a, b []unit) []Link {
	s := newScene(a, b)
	for _, weights := range passes {
		s.learn(s.judge(weights))
		s.first = false
	}
	var links []Link
	for i := range a {
		for j := range b {
			if s.belief.get(i, j) >= linkThreshold {
				links = append(links, Link{i, j})
			}
		}
	}
	return links
}

// judge returns the probability of every link.
func (s *scene) judge(weights *[features]float64) grid {
	g := newGrid(len(s.a), len(s.b))
	var x [features]float64
	for i := range s.a {
		for j := range s.b {
			l := s.likeness[i*len(s.b)+j]
			s.describe(x[:], i, j)
			g.at[i*g.cols+j] = logit.Probability(weigh(weights, &x, l))
		}
	}
	return g
}

// weigh returns the product of the weights and the features of a pair of words, of whose
// likenesses one holds.
func weigh(w, x *[features]float64, l likeness) float64 {
	sum := w[l]
	for k := bias; k < features; k++ {
		sum += float64(w[k] * x[k])
	}
	return sum
}
