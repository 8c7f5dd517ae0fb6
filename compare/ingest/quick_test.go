package ingest

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is done in the quick way has to come out as in the slow one.
func TestQuickIsAsSlow(t *testing.T) {
	part := rapid.SampledFrom([]string{
		"Ferry", "ran", "aground", " ", " ", "  ", "\n", "\n\n", "\t", "\r\n", "\u00a0", "\u200b", "“", "é", "e\u0301", "\x7f", "\x1f", "\x00", "12.5%",
	})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(part).Draw(t, "parts"), "")
		if got, want := quickTidy(s), tidy(s); got != want {
			t.Fatalf("tidy %q: got %q, want %q", s, got, want)
		}
		if got, want := oneLine(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Fatalf("one line of %q: got %q, want %q", s, got, want)
		}
	})
}
