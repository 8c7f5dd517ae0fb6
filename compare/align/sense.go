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

// senseWeight is what the likeness of senses counts beside that of words. It was chosen
// by TestFitPairs.
const senseWeight = 0.25

// dimensions is the length of a vector; compare/align/vectors writes it alike.
const dimensions = 100

// Which English words keep the same company, as learnt from an encyclopedia and news by
// GloVe (Pennington, Socher and Manning, 2014) and cut by compare/align/vectors: a vector
// of half bytes for each stem.
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
// the word tells, of length one. It is nil when no word is known.
type sense []float64

// SensesKnown reports whether texts of a language are compared by sense too.
func SensesKnown(lang string) bool { return lang == "en" }

func (w *Wording) sense(lang string) sense {
	if !SensesKnown(lang) {
		return nil
	}
	sum := make(sense, dimensions)
	for i, u := range w.units {
		sum.add(packedSense(u.stem), w.nats[i])
	}
	length := math.Sqrt(sum.dot(sum))
	if length == 0 {
		return nil
	}
	for k := range sum {
		sum[k] /= length
	}
	return sum
}

// packedSense returns the vector of a stem, nothing when it is not known.
func packedSense(stem string) string {
	at, known := senses()[stem]
	if !known {
		return ""
	}
	return packedVectors[at*dimensions/2:][:dimensions/2]
}

// cosine returns how alike two packed vectors are.
func cosine(x, y string) float64 {
	xy, xx, yy := 0, 0, 0
	for k := range len(x) {
		a, b := int(x[k]>>4)-8, int(y[k]>>4)-8
		c, d := int(x[k]&15)-8, int(y[k]&15)-8
		xy, xx, yy = xy+a*b+c*d, xx+a*a+c*c, yy+b*b+d*d
	}
	return float64(xy) / math.Sqrt(float64(max(1, xx*yy)))
}

// add adds a packed vector: two numbers in a byte, from -7 to 7, kept 8 higher. All
// vectors are nearly of one length.
func (s sense) add(packed string, weight float64) {
	for k := range len(packed) {
		b := packed[k]
		s[2*k] += float64(weight * float64(int(b>>4)-8))
		s[2*k+1] += float64(weight * float64(int(b&15)-8))
	}
}

// dot returns how alike two senses are, 0 when one is not known.
func (s sense) dot(t sense) float64 {
	sum := 0.0
	for k := range min(len(s), len(t)) {
		sum += float64(s[k] * t[k])
	}
	return sum
}

// Resemblances scores the pairs of texts worth comparing when one may say the same as
// the other in wholly other words, in order of A, then B, 0 to 1, and 1 for equal texts:
// Similarity, and how alike the company is that their words keep. Two translations of
// one sentence come to .5 on average.
func Resemblances(a, b []string, lang string) []Match {
	return resemblances(PrepareAll(a, lang), PrepareAll(b, lang), SensesKnown(lang))
}

func resemblances(a, b []*Wording, senses bool) []Match {
	sa, sb := sensesOf(a, senses), sensesOf(b, senses)
	var ms []Match
	for _, c := range looseCandidates(a, b, sa, sb) {
		s := a[c.A].Similarity(b[c.B])
		if x, y := sa[c.A], sb[c.B]; x != nil && y != nil && s < 1 {
			s = Round((s + float64(senseWeight*max(0, x.dot(y)))) / (1 + senseWeight))
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
