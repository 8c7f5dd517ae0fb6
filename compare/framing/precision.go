package framing

import (
	"fmt"

	"github.com/storydiff/storydiff/compare/align"
)

// judgedOn names the articles that the figures below come from.
const judgedOn = "whole English articles of G5W1H and AllSides"

// A judgement is how many shown items of a signal were judged, and how many were right.
type judgement struct{ right, of int }

// judged are the counts of testdata/judged, where every item is listed with its
// verdict. Signals not in it have not been measured.
func judged(signal string) judgement {
	switch signal {
	case Headlines:
		return judgement{147, 161}
	case Verbs:
		return judgement{122, 139}
	case Naming:
		return judgement{112, 150}
	case LoadedWords:
		return judgement{103, 116}
	case Numbers:
		return judgement{25, 25}
	case Leads:
		return judgement{92, 100}
	case Coverage:
		return judgement{98, 108}
	case Voices:
		return judgement{128, 149}
	case Certainty:
		return judgement{20, 31}
	case Independence:
		return judgement{112, 114}
	}
	return judgement{}
}

// unfitted returns the counts of the items that no rule was mended by, where they are known
// apart and say less for a signal than all do; testdata/judged/README.md tells which.
func unfitted(signal string) (j judgement, known bool) {
	switch signal {
	case Verbs:
		return judgement{33, 42}, true
	case Numbers:
		return judgement{8, 12}, true
	case Certainty:
		return judgement{7, 17}, true
	}
	return judgement{}, false
}

// Precision returns how often items of a signal were right when judged one by one: the
// share, of how many, and on what articles. It is not ok for a signal that has not been
// measured.
func Precision(signal string) (value float64, of int, data string, ok bool) {
	j, known := unfitted(signal)
	if !known {
		j = judged(signal)
	}
	if j.of == 0 {
		return 0, 0, "", false
	}
	return align.Round(float64(j.right) / float64(j.of)), j.of, judgedOn, true
}

// leastPrecision is the precision below which a signal is left out unless asked for.
const leastPrecision = 0.5

// DefaultOff says why a signal is left out unless it is asked for; empty when it is on.
func DefaultOff(signal string) string {
	value, of, _, ok := Precision(signal)
	if !ok || value >= leastPrecision {
		return ""
	}
	return fmt.Sprintf("of %d lines judged, fewer than half were right", of)
}
