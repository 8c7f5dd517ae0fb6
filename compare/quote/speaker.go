package quote

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

var unknownSpeaker = Speaker{Entity: -1}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”’\"' "))
	return r
}

// speaks reports whether an entity is of a kind that can speak: countries do, through
// their governments.
func (c *scene) speaks(entity int) bool {
	e := c.names.Entities[entity]
	return e.Kind != names.Place || e.Nation != ""
}

// speakerOf resolves the noun phrase of a credit.
func (c *scene) speakerOf(cr credit) Speaker {
	if !cr.named() {
		return unknownSpeaker
	}
	cr = c.ownerOf(cr)
	if c.lex.endings && cr.rule == "as X said" && cr.from > 0 && c.units[cr.from-1].is(isLocative) {
		cr.rule = atRule // как уточнили в министерстве
	}
	at := c.span(cr.from, cr.to)
	if cr.rule == ownRule {
		return c.ownSpeaker(cr, at)
	}
	if c.relativeOf(cr) {
		at.End = c.units[cr.to+1].End // X, der
	}
	sp := Speaker{AsWritten: at.Of(c.s), At: at, Entity: -1}
	first := c.units[cr.from]
	switch {
	case cr.to == cr.from+1 && first.is(isPronoun|isFirstPerson):
		return c.pronoun(sp, cr.from)
	case cr.to == cr.from+1 && (first.is(isAlone) || c.lex.word(beforeApostrophe(first.norm)).class&isFirstPerson != 0):
		return sp // nobody in particular, or the writer: I’ve said
	case cr.to == cr.from+2 && first.is(isArticle) && c.units[cr.from+1].is(isAlone):
		return sp // the two wrote
	}
	if e := c.partyMember(cr.from, cr.to); e >= 0 {
		return c.named(sp, e)
	}
	if e := c.compatriot(cr.from, cr.to); e >= 0 && cr.rule != atRule {
		return c.named(sp, e)
	}
	if e := c.countryman(cr.from, cr.to); e >= 0 {
		return c.named(sp, e)
	}
	if c.speechless(cr.from, cr.to) {
		return sp
	}
	if found, ok := c.bearing(sp, cr); ok {
		return found
	}
	return c.describedSpeaker(sp, cr)
}

// ownSpeaker resolves a phrase by which the last speaker is the source, or whoever has been
// the subject since: in his own words.
func (c *scene) ownSpeaker(cr credit, at text.Span) Speaker {
	if e := c.actedSince(cr); e >= 0 {
		return c.named(Speaker{AsWritten: at.Of(c.s), At: at}, e)
	}
	sp := c.last.speaker
	sp.AsWritten, sp.At = at.Of(c.s), at
	if e := c.subjectSince(cr); e >= 0 {
		return c.named(sp, e)
	}
	return sp
}

// relativeOf reports whether the verb of a credit is that of a relative clause about the speaker,
// which opens right behind: X, der davor gewarnt hatte.
func (c *scene) relativeOf(cr credit) bool {
	if !c.lex.verbSecond || cr.verb <= cr.to+1 || !c.units[cr.to].isSign(",") || !c.units[cr.to+1].is(isRelative) {
		return false
	}
	return c.clauseStart(c.sentences[c.sentenceOf(cr.from)], cr.verb) == cr.to+1
}

// actedSince returns the person who is the subject of the sentence before that of a credit, in
// its paragraph, and came in behind the last speaker: según explica; -1 for nobody.
func (c *scene) actedSince(cr credit) int {
	i := c.sentenceOf(cr.from)
	if !c.lex.free() || c.lex.endings || i == 0 || c.last.sentence >= i-1 || c.sentences[i-1].paragraph != c.sentences[i].paragraph {
		return -1
	}
	if from, to := c.subjectOfSentence(i - 1); from < to {
		if e := c.headEntity(from, to); c.person(e) {
			return e
		}
	}
	return -1
}

