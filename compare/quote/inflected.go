package quote

import (
	"slices"
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

// namedBehind returns the person who said what the verb v tells where names have cases: the
// first one behind it, from unit n on, who is named in the nominative and on whom nothing
// else hangs, with the noun that describes them. przekazał PAP oficer prasowy komendy w
// Opocznie bryg. Rafał Gajda
func (c *scene) namedBehind(s sentence, v, n int) (from, to int) {
	if !c.lex.endings {
		return 0, 0
	}
	from = -1
	for i := n; i < min(s.to, n+maxDescription); i++ {
		u := c.units[i]
		switch {
		case u.isSign("("):
			i = c.bracketEnd(i, s.to)
		case c.endsDescription(s, i):
			return 0, 0
		case c.maybePerson(u.entity):
			end := c.entityEnd(i, s.to)
			if !c.hangsAt(i) && c.asNamed(i, end) && c.maybe(u.entity, c.genderShown(v)) {
				return c.describedFrom(from, i), end
			}
			i = end - 1
		case from < 0 && (c.speaking(u) || c.epithet(u)) && !u.is(isInflected) && !c.hangsAt(i):
			from = i
		}
	}
	return 0, 0
}

// describedFrom returns where the description of the person named at unit i begins: at unit
// from if that is one.
func (c *scene) describedFrom(from, i int) int {
	if from < 0 {
		return i
	}
	return from
}

// bracketEnd returns the unit of the bracket that closes the one at unit i, or i.
func (c *scene) bracketEnd(i, end int) int {
	for j := i + 1; j < min(end, i+maxPhrase); j++ {
		if c.units[j].isSign(")") {
			return j
		}
	}
	return i
}

// endsDescription reports whether unit i cannot stand between a cue verb and its subject's name.
func (c *scene) endsDescription(s sentence, i int) bool {
	u := c.units[i]
	switch {
	case u.kind == marked:
		return c.stretches[u.quote].Len() >= longestName
	case u.kind == sign:
		return !c.pointed(i) && !u.isSign("№#")
	case u.is(isThat|isRelative|isPronoun) && !u.is(isArticle):
		return true
	case u.norm == c.lex.and:
		return i+1 >= s.to || !c.speaking(c.units[i+1]) && !c.epithet(c.units[i+1])
	}
	return c.cueAt(s, i) && !c.speaking(u) || c.finiteForm(u)
}

// hangsAt reports whether a preposition stands right before unit i.
func (c *scene) hangsAt(i int) bool {
	return i > 0 && c.units[i-1].kind == word && c.units[i-1].is(isPreposition|isOf)
}

// asNamed reports whether the name from unit i to end is written as in the nominative.
func (c *scene) asNamed(i, end int) bool {
	words := strings.Fields(c.names.Entities[c.units[i].entity].Name)
	for _, u := range c.units[i:end] {
		if u.kind == word && u.Len() > 2 && !slices.Contains(words, u.Of(c.s)) {
			return false
		}
	}
	return true
}
