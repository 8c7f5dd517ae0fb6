package dedup

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// The figures are those of the words, looked at one by one.
func TestSignedFigures(t *testing.T) {
	part := rapid.SampledFrom([]string{"12", "-5", "٣", "rose", " ", "\u00a0", "\n", ",", "“", "”", "$", "%", "é", "\xff", "市"})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(part, 0, 30).Draw(t, "parts"), "")
		var want []string
		for w := range strings.FieldsSeq(s) {
			if strings.ContainsFunc(w, unicode.IsDigit) {
				want = append(want, strings.Trim(w, ".,;:!?\"'()[]“”‘’«»„"))
			}
		}
		if got := slices.Collect(signedFigures(s)); !slices.Equal(got, want) {
			t.Fatalf("%q: %q, want %q", s, got, want)
		}
	})
}
