package align

import "math"

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
	grams := float64(2*w.sharedGrams(v)) / float64(len(w.grams)+len(v.grams))
	stems := 2 * w.sharedWeight(v) / (w.total + v.total)
	return Round(min(1, (grams+stems)/2))
}

// Round returns a score with four decimals, the form in which scores are compared.
func Round(x float64) float64 { return math.Round(x*1e4) / 1e4 }
