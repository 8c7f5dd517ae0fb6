package ledger

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// clauseWords is the length from which words left out are a clause that went as a
// whole; the facts in it went with it and did not change.
const clauseWords = 4

// longClause is the length beyond which words left out are more than one clause, if a comma
// or a conjunction stands among them.
const longClause = 6

// phraseLength is the most words of a variant that is no statement of its own.
const phraseLength = 4

// changes lists what sets the variant apart, weightiest first.
func (c *compared) changes() []Change {
	var out []Change
	for _, f := range c.factChanges {
		out = append(out, c.change(f.kind, f.a, f.b))
	}
	if c.vs.conflict(c.from.voice, c.to.voice) {
		ch := c.change(ChangedSpeaker, text.Span{}, text.Span{})
		ch.From, ch.To = c.from.voice.name, c.to.voice.name
		out = append(out, ch)
	}
	for _, r := range c.rest {
		if len(r.wordsA)+len(r.wordsB) > 0 {
			out = append(out, c.change(c.kind(r), trimmed(r.a, r.wordsA), trimmed(r.b, r.wordsB)))
		}
	}
	if len(out) == 0 && c.from.text() != c.to.text() {
		out = c.punctuation()
	}
	slices.SortStableFunc(out, func(x, y Change) int { return cmp.Compare(rank(x.Type), rank(y.Type)) })
	return out
}

// rank orders the types of changes, weightiest first.
func rank(t ChangeType) int {
	return slices.Index([]ChangeType{
		ChangedNumber, ChangedNegation, ChangedName, ChangedDate, ChangedSpeaker,
		ChangedModality, JoinedWords, DroppedWords, BracketedWords, AddedWords, RewordedWords, ChangedPunctuation,
	}, t)
}

// change makes a change of two spans in the texts of the pieces.
func (c *compared) change(kind ChangeType, a, b text.Span) Change {
	return Change{
		Type: kind, From: a.Of(c.from.text()), To: b.Of(c.to.text()),
		FromAt: c.from.place(a), ToAt: c.to.place(b),
	}
}

func (c *compared) kind(r region) ChangeType {
	switch {
	case inBrackets(c.from.text(), r.wordsA), inBrackets(c.to.text(), r.wordsB):
		return BracketedWords
	case len(r.wordsB) == 0 && holdsEllipsis(r.b.Of(c.to.text())):
		return JoinedWords
	case len(r.wordsB) == 0:
		return DroppedWords
	case len(r.wordsA) == 0:
		return AddedWords
	}
	return RewordedWords
}

// inBrackets reports whether all the words stand in square brackets.
func inBrackets(s string, words []text.Word) bool {
	if len(words) == 0 {
		return false
	}
	before, after := s[:words[0].Start], s[words[len(words)-1].End:]
	inside := trimmed(text.Span{}, words).Of(s)
	return strings.LastIndexByte(before, '[') > strings.LastIndexByte(before, ']') &&
		strings.IndexByte(after, ']') >= 0 && !strings.ContainsAny(inside, "[]")
}

func holdsEllipsis(s string) bool {
	return strings.Contains(s, "…") || strings.Contains(s, "...") || strings.Contains(s, ". . .")
}

// trimmed returns the span from the first to the last word.
func trimmed(s text.Span, words []text.Word) text.Span {
	if len(words) == 0 {
		return text.Span{Start: s.Start, End: s.Start}
	}
	return text.Span{Start: words[0].Start, End: words[len(words)-1].End}
}

// A factChange is a fact that differs, or stands on one side only.
type factChange struct {
	kind   ChangeType
	a, b   text.Span
	region int // where it differs
}

// readFacts finds the facts that changed, and what else differs in each region.
func (c *compared) readFacts() {
	c.factChanges = c.changedFacts()
	c.rest = slices.Clone(c.regions)
	for _, f := range c.factChanges {
		r := &c.rest[f.region]
		r.wordsA, r.wordsB = wordsBeside(r.wordsA, f.a), wordsBeside(r.wordsB, f.b)
	}
}

// changedFacts pairs the facts that have no match on the other side, region by region.
func (c *compared) changedFacts() []factChange {
	a, b := c.unmatched()
	var out []factChange
	for i := range c.regions {
		for _, kind := range []ChangeType{ChangedNumber, ChangedNegation, ChangedName, ChangedDate, ChangedModality} {
			out = append(out, c.pairFacts(kind, i, &a, &b)...)
		}
		if from, to, ok := c.regions[i].denied(); ok {
			out = append(out, factChange{ChangedNegation, from, to, i})
		}
	}
	return out
}

