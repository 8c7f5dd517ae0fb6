package dedup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/shingle"
	"github.com/storydiff/storydiff/compare/text"
)

// Compare measures two articles exactly and names their relation. A and B of the copy
// are 0 and 1. For many pairs of the same articles there is Comparer.
func Compare(a, b *quote.Reading) Copy {
	return NewComparer([]*quote.Reading{a, b}).Compare(0, 1)
}

// CompareTexts is Compare of two texts as ingested.
func CompareTexts(a, b Text) Copy { return Compare(a.reading(), b.reading()) }

// republished is the least Jaccard of a text that was published again as it was.
const republished = .8

// alike reports whether so much is shared that chance and quotes do not explain it.
func (c *Copy) alike() bool {
	return c.Jaccard >= minJaccard || max(c.AInB, c.BInA) >= minContainment
}

// relate names the relation of two measured articles and lists what shows it.
func relate(c *Copy, a, b *quote.Reading) {
	switch {
	case a.Raw == b.Raw && a.Title == b.Title:
		c.Relation = Identical
	case c.alike():
		va, vb := versions(a, b)
		c.nameAlike(va, vb, false)
	default:
		c.Relation = Independent
		if c.Jaccard >= frameJaccard {
			c.checkFrame(versions(a, b))
		}
	}
	if c.AInB == 0 {
		return
	}
	c.Passages = passages(a, b)
	if c.Relation == Independent && slices.ContainsFunc(c.Passages, func(p Passage) bool { return ownWords(p, a, b) }) {
		c.Relation = Passages
	}
}

// nameAlike names the relation of two alike texts that are not identical, and lists
// the facts in which they differ.
//
// briefly looks for names that differ, which are dear to find, only where nothing else
// does and so much is shared that it matters.
func (c *Copy) nameAlike(a, b *version, briefly bool) {
	mayBeWriting := true
	if !c.holds(a, b) {
		changes := edits(a.Text, b.Text)
		c.Differs = differences(a, b, changes, !briefly, c.mayDrop())
		mayBeWriting = len(c.Differs) == 0 && sameLetters(a.Text, b.Text, changes)
	}
	c.Relation = c.relation(a, b, mayBeWriting)
}

// holds reports whether one text plainly changes no fact of the other: it holds all of
// its shingles, so all of its words in their order, and its figures with their signs,
// which shingles leave out.
func (c *Copy) holds(a, b *version) bool {
	return c.AInB == 1 && allFigures(a.Raw, b.Raw) || c.BInA == 1 && allFigures(b.Raw, a.Raw)
}

// allFigures reports whether a text has all figures of another, written the same.
func allFigures(of, in string) bool {
	known := map[string]int{}
	for f := range signedFigures(in) {
		known[f]++
	}
	for f := range signedFigures(of) {
		if known[f]--; known[f] < 0 {
			return false
		}
	}
	return true
}

// relation names the relation of two alike texts that are not identical, and that may or
// cannot differ in case and marks only.
func (c *Copy) relation(a, b *version, mayBeWriting bool) Relation {
	switch {
	case isTemplate(c.Differs, a):
		return Template
	case len(c.Differs) > 0:
		return Update
	case mayBeWriting && (sameWords(a.Text, b.Text) || c.Jaccard == 1 && sameWords(a.Title, b.Title) && sameWords(a.Raw, b.Raw)):
		return Cosmetic
	case c.Jaccard >= republished:
		return Republished
	case c.AInB >= minContainment && c.AInB >= c.BInA:
		return Extended
	case c.BInA >= minContainment:
		return Shortened
	}
	return Update
}

// A text is a template when at least templateFacts facts differ, in at least
// templateShare of its sentences: the frame stays and what it tells is new.
const (
	templateFacts = 4
	templateShare = .4
)

// In a template most 5-grams may hold a figure, so that few are shared while most
// words are: frameJaccard is the least Jaccard, frameWords the least share of either text.
const (
	frameJaccard = .1
	frameWords   = .6
)

// checkFrame tells a template from texts that are independent.
func (c *Copy) checkFrame(a, b *version) {
	changes := edits(a.Text, b.Text)
	if sameShare(a.Text, b.Text, changes) < frameWords {
		return
	}
	if differs := differences(a, b, changes, true, false); isTemplate(differs, a) {
		c.Relation, c.Differs = Template, differs
	}
}

