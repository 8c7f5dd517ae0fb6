package quote

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

// described resolves a speaker who is only described: to the person whom the article
// introduces by the same noun (la ministra), else, for a noun that says nothing new
// (el funcionario, die Forscherin), to the person spoken of last. -1 when it is neither.
func (c *scene) described(from, to int) int { return c.describedAs(from, to, anybody) }

// describedAs is described for a subject whose gender the verb may show.
func (c *scene) describedAs(from, to int, shown gender) int {
	if c.lex.free() && !c.lex.endings && to < len(c.units) && c.units[to].is(isRelative) && !c.units[to].is(isArticle) {
		return -1 // el inspector que dirigió las pesquisas
	}
	head := c.headNoun(from, to)
	if head < 0 {
		return c.anyNoun(from, to)
	}
	if c.units[from].is(isArticle) && c.units[from].is(isDemonstrative) && !c.units[head].is(isBody) {
		return c.spokenOf(from, c.genderOf(from, head)) // ce retraité de la Marine
	}
	if c.units[from].is(isArticle) && c.units[from].is(isIndefinite|isOwned) || c.ownsNext(from, to) {
		return -1
	}
	to = c.beforeAge(head, to)
	if slices.Contains(c.lex.bodiesAgain, c.units[head].norm) {
		return c.bodyAgain(from, to)
	}
	if (c.lex.capitals || c.lex.endings) && c.units[head].is(isBody) || c.lex.capitals && c.strangerBefore(head) {
		return -1
	}
	g := c.genderOf(from, head)
	if g == anybody {
		g = shown
	}
	if e := c.introduced(head, from, g); e >= 0 {
		return e
	}
	if c.officeOf(head, to) {
		return -1
	}
	if to-from <= maxEpithet && c.epithet(c.units[head]) && !c.ownerOnly(head, from) && !c.goesOnDescribed(to) && !c.many(from, head) && !c.ofNamed(head, to) && !c.saysNew(head, to) {
		e := c.spokenOf(from, g)
		if c.inAnotherOffice(head, e) || c.lex.endings && e == c.last.speaker.Entity && c.addressesLast(to) || c.lex.endings && to == head+1 && c.units[head].is(isOffice) && !c.chief(c.units[head]) && c.otherRank(e) {
			return -1 // wójt, behind words of the biologist Kos
		}
		return e
	}
	return -1
}

// ownerOnly reports whether a noun without its article says whose something is: in einer
// Stellungnahme der Umweltschützer.
func (c *scene) ownerOnly(head, from int) bool {
	return c.lex.capitals && head == from && from > 0 && c.units[from-1].is(isOf)
}

// otherRank reports whether the article says what an entity is, and that they lead nothing: who
// leads a ministry may be called its minister.
func (c *scene) otherRank(e int) bool {
	leads, said := c.ranked[e]
	return said && !leads
}

// chief reports whether a word is a noun for who leads anything: szef, глава.
func (c *scene) chief(u unit) bool {
	return slices.Contains(c.lex.chiefs, u.norm) || u.entry.lemma != "" && slices.Contains(c.lex.chiefs, u.entry.lemma)
}

// bodyAgain returns the body that an article and a noun such as “company” stand for: who spoke
// last, or the subject of a sentence before, in the same paragraph. -1 for none.
func (c *scene) bodyAgain(from, to int) int {
	i := c.sentenceOf(from)
	if to != from+2 || !c.units[from].is(isArticle) {
		return -1
	}
	for u := from - 1; u >= c.sentences[i].from; u-- {
		if e := c.units[u].entity; c.aBody(e) {
			return e
		}
	}
	if e := c.last.speaker.Entity; c.last.paragraph == c.sentences[i].paragraph && c.aBody(e) {
		return e
	}
	for k := i - 1; k >= 0 && k >= i-2 && c.sentences[k].paragraph == c.sentences[i].paragraph; k-- {
		if f, t := c.subjectOfSentence(k); f < t {
			if e := c.headEntity(f, t); c.aBody(e) {
				return e
			}
			return -1
		}
	}
	return -1
}

// aBody reports whether an entity can be a company, a club or the like.
func (c *scene) aBody(e int) bool {
	return e >= 0 && !c.maybePerson(e) && c.names.Entities[e].Kind != names.Place
}

