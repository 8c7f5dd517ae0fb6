package framing

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// verbLexicon holds the verbs of speaking and judging, from data/verbs.txt.
var verbLexicon = sync.OnceValue(func() *lexicon { return readLexicon("verbs.txt") })

// A verbUse is a verb that an article has a speaker do.
type verbUse struct {
	text.Span
	verb   string
	stance quote.Stance
}

// stanceOf returns the stance of a verb of speaking or judging in any of its forms.
func stanceOf(norm, lang string) (quote.Stance, bool) {
	if s := quote.StanceOf(norm, lang); s != quote.Neutral {
		return s, true
	}
	if lang != "en" {
		return quote.Neutral, false
	}
	h, ok := verbLexicon().lookUp(norm)
	return quote.Stance(h), ok
}

// verbsByEntity collects the verbs that report an entity's words or have it for their
// subject.
func (d *doc) verbsByEntity() map[int][]verbUse {
	out := map[int][]verbUse{}
	for _, q := range d.Quotes() {
		if q.Speaker.Entity < 0 || !d.reporting(q) {
			continue
		}
		out[q.Speaker.Entity] = append(out[q.Speaker.Entity], d.useOf(q))
	}
	for e, entity := range d.Names().Entities {
		for _, m := range entity.Mentions {
			// After other names "attacks" may be a noun, unless "which" parts them.
			if entity.Kind == names.Person || entity.Kind == names.Org && d.relativeAfter(m) > m.End {
				out[e] = append(out[e], d.verbsAfter(m)...)
			}
		}
		out[e] = distinct(out[e])
		if len(out[e]) == 0 {
			delete(out, e)
		}
	}
	return out
}

// useOf returns the verb of a quote.
func (d *doc) useOf(q quote.Quote) verbUse {
	stance := q.Stance
	if s, ok := stanceOf(strings.ToLower(q.Verb), d.lang()); ok && stance == quote.Neutral {
		stance = s
	}
	at := d.withParticle(q.VerbAt)
	return verbUse{at, at.Of(d.Text), stance}
}

// beforeNouns are words after which no finite verb stands.
var beforeNouns = map[string]bool{"a": true, "an": true, "to": true, "of": true, "for": true, "in": true, "with": true, "from": true, "political": true}

// withParticle returns a verb with the word that makes another verb of it: "lashed out".
func (d *doc) withParticle(verb text.Span) text.Span {
	words, first := d.wordsIn(verb)
	next := first + len(words)
	if len(words) == 0 || next >= len(d.words) || !d.gapIsSpace(next-1) {
		return verb
	}
	switch last := verbKey(d.words[next-1].Norm); d.words[next].Norm {
	case "out":
		if last == "lash" || last == "hit" || last == "call" || last == "speak" || last == "spoke" {
			verb.End = d.words[next].End
		}
	case "back":
		if last == "hit" || last == "fire" || last == "push" || last == "snap" || last == "shoot" || last == "shot" {
			verb.End = d.words[next].End
		}
	}
	return verb
}

// reporting reports whether the verb of a quote surely is one, and its speaker's: a
// listed verb in a form that can be finite or a participle, beside the speaker where
// the speaker is named.
func (d *doc) reporting(q quote.Quote) bool {
	if q.VerbAt.Len() == 0 {
		return false
	}
	if d.lang() != "en" { // what follows is English grammar
		return q.Speaker.At.Len() > 0 || q.Kind == quote.Direct
	}
	verb := text.Fold(q.Verb)
	if _, ok := stanceOf(verb, "en"); !ok {
		return false
	}
	words, first := d.wordsIn(q.VerbAt)
	if len(words) == 0 || !finite(verb) && !strings.HasSuffix(verb, "ing") && !irregularPast[verb] {
		return false
	}
	if strings.HasSuffix(verb, "ing") && (!d.participleHere(first) || q.Speaker.At.Start > q.VerbAt.Start) {
		return false // what follows a participle is its object: "declaring Islamic State defeated"
	}
	if first > 0 && (definite[d.words[first-1].Norm] || d.possessive(first-1) || beforeNouns[d.words[first-1].Norm] && d.gapIsSpace(first-1)) {
		return false // "the claims", "the whistleblower's claims", "to alleged wrongdoing"
	}
	if d.passiveHere(first + len(words) - 1) {
		return false
	}
	if q.Speaker.At.Len() == 0 {
		return q.Kind == quote.Direct
	}
	return !d.deed(first+len(words)-1) && d.besideSpeaker(q) && d.speaksItself(q.Speaker) && d.surelyMeans(q.Speaker)
}

