package framing

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// A nounPhrase is a noun with the words before it that describe it, and the place or
// person it is said of.
type nounPhrase struct {
	text.Span           // modifiers, noun and what it is said of; the article left out
	head      text.Span // modifiers and noun
	noun      string    // singular
	anchors   []int     // words that it is said of: "of Ukraine", "Russia's", "the Ukraine crisis"
	definite  bool      // "the", "this", "that" stands before it
	bare      bool      // no word of its own describes it
	ofWhat    bool      // "of" follows
	vague     bool
	implied   bool // of a person or place that is not named beside it
}

const (
	longestModifiers = 4
	longestAnchor    = 3
)

// phraseAt reads the noun phrase whose head noun is the words from i to i+n. Words
// that are a verb here ("they protest the bill") make none.
func (d *doc) phraseAt(i, n int) (nounPhrase, bool) {
	s := d.sentenceAt(d.words[i].Start)
	if s < 0 {
		return nounPhrase{}, false
	}
	sentence := d.sentences[s].Span
	from := d.modifiersBefore(i, sentence)
	if d.verbHere(i, n, from, sentence) || d.onlyModifies(i+n-1, sentence) {
		return nounPhrase{}, false
	}
	p := nounPhrase{noun: d.nounOf(i, n), bare: from == i}
	p.head = text.Span{Start: d.words[from].Start, End: d.wordEnd(i + n - 1)}
	p.Span = p.head
	if from > 0 && d.words[from-1].Start >= sentence.Start {
		p.definite = definite[d.words[from-1].Norm] && d.gapIsSpace(from-1)
	}
	for k := from; k < i; k++ {
		if text.IsCapital(d.words[k].Of(d.Text)) && d.Names().At(d.words[k].Span) >= 0 {
			p.anchors = append(p.anchors, k)
		}
	}
	p.ofWhat = strings.HasPrefix(d.Text[p.head.End:], " of ")
	p.ownerBefore(d, from, sentence)
	p.complementAfter(d, i+n, sentence)
	return p, true
}

// nounOf returns the noun of n words in the singular, joined by hyphens.
func (d *doc) nounOf(i, n int) string {
	parts := make([]string, 0, n)
	for _, w := range d.words[i : i+n] {
		parts = append(parts, w.Norm)
	}
	return singular(strings.Join(parts, "-"))
}

// onlyModifies reports whether the noun at word i stands in the singular before another
// noun: "the militant group", "war crimes". What may be its verb is none.
func (d *doc) onlyModifies(i int, sentence text.Span) bool {
	if i+1 >= len(d.words) || d.words[i+1].End > sentence.End || !d.gapIsSpace(i) || d.possessive(i) {
		return false
	}
	noun, next := d.words[i].Norm, d.words[i+1].Norm
	if singular(noun) != noun || text.Stop(next, "en") || strings.HasSuffix(next, "ed") || strings.HasSuffix(next, "ly") {
		return false
	}
	headline := d.isHeadline(d.sentenceAt(sentence.Start)) // which may capitalise every word
	if text.IsCapital(d.words[i+1].Of(d.Text)) && (!headline || d.Names().At(d.words[i+1].Span) >= 0) {
		return false
	}
	_, verb := stanceOf(next, "en")
	return actNoun(next) || !verb && !commonVerbs[next]
}

// actNoun reports whether a word is the plural of a plain noun for an act, before which
// another noun only modifies: "terrorist attacks".
func actNoun(norm string) bool {
	noun := singular(norm)
	return noun != norm && slices.ContainsFunc(families(), func(f *family) bool { return f.plain[noun] })
}

// commonVerbs are irregular or short verbs that often follow a noun of news.
var commonVerbs = map[string]bool{
	"began": true, "begins": true, "took": true, "takes": true, "left": true, "went": true, "goes": true, "came": true, "comes": true,
	"broke": true, "won": true, "wins": true, "led": true, "said": true, "says": true, "told": true, "costs": true, "put": true, "got": true,
	"holds": true, "held": true, "sits": true, "lies": true, "set": true, "hit": true, "hits": true, "made": true, "makes": true, "fell": true,
	"stalls": true, "near": true, "must": true, "against": true, "amid": true, "via": true, "rose": true, "ends": true, "lost": true, "killing": true,
	"leaving": true, "yesterday": true, "today": true, "tonight": true, "last": true, "this": true, "late": true, "early": true, "outside": true,
	"saw": true, "gave": true, "gets": true, "seems": true, "continues": true, "surfaces": true, "wakes": true, "nears": true,
}

