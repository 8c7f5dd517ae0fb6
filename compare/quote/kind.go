package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/text"
)

// A look is what the typing of a stretch sees of it and of its sentence.
type look struct {
	s        sentence
	u        int // unit of the stretch
	credit   credit
	headline bool
}

// kindOf types a stretch: speech or not by the weights of its features, then an
// utterance from a fragment, and a title from a term. The rule names the weightiest feature.
func (c *scene) kindOf(l look) (k Kind, rule string, confidence float64) {
	st := c.stretches[c.units[l.u].quote]
	if st.spoken {
		return Direct, "dashes", 0.95
	}
	in := st.Of(c.s)
	p, why := speechModel(c.lang).probability(c.kindFeatures(l))
	if p >= speechThreshold {
		if wholeClause(in, c.lex) || l.followed() && startsUpper(in) && len(text.Words(in)) > 1 {
			return Direct, why, p
		}
		return Partial, why, p
	}
	if c.titled(l, in) {
		return Title, why, 1 - p
	}
	return Term, why, 1 - p
}

// followed reports whether the attribution stands behind the stretch, as it does
// behind statements.
func (l look) followed() bool {
	switch l.credit.rule {
	case "said X", "X said", "so X", "said":
		return l.s.from == l.u || l.credit.verb > l.u || l.credit.verb < 0
	}
	return false
}

// speechThreshold is the probability from which a stretch counts as speech: on the
// train part of PolNeAR it loses as few quotes as it lets names and scare quotes in.
const speechThreshold = 0.67

// kindFeatures lists what tells speech from names, slogans, titles and scare quotes.
func (c *scene) kindFeatures(l look) []string {
	in := c.stretches[c.units[l.u].quote].Of(c.s)
	words := text.Words(in)
	fs := []string{
		"words " + sizeOf(len(words)),
		"ends " + ending(in),
		"case " + c.caseOf(words, in),
		"credit " + nameOr(l.credit.rule, "none"),
		"before " + c.besideOf(l.u-1, l.s),
		"after " + c.besideOf(l.u+1, l.s),
		"case " + c.caseOf(words, in) + ", words " + sizeOf(len(words)),
		"before " + c.besideOf(l.u-1, l.s) + ", case " + c.caseOf(words, in),
		"second before " + c.besideOf(l.u-2, l.s),
		"before " + c.besideOf(l.u-2, l.s) + " " + c.besideOf(l.u-1, l.s),
		"second after " + c.besideOf(l.u+2, l.s),
		"between " + c.besideOf(l.u-1, l.s) + " and " + c.besideOf(l.u+1, l.s),
		"first " + c.inside(words, in, 0),
		"last " + c.inside(words, in, len(words)-1),
		"credit " + nameOr(l.credit.rule, "none") + ", words " + sizeOf(len(words)),
	}
	if l.credit.verb >= 0 && l.credit.verb < l.u {
		fs = append(fs, "verb before by "+sizeOf(l.u-l.credit.verb))
		if !c.wordless() {
			fs = append(fs, "verb "+c.units[l.credit.verb].entry.lemma)
		}
	}
	if hasVerb(words, c.lex) {
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
func (c *scene) caseOf(words []text.Word, in string) string {
	upper, long := 0, 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(in[w.Start:])
		if c.lex.words[w.Norm].class&(isStop|isArticle|isPreposition) == 0 {
			long++
			if unicode.IsUpper(r) || unicode.IsDigit(r) {
				upper++
			}
		}
	}
	switch {
	case !startsUpper(in):
		return "lower"
	case len(words) == 1:
		return "capital"
	case long == upper:
		return "title"
	}
	return "sentence"
}

// inside names word i of a stretch if it is a function word.
func (c *scene) inside(words []text.Word, in string, i int) string {
	if i < 0 || i >= len(words) {
		return "none"
	}
	r, _ := utf8.DecodeRuneInString(in[words[i].Start:])
	e := c.lex.words[words[i].Norm]
	switch {
	case e.class&(isStop|isAuxiliary|isPronoun|isFirstPerson|isThat|isArticle) != 0 && !c.wordless():
		return words[i].Norm
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
	case possessive2(u.Of(c.s)):
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

func possessive2(w string) bool { return strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") }

func hasVerb(words []text.Word, lex *lexicon) bool {
	for _, w := range words {
		e := lex.words[w.Norm]
		if e.class&(isAuxiliary|isHe|isShe|isThey|isFirstPerson) != 0 || strings.Contains(w.Norm, "'") {
			return true
		}
	}
	return false
}

// wholeClause reports whether the words in marks can stand as a sentence.
func wholeClause(in string, lex *lexicon) bool {
	words := text.Words(in)
	if !startsUpper(in) || ending(in) == "open" && len(words) < 6 {
		return false
	}
	return len(words) >= 4 || ending(in) == "sentence" || hasVerb(words, lex) && len(words) > 1
}

// titled reports whether a stretch that is no speech is the title of a work.
func (c *scene) titled(l look, in string) bool {
	words := text.Words(in)
	form := c.caseOf(words, in)
	if form == "lower" {
		return false
	}
	switch before := c.besideOf(l.u-1, l.s); before {
	case "title noun":
		return true
	case "term word", "article":
		return false
	case "possessive", "on", "in", "of":
		return form == "title" || form == "capital"
	}
	return form == "title" && len(words) > 1
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "“”\"'‘’([…. "))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
