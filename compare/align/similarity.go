package align

import "slices"

// Similarity returns how alike two utterances or sentences are, 0 to 1. It is
// symmetric, and 1 for a text and itself. From a half on they are likely wordings of
// one: half is the best threshold for a translation among thousands of other quotes.
func Similarity(a, b, lang string) float64 {
	return Prepare(a, lang).Similarity(Prepare(b, lang))
}

// halfway is the mean of the two measures at which Similarity is a half. It was fitted
// to pairs of translations of the train part of MTRef among direct quotes of the train
// parts of PolNeAR and the German Wikinews.
const halfway = 0.355

// Similarity returns how alike both texts are, as the function of that name.
func (w *Wording) Similarity(v *Wording) float64 {
	if w.Text == v.Text {
		return 1
	}
	return w.similarity(v, w.kinWeight(v))
}

// similarity is the mean of two Dice coefficients, of the letter trigrams and of the
// words by weight, kindred ones counted, scaled so that halfway becomes a half.
func (w *Wording) similarity(v *Wording, kin float64) float64 {
	if len(w.units) == 0 || len(v.units) == 0 {
		return 0
	}
	letters := float64(2*w.sharedGrams(v)) / float64(len(w.grams)+len(v.grams))
	words := min(1, 2*kin/(w.total+v.total))
	mean := (letters + words) / 2
	if mean < halfway {
		return Round(mean / halfway / 2)
	}
	return Round(0.5 + (mean-halfway)/(1-halfway)/2)
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
	kin, run := w.kinWeight(v), float64(commonRun(w.units, v.units))
	return Likeness{
		Similarity: w.similarity(v, kin),
		Alike:      Round(min(1, 2*kin/(w.total+v.total))),
		Covered:    Round(min(1, kin/w.total)),
		Literal:    Round(2 * run / float64(len(w.units)+len(v.units))),
		Kept:       Round(run / float64(len(w.units))),
	}
}

// Shared returns the weight of the stems that both texts hold.
func (w *Wording) Shared(v *Wording) float64 { return Round(w.sharedWeight(v)) }

// kinWeight returns the weight of the words that have the same stem or a kindred word
// in the other text. Each word counts once.
func (w *Wording) kinWeight(v *Wording) float64 {
	if w.Text > v.Text {
		w, v = v, w // pairing is greedy: the order must not depend on who asks
	}
	sum := w.sharedWeight(v)
	mine, theirs := w.unshared(v), v.unshared(w)
	for _, i := range mine {
		for k, j := range theirs {
			share := kinShare(w.units[i].likeness(&v.units[j]))
			if share > 0 {
				sum += float64(share * min(w.weights[i], v.weights[j]))
				theirs = slices.Delete(theirs, k, k+1)
				break
			}
		}
	}
	return sum
}

// kinShare is how much of a word's weight a kindred word carries.
func kinShare(l likeness) float64 {
	switch l {
	case sameStem: // of another spelling: an amount
		return 1
	case spelledAlike:
		return 0.8
	case sameMeaning:
		return 0.6
	}
	return 0
}

// mostUnshared bounds the words of a text that are compared one by one.
const mostUnshared = 200

// unshared returns the content words whose stem v does not hold.
func (w *Wording) unshared(v *Wording) []int {
	var out []int
	for i, u := range w.units {
		if !u.stop && !v.holds(u.stem) && len(out) < mostUnshared {
			out = append(out, i)
		}
	}
	return out
}
