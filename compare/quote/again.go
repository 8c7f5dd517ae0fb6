package quote

import (
	"strings"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

// What stands, in English, for somebody whom the article has named: an age, children, a trade.

// spokenAgain returns the person for whom a description stands that says no more of them than
// an age, children or a trade: the 34-year-old, the father of four, the midfielder. They
// spoke or were named last. -1 for nobody.
func (c *scene) spokenAgain(from, to int) int {
	if !c.lex.english || to < from+2 || c.units[from].norm != "the" {
		return -1
	}
	head := from + 1
	if head+1 < to && c.units[head].entity >= 0 && c.demonym(c.units[head]) {
		head++ // the Uruguayan defender
	}
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
	return c.spokenOf(from, c.genderOf(from, head))
}

// countryman returns the person for whom their nationality alone stands: the Belgian, the
// 52-year-old Frenchwoman. They spoke or were named last. -1 for nobody.
func (c *scene) countryman(from, to int) int {
	if !c.lex.english || to < from+2 || to > from+3 || c.units[from].norm != "the" || to == from+3 && !c.aged(c.units[from+1]) {
		return -1
	}
	u := c.units[to-1]
	if !u.upper || u.entity < 0 || c.person(u.entity) || strings.HasSuffix(u.norm, "s") || !c.demonym(u) || to < len(c.units) && c.units[to].upper {
		return -1
	}
	return c.subjectNear(from, c.names.Entities[u.entity].Nation, c.compatriotGender(u.norm))
}

// subjectNear returns the person who spoke last before unit at or is the subject of the sentence
// nearest to it, of a gender and of no other country than one. Else -1.
func (c *scene) subjectNear(at int, nation string, g gender) int {
	i := c.sentenceOf(at)
	for k := i; k >= max(0, i-maxLookBack); k-- {
		if from, to := c.subjectOfSentence(k); from < to && to <= at {
			e := c.headEntity(from, to)
			if c.maybe(e, g) && (c.names.Entities[e].Nation == "" || c.names.Entities[e].Nation == nation) {
				return e
			}
		}
		if k > 0 && k <= len(c.turns) && c.turns[k-1].sentence == k-1 {
			if e := c.turns[k-1].speaker.Entity; c.maybe(e, g) {
				return e
			}
		}
	}
	return -1
}

// lastAgain returns the person who spoke in the sentence before, in its paragraph, for whom a noun
// with an article stands that the article has used of nobody else: the official wrote. Else -1.
func (c *scene) lastAgain(from, to int) int {
	i := c.sentenceOf(from)
	if !c.lex.english || to != from+2 || c.units[from].norm != "the" || i == 0 || i > len(c.turns) {
		return -1
	}
	t, u := c.turns[i-1], c.units[from+1]
	if t.sentence != i-1 || t.paragraph != c.sentences[i].paragraph || !c.person(t.speaker.Entity) && !c.maybeNamed(t.speaker.Entity) {
		return -1
	}
	if u.upper || u.entity >= 0 || u.is(isBody) || !c.single(u) || c.usedBefore(u.norm, from) {
		return -1
	}
	return t.speaker.Entity
}

// unnamedAgain returns the description of whoever spoke last, without a name, in the same paragraph,
// for whom “the man” or “the woman” stands: a resident said; said the man.
func (c *scene) unnamedAgain(from, to int) string {
	if !c.lex.english || to != from+2 || c.units[from].norm != "the" || c.last.speaker.Entity >= 0 || c.last.paragraph != c.sentences[c.sentenceOf(from)].paragraph {
		return ""
	}
	switch c.units[from+1].norm {
	case "man", "woman", "boy", "girl", "teenager", "pensioner":
	default:
		return ""
	}
	i := c.sentenceOf(from)
	if c.last.sentence < i-2 || c.personBetween(c.last.sentence, from, -1) {
		return ""
	}
	return c.last.speaker.Name
}

// maybeNamed reports whether an entity has a name of several words and may be a person.
func (c *scene) maybeNamed(e int) bool { return e >= 0 && c.bearsFullName(e) }

// single reports whether a word is a noun for one person.
func (c *scene) single(u unit) bool {
	switch u.norm {
	case "official", "politician", "diplomat", "executive", "boss", "leader", "expert", "economist", "analyst", "campaigner", "activist":
		return true
	}
	return false
}

// usedBefore reports whether a word stands somewhere before unit at.
func (c *scene) usedBefore(norm string, at int) bool {
	for i := max(0, at-maxAgain); i < at; i++ {
		if c.units[i].norm == norm {
			return true
		}
	}
	return false
}

const maxAgain = 400 // units before a noun in which it is looked for

// somebodyBefore returns the description of somebody without a name that opens the sentence
// before sentence i, when the pronoun at unit at stands for them: A trader was blunter. He said.
func (c *scene) somebodyBefore(i, at int) string {
	if !c.lex.english || i == 0 || !c.units[at].is(isHe|isShe) || c.sentences[i-1].paragraph != c.sentences[i].paragraph {
		return ""
	}
	s := c.sentences[i-1]
	if !c.units[s.from].is(isArticle) || !bringsIn(c.units[s.from].norm) {
		return ""
	}
	from, to := c.phraseAfter(s.from, s.to)
	to = c.tellerEnd(from, to)
	if to < from+2 || c.headEntity(from, to) >= 0 || !c.describesPerson(c.units[to-1]) && !c.units[to-1].is(isVoice|isSpeaker) {
		return ""
	}
	return c.nameOf(from, to)
}

// bringsIn reports whether a folded English article brings somebody new in.
func bringsIn(article string) bool {
	return article == "a" || article == "an" || article == "another"
}

// severalLast returns the noun for several people who spoke last before sentence i, when “they” at
// unit at stands for them.
func (c *scene) severalLast(i, at int) string {
	if !c.lex.english || i == 0 || i > len(c.turns) || c.units[at].norm != "they" {
		return ""
	}
	t := c.turns[i-1]
	first, _, _ := strings.Cut(t.speaker.Name, " ")
	if t.speaker.Entity >= 0 || t.paragraph < c.sentences[i].paragraph-1 || !strings.HasSuffix(first, "s") || strings.HasSuffix(first, "ss") {
		return ""
	}
	return t.speaker.Name
}

// unnamedLast returns the description of the one person without a name who spoke in the sentence
// before sentence i, when the pronoun at unit at stands for them: One driver told us; he said.
func (c *scene) unnamedLast(i, at int) string {
	if !c.lex.english || i == 0 || i > len(c.turns) || !c.units[at].is(isHe|isShe) {
		return ""
	}
	t := c.turns[i-1]
	first, _, _ := strings.Cut(text.Fold(t.speaker.AsWritten), " ")
	if t.sentence != i-1 || t.paragraph != c.sentences[i].paragraph || t.speaker.Entity >= 0 {
		return ""
	}
	if first != "one" && !bringsIn(first) && !c.endsInPerson(t.speaker.AsWritten) {
		return ""
	}
	opens := t.speaker.At.Start == c.units[c.sentences[i-1].from].Start
	if !opens || c.namedIn(c.sentences[i].from, at, c.units[at]) || strings.HasPrefix(text.Fold(t.speaker.AsWritten), "one of") {
		return ""
	}
	return t.speaker.Name
}

// endsInPerson reports whether the last word of a description is a noun for one person: Norway’s
// prime minister.
func (c *scene) endsInPerson(words string) bool {
	last := text.Fold(words[strings.LastIndexByte(words, ' ')+1:])
	u := unit{norm: last, entry: c.lex.word(last)}
	return last != "" && (c.single(u) || c.describesPerson(u) && u.is(isVoice|isEpithet|isSpeaker))
}

// fullyNamed reports whether he or she may stand for a name of several words that the article
// shows to be nothing else than a person's.
func (c *scene) fullyNamed(e int, pronoun unit) bool {
	return c.lex.english && pronoun.is(isHe|isShe) && !c.person(e) && c.bearsFullName(e) && c.names.Entities[e].Nation == ""
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
	if !c.lex.english || !c.units[s.to-1].isSign("?") {
		return noCredit
	}
	return c.openingWords(s, s.to, 0.6)
}
