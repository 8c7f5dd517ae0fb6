package align

import "slices"

// Similarity returns how alike two utterances or sentences are, 0 to 1. It is
// symmetric, and 1 for a text and itself. Two translations of one sentence come to .5 on
// average, and strangers hardly ever to .3.
func Similarity(a, b, lang string) float64 {
	return Prepare(a, lang).Similarity(Prepare(b, lang))
}

// Similarity returns how alike both texts are, as the function of that name.
func (w *Wording) Similarity(v *Wording) float64 {
	if w.Text == v.Text {
		return 1
	}
	return w.similarity(v, w.kin(v).nats)
}

// similarity is the mean of three Dice coefficients: of the letter trigrams, of the
// words by what they tell, kindred ones counted, which counts twice, and of pairs of
// neighbouring words.
func (w *Wording) similarity(v *Wording, kinNats float64) float64 {
	if len(w.units) == 0 || len(v.units) == 0 {
		return 0
	}
	words := min(1, 2*kinNats/(w.allNats+v.allNats))
	return Round((dice(w.grams, v.grams) + float64(2*words) + dice(w.bigrams, v.bigrams)) / 4)
}

// A Likeness measures two texts in several ways, each 0 to 1. The lighter text is the
// one whose words weigh less.
type Likeness struct {
	Similarity float64
	Alike      float64 // share of both, by weight, that has the same or a kindred word in the other
	Covered    float64 // the same share of the lighter text
	Literal    float64 // share of the words of both that stand in the other in the same order
	Kept       float64 // the same share of the lighter text
}

// Compare measures two texts in every way.
func (w *Wording) Compare(v *Wording) Likeness {
	if w.Text == v.Text {
		return Likeness{1, 1, 1, 1, 1}
	}
	if len(w.units) == 0 || len(v.units) == 0 {
		return Likeness{}
	}
	if w.total > v.total {
		w, v = v, w
	}
	kin, run := w.kin(v), float64(commonRun(w.units, v.units))
	return Likeness{
		Similarity: w.similarity(v, kin.nats),
		Alike:      Round(min(1, 2*kin.weight/(w.total+v.total))),
		Covered:    Round(min(1, kin.weight/w.total)),
		Literal:    Round(2 * run / float64(len(w.units)+len(v.units))),
		Kept:       Round(run / float64(len(w.units))),
	}
}

// Shared returns the weight of the stems that both texts hold.
func (w *Wording) Shared(v *Wording) float64 { return Round(w.sharedMass(v).weight) }

// kin returns the mass of the words that have the same stem or a kindred word in the
// other text. Each word counts once.
func (w *Wording) kin(v *Wording) mass {
	if w.Text > v.Text {
		w, v = v, w // pairing is greedy: the order must not depend on who asks
	}
	sum := w.sharedMass(v)
	mine, theirs := w.unshared(v), v.unshared(w)
	for _, i := range mine {
		best, at := mass{}, -1
		for k, j := range theirs {
			share := kinShare(w.units[i].likeness(&v.units[j]))
			if m := float64(share * min(w.nats[i], v.nats[j])); m > best.nats {
				best, at = mass{float64(share * min(w.weights[i], v.weights[j])), m}, k
			}
		}
		if at >= 0 {
			sum.weight += best.weight
			sum.nats += best.nats
			theirs = slices.Delete(theirs, at, at+1)
		}
	}
	return sum
}

// kinShare is how much of what a word tells a kindred word carries.
func kinShare(l likeness) float64 {
	switch l {
	case sameStem: // of another spelling: an amount
		return 1
	case spelledAlike:
		return 0.8
	case sameMeaning:
		return 0.6
	case sameUse:
		return 0.3
	}
	return 0
}

// mostUnshared bounds the words of a text that are compared one by one.
const mostUnshared = 200

// unshared returns the words whose stem v does not hold, in order, as many as are compared.
func (w *Wording) unshared(v *Wording) []int {
	out := w.strangers(v)
	return out[:min(len(out), mostUnshared)]
}

// strangers returns the words whose stem v does not hold, in order.
func (w *Wording) strangers(v *Wording) []int {
	var out []int
	j := 0
	for _, t := range w.terms {
		for j < len(v.terms) && v.terms[j].stem < t.stem {
			j++
		}
		if j == len(v.terms) || v.terms[j].stem != t.stem {
			out = append(out, t.word)
		}
	}
	slices.Sort(out)
	return out
}
