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
	if cr.to == cr.from+1 && u.is(isBody) && u.is(isEpithet) {
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
		return c.bodySubject(i - 1)
	}
	from, to := c.bodyPhrase(s, s.from+1, s.to)
	if from == to || !c.units[from].upper && c.units[from].kind == word && (to == from+1 || !c.units[from].is(isBody)) {
		return ""
	}
	return c.nominativeOf(from, to)
}

// namelessAgain returns who spoke in the sentence before when the article only describes them
// and a description that says nothing new goes on with them: источник, then собеседник агентства.
func (c *scene) namelessAgain(from, to int) string {
	if !c.lex.endings {
		return ""
	}
	head, last, i := c.headNoun(from, to), c.last, c.sentenceOf(from)
	if head < 0 || c.units[head].is(isBody) || !c.units[head].is(isEpithet) || c.saysNew(head, to) {
		return ""
	}
	if last.speaker.Entity >= 0 || last.sentence != i-1 || last.paragraph != c.sentences[i].paragraph {
		return ""
	}
	first, _, _ := strings.Cut(last.speaker.Name, " ")
	e := c.lex.word(text.Fold(first))
	if e.class&isVoice == 0 || e.class&isBody != 0 && e.class&isOffice == 0 { // источник is both
		return ""
	}
	return last.speaker.Name
}