// officeOf reports whether the noun at unit head, for an office that the article gives to
// nobody, goes on with which one it is: o delegado responsável.
func (c *scene) officeOf(head, to int) bool {
	if to == len(c.units) || !c.units[to].is(isPreposition|isOf) {
		return false
	}
	return c.lex.offices && !c.lex.endings && c.units[head].is(isOffice) && to > head+1 && len(c.roles[c.roleKey(c.units[head].norm)]) == 0
}

// inAnotherOffice reports whether the noun at unit head is one for an office that the article
// gives to nobody, and the person holds another.
func (c *scene) inAnotherOffice(head, e int) bool {
	return c.lex.offices && !c.lex.endings && c.units[head].is(isOffice) && c.officers[e] && len(c.roles[c.roleKey(c.units[head].norm)]) == 0
}

// ofNamed reports whether a description says whose office somebody holds, by a name: o ministro
// da Saúde, la alcaldesa de Jerez.
func (c *scene) ofNamed(head, to int) bool {
	if !c.lex.free() || c.lex.endings || !c.units[head].is(isOffice) {
		return false
	}
	for i := head + 1; i+1 < to; i++ {
		if c.units[i].is(isOf) && (c.units[i+1].upper || c.units[i+1].is(isArticle) && i+2 < to && c.units[i+2].upper) {
			return true
		}
	}
	return false
}

// beforeAge returns where a description ends, an age behind it left out: le buteur de 23 ans.
func (c *scene) beforeAge(head, to int) int {
	for i := head + 1; c.lex.free() && i+1 < to; i++ {
		if c.units[i].is(isOf|isPreposition) && c.units[i+1].kind == word && digit(c.units[i+1].norm[0]) {
			return i
		}
	}
	return to
}

// many reports whether the article or the form of a noun shows that it speaks of several.
func (c *scene) many(from, head int) bool {
	if !c.lex.free() || c.lex.endings {
		return c.endsIn(c.units[head].norm, c.lex.pluralNouns)
	}
	a, noun := c.units[from], c.units[head].norm
	if from < head && a.is(isArticle) && c.lex.offices {
		return !a.is(isMasculine | isFeminine | isElision | isOwned)
	}
	one, plural := strings.CutSuffix(noun, "s")
	if !plural {
		one, plural = strings.CutSuffix(noun, "en")
	}
	return plural && c.lex.word(one).class&isVoice != 0
}

// anyNoun resolves a noun that no list holds, with the article for somebody known: to the
// person spoken of last, unless it can be nobody. -1 when it is none.
func (c *scene) anyNoun(from, to int) int {
	if !c.lex.free() || to-from > 2 || c.units[to-1].upper || c.units[to-1].kind != word {
		return -1
	}
	noun, article := c.units[to-1], from
	if to-from == 1 && from > 0 {
		article = from - 1
	}
	a := c.units[article]
	switch {
	case noun.is(isVoice | isUtterance | isTime | isStop | isTitleNoun | isTermWord | isNamed | isPronoun), c.endsIn(noun.norm, c.lex.things):
		return -1
	case c.lex.endings:
		if to-from == 1 {
			return c.spokenOf(from, anybody)
		}
		return -1
	case !a.is(isArticle) || a.is(isIndefinite|isOwned) || !a.is(isFeminine|isMasculine|isElision):
		return -1 // of several, or of somebody new
	}
	return c.spokenOf(from, c.genderOf(article, to-1))
}

// describedAgain returns the name of whom the article described when they spoke last, in the
// same paragraph, if a noun that says nothing new fits them: eine Zeugin, die 19-Jährige.
func (c *scene) describedAgain(from, to int) string {
	head, last := c.headNoun(from, to), c.last
	if !c.lex.verbSecond || head < 0 || !c.epithet(c.units[head]) || c.units[from].is(isIndefinite|isOwned) || !c.units[from].is(isArticle) {
		return ""
	}
	if last.speaker.Entity >= 0 || last.speaker.Name == "" || last.paragraph != c.sentences[c.sentenceOf(from)].paragraph || c.personBetween(last.sentence, from, -1) {
		return ""
	}
	written, _, _ := strings.Cut(last.speaker.AsWritten, " ")
	e := c.lex.word(text.Fold(written))
	if g := c.genderOf(from, head); e.class&isIndefinite == 0 || g == woman && e.class&isFeminine == 0 || g == man && e.class&isFeminine != 0 {
		return ""
	}
	return last.speaker.Name
}

