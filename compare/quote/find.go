package quote

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

// Find returns the quotes of an article in order of their start.
func Find(a *article.Article, n *names.Index) []Quote {
	lex := lexiconOf(a.Language())
	if lex == nil {
		return unruled(a)
	}
	c := newScene(a, n, lex)
	var reported []Quote
	quotes := c.marked()
	for i := range c.sentences {
		if i > 0 {
			c.last = c.turns[i-1]
		}
		reported = c.goingOn(reported, c.indirect(i))
	}
	quotes = append(quotes, reported...)
	c.settleHeadline(quotes)
	slices.SortStableFunc(quotes, func(a, b Quote) int { return a.Start - b.Start })
	return quotes
}

// marked returns what stands in marks, or between dashes, typed and attributed.
func (c *scene) marked() []Quote {
	quotes := make([]Quote, 0, len(c.stretches))
	c.turns = make([]turn, 0, len(c.sentences))
	for i, s := range c.sentences {
		found := len(quotes)
		for u := s.from; u < s.to; u++ {
			if c.units[u].kind == marked {
				quotes = append(quotes, c.read(i, u))
			}
		}
		if !slices.ContainsFunc(quotes[found:], speech) {
			c.hear(i)
		}
		quotes = append(quotes[:found], c.joinSplit(quotes[found:], i)...)
		c.turns = append(c.turns, c.last)
	}
	return quotes
}

// hear notes who a sentence without marks says spoke: the quote that follows is
// theirs when nothing else is said.
func (c *scene) hear(i int) {
	s := c.sentences[i]
	cr := c.firstCredit(s, c.mainCredit(s, c.before(s, s.to)))
	if source := c.sourcePhrase(s, s.to); !cr.named() || source.rule == "as X said" && !c.isPerson(cr.to-1) {
		cr = source
	}
	if c.lex.english && cr.named() && cr.to == cr.from+1 && c.units[cr.from].is(isFirstPerson) {
		return // X shrugs when I repeat this
	}
	goesOn := c.last.sentence == i-1 && c.last.speaker.AsWritten != ""
	switch {
	case goesOn && c.lex.verbSecond && cr.verb >= 0 && c.finiteReported(s, cr.verb):
		c.last.paragraph, c.last.sentence = s.paragraph, i // nun habe eine Person versucht …
	case cr.named() && !c.unfinished(s) && !c.speechless(cr.from, cr.to):
		c.last = turn{c.speakerOf(cr), cr.verb, s.paragraph, i}
	case c.last.sentence == i-1 && c.reported(s):
		c.last.paragraph, c.last.sentence = s.paragraph, i
	}
}

// firstCredit returns the credit of the cue verb that a sentence begins with instead of that of
// one in what it reports: Ms Lee said both sides had agreed.
func (c *scene) firstCredit(s sentence, cr credit) credit {
	if !c.lex.english || cr.verb < 0 || c.units[s.from].is(isSubordinate) {
		return cr
	}
	for v := s.from + 1; v < min(cr.verb, s.from+maxSubject); v++ {
		u := c.units[v]
		if u.isSign(",;:") || u.is(isThat|isRelative) {
			return cr
		}
		if !u.is(isVerb) || !c.cueAt(s, v) || c.endsIn(u.norm, c.lex.participles) {
			continue
		}
		if lead := c.creditOf(s, v, s.to); lead.named() && lead.to <= v && lead.from <= s.from+2 && c.lex.word(u.entry.lemma).class&isVerbOnly != 0 {
			return lead
		}
		return cr
	}
	return cr
}

// unfinished reports whether a sentence is a line of the page rather than of the text: it
// fills its paragraph and ends in a word. Continue reading the main story
func (c *scene) unfinished(s sentence) bool {
	return c.lex.english && c.units[s.to-1].kind == word && s.from > 0 && c.sentences[c.sentenceOf(s.from-1)].paragraph != s.paragraph
}

// finiteReported reports whether the finite verb that goes with the cue verb v is in the mood
// of reported speech: what it tells is told by whoever spoke before.
func (c *scene) finiteReported(s sentence, v int) bool {
	start := c.clauseStart(s, v)
	f := c.finite(start, v)
	return c.units[f].is(isSubjunctive) || c.subjunctive(start, f)
}

// A turn is the last speaker and where in the article.
type turn struct {
	speaker   Speaker
	verb      int // unit of the cue verb
	paragraph int
	sentence  int
}

