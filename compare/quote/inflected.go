package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/text"
)

// What the case endings of nouns and names tell, where they have them: which can be
// subjects, and what a noun is called in the nominative.

// inOblique reports whether the rule of a credit puts its noun into another case.
func (c *scene) inOblique(cr credit) bool {
	return c.lex.endings && (cr.rule == "according to X" || cr.rule == atRule || cr.rule == "by X" || cr.rule == "words of X")
}

// commonNoun reports whether a phrase begins with a noun that speaks, whatever its case and
// its capital.
func (c *scene) commonNoun(from, to int) bool {
	u := c.units[from]
	return from < to && u.is(isInflected) && u.is(isVoice)
}

// neverBare reports whether the one word of a credit names something that the article never
// names in another form, so that the nominative must be made: в Роспотребнадзоре.
func (c *scene) neverBare(cr credit) bool {
	u := c.units[cr.from]
	return cr.to == cr.from+1 && u.entity >= 0 && c.names.Entities[u.entity].Nation == "" && c.names.Entities[u.entity].Name == u.Of(c.s)
}

// bodySpeaker resolves a body at which “they” say something. A common noun alone stands for
// the body that spoke last, or that the paragraph began with: добавили в ведомстве.
func (c *scene) bodySpeaker(sp Speaker, cr credit) Speaker {
	u := c.units[cr.from]
	if cr.to == cr.from+1 && u.is(isNote) {
		if e := c.spokenOf(cr.from, anybody); e >= 0 {
			return c.named(sp, e)
		}
	}
	if cr.to == cr.from+1 && u.is(isBody) && !u.upper && !u.is(isUtterance) {
		if name := c.bodyMeant(cr.from); name != "" {
			sp.Name = name
			return sp
		}
	}
	sp.Name = c.nominativeOf(cr.from, cr.to)
	return sp
}

// bodyMeant returns the body that a common noun at unit at stands for: whoever spoke last, if
// it is no person, else where the sentence before says something was; empty for none.
func (c *scene) bodyMeant(at int) string {
	i := c.sentenceOf(at)
	last := c.last.speaker
	if last.Name != "" && !c.maybePerson(last.Entity) && c.last.paragraph >= c.sentences[i].paragraph-1 && c.bodyNoun(last.AsWritten) {
		return last.Name
	}
	if i == 0 || c.sentences[i-1].paragraph != c.sentences[i].paragraph {
		return ""
	}
	s := c.sentences[i-1]
	if !c.units[s.from].is(isLocative) {
		return ""
	}
	from, to := c.bodyPhrase(s, s.from+1, s.to)
	if from == to || !c.units[from].upper && c.units[from].kind == word && (to == from+1 || !c.units[from].is(isBody)) {
		return ""
	}
	return c.nominativeOf(from, to)
}

// bodyNoun reports whether words name a body: by a noun for one, or by a capital alone.
func (c *scene) bodyNoun(words string) bool {
	first, _, _ := strings.Cut(words, " ")
	return c.lex.word(text.Fold(first)).class&isBody != 0 || startsUpper(first)
}

// nominativeOf returns the words of units with their noun in the nominative, as far as the
// lexicon knows it: по версии следствия speaks of следствие.
func (c *scene) nominativeOf(from, to int) string {
	name := c.nameOf(from, to)
	if first := c.units[from]; to == from+1 && (first.kind == marked || first.upper && !first.is(isInflected)) {
		return c.lex.caseless(name)
	}
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

// caseless returns the name of a body without the ending of its case: Роспотребнадзоре,
// Budimexie. Abbreviations have none.
func (l *lexicon) caseless(name string) string {
	if strings.ToUpper(name) == name {
		return name
	}
	for _, e := range l.bodyCases {
		stem, ok := strings.CutSuffix(name, e[0])
		if !ok || utf8.RuneCountInString(stem) < 3 {
			continue
		}
		return stem + strings.Join(e[1:], "")
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

// ownsDescribed reports whether the phrase describes a person and whatever name it holds only
// says whose they are: rzecznik PSP, исполнительница роли Раневской.
func (c *scene) ownsDescribed(from, to int) bool {
	if !c.lex.endings || c.sourceBefore(from) {
		return false
	}
	head := c.headNoun(from, to)
	if head < 0 || c.units[head].upper && head > from || c.units[head].is(isBody) || c.units[head].entity >= 0 {
		return false
	}
	return !slices.ContainsFunc(c.units[head:to], func(u unit) bool { return c.maybePerson(u.entity) })
}

// saysNew reports whether a description goes on behind its noun with what tells whom it means:
// szef związku „Solidarność”, глава МИД. A body's common noun tells nothing: szef resortu.
func (c *scene) saysNew(head, to int) bool {
	if !c.lex.endings {
		return false
	}
	if to < len(c.units) && to > head+1 && c.units[to].kind == marked {
		return true
	}
	return slices.ContainsFunc(c.units[head+1:to], func(u unit) bool {
		return u.entity >= 0 || u.kind == word && u.upper || u.kind == word && to > head+2 && !u.is(isBody)
	})
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
