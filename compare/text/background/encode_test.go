package main

import (
	"compress/flate"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWeighAveragesOverSources(t *testing.T) {
	large := counts{articles: 100, stems: map[string]int{"bank": 50, "vote": 2, "rare": 1}}
	small := counts{articles: 10, stems: map[string]int{"vote": 6}}
	got := weigh([]counts{large, small}, 5)
	want := []entry{{"bank", -math.Log(0.25)}, {"vote", -math.Log(0.31)}}
	near := cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-12 })
	if d := cmp.Diff(want, got, cmp.AllowUnexported(entry{}), near); d != "" {
		t.Error(d)
	}
}

func TestEncodeSharesPrefixes(t *testing.T) {
	packed, err := encode([]entry{{"vot", 1}, {"vote", 2}}, 0.5)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(flate.NewReader(strings.NewReader(string(packed))))
	if err != nil {
		t.Fatal(err)
	}
	want := []byte{2, 48, 24, 0, 3, 'v', 'o', 't', 24, 3, 1, 'e', 48}
	if d := cmp.Diff(want, raw); d != "" {
		t.Error(d)
	}
}