// read types and attributes the stretch at unit u of sentence i.
func (c *scene) read(i, u int) Quote {
	s := c.sentences[i]
	st := c.stretches[c.units[u].quote]
	cr := c.creditAt(s, u)
	l := c.lookAt(s, u, cr)
	kind, why, p := c.kindOf(l)
	q := Quote{
		Span: st.Span, Flags: st.flags, Kind: kind, Headline: st.Start < c.bodyStart,
		Speaker: unknownSpeaker, Rule: why, Confidence: p,
	}
	switch {
	case kind == Direct || kind == Partial:
		c.attribute(&q, i, u, cr)
	case kind == Term && cr.named() && c.nounNamed(l) < 0 && !c.bodyNamed(l):
		c.apply(&q, cr) // somebody’s word for it
	}
	return q
}

// attribute names the speaker of a quote: by the sentence's own words, else by what
// came before.
func (c *scene) attribute(q *Quote, i, u int, cr credit) {
	if cr.named() {
		c.apply(q, cr)
		c.meant(q, i, u, cr)
		c.last = c.turnOf(q, i, cr)
		return
	}
	if cr.ok() {
		c.apply(q, cr)
	}
	if cr.rule != passiveRule { // whom a passive names is not who spoke
		c.carry(q, i, u, cr)
	}
}

// turnOf returns whose turn it is behind a quote with a credit.
func (c *scene) turnOf(q *Quote, i int, cr credit) turn {
	s := c.sentences[i]
	if lead := c.mainCredit(s, cr); lead != cr {
		return turn{c.speakerOf(lead), lead.verb, s.paragraph, i}
	}
	return turn{q.Speaker, cr.verb, s.paragraph, i}
}

// mainCredit returns the credit of the main clause instead of that of a clause about somebody
// in it: X verwies auf die Regierung, die „…“ versprochen habe.
func (c *scene) mainCredit(s sentence, cr credit) credit {
	if !c.lex.verbSecond || cr.verb < 0 {
		return cr
	}
	start := c.clauseStart(s, cr.verb)
	if start <= s.from+1 || !c.units[start].is(isRelative) || !c.dependent(s, start, cr.verb) {
		return cr
	}
	if lead := c.before(s, start-1); lead.named() && !c.speechless(lead.from, lead.to) {
		return lead
	}
	return cr
}

// meant resolves the pronoun behind words that a colon announced: X warned: “…,” he said.
func (c *scene) meant(q *Quote, i, u int, cr credit) {
	s := c.sentences[i]
	if !c.vague(cr) || cr.from < u || !c.behindColon(s, u) {
		return
	}
	if lead := c.creditBefore(s, u); lead.named() && lead.to <= u {
		if sp := c.speakerOf(lead); sp.Name != "" {
			q.Speaker.Name, q.Speaker.Entity, q.Speaker.Candidates = sp.Name, sp.Entity, nil
		}
	}
}

// apply fills speaker and verb of a quote from a credit.
func (c *scene) apply(q *Quote, cr credit) {
	q.Rule += "; " + cr.rule
	q.Speaker = c.speakerOf(cr)
	if cr.verb >= 0 {
		c.setVerb(q, cr.verb)
	}
}

func (c *scene) setVerb(q *Quote, unit int) {
	v := c.units[unit]
	q.Verb, q.VerbAt, q.Stance = v.Of(c.s), v.Span, v.entry.stance
	if q.Stance == "" {
		q.Stance = Neutral
	}
}

// carry attributes a quote whose own sentence names nobody.
func (c *scene) carry(q *Quote, i, u int, said credit) {
	s := c.sentences[i]
	if cr := c.saidSo(i, u); cr.named() {
		c.apply(q, cr)
		return
	}
	opens := c.opens(s, u)
	if c.lex.speakerLast && !c.lex.verbSecond && said.verb >= 0 {
		c.understood(q, i, said.verb)
		return
	}
	if opens && !said.ok() && c.lex.free() && c.dashed(q) && strings.HasSuffix(c.s[q.Start:q.End], "?") {
		c.last.paragraph = s.paragraph // whoever asks is not named
		return
	}
	if cr := c.signature(i); opens && cr.named() {
		c.apply(q, cr)
		return
	}
	switch cr := c.leadInBefore(i); {
	case opens && cr.named():
		c.apply(q, cr)
		c.last = turn{q.Speaker, cr.verb, s.paragraph, i}
	case c.last.speaker.AsWritten != "" && c.last.sentence >= i-1 && c.last.paragraph == s.paragraph && opens:
		q.Speaker, q.Rule = c.last.speaker, q.Rule+"; same turn"
		c.last.sentence = i
	case opens && c.last.speaker.AsWritten != "" && c.last.paragraph == s.paragraph-1 && !c.actedBefore(i):
		q.Speaker, q.Rule = c.last.speaker, q.Rule+"; carried over"
		c.last.paragraph, c.last.sentence = s.paragraph, i
	case opens && c.lex.free() && c.last.speaker.AsWritten != "" && c.last.paragraph == s.paragraph && c.last.sentence == i-2 && s.to-u <= 2 && c.subjectless(i-1):
		q.Speaker, q.Rule = c.last.speaker, q.Rule+"; same turn"
		c.last.sentence = i
	case c.last.speaker.AsWritten != "" && (c.last.paragraph == s.paragraph || c.lex.verbSecond && c.last.sentence == i-1) && (c.reported(s) || c.lex.verbSecond && c.reportedAround(s, u)):
		q.Speaker, q.Rule = c.last.speaker, q.Rule+"; goes on in reported speech"
	default:
		c.uncarried(q, i, u)
	}
}

