package ledger

import "github.com/storydiff/storydiff/compare/align"

// alignThreshold is what the resemblance of two quotes and twice its lead on the next
// best must come to for Align to take them for one; wordsThreshold the same in languages
// where words alone are compared. They were chosen by align's TestFitPairs.
const (
	alignThreshold = 0.49
	wordsThreshold = 0.45
)

// Align matches quotes given from elsewhere, any number of which have no partner, in
// order of A. lang is an ISO 639-1 code. Both quotes of a match are the other's best,
// alike, and more so than their next best; a score is 0 to 1, and 1 for equal quotes.
// Quotes given twice match twice.
func Align(a, b []string, lang string) []align.Match {
	least := alignThreshold
	if !align.SensesKnown(lang) {
		least = wordsThreshold
	}
	return align.Standouts(align.Resemblances(a, b, lang), least)
}

// Pair matches quotes most of which are known to have a partner, such as two
// translations of one speech, in order of A: every quote with the one that it fits
// better than any other does, however little that is. Nobody has two partners.
func Pair(a, b []string, lang string) []align.Match {
	return align.Partners(align.Resemblances(a, b, lang))
}
