package align

import (
	"cmp"
	"slices"
	"strings"
)

const (
	// commonStem is the number of texts from which a stem leads to no candidates: what
	// everybody says tells nobody apart, and looking all of them up would cost a square.
	commonStem = 256

	// sharedLeast is the share of the lighter text that a candidate must share.
	sharedLeast = 0.15

	// withinLeast is the same among texts one of which may print another's words.
	withinLeast = 0.25

	// Of a text that is looked for in other words, function words tell something too:
	// prefixLetters is how many letters words have in common to lead to a candidate,
	// looseCommon and looseLeast stand for commonStem and sharedLeast. Of quotes that are
	// much alike only the likest looseMost are compared with each.
	prefixLetters = 4
	looseCommon   = 1024
	looseLeast    = 0.15
	looseMost     = 64
	mostEqual     = 256 // even if as many share as much

	// fewPairs is the number of pairs that are all candidates, lookup or no, and somePairs
	// the number that may be candidates for their senses alone.
	fewPairs  = 1 << 16
	somePairs = 1 << 22
)

// An Index finds the texts that are worth comparing with another through the stems
// they share.
type Index struct {
	texts  []*Wording
	with   map[string][]int32 // texts with a stem, rising
	common int                // texts from which a stem leads nowhere
	least  float64            // share of the lighter text that a candidate must share
	most   int                // candidates of a text; 0 for any number
}

// NewIndex indexes texts by their content words.
func NewIndex(texts []*Wording) *Index {
	x := &Index{texts, make(map[string][]int32), commonStem, sharedLeast, 0}
	for j, w := range texts {
		for k, t := range w.terms {
			if t.weight > functionWeight && (k == 0 || w.terms[k-1].stem != t.stem) {
				x.with[t.stem] = append(x.with[t.stem], int32(j))
			}
		}
	}
	return x
}

// A search finds the texts near to one after another.
type search struct {
	*Index
	shared []float64 // weight shared with each text
	found  []int32   // texts with a weight
	kept   []int32   // those that share enough
}

// near returns the texts that share enough with w, in rising order.
func (s *search) near(w *Wording) []int32 {
	s.found = s.found[:0]
	for k, t := range w.terms {
		if t.weight <= functionWeight || k > 0 && w.terms[k-1].stem == t.stem {
			continue
		}
		with := s.with[t.stem]
		if len(with) >= s.common {
			continue
		}
		for _, j := range with {
			if s.shared[j] == 0 {
				s.found = append(s.found, j)
			}
			s.shared[j] += t.weight
		}
	}
	s.kept = s.enough(w, s.kept[:0])
	if s.most > 0 && len(s.kept) > s.most {
		s.kept = s.likest(s.kept, w)
	}
	for _, j := range s.found {
		s.shared[j] = 0
	}
	slices.Sort(s.kept)
	return s.kept
}

// enough adds the texts that share enough with w; all, where they are known by sense.
func (s *search) enough(w *Wording, kept []int32) []int32 {
	if w.about != nil {
		for j := range s.texts {
			kept = append(kept, int32(j))
		}
		return kept
	}
	for _, j := range s.found {
		if s.shared[j] >= s.least*min(w.total, s.texts[j].total) {
			kept = append(kept, j)
		}
	}
	return kept
}

// likest returns about as many texts as may be kept, those that share the largest part
// with w, and are most alike in meaning: whole classes of equals, so that the order of the
// texts decides nothing.
func (s *search) likest(found []int32, w *Wording) []int32 {
	const classes = 256
	class := func(j int32) int {
		part := 2 * s.shared[j] / (w.total + s.texts[j].total)
		if v := s.texts[j]; w.about != nil && v.about != nil {
			part = (part + w.about.meaning(v.about)) / 2
		}
		return max(0, min(classes-1, int(classes*part)))
	}
	var size [classes]int
	for _, j := range found {
		size[class(j)]++
	}
	least, n := classes-1, size[classes-1]
	for least > 0 && n+size[least-1] <= s.most {
		least--
		n += size[least]
	}
	kept := found[:0]
	for _, j := range found {
		if class(j) >= least {
			kept = append(kept, j)
		}
	}
	return kept[:min(len(kept), mostEqual)]
}

// Candidates returns the pairs of texts worth comparing, in order of A, then B: those
// that share stems which not too many of b hold.
func Candidates(a, b []*Wording) []Link { return NewIndex(b).pairs(a) }

// pairs returns the pairs worth comparing of the texts given and those of the index.
func (x *Index) pairs(a []*Wording) []Link {
	s := search{Index: x, shared: make([]float64, len(x.texts))}
	var out []Link
	for i, w := range a {
		for _, j := range s.near(w) {
			out = append(out, Link{i, int(j)})
		}
	}
	return out
}

// looseCandidates returns the pairs of texts worth comparing when a text may stand in
// wholly other words, in order of A, then B: those that share words which begin alike and,
// unless the texts are very many, those alike in sense, as far as senses are known. It
// finds more than Candidates, at several times the cost; of few texts it takes all.
func looseCandidates(a, b []*Wording, sa, sb []sense) []Link {
	pairs := len(a) * len(b)
	if pairs > fewPairs {
		if pairs > somePairs {
			sa, sb = make([]sense, len(a)), make([]sense, len(b))
		}
		x := NewIndex(beginnings(b, sb))
		x.common, x.least, x.most = looseCommon, looseLeast, looseMost
		return x.pairs(beginnings(a, sa))
	}
	out := make([]Link, 0, pairs)
	for i := range a {
		for j := range b {
			out = append(out, Link{i, j})
		}
	}
	return out
}

// beginnings returns texts with the first letters of each stem in the place of it, with
// nats for weights and with their senses.
func beginnings(texts []*Wording, senses []sense) []*Wording {
	out := make([]*Wording, len(texts))
	for i, w := range texts {
		terms := make([]term, len(w.terms))
		for k, t := range w.terms {
			terms[k] = term{stem: prefix(t.stem, prefixLetters), weight: t.nats}
		}
		slices.SortFunc(terms, func(x, y term) int { return cmp.Or(strings.Compare(x.stem, y.stem), cmp.Compare(y.weight, x.weight)) })
		out[i] = &Wording{terms: terms, total: w.allNats, about: senses[i]}
	}
	return out
}

// prefix returns the first n letters of s.
func prefix(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// CandidatesWithin returns the pairs among one list of texts, each once, A below B.
func CandidatesWithin(texts []*Wording) []Link {
	s := search{Index: NewIndex(texts), shared: make([]float64, len(texts))}
	s.least = withinLeast
	var out []Link
	for i, w := range texts {
		for _, j := range s.near(w) {
			if i < int(j) {
				out = append(out, Link{i, int(j)})
			}
		}
	}
	slices.SortFunc(out, func(x, y Link) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return out
}