var definite = map[string]bool{"the": true, "this": true, "that": true, "these": true, "those": true}

// wordEnd returns the end of a word without its possessive.
func (d *doc) wordEnd(i int) int {
	w := d.words[i]
	s := w.Of(d.Text)
	for _, ending := range [...]string{"’s", "'s"} {
		s = strings.TrimSuffix(s, ending)
	}
	return w.Start + len(s)
}

func (d *doc) possessive(i int) bool { return d.wordEnd(i) < d.words[i].End }

// gapIsSpace reports whether nothing but space stands between word i and the next.
func (d *doc) gapIsSpace(i int) bool {
	return i+1 < len(d.words) && strings.TrimSpace(d.Text[d.words[i].End:d.words[i+1].Start]) == ""
}

// modifiersBefore returns the first word of the phrase that ends in word i.
func (d *doc) modifiersBefore(i int, sentence text.Span) int {
	from := i
	for from > 0 && i-from < longestModifiers {
		w := d.words[from-1]
		if w.Start < sentence.Start || !d.gapIsSpace(from-1) || !d.modifies(from-1) {
			break
		}
		from--
	}
	// Without an article, a preposition or an owner before them the words may be a
	// subject and its verb ("soldiers launched an attack"): those stay that only describe.
	if !d.opened(from, sentence) && (i-from > 1 || d.words[from].Start > sentence.Start) {
		for from < i && !d.describes(from) {
			from++
		}
	}
	if from > 0 && relative[d.words[from-1].Norm] {
		for from < i && !d.describes(from) {
			from++ // "who oversees accidents"
		}
	}
	if from < i && d.opened(from, sentence) && verbBefore[d.words[from-1].Norm] && (d.words[from-1].Norm != "to" || takesObject[d.words[from].Norm]) {
		from++ // "to disperse protesters", but "paid to porn star"
	}
	if from < i && takesObject[d.words[from].Norm] && (from == 0 || !d.determines(from-1)) {
		from++ // "to help quell nationwide protests"
	}
	if from < i && d.verbalEnding(from) && (from == 0 || !d.determines(from-1)) {
		from++ // "the index sees a correction"
	}
	headline := d.isHeadline(d.sentenceAt(sentence.Start))
	for k := from; k < i; k++ {
		norm := d.words[k].Norm
		if k > from && (strings.HasSuffix(norm, "ed") || strings.HasSuffix(norm, "ing")) || (k > from || headline) && oftenVerb(norm) {
			from = k + 1 // a verb in the middle: "Leaders reach trade deal"
		}
	}
	if from < i && strings.HasSuffix(d.words[from].Norm, "ing") && (from == 0 || !d.determines(from-1)) {
		from++ // "of sending migrants"
	}
	if from < i && strings.HasSuffix(d.words[from].Norm, "ed") && !d.opened(from, sentence) {
		from++
	}
	return from
}

// takesObject are verbs in the infinitive that often stand before the nouns of news.
var takesObject = map[string]bool{
	"abandon": true, "add": true, "address": true, "allow": true, "annex": true, "attend": true, "avoid": true, "block": true, "build": true, "condemn": true, "crush": true, "curb": true, "deport": true, "detain": true,
	"deter": true, "discourage": true, "disperse": true, "end": true, "expand": true, "fight": true, "halt": true, "help": true,
	"hold": true, "house": true, "impose": true, "join": true, "launch": true, "legalize": true, "lift": true, "limit": true, "prevent": true, "protect": true,
	"quash": true, "quell": true, "reach": true, "reinstate": true, "report": true, "restore": true, "scrap": true, "screen": true, "sell": true, "send": true, "sign": true, "stage": true, "stop": true,
	"strike": true, "support": true, "suppress": true, "suspend": true, "take": true, "crack": true, "clear": true, "put": true, "order": true, "shield": true, "make": true, "arrange": true, "promote": true, "reduce": true, "oppose": true,
}

// oftenVerb reports whether a word among those before a noun is likely a verb.
func oftenVerb(norm string) bool {
	found := false
	baseForms(norm, func(base string) bool {
		found = takesObject[base] || base == "approve" || base == "reject" || base == "confront"
		return !found
	})
	return found
}

