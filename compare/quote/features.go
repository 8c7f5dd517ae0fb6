package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/text"
)

// A trait is one feature of a stretch: what is looked at and what is seen there.
type trait struct {
	about traitKind
	a, b  string
}

// maxTraits bounds the traits of a stretch.
const maxTraits = 40

// traitKind is what a trait looks at.
type traitKind uint8

// traitForms are the names of traits, % in place of each value.
var traitForms = [...]string{
	"always", "words %", "ends %", "case %", "credit %", "before %", "after %",
	"case %, words %", "before %, case %", "second before %", "before % %",
	"second after %", "between % and %", "first %", "last %", "credit %, words %",
	"verb before by %", "verb %", "holds a verb or pronoun", "alone", "headline",
	"holds the first person", "speaker %", "stretches beside it %", "marks of the article %", "last word in %, words %",
	"verb %, before %", "speaker %, credit %", "sentence before %", "sentence behind %",
	"between the verb and it %", "nearest cue %", "nearest cue by %",
	"verb behind by %", "behind the verb behind %",
}

const (
	always traitKind = iota
	aboutWords
	aboutEnding
	aboutCase
	aboutCredit
	aboutBefore
	aboutAfter
	aboutCaseAndWords
	aboutBeforeAndCase
	aboutSecondBefore
	aboutTwoBefore
	aboutSecondAfter
	aboutSides
	aboutFirst
	aboutLast
	aboutCreditAndWords
	aboutVerbPlace
	aboutVerb
	holdsVerb
	standsAlone
	inTheHeadline
	holdsFirstPerson
	aboutSpeaker
	aboutMates
	aboutMarks
	aboutTail
	aboutVerbAndBefore
	aboutSpeakerAndCredit
	aboutSentenceBefore
	aboutSentenceBehind
	aboutBetween
	aboutNearest
	aboutNearestBy
	aboutVerbBehind
	aboutBehindVerb
)

