package main

import (
	"math"
	"strings"
	"testing"
)

// company is a small world: cats and dogs drink, trams and buses drive.
func company() [][]string {
	var texts [][]string
	for _, s := range []string{"cat drink milk at home", "dog drink milk at home", "tram drive street at noon", "bus drive street at noon"} {
		for range fewest {
			texts = append(texts, strings.Fields(s))
		}
	}
	return texts
}

func TestCountWeighsTheNearer(t *testing.T) {
	c := count(company())
	at := func(s string) int {
		for i, stem := range c.stems {
			if stem == s {
				return i
			}
		}
		t.Fatal(s)
		return -1
	}
	if got := c.near[at("cat")][at("drink")]; got != fewest {
		t.Errorf("neighbours count %v, want %d", got, fewest)
	}
	if got := c.near[at("milk")][at("cat")]; got != fewest/2 {
		t.Errorf("one word apart counts %v, want %d", got, fewest/2)
	}
}

func TestOrthonormalise(t *testing.T) {
	basis := start(40, 5)
	for i, x := range basis {
		for j, y := range basis {
			want := 0.0
			if i == j {
				want = 1
			}
			if math.Abs(dot(x, y)-want) > 1e-9 {
				t.Errorf("columns %d and %d: %v", i, j, dot(x, y))
			}
		}
	}
}

func TestTimesIsTheProduct(t *testing.T) {
	m := matrix{{{1, 2}}, {{0, 2}, {1, 3}}}
	got := m.times([][]float64{{5, 7}})
	if got[0][0] != 14 || got[0][1] != 31 {
		t.Errorf("got %v, want [14 31]", got[0])
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
