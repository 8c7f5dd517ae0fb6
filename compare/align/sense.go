package align

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"io"
	"math"
	"strings"
	"sync"
)

// What the likeness of senses counts beside that of words, chosen by TestFitPairs: the company
// that words keep, and among strangers their meaning too. A half of a sentence may mean
// something else than the whole, which finds its partner better by company alone.
const (
	companyWeight = 0.25
	meaningWeight = 0.4
)

// A vector has numbers for the company of a word and for its meaning;
// compare/align/vectors writes it alike.
const (
	companySize = 100
	meaningSize = 80
	dimensions  = companySize + meaningSize
	packedSize  = 1 + dimensions/2 // bytes: how much the meaning counts, then two numbers in each
)

// Which English words keep the same company, as learnt from an encyclopedia and news by
// GloVe (Pennington, Socher and Manning, 2014), and what they add to the meaning of a
// sentence, as learnt from a model of sentences (Wang et al., 2020; Reimers and Gurevych,
// 2019): a vector of half bytes for each stem, made by compare/align/vectors.
var (
	//go:embed senses/en.stems
	packedStems []byte

	//go:embed senses/en.vectors
	packedVectors string
)

// senses hold the place of each stem's vector.
var senses = sync.OnceValue(func() map[string]int {
	data, err := io.ReadAll(flate.NewReader(bytes.NewReader(packedStems)))
	if err != nil {
		panic(err) // the file is part of the program
	}
	stems := strings.Split(string(data), "\n")
	at := make(map[string]int, len(stems))
	for i, s := range stems {
		at[s] = i
	}
	return at
})

// A sense is what the words of a text are about: the sum of their vectors, each by what
// the word tells. Its company is of length one, and so is its meaning. It is nil when no
// word is known.
type sense []float64

// SensesKnown reports whether texts of a language are compared by sense too.
func SensesKnown(lang string) bool { return lang == "en" }

func (w *Wording) sense(lang string) sense {
	if !SensesKnown(lang) {
		return nil
	}
	sum := make(sense, dimensions)
	known := false
	for i, u := range w.units {
		if packed := packedSense(u.stem); packed != "" {
			sum.add(packed, w.nats[i])
			known = true
		}
	}
	if !known {
		return nil
	}
	sum[:companySize].toUnit()
	sum[companySize:].toUnit()
	return sum
}

func (s sense) toUnit() {
	length := math.Sqrt(s.dot(s))
	for k := range s {
		s[k] /= max(length, 1e-9)
	}
}

// packedSense returns the vector of a stem, nothing when it is not known.
func packedSense(stem string) string {
	at, known := senses()[stem]
	if !known {
		return ""
	}
	return packedVectors[at*packedSize:][:packedSize]
}

// cosine returns how alike two packed vectors are.
func cosine(x, y string) float64 {
	xy, xx, yy := 0, 0, 0
	for k := 1; k < packedSize; k++ {
		a, b := int(x[k]>>4)-8, int(y[k]>>4)-8
		c, d := int(x[k]&15)-8, int(y[k]&15)-8
		xy, xx, yy = xy+a*b+c*d, xx+a*a+c*c, yy+b*b+d*d
	}
	return float64(xy) / math.Sqrt(float64(max(1, xx*yy)))
}

// add adds a packed vector: how much the word's meaning counts, then two numbers in a byte,
// from -7 to 7, kept 8 higher.
func (s sense) add(packed string, weight float64) {
	s[:companySize].addHalves(packed[1:], weight)
	s[companySize:].addHalves(packed[1+companySize/2:], float64(weight*float64(packed[0])))
}

func (s sense) addHalves(packed string, weight float64) {
	for k := range len(s) / 2 {
		b := packed[k]
		s[2*k] += float64(weight * float64(int(b>>4)-8))
		s[2*k+1] += float64(weight * float64(int(b&15)-8))
	}
}

// company returns how alike the company is that the words of two texts keep, 0 to 1.
func (s sense) company(t sense) float64 {
	return max(0, s[:companySize].dot(t[:companySize]))
}

// meaning returns how alike two texts are in what they mean, as far as their words tell
// without their order, 0 to 1.
func (s sense) meaning(t sense) float64 {
	return max(0, s[companySize:].dot(t[companySize:]))
}

// dot returns the product of two vectors, by four sums that need not wait for one another:
// all vectors have a multiple of four numbers.
func (s sense) dot(t sense) float64 {
	var sums [4]float64
	for k := 0; k+4 <= len(s) && k+4 <= len(t); k += 4 {
		x, y := s[k:k+4:k+4], t[k:k+4:k+4]
		sums[0] += float64(x[0] * y[0])
		sums[1] += float64(x[1] * y[1])
		sums[2] += float64(x[2] * y[2])
		sums[3] += float64(x[3] * y[3])
	}
	return sums[0] + sums[1] + sums[2] + sums[3]
}

// Resemblances scores the pairs of texts worth comparing when one may say the same as
// the other in wholly other words, in order of A, then B, 0 to 1, and 1 for equal texts:
// Similarity, and how alike the company is that their words keep. Two translations of one
// sentence come to .5 on average.
func Resemblances(a, b []string, lang string) []Match {
	wa, wb := PrepareAll(a, lang), PrepareAll(b, lang)
	known := SensesKnown(lang)
	return resemblances(wa, wb, sensesOf(wa, known), sensesOf(wb, known), 0)
}

func resemblances(a, b []*Wording, sa, sb []sense, meaning float64) []Match {
	var ms []Match
	for _, c := range looseCandidates(a, b, sa, sb) {
		s := a[c.A].Similarity(b[c.B])
		if x, y := sa[c.A], sb[c.B]; x != nil && y != nil && s < 1 {
			s += float64(companyWeight*x.company(y)) + float64(meaning*x.meaning(y))
			s = Round(s / (1 + companyWeight + meaning))
		}
		if s > 0 && strings.TrimSpace(a[c.A].Text) != "" {
			ms = append(ms, Match{c.A, c.B, s})
		}
	}
	return ms
}

// sensesOf returns the senses of texts, nil where they are not known.
func sensesOf(ws []*Wording, known bool) []sense {
	out := make([]sense, len(ws))
	if known {
		for i, w := range ws {
			out[i] = w.sense(w.lang)
		}
	}
	return out
}