// unmatched returns the facts of either side without those that both have.
func (c *compared) unmatched() (a, b []fact) {
	a = c.from.facts(c.rs[c.from.article], c.vs)
	b = c.to.facts(c.rs[c.to.article], c.vs)
	from := sync.OnceValue(func() string { return parted(c.from.tokens) })
	to := sync.OnceValue(func() string { return parted(c.to.tokens) })
	a = slices.DeleteFunc(a, func(f fact) bool { return f.joined(c.from, to) })
	b = slices.DeleteFunc(b, func(f fact) bool { return f.joined(c.to, from) })
	for _, near := range []bool{true, false} {
		a = slices.DeleteFunc(a, func(f fact) bool {
			k := slices.IndexFunc(b, func(g fact) bool {
				return f.kind == g.kind && sameFact(f, g) && (!near || c.beside(f, g))
			})
			if k >= 0 {
				b = slices.Delete(b, k, k+1)
			}
			return k >= 0
		})
	}
	return a, b
}

// beside reports whether two facts stand in the same region, or both in none: of the two
// "will" in one wording, that which did not change is the other wording's "will".
func (c *compared) beside(f, g fact) bool {
	i := slices.IndexFunc(c.regions, func(r region) bool { return r.a.Overlap(f.span) > 0 })
	j := slices.IndexFunc(c.regions, func(r region) bool { return r.b.Overlap(g.span) > 0 })
	return i == j
}

// joined reports whether the fact is words with a hyphen, or a hyphen in the other wording,
// where both have them side by side: "one-China" and "one China".
func (f fact) joined(p *piece, other func() string) bool {
	word := f.span.Of(p.text())
	return strings.ContainsAny(text.Fold(word), "- ") && strings.Contains(other(), parted(text.Words(word)))
}

// parted returns the folded words, cut at hyphens, with a space on either side.
func parted(words []text.Word) string { return strings.ReplaceAll(normed(words), "-", " ") }

// sameFact reports whether two facts say the same. A number without a unit agrees
// with one of any unit.
func sameFact(f, g fact) bool {
	if f.key == g.key {
		return true
	}
	if f.kind != ChangedNumber {
		return false
	}
	return strings.TrimSuffix(f.key, " ") == strings.Fields(g.key + " ")[0] || strings.TrimSuffix(g.key, " ") == strings.Fields(f.key + " ")[0]
}

// pairFacts returns the changes of one kind in a region. What stands on one side only
// counts when it is a change of the words around it, and not a clause that came or went.
func (c *compared) pairFacts(kind ChangeType, i int, a, b *[]fact) []factChange {
	r := c.regions[i]
	fa, fb := take(a, kind, r.a), take(b, kind, r.b)
	out := make([]factChange, 0, max(len(fa), len(fb)))
	for k := range max(len(fa), len(fb)) {
		f := factChange{kind: kind, a: text.Span{Start: r.a.Start, End: r.a.Start}, b: text.Span{Start: r.b.Start, End: r.b.Start}, region: i}
		if k < len(fa) {
			f.a = fa[k].span
		}
		if k < len(fb) {
			f.b = fb[k].span
		}
		if k < len(fa) && k < len(fb) || c.oneSided(r, kind) && !c.justOne(f) {
			out = append(out, f)
		}
	}
	return out
}

// justOne reports whether what stands on one side alone is the word one, which is often no
// number: “not one” and “no”, “one cow” and “a single cow”.
func (c *compared) justOne(f factChange) bool {
	return text.Fold(f.a.Of(c.from.text())+f.b.Of(c.to.text())) == "one"
}

// oneSided reports whether a fact on one side of the region alone is a change.
func (c *compared) oneSided(r region, kind ChangeType) bool {
	switch kind {
	case ChangedNegation:
		return !c.phraseAlone(r) && !isClause(c.from.text(), r.a, r.wordsA, r.wordsB) && !isClause(c.to.text(), r.b, r.wordsB, r.wordsA) &&
			!inRelative(c.from.text(), r.wordsA) && !inRelative(c.to.text(), r.wordsB)
	case ChangedModality:
		// "could have saved" against "saved"; a modal verb reworded away is no news.
		return len(r.wordsA)+len(r.wordsB) < clauseWords && (len(r.wordsA) == 0 || len(r.wordsB) == 0)
	case ChangedNumber:
		return len(r.wordsA)+len(r.wordsB) < 2*clauseWords && (len(r.wordsA) < clauseWords || len(r.wordsB) > 0)
	}
	return false
}