// strangerAgain returns the description of the sentence before, of somebody without a name, that
// a noun which says nothing new takes up: a neta … veio ter com ela. «…», diz a jovem.
func (c *scene) strangerAgain(from, to int) string {
	if !c.lex.free() || c.lex.endings || to != from+2 {
		return ""
	}
	head := c.headNoun(from, to)
	if head < 0 || !c.epithet(c.units[head]) || c.units[from].is(isIndefinite|isOwned) || !c.units[from].is(isArticle) {
		return ""
	}
	if g := c.genderOf(from, head); g != anybody {
		return c.describedBefore(c.sentenceOf(from), g)
	}
	return ""
}

// strangerBefore reports whether the article told of somebody by the noun at unit head, without
// a name, before: ein Student, of whom der Student speaks later.
func (c *scene) strangerBefore(head int) bool {
	for i := max(2, head-3*maxSentence); i < head-1; i++ {
		if c.units[i].norm != c.units[head].norm || c.isPerson(i) || c.isPerson(i+1) {
			continue
		}
		if c.units[i-1].is(isIndefinite) || c.units[i-2].is(isIndefinite) && c.units[i-1].kind == word && !c.units[i-1].upper {
			return true
		}
	}
	return false
}

// goesOnDescribed reports whether a description goes on behind the comma at unit i, as it
// does for somebody new where nouns have no articles: учительница, которая просила …
func (c *scene) goesOnDescribed(i int) bool {
	return c.lex.endings && i+1 < len(c.units) && c.units[i].isSign(",") && c.units[i+1].is(isRelative)
}

// maxEpithet bounds the words of a description that stands for a person named before.
const maxEpithet = 4

// bearerAtEnd returns the person whose name ends a description: ministro dei Trasporti
// Roberto Galli, and not avvocato di Roberto Galli. Else -1.
func (c *scene) bearerAtEnd(from, to int) int {
	if !c.lex.speakerLast || c.lex.verbSecond || !c.maybePerson(c.units[to-1].entity) {
		return -1
	}
	i, e := c.entityStart(from, to-1), c.units[to-1].entity
	if i > from && c.units[i-1].is(isOf|isArticle|isPreposition) {
		return -1
	}
	for k := from; k < i; k++ {
		if c.isPerson(k) && c.units[k].upper && c.units[c.entityEnd(k, to-1)].is(isOf) {
			return -1 // directrice Ann Lee van school De Brug
		}
	}
	if c.lex.endings && i > from && !c.sourceBefore(from) && c.speaking(c.units[from]) && !strings.HasSuffix(c.names.Entities[e].Name, c.units[to-1].Of(c.s)) {
		return -1 // адвокат Романа Жукова
	}
	return e
}

// headNoun returns the unit of the noun that says who a phrase describes, -1 for none.
func (c *scene) headNoun(from, to int) int {
	for i := from; i < to; i++ {
		if u := c.units[i]; c.speaking(u) || c.epithet(u) || c.learned(u) {
			return i
		}
		if c.units[i].is(isOf) && i > from {
			return -1
		}
	}
	return -1
}

// epithet reports whether a word can stand for any person named before.
func (c *scene) epithet(u unit) bool {
	if u.kind != word || u.is(isEpithet) {
		return u.kind == word
	}
	if _, tail, cut := strings.Cut(u.norm, "-"); cut && digit(u.norm[0]) {
		return u.upper || c.lex.word(tail).class&isEpithet != 0 // der 28-Jährige, 58-latek
	}
	if c.lex.capitals && u.upper && c.endsIn(u.norm, c.lex.persons) {
		return true // die Magdeburgerin
	}
	if i := strings.LastIndexByte(u.norm, '-'); c.lex.free() && i > 0 && i <= longestPrefix {
		return c.lex.word(u.norm[i+1:]).class&isEpithet != 0 // ex-autarca
	}
	return (c.lex.verbSecond || c.lex.free() && !c.lex.offices) && c.endsInWord(u.norm, isEpithet)
}

