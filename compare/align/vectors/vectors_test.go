package main

import (
	"fmt"
	"math"
	"math/rand"
	"strings"
	"testing"
)

// line writes a line of a file of vectors, its first number given, the others zero.
func line(word string, first float64) string {
	return fmt.Sprintf("%s %g%s\n", word, first, strings.Repeat(" 0", dimensions-1))
}

func TestReadLeavesMarksOut(t *testing.T) {
	words, vectors, err := read(strings.NewReader(line(",", 1) + line("u.s.", 2) + line("e-mail", 3) + line("--", 4)))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(words, " "); got != "us e-mail" || len(vectors) != 2 || vectors[0][0] != 2 {
		t.Errorf("got %q and %d vectors", got, len(vectors))
	}
}

func TestReadRefusesOtherFiles(t *testing.T) {
	for _, s := range []string{"trade 0.1 0.2\n", strings.Replace(line("trade", 1), " 1", " one", 1), "\n"} {
		if _, _, err := read(strings.NewReader(s)); err == nil {
			t.Errorf("%.20q is read", s)
		}
	}
}

func TestStemsAreMeansOfTheirWords(t *testing.T) {
	unit := func(k int) []float64 {
		v := make([]float64, dimensions)
		v[k] = 1
		return v
	}
	stems, means := byStem([]string{"talks", "harbour", "talked"}, [][]float64{unit(0), unit(2), unit(1)})
	if strings.Join(stems, " ") != "harbour talk" {
		t.Fatalf("got %q", stems)
	}
	if v := means[1]; v[0] <= v[1] || v[1] <= 0 || math.Abs(dot(v, v)-1) > 1e-9 {
		t.Errorf("the more frequent word must count more: %v", v[:3])
	}
}

func TestLevelTakesOutWhatAllShare(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	vectors := make([][]float64, 300)
	for i := range vectors {
		vectors[i] = make([]float64, dimensions)
		for k := range vectors[i] {
			vectors[i][k] = r.NormFloat64()
		}
		vectors[i][0] += 5                         // their mean
		vectors[i][1] += float64(20 * (i%2*2 - 1)) // a leading direction
	}
	level(vectors)
	for i, v := range vectors {
		if math.Abs(dot(v, v)-1) > 1e-9 || math.Abs(v[1]) > 0.2 {
			t.Fatalf("vector %d has length² %v and %v of what was common", i, dot(v, v), v[1])
		}
	}
}

func TestPackKeepsHalfBytes(t *testing.T) {
	step := spread / math.Sqrt(dimensions) / steps
	got := packVectors([][]float64{{0, step, -step, 99, -99, 2.4 * step}})
	want := []byte{8<<4 | 9, 7<<4 | 15, 1<<4 | 10}
	if string(got) != string(want) {
		t.Errorf("got %x, want %x", got, want)
	}
}
