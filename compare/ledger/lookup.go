package ledger

import "github.com/storydiff/storydiff/compare/align"

// alignThreshold is how probable two quotes must be one for Align to take them for it:
// more so than not. By align's TestFitPairs translations of news are found as well at
// .4 to .7; of very free ones a lower threshold would find more.
const alignThreshold = 0.5

// Align matches quotes given from elsewhere, any number of which have no partner, in
// order of A. lang is an ISO 639-1 code. Both quotes of a match are the other's likeliest,
// and likely one when their rivals are weighed too; the score is how likely, 0 to 1, and 1
// for equal quotes. Quotes given twice match twice.
func Align(a, b []string, lang string) []align.Match {
	return align.Standouts(a, b, lang, alignThreshold)
}

// Pair matches quotes most of which are known to have a partner, such as two
// translations of one speech, in order of A: every quote with the one that it fits
// better than any other does, however little that is. Nobody has two partners.
func Pair(a, b []string, lang string) []align.Match {
	return align.Partners(align.Resemblances(a, b, lang))
}