// longestPrefix bounds the bytes before the hyphen of a word such as экс-чиновник.
const longestPrefix = 8

// endsInWord reports whether a compound ends in a word of a class: Grünen-Politikerin.
func (c *scene) endsInWord(w string, k class) bool {
	for i := max(2, len(w)-c.lex.longest); i+3 < len(w); i++ {
		if utf8.RuneStart(w[i]) && c.lex.word(w[i:]).class&k != 0 {
			return true
		}
	}
	return false
}

// roleKey makes the forms of a noun one where nouns have case endings.
func (c *scene) roleKey(norm string) string {
	if !c.lex.endings {
		return norm
	}
	const stem = 6 // letters that tell one office from another
	n := 0
	for i := range norm {
		if n == stem {
			return norm[:i]
		}
		n++
	}
	_, last := utf8.DecodeLastRuneInString(norm)
	return strings.TrimRight(norm[:len(norm)-last], "аеиоуыяюіaeiouy") + norm[len(norm)-last:]
}

// officeHolder resolves “the president” behind a sentence about somebody: to its subject,
// when the article gives neither them another office nor the office to anybody else. Else -1.
func (c *scene) officeHolder(from, to int) int {
	i := c.sentenceOf(from)
	of := to > from+3 && c.units[min(from+2, to-1)].norm == "of" // the mayor of Kiel
	if c.lex.speakerLast || to != from+2 && !of || !c.units[from].is(isArticle) || c.units[from].is(isIndefinite|isOwned) || !c.units[from+1].is(isEpithet) || c.units[from+1].upper {
		return -1
	}
	if i == 0 || c.sentences[i-1].paragraph != c.sentences[i].paragraph || from > c.sentences[i].from+1 && !c.opensAttribution(c.sentences[i], from) {
		return -1
	}
	f, t := c.subjectOfSentence(i - 1)
	e := c.headEntity(f, t)
	if f == t || !c.bearsFullName(e) || c.otherOffice(e, c.roleKey(c.units[from+1].norm)) {
		return -1
	}
	return e
}

// several marks a person of several offices, and an office of several people.
const several = "\x00"

// otherOffice reports whether the article gives a person another office than one, or that
// one to somebody else.
func (c *scene) otherOffice(e int, office string) bool {
	c.learnOffices()
	name := strconv.Itoa(e)
	return c.offices[name] != "" && c.offices[name] != office || c.offices[office] != "" && c.offices[office] != name
}

// learnOffices notes who holds which office and which office is whose, once.
func (c *scene) learnOffices() {
	if c.offices != nil {
		return
	}
	c.learnRoles()
	c.offices = map[string]string{}
	note := func(key, value string) {
		if old := c.offices[key]; old != "" && old != value {
			value = several
		}
		c.offices[key] = value
	}
	for noun, all := range c.roles {
		if c.lex.word(noun).class&(isVoice|isEpithet) == 0 {
			continue
		}
		for _, in := range all {
			note(strconv.Itoa(in.entity), noun)
			note(noun, strconv.Itoa(in.entity))
		}
	}
}

// spokenOf returns the person who spoke last or was named last before unit at, of the
// same paragraph or the one before; -1 for nobody.
func (c *scene) spokenOf(at int, g gender) int {
	c.learnRoles()
	s := c.sentences[c.sentenceOf(at)]
	if e := c.last.speaker.Entity; c.maybe(e, g) && s.paragraph-c.last.paragraph <= 1 && !c.personBetween(c.last.sentence, at, e) {
		return e
	}
	other := -1
	for i := at - 1; i >= max(0, at-maxSentence); i-- {
		e := c.units[i].entity
		if !c.maybe(e, g) || c.sentences[c.sentenceOf(i)].paragraph < s.paragraph-c.reach(e, g) {
			continue
		}
		if other >= 0 && c.sentences[c.sentenceOf(i)].paragraph < s.paragraph {
			break
		}
		if !c.lex.free() || !c.belongs(i) && (c.person(e) || c.introducedAs[e]) && c.mayAct(i) {
			return e
		}
		if c.lex.endings && !c.person(e) && !c.introducedAs[e] {
			continue
		}
		if other < 0 || !c.person(other) && c.person(e) {
			other = e
		}
	}
	return other
}