// String names a trait with its values.
func (t trait) String() string {
	values := []string{t.a, t.b}
	var b strings.Builder
	for _, r := range traitForms[t.about] {
		if r == '%' {
			b.WriteString(values[0])
			values = values[1:]
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// kindTraits lists what tells speech from names, slogans, titles and scare quotes.
func (c *scene) kindTraits(l look, ts []trait) []trait {
	size, form, credit := sizeOf(len(l.words)), c.caseOf(l), nameOr(l.credit.rule, "none")
	before, before2 := c.besideOf(l.u-1, l.s), c.besideOf(l.u-2, l.s)
	after := c.besideOf(l.u+1, l.s)
	ts = append(ts[:0],
		trait{about: always},
		trait{aboutWords, size, ""},
		trait{aboutEnding, ending(l.in), ""},
		trait{aboutCase, form, ""},
		trait{aboutCredit, credit, ""},
		trait{aboutBefore, before, ""},
		trait{aboutAfter, after, ""},
		trait{aboutCaseAndWords, form, size},
		trait{aboutBeforeAndCase, before, form},
		trait{aboutSecondBefore, before2, ""},
		trait{aboutTwoBefore, before2, before},
		trait{aboutSecondAfter, c.besideOf(l.u+2, l.s), ""},
		trait{aboutSides, before, after},
		trait{aboutFirst, c.inside(l, 0), ""},
		trait{aboutLast, c.inside(l, len(l.words)-1), ""},
		trait{aboutCreditAndWords, credit, size},
	)
	ts = c.placeTraits(l, ts)
	if c.lex.english && !c.wordless() {
		ts = c.settingTraits(l, ts)
	}
	return ts
}

// placeTraits adds where a stretch stands and whether it holds a verb.
func (c *scene) placeTraits(l look, ts []trait) []trait {
	if l.credit.verb >= 0 && l.credit.verb < l.u {
		ts = append(ts, trait{aboutVerbPlace, sizeOf(l.u - l.credit.verb), ""})
		if !c.wordless() {
			ts = append(ts, trait{aboutVerb, c.units[l.credit.verb].entry.lemma, ""})
		}
	}
	if c.hasVerb(l.words) {
		ts = append(ts, trait{about: holdsVerb})
	}
	if l.s.from == l.u && l.s.to-l.u <= 2 {
		ts = append(ts, trait{about: standsAlone})
	}
	if l.headline {
		ts = append(ts, trait{about: inTheHeadline})
	}
	return ts
}

// settingTraits adds what the speaker, the sentence and the article tell of a stretch.
func (c *scene) settingTraits(l look, ts []trait) []trait {
	size, speaker := sizeOf(len(l.words)), c.speakerClass(l.credit)
	ts = append(ts,
		trait{aboutSpeaker, speaker, ""},
		trait{aboutSpeakerAndCredit, speaker, nameOr(l.credit.rule, "none")},
		trait{aboutMates, sizeOf(1 + c.matesOf(l)), ""},
	)
	if c.familyOf(c.stretches[c.units[l.u].quote]) != c.quotesIn() {
		ts = append(ts, trait{aboutMarks, "other", ""})
	}
	if n := len(l.words); n > 0 && n <= 3 {
		ts = append(ts, trait{aboutTail, tail(l.words[n-1].Norm), size})
	}
	ts = c.aroundTraits(l, c.verbTraits(l, ts))
	for _, w := range l.words {
		if c.lex.word(w.Norm).class&isFirstPerson != 0 {
			return append(ts, trait{about: holdsFirstPerson})
		}
	}
	return ts
}

// verbTraits adds where the verb of the credit stands and what stands between.
func (c *scene) verbTraits(l look, ts []trait) []trait {
	switch v := l.credit.verb; {
	case v > l.u:
		return append(ts,
			trait{aboutVerbBehind, sizeOf(v - l.u), ""},
			trait{aboutBehindVerb, c.besideOf(v+1, l.s), ""},
		)
	case v >= 0:
		return append(ts,
			trait{aboutVerbAndBefore, c.units[v].entry.lemma, c.besideOf(l.u-1, l.s)},
			trait{aboutBetween, c.between(v+1, l.u), ""},
		)
	}
	return ts
}

// aroundTraits adds what the sentences beside that of a stretch hold, and the cue nearest to it.
func (c *scene) aroundTraits(l look, ts []trait) []trait {
	i := c.sentenceOf(l.u)
	cue, by := c.nearestCue(l)
	return append(ts,
		trait{aboutSentenceBefore, c.speechIn(i-1, l.s.paragraph), ""},
		trait{aboutSentenceBehind, c.speechIn(i+1, l.s.paragraph), ""},
		trait{aboutNearest, cue, ""},
		trait{aboutNearestBy, sizeOf(by), ""},
	)
}

// speechIn says whether sentence i holds marks and cue verbs, seen from a paragraph.
func (c *scene) speechIn(i, paragraph int) string {
	if i < 0 || i >= len(c.sentences) {
		return "none"
	}
	s, seen := c.sentences[i], ""
	if s.paragraph != paragraph {
		seen = "far "
	}
	if c.holdsMarks(s) {
		seen += "marks "
	}
	if s.classes&isVerb != 0 {
		seen += "cue"
	}
	return seen
}

// holdsMarks reports whether words in marks stand in a sentence.
func (c *scene) holdsMarks(s sentence) bool {
	from, end := c.units[s.from].Start, c.units[s.to-1].End
	i, _ := slices.BinarySearchFunc(c.stretches, from, func(st stretch, at int) int { return st.outer.Start - at })
	return i < len(c.stretches) && c.stretches[i].outer.Start < end
}

// maxNearest bounds the units between a cue verb and a stretch that it is looked for from.
const maxNearest = 40

// nearestCue returns the lemma of the last cue verb before a stretch, whoever it credits, and
// by how many units it goes before.
func (c *scene) nearestCue(l look) (lemma string, by int) {
	for i := l.u - 1; i >= max(l.s.from, l.u-maxNearest); i-- {
		if c.units[i].is(isVerb) && !c.units[i].upper && c.cueAt(l.s, i) {
			return c.units[i].entry.lemma, l.u - i
		}
	}
	return "none", 0
}

// between names what parts a clause among some units: that opens reported speech, the rest
// another clause.
func (c *scene) between(from, to int) (what string) {
	for _, u := range c.units[from:to] {
		switch {
		case u.is(isThat):
			what = "that"
		case what != "":
		case u.is(isRelative):
			what = "relative"
		case u.isSign(","):
			what = "comma"
		case u.kind == marked:
			what = "quote"
		}
	}
	return nameOr(what, "nothing")
}

// speakerClass says what the noun phrase of a credit is.
func (c *scene) speakerClass(cr credit) string {
	if !cr.named() {
		return "none"
	}
	switch u := c.units[cr.from]; {
	case u.is(isPronoun | isFirstPerson):
		return "pronoun"
	case c.isPerson(cr.to - 1):
		return "person"
	case c.headEntity(cr.from, cr.to) >= 0:
		return "name"
	case c.voice(cr.from, cr.to):
		return "voice"
	}
	return "other"
}

// matesOf counts the other stretches of a sentence.
func (c *scene) matesOf(l look) (n int) {
	for _, u := range c.units[l.s.from:l.s.to] {
		if u.kind == marked {
			n++
		}
	}
	return n - 1
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
	switch r {
	case '!', '?':
		return "cry"
	case '.', '…':
		return "sentence"
	case ',':
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
	case l.s.title:
		return "headline" // all is written so
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
	case u.is(isShow) && !c.wordless():
		return "show word"
	case u.is(isNamed) && !c.wordless():
		return "named word"
	}
	return "word"
}

// wordless reports whether the features must do without the words of the language,
// because no model was fitted on it.
func (c *scene) wordless() bool { return c.lex.model == "" }

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
