// Package shingle holds word n-grams: hashed, sketched, compared.
//
// Shingles of version 1 are word 5-grams of the lower-cased runs of letters and
// digits of an article's body as ingested; runs of Han, Kana and Thai are split
// into code points. The package makes no promise of stability to outside users.
package shingle
