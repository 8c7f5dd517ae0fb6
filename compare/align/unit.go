package align

import (
	"github.com/storydiff/storydiff/compare/text"
)

// A unit is a word or mark made ready to be compared.
type unit struct {
	norm, stem string
	word       bool // holds a letter or digit
	stop       bool // a function word
}

// newUnit prepares one token. Tokens given from elsewhere may be cut differently
// from ours ("do" "n't"), so nothing is asked of them.
func newUnit(token, lang string) unit {
	norm := text.Fold(token)
	words := text.Words(norm)
	if len(words) == 0 {
		return unit{norm: norm, stem: norm}
	}
	if len(words) == 1 && words[0].Len() == len(norm) {
		norm = words[0].Norm
	}
	return unit{norm: norm, stem: text.Stem(norm, lang), word: true, stop: text.Stop(norm, lang)}
}

// kin says how alike two words are in form: 1 for the same word, 0 for strangers.
func (u unit) kin(v unit) float64 {
	switch {
	case u.norm == v.norm:
		return 1
	case u.stem == v.stem:
		return 0.95
	case !u.word || !v.word || u.stop || v.stop:
		return 0
	}
	if d := spelledAlike(u.norm, v.norm); d >= 0.5 {
		return d * 0.9
	}
	return 0
}

// spelledAlike returns the share of the longer word that a common beginning covers,
// for words that share at least four letters of it.
func spelledAlike(a, b string) float64 {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	if n < 4 {
		return 0
	}
	return float64(n) / float64(max(len(a), len(b)))
}
