package align

import (
	"math"
	"slices"
)

// Similarity returns how likely two utterances or sentences are wordings of one, 0 to
// 1. It is symmetric, and 1 for a text and itself.
func Similarity(a, b, lang string) float64 {
	return Prepare(a, lang).Similarity(Prepare(b, lang))
}

// Similarity returns how likely both texts are wordings of one utterance, 0 to 1.
func (w *Wording) Similarity(v *Wording) float64 {
	if w.Text == v.Text {
		return 1
	}
	if len(w.units) == 0 || len(v.units) == 0 {
		return 0
	}
	x := w.measure(v)
	z := 0.0
	for k, weight := range similarityWeights {
		z += float64(weight * x[k])
	}
	return Round(logistic(z))
}

// The measures that the similarity of two wordings is made of.
const (
	sOne         = iota // always 1
	sGrams              // Dice of letter trigrams
	sGramsWithin        // share of the shorter text's trigrams
	sStems              // Dice of stems by weight
	sStemsWithin        // share of the lighter text's stems
	sKin                // Dice with words spelled alike or of one meaning
	sKinWithin          // the same for the lighter text
	sOrder              // stems kept in order, share of the shorter text
	sShared             // weight of the shared words: how much evidence there is
	sLength             // how unlike the lengths are
	sNumbers            // amounts that only one of both has
	sApart              // weight of the words that the other text lacks, on the side with fewer
	similarities
)

func (w *Wording) measure(v *Wording) (x [similarities]float64) {
	grams := float64(w.sharedGrams(v))
	stems := w.sharedWeight(v)
	kin := stems + w.kinWeight(v)
	light := min(w.total, v.total)
	x[sOne] = 1
	x[sGrams] = 2 * grams / float64(len(w.grams)+len(v.grams))
	x[sGramsWithin] = grams / float64(min(len(w.grams), len(v.grams)))
	x[sStems] = 2 * stems / (w.total + v.total)
	x[sStemsWithin] = stems / light
	x[sKin] = 2 * kin / (w.total + v.total)
	x[sKinWithin] = kin / light
	x[sOrder] = float64(commonRun(w.units, v.units)) / float64(min(len(w.units), len(v.units)))
	x[sShared] = math.Log1p(kin)
	x[sLength] = math.Abs(math.Log(w.total / v.total))
	x[sNumbers] = float64(lonelyAmounts(w.amounts, v.amounts) + lonelyAmounts(v.amounts, w.amounts))
	x[sApart] = math.Log1p(max(0, light-kin))
	return x
}

// Covered returns how much of the lighter text, by weight, has the same or a kindred
// word in the other.
func (w *Wording) Covered(v *Wording) float64 {
	light := min(w.total, v.total)
	if light == 0 {
		return 0
	}
	return Round(min(1, (w.sharedWeight(v)+w.kinWeight(v))/light))
}

// Alike returns the share of both texts, by weight, that has the same or a kindred
// word in the other.
func (w *Wording) Alike(v *Wording) float64 {
	if w.total+v.total == 0 {
		return 0
	}
	return Round(min(1, 2*(w.sharedWeight(v)+w.kinWeight(v))/(w.total+v.total)))
}

// Shared returns the weight of the stems that both texts hold.
func (w *Wording) Shared(v *Wording) float64 { return Round(w.sharedWeight(v)) }

// kinWeight returns the weight of content words without a like stem in the other
// text, that have a kindred one there. Each word counts once.
func (w *Wording) kinWeight(v *Wording) float64 {
	mine, theirs := w.unshared(v), v.unshared(w)
	sum := 0.0
	for _, i := range mine {
		for k, j := range theirs {
			if j < 0 {
				continue
			}
			if f := kinShare(w.units[i].likeness(&v.units[j])); f > 0 {
				sum += float64(f * math.Min(w.weights[i], v.weights[j]))
				theirs[k] = -1
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

// lonelyAmounts counts the amounts that b does not hold.
func lonelyAmounts(a, b []float64) int {
	n := 0
	for _, amount := range a {
		if !slices.Contains(b, amount) {
			n++
		}
	}
	return n
}

// Round returns a score with four decimals, the form in which scores are compared.
func Round(x float64) float64 { return math.Round(x*1e4) / 1e4 }