// phrase reports whether the variant is no sentence: its article prints a part, or a few
// words of many.
func (c *compared) phrase() bool {
	return c.to.kind == quote.Partial || c.to.words <= phraseLength && c.from.words > 2*phraseLength
}

// phraseAlone reports whether the variant is a phrase of a few words, which says neither
// yes nor no, and the region lies before or after it.
func (c *compared) phraseAlone(r region) bool {
	if !c.phrase() || c.to.words > phraseLength {
		return false
	}
	words := c.to.tokens
	return len(r.wordsB) == 0 && (r.b.End <= words[0].Start || r.b.Start >= words[len(words)-1].End)
}

// isClause reports whether words that stand on one side alone are a clause of their
// own, parted by a mark from what both sides share: a negation in it denies nothing else.
func isClause(s string, at text.Span, words, others []text.Word) bool {
	if len(words) < clauseWords || len(others) > 0 {
		return false
	}
	if len(words) > longClause && slices.ContainsFunc(words[1:], func(w text.Word) bool { return conjunction(w.Norm) || s[w.Start-2] == ',' }) {
		return true // the end of one clause and all of another
	}
	at = trimmed(at, words)
	before, after := strings.TrimRight(s[:at.Start], " "), strings.TrimLeft(s[at.End:], " ")
	const marks = ",;:.!?()-–—…"
	opens := before == "" || strings.ContainsRune(marks, lastRune(before)) || conjunction(words[0].Norm)
	closes := !holdsWord(after) || strings.ContainsRune(marks, firstRune(after))
	return opens && closes
}

// inRelative reports whether what the words deny stands in a clause that a comma and a
// relative pronoun open among them: it denies nothing of the rest.
func inRelative(s string, words []text.Word) bool {
	denied := slices.IndexFunc(words, func(w text.Word) bool { return negates(w.Norm) })
	for i := range max(0, denied) {
		if w := words[i]; relative(w.Norm) && strings.HasSuffix(strings.TrimRight(s[:w.Start], " "), ",") {
			return true
		}
	}
	return false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// denied returns the words of a region of which one denies the other: "likely" and
// "unlikely".
func (r region) denied() (a, b text.Span, ok bool) {
	at, opposite := make(map[string]int), make(map[string]int)
	note := func(of map[string]int, word string, j int) {
		if _, seen := of[word]; !seen {
			of[word] = j
		}
	}
	for j, v := range r.wordsB {
		note(at, v.Norm, j)
		for _, word := range denied(v.Norm) {
			note(opposite, word, j)
		}
	}
	for _, w := range r.wordsA {
		first, found := opposite[w.Norm]
		for _, word := range denied(w.Norm) {
			if j, ok := at[word]; ok && (!found || j < first) {
				first, found = j, true
			}
		}
		if found {
			return w.Span, r.wordsB[first].Span, true
		}
	}
	return a, b, false
}

// take removes the facts of one kind that lie in a span, and returns them.
func take(facts *[]fact, kind ChangeType, s text.Span) []fact {
	var out []fact
	*facts = slices.DeleteFunc(*facts, func(f fact) bool {
		if f.kind == kind && s.Overlap(f.span) > 0 {
			out = append(out, f)
			return true
		}
		return false
	})
	return out
}

// wordsBeside returns the words outside of a span.
func wordsBeside(words []text.Word, s text.Span) []text.Word {
	var out []text.Word
	for _, w := range words {
		if !s.Contains(w.Span) {
			out = append(out, w)
		}
	}
	return out
}

// punctuation returns the first difference in marks between the words, as one change:
// marks set otherwise, or in another style. Capital letters are no difference.
func (c *compared) punctuation() []Change {
	from, to := c.from.text(), c.to.text()
	last := trimmed(text.Span{}, text.Words(from)).End
	for _, e := range align.Diff(from, to) {
		a, b := strings.TrimSpace(e.A.Of(from)), strings.TrimSpace(e.B.Of(to))
		if e.Op != align.Same && e.A.Start < last && !strings.EqualFold(a, b) && closedUp(text.Words(a)) == closedUp(text.Words(b)) {
			return []Change{c.change(ChangedPunctuation, e.A, e.B)}
		}
	}
	return nil
}
