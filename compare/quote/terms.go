package quote

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// What tells names, slogans and words spoken of from speech by the words beside them.

// nameAt names the sign that a stretch is a name, a slogan or a word spoken of: what
// calls it so before it, or the noun that it qualifies behind it.
func (c *scene) nameAt(l look) string {
	if c.clauseAsName(l) {
		return "a clause for what has names behind"
	}
	if n := len(l.words); n == 0 || n > longestTitle || c.wordless() && n > 2 && strings.ToLower(l.in) == l.in {
		return ""
	}
	if c.calledWord(l) {
		return "a word for names before"
	}
	if why := c.mentioned(l); why != "" {
		return why
	}
	if c.qualifies(l) && ending(l.in) == "open" && !c.saidAs(l) {
		return "a word for what has names behind"
	}
	named := c.nounNamed(l) >= 0
	if named && c.units[l.u-1].norm == "as" {
		return "known so"
	}
	if c.caseOf(l) != "title" || c.hasVerb(l.words) {
		return ""
	}
	switch i := l.u - 1; {
	case named:
		return "a noun named so"
	case i >= l.s.from && c.units[i].is(isNamed) && !c.units[i].is(isUtterance|isTermWord):
		return "a word for what has names before"
	case c.besideOf(i, l.s) == "article" && !c.wordless():
		return "an article before a name"
	}
	return ""
}

// calledWord reports whether what stands before a stretch is a word for names or words: the
// slogan “…”, words such as “…”.
func (c *scene) calledWord(l look) bool {
	i := l.u - 1
	if i > l.s.from && c.units[i].isSign(":") && c.lex.speakerLast && !l.credit.named() {
		i-- // das Motto: „…“
	}
	if i > l.s.from && c.units[i].is(isArticle) {
		i--
	}
	if i > l.s.from && (c.units[i].norm == "as" || c.units[i].norm == "like") {
		i--
	}
	if i > l.s.from && (c.units[i].norm == "such" || c.units[i].is(isPronoun) && c.units[i-1].is(isNaming)) {
		i-- // words such as “…”, nicknamed him “…”
	}
	return i >= l.s.from && c.termWord(l.s, i)
}

// mentioned names the sign that a stretch is spoken of as words, or as a name.
func (c *scene) mentioned(l look) string {
	switch {
	case !c.lex.english:
		return ""
	case c.counted(l):
		return "words that are counted"
	case c.knownAs(l):
		return "known so"
	case c.endsAsName(l):
		return "a name that ends in what has names"
	case c.defined(l), c.appositionBehind(l):
		return "words that are explained"
	case c.nickname(l):
		return "a name inside a name"
	case c.glosses(l):
		return "words for a foreign word"
	}
	return ""
}

// counted reports whether a stretch is a word that somebody used so many times: said “jobs”
// five times.
func (c *scene) counted(l look) bool {
	i := l.u + 1
	if len(l.words) > 2 || i >= l.s.to {
		return false
	}
	if i+1 >= l.s.to || c.units[i].kind != word || c.units[i].is(isArticle) {
		return c.units[i].norm == "twice"
	}
	return c.units[i+1].norm == "times"
}

// maxKnown bounds the words between a verb of naming and as: known to locals as “…”.
const maxKnown = 5

// knownAs reports whether a verb of naming with words for where or to whom goes before a
// stretch: known in the valley as the “snow tax”. By whom would say whose word it is.
func (c *scene) knownAs(l look) bool {
	i := l.u - 1
	if i > l.s.from && c.units[i].is(isArticle) {
		i--
	}
	if v := i; v > l.s.from+1 && c.units[v].is(isNaming) && c.units[v-1].is(isBe) && c.units[v-2].norm == "what" {
		return true // what is called a “debate”
	}
	if i <= l.s.from || c.units[i].norm != "as" {
		return false
	}
	for j := i - 1; j >= max(l.s.from, i-maxKnown) && c.units[j].kind == word && !c.units[j].is(isAgent); j-- {
		if c.units[j].is(isNaming) && c.units[j].is(isTermWord) {
			return true
		}
	}
	return false
}

// endsAsName reports whether a stretch behind an article ends in a noun that has names, and holds
// a name or is nobody's words: a “Haley effect”.
func (c *scene) endsAsName(l look) bool {
	n := len(l.words)
	if n < 2 || n > 4 || l.u == l.s.from || l.s.title || !c.units[l.u-1].is(isArticle) || ending(l.in) == "sentence" {
		return false
	}
	return c.lex.word(l.words[n-1].Norm).class&isNamed != 0 && (strings.ToLower(l.in) != l.in || !l.credit.named())
}

// appositionBehind reports whether an apposition says what the noun is that stands in marks behind an
// article, and nobody is said to have said it: the “miracle mile,” a row of car dealers.
func (c *scene) appositionBehind(l look) bool {
	i := l.u + 1
	if l.credit.named() || len(l.words) > 4 || l.u == l.s.from || !c.units[l.u-1].is(isArticle) {
		return false
	}
	comma := ending(l.in) == "comma"
	if i < l.s.to && c.units[i].isCommaOrDash() {
		i, comma = i+1, true
	}
	return comma && i < l.s.to && c.units[i].is(isArticle)
}

