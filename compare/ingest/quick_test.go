package ingest

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// What is done in the quick way has to come out as in the slow one.
func TestQuickIsAsSlow(t *testing.T) {
	part := rapid.SampledFrom([]string{
		"Ferry", "ran", "aground", " ", " ", "  ", "\n", "\n\n", "\t", "\r\n", "\u00a0", "\u200b", "“", "é", "Й", "и\u0306", "…", "\u2028", "市", "が", "か\u3099", "\xe2\x80", "\u0085", "e\u0301", "\x7f", "\x1f", "\x00", "12.5%",
		"the ministry said on Monday, and the board agreed ",
	})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(part).Draw(t, "parts"), "")
		if got, want := tidy(s), tidied(s); got != want {
			t.Fatalf("tidy %q: got %q, want %q", s, got, want)
		}
		if got, want := oneLine(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Fatalf("one line of %q: got %q, want %q", s, got, want)
		}
	})
}

// Forms that are passed over unread may not be those that a date is in.
func TestEveryFormOfTimeIsRead(t *testing.T) {
	slowly := func(s string) string {
		for _, form := range dayForms {
			if t, err := time.Parse(form, s); err == nil {
				return t.Format(time.DateOnly)
			}
		}
		for _, form := range timeForms {
			if t, err := time.Parse(form, s); err == nil {
				return t.Format(time.RFC3339)
			}
		}
		return ""
	}
	rapid.Check(t, func(t *rapid.T) {
		at := time.Unix(rapid.Int64Range(0, 2e9).Draw(t, "seconds"), rapid.Int64Range(0, 1).Draw(t, "fraction")*5e8).UTC()
		s := at.Format(rapid.SampledFrom(slices.Concat(dayForms, timeForms)).Draw(t, "form"))
		s = s[rapid.IntRange(0, 1).Draw(t, "from"):]
		s = strings.Replace(s, rapid.SampledFrom([]string{"-", "/", ".", ",", "T", " ", "x"}).Draw(t, "old"), rapid.SampledFrom([]string{"-", "/", ".", "", " "}).Draw(t, "new"), 1)
		if got, want := published(s), slowly(strings.TrimSpace(s)); got != want {
			t.Fatalf("%q: got %q, want %q", s, got, want)
		}
	})
}