// bearing resolves a phrase that holds the name of its speaker.
func (c *scene) bearing(sp Speaker, cr credit) (Speaker, bool) {
	e := c.headEntity(cr.from, cr.to)
	switch {
	case e < 0:
		return sp, false
	case c.inOblique(cr) && !c.maybePerson(e) && (c.commonNoun(cr.from, cr.to) || c.neverBare(cr)):
		sp.Name = c.nominativeOf(cr.from, cr.to) // в Министерстве финансов
		return sp, true
	}
	sp = c.named(sp, e)
	if c.inOblique(cr) || cr.rule == "quotes X" {
		sp.Name = c.mansName(sp)
	}
	if cr.from > 0 && c.units[cr.from-1].entity == e { // the name took in the word before it
		sp.Name, sp.Entity = c.nameOf(cr.from, cr.to), -1
	}
	return sp, true
}

// describedSpeaker resolves a phrase without a name: to a person of the article whom it
// describes, else to its own words.
func (c *scene) describedSpeaker(sp Speaker, cr credit) Speaker {
	first := c.units[cr.from]
	if c.lex.endings && (cr.rule == atRule || cr.to == cr.from+1 && first.is(isBody) && first.is(isEpithet)) {
		return c.bodySpeaker(sp, cr)
	}
	if found, ok := c.knownByNoun(sp, cr); ok {
		return found
	}
	if e := c.names.Resolve(sp.AsWritten, sp.At.Start); e >= 0 && (c.maybePerson(e) || !c.ownsDescribed(cr.from, cr.to)) && !c.kinOf(cr.from, cr.to, e) && !c.ownsNext(cr.from, cr.to) && !c.unassigned(cr.from, cr.to, e) && !c.onlyQuoted(e, sp.At.Start) && !c.onlyOwner(cr.from, cr.to, e) && !c.peopleOf(cr.from, cr.to, e) {
		sp = c.named(sp, e)
		if c.names.Entities[e].Kind == names.Person && !c.modified(cr.from, cr.to, e) || !c.voice(cr.from, cr.to) {
			return sp
		}
	}
	sp.Name = c.nameOf(cr.from, cr.to)
	if c.inOblique(cr) {
		sp.Name = c.nominativeOf(cr.from, cr.to)
	}
	return sp
}

// knownByNoun resolves a phrase without a name by what the article says of its noun: somebody whom
// it describes so, who holds the office, who spoke last. It reports whether anything does.
func (c *scene) knownByNoun(sp Speaker, cr credit) (Speaker, bool) {
	first := c.units[cr.from]
	if name := c.strangerAgain(cr.from, cr.to); name != "" {
		sp.Name = name
		return sp, true
	}
	if name := c.namelessAgain(cr.from, cr.to); name != "" {
		sp.Name = name
		return sp, true
	}
	if c.lex.speakerLast {
		if e := c.describedAs(cr.from, cr.to, c.genderShown(cr.verb)); e >= 0 {
			return c.named(sp, e), true
		}
	}
	if name := c.describedAgain(cr.from, cr.to); name != "" {
		sp.Name = name
		return sp, true
	}
	if first.is(isArticle) && first.is(isIndefinite) && c.lex.speakerLast || c.lex.english && (first.is(isAlone) || first.norm == "one") {
		sp.Name = c.nameOf(cr.from, cr.to) // eine Sprecherin
		return sp, true
	}
	if e := c.officeHolder(cr.from, cr.to); e >= 0 {
		return c.named(sp, e), true
	}
	if e := c.spokenAgain(cr.from, cr.to); e >= 0 {
		return c.named(sp, e), true
	}
	if e := c.lastAgain(cr.from, cr.to); e >= 0 {
		return c.named(sp, e), true
	}
	if name := c.unnamedAgain(cr.from, cr.to); name != "" {
		sp.Name = name
		return sp, true
	}
	return sp, false
}

