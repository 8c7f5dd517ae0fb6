package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/text"
)

// kindFeatures lists what tells speech from names, slogans, titles and scare quotes.
func (c *scene) kindFeatures(l look) []string {
	size, form, credit := sizeOf(len(l.words)), c.caseOf(l), nameOr(l.credit.rule, "none")
	before, before2 := c.besideOf(l.u-1, l.s), c.besideOf(l.u-2, l.s)
	after := c.besideOf(l.u+1, l.s)
	fs := []string{
		"words " + size,
		"ends " + ending(l.in),
		"case " + form,
		"credit " + credit,
		"before " + before,
		"after " + after,
		"case " + form + ", words " + size,
		"before " + before + ", case " + form,
		"second before " + before2,
		"before " + before2 + " " + before,
		"second after " + c.besideOf(l.u+2, l.s),
		"between " + before + " and " + after,
		"first " + c.inside(l, 0),
		"last " + c.inside(l, len(l.words)-1),
		"credit " + credit + ", words " + size,
	}
	if l.credit.verb >= 0 && l.credit.verb < l.u {
		fs = append(fs, "verb before by "+sizeOf(l.u-l.credit.verb))
		if !c.wordless() {
			fs = append(fs, "verb "+c.units[l.credit.verb].entry.lemma)
		}
	}
	if c.hasVerb(l.words) {
		fs = append(fs, "holds a verb or pronoun")
	}
	if l.s.from == l.u && l.s.to-l.u <= 2 {
		fs = append(fs, "alone")
	}
	if l.headline {
		fs = append(fs, "headline")
	}
	return fs
}

func nameOr(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// sizeOf puts a count into a class.
func sizeOf(n int) string {
	switch {
	case n <= 1:
		return "1"
	case n == 2:
		return "2"
	case n == 3:
		return "3"
	case n <= 5:
		return "4–5"
	case n <= 9:
		return "6–9"
	}
	return "10+"
}

// ending says how the words in marks end.
func ending(in string) string {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(in, "”’\"'"))
	switch {
	case strings.ContainsRune(".!?…", r):
		return "sentence"
	case r == ',':
		return "comma"
	}
	return "open"
}

// caseOf says how the words in marks are written: as a title, as a sentence, in lower case.
func (c *scene) caseOf(l look) string {
	upper, long := 0, 0
	for _, w := range l.words {
		r, _ := utf8.DecodeRuneInString(l.in[w.Start:])
		if c.lex.word(w.Norm).class&(isStop|isArticle|isPreposition) == 0 {
			long++
			if unicode.IsUpper(r) || unicode.IsDigit(r) {
				upper++
			}
		}
	}
	switch {
	case !startsUpper(l.in):
		return "lower"
	case len(l.words) == 1:
		return "capital"
	case long == upper:
		return "title"
	}
	return "sentence"
}

// inside names word i of a stretch if it is a function word.
func (c *scene) inside(l look, i int) string {
	if i < 0 || i >= len(l.words) {
		return "none"
	}
	r, _ := utf8.DecodeRuneInString(l.in[l.words[i].Start:])
	e := c.lex.word(l.words[i].Norm)
	switch {
	case e.class&(isStop|isAuxiliary|isPronoun|isFirstPerson|isThat|isArticle) != 0 && !c.wordless():
		return l.words[i].Norm
	case e.class&isPronoun != 0, e.class&isFirstPerson != 0:
		return "pronoun"
	case unicode.IsDigit(r):
		return "number"
	case unicode.IsUpper(r):
		return "capital"
	}
	return "word"
}

// besideOf describes the unit beside a stretch.
func (c *scene) besideOf(i int, s sentence) string {
	if i < s.from || i >= s.to {
		return "edge"
	}
	u := c.units[i]
	switch {
	case u.kind == marked:
		return "quote"
	case u.kind == sign:
		return u.norm
	case u.is(isTitleNoun):
		return "title noun"
	case u.is(isTermWord):
		return "term word"
	case u.is(isVerb) && !u.upper:
		return "cue"
	case u.is(isArticle):
		return "article"
	case isPossessive(u.Of(c.s)):
		return "possessive"
	case u.is(isStop|isAuxiliary|isPronoun|isThat) && c.wordless():
		return "function word"
	case u.is(isStop | isAuxiliary | isPronoun | isThat):
		return u.norm
	case u.upper:
		return "name"
	}
	return "word"
}

// wordless reports whether the features must do without the words of the language,
// because no model was fitted on it.
func (c *scene) wordless() bool { return c.lang != "en" && c.lang != "de" }

func isPossessive(w string) bool { return strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") }

// hasVerb reports whether words hold an auxiliary, a pronoun or a contraction: signs
// of a clause.
func (c *scene) hasVerb(words []text.Word) bool {
	for _, w := range words {
		e := c.lex.word(w.Norm)
		if e.class&(isAuxiliary|isHe|isShe|isThey|isFirstPerson) != 0 || strings.Contains(w.Norm, "'") {
			return true
		}
	}
	return false
}