var relative = map[string]bool{"that": true, "who": true, "which": true}

// verbalEnding reports whether a word ends like a verb in the third person, or a plural,
// which seldom describes a noun.
func (d *doc) verbalEnding(i int) bool {
	w := d.words[i]
	return singular(w.Norm) != w.Norm && !text.IsCapital(w.Of(d.Text))
}

// determines reports whether a word is an article or the like, or an owner.
func (d *doc) determines(i int) bool {
	norm := d.words[i].Norm
	return isArticle(norm) || norm == "its" || norm == "their" || norm == "his" || norm == "her" || d.possessive(i)
}

// opened reports whether a noun phrase may begin with word i by what stands before it.
func (d *doc) opened(i int, sentence text.Span) bool {
	return i > 0 && d.words[i-1].Start >= sentence.Start && d.gapIsSpace(i-1) && d.opensPhrase(i-1) && !d.opensClause(i-1)
}

// opensClause reports whether a subject follows word i rather than a noun that it governs:
// "as riot police storm camp". In headlines, which drop articles, more words may.
func (d *doc) opensClause(i int) bool {
	switch d.words[i].Norm {
	case "as", "when", "while", "if", "because":
		return true
	case "after", "before", "until", "since":
		return d.isHeadline(d.sentenceAt(d.words[i].Start))
	}
	return false
}

// modifies reports whether a word may describe the noun after it.
func (d *doc) modifies(i int) bool {
	w := d.words[i]
	if strings.HasSuffix(w.Norm, "-year-old") {
		return true
	}
	return !d.possessive(i) && w.Norm != "including" && w.Norm != "following" && !text.Stop(w.Norm, "en") && !isDigit(w.Norm[0]) && !isVerbForm(w.Norm) && !definite[w.Norm] && !isCount(w.Norm)
}

// describes reports whether a word is surely an adjective by its ending.
func (d *doc) describes(i int) bool {
	for _, ending := range [...]string{"ous", "al", "ic", "ive", "ful", "less", "able", "ible", "ary", "ent", "ant", "ian", "ish", "ese"} {
		if strings.HasSuffix(d.words[i].Norm, ending) {
			return true
		}
	}
	return strings.Contains(d.words[i].Norm, "-")
}

func (d *doc) sentenceStarts(i int) bool {
	s := d.sentenceAt(d.words[i].Start)
	return s >= 0 && d.sentences[s].Start == d.words[i].Start
}

// opensPhrase reports whether a noun phrase may begin after this word.
func (d *doc) opensPhrase(i int) bool {
	norm := d.words[i].Norm
	return d.possessive(i) || text.Stop(norm, "en") || isCount(norm) || isDigit(norm[0]) || norm == "including" || norm == "following"
}

// isVerbForm reports whether a word is a verb of news that often stands before nouns.
func isVerbForm(norm string) bool {
	_, ok := verbLexicon().lookUp(norm)
	return ok && (strings.HasSuffix(norm, "ed") || strings.HasSuffix(norm, "s"))
}

// verbHere reports whether the noun is a verb in this place: after a pronoun, "to" or
// a modal, or before an article when nothing opens a phrase.
func (d *doc) verbHere(i, n, from int, sentence text.Span) bool {
	if verbalPlurals[d.words[i+n-1].Norm] || d.trailing(i, from, sentence) {
		return true
	}
	if from == i && d.afterModal(i, sentence) || strings.HasSuffix(d.words[i+n-1].Norm, "ing") && d.gerund(i, from) {
		return true
	}
	if n == 1 && from == i && d.subjectBefore(i, sentence) {
		return true
	}
	next := i + n
	if next >= len(d.words) || d.words[next].End > sentence.End || !d.gapIsSpace(next-1) {
		return false
	}
	opened := d.opened(from, sentence)
	switch d.words[next].Norm {
	case "the", "a", "an", "his", "her", "their", "its", "him", "them":
		return !opened || !definite[d.words[from-1].Norm]
	case "into", "nearly", "himself", "herself", "themselves", "itself":
		return true
	}
	return !opened && (isDigit(d.words[next].Norm[0]) || strings.HasSuffix(d.words[i+n-1].Norm, "ing") && isAmountWord(d.words[next].Norm))
}