// onlyOwner reports whether a phrase names a person only to say whose somebody or something is: la
// familia de Noelia Aranda.
func (c *scene) onlyOwner(from, to, e int) bool {
	if !c.lex.free() || c.lex.endings || !c.person(e) {
		return false
	}
	for i := from; i < to; i++ {
		if c.units[i].entity == e {
			return i > from && c.units[i-1].is(isOf)
		}
	}
	return false
}

// unassigned reports whether a phrase is a noun for an office, or for several, that the article
// gives to nobody.
func (c *scene) unassigned(from, to, e int) bool {
	if !c.lex.offices || !c.person(e) {
		return false
	}
	head := c.headNoun(from, to)
	return head >= 0 && (c.units[head].is(isOffice) || c.many(from, head)) && len(c.roles[c.roleKey(c.units[head].norm)]) == 0
}

// compatriot resolves a person described by their country alone: grapte de Nederlandse. Else -1.
func (c *scene) compatriot(from, to int) int {
	last := c.units[to-1]
	if !c.lex.speakerLast || c.lex.capitals || to-from > 2 || last.entity < 0 || !last.is(isEpithet) || c.person(last.entity) {
		return -1
	}
	if c.units[from].is(isIndefinite) || to-from == 2 && !c.units[from].is(isArticle) || to-from == 1 && !c.lex.endings {
		return -1
	}
	return c.spokenOf(from, c.genderOf(from, to-1))
}

// ownerOf returns a credit of whose words it names in place of the words: so das Fazit der
// Betreiber.
func (c *scene) ownerOf(cr credit) credit {
	for i := cr.from; c.lex.speakerLast && i < min(cr.to, cr.from+3) && i+2 < len(c.units); i++ {
		of := i + 1
		if !c.units[i].is(isUtterance) || c.units[i+2].kind != word {
			continue
		}
		switch {
		case c.units[of].is(isOf):
			of++
		case !c.lex.endings || !c.units[of].is(isInflected):
			continue // приводит слова серба пресс-служба
		}
		end := c.sentences[c.sentenceOf(i)].to
		if from, to := of, c.genitiveEnd(of, c.phraseEnd(of, end)); from < to && c.nameable(c.sentences[c.sentenceOf(i)], from, to) {
			cr.from, cr.to = from, to
		}
		break
	}
	return cr
}

func beforeApostrophe(w string) string {
	head, _, _ := strings.Cut(w, "'")
	return head
}

// modified reports whether the phrase names the entity only to say whose speaker it
// describes: a Lee administration official.
func (c *scene) modified(from, to, entity int) bool {
	for i := from; i+1 < to; i++ {
		if c.units[i].entity == entity && c.ownsNext(i, to) {
			return true
		}
		if c.units[i].entity == entity && !c.units[i+1].upper && (c.units[i+1].is(isVoice) || c.people(i+1)) {
			return true
		}
	}
	return false
}

// voice reports whether a noun phrase describes somebody who speaks for a body.
func (c *scene) voice(from, to int) bool {
	for _, u := range c.units[from:to] {
		if u.is(isVoice) && !u.upper || c.lex.verbSecond && c.speaking(u) {
			return true
		}
	}
	return to-from > 1 && (c.people(to-1) || c.compatriotNoun(to-1))
}

// people reports whether the noun at unit i names people by the name before it: Norland
// bosses, Harbour Party canvassers.
func (c *scene) people(i int) bool {
	u := c.units[i]
	if !c.lex.namesModify || u.kind != word || u.upper || u.entity >= 0 || c.units[i-1].entity < 0 || isPossessive(c.units[i-1].Of(c.s)) {
		return false
	}
	plural := strings.HasSuffix(u.norm, "s") && !strings.HasSuffix(u.norm, "ss") && len(u.norm) > 3
	return plural && !u.is(isStop|isAuxiliary|isTime|isSelf) && (!u.is(isVerb) || u.is(isVoice))
}

func (c *scene) named(sp Speaker, e int) Speaker {
	sp.Entity, sp.Name = e, c.names.Entities[e].Name
	return sp
}

