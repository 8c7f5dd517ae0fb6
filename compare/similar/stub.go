package similar

import "github.com/storydiff/storydiff/compare/quote"

// Compare compares two articles with all evidence. A and B of the pair are 0 and 1.
func Compare(a, b *quote.Reading) Pair { panic("not written yet") }

// Pairs returns the candidate pairs among many articles, scored and judged, without
// evidence, ordered by A then B.
func Pairs(rs []*quote.Reading) []Pair { panic("not written yet") }

// Events groups articles by event from the judged pairs, without chaining: each
// article is in at most one. Groups of one are left out.
func Events(rs []*quote.Reading, pairs []Pair) []Event { panic("not written yet") }

// Headlines returns the probability that two headlines report the same event.
func Headlines(a, b string) float64 { panic("not written yet") }