// defined reports whether a sentence that begins with a stretch says what it is or means:
// “Haar” is a fog.
func (c *scene) defined(l look) bool {
	i := l.u + 1
	if l.u != l.s.from || len(l.words) > 3 || i >= l.s.to || ending(l.in) != "open" {
		return false
	}
	return c.units[i].is(isBe) || c.units[i].norm == "means" || c.units[i].norm == "refers"
}

// nickname reports whether a stretch stands inside the name of a person: John “Skip” Hallam.
func (c *scene) nickname(l look) bool {
	if len(l.words) > 2 || l.u == l.s.from || l.u+1 >= l.s.to || l.s.title || !startsUpper(l.in) {
		return false
	}
	before, behind := c.units[l.u-1], c.units[l.u+1]
	named := c.isPerson(l.u-1) || c.isPerson(l.u+1)
	return named && before.kind == word && before.upper && behind.kind == word && behind.upper && !isPossessive(before.Of(c.s))
}

// glosses reports whether a stretch says what a foreign word means: Russian for “goodbye”.
func (c *scene) glosses(l look) bool {
	i := l.u - 2
	if i <= l.s.from || c.units[i+1].norm != "for" {
		return false
	}
	return c.units[i].upper && c.units[i].kind == word && (c.units[i-1].kind == sign || c.units[i-1].is(isBe))
}

// qualifies reports whether a stretch stands before a noun that names go with.
func (c *scene) qualifies(l look) bool {
	i := l.u + 1
	return i < l.s.to && c.units[i].is(isNamed|isBearer) && !c.units[i].upper && c.besideOf(l.u-1, l.s) != "cue"
}

// saidAs reports whether a stretch in lower case, or a figure, describes what somebody said:
// “divisive” comments, the “47 percent” remark.
func (c *scene) saidAs(l look) bool {
	return c.lex.english && c.units[l.u+1].is(isUtterance) && (c.caseOf(l) == "lower" || digit(l.in[0]))
}

// maxClauseName bounds the words of a clause used as an adjective.
const maxClauseName = 12

// clauseAsName reports whether a stretch is a clause used as an adjective: an “is it over?”
// headline, the “if you like it, you can keep it” promise.
func (c *scene) clauseAsName(l look) bool {
	return c.lex.english && len(l.words) > 2 && len(l.words) <= maxClauseName && c.qualifies(l) && c.caseOf(l) == "lower" &&
		ending(l.in) != "comma" && slices.ContainsFunc(l.words, func(w text.Word) bool { return c.lex.word(w.Norm).class&isPronoun != 0 })
}

// termWord reports whether unit i announces a name: so-called, the slogan. Verbs that do
// (dubbed) are left to who is said to have used them.
func (c *scene) termWord(s sentence, i int) bool {
	u := c.units[i]
	if u.is(isTermWord) && !u.upper && (!u.is(isVerb) || !c.cueAt(s, i)) {
		return true
	}
	for i--; i > s.from && c.units[i].isSign("-"); i-- {
	}
	return i >= s.from && c.lex.word(c.units[i].norm+"-"+u.norm).class&isTermWord != 0 // so called
}

// nounNamed returns the unit of the noun that a verb of naming before the stretch gives
// a name: a play called “…”, videos she calls “…”, was dubbed the “…”. -1 when none does.
func (c *scene) nounNamed(l look) int {
	v := l.u - 1
	for v > l.s.from && (c.units[v].is(isArticle) || c.units[v].norm == "as") {
		v--
	}
	if v <= l.s.from || !c.units[v].is(isNaming) || c.units[v].upper || c.agentBehind(l) {
		return -1
	}
	n := v - 1
	if n > l.s.from && (c.units[n].is(isPronoun) || c.person(c.units[n].entity) && c.units[n-1].is(isTitleNoun)) {
		n--
	}
	u := c.units[n]
	switch {
	case u.kind != word || u.upper || u.is(isStop&^isBe|isArticle|isPronoun|isOf|isThat|isModal) && !u.is(isBe):
		return -1
	case n < v-1 && !u.is(isTitleNoun):
		return -1 // what he calls “…”
	}
	return n
}

// agentBehind reports whether who gave the name follows the stretch: called “…” by X.
func (c *scene) agentBehind(l look) bool {
	end := min(l.s.to, l.u+maxAside)
	return slices.ContainsFunc(c.units[min(l.u+1, end):end], func(u unit) bool { return u.is(isAgent) })
}

// bodyNamed reports whether a stretch is the name of a body inside the reporter's clause: told
// the United Nations “Committee on Safer Seas” in May.
func (c *scene) bodyNamed(l look) bool {
	if !c.lex.english || len(l.words) < 3 || l.u == l.s.from || l.u+1 >= l.s.to || c.caseOf(l) != "title" {
		return false
	}
	before, behind := c.units[l.u-1], c.units[l.u+1]
	first := c.lex.word(l.words[0].Norm).class
	return first&isVoice != 0 && before.kind == word && (before.upper || before.is(isArticle)) && behind.kind == word && !behind.upper
}
