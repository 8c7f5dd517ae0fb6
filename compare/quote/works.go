package quote

import (
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// What tells titles of works from speech by the words beside them, and what the article shows to
// be a title or a name elsewhere.

// longestTitle bounds the words of a name or a title.
const longestTitle = 8

// namedAs types a stretch that the article shows to be a title or a name, with the sign
// that shows it. The kind is empty when none does.
func (c *scene) namedAs(l look) (k Kind, why string) {
	if c.subheading(l) {
		return Title, "a subheading"
	}
	if k, why = c.namedHere(l); k != "" {
		return k, why
	}
	if c.wordsInRow(l) {
		return Term, "in a row with words"
	}
	form := c.caseOf(l)
	if len(l.words) > longestTitle || form != "title" && form != "capital" || l.followed() {
		return "", ""
	}
	if k = c.namedInRow(l); k != "" {
		return k, "in a row with a title or a name"
	}
	if k = c.namedAgain(l.in); k == Title || k == Term && c.besideOf(l.u-1, l.s) != "cue" {
		return k, "a title or a name elsewhere"
	}
	return "", ""
}

// subheading reports whether a few words fill a paragraph, in marks that the article does
// not quote with: ‘A quiet winter’ between paragraphs that quote with double ones.
func (c *scene) subheading(l look) bool {
	if len(l.words) > longestTitle || l.u != l.s.from || l.s.to-l.u > 2 || l.s.paragraph == 0 || l.headline {
		return false
	}
	for i := l.s.from - 1; i <= l.s.to; i += l.s.to - l.s.from + 1 {
		if i >= 0 && i < len(c.units) && c.sentences[c.sentenceOf(i)].paragraph == l.s.paragraph {
			return false
		}
	}
	return c.familyOf(c.stretches[c.units[l.u].quote]) == single && c.quotesIn() == double
}

func (c *scene) familyOf(st stretch) family {
	r, _ := markAt(c.s, st.outer.Start)
	fam, _ := shapeOf(r)
	return fam
}

// quotesIn returns the family of the marks that most of the article's stretches stand in.
func (c *scene) quotesIn() family {
	if c.mainMarks == noFamily {
		var n [families]int
		c.mainMarks = double
		for _, st := range c.stretches {
			fam := c.familyOf(st)
			if n[fam]++; fam != noFamily && n[fam] > n[c.mainMarks] {
				c.mainMarks = fam
			}
		}
	}
	return c.mainMarks
}

// namedHere types a stretch by the words beside it.
func (c *scene) namedHere(l look) (Kind, string) {
	if why := c.workAt(l); why != "" {
		return Title, why
	}
	if why := c.nameAt(l); why != "" {
		return Term, why
	}
	if c.bodyNamed(l) || c.bodyAt(l) || c.ofBody(l) {
		return Term, "a body's name"
	}
	return "", ""
}

// namedInRow returns the kind of a name that stands before the stretch in a row:
// “The Salt Road,” “Harbour Lights” and “Veil”.
func (c *scene) namedInRow(l look) Kind {
	for i := l.u - 1; i >= l.s.from; i-- {
		switch u := c.units[i]; {
		case u.kind == marked:
			if k := c.namedAgain(c.stretches[u.quote].Of(c.s)); k != "" {
				return k
			}
		case !u.isSign(",") && u.norm != c.lex.and:
			return ""
		}
	}
	return ""
}

// wordsInRow reports whether a stretch goes on a row of words that a word for them opens: words
// such as “maybe” and “perhaps”.
func (c *scene) wordsInRow(l look) bool {
	if !c.lex.english || len(l.words) > 3 {
		return false
	}
	first := -1
	for i := l.u - 1; i > l.s.from; i-- {
		switch u := c.units[i]; {
		case u.kind == marked:
			first = i
			continue
		case u.isSign(",") || u.norm == c.lex.and || u.norm == "or":
			continue
		}
		break
	}
	return first > 0 && c.calledWord(c.lookAt(l.s, first, noCredit))
}

// namedAgain returns the kind of words that some place in the article shows to be a
// title or a name.
func (c *scene) namedAgain(in string) Kind {
	if len(in) > longestNamed {
		return ""
	}
	if c.namings == nil {
		c.learnNamings()
	}
	return c.namings[naming(in)]
}

// longestNamed bounds the bytes of a name or a title.
const longestNamed = 64

// naming is the form in which names in marks are compared.
func naming(in string) string { return text.Fold(strings.Trim(in, ".,!?;: ")) }

// learnNamings notes what the words beside them show to be titles and names.
func (c *scene) learnNamings() {
	c.namings = map[string]Kind{}
	for _, s := range c.sentences {
		for u := s.from; u < s.to; u++ {
			if c.units[u].kind != marked || c.stretches[c.units[u].quote].Len() > longestNamed {
				continue
			}
			l := c.lookAt(s, u, noCredit)
			if k, _ := c.namedHere(l); k != "" {
				c.namings[naming(l.in)] = k
			}
		}
	}
}

// workAt names the sign that a stretch is the title of a work: the word for such works
// beside it, or who belongs to one behind it.
func (c *scene) workAt(l look) string {
	form := c.caseOf(l)
	if form == "sentence" {
		return c.workInSentence(l)
	}
	if form != "title" && form != "capital" || len(l.words) == 0 || len(l.words) > longestTitle {
		return ""
	}
	if last := l.words[len(l.words)-1]; c.lex.speakerLast && len(l.words) <= maxPaper && c.endsInPaper(last.Norm) {
		return "a paper's name"
	}
	if c.toldPaper(l) {
		return "a paper that was told"
	}
	switch i := l.u - 1; {
	case c.besideOf(i, l.s) == "title noun":
		return "title noun before"
	case i > l.s.from && c.units[i].isSign(",") && c.besideOf(i-1, l.s) == "title noun" && (l.credit.verb < i-maxAside || form == "title"):
		return "title noun before"
	}
	if i := l.u + 1; i < l.s.to && c.units[i].is(isShow) && (!c.units[i].upper || l.s.title && c.lex.english) {
		return "who belongs to a work behind"
	}
	if c.aired(l) || c.broadcast(l) || c.toldProgramme(l) {
		return "on air"
	}
	if c.partOf(l) {
		return "who belongs to a work before"
	}
	if c.workBehind(l) {
		return "title noun behind"
	}
	if form == "title" && c.workBefore(l) {
		return "title noun before"
	}
	if c.opensAsSubject(l) {
		return "a name opens the sentence"
	}
	if n := c.nounNamed(l); n >= 0 && c.units[n].is(isTitleNoun) {
		return "title noun named so"
	}
	return ""
}

// workInSentence is workAt of what is written as the words of a sentence are.
func (c *scene) workInSentence(l look) string {
	if c.wordless() && len(l.words) <= maxAside && ending(l.in) == "open" && c.besideOf(l.u-1, l.s) == "title noun" {
		return "title noun before"
	}
	if len(l.words) <= maxPaper && c.cueBefore(l) && c.toldPaper(l) {
		return "a paper that was told" // розповів «Дзеркалу тижня» батько
	}
	if c.lex.endings && len(l.words) > 0 && len(l.words) <= 3 && ending(l.in) == "open" && c.endsInPaper(l.words[len(l.words)-1].Norm) {
		return "a paper's name" // Економічної правди
	}
	return ""
}

// toldPaper reports whether a stretch names the paper somebody spoke to, right behind the
// verb where nouns have cases: заявил «Вестям», что …
func (c *scene) toldPaper(l look) bool {
	v := l.u - 1
	if !c.lex.endings || len(l.words) > maxPaper || ending(l.in) != "open" || v <= l.s.from || l.u+1 >= l.s.to {
		return false
	}
	for v > l.s.from && (c.units[v].entity >= 0 && c.units[v].upper || c.units[v].is(isHe|isShe)) {
		v-- // сказала Лыкова «Вестям»
	}
	next := c.units[l.u+1]
	if v < l.u-1 && next.isSign(".") && c.cueAt(l.s, v) && !c.units[v].is(isNaming) {
		return true
	}
	reported := next.isSign(",") && l.u+2 < l.s.to && c.units[l.u+2].is(isThat)
	named := next.kind == word && (c.speaking(next) && !next.is(isInflected) || c.maybePerson(next.entity) && v == l.u-1)
	return c.cueAt(l.s, v) && !c.units[v].is(isNaming) && (reported || named)
}

// cueBefore reports whether a cue verb stands right before the stretch.
func (c *scene) cueBefore(l look) bool { return l.u > l.s.from && c.cueAt(l.s, l.u-1) }

// bodyAt reports whether a stretch names a body at which “they” say something: в «Нефтемаше»
// сообщили.
func (c *scene) bodyAt(l look) bool {
	if !c.lex.endings || l.u == l.s.from || !c.units[l.u-1].is(isLocative) || !c.newspaper(c.units[l.u]) || ending(l.in) != "open" {
		return false
	}
	v := l.credit.verb
	return l.credit.rule == atRule && v >= 0 && (l.credit.from == l.u || c.endsIn(c.units[v].norm, c.lex.plurals) && l.u == l.s.from+1)
}

// ofBody reports whether a stretch is the name of the body whose noun stands before it, or of
// what somebody belongs to whose name follows: компанию «Уютный дом», депутатка від
// «Єдності» Оксана Станко.
func (c *scene) ofBody(l look) bool {
	if !c.lex.endings || l.u == l.s.from || len(l.words) > longestTitle || ending(l.in) != "open" || !startsUpper(l.in) {
		return false
	}
	before := c.units[l.u-1]
	if before.is(isBody) && !before.upper {
		return (before.entry.class|c.lex.word(before.entry.lemma).class)&(isTitleNoun|isPaper) == 0
	}
	if l.u+1 >= l.s.to || !c.maybePerson(c.units[l.u+1].entity) || before.kind != word || c.cueAt(l.s, l.u-1) || before.is(isTitleNoun) {
		return false
	}
	return c.describes(l.s, l.u) || before.is(isPreposition|isOf) && c.describes(l.s, l.u-1)
}

// aired reports whether the words before a stretch say that somebody was on a programme: in
// an interview on “Harbour Hour”.
func (c *scene) aired(l look) bool {
	i := l.u - 1
	if i <= l.s.from || !c.units[i].is(isPreposition|isOf) {
		return false
	}
	for i--; i > l.s.from && c.units[i].is(isTime); i-- { // aired on Monday on “…”
		if c.units[i-1].norm == "on" {
			i--
		}
	}
	return c.units[i].is(isAiring)
}

// broadcast reports whether a stretch is a programme of the body before it, which somebody was
// on or spoke to: on KTV's “Harbour Hour”.
func (c *scene) broadcast(l look) bool {
	i := l.u - 1
	if !c.lex.english || l.s.title || i <= l.s.from || !isPossessive(c.units[i].Of(c.s)) || c.isPerson(i) {
		return false
	}
	owner := c.units[i].upper
	for i--; i > l.s.from && c.units[i].upper; i-- {
		owner = true
	}
	return owner && c.units[i].is(isPreposition|isOf|isAddressee)
}

// toldProgramme reports whether a stretch is the programme that somebody told something: told
// “Harbour Hour” that …
func (c *scene) toldProgramme(l look) bool {
	if !c.lex.english || l.u == l.s.from || len(l.words) < 2 || c.caseOf(l) != "title" || c.hasVerb(l.words) {
		return false
	}
	v := c.units[l.u-1]
	return v.is(isAddressee) && !v.upper
}

// opensAsSubject reports whether a stretch is the subject that a sentence begins with: “Night
// Ferry” opens in May.
func (c *scene) opensAsSubject(l look) bool {
	i := l.u + 1
	if !c.lex.english || l.u != l.s.from || len(l.words) < 2 || i >= l.s.to || ending(l.in) != "open" {
		return false
	}
	u := c.units[i]
	return c.caseOf(l) == "title" && u.kind == word && !u.upper && !u.is(isVerb|isNamed) && !c.hasVerb(l.words)
}

// partOf reports whether the words before a stretch say what of a work is meant: the cast
// of the “Harbour Lights”.
func (c *scene) partOf(l look) bool {
	i := l.u - 1
	if i > l.s.from && c.units[i].is(isArticle) {
		i--
	}
	return c.lex.english && i > l.s.from && c.units[i].norm == "of" && c.units[i-1].is(isShow)
}

// maxPaper bounds the words of the name of a newspaper.
const maxPaper = 4

// endsInPaper reports whether a word is one that names of newspapers end in.
func (c *scene) endsInPaper(w string) bool {
	return c.lex.word(w).class&isPaper != 0 || c.lex.capitals && c.endsInWord(w, isPaper)
}

// maxAside bounds the words of an apposition that says what a title is.
const maxAside = 6

// workBefore reports whether a stretch is the apposition of a noun phrase that a work opens: his
// book on the storm, “The Salt Road”, is due in May.
func (c *scene) workBefore(l look) bool {
	i := l.u - 1
	if !c.lex.english || l.credit.named() || i <= l.s.from || !c.units[i].isSign(",") {
		return false
	}
	for i--; i >= max(l.s.from, l.u-1-maxAside) && c.units[i].kind == word && !c.units[i].is(isVerb|isAuxiliary|isThat|isRelative); i-- {
		if c.units[i].is(isTitleNoun) {
			return true
		}
	}
	return false
}

// workBehind reports whether an apposition behind the stretch says that it is a work:
// “The Salt Road,” a film about Bergen.
func (c *scene) workBehind(l look) bool {
	i := l.u + 1
	comma := strings.HasSuffix(l.in, ",")
	if i < l.s.to && (c.units[i].isSign(",") || c.units[i].is(isBe)) {
		i++
		comma = true
	}
	if !comma || i >= l.s.to || !c.units[i].is(isArticle) {
		return false
	}
	for j := i + 1; j < min(l.s.to, i+maxAside) && c.units[j].kind == word && !c.units[j].is(isStop|isOf); j++ {
		if c.units[j].is(isTitleNoun) {
			return true
		}
	}
	return false
}