// deed reports whether a verb that may be one of speech is none here: "fired the
// director", "pushed the bill", "backs down", "pleaded guilty".
func (d *doc) deed(i int) bool {
	next := ""
	if i+1 < len(d.words) && d.gapIsSpace(i) {
		next = d.words[i+1].Norm
	}
	switch verbKey(d.words[i].Norm) {
	case "fire", "push", "shoot", "hit", "snap":
		return next != "back"
	case "press":
		return next == "secretary" || next == "conference" || next == "office"
	case "back":
		return next == "down" || next == "away" || next == "off" || next == "out"
	case "plead", "pled":
		return next == "guilty" || next == "not" || next == "no"
	case "rail":
		return next != "against" && next != "at"
	case "claim":
		return next == "responsibility" || next == "credit" || next == "victory" || next == "lives"
	case "ask":
		return next == "for"
	case "post", "offer":
		return next == "a" || next == "an" || next == "his" || next == "her" || next == "to"
	case "discuss", "spoke":
		return next != "out"
	case "storm", "rage", "roar", "cry", "cri", "bark", "howl":
		return next == "out" || next == "off" || next == "into" || next == "to" || next == "through" || next == "across" || next == "for"
	case "remark":
		return next == "on" || next == "about" || next == "by" || next == "at"
	case "point":
		return next != "out" && next != "to"
	case "boast":
		return next != "" && next != "about" && next != "of" && !text.Stop(next, "en")
	case "conced":
		return next == "defeat" || next == "the" && i+2 < len(d.words) && contest[d.words[i+2].Norm]
	case "accept", "support":
		return true
	}
	return false
}

// contest are what somebody concedes without a word on whether it is true.
var contest = map[string]bool{"race": true, "election": true, "contest": true, "seat": true, "vote": true, "match": true, "game": true}

// surelyMeans reports whether a pronoun can mean its speaker alone: of the persons named
// last before it, in its sentence or the one before, there is nobody else.
func (d *doc) surelyMeans(s quote.Speaker) bool {
	switch text.Fold(s.AsWritten) {
	case "he", "she", "they", "it":
	default:
		return true
	}
	at := d.sentenceAt(s.At.Start)
	for back := 0; s.Entity >= 0 && back < 2 && at-back >= 0; back++ {
		span := d.sentences[at-back].Span
		span.End = min(span.End, s.At.Start)
		if found := d.namedIn(span); len(found) > 0 {
			return len(found) == 1 && found[0] == s.Entity
		}
	}
	return true
}

// namedIn returns the persons that a span names outside quotation marks.
func (d *doc) namedIn(span text.Span) []int {
	var out []int
	for e, entity := range d.Names().Entities {
		if entity.Kind == names.Person && slices.ContainsFunc(entity.Mentions, func(m text.Span) bool { return span.Contains(m) && !d.quoted(m) }) {
			out = append(out, e)
		}
	}
	return out
}

// passiveHere reports whether "by" or "of" after a verb makes its subject the one who
// is accused or condemned.
func (d *doc) passiveHere(i int) bool {
	if i+1 >= len(d.words) || !strings.HasSuffix(d.words[i].Norm, "ed") {
		return false
	}
	next := d.words[i+1].Norm
	return next == "by" || next == "of"
}

// speaksItself reports whether the words for a body are its name: "Apple says", but not
// "an Apple engineer says".
func (d *doc) speaksItself(s quote.Speaker) bool {
	if s.Entity < 0 {
		return true
	}
	if d.spokenForBy(s) {
		return false
	}
	if d.Names().Entities[s.Entity].Kind == names.Person {
		return true
	}
	words := text.Words(s.AsWritten)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return text.IsCapital(last.Of(s.AsWritten)) || bodyNouns(last.Norm)
}