// subjectless reports whether sentence i has no subject that is found.
func (c *scene) subjectless(i int) bool {
	from, to := c.subjectOfSentence(i)
	return from == to
}

// actedBefore reports whether the sentence before sentence i, in its paragraph, tells of
// somebody: what follows is theirs rather than whose the paragraph before was.
func (c *scene) actedBefore(i int) bool {
	if c.lex.speakerLast || i == 0 || c.sentences[i-1].paragraph != c.sentences[i].paragraph {
		return false
	}
	from, to := c.subjectOfSentence(i - 1)
	return from < to && (c.units[from].is(isHe|isShe) || c.isPerson(to-1))
}

// opens reports whether unit u opens its sentence, a dash or a dateline passed over.
func (c *scene) opens(s sentence, u int) bool {
	if u == s.from || u == s.from+1 && c.units[s.from].kind == sign {
		return true
	}
	if !c.lex.speakerLast || u > s.from+maxDateline || !c.units[u-1].isSign("—–-.") {
		return false
	}
	w := c.units[s.from].Of(c.s)
	return c.units[s.from].kind == word && len(w) > 2 && strings.ToUpper(w) == w // FAENZA - “…”
}

const maxDateline = 6 // units of a place and an agency

// uncarried attributes a quote that no turn holds: to whom the next sentence begins with,
// else to a subject.
func (c *scene) uncarried(q *Quote, i, u int) {
	cr := c.revealed(i, u)
	if !cr.named() {
		cr = c.whoever(c.sentences[i], u-1)
	}
	if cr.named() {
		c.apply(q, cr)
		c.last = turn{q.Speaker, -1, c.sentences[i].paragraph, i}
		return
	}
	if cr := c.owner(c.sentences[i], u); cr.named() {
		c.apply(q, cr)
		return
	}
	c.subject(q, i, u)
}

// revealed finds who spoke the words that stand alone at the head of a paragraph: the
// person whom the next sentence begins with.
func (c *scene) revealed(i, u int) credit {
	s := c.sentences[i]
	if !c.lex.speakerLast || !c.opens(s, u) || s.to-u > 2 || i+1 >= len(c.sentences) || c.sentences[i+1].paragraph != s.paragraph {
		return noCredit
	}
	from, to := c.subjectOfSentence(i + 1)
	if from == to || from > c.sentences[i+1].from+1 || !c.maybePerson(c.headEntity(from, to)) {
		return noCredit
	}
	return credit{"subject behind", -1, from, to, 0.5}
}

// leadInBefore finds who the sentence before announces with a colon at its end.
func (c *scene) leadInBefore(i int) credit {
	if i == 0 {
		return noCredit
	}
	s := c.sentences[i-1]
	if !c.units[s.to-1].isSign(":") {
		return c.askedFor(s)
	}
	return c.leadIn(s, s.to-1)
}

// subject attributes a fragment to the subject of its sentence, or a quote that
// stands alone to the subject of the sentence before.
func (c *scene) subject(q *Quote, i, u int) {
	from, to := c.mainSubject(c.sentences[i], u)
	rule := "subject of the sentence"
	if s := c.sentences[i]; from == to && c.lex.english && c.behindColon(s, u) {
		if from, to = c.phraseAfter(c.pastOpening(s, u), u); c.timely(from, to) {
			from = to // Every winter there is one plea: “…”
		}
		to = c.tellerEnd(from, to)
	}
	if from == to && i > 0 && (!c.lex.english || c.opens(c.sentences[i], u)) {
		from, to = c.subjectOfSentence(i - 1)
		rule = "subject before"
	}
	if from < to && (!c.lex.english || !c.units[from].is(isThey)) {
		c.apply(q, credit{rule, -1, from, to, 0.4})
	}
}