// subjectBefore reports whether a plural stands right before a noun in the singular that
// has no article: "loyalists and women win the primaries". Headlines drop articles.
func (d *doc) subjectBefore(i int, sentence text.Span) bool {
	if i == 0 || d.words[i-1].Start < sentence.Start || !d.gapIsSpace(i-1) || d.isHeadline(d.sentenceAt(sentence.Start)) {
		return false
	}
	before, noun := d.words[i-1].Norm, d.words[i].Norm
	return singular(noun) == noun && !text.Stop(before, "en") && !d.possessive(i-1) && (singular(before) != before || before == "women" || before == "men" || before == "people") && !isVerbForm(before)
}

// afterModal reports whether a pronoun, "to" or a modal stands before word i, adverbs
// passed over: "will soon fall".
func (d *doc) afterModal(i int, sentence text.Span) bool {
	for i--; i >= 0 && d.words[i].Start >= sentence.Start && d.gapIsSpace(i); i-- {
		norm := d.words[i].Norm
		if verbBefore[norm] || norm == "has" || norm == "have" || norm == "had" {
			return true
		}
		if norm != "soon" && norm != "also" && norm != "then" && !strings.HasSuffix(norm, "ly") {
			return false
		}
	}
	return false
}

// gerund reports whether an -ing form at word i, whose phrase begins at word from, is a
// verb by what stands before it: "are firing", "fatally shooting", "the president shooting".
func (d *doc) gerund(i, from int) bool {
	if i == 0 || !d.gapIsSpace(i-1) {
		return false
	}
	before := d.words[i-1].Norm
	switch before {
	case "is", "are", "was", "were", "be", "been", "started", "began", "begins", "kept", "stop", "stopped", "as", "while", "when", "unintentionally":
		return true
	}
	heading, person := describers().lookUp(before)
	return strings.HasSuffix(before, "ly") || from < i && person && heading != "body" && heading != "place"
}

// trailing reports whether an -ing form right after a comma hangs on the clause before:
// "shot down a plane, killing 12".
func (d *doc) trailing(i, from int, sentence text.Span) bool {
	return from == i && i > 0 && d.words[i-1].Start >= sentence.Start && strings.HasSuffix(d.words[i].Norm, "ing") &&
		strings.TrimSpace(d.Text[d.words[i-1].End:d.words[i].Start]) == ","
}

func isAmountWord(norm string) bool {
	switch norm {
	case "all", "both", "more", "nearly", "about", "scores", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "several", "many":
		return true
	}
	return isDigit(norm[0])
}

// verbalPlurals are forms that are verbs in news far more often than plural nouns.
var verbalPlurals = map[string]bool{"wins": true, "splits": true, "slumps": true, "plunges": true, "tumbles": true, "crashes": true, "drops": true, "falls": true}

var verbBefore = map[string]bool{
	"to": true, "will": true, "would": true, "could": true, "can": true, "may": true, "might": true, "must": true, "should": true, "shall": true,
	"i": true, "we": true, "you": true, "they": true, "he": true, "she": true, "who": true, "not": true, "did": true, "does": true, "do": true,
}

// ownerBefore reads "Russia's" before the phrase.
func (p *nounPhrase) ownerBefore(d *doc, from int, sentence text.Span) {
	if from == 0 || d.words[from-1].Start < sentence.Start || !d.possessive(from-1) || !text.IsCapital(d.words[from-1].Of(d.Text)) {
		return
	}
	if text.Stop(strings.ToLower(d.Text[d.words[from-1].Start:d.wordEnd(from-1)]), "en") {
		return // "It's"
	}
	first := from - 1
	for first > 0 && d.words[first-1].Start >= sentence.Start && d.gapIsSpace(first-1) && text.IsCapital(d.words[first-1].Of(d.Text)) && d.Names().At(d.words[first-1].Span) == d.Names().At(d.words[from-1].Span) {
		first-- // "New Year's attack"
	}
	p.Start = d.words[first].Start
	p.anchors = append(p.anchors, from-1)
}

