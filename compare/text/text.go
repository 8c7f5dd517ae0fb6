// Package text holds what can be said of a string alone: its words, sentences,
// paragraphs, stems, numbers, dates and language, and how common a word is.
//
// All offsets are bytes into the string given, half open, on rune boundaries.
// The package makes no promise of stability to users outside this module.
package text

// A Span is the half-open range of bytes [Start, End) of some text.
type Span struct {
	Start, End int
}

// Of returns the words of s that the span covers.
func (p Span) Of(s string) string { return s[p.Start:p.End] }

// Len returns the length of the span in bytes.
func (p Span) Len() int { return p.End - p.Start }

// Overlap returns the number of bytes that both spans cover.
func (p Span) Overlap(q Span) int {
	return max(0, min(p.End, q.End)-max(p.Start, q.Start))
}

// Contains reports whether q lies inside p.
func (p Span) Contains(q Span) bool { return p.Start <= q.Start && q.End <= p.End }

// Shift returns the span moved by n bytes.
func (p Span) Shift(n int) Span { return Span{p.Start + n, p.End + n} }

// A Word is a run of letters and digits, inner apostrophes, hyphens and number
// separators included ("don’t", "self-governing", "3,000"). Han, Kana and Thai
// runs come one code point at a time.
type Word struct {
	Span
	Norm string // folded: lower case, NFC, straight apostrophes and hyphens; possessive 's and points dropped
}