// pastOpening returns where a sentence goes on behind the comma of a preposition that opens it: On
// the wall of the tower, a keeper has scratched: “…”.
func (c *scene) pastOpening(s sentence, end int) int {
	if !c.units[s.from].is(isPreposition) {
		return s.from
	}
	for i := s.from + 1; i+2 < end; i++ {
		if c.units[i].isSign(",") && c.units[i+1].is(isArticle) {
			return i + 1
		}
	}
	return s.from
}

// describedBehind returns the description of a speaker behind the colon that follows words
// in the headline: “I knew nothing”: the mayor in court.
func (c *scene) describedBehind(h *Quote) (from, to int) {
	s := c.sentences[0]
	if s.to-s.from < 4 || c.units[s.from].kind != marked || c.stretches[c.units[s.from].quote].Start != h.Start || !c.units[s.from+1].isSign(":") {
		return 0, 0
	}
	if from, to = c.phraseAfter(s.from+2, s.to); to > from+1 && c.units[from].is(isArticle) && c.speaking(c.units[from+1]) {
		return from, to
	}
	return 0, 0
}

// settleHeadline gives fragments in the headline the speaker whom the body names for
// the same words: headlines credit "Russia" with what a minister said.
func (c *scene) settleHeadline(quotes []Quote) {
	settled := 0
	for i := range quotes {
		h := &quotes[i]
		if h.Start >= c.headEnd() || h.Kind == Indirect || settled == maxHeadline {
			continue
		}
		settled++
		words := text.Fold(h.Of(c.s))
		same := func(q Quote) bool {
			return q.Start >= c.headEnd() && q.Kind != Indirect && q.Speaker.Name != "" && strings.Contains(text.Fold(q.Of(c.s)), words)
		}
		if k := slices.IndexFunc(quotes, same); k >= 0 {
			h.Speaker.Name, h.Speaker.Entity = quotes[k].Speaker.Name, quotes[k].Speaker.Entity
			h.Rule += "; as in the body"
			continue
		}
		c.onlyPerson(h)
	}
}

// headEnd returns the byte at which the headline ends: of a text taken as it stands, its
// first paragraph when no full stop ends it.
func (c *scene) headEnd() int {
	if c.bodyStart > 0 || len(c.paragraphs) < 2 || !c.lex.speakerLast {
		return c.bodyStart
	}
	first := c.paragraphs[0]
	if strings.IndexByte(".:", c.s[first.End-1]) >= 0 {
		return 0
	}
	return first.End
}

// onlyPerson gives speech in the headline to the one person named there: “…”: the trainer
// Ann Lee bids farewell.
func (c *scene) onlyPerson(h *Quote) {
	if !c.lex.speakerLast || h.Kind != Direct || h.Speaker.AsWritten != "" {
		return
	}
	from, to := 0, 0
	for i := 0; i < len(c.units) && c.units[i].Start < c.headEnd(); i++ {
		switch e := c.units[i].entity; {
		case !c.maybePerson(e):
		case from == to:
			from, to = i, i+1
		case e == c.units[from].entity && i == to:
			to++
		default:
			return // two may have spoken
		}
	}
	if from == to {
		from, to = c.describedBehind(h)
	}
	if from < to {
		c.apply(h, credit{"alone in the headline", -1, from, to, 0.5})
	}
}

const maxHeadline = 8 // fragments of a headline that are looked up in the body

// reported reports whether the main clause is in the mood of reported speech.
func (c *scene) reported(s sentence) bool {
	end := s.from
	for end < s.to && !c.units[end].isSign(",:") {
		end++
	}
	return c.moodOf(s.from, end)
}

// reportedAround reports whether the clause that holds unit u is in that mood, as far as u.
func (c *scene) reportedAround(s sentence, u int) bool {
	return c.moodOf(c.clauseStart(s, u), u)
}

// moodOf reports whether a verb among some units is in the mood of reported speech.
func (c *scene) moodOf(from, to int) bool {
	for i := from; i < to; i++ {
		if c.units[i].is(isSubjunctive) || c.lex.verbSecond && c.subjunctive(from, i) {
			return true
		}
	}
	return false
}
