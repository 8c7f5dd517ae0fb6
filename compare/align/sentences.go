package align

import (
	"math"

	"github.com/storydiff/storydiff/compare/internal/logit"
)

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

// Sentences returns the counterparts in b of the sentences of a, many to many and in no
// fixed order: the likeliest of each sentence, if the two likely tell the same, and all that
// surely do. The pairs come in order of A, then B; their score is the similarity.
func Sentences(a, b *Article) []Match {
	var found []Match
	for _, p := range Counterparts(Kinships(a, b)) {
		if p.OfA {
			found = append(found, p.Match)
		}
	}
	return found
}

// A Counterpart is a pair of sentences of which one at least is the other's counterpart. Of a
// lede that sums up three sentences, the likeliest is the counterpart; that of the other
// two may be a sentence further down.
type Counterpart struct {
	Match
	OfA, OfB bool // the sentence of the other side is the counterpart of that of A, of B
}

// Counterparts returns the pairs of which one is the counterpart of the other, in order.
func Counterparts(ks []Kinship) []Counterpart {
	rows, cols := best(ks)
	var found []Counterpart
	for _, k := range ks {
		if k.Probability < sentenceThreshold {
			continue
		}
		sure := k.Probability >= sureThreshold
		p := Counterpart{k.Match, sure || k.Probability == rows[k.A], sure || k.Probability == cols[k.B]}
		if p.OfA || p.OfB {
			found = append(found, p)
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
		ks[i].Probability = Round(logit.Probability(logit.Odds(weights.Company[:], ks[i].Company[:])))
	}
	return ks
}

func one(holds bool) float64 {
	if holds {
		return 1
	}
	return 0
}
