package align

import (
	"cmp"
	"math"
	"slices"

	"github.com/storydiff/storydiff/compare/text"
)

// A Wording is an utterance or a sentence made ready to be compared with many others.
type Wording struct {
	Text    string
	lang    string
	units   []unit
	weights []float64 // of each word
	nats    []float64 // how telling each word is in a sentence, function words too
	terms   []term    // the words ordered by stem, as often as they stand
	content int       // number of content words
	total   float64   // weight of all words
	allNats float64   // nats of all words
	grams   []uint64  // letter trigrams, sorted, as often as they stand
	bigrams []uint64  // hashed pairs of neighbouring stems, sorted
	about   sense     // for lookup by sense
}

// A term is a stem with its weight and nats, and which word it is of.
type term struct {
	stem         string
	weight, nats float64
	word         int
}

// functionWeight is what a function word counts beside content words of weight up to 1.
const functionWeight = 0.08

const (
	// sentenceShare is a sentence's share of an article's words: background frequencies
	// count articles, in which nearly every function word stands; a sentence may tell
	// much by its "you", "never" or "again".
	sentenceShare = 1.0 / 20

	// mostCommon is the share of articles that a word is taken to stand in at most, and
	// mostNats the most that a word tells: what is rarer may be misspelt.
	mostCommon = 0.9999
	mostNats   = 9
)

// SentenceNats returns the negative logarithm of the share of sentences that hold a
// stem, as it follows from the share of articles.
func SentenceNats(stem, lang string) float64 {
	articles := min(math.Exp(-text.IDF(stem, lang)), mostCommon)
	return min(mostNats, -math.Log(1-math.Pow(1-articles, sentenceShare)))
}

// bigramsOf returns the hashes (FNV-1a) of neighbouring stems, each once.
func bigramsOf(units []unit) []uint64 {
	out := make([]uint64, len(units))
	last := ""
	for i, u := range units {
		h := uint64(14695981039346656037)
		for _, s := range []string{last, " ", u.stem} {
			for k := range len(s) {
				h = (h ^ uint64(s[k])) * 1099511628211
			}
		}
		out[i], last = h, u.stem
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func normsOf(words []text.Word) []string {
	norms := make([]string, len(words))
	for i, w := range words {
		norms[i] = w.Norm
	}
	return norms
}

// appendGrams adds the letter trigrams of " word ".
func appendGrams(grams []uint64, word string) []uint64 {
	last, middle := rune(0), ' '
	for _, r := range word + " " {
		if last != 0 {
			grams = append(grams, uint64(last)<<42|uint64(middle)<<21|uint64(r))
		}
		last, middle = middle, r
	}
	return grams
}

// shared returns the size of the intersection of two sorted bags.
func shared[T cmp.Ordered](a, b []T) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// dice returns the Dice coefficient of two sorted bags, 0 when both are empty.
func dice(a, b []uint64) float64 {
	return float64(2*shared(a, b)) / float64(max(1, len(a)+len(b)))
}

// A mass is how much words are in both measures: weight, which content words have, and
// nats, which all have.
type mass struct{ weight, nats float64 }

// sharedMass returns the mass of the stems that both texts hold.
func (w *Wording) sharedMass(v *Wording) mass {
	var m mass
	i, j := 0, 0
	for i < len(w.terms) && j < len(v.terms) {
		switch {
		case w.terms[i].stem == v.terms[j].stem:
			m.weight += min(w.terms[i].weight, v.terms[j].weight)
			m.nats += min(w.terms[i].nats, v.terms[j].nats)
			i, j = i+1, j+1
		case w.terms[i].stem < v.terms[j].stem:
			i++
		default:
			j++
		}
	}
	return m
}

// Content returns the number of content words.
func (w *Wording) Content() int { return w.content }

// Weight returns how telling the words are together; a word hardly ever seen counts 1.
func (w *Wording) Weight() float64 { return w.total }

// commonRun returns the length of the longest common subsequence of stems; of long
// texts, of a subsequence nearly as long.
func commonRun(a, b []unit) int {
	if len(a)*len(b) > maxPairs {
		n := 0
		for _, s := range diffUnits(a, b) {
			n += s.same
		}
		return n
	}
	ends := 0 // what both begin and end with is in one that is longest
	for len(a) > 0 && len(b) > 0 && a[0].stem == b[0].stem {
		a, b, ends = a[1:], b[1:], ends+1
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1].stem == b[len(b)-1].stem {
		a, b, ends = a[:len(a)-1], b[:len(b)-1], ends+1
	}
	best := make([]int, len(b)+1)
	for i := range a {
		diagonal, left, stem := 0, 0, a[i].stem
		for j := range b {
			above := best[j+1]
			if stem == b[j].stem {
				left = diagonal + 1
			} else {
				left = max(above, left)
			}
			best[j+1], diagonal = left, above
		}
	}
	return ends + best[len(b)]
}

// Round returns a score with four decimals, the form in which scores are compared.
func Round(x float64) float64 { return math.Round(x*1e4) / 1e4 }
