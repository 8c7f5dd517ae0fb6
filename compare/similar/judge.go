package similar

import "github.com/storydiff/storydiff/compare/align"

const (
	// Threshold is the probability from which the evaluator counts a pair as found.
	// It balances what is missed against what is wrong; the verdict asks for more.
	Threshold = 0.3

	// Probabilities from which two articles are said to report one event: as a rule,
	// where their ledes share no fact, and where something tells against it.
	sameAt, looseAt, sureAt = 0.75, 0.85, 0.95

	quotedWords = 5 // in a row that both quote, which vouch as a fact of the ledes does

	// A round-up may mention any event as one of many, but does not report it as its
	// news; its pairs get no more than this.
	roundUpCap = 0.1

	tooFewWords = 25   // a body shorter than this says too little
	relatedAt   = 0.35 // similarity from which two articles are of one topic
)

// judge scores a pair that shares so many passages and gives its verdict. To say that
// two report one event takes something rare that both have, however alike they are
// otherwise; without it they are related at most.
func judge(a, b *profile, passages int, m *model) Pair {
	f := featuresOf(a, b, passages)
	p := Pair{Probability: probability(m.logOdds(f[:])), Similarity: similarity(a, b, &f)}
	if a.roundUp || b.roundUp {
		p.Probability = min(p.Probability, roundUpCap)
	}
	switch {
	case min(a.length, b.length) < tooFewWords:
		p.Verdict = Unsure
	case p.Probability >= asked(a, b) && (passages > 0 || anchored(a, b)):
		p.Verdict = SameEvent
	case p.Similarity >= relatedAt, p.Probability >= Threshold:
		p.Verdict = Related
	default:
		p.Verdict = Different
	}
	return p
}

// similarity is the mean of the roots of four cosines: of all stems, of the lead,
// of the headline and of the names. Parts that neither text has do not count. The
// root spreads the low values, where most pairs of news lie.
func similarity(a, b *profile, f *features) float64 {
	if a.digest == b.digest {
		return 1
	}
	parts := [...]struct {
		a, b vector
		root int // the feature that is the root of their cosine
	}{{a.all, b.all, allRoot}, {a.lead, b.lead, leadRoot}, {a.title, b.title, titleRoot}, {a.names, b.names, namesRoot}}
	var sum, n float64
	for _, p := range parts {
		if len(p.a.terms) > 0 || len(p.b.terms) > 0 {
			sum += f[p.root]
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return align.Round(sum / n)
}

// asked returns the probability from which two articles are said to report one event.
// More is asked of two by one outlet, which tells an event once and then what came of it;
// of those whose ledes name other days and tell it in other words; and, since running
// stories share their background, of those whose ledes have no fact in common.
func asked(a, b *profile) float64 {
	oneOutlet := a.outlet != "" && a.outlet == b.outlet
	switch {
	case oneOutlet, contradict(a.leadDays, b.leadDays) && cosine(a.deed, b.deed) < deedBelow:
		return sureAt
	case common(a.leadFacts, b.leadFacts) == 0 && common(a.quoted, b.quoted) < quotedWords-1:
		return looseAt
	}
	return sameAt
}

// anchored reports whether two articles share something without which likeness is no
// proof that they report one event, besides passages: words that both quote, a rare
// word, or two words that are rare together. Names alone will not do: the same people
// meet again and again.
func anchored(a, b *profile) bool {
	return a.digest == b.digest || common(a.quoted, b.quoted) > 0 || common(a.plainFacts, b.plainFacts) > 0
}