// complementAfter reads "of Ukraine", "in eastern Ukraine", "on the market" after the
// noun, one after the other. Dates ("in February") tie a noun to nothing.
func (p *nounPhrase) complementAfter(d *doc, next int, sentence text.Span) {
	for range longestAnchor {
		if next >= len(d.words) || d.words[next].End > sentence.End || !d.gapIsSpace(next-1) {
			return
		}
		plainNouns, ok := tying[d.words[next].Norm]
		if !ok {
			return
		}
		end, anchors := d.complement(next+1, plainNouns, sentence)
		if end == next+1 {
			return
		}
		p.anchors = append(p.anchors, anchors...)
		for n := 0; n < 2 && len(anchors) > 0 && d.nounAt(end, sentence) && !d.possessive(end-1) && isArticle(d.words[next+1].Norm); n++ {
			end++ // "of a wounded Norland captive"
		}
		if len(anchors) > 0 && !d.owns(end-1) && !d.nounAt(end, sentence) && !d.abbreviated(end-1) {
			p.End = d.wordEnd(end - 1)
		}
		next = end
	}
}

// owns reports whether what follows word i is its own: "in China's far west", "Jones' phone".
func (d *doc) owns(i int) bool { return d.possessive(i) || owns(d.Text[d.words[i].End:]) }

// nounAt reports whether word i goes on the phrase before it, and may be its noun.
func (d *doc) nounAt(i int, sentence text.Span) bool {
	if i >= len(d.words) || d.words[i].End > sentence.End || !d.gapIsSpace(i-1) {
		return false
	}
	norm := d.words[i].Norm
	return !text.Stop(norm, "en") && !isVerbForm(norm) && !commonVerbs[norm] && !strings.HasSuffix(norm, "ed") && !strings.HasSuffix(norm, "ing") && !strings.HasSuffix(norm, "s") && !text.IsCapital(d.words[i].Of(d.Text))
}

// complement reads the noun phrase from word i on: a name, or one or two words after
// an article. Amounts and dates are passed over. It returns the word after it.
func (d *doc) complement(i int, plainNouns bool, sentence text.Span) (end int, anchors []int) {
	article, named, plain := false, false, 0
	headline := d.isHeadline(d.sentenceAt(sentence.Start))
	for end = i; end < len(d.words) && end < i+longestModifiers && d.words[end].End <= sentence.End && (d.gapIsSpace(end-1) || d.abbreviated(end-1)); end++ {
		norm := d.words[end].Norm
		capital := text.IsCapital(d.words[end].Of(d.Text))
		if capital && headline && d.Names().At(d.words[end].Span) < 0 {
			return end, anchors // headlines may capitalise every word
		}
		switch {
		case norm == "the" || norm == "a" || norm == "an":
			if article || len(anchors) > 0 || plain > 0 {
				return end, anchors
			}
			article = true
		case capital && isCalendar(norm):
			return end, anchors
		case capital:
			anchors, named = append(anchors, end), true
		case isCount(norm):
		case text.Stop(norm, "en"), isVerbForm(norm), commonVerbs[norm], named && !d.describes(end-1), plain == 2:
			return end, anchors
		case plainNouns && article:
			anchors, plain = append(anchors, end), plain+1
		case !d.describes(end):
			return end, anchors
		}
		if d.possessive(end) {
			return end + 1, anchors
		}
	}
	return end, anchors
}

// abbreviated reports whether word i is a title or the like before a full stop: "Mr. Bezos".
func (d *doc) abbreviated(i int) bool {
	norm := d.words[i].Norm
	switch norm {
	case "mr", "mrs", "ms", "dr", "sen", "rep", "gen", "gov", "lt", "col", "sgt", "st", "mt":
	default:
		if len(norm) > 1 && !strings.Contains(d.words[i].Of(d.Text), ".") { // an initial, or "U.S."
			return false
		}
	}
	return i+1 < len(d.words) && strings.TrimSpace(d.Text[d.words[i].End:d.words[i+1].Start]) == "."
}

// isCalendar reports whether a word is a weekday or a month.
func isCalendar(norm string) bool {
	switch norm {
	case "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return true
	}
	line := figureWords().opposed[norm]
	return line > 0 && (line == figureWords().opposed["monday"] || line == figureWords().opposed["january"])
}

// isCount reports whether a word is a number or a unit of time that only counts.
func isCount(norm string) bool {
	switch norm {
	case "million", "billion", "trillion", "years", "months", "weeks", "days", "hours", "year", "month", "week", "day", "dozen", "hundreds", "thousands", "dozens":
		return true
	}
	return len(text.Numbers(norm+" things", "en")) > 0
}

// tying are the words that tie a noun to what it is said of, and whether to common
// nouns too: "attack on the market", but not "invasion at dawn".
var tying = map[string]bool{"of": true, "on": true, "against": true, "over": true, "in": false, "with": false, "at": false, "near": false, "across": false}
