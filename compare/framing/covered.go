package framing

import "slices"

// likelyTold is the probability from which a sentence of another telling may say the same
// in other words, so that nobody says that it has no matching wording. Of the sentences of
// testdata/alignments-train.jsonl that fall below, 85 in 100 have no counterpart.
const likelyTold = 0.1

// covered says which sentences of d an article of another telling may have in some wording.
func (st *story) covered(d *doc) []bool {
	out := make([]bool, len(d.sentences))
	own := st.tellingOf(d)
	for _, o := range st.docs {
		if slices.Contains(own, o.index) {
			continue
		}
		for i, m := range st.partners(d, o) {
			out[i] = out[i] || m.Score >= likelyTold
		}
	}
	for _, u := range st.us {
		if v, ok := st.variantOf(u, d); ok && st.tellingsWith(u) > 1 {
			if s := d.sentenceAt(v.At.Start); s >= 0 {
				out[s] = true
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
