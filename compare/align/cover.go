package align

import "slices"

// evidence returns what the words of two texts say of their saying the same. It is
// symmetric.
func (w *Wording) evidence(v *Wording, senses bool) byPair {
	if w.Text > v.Text {
		w, v = v, w // links depend a little on which text comes first
	}
	kin := min(1, 2*w.kin(v).nats/max(1e-9, w.allNats+v.allNats))
	covered := min(w.coveredBy(v, senses), v.coveredBy(w, senses))
	return byPair{dice(w.grams, v.grams), kin, w.linked(v), covered}
}

// linked returns the share of both texts, by what their words tell, that Words links.
func (w *Wording) linked(v *Wording) float64 {
	linkedW, linkedV := make([]bool, len(w.units)), make([]bool, len(v.units))
	for _, l := range linkUnits(w.units, v.units) {
		linkedW[l.A], linkedV[l.B] = true, true
	}
	sum := 0.0
	for i, n := range w.nats {
		sum += float64(n * one(linkedW[i]))
	}
	for j, n := range v.nats {
		sum += float64(n * one(linkedV[j]))
	}
	return min(1, sum/max(1e-9, w.allNats+v.allNats))
}

// leastCosine is how alike in sense any two words may be.
const leastCosine = 0.2

// coveredBy returns the share of the content words of a text, by what they tell, that
// another covers: each as far as the word does that is nearest in form or in sense.
func (w *Wording) coveredBy(v *Wording, senses bool) float64 {
	all, open := 0.0, 0.0
	for i, n := range w.nats {
		if !w.units[i].stop {
			all += n
		}
	}
	theirs := v.contentWords()
	looked := 0
	for _, i := range w.strangers(v) {
		if w.units[i].stop {
			continue
		}
		cover := 0.0
		if looked++; looked <= mostUnshared {
			cover = w.nearest(i, v, theirs, senses)
		}
		open += float64(w.nats[i] * (1 - cover))
	}
	if all == 0 {
		return 0
	}
	return max(0, 1-open/all)
}

// nearest returns how near some word of another text comes to word i.
func (w *Wording) nearest(i int, v *Wording, theirs []int, senses bool) float64 {
	best := 0.0
	mine := packedSense(w.units[i].stem)
	for _, j := range theirs {
		best = max(best, kinShare(w.units[i].likeness(&v.units[j])))
		if !senses || mine == "" || best == 1 {
			continue
		}
		if yours := packedSense(v.units[j].stem); yours != "" {
			best = max(best, (cosine(mine, yours)-leastCosine)/(1-leastCosine))
		}
	}
	return min(1, best)
}

// contentWords returns the first content words, each stem once.
func (w *Wording) contentWords() []int {
	var out []int
	for k, t := range w.terms {
		if !w.units[t.word].stop && (k == 0 || w.terms[k-1].stem != t.stem) {
			out = append(out, t.word)
		}
	}
	slices.Sort(out)
	return out[:min(len(out), mostUnshared)]
}
