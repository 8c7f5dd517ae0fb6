package index

import (
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/storydiff/storydiff/compare/dedup"
)

// BenchmarkRun takes in 2,000 articles into an index of 10,000; a third are versions of
// others.
func BenchmarkRun(b *testing.B) {
	folder := filepath.Join(b.TempDir(), "index")
	texts := harvest(rand.New(rand.NewPCG(1, 2)), 12000)
	takeIn(b, folder, 0, texts[:10000])
	var prepared []dedup.Sketched
	for _, t := range texts[10000:] {
		prepared = append(prepared, dedup.Prepare(t, 0))
	}
	b.ReportAllocs()
	for b.Loop() {
		run, err := Begin(folder)
		if err != nil {
			b.Fatal(err)
		}
		for i := range prepared {
			s := &prepared[i]
			if _, err := run.Like(s.Sketch()); err != nil {
				b.Fatal(err)
			}
			if err := run.Add(record(i, s.Text), s, dedup.Decision{Of: -1}); err != nil {
				b.Fatal(err)
			}
		}
		if err := run.Prepare(false); err != nil {
			b.Fatal(err)
		}
		run.Close()
	}
}

// BenchmarkLike looks up articles one after the other in an index of 10,000.
func BenchmarkLike(b *testing.B) {
	folder := filepath.Join(b.TempDir(), "index")
	texts := harvest(rand.New(rand.NewPCG(1, 2)), 12000)
	takeIn(b, folder, 0, texts[:10000])
	x, err := Open(folder)
	if err != nil {
		b.Fatal(err)
	}
	defer x.Close()
	var sketches []dedup.Sketch
	keys := 0
	for _, t := range texts[10000:] {
		s := dedup.Prepare(t, 0)
		sketches = append(sketches, s.Sketch())
		keys += len(s.Sketch())
	}
	for b.Loop() {
		for _, s := range sketches {
			if _, err := x.Like(s); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*keys), "ns/key")
}
