package framing

import "slices"

// How likely another telling has a sentence in some wording decides what is said of it.
const (
	// perhapsTold is the probability from which nobody says that a sentence has no matching
	// wording: another telling may say the same in other words. Of the sentences of
	// testdata/alignments-train.jsonl that fall below, 85 in 100 have no counterpart.
	perhapsTold = 0.1

	// likelyTold is the probability from which it counts as told.
	likelyTold = 0.55
)

// told returns how likely each sentence of d is told by an article of another telling.
func (st *story) told(d *doc) []float64 {
	out := make([]float64, len(d.sentences))
	own := st.tellingOf(d)
	for _, o := range st.docs {
		if slices.Contains(own, o.index) {
			continue
		}
		for i, m := range st.partners(d, o) {
			out[i] = max(out[i], m.Score)
		}
	}
	for _, u := range st.us {
		if v, ok := st.variantOf(u, d); ok && st.tellingsWith(u) > 1 {
			if s := d.sentenceAt(v.At.Start); s >= 0 {
				out[s] = 1
			}
		}
	}
	return out
}

// nearestShown is the probability below which the nearest sentence has nothing to do with
// the one that is missed, and is not worth the reader's time.
const nearestShown = 0.05

// nearest returns the sentence in the body of the other tellings that is likeliest to say
// the same as sentence s of d.
func (st *story) nearest(d *doc, s int) (near *doc, sentence int) {
	best := nearestShown
	for _, o := range st.others(d) {
		if m := st.partners(d, o)[s]; m.Score > best && !o.isHeadline(m.B) {
			near, sentence, best = o, m.B, m.Score
		}
	}
	return near, sentence
}

// copiesWith returns how many articles that count as one telling with d have sentence s too.
func (st *story) copiesWith(d *doc, s int) int {
	n := 0
	for _, i := range st.tellingOf(d) {
		if i != d.index && st.partners(d, st.docs[i])[s].Score >= surelyTold {
			n++
		}
	}
	return n
}

// tellingOf returns the articles that count as one telling with d, d among them.
func (st *story) tellingOf(d *doc) []int {
	i := slices.IndexFunc(st.tellings, func(t []int) bool { return slices.Contains(t, d.index) })
	return st.tellings[i]
}
