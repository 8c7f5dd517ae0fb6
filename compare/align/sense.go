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
		if at, ok := senses()[u.stem]; ok {
			sum.add(packedVectors[at*dimensions/2:][:dimensions/2], w.nats[i])
		}
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

// add adds a packed vector: two numbers in a byte, from -7 to 7, kept 8 higher. All
// vectors are nearly of one length.
func (s sense) add(packed string, weight float64) {
	for k := range len(packed) {
		b := packed[k]
		s[2*k] += float64(weight * float64(int(b>>4)-8))
		s[2*k+1] += float64(weight * float64(int(b&15)-8))
	}
}

func (s sense) dot(t sense) float64 {
	sum := 0.0
	for k := range s {
		sum += float64(s[k] * t[k])
	}
	return sum
}

// Resemblances scores the pairs of texts worth comparing when one may say the same as
// the other in wholly other words, in order of A, then B, 0 to 1, and 1 for equal texts:
// Similarity, and how alike the company is that their words keep. Two translations of
// one sentence come to .5 on average.
func Resemblances(a, b []string, lang string) []Match {
	wa, wb := PrepareAll(a, lang), PrepareAll(b, lang)
	sa, sb := sensesOf(wa, lang), sensesOf(wb, lang)
	var ms []Match
	for _, c := range LooseCandidates(wa, wb) {
		s := wa[c.A].Similarity(wb[c.B])
		if x, y := sa[c.A], sb[c.B]; x != nil && y != nil && s < 1 {
			s = Round((s + float64(senseWeight*max(0, x.dot(y)))) / (1 + senseWeight))
		}
		if s > 0 && strings.TrimSpace(a[c.A]) != "" {
			ms = append(ms, Match{c.A, c.B, s})
		}
	}
	return ms
}

func sensesOf(ws []*Wording, lang string) []sense {
	out := make([]sense, len(ws))
	for i, w := range ws {
		out[i] = w.sense(lang)
	}
	return out
}
