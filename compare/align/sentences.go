package align

import "math"

const (
	// sentenceThreshold is the probability from which two sentences are said to tell the
	// same, and sureThreshold that from which they do though both have a likelier partner.
	sentenceThreshold = 0.57
	sureThreshold     = 0.9
)

// A Match is a pair of texts that say the same thing, by index.
type Match struct {
	A, B  int
	Score float64 // 0 to 1
}

// Sentences aligns the sentences of two articles, many to many, in no fixed order. The
// pairs come in order of A, then B; their score is the similarity.
func Sentences(a, b *Article) []Match { return Aligned(Kinships(a, b)) }

// Aligned returns the pairs that tell the same.
func Aligned(ks []Kinship) []Match {
	rows, cols := best(ks)
	var found []Match
	for _, k := range ks {
		if p := k.Probability; p >= sureThreshold || p >= sentenceThreshold && (p == rows[k.A] || p == cols[k.B]) {
			found = append(found, k.Match)
		}
	}
	return found
}

// best returns the highest probability of each sentence of both sides.
func best(ks []Kinship) (rows, cols map[int]float64) {
	rows, cols = make(map[int]float64), make(map[int]float64)
	for _, k := range ks {
		rows[k.A], cols[k.B] = max(rows[k.A], k.Probability), max(cols[k.B], k.Probability)
	}
	return rows, cols
}

// A Kinship is a pair of sentences with what speaks for their telling the same.
type Kinship struct {
	Match
	Words       ByWords
	Company     ByCompany
	Probability float64
}

// ByWords is what the words of two sentences say, and where these stand: their likeness
// in three ways; the nats of the stems that nobody else holds, in sum and of the rarest,
// those of all shared stems by how few hold them, those of the shared stems that are no
// names likewise, and those of the longest run, all as logarithms but the rarest; what both
// tell as a share of the weightier sentence, each name counted once; how far apart they
// stand in their articles, and whether both open them; how many numbers they share, up to
// two, and whether both have numbers and share none; whether one alone quotes.
type ByWords [14]float64

// ByCompany is what the pairs around say: the log odds by the words; how far they are ahead
// of the next best of the one and the other sentence, the smaller lead and the larger; the
// likeliest pair of the sentences next to both, on the same side; the likeliest within
// three sentences of both; and the likeliest pairs of either sentence with a neighbour of
// the other, summed.
type ByCompany [6]float64

// Weights weigh the evidence; the last of each is the bias.
type Weights struct {
	Words   [len(ByWords{}) + 1]float64
	Company [len(ByCompany{}) + 1]float64
}

const (
	// early is how many sentences at the beginning, headline and all, make the top of a story.
	early = 3
	// spare is added to the weight of a sentence, so that one of few words is not soon told.
	spare = 0.5
)

// Kinships returns the pairs of sentences worth comparing, in order of A, then B.
func Kinships(a, b *Article) []Kinship { return sentenceWeights.Kinships(a, b) }

// Kinships returns the pairs of sentences worth comparing, weighed by these weights.
func (weights *Weights) Kinships(a, b *Article) []Kinship {
	ta, tb := tellingsOf(a, b)
	var ks []Kinship
	for _, c := range Candidates(a.sentences, b.sentences) {
		w, v := a.sentences[c.A], b.sentences[c.B]
		t, u := ta[c.A], tb[c.B]
		l, o := w.Compare(v), t.overlap(u)
		ks = append(ks, Kinship{
			Match: Match{c.A, c.B, l.Similarity},
			Words: ByWords{
				l.Similarity, l.Covered, l.Literal,
				math.Log1p(o.unique), o.rarest / mostNats, math.Log1p(o.scarce), math.Log1p(o.deeds), math.Log1p(w.longestRun(v)),
				o.weight / (max(t.weight, u.weight) + spare),
				math.Abs(float64(c.A)/float64(len(ta)) - float64(c.B)/float64(len(tb))), one(c.A < early && c.B < early),
				float64(min(o.amounts, 2)), one(o.amounts == 0 && len(t.amounts) > 0 && len(u.amounts) > 0),
				one(t.quoting != u.quoting),
			},
		})
	}
	keepCompany(ks, a, b, weights.Words[:])
	for i := range ks {
		ks[i].Probability = Round(logistic(weigh(weights.Company[:], ks[i].Company[:])))
	}
	return ks
}

func one(holds bool) float64 {
	if holds {
		return 1
	}
	return 0
}

// weigh returns the weighted sum of evidence, and the bias, the last of the weights.
func weigh(weights, evidence []float64) float64 {
	z := weights[len(evidence)]
	for i, e := range evidence {
		z += float64(weights[i] * e)
	}
	return z
}