// spokenForBy reports whether another speaks than the entity named among the words for
// the speaker: "a lawyer for Mr Bezos", "allies of the president", "Trump attorneys".
func (d *doc) spokenForBy(s quote.Speaker) bool {
	entity := d.Names().Entities[s.Entity]
	i := slices.IndexFunc(entity.Mentions, s.At.Contains)
	if i < 0 {
		return false
	}
	name := entity.Mentions[i]
	switch before := d.wordBefore(name.Start); {
	case name.Start == s.At.Start:
	case before == "for" || before == "of" || before == "to" || before == "representing":
		return true
	}
	after, _ := d.wordsIn(text.Span{Start: name.End, End: s.At.End})
	return entity.Kind == names.Person && len(after) > 0 && strings.HasSuffix(after[0].Norm, "s") && !text.IsCapital(after[0].Of(d.Text))
}

// bodyNouns reports whether a word names a body ("the company", "the government").
func bodyNouns(norm string) bool {
	heading, ok := describers().lookUp(norm)
	return ok && heading == "body" || norm == "it" || norm == "they"
}

var irregularPast = map[string]bool{"said": true, "told": true, "wrote": true, "spoke": true, "swore": true, "say": true, "forecast": true, "read": true}

// participleHere reports whether an -ing form follows a comma, "by", "while" or a form
// of "be"; elsewhere it may be a noun or another's deed.
func (d *doc) participleHere(i int) bool {
	if i == 0 {
		return false
	}
	if strings.HasPrefix(d.Text[d.words[i-1].End:], ",") || d.afterBy(i) {
		return true
	}
	switch d.words[i-1].Norm {
	case "is", "was", "after", "before", "without":
		return true
	}
	return false
}

// besideSpeaker reports whether nothing but auxiliaries and adverbs parts a quote's verb
// from the words that name its speaker, and these are no part of another's description
// ("a representative for Thurman said", "said Cummings’ wife").
func (d *doc) besideSpeaker(q quote.Quote) bool {
	at := q.Speaker.At
	gap := text.Span{Start: at.End, End: q.VerbAt.Start}
	if q.VerbAt.End <= at.Start {
		gap = text.Span{Start: q.VerbAt.End, End: at.Start}
	}
	if gap.Start > gap.End {
		return true
	}
	if owns(d.Text[at.End:]) || strings.HasSuffix(text.Fold(at.Of(d.Text)), "'s") {
		return false
	}
	apposed := strings.HasPrefix(gap.Of(d.Text), ",") && d.inApposition(at)
	if strings.Count(gap.Of(d.Text), ",")%2 == 1 && !apposed {
		return false
	}
	words, _ := d.wordsIn(gap)
	if before := d.wordBefore(at.Start); before == "of" || before == "for" || before == "by" {
		return false
	}
	if strings.Count(gap.Of(d.Text), ",") > 1 { // an apposition between two commas
		return true
	}
	for _, w := range words {
		if !passedOver[w.Norm] && !strings.HasSuffix(w.Norm, "ly") {
			return false
		}
	}
	return true
}

// inApposition reports whether a name stands between two commas behind the noun for its
// bearer: "the interior minister, Lena Holt, admitted".
func (d *doc) inApposition(name text.Span) bool {
	if !strings.HasPrefix(d.Text[name.End:], ",") {
		return false
	}
	before, ok := strings.CutSuffix(strings.TrimRight(d.Text[:name.Start], " "), ",")
	if at := strings.LastIndex(name.Of(d.Text), ", "); at >= 0 {
		before, ok = d.Text[:name.Start+at], true
	}
	if !ok {
		return false
	}
	_, i := d.wordsIn(text.Span{Start: len(before), End: len(before)})
	if i == 0 || d.words[i-1].End != len(before) {
		return false
	}
	switch headingOf(d.words[i-1].Norm) {
	case "office", "person", "ruler":
		return true
	}
	return false
}

// owns reports whether a possessive ending begins the rest of a text.
func owns(rest string) bool {
	return strings.HasPrefix(rest, "’") || strings.HasPrefix(rest, "'")
}

// wordBefore returns the folded word before a byte of the text.
func (d *doc) wordBefore(at int) string {
	_, i := d.wordsIn(text.Span{Start: at, End: at})
	if i == 0 {
		return ""
	}
	return d.words[i-1].Norm
}

