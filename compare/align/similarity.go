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
	if len(w.units) == 0 || len(v.units) == 0 {
		return 0
	}
	mean := (w.letters(v) + w.meaning(v)) / 2
	if mean < halfway {
		return Round(mean / halfway / 2)
	}
	return Round(0.5 + (mean-halfway)/(1-halfway)/2)
}

// letters returns the Dice coefficient of the letter trigrams.
func (w *Wording) letters(v *Wording) float64 {
	return float64(2*w.sharedGrams(v)) / float64(len(w.grams)+len(v.grams))
}

// meaning returns the Dice coefficient of the words by weight, kindred ones counted.
func (w *Wording) meaning(v *Wording) float64 {
	if w.total+v.total == 0 {
		return 0
	}
	return min(1, 2*w.kinWeight(v)/(w.total+v.total))
}

// Alike returns the share of both texts, by weight, that has the same or a kindred
// word in the other.
func (w *Wording) Alike(v *Wording) float64 { return Round(w.meaning(v)) }

// Covered returns the share of the lighter text, by weight, that has the same or a
// kindred word in the other.
func (w *Wording) Covered(v *Wording) float64 {
	light := min(w.total, v.total)
	if light == 0 {
		return 0
	}
	return Round(min(1, w.kinWeight(v)/light))
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
	case sameAmount:
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