// headEntity returns the entity a noun phrase is about: its person, else its first
// body unless somebody speaks for it.
func (c *scene) headEntity(from, to int) int {
	if e := c.bearerAtEnd(from, to); e >= 0 {
		return e
	}
	if c.ownerAtEnd(from, to) || c.ownsDescribed(from, to) {
		return -1
	}
	best := -1
	for i := from; i < to; i++ {
		u := c.units[i]
		if u.is(isOf) && i > from && !u.upper {
			break
		}
		if c.ownsRest(i, to) || c.ownsNext(i, to) {
			continue // "Norland’s ministry" is not Norland
		}
		if u.entity < 0 || c.describesOnly(i) {
			if u.is(isVoice) && !u.upper || i > from && (c.people(i) || c.compatriotNoun(i) || c.oneOfTheirs(i)) {
				best = -1 // "the White House spokesman" is not the White House
			}
			continue
		}
		if best < 0 || c.names.Entities[u.entity].Kind == names.Person || c.bodyOfNation(i, best) {
			best = u.entity
		}
	}
	return best
}

// ownsRest reports whether the name that unit i is of says whose the rest of a phrase is: South
// Korea’s chiefs of staff.
func (c *scene) ownsRest(i, to int) bool {
	if c.lex.english && c.units[i].entity >= 0 {
		i = c.entityEnd(i, to) - 1
	}
	return isPossessive(c.units[i].Of(c.s)) && i+1 < to && c.units[i+1].entity != c.units[i].entity
}

// oneOfTheirs reports whether the noun at unit i is of somebody who belongs to what the name before it
// names: a Harbour City fan.
func (c *scene) oneOfTheirs(i int) bool {
	u, prev := c.units[i], c.units[i-1]
	if !c.lex.english || u.kind != word || u.upper || prev.entity < 0 || isPossessive(prev.Of(c.s)) {
		return false
	}
	switch u.norm {
	case "man", "woman", "boy", "girl", "teen", "fan", "mum", "dad", "mom":
		return true
	}
	return u.is(isSpeaker|isEpithet) && !u.is(isBody|isVoice|isAlone|isVerb) && c.describesPerson(u)
}

// partyMember returns the person for whom an article and a noun stand that looks like the
// name of a body: der Christdemokrat. -1 when they stand for nobody.
func (c *scene) partyMember(from, to int) int {
	if c.lex.free() && !c.lex.endings && to > from+1 && c.units[from].is(isArticle) && c.units[from+1].upper && strings.Contains(c.units[from+1].norm, "-") && c.epithet(c.units[from+1]) && !c.person(c.units[from+1].entity) {
		return c.described(from, to) // de VVD-bewindsman
	}
	if !c.lex.capitals || to < from+2 || !c.units[from].is(isArticle) || !c.units[from+1].is(isEpithet) || c.person(c.units[from+1].entity) {
		return -1
	}
	return c.described(from, to)
}

// ownsNext reports whether the name at unit i is a genitive before the noun that it goes with:
// Koflers Büroleiter, Norlands Ministerin.
func (c *scene) ownsNext(i, to int) bool {
	u := c.units[i]
	if !c.lex.capitals || u.entity < 0 || i+1 >= to || !c.units[i+1].upper || c.units[i+1].entity == u.entity {
		return false
	}
	stem, cut := strings.CutSuffix(u.Of(c.s), "s")
	return cut && strings.HasSuffix(c.names.Entities[u.entity].Name, stem)
}

// describesOnly reports whether unit i is a noun for somebody and no word of the name that it
// stands for.
func (c *scene) describesOnly(i int) bool {
	u := c.units[i]
	return c.lex.free() && u.is(isOffice) && c.person(u.entity) && !strings.Contains(text.Fold(c.names.Entities[u.entity].Name), u.norm)
}