// verbsAfter returns the listed verbs that a name is the subject of: the one that
// follows it, adverbs and auxiliaries passed over, and the participles after that.
func (d *doc) verbsAfter(name text.Span) []verbUse {
	s := d.sentenceAt(name.Start)
	if s < 0 || d.lang() != "en" || d.quoted(name) || owns(d.Text[name.End:]) {
		return nil
	}
	switch d.wordBefore(name.Start) {
	case "of", "for", "by", "with", "to", "from", "against", "about", "representing":
		return nil
	}
	name.End = d.relativeAfter(name)
	words, first := d.wordsIn(text.Span{Start: name.End, End: d.sentences[s].End})
	var out []verbUse
	for i := range words {
		w := words[i]
		switch {
		case passedOver[w.Norm] || strings.HasSuffix(w.Norm, "ly"):
			if i < 4 || len(out) > 0 {
				continue
			}
			return out
		case d.quoted(w.Span):
		case len(out) == 0:
			gap := d.Text[name.End:w.Start]
			if d.inApposition(name) {
				gap = strings.TrimPrefix(gap, ",")
			}
			if i > 3 || !finite(w.Norm) && w.Norm != "made" || strings.ContainsAny(gap, ",;:.—–“”") {
				return out
			}
			if span := d.madeRemarks(first + i); span.Len() > 0 {
				return []verbUse{{span, span.Of(d.Text), quote.Neutral}}
			}
			stance, ok := stanceOf(w.Norm, "en")
			if !ok || d.passiveHere(first+i) || d.deed(first+i) {
				return nil
			}
			at := d.withParticle(w.Span)
			out = append(out, verbUse{at, at.Of(d.Text), stance})
			continue
		}
		if len(out) > 0 && d.goesOn(first+i) {
			if stance, ok := stanceOf(w.Norm, "en"); ok && !d.deed(first+i) {
				out = append(out, verbUse{w.Span, w.Of(d.Text), stance})
			}
		}
	}
	return out
}

// relativeAfter returns where ", who" or ", which" after a name ends, or where the name does.
func (d *doc) relativeAfter(name text.Span) int {
	for _, pronoun := range [...]string{", who ", ", which "} {
		if strings.HasPrefix(d.Text[name.End:], pronoun) {
			return name.End + len(pronoun) - 1
		}
	}
	return name.End
}

// madeRemarks returns the span of "made the comments" at word i, or an empty one.
func (d *doc) madeRemarks(i int) text.Span {
	if d.words[i].Norm != "made" || i+2 >= len(d.words) || !isArticle(d.words[i+1].Norm) {
		return text.Span{}
	}
	switch d.words[i+2].Norm {
	case "comment", "comments", "remark", "remarks", "statement", "statements", "admission", "claim", "claims", "announcement":
		return text.Span{Start: d.words[i].Start, End: d.words[i+2].End}
	}
	return text.Span{}
}

// passedOver are the words that may stand between a subject and its verb.
var passedOver = map[string]bool{"has": true, "have": true, "had": true, "also": true, "again": true, "then": true, "later": true, "himself": true, "herself": true, "never": true, "once": true}

// finite reports whether a word may be a finite verb in the third person or the past.
func finite(norm string) bool {
	return strings.HasSuffix(norm, "s") || strings.HasSuffix(norm, "d") || norm == "swore" || norm == "begged"
}

// goesOn reports whether a word after a subject's verb is another verb of the subject:
// a participle after "by" or "while", or a finite verb after "and" or "but".
func (d *doc) goesOn(i int) bool {
	norm := d.words[i].Norm
	if strings.HasSuffix(norm, "ing") {
		return d.afterBy(i)
	}
	for i--; i > 0 && strings.HasSuffix(d.words[i].Norm, "ly"); {
		i--
	}
	return i > 0 && finite(norm) && strings.HasSuffix(norm, "ed") && (d.words[i].Norm == "and" || d.words[i].Norm == "but")
}

// afterBy reports whether a participle follows "by" or "while", adverbs passed over.
func (d *doc) afterBy(i int) bool {
	for i--; i >= 0; i-- {
		switch norm := d.words[i].Norm; {
		case norm == "by" || norm == "while":
			return true
		case !strings.HasSuffix(norm, "ly"):
			return false
		}
	}
	return false
}

// distinct sorts uses by place and drops those that cover the same words.
func distinct(us []verbUse) []verbUse {
	slices.SortFunc(us, func(a, b verbUse) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	var out []verbUse
	for _, u := range us {
		if n := len(out); n == 0 || out[n-1].Overlap(u.Span) == 0 {
			out = append(out, u)
		}
	}
	return out
}
