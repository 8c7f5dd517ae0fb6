package align

import (
	"math"
	"slices"
)

// sentenceThreshold is the probability from which two sentences are said to tell the same.
const sentenceThreshold = 0.45

// Evidence is what speaks for two sentences telling the same, each 0 to 1 but for the
// last two: their likeness, the share of the lighter one told by both and the words in one
// order; the weight of the stems that both hold and few other sentences of the two articles
// do, as its logarithm, and its share of the lighter sentence; and how far the similarity
// is ahead of the next best of either sentence, summed.
type Evidence [6]float64

// The weights of the evidence. They were fitted by TestFitAlignments of package framing
// (go test ./compare/framing -run FitAlignments -fit -v) to the sentences of its
// testdata/alignments-train.jsonl.
var (
	sentenceWeights = Evidence{2.71, 1.83, 3.34, 1.55, 2.28, 2.83}
	sentenceBias    = -5.73
)

// A Match is a pair of texts that say the same thing, by index.
type Match struct {
	A, B  int
	Score float64 // 0 to 1
}

// A Kinship is a pair of sentences with what speaks for their telling the same.
type Kinship struct {
	Match    // the score is the similarity
	Evidence Evidence
}

// Sentences aligns the sentences of two articles, many to many, in no fixed order. The
// pairs come in order of A, then B.
func Sentences(a, b []string, lang string) []Match {
	var found []Match
	for _, k := range Kinships(a, b, lang) {
		if k.Probability() >= sentenceThreshold {
			found = append(found, k.Match)
		}
	}
	return found
}

// Kinships returns the pairs of sentences worth comparing, in order of A, then B.
func Kinships(a, b []string, lang string) []Kinship {
	wa, wb := PrepareAll(a, lang), PrepareAll(b, lang)
	ta, tb := distinct(wa, wb)
	var ks []Kinship
	var ms []Match
	for _, c := range Candidates(wa, wb) {
		l := wa[c.A].Compare(wb[c.B])
		shared := ta[c.A].shared(tb[c.B])
		m := Match{c.A, c.B, l.Similarity}
		ms = append(ms, m)
		ks = append(ks, Kinship{m, Evidence{
			l.Similarity, l.Covered, l.Literal,
			math.Log1p(shared), shared / max(1, min(ta[c.A].total, tb[c.B].total)),
		}})
	}
	rows, cols := peaksOf(ms)
	for i, k := range ks {
		ks[i].Evidence[5] = 2*k.Score - rows[k.A].besides(k.Score) - cols[k.B].besides(k.Score)
	}
	return ks
}

// distinct returns the stems of the sentences weighed by how few sentences hold them:
// what every other sentence of a story names tells no two of them apart.
func distinct(a, b []*Wording) (da, db []*telling) {
	with := make(map[string]int)
	all := slices.Concat(a, b)
	for _, w := range all {
		for k, t := range w.terms {
			if k == 0 || w.terms[k-1].stem != t.stem {
				with[t.stem]++
			}
		}
	}
	most := math.Log(float64(max(len(all), 4)) / 2) // of a stem in two sentences, one of each article
	out := make([]*telling, len(all))
	for i, w := range all {
		out[i] = &telling{}
		for k, t := range w.terms {
			if k > 0 && w.terms[k-1].stem == t.stem {
				continue
			}
			weight := float64(t.weight * min(1, math.Log(float64(len(all))/float64(with[t.stem]))/most))
			out[i].terms = append(out[i].terms, term{stem: t.stem, weight: weight})
			out[i].total += weight
		}
	}
	return out[:len(a)], out[len(a):]
}

// A telling is the stems of a sentence, ordered, with what each tells in its story.
type telling struct {
	terms []term
	total float64
}

// shared returns the weight of the stems that both hold.
func (t *telling) shared(u *telling) float64 {
	sum, i, j := 0.0, 0, 0
	for i < len(t.terms) && j < len(u.terms) {
		switch {
		case t.terms[i].stem == u.terms[j].stem:
			sum += t.terms[i].weight
			i, j = i+1, j+1
		case t.terms[i].stem < u.terms[j].stem:
			i++
		default:
			j++
		}
	}
	return sum
}

// besides returns the best value besides one that is v.
func (p peak) besides(v float64) float64 {
	if p.best == v {
		return p.next
	}
	return p.best
}

// Probability returns how surely the two sentences tell the same.
func (k Kinship) Probability() float64 {
	z := sentenceBias
	for i, w := range sentenceWeights {
		z += float64(w * k.Evidence[i])
	}
	return Round(logistic(z))
}

// PrepareAll prepares many texts.
func PrepareAll(texts []string, lang string) []*Wording {
	ws := make([]*Wording, len(texts))
	for i, t := range texts {
		ws[i] = Prepare(t, lang)
	}
	return ws
}
