package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

const rise = "commit the rise: go test ./cmd/evaluate -update"

// A goldenLine is one figure of the golden: "task metric value (n)".
type goldenLine struct{ key, value, n string }

func parseGolden(s string) []goldenLine {
	var lines []goldenLine
	for line := range strings.Lines(s) {
		words := strings.Fields(line)
		lines = append(lines, goldenLine{
			key:   words[0] + " " + words[1],
			value: strings.Join(words[2:len(words)-1], " "),
			n:     words[len(words)-1],
		})
	}
	return lines
}

// compareGolden says in which figures a run differs from the golden by more than rounding.
func compareGolden(golden, now string) []string {
	before := map[string]goldenLine{}
	for _, l := range parseGolden(golden) {
		before[l.key] = l
	}
	var problems []string
	for _, l := range parseGolden(now) {
		old, ok := before[l.key]
		delete(before, l.key)
		if !ok {
			problems = append(problems, fmt.Sprintf("%s is new; %s", l.key, rise))
		} else if p := compareLine(old, l); p != "" {
			problems = append(problems, p)
		}
	}
	for key := range before {
		problems = append(problems, key+" is not measured any more")
	}
	return problems
}

func compareLine(old, now goldenLine) string {
	change := fmt.Sprintf("%s: %s → %s", now.key, old.value, now.value)
	before, errBefore := strconv.ParseFloat(old.value, 64)
	after, errAfter := strconv.ParseFloat(now.value, 64)
	switch {
	case errBefore != nil && errAfter != nil:
		return ""
	case errBefore != nil:
		return change + "; " + rise
	case errAfter != nil:
		return change
	case old.n != now.n && !floating(now.key):
		return fmt.Sprintf("%s rests on other data: %s → %s", now.key, old.n, now.n)
	case math.Abs(after-before) < 1.5e-4:
		return ""
	case (after > before) != lowerIsBetter(now.key):
		return change + "; " + rise
	}
	return fmt.Sprintf("%s fell: %s → %s", now.key, old.value, now.value)
}

// floating reports whether a figure rests on what an engine answers, not on gold alone.
func floating(key string) bool {
	_, metric, _ := strings.Cut(key, " ")
	switch metric {
	case "direct_precision", "partial_precision", "term_precision", "title_precision":
		return true
	case "attributed_precision", "calibration_error", "speaker_accuracy", "speaker_unknown", "loaded_precision", "pairs_wrong", "utterances_false":
		return true
	}
	return false
}

func lowerIsBetter(key string) bool {
	_, name, _ := strings.Cut(key, " ")
	for _, k := range append(kinds, &markKindsKind, &seedsKind, &pagesKind, &examKind) {
		for _, m := range k.metrics {
			if m.name == name {
				return m.lower
			}
		}
	}
	return false
}
