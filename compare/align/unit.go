package align

import (
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// A unit is a word or mark made ready to be compared.
type unit struct {
	norm, stem string
	word       bool    // holds a letter or digit
	stop       bool    // a function word
	amount     float64 // of a number in figures or words; 0 for other words
	function   []int16 // groups of function words of one use
	content    []int16 // groups of content words of one meaning
}

// newUnit prepares one token. Tokens given from elsewhere may be cut differently
// from ours ("do" "n't"), so nothing is asked of them.
func newUnit(norm, lang string, k *kindred) unit {
	u := unit{norm: norm, stem: norm, function: k.function[norm]}
	if !text.HasWord(norm) {
		return u
	}
	u.word, u.stem = true, text.Stem(norm, lang)
	u.stop = text.Stop(norm, lang) || strings.HasPrefix(norm, "'") || norm == "n't"
	u.content = k.content[u.stem]
	return u
}

// newUnits prepares the tokens of one text, with its numbers.
func newUnits(tokens []string, lang string) []unit {
	k := kindredOf(lang)
	units := make([]unit, len(tokens))
	for i, t := range tokens {
		units[i] = newUnit(text.Fold(t), lang, k)
	}
	setAmounts(units, tokens, lang)
	return units
}

// setAmounts notes the numbers that the tokens of one text, as they are written, tell.
func setAmounts(units []unit, tokens []string, lang string) {
	starts := make([]int, len(tokens))
	at := 0
	for i, t := range tokens {
		units[i].amount = 0
		starts[i] = at
		at += len(t) + 1
	}
	i := 0
	for _, n := range text.Numbers(strings.Join(tokens, " "), lang) {
		for ; i < len(tokens) && starts[i] < n.End; i++ {
			if starts[i] >= n.Start && units[i].word {
				units[i].amount = n.Value
			}
		}
	}
}

// A likeness says in what way two words are alike; the first that holds counts.
type likeness int

const (
	equalContent likeness = iota
	equalFunction
	equalMark
	sameStem // or the same amount, in figures or words
	spelledAlike
	sameMeaning
	sameUse       // function words of one use: "of", "for"
	functionWords // of other uses
	contentWords  // strangers
	contentAndFunction
	wordAndMark
	marks
	likenesses
)

func (u *unit) likeness(v *unit) likeness {
	switch {
	case u.norm == v.norm:
		return equal(u)
	case !u.word || !v.word:
		return unlikeMarks(u, v)
	case u.stem == v.stem && u.stop == v.stop, u.amount != 0 && u.amount == v.amount:
		return sameStem
	case share(u.function, v.function):
		return sameUse
	case u.stop && v.stop:
		return functionWords
	case u.stop || v.stop:
		return contentAndFunction
	case share(u.content, v.content):
		return sameMeaning
	case likeSpelling(u.norm, v.norm):
		return spelledAlike
	}
	return contentWords
}

func equal(u *unit) likeness {
	switch {
	case !u.word:
		return equalMark
	case u.stop:
		return equalFunction
	}
	return equalContent
}

func unlikeMarks(u, v *unit) likeness {
	switch {
	case share(u.function, v.function):
		return sameUse
	case u.word || v.word:
		return wordAndMark
	}
	return marks
}

// lexical reports whether the form alone speaks for a link.
func (l likeness) lexical() bool { return l <= sameUse }

// likeSpelling reports whether two words look like forms of one: "colour" and
// "color", "Ukraine" and "Ukrainian". Short words and words with figures never do.
func likeSpelling(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 4 || len(b) > 40 || a[0] != b[0] || strings.ContainsAny(a+b, "0123456789") {
		return false
	}
	begin := 0
	for begin < len(a) && a[begin] == b[begin] {
		begin++
	}
	end := 0
	for end < len(a)-begin && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return begin >= 4 && 5*begin >= 3*len(a) && 2*begin >= len(b) || begin+end >= len(a)-1 && 5*(begin+end) >= 4*len(b) && begin >= 2
}
