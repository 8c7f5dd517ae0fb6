package quote

import "strings"

// What finds the name at the end of a long description of a person.

// maxDescription bounds the units of a description with the name it ends in.
const maxDescription = 16

// bearerAhead returns the end of the name that the description before unit to goes on to
// behind what belongs to it: le sénateur (LR) de l’Orne Philippe Courtemanche, керівниця
// відділу банку «Південь» Ірина Вовченко. Without one it returns to.
func (c *scene) bearerAhead(s sentence, to int) int {
	if !c.lex.free() || to <= s.from || to >= s.to || c.isPerson(to-1) && !c.ownerAtEnd(max(s.from, to-2), to) || !c.describes(s, to) {
		return to
	}
	end := min(s.to, to+maxDescription)
	for i := to; i < end; i++ {
		switch u := c.units[i]; {
		case u.kind == marked:
			if !c.shortName(u) {
				return to
			}
		case u.isSign("("):
			for i < end-1 && !c.units[i].isSign(")") {
				i++
			}
		case u.kind == sign:
			if !c.pointed(i) && !u.isSign("№#") {
				return max(to, c.bearerBehindComma(s, to, i))
			}
		case c.maybePerson(u.entity):
			last := c.entityEnd(i, s.to)
			if c.bears(s, i, last, to) {
				return last
			}
			i = last - 1
		case !c.complements(i):
			return to
		}
	}
	return to
}

// bearerBehindComma returns the end of the name that follows the comma at unit i, behind a
// description and what belongs to it: presidente da junta de freguesia, Fernanda Queiroga.
func (c *scene) bearerBehindComma(s sentence, to, i int) int {
	if i == to && !c.lex.endings || i+1 >= s.to || !c.units[i].isSign(",") {
		return 0
	}
	n := i + 1
	if c.maybePerson(c.units[n].entity) && c.units[n].upper {
		if last := c.entityEnd(n, s.to); last == s.to || c.units[last].kind == sign || c.units[last].is(isVerb|isAuxiliary) || c.cueBehind(s, to) {
			return last
		}
	}
	for j := n; c.lex.endings && j < min(s.to, n+maxRanked) && (c.units[j].kind == word && !c.cueAt(s, j) || c.pointed(j)); j++ {
		if c.isPerson(j) && j > n && (c.describes(s, j) || c.pointed(j-1) || !c.hangsAt(j) && c.asNamed(j, c.entityEnd(j, s.to))) {
			return c.entityEnd(j, s.to)
		}
		if c.units[j].is(isThat|isRelative) || c.finiteForm(c.units[j]) {
			break
		}
	}
	if c.units[n].is(isArticle) && !c.units[n].is(isIndefinite) {
		if last := c.phraseEnd(n, s.to); last > n+1 && c.maybePerson(c.units[last-1].entity) {
			return last
		}
	}
	return 0
}

// cueBehind reports whether the cue verb stands before the description that ends at unit to.
func (c *scene) cueBehind(s sentence, to int) bool {
	for i := to - 1; i >= max(s.from, to-6); i-- {
		if c.cueAt(s, i) {
			return true
		}
	}
	return false
}

// describes reports whether the words before unit to end in a noun for a person.
func (c *scene) describes(s sentence, to int) bool {
	for i := to - 1; i >= max(s.from, to-6) && c.units[i].kind == word; i-- {
		u := c.units[i]
		if c.speaking(u) && !u.is(isBody) || c.epithet(u) {
			return true
		}
		if u.is(isVerb|isThat) || u.is(isPreposition) && !u.is(isOf) {
			return false
		}
	}
	return false
}

// bears reports whether the name from unit i to last is that of the person described: no
// preposition governs it, and in the nominative where names have cases.
func (c *scene) bears(s sentence, i, last, to int) bool {
	if prev := c.units[i-1]; i > to && prev.kind == word && prev.is(isOf|isPreposition|isArticle) {
		return false
	}
	if !c.lex.endings || c.obliqueBefore(s, to) {
		return true
	}
	return strings.HasSuffix(c.names.Entities[c.units[i].entity].Name, c.units[last-1].Of(c.s))
}

// obliqueBefore reports whether the description that ends before unit to stands in another
// case than the nominative: behind a source phrase.
func (c *scene) obliqueBefore(s sentence, to int) bool {
	for i := to; i > max(s.from, to-6); i-- {
		if c.sourceBefore(i - 1) {
			return true
		}
	}
	return false
}

// entityEnd returns the unit behind the name that begins at unit i.
func (c *scene) entityEnd(i, end int) int {
	e := c.units[i].entity
	for i < end && c.units[i].entity == e {
		i++
	}
	return i
}

// entityStart returns the first unit, not before from, of the name that unit i is of.
func (c *scene) entityStart(from, i int) int {
	for i > from && c.units[i-1].entity == c.units[i].entity {
		i--
	}
	return i
}

// pointed reports whether the sign at unit i is the full stop of a short word before a name.
func (c *scene) pointed(i int) bool {
	return c.units[i].isSign(".") && i > 0 && i+1 < len(c.units) && c.units[i-1].kind == word && c.units[i-1].Len() <= longestShort && c.units[i+1].kind == word
}

// longestShort bounds the bytes of a word cut short by a full stop: podinsp.
const longestShort = 12

// complements reports whether the word at unit i may stand between a description and its name.
func (c *scene) complements(i int) bool {
	u, next := c.units[i], c.units[min(i+1, len(c.units)-1)]
	switch {
	case u.is(isOf):
		return true
	case u.is(isThat|isRelative) && !u.is(isArticle), u.is(isPronoun|isFirstPerson) && !u.is(isArticle):
		return false
	case u.norm == c.lex.and: // o ex-jogador e colunista Júnior
		return c.speaking(next) || c.epithet(next)
	case u.is(isArticle):
		return c.units[i-1].is(isOf | isPreposition)
	case u.is(isPreposition):
		return next.upper || next.is(isArticle)
	case u.is(isVerb) && !c.speaking(u) && !u.upper, u.is(isStop | isAuxiliary):
		return false
	}
	return true
}
