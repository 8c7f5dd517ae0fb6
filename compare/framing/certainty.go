package framing

import (
	"slices"
	"strings"
	"sync"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// hedges are the words that hold a claim at arm's length, from data/hedges.txt.
var hedges = sync.OnceValue(func() *lexicon { return readLexicon("hedges.txt") })

// A claim is what an article tells as somebody's words, or with a hedge.
type claim struct {
	sentence int
	content  text.Span // what is claimed
	terms    terms     // of the content
	by       text.Span // who says so, with the verb; or the hedge
	doubting bool      // the words leave open whether it is so
	first    string    // stem of the word that a hedge stands before; empty without a hedge
}

const (
	// claimTerms is how many content words a claim has at least.
	claimTerms = 3
	// claimShared is the share of a claim, by the rarity of its words, that a sentence holds
	// which states it; claimDoubted that of one which the words for it hold at arm's length.
	claimShared  = 0.6
	claimDoubted = 0.45
	// claimTold is the probability from which a sentence may tell what another does.
	claimTold = 0.2
)

// certaintyItems shows claims that one telling gives as somebody's words, or hedges, and
// another states as a fact. A telling that does both is left out: it names its source once.
func certaintyItems(st *story) []Item {
	var items []Item
	for a, b := range st.pairs {
		items = append(items, st.statedFlatly(a, b)...)
		items = append(items, st.statedFlatly(b, a)...)
	}
	return items
}

// statedFlatly returns the claims of an article that another one states as facts.
func (st *story) statedFlatly(d, o *doc) []Item {
	var items []Item
	for _, c := range d.claims() {
		s, score := st.statement(d, o, c)
		if s < 0 || d.statesToo(c) || o.claimsToo(c) {
			continue
		}
		it := Item{
			Topic: st.sharedTerms(d, o, c.sentence, s, text.Span{}), Weight: 0.3 + float64(0.2*score),
			Note: "somebody’s words in one, stated as a fact in the other",
			Sides: []Side{
				side(d.index, d.said(c.by), d.plain(d.sentences[c.sentence].Span)),
				side(o.index, o.plain(o.sentences[s].Span)),
			},
		}
		if c.doubting {
			it.Weight += 0.2
		}
		items = append(items, it)
	}
	return items
}

// claims returns what an article tells as somebody's words without quotation marks, or
// with a hedge.
func (d *doc) claims() []claim {
	var out []claim
	for _, q := range d.Quotes() {
		if s := d.sentenceAt(q.Start); q.Kind == quote.Indirect && s >= 0 && !d.isHeadline(s) && d.isClaim(q) {
			stance, _ := stanceOf(text.Fold(q.Verb), d.lang())
			by := text.Span{Start: min(q.Speaker.At.Start, q.VerbAt.Start), End: max(q.Speaker.At.End, q.VerbAt.End)}
			out = append(out, claim{sentence: s, content: q.Span, terms: d.termsOf(q.Span), by: by, doubting: stance == quote.Doubting})
		}
	}
	for s := range d.sentences {
		if d.isHeadline(s) || d.speaks(s) {
			continue
		}
		for _, h := range d.hedgesIn(s) {
			content := text.Span{Start: h.End, End: max(h.End, d.sentences[s].End)}
			if !d.undone(h) {
				out = append(out, claim{sentence: s, content: content, terms: d.termsOf(content), by: h, doubting: true, first: d.firstStem(content)})
			}
		}
	}
	return slices.DeleteFunc(out, func(c claim) bool { return len(c.terms.list) < claimTerms })
}

// isClaim reports whether reported speech says that something is so, and is nobody's
// denial, wish or demand.
func (d *doc) isClaim(q quote.Quote) bool {
	if q.Confidence < sureReport || q.VerbAt.Len() == 0 || q.Speaker.At.Len() == 0 || d.wordCount(d.markedIn(q.Span)) > 0 {
		return false
	}
	verb := text.Fold(q.Verb)
	_, known := stanceOf(verb, d.lang())
	if content := text.Fold(q.Of(d.Text)); !clauseVerbs[verb] && (!known || !strings.HasPrefix(content, "that ")) || ownDeed(content) {
		return false
	}
	switch verbKey(verb) {
	case "announc", "deni", "reject", "disput", "demand", "warn", "predict", "suggest", "hope", "fear", "vow", "promis", "pledg":
		return false
	}
	return !d.speculates(q.Span)
}

// ownDeed reports whether reported speech tells what its speaker does: who says that he
// resigns resigns.
func ownDeed(content string) bool {
	fields := strings.Fields(strings.TrimPrefix(content, "that "))
	if len(fields) == 0 {
		return true
	}
	switch fields[0] {
	case "he", "she", "they", "it", "we", "i":
		return true
	}
	return false
}

// firstStem returns the stem of the first content word of a span.
func (d *doc) firstStem(span text.Span) string {
	words, _ := d.wordsIn(span)
	for _, w := range words {
		if !text.Stop(w.Norm, d.lang()) {
			return text.Stem(w.Norm, d.lang())
		}
	}
	return ""
}

// speculates reports whether a span tells of what may be or will be.
func (d *doc) speculates(span text.Span) bool {
	words, _ := d.wordsIn(span)
	return slices.ContainsFunc(words, func(w text.Word) bool {
		switch w.Norm {
		case "may", "might", "could", "would", "should", "will", "if", "must", "whether", "want", "wants", "wanted", "plan", "plans", "planned":
			return true
		}
		return false
	})
}

// markedIn returns the stretches in quotation marks that overlap a span.
func (d *doc) markedIn(span text.Span) []text.Span {
	var out []text.Span
	for _, m := range d.marked {
		if m.Overlap(span) > 0 {
			out = append(out, m)
		}
	}
	return out
}

// statement returns the sentence of another article that states a claim as a fact, and how
// much of the claim it holds; -1 when none does.
func (st *story) statement(d, o *doc, c claim) (sentence int, score float64) {
	sentence = -1
	partner := st.partners(d, o)[c.sentence]
	for s := range o.sentences {
		if o.isHeadline(s) || s != partner.B && st.partners(o, d)[s].B != c.sentence || !o.states(s, c, d) {
			continue
		}
		if partner.B == s && partner.Score < claimTold {
			continue
		}
		if held := c.heldBy(o.terms()[s]); held > score {
			sentence, score = s, held
		}
	}
	return sentence, score
}

// heldBy returns how much of a claim, by the rarity of its words, a sentence holds.
func (c claim) heldBy(t terms) float64 { return c.terms.shared(t) / max(1, c.terms.total) }

// heldIn reports whether a sentence holds so much of a claim that both are of one thing.
func (c claim) heldIn(t terms) bool {
	if c.doubting {
		return c.heldBy(t) >= claimDoubted
	}
	return c.heldBy(t) >= claimShared
}

// states reports whether a sentence holds a claim of another article in the outlet's own
// voice: nobody speaks in it, nothing is hedged, denied or left open.
func (d *doc) states(s int, c claim, o *doc) bool {
	if !c.heldIn(d.terms()[s]) || c.first != "" && !d.terms()[s].has(c.first) || !d.flat(s) || !d.longEnough(s) || d.denials(d.sentences[s].Span) != o.denials(c.content) {
		return false
	}
	return !amountsClash(c.content.Of(o.Text), d.sentences[s].Of(d.Text), d.lang())
}

// amountsClash reports whether two sentences measure or count the same, and no such amounts
// of them agree.
func amountsClash(a, b, lang string) bool {
	for _, x := range amountsIn(a, lang) {
		clash, agree := false, false
		for _, y := range amountsIn(b, lang) {
			same := sameQuantity(x.Unit, y.Unit) && (x.Unit != "" || x.Of == y.Of)
			clash, agree = clash || same, agree || x.Agrees(y)
		}
		if clash && !agree {
			return true
		}
	}
	return false
}

// flat reports whether nobody speaks in a sentence, and nothing is hedged or left open.
func (d *doc) flat(s int) bool {
	span := d.sentences[s].Span
	if len(d.hedgesIn(s)) > 0 || d.speculates(span) || len(d.markedIn(span)) > 0 {
		return false
	}
	words, _ := d.wordsIn(span)
	for _, w := range words {
		if _, speaks := stanceOf(w.Norm, d.lang()); speaks || clauseVerbs[w.Norm] || sourcing[w.Norm] {
			return false
		}
	}
	return true
}

// sourcing are words of sentences that name a source without a verb of speaking.
var sourcing = map[string]bool{
	"according": true, "saying": true, "report": true, "reports": true, "reported": true, "reportedly": true, "claim": true, "claims": true, "allegation": true,
	"allegations": true, "accused": true, "accuses": true, "believe": true, "believes": true, "believed": true, "likely": true, "expected": true, "scheduled": true, "thought": true, "prosecutors": true, "alleged": true, "charges": true,
}

// denials counts the words of a span that turn it round, up to its being even or odd.
func (d *doc) denials(span text.Span) int {
	n := 0
	words, _ := d.wordsIn(span)
	for _, w := range words {
		switch {
		case w.Norm == "not", w.Norm == "no", w.Norm == "never", w.Norm == "without", w.Norm == "none", strings.HasSuffix(w.Norm, "n't"), strings.HasSuffix(w.Norm, "n’t"):
			n++
		}
	}
	return n % 2
}

// statesToo reports whether the article of a claim states it as a fact elsewhere.
func (d *doc) statesToo(c claim) bool {
	for s := range d.sentences {
		if s != c.sentence && c.heldIn(d.terms()[s]) && (d.isHeadline(s) || d.flat(s)) {
			return true
		}
	}
	return false
}

// claimsToo reports whether an article gives another's claim as somebody's words too.
func (d *doc) claimsToo(c claim) bool {
	for s := range d.sentences {
		if c.heldIn(d.terms()[s]) && !d.isHeadline(s) && !d.flat(s) {
			return true
		}
	}
	return false
}

// hedgesIn returns the hedges of a sentence outside quotation marks.
func (d *doc) hedgesIn(s int) []text.Span {
	if d.lang() != "en" {
		return nil
	}
	words, first := d.wordsIn(d.sentences[s].Span)
	var out []text.Span
	for i := range words {
		n, _ := hedges().at(d.words, first+i)
		if n == 0 || first+i+n > len(d.words) {
			continue
		}
		at := text.Span{Start: words[i].Start, End: d.words[first+i+n-1].End}
		if !d.quoted(at) {
			out = append(out, at)
		}
	}
	return out
}

// speaks reports whether a sentence is mostly a quote, whose certainty is its speaker's.
func (d *doc) speaks(s int) bool {
	n := 0
	for _, m := range d.marked {
		n += m.Overlap(d.sentences[s].Span)
	}
	return 2*n > d.sentences[s].Len()
}

// undone reports whether what is hedged is confirmed in the same sentence: "suspected an
// error, which was confirmed".
func (d *doc) undone(hedge text.Span) bool {
	words, _ := d.wordsIn(text.Span{Start: hedge.End, End: d.sentences[d.sentenceAt(hedge.Start)].End})
	return slices.ContainsFunc(words, func(w text.Word) bool {
		switch text.Stem(w.Norm, d.lang()) {
		case "confirm", "prove", "verifi", "admit", "indeed":
			return true
		}
		return false
	})
}