// pronoun resolves he, she and it: to a name before it in its own sentence, else to who
// spoke in the sentence before, else to the one most likely meant. When another fits as
// well it names the candidates.
func (c *scene) pronoun(sp Speaker, at int) Speaker {
	i := c.sentenceOf(at)
	if c.units[at].is(isDemonstrative) {
		return c.latter(sp, at)
	}
	if from, to := c.severalBefore(i, at); from < to {
		sp.Name = c.nameOf(from, to)
		return sp
	}
	if e := c.spokeBefore(i); e >= 0 && (c.fits(e, c.units[at]) || c.fullyNamed(e, c.units[at])) && (c.addsOn(i, at) || !c.namedIn(c.sentences[i].from, at, c.units[at])) {
		return c.named(sp, e)
	}
	if last := c.last.speaker; c.lex.speakerLast && last.Entity < 0 && last.Name != "" && c.agrees(last, c.units[at]) && c.last.paragraph == c.sentences[i].paragraph && c.last.sentence >= i-2 && !c.personBetween(c.last.sentence, at, -1) {
		sp.Name = last.Name // a woman, she said
		return sp
	}
	if name := cmp.Or(c.describedBefore(i, shownBy(c.units[at])), c.bodyBefore(i, at), c.somebodyBefore(i, at), c.severalLast(i, at), c.unnamedLast(i, at)); name != "" {
		sp.Name = name
		return sp
	}
	if found, ok := c.bodyAhead(sp, i, at); ok {
		return found
	}
	return c.likeliest(sp, i, at)
}

// addsOn reports whether a pronoun and its cue verb stand in commas behind what was said: whoever
// spoke before goes on. It was no burden for Mr Cash, he said.
func (c *scene) addsOn(i, at int) bool {
	s := c.sentences[i]
	if !c.lex.english || at < s.from+2 || at+1 >= s.to || !c.units[at-1].isCommaOrDash() || !c.cueAt(s, at+1) || c.units[s.from].is(isSubordinate) {
		return false
	}
	return at+2 == s.to || c.units[at+2].isSign(".,;—–")
}

// likeliest resolves the pronoun at unit at of sentence i to the person it most likely stands
// for; where several are as likely, they are its candidates.
func (c *scene) likeliest(sp Speaker, i, at int) Speaker {
	scores, order := c.antecedents(i, at)
	if len(order) == 0 {
		return c.farther(sp, i, at)
	}
	slices.SortStableFunc(order, func(a, b int) int { return scores[b] - scores[a] })
	if len(order) > 1 && scores[order[0]] == scores[order[1]] {
		for _, e := range order {
			sp.Candidates = append(sp.Candidates, c.names.Entities[e].Name)
		}
		return sp
	}
	return c.named(sp, order[0])
}

// farther resolves a pronoun that stands for nobody near: to the only person it may mean, to
// whoever spoke last, to somebody named long before.
func (c *scene) farther(sp Speaker, i, at int) Speaker {
	e := c.onlyOne(at)
	if e < 0 {
		e = c.spokeLast(i, at)
	}
	if e < 0 {
		e = c.farBack(i, c.units[at])
	}
	if e < 0 {
		return sp
	}
	return c.named(sp, e)
}

// latter resolves celui-ci, celle-ci: to the person, or the noun for somebody, of that gender
// named last in this sentence or the one before.
func (c *scene) latter(sp Speaker, at int) Speaker {
	p, floor := c.units[at], c.sentences[max(0, c.sentenceOf(at)-1)].from
	for i := at - 1; i > floor; i-- {
		u := c.units[i]
		if c.maybePerson(u.entity) && u.upper && c.fits(u.entity, p) {
			return c.named(sp, u.entity)
		}
		article := c.units[i-1]
		if !c.speaking(u) || u.upper || !article.is(isArticle) || article.is(isFeminine) != p.is(isShe) && article.is(isFeminine|isMasculine) {
			continue
		}
		if e := c.described(i-1, i+1); e >= 0 {
			return c.named(sp, e)
		}
		sp.Name = u.Of(c.s)
		return sp
	}
	return sp
}

