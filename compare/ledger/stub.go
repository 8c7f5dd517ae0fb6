package ledger

import (
	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/quote"
)

// Build returns the utterances that at least two of the articles print, in order of
// weight: conflicts first, then the longest and most widely printed. Articles are
// indexes into rs.
func Build(rs []*quote.Reading) []Utterance { panic("not written yet") }

// Align matches quotes given from elsewhere: mutual best pairs above the shipped threshold.
func Align(a, b []string, lang string) []align.Match { panic("not written yet") }
