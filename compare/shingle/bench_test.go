package shingle

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// prose makes an article-like text of n words from a Zipf-like vocabulary.
func prose(r *rand.Rand, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		word := int(float64(5000) / (1 + 5000*r.Float64()))
		for word += r.IntN(4000) * r.IntN(2); ; word /= 20 {
			b.WriteByte("etaoinshrdlucmfwypvb"[word%20])
			if word < 20 {
				break
			}
		}
		if i%12 == 11 {
			b.WriteString(", “")
		}
	}
	return b.String()
}

func BenchmarkOf(b *testing.B) {
	body := prose(rand.New(rand.NewPCG(1, 2)), 450)
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		Of(body)
	}
}

func BenchmarkAppend(b *testing.B) {
	body := prose(rand.New(rand.NewPCG(1, 2)), 450)
	var buf []uint64
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		buf = Append(buf[:0], body)
	}
}

func BenchmarkPlain(b *testing.B) {
	body := strings.ReplaceAll(prose(rand.New(rand.NewPCG(1, 2)), 450), "“", "")
	var buf []uint64
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		buf = Append(buf[:0], body)
	}
}
