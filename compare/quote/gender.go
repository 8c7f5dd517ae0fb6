package quote

import (
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// What shows whether somebody is a man or a woman: nouns, articles, pronouns, given names.

// A gender is that of the person whom a description shows.
type gender uint8

const (
	anybody gender = iota
	man
	woman
)

// genderOf returns what the noun at unit head, in the phrase that begins at unit from, says
// of the person: its article or its ending shows a woman or a man.
func (c *scene) genderOf(from, head int) gender {
	switch article := c.units[from]; {
	case article.is(isFeminine) && !article.is(isOwned), c.units[head].is(isFeminine), c.endsIn(c.units[head].norm, c.lex.womensNouns):
		return woman
	case article.is(isMasculine) && from < head, c.units[head].is(isMasculine):
		return man
	case c.lex.capitals && from < head && article.is(isIndefinite) && !article.is(isOblique|isFeminine):
		return man // ein Vater: a woman would be eine
	}
	if c.lex.english {
		one, _, _ := strings.Cut(c.units[head].norm, "-") // father-of-two
		switch e := c.lex.word(one); {
		case e.class&isFeminine != 0:
			return woman
		case e.class&isMasculine != 0:
			return man
		}
	}
	return c.lex.genderOf(c.units[head].norm)
}

// maybe reports whether an entity may be a person of a gender.
func (c *scene) maybe(e int, g gender) bool {
	switch g {
	case man:
		return c.manly(e)
	case woman:
		return c.womanly(e)
	}
	return c.maybePerson(e)
}

// genderOf returns the gender that the form of a noun shows by the noun it is a pair with:
// prévenu beside prévenue.
func (l *lexicon) genderOf(noun string) gender {
	for _, p := range l.pairs {
		if stem, ok := strings.CutSuffix(noun, p[1]); ok && l.word(stem+p[0]).class&(isVoice|isEpithet) != 0 {
			return woman
		}
		if stem, ok := strings.CutSuffix(noun, p[0]); ok && l.word(stem+p[1]).class&(isVoice|isEpithet) != 0 {
			return man
		}
	}
	return anybody
}

// compatriotGender returns the gender that a noun for a compatriot shows: Frenchman.
func (c *scene) compatriotGender(noun string) gender {
	switch {
	case strings.HasSuffix(noun, "woman"):
		return woman
	case strings.HasSuffix(noun, "man") && noun != "german" && noun != "roman" && noun != "omani":
		return man
	}
	return anybody
}

// shownBy returns whom a pronoun shows: a woman, or else a man.
func shownBy(pronoun unit) gender {
	if pronoun.is(isShe) {
		return woman
	}
	return man
}

// manly reports whether an entity may be a man.
func (c *scene) manly(e int) bool {
	if !c.maybePerson(e) {
		return false
	}
	n := c.names.Entities[e]
	return !n.Female && (n.Male || !c.endsIn(givenName(n.Name), c.lex.womensNames))
}

// womanly reports whether an entity may be a woman.
func (c *scene) womanly(e int) bool {
	if !c.maybePerson(e) {
		return false
	}
	n := c.names.Entities[e]
	return !n.Male && (n.Female || !c.endsIn(givenName(n.Name), c.lex.mensNames))
}

// givenName returns the first word of a name, folded.
func givenName(name string) string {
	first, _, _ := strings.Cut(name, " ")
	return text.Fold(first)
}
