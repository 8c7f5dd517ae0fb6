package quote

import (
	"strings"

	"github.com/storydiff/storydiff/compare/names"
)

// What stands, in English, for somebody whom the article has named: an age, children, a trade.

// spokenAgain returns the person for whom a description stands that says no more of them than
// an age, children or a trade: the 34-year-old, the father of four, the midfielder. They
// spoke or were named last. -1 for nobody.
func (c *scene) spokenAgain(from, to int) int {
	if !c.lex.english || to < from+2 || !c.units[from].is(isArticle) || c.units[from].is(isIndefinite|isOwned|isThat) {
		return -1
	}
	head := from + 1
	for head+1 < to && c.aged(c.units[head]) && c.units[head+1].kind == word && !c.units[head+1].is(isOf) {
		head++ // the 34-year-old grazier
	}
	u := c.units[head]
	parent := c.parent(u.norm)
	switch {
	case u.kind != word || u.upper:
		return -1
	case head+1 < to && (!parent || !c.units[head+1].is(isOf) || to > head+3): // of four
		return -1
	case !c.aged(c.units[from+1]) && !parent && (!u.is(isEpithet) || u.is(isVoice|isSpeaker)):
		return -1
	case len(c.rolesOf(u.norm)) > 0:
		return -1 // the article says whose trade it is
	}
	return c.spokenOf(from, c.genderBy(u))
}

// rolesOf lists whom the article introduces by a noun.
func (c *scene) rolesOf(noun string) []introduction {
	c.learnRoles()
	return c.roles[noun]
}

// aged reports whether a word says how old somebody is: 34-year-old.
func (c *scene) aged(u unit) bool {
	return u.kind == word && digit(u.norm[0]) && strings.HasSuffix(u.norm, "-year-old")
}

// parent reports whether a word is of somebody with children: father, mother-of-two.
func (c *scene) parent(noun string) bool {
	one, of, cut := strings.Cut(noun, "-of-")
	return c.lex.word(one).class&(isMasculine|isFeminine) != 0 && (!cut || of != "")
}

// genderBy returns the gender that a noun shows: actress, father-of-two.
func (c *scene) genderBy(u unit) gender {
	one, _, _ := strings.Cut(u.norm, "-")
	switch e := c.lex.word(one); {
	case e.class&isFeminine != 0:
		return woman
	case e.class&isMasculine != 0:
		return man
	}
	return anybody
}

// kinOf reports whether a phrase is of somebody who belongs to what an entity names, and not of
// the entity: a pal of Doyle, the landlord of the Swan.
func (c *scene) kinOf(from, to, e int) bool {
	if !c.lex.english || !c.units[from].is(isArticle) {
		return false
	}
	for i := from + 2; i+1 < to; i++ {
		if c.units[i].norm == "of" {
			owner := i + 1
			if c.units[owner].is(isArticle) && owner+1 < to {
				owner++
			}
			return c.units[owner].entity == e && c.tells(c.units[i-1])
		}
	}
	return false
}

// opensAttribution reports whether nothing but a quote and its cue verb stand in a sentence
// before unit at.
func (c *scene) opensAttribution(s sentence, at int) bool {
	for i := s.from; i < at; i++ {
		if u := c.units[i]; u.kind == word && !u.is(isVerb) {
			return false
		}
	}
	return c.lex.english && c.units[s.from].kind == marked
}

// bearsFullName reports whether an entity is a person, or has a name of several words and is
// nothing else for all the article shows.
func (c *scene) bearsFullName(e int) bool {
	return c.person(e) || e >= 0 && c.names.Entities[e].Kind == names.Unknown && strings.Contains(c.names.Entities[e].Name, " ")
}

// severalBefore returns the noun for several people that opens sentence i, for whom “they” at
// unit at stands: Owners will strike over a levy that they say is too high.
func (c *scene) severalBefore(i, at int) (from, to int) {
	s := c.sentences[i]
	if !c.lex.english || c.units[at].norm != "they" || at < s.from+2 {
		return 0, 0
	}
	if from, to = c.phraseAfter(s.from, at); from == to {
		return 0, 0
	}
	head := c.units[c.coreEnd(from, to)-1]
	if !strings.HasSuffix(head.norm, "s") || head.upper || !c.tells(head) && !c.describesPerson(head) {
		return 0, 0
	}
	return from, to
}

// bodyOfNation reports whether the name of a body at unit i follows at once that of its
// country: the U.S. Department of Energy.
func (c *scene) bodyOfNation(i, country int) bool {
	if !c.lex.english || c.names.Entities[c.units[i].entity].Kind != names.Org || c.names.Entities[country].Nation == "" {
		return false
	}
	before := i - 1
	if c.units[before].isSign(".") {
		before--
	}
	return before >= 0 && c.units[before].entity == country && !isPossessive(c.units[before].Of(c.s))
}

// askedFor finds X in the question “X’s answer to that?”: the quote behind it is the answer.
func (c *scene) askedFor(s sentence) credit {
	if !c.lex.english || !c.units[s.to-1].isSign("?") || !c.isPerson(s.from) {
		return noCredit
	}
	end := c.entityEnd(s.from, s.to)
	if end == s.to || !isPossessive(c.units[end-1].Of(c.s)) || !c.units[end].is(isUtterance) {
		return noCredit
	}
	return credit{"X’s words", -1, s.from, end, 0.6}
}
