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
	return fmt.Sprintf("%s %g%s\n", word, first, strings.Repeat(" 0", gloveSize-1))
}

func TestReadLeavesMarksOut(t *testing.T) {
	words, err := readWords(strings.NewReader(line(",", 1) + line("u.s.", 2) + line("e-mail", 3) + line("--", 4)))
	if err != nil {
		t.Fatal(err)
	}
	if len(words) != 2 || words[0].norm != "us" || words[0].written != "u.s." || words[1].norm != "e-mail" || words[0].vector[0] != 2 {
		t.Errorf("got %v", words)
	}
}

func TestReadRefusesOtherFiles(t *testing.T) {
	for _, s := range []string{"trade 0.1 0.2\n", strings.Replace(line("trade", 1), " 1", " one", 1), "\n"} {
		if _, err := readWords(strings.NewReader(s)); err == nil {
			t.Errorf("%.20q is read as words", s)
		}
		if _, err := readLessons(strings.NewReader(s)); err == nil {
			t.Errorf("%.20q is read as lessons", s)
		}
	}
}

func TestLessonsAreOfWordsAndOfSentences(t *testing.T) {
	numbers := "\t1" + strings.Repeat(" 0", modelSize-1) + "\n"
	ls, err := readLessons(strings.NewReader("trade" + numbers + "Trade fell." + numbers))
	if err != nil {
		t.Fatal(err)
	}
	if len(ls.words) != 1 || ls.words["trade"][0] != 1 || len(ls.vectors) != 1 || ls.sentences[0] != "Trade fell." {
		t.Errorf("got %v", ls)
	}
}

func TestAskedSentencesAreNeitherShortNorLong(t *testing.T) {
	got := sentencesOf("He left. The harbour master  closed the gates at nine in the evening. " + strings.Repeat("So it goes on ", 20) + ".")
	if len(got) != 1 || got[0] != "The harbour master closed the gates at nine in the evening." {
		t.Errorf("got %q", got)
	}
}

func TestStemsAreMeansOfTheirWords(t *testing.T) {
	words := []word{{norm: "talks"}, {norm: "harbour"}, {norm: "talked"}}
	stems, means := byStem(words, [][]float64{{1, 0, 0}, {0, 0, 1}, {0, 1, 0}})
	if strings.Join(stems, " ") != "harbour talk" {
		t.Fatalf("got %q", stems)
	}
	if v := means[1]; v[0] <= v[1] || v[1] <= 0 || math.Abs(dot(v, v)-1) > 1e-9 {
		t.Errorf("the more frequent word must count more: %v", v)
	}
}

// random returns vectors of normal numbers.
func random(r *rand.Rand, rows, columns int) [][]float64 {
	out := zeros(rows, columns)
	for _, v := range out {
		for k := range v {
			v[k] = r.NormFloat64()
		}
	}
	return out
}

func TestLevelTakesOutWhatAllShare(t *testing.T) {
	vectors := random(rand.New(rand.NewSource(1)), 300, 100)
	for i, v := range vectors {
		v[0] += 5                         // their mean
		v[1] += float64(20 * (i%2*2 - 1)) // a leading direction
	}
	level(vectors, 1)
	for i, v := range vectors {
		if math.Abs(dot(v, v)-1) > 1e-9 || math.Abs(v[1]) > 0.2 {
			t.Fatalf("vector %d has length² %v and %v of what was common", i, dot(v, v), v[1])
		}
	}
}

func TestReduceKeepsWhatDiffersMost(t *testing.T) {
	for _, evenness := range []float64{0, 1} {
		vectors := random(rand.New(rand.NewSource(1)), 400, 6)
		for _, v := range vectors {
			v[2], v[4] = 10*v[2], 5*v[4]
		}
		reduce(vectors, 2, evenness)
		var first, second float64
		for _, v := range vectors {
			if len(v) != 2 || math.Abs(dot(v, v)-1) > 1e-9 {
				t.Fatalf("got %v", v)
			}
			first, second = first+float64(v[0]*v[0]), second+float64(v[1]*v[1])
		}
		if ratio := first / second; evenness == 0 && ratio < 1.5 || evenness == 1 && (ratio < 0.8 || ratio > 1.25) {
			t.Errorf("evenness %v: the directions differ %v times as much", evenness, ratio)
		}
	}
}

func TestSolveSolves(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	half, x := random(r, 12, 12), random(r, 12, 3)
	apply := func(p [][]float64) [][]float64 { // half·halfᵀ + 1
		out := scaled(p, 1)
		for i := range half {
			for j := range half {
				addTimes(out[i], p[j], dot(half[i], half[j]))
			}
		}
		return out
	}
	for i, row := range solve(apply, apply(x), 40) {
		for k := range row {
			if math.Abs(row[k]-x[i][k]) > 1e-6 {
				t.Fatalf("row %d is %v, want %v", i, row, x[i])
			}
		}
	}
}

func TestMeaningFollowsTheModel(t *testing.T) {
	stems := []string{"bank", "boat", "money", "river"}
	features := [][]float64{{1, 0}, {0, 1}, {1, 0}, {0, 1}}
	ls := &lessons{}
	for range 200 { // the model holds banks to be of rivers
		ls.sentences = append(ls.sentences, "a bank", "the money", "boat river")
		ls.vectors = append(ls.vectors, []float64{0, 1}, []float64{1, 0}, []float64{0, 1})
	}
	meaning := fitMeaning(stems, features, ls)
	if bank := meaning[0]; bank[1] <= bank[0] {
		t.Errorf("bank means %v", bank)
	}
	if money := meaning[2]; money[0] <= money[1] {
		t.Errorf("money means %v", money)
	}
}

func TestPackKeepsHalfBytes(t *testing.T) {
	got := packVectors([][]float64{{3, -3}, {1, 0}, {1, 0}}, [][]float64{{0, 2}, {4, 0}, {0, -9}})
	want := []byte{
		45, 11<<4 | 5, 8<<4 | 12, // √(2/4) of the usual length; a number at its standard deviation is 2.8 steps
		64, 12<<4 | 8, 12<<4 | 8,
		96, 12<<4 | 8, 8<<4 | 4,
	}
	if string(got) != string(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