// bodySubject returns the body by its full name that is the subject of sentence i, empty when
// none is: Do sprawy odniosło się Ministerstwo Klimatu.
func (c *scene) bodySubject(i int) string {
	from, to := c.subjectOfSentence(i)
	head := c.headNoun(from, to)
	if head < 0 || !c.units[head].is(isBody) || c.units[head].is(isInflected) || to == head+1 && c.units[head].is(isEpithet) {
		return ""
	}
	return c.nameOf(head, to)
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

// mansName returns the name of a speaker in the nominative when they are named in the genitive
// alone and all its words have the ending of a man's: по словам Петтера Линдквиста.
func (c *scene) mansName(sp Speaker) string {
	words := strings.Fields(sp.Name)
	if !c.lex.endings || len(words) < 2 || !c.maybePerson(sp.Entity) || c.names.Entities[sp.Entity].Female || !strings.HasSuffix(sp.AsWritten, sp.Name) {
		return sp.Name
	}
	for i, w := range words {
		stem := strings.TrimSuffix(strings.TrimSuffix(w, "а"), "a")
		if stem == w || utf8.RuneCountInString(stem) < 3 {
			return sp.Name
		}
		words[i] = stem
	}
	return strings.Join(words, " ")
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
	if to < len(c.units) && c.units[to].kind == marked && (to > head+1 || c.newspaper(c.units[to])) {
		return true
	}
	return slices.ContainsFunc(c.units[head+1:to], func(u unit) bool {
		if u.kind == word && c.latinAmong(u, head) {
			return false // експертка Forbes
		}
		return u.entity >= 0 || u.kind == word && u.upper || u.kind == word && to > head+2 && !u.is(isBody)
	})
}

// latinAmong reports whether a word is in Latin letters and the noun at unit head is not.
func (c *scene) latinAmong(u unit, head int) bool {
	return c.s[u.Start] < utf8.RuneSelf && c.s[c.units[head].Start] >= utf8.RuneSelf
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
	first := from == c.sentences[c.sentenceOf(from)].from && c.units[from].entity < 0 // where all have a capital
	for i, u := range c.units[from:to] {
		switch {
		case u.kind == marked, u.is(isPronoun), u.upper && (i > 0 || !first):
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

// subjectSince returns the person who is the subject of the sentence before a phrase such as
// jego zdaniem, if somebody else spoke before them and the pronoun fits; -1 for nobody.
func (c *scene) subjectSince(cr credit) int {
	i := c.sentenceOf(cr.from)
	if !c.lex.endings || i == 0 || c.last.sentence >= i-1 || c.sentences[i-1].paragraph != c.sentences[i].paragraph {
		return -1
	}
	from, to := c.subjectOfSentence(i - 1)
	if from == to {
		return -1
	}
	e := c.headEntity(from, to)
	if e < 0 {
		e = c.described(from, to)
	}
	if !c.maybePerson(e) || !slices.ContainsFunc(c.units[cr.from:cr.to], func(u unit) bool { return c.ownedBy(e, u) }) {
		return -1
	}
	return e
}

// ownedBy reports whether a possessive may stand for a person: jego, її.
func (c *scene) ownedBy(e int, u unit) bool {
	return slices.Contains(c.lex.his, u.norm) && c.manly(e) || slices.Contains(c.lex.hers, u.norm) && c.womanly(e)
}

// mayAct reports whether the name at unit i may be the subject of its sentence: it
// stands in the nominative where names have cases, and hangs on nothing.
func (c *scene) mayAct(i int) bool {
	if !c.lex.endings {
		return true
	}
	i = c.entityStart(0, i)
	return !c.hangsAt(i) && c.asNamed(i, c.entityEnd(i, len(c.units)))
}

// nextSubject reports whether the name behind the comma at unit to, up to unit end, is no part
// of a source phrase but the subject of what the source says: По версии юриста, Ерохина сама …
func (c *scene) nextSubject(s sentence, to, end int) bool {
	if !c.lex.endings || end < to+2 || !c.units[to].isSign(",") || end < s.to && c.units[end].isSign(",)") {
		return false
	}
	i := c.entityStart(to+1, end-1)
	return c.units[i].entity >= 0 && c.asNamed(i, end)
}

// onlyNamed returns the one person of a gender whom the paragraph of sentence i names before
// it and on whom no preposition hangs, where it names nobody as a subject: Nagrodzono Annę
// Kos. „…” – wyznała. -1 for none or several.
func (c *scene) onlyNamed(i int, g gender) int {
	if !c.lex.endings || g == anybody {
		return -1
	}
	found := -1
	for k := i - 1; k >= 0 && k >= i-maxLookBack && c.sentences[k].paragraph == c.sentences[i].paragraph; k-- {
		if from, to := c.subjectOfSentence(k); from < to {
			return -1
		}
		for u := c.sentences[k].from; u < c.sentences[k].to; u = max(u+1, c.nameEnd(u)) {
			e := c.units[u].entity
			if !c.person(e) || !c.maybe(e, g) || c.hangsAt(u) || e == found {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = e
		}
	}
	return found
}

// nameEnd returns the unit behind the name that begins at unit u, u where none does.
func (c *scene) nameEnd(u int) int {
	if c.units[u].entity < 0 {
		return u
	}
	return c.entityEnd(u, len(c.units))
}

// addressesLast reports whether what the person described before unit to does is done to
// whoever spoke last: Rzecznik odpisał mu.
func (c *scene) addressesLast(to int) bool {
	return slices.ContainsFunc(c.units[to:min(to+3, len(c.units))], func(u unit) bool { return slices.Contains(c.lex.toThem, u.norm) })
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

// quotedName returns whom the verb v quotes, by the case of the name or the noun behind it:
// цитирует наставника шведов Петтера Линдквиста газета «…».
func (c *scene) quotedName(s sentence, v int) (from, to int) {
	from = -1
	for i := v + 1; i < min(s.to, v+maxDescription); i++ {
		u := c.units[i]
		switch {
		case c.endsDescription(s, i):
			return 0, 0
		case c.maybePerson(u.entity):
			end := c.entityEnd(i, s.to)
			if c.hangsAt(i) || c.asNamed(i, end) && from < 0 {
				return 0, 0
			}
			return i, end
		case (c.speaking(u) || c.epithet(u)) && !u.is(isBody):
			if !u.is(isInflected) {
				return 0, 0
			}
			from = i
		}
	}
	return 0, 0
}

// pastAgency returns the unit behind the body that was told, which stands at unit n right
// before who spoke: сообщил ТАСС источник.
func (c *scene) pastAgency(s sentence, n int) int {
	if !c.lex.endings || n >= s.to || c.units[n].entity < 0 || !c.units[n].upper || c.maybePerson(c.units[n].entity) {
		return n
	}
	end := c.entityEnd(n, s.to)
	if end < s.to && !c.units[end].upper && (c.speaking(c.units[end]) || c.epithet(c.units[end])) && !c.units[end].is(isInflected) {
		return end
	}
	return n
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
		return !c.shortName(u)
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