// bodyAhead resolves “sie” behind a colon to the body that the words before are about: Die
// Gewerkschaft zweifelt: Sie spricht von „…“.
func (c *scene) bodyAhead(sp Speaker, i, at int) (Speaker, bool) {
	if !c.lex.capitals || at <= c.sentences[i].from || !c.units[at-1].isSign(":") || !c.units[at].is(isShe) {
		return sp, false
	}
	from, to := c.subjectOfSentence(i)
	if from+1 >= to || to >= at || !c.units[from].is(isFeminine) || !c.units[from+1].is(isBody) {
		return sp, false
	}
	sp.Name = c.nameOf(from, to)
	return sp, true
}

// agrees reports whether a pronoun may stand for a speaker whom the article describes: the
// article before the noun shows the gender in some languages.
func (c *scene) agrees(sp Speaker, pronoun unit) bool {
	first, _, _ := strings.Cut(sp.AsWritten, " ")
	e := c.lex.word(text.Fold(first))
	if e.class&isArticle == 0 || c.lex.endings {
		return true
	}
	if pronoun.is(isHe) && c.lex.verbSecond {
		_, last, _ := strings.Cut(sp.AsWritten, " ")
		return e.class&isFeminine == 0 && !c.endsIn(text.Fold(last), c.lex.womensNouns)
	}
	return !pronoun.is(isShe) || e.class&isFeminine != 0
}

// spokeBefore returns the entity that speaks in the sentence before sentence i, -1 when
// none does.
func (c *scene) spokeBefore(i int) int {
	if i == 0 || i > len(c.turns) || c.turns[i-1].sentence != i-1 || c.turns[i-1].speaker.AsWritten == "" {
		return -1
	}
	return c.turns[i-1].speaker.Entity
}

// namedIn reports whether a stretch of units names somebody whom the pronoun fits.
func (c *scene) namedIn(from, to int, pronoun unit) bool {
	for i := from; i < to; i++ {
		object := c.lex.capitals && i > from && c.units[i-1].is(isArticle) && c.units[i-1].is(isOblique) // gegen den Trainer
		if e := c.units[i].entity; e >= 0 && !object && c.fits(e, pronoun) {
			return true
		}
	}
	return false
}

// antecedents scores the entities named in the sentences before the pronoun at unit at,
// each by the sentence that speaks loudest for it, and lists them in order.
func (c *scene) antecedents(i, at int) (scores map[int]int, order []int) {
	scores = map[int]int{}
	for back := 0; back < maxLookBack && i-back >= 0; back++ {
		s := c.sentences[i-back]
		subject := true
		for u := c.antecedentsFrom(s); u < min(s.to, at); u++ {
			e := c.units[u].entity
			if e < 0 || !c.fits(e, c.units[at]) || u > s.from && c.units[u-1].entity == e {
				continue
			}
			score := 10 - 2*back
			nominative := c.nominativeAt(u, e)
			if subject && nominative {
				score += 3
			}
			if c.acts(s, u) {
				score += 2
			}
			if _, seen := scores[e]; !seen {
				order = append(order, e)
			}
			scores[e] = max(scores[e], score)
			subject = subject && !nominative
		}
	}
	return scores, order
}

// antecedentsFrom returns where a sentence begins behind the place that it was sent from.
func (c *scene) antecedentsFrom(s sentence) int {
	if !c.lex.english {
		return s.from
	}
	return c.pastDateline(s, s.to)
}

// onlyOne returns the one person whom the article names before unit at and whom the pronoun
// there fits by a known gender, -1 when there are several or none.
func (c *scene) onlyOne(at int) int {
	if !c.lex.verbSecond && !c.lex.english {
		return -1
	}
	found := -1
	for u := max(0, at-maxSentence); u < at; u++ {
		e := c.units[u].entity
		if !c.person(e) || e == found || !c.fits(e, c.units[at]) {
			continue
		}
		if n := c.names.Entities[e]; found >= 0 || n.Male == n.Female {
			return -1
		}
		found = e
	}
	return found
}

