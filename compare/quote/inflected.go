package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What the case endings of nouns and names tell, where they have them: which can be
// subjects, and what a noun is called in the nominative.

// inOblique reports whether the rule of a credit puts its noun into another case.
func (c *scene) inOblique(cr credit) bool {
	return c.lex.endings && (cr.rule == "according to X" || cr.rule == "at X they said" || cr.rule == "by X" || cr.rule == "words of X")
}

// commonNoun reports whether a phrase begins with a noun that speaks, whatever its case and
// its capital.
func (c *scene) commonNoun(from, to int) bool {
	u := c.units[from]
	return from < to && u.is(isInflected) && u.is(isVoice)
}

// nominativeOf returns the words of units with their noun in the nominative, as far as the
// lexicon knows it: по версии следствия speaks of следствие.
func (c *scene) nominativeOf(from, to int) string {
	name := c.nameOf(from, to)
	for _, u := range c.units[from:to] {
		if !u.is(isInflected) || u.entry.lemma == "" {
			continue
		}
		lemma := u.entry.lemma
		if u.upper {
			r, n := utf8.DecodeRuneInString(lemma)
			lemma = string(unicode.ToUpper(r)) + lemma[n:]
		}
		return strings.Replace(name, u.Of(c.s), lemma, 1)
	}
	return name
}

// ownerAtEnd reports whether the name at the end of a description only says whose somebody
// is, by its case: Однокласник Златі.
func (c *scene) ownerAtEnd(from, to int) bool {
	if !c.lex.endings || to-from < 2 {
		return false
	}
	u, last := c.units[from], c.units[to-1]
	if u.kind != word || u.entity >= 0 || !c.person(last.entity) || c.sourceBefore(from) {
		return false
	}
	return !u.is(isArticle|isPreposition|isOf) && (c.speaking(u) || c.epithet(u)) && !strings.HasSuffix(c.names.Entities[last.entity].Name, last.Of(c.s))
}

// nominativeAt reports whether the name of entity e that begins at unit u may be a subject by
// its form.
func (c *scene) nominativeAt(u, e int) bool {
	if !c.lex.endings {
		return true
	}
	return strings.HasSuffix(c.names.Entities[e].Name, c.units[c.entityEnd(u, len(c.units))-1].Of(c.s))
}

// allInflected reports whether no noun of a phrase that could speak stands in the nominative:
// nazywa decyzję rektora.
func (c *scene) allInflected(from, to int) bool {
	if !c.lex.endings {
		return false
	}
	seen := false
	for _, u := range c.units[from:to] {
		switch {
		case u.kind == marked, u.is(isPronoun), u.upper:
			return false
		case c.speaking(u) || c.epithet(u):
			if !u.is(isInflected) {
				return false
			}
			seen = true
		}
	}
	return seen
}

// oblique reports whether the name that ends with unit i stands in another case than the
// nominative: Arbitra Szymona Marcinkowskiego określił.
func (c *scene) oblique(i int) bool {
	if !c.lex.endings || !c.isPerson(i) || c.units[i].kind != word {
		return false
	}
	name, last := c.names.Entities[c.units[i].entity].Name, c.units[i].Of(c.s)
	if i == 0 || c.units[i-1].entity != c.units[i].entity {
		return false // a surname alone may be a woman’s or a man’s
	}
	return !strings.HasSuffix(name, last)
}
