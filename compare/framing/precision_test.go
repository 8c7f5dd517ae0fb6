package framing

import (
	"os"
	"strings"
	"testing"
)

// TestPrecisionIsWhatWasJudged holds the printed figures to the judged items.
func TestPrecisionIsWhatWasJudged(t *testing.T) {
	for _, signal := range all() {
		raw, err := os.ReadFile("testdata/judged/" + signal + ".tsv")
		if os.IsNotExist(err) {
			if _, _, _, ok := Precision(signal); ok {
				t.Errorf("%s: a figure without judged items", signal)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		var got judgement
		for line := range strings.Lines(string(raw)) {
			switch strings.Split(line, "\t")[2] {
			case "right":
				got.right++
				got.of++
			case "wrong":
				got.of++
			}
		}
		if got != judged(signal) {
			t.Errorf("%s: judged %+v, printed %+v", signal, got, judged(signal))
		}
	}
}

func TestNoSignalOnBelowHalf(t *testing.T) {
	for _, signal := range all() {
		if value, _, _, ok := Precision(signal); ok && value < leastPrecision && DefaultOff(signal) == "" {
			t.Errorf("%s is on with a precision of %v", signal, value)
		}
	}
}
