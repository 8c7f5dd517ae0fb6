package quote

import (
	"slices"
	"unicode/utf8"
)

// What the article calls people by beside their names: la ministra de Vivienda, Rosa Ibáñez.

// An introduction is a person and where a noun beside the name says what they are.
type introduction struct{ unit, entity int }

// introduced returns the person whom a noun like that at unit head introduced before
// unit at: of several who spoke last, else the one introduced last; -1 for nobody.
func (c *scene) introduced(head, at int, g gender) int {
	c.learnRoles()
	all := c.roles[c.roleKey(c.units[head].norm)]
	for n := 3; len(all) == 0 && c.lex.endings && n < min(6, len(c.units[head].norm)); n++ {
		all = c.roles[c.roleKey(c.units[head].norm[:n])] // prok. Anna Kos
	}
	n, _ := slices.BinarySearchFunc(all, at, func(in introduction, at int) int { return in.unit - at })
	if n == 0 {
		return -1
	}
	best := -1
	for _, in := range all[max(0, n-maxRivals):n] {
		switch {
		case !c.maybe(in.entity, g):
		case in.entity == c.last.speaker.Entity:
			return in.entity
		default:
			best = in.entity
		}
	}
	return best
}

const maxRivals = 16 // people of one office that a description may mean

// learnRoles notes the nouns that stand beside the names of people: la ministra de
// Vivienda, Rosa Ibáñez; Michel Aubrac, maire de Saint-Pons.
func (c *scene) learnRoles() {
	if c.roles != nil {
		return
	}
	c.roles, c.introducedAs = map[string][]introduction{}, map[int]bool{}
	c.officers, c.ranked = map[int]bool{}, map[int]bool{}
	for i := range c.units {
		e := c.units[i].entity
		if !c.maybePerson(e) || i > 0 && c.units[i-1].entity == e {
			continue
		}
		governed := c.lex.endings && i > 0 && c.units[i-1].is(isPreposition) // prokuratura w Piotrkowie
		for j := i - 1; !governed && j >= max(0, i-maxPhrase) && c.besideName(j, i); j-- {
			c.learn(j, i, e, j == i-1 || c.lex.endings && j == i-2 && c.pointed(i-1))
		}
		end := c.entityEnd(i, len(c.units))
		if end+1 >= len(c.units) || !c.units[end].isSign(",(") || c.newSubject(end) {
			continue
		}
		for j := end + 1; j < min(len(c.units), end+maxPhrase) && c.units[j].kind == word && c.units[j].entity < 0; j++ {
			c.learn(j, i, e, j == end+1 || j == end+2 && c.units[end+1].is(isArticle))
		}
	}
}

// newSubject reports whether the noun with an article behind the comma at unit i has a verb of
// its own: Caso Rossi, il giudice chiede.
func (c *scene) newSubject(i int) bool {
	if !c.lex.free() || c.lex.endings || i+3 >= len(c.units) || !c.units[i].isSign(",") || !c.units[i+1].is(isArticle) {
		return false
	}
	v := c.units[i+3]
	return v.kind == word && v.is(isVerb|isPerfect) && !v.upper && !c.speaking(v) && !v.is(isPreposition|isOf)
}

// besideName reports whether the description before a name at unit i may go on at unit j.
func (c *scene) besideName(j, i int) bool {
	u := c.units[j]
	if u.kind == sign {
		return u.isSign(",") && (j == i-1 || c.speaking(c.units[j+1])) || c.lex.endings && c.pointed(j)
	}
	if c.lex.endings && u.kind == marked {
		return c.shortName(u) // економістка групи «…» Олена Рудь
	}
	if c.lex.endings && (c.person(u.entity) || c.finiteForm(u)) {
		return false
	}
	cue := (u.is(isVerb) && !c.speaking(u) || c.lex.free() && !c.lex.endings && u.is(isPerfect)) && !u.upper
	return u.kind == word && !cue && !u.is(isThat|isPronoun&^isArticle)
}

// learn notes the word at unit j, beside the name at unit i. Right beside it any noun tells
// who that is: el frutero Paco.
func (c *scene) learn(j, i, e int, beside bool) {
	u := c.units[j]
	if u.is(isInflected) && c.asNamed(i, c.entityEnd(i, len(c.units))) {
		return // zastępca naczelnika Jan Kos is no naczelnik
	}
	noun := beside && (!c.lex.endings || c.person(e)) && !u.is(isStop|isPreposition|isArticle|isPronoun|isAuxiliary|isThat|isVerb|isTime|isRelative|isOf) && u.upper == c.lex.capitals
	if c.speaking(u) || c.epithet(u) || noun && u.kind == word && !digit(u.norm[0]) {
		key := c.roleKey(u.norm)
		if tail := c.voiceTail(u.norm); tail != "" { // politiewoordvoerder
			c.roles[tail] = append(c.roles[tail], introduction{i, e})
		}
		c.roles[key] = append(c.roles[key], introduction{i, e})
		if u.is(isVoice) && !u.is(isBody) {
			c.ranked[e] = c.ranked[e] || c.chief(u)
		}
		c.introducedAs[e] = c.introducedAs[e] || (beside || c.lex.endings) && !u.is(isBody)
		c.officers[e] = c.officers[e] || u.is(isOffice)
	}
}

// voiceTail returns the noun for a speaker that a compound ends in, empty when the word is none.
func (c *scene) voiceTail(w string) string {
	if !c.lex.free() || c.lex.endings || c.lex.word(w).class&isVoice != 0 {
		return ""
	}
	for i := max(2, len(w)-c.lex.longest); i+5 < len(w); i++ {
		if utf8.RuneStart(w[i]) && c.lex.word(w[i:]).class&isVoice != 0 {
			return w[i:]
		}
	}
	return ""
}

// learned reports whether the article introduces somebody by the word.
func (c *scene) learned(u unit) bool {
	c.learnRoles()
	return u.kind == word && !u.is(isArticle|isStop|isPreposition) && len(c.roles[c.roleKey(u.norm)]) > 0
}