// belongs reports whether the name at unit i only says whose something is: la continuidad
// de Etxarri.
func (c *scene) belongs(i int) bool {
	i = c.entityStart(0, i)
	return i > 1 && c.units[i-1].is(isOf) && c.units[i-2].kind == word && !c.speaking(c.units[i-2])
}

// reach returns how many paragraphs back the person may stand whom a description means: far
// when its gender is theirs and known.
func (c *scene) reach(e int, g gender) int {
	if c.lex.endings {
		return 1 // without an article it may be anybody
	}
	if n := c.names.Entities[e]; g != anybody && n.Female != n.Male {
		return 3
	}
	return 1
}

// personBetween reports whether a person other than e is the subject of a sentence
// between sentence i and unit at.
func (c *scene) personBetween(i, at, e int) bool {
	for i = max(i+1, c.sentenceOf(at)-maxLookBack); i < len(c.sentences) && c.sentences[i].to <= at; i++ {
		from, to := c.subjectOfSentence(i)
		if from == to {
			continue
		}
		other := c.headEntity(from, to)
		if other < 0 && c.lex.speakerLast && c.maybePerson(e) {
			other = c.stranger(from, to, e)
		}
		if head := c.headNoun(from, to); other < 0 && e < 0 && c.lex.capitals && head >= 0 && !c.units[head].is(isBody) && c.units[from].is(isMasculine) {
			return true // der Bürgermeister von Kiel
		}
		if other >= 0 && other != e {
			return true
		}
	}
	return false
}

// stranger returns an entity other than e when a description is of somebody who by gender
// cannot be e, else -1.
func (c *scene) stranger(from, to, e int) int {
	head := c.headNoun(from, to)
	if head < 0 || !c.epithet(c.units[head]) || c.maybe(e, c.genderOf(from, head)) {
		return -1
	}
	return len(c.names.Entities)
}

// ownWords finds the phrases that name the source by a possessive (a su juicio, jej
// zdaniem): the person who spoke last. It returns the number of their words, else 0.
func (c *scene) ownWords(i, end int) int {
	if n := phraseAt(c.lex.ownSources, c.units[i:end]); n > 0 {
		return n
	}
	if i+2 < end && c.units[i].is(isSourceOpener) && c.ownNoun(i+1) {
		return 3 // nach eigenen Angaben
	}
	return 0
}

// ownNoun reports whether the words of whoever spoke last stand at unit i: seinen Worten.
func (c *scene) ownNoun(i int) bool {
	return c.units[i].is(isOwned) && c.units[i+1].is(isSourceNoun)
}

// sourceWords returns the number of words of the source phrase that the units begin with,
// an adjective inside it allowed where nouns are declined: по предварительным данным.
func (c *scene) sourceWords(units []unit) int {
	if n := phraseAt(c.lex.sources, units); n > 0 || !c.lex.endings || len(units) < 3 || units[1].kind != word || units[1].is(isStop) {
		return n
	}
	for _, words := range c.lex.sources {
		if len(words) == 2 && units[0].norm == words[0] && units[2].norm == words[1] {
			return 3
		}
	}
	return 0
}

// phraseAt returns the number of words of the longest phrase that the units begin with.
func phraseAt(phrases [][]string, units []unit) int {
	longest := 0
next:
	for _, words := range phrases {
		if len(words) > len(units) || len(words) <= longest {
			continue
		}
		for j, w := range words {
			if units[j].norm != w {
				continue next
			}
		}
		longest = len(words)
	}
	return longest
}

// nameOf returns the words of units without the article that opens them.
func (c *scene) nameOf(from, to int) string {
	if to-from > 1 && c.units[from].is(isArticle) && (!c.lex.free() || !c.units[from+1].is(isOf)) {
		from++
	}
	if u := c.units[from]; c.lex.endings && to == from+1 && u.kind == marked {
		return c.stretches[u.quote].Of(c.s)
	}
	return text.Span{Start: c.units[from].Start, End: c.units[to-1].End}.Of(c.s)
}