// sameShare returns the share of the longer text that both have.
func sameShare(a, b string, edits []align.Edit) float64 {
	same := 0
	for _, e := range edits {
		if e.Op == align.Same {
			same += e.A.Len()
		}
	}
	return float64(same) / float64(max(1, len(a), len(b)))
}

func isTemplate(differs []Difference, a *version) bool {
	if len(differs) < templateFacts {
		return false
	}
	touched, last := 0, text.Span{End: -1}
	for _, d := range differs { // in the order of the text
		if s := a.sentenceAt(d.A); s != last {
			touched, last = touched+1, s
		}
	}
	return float64(touched) >= templateShare*float64(a.countSentences())
}

// passageWords is the length from which a passage is listed. Names, titles and stock
// phrases ("told reporters at the White House on Monday that the United States") are shorter.
const passageWords = 12

// passages returns the stretches of words that both bodies have.
func passages(a, b *quote.Reading) []Passage {
	shared := shingle.Passages(a.Text[a.BodyStart:], b.Text[b.BodyStart:], passageWords)
	found := make([]Passage, len(shared))
	for i, p := range shared {
		found[i] = Passage{A: p.A.Shift(a.BodyStart), B: p.B.Shift(b.BodyStart)}
	}
	return found
}

// ownWords reports whether a passage is more than a quote: two reporters who were
// there have the same words of a speaker, which one of them may print without marks.
func ownWords(p Passage, a, b *quote.Reading) bool {
	return !mostlyQuoted(p.A, a.Quotes()) && !mostlyQuoted(p.B, b.Quotes())
}

// mostlyQuoted reports whether at least half of a passage stands in quotes.
func mostlyQuoted(p text.Span, quotes []quote.Quote) bool {
	quoted := 0
	for _, q := range quotes {
		if q.Kind == quote.Direct || q.Kind == quote.Partial {
			quoted += q.Overlap(p)
		}
	}
	return 2*quoted >= p.Len()
}

// sameWords reports whether two texts differ in case and marks only. Marks on figures
// count: they may be signs.
func sameWords(a, b string) bool {
	head := sharedHead(a, b)
	tail := sharedTail(a[head:], b[head:])
	a, b = a[head:len(a)-tail], b[head:len(b)-tail]
	return sameHead(a, b) && equalWords(text.Fold(a), text.Fold(b)) && allFigures(a, b)
}

// equalWords reports whether two texts hold the same words in the same order.
func equalWords(a, b string) bool {
	for {
		var wa, wb string
		wa, a = cutWord(a)
		wb, b = cutWord(b)
		if wa != wb || wa == "" {
			return wa == wb
		}
	}
}

// cutWord returns the first word of a text and what follows it.
func cutWord(s string) (word, rest string) {
	start := 0
	for start < len(s) && !isWordByte(s[start]) && s[start] < utf8.RuneSelf {
		start++
	}
	first := strings.IndexFunc(s[start:], isWordRune)
	if first < 0 {
		return "", ""
	}
	start += first
	end := start
	for end < len(s) && isWordByte(s[end]) {
		end++
	}
	if n := strings.IndexFunc(s[end:], func(r rune) bool { return !isWordRune(r) }); n >= 0 {
		return s[start : end+n], s[end+n:]
	}
	return s[start:], ""
}

// sameLetters reports whether what edits take out of one text has as many letters and
// digits, made plain, as what they put in. Without that the words are not the same.
func sameLetters(a, b string, edits []align.Edit) bool {
	more := 0
	for _, e := range edits {
		if e.Op != align.Same {
			more += countLetters(e.A.Of(a)) - countLetters(e.B.Of(b))
		}
	}
	return more == 0
}

func countLetters(s string) (n int) {
	for _, r := range text.Fold(s) {
		if isWordRune(r) {
			n++
		}
	}
	return n
}

// sameHead reports whether two texts begin with the same words, which tells most texts
// apart at once.
func sameHead(a, b string) bool {
	const head = 100 // bytes
	wa, wb := foldedWords(a[:min(head, len(a))]), foldedWords(b[:min(head, len(b))])
	n := max(0, min(len(wa), len(wb))-1) // the last may be cut
	return slices.Equal(wa[:n], wb[:n])
}

func foldedWords(s string) []string {
	return strings.FieldsFunc(text.Fold(s), func(r rune) bool { return !isWordRune(r) })
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