// describedBefore returns the description that is the subject of the sentence before sentence
// i, when it is of somebody without a name and of a gender.
func (c *scene) describedBefore(i int, shown gender) string {
	if !c.lex.speakerLast || i == 0 || c.sentences[i-1].paragraph != c.sentences[i].paragraph {
		return ""
	}
	from, to := c.subjectOfSentence(i - 1)
	if from == to || c.headEntity(from, to) >= 0 {
		return ""
	}
	head := c.headNoun(from, to)
	if head < 0 || c.units[head].is(isBody) || c.many(from, head) || c.described(from, to) >= 0 {
		return ""
	}
	if g := c.genderOf(from, head); g != shown && (g != anybody || c.lex.offices || c.lex.endings || !c.units[from].is(isIndefinite)) {
		return ""
	}
	return c.nameOf(from, to)
}

// farBack returns the person of the pronoun's gender named last before the sentences in
// which antecedents are looked for, where the language shows genders in names; else -1.
func (c *scene) farBack(i int, pronoun unit) int {
	if !c.lex.free() || !pronoun.is(isHe|isShe) {
		return -1
	}
	for k := i - maxLookBack; k >= max(0, i-2*maxLookBack-2); k-- {
		for u := c.sentences[k].to - 1; u >= c.sentences[k].from; u-- {
			if e := c.units[u].entity; c.person(e) && c.fits(e, pronoun) && c.names.Entities[e].Male != c.names.Entities[e].Female {
				return e
			}
		}
	}
	return -1
}

// acts reports whether the name at unit u is followed by what looks like its verb.
func (c *scene) acts(s sentence, u int) bool {
	for u+1 < s.to && c.units[u+1].entity >= 0 && c.units[u+1].entity == c.units[u].entity {
		u++
	}
	if v := c.pastApposition(s, u+1); v > u {
		u = v - 1
	} else if c.lex.speakerLast && !c.lex.capitals && u+2 < s.to && c.units[u+1].isSign(",") && c.apposition(s, u) {
		u++ // De burgemeester, Jan Loones, droomt
	}
	if u+1 >= s.to {
		return false
	}
	next := c.units[u+1]
	return next.kind == word && !next.upper && (next.is(isAuxiliary|isVerb) || !next.is(isStop|isArticle)) && !isPossessive(c.units[u].Of(c.s))
}

// apposition reports whether the name that ends at unit u stands behind a comma.
func (c *scene) apposition(s sentence, u int) bool {
	u = c.entityStart(s.from, u)
	return u > s.from && c.units[u-1].isSign(",")
}

// pastApposition returns the unit behind the apposition that opens at unit i, 0 when
// none does: Ms Lee, the mayor of Kiel, said.
func (c *scene) pastApposition(s sentence, i int) int {
	if i >= s.to || !c.units[i].isSign(",") {
		return 0
	}
	for j := i + 1; j < min(s.to, i+maxSubject); j++ {
		if c.units[j].isSign(",") {
			return j + 1
		}
	}
	return 0
}

const maxLookBack = 5 // sentences between a pronoun and the name it stands for

// sentenceOf returns the index of the sentence that holds unit u.
func (c *scene) sentenceOf(u int) int {
	i, found := slices.BinarySearchFunc(c.sentences, u, func(s sentence, u int) int { return s.from - u })
	if found {
		return i
	}
	return i - 1
}

// fits reports whether the pronoun may stand for the entity.
func (c *scene) fits(e int, p unit) bool {
	n := c.names.Entities[e]
	switch {
	case p.is(isHe):
		return c.manly(e)
	case p.is(isShe):
		return c.womanly(e)
	case p.is(isThey):
		return n.Kind == names.Org || n.Kind == names.Place && n.Nation != ""
	}
	return false
}
