package align

// What makes two sentences say the same thing: they are similar, and most words of both
// are alike, or the lighter one stands in the other, in order and nearly whole. Names
// alone make sentences similar that tell different things.
const (
	sentenceThreshold = 0.40
	sentenceAlike     = 0.45
	sentenceCovered   = 0.7
	sentenceInOrder   = 0.6

	// sentenceLag is how far a pair may stay behind the best one of either sentence.
	sentenceLag = 0.1
)

// A Match is a pair of texts that say the same thing, by index.
type Match struct {
	A, B  int
	Score float64 // 0 to 1
}

// Sentences aligns the sentences of two articles, many to many, in no fixed order. A
// sentence may be told in parts; pairs much worse than the best of a sentence are left
// out. The pairs come in order of A, then B.
func Sentences(a, b []string, lang string) []Match {
	wa, wb := PrepareAll(a, lang), PrepareAll(b, lang)
	bestA, bestB := make([]float64, len(a)), make([]float64, len(b))
	var found []Match
	for _, c := range Candidates(wa, wb) {
		l := wa[c.A].Compare(wb[c.B])
		if !l.sameSentence() {
			continue
		}
		found = append(found, Match{c.A, c.B, l.Similarity})
		bestA[c.A], bestB[c.B] = max(bestA[c.A], l.Similarity), max(bestB[c.B], l.Similarity)
	}
	kept := found[:0]
	for _, m := range found {
		if m.Score >= min(bestA[m.A], bestB[m.B])-sentenceLag {
			kept = append(kept, m)
		}
	}
	return kept
}

// sameSentence reports whether one of two sentences says what the other does.
func (l Likeness) sameSentence() bool {
	return l.Similarity >= sentenceThreshold &&
		(l.Alike >= sentenceAlike || l.Kept >= sentenceInOrder && l.Covered >= sentenceCovered)
}

// PrepareAll prepares many texts.
func PrepareAll(texts []string, lang string) []*Wording {
	ws := make([]*Wording, len(texts))
	for i, t := range texts {
		ws[i] = Prepare(t, lang)
	}
	return ws
}
