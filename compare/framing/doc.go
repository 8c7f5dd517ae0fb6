package framing

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// A doc is one article with what several signals ask of it.
type doc struct {
	*quote.Reading
	index     int // of the article
	sentences []article.Sentence
	words     []text.Word              // of the whole text
	marked    []text.Span              // stretches in quotation marks, headline and body, in order
	terms     func() []terms           // of every sentence
	stems     func() map[string]int    // how often each stem of a content word stands in it
	amounts   func() []text.Number     // of the whole text
	figures   func() []bool            // which sentences hold an amount
	tallies   func() []tally           // of the whole text
	spoken    func() map[int][]verbUse // verbs of speaking, by the entity that is their subject
	alignable func() *align.Article    // the sentences, ready to be aligned
}

// Sentences are compared with each other, and figures too, so that endless pages must be
// cut short: what comes after is a ticker, a transcript or an attack.
const (
	mostSentences       = 600
	mostFigureSentences = 80
)

func newDoc(index int, r *quote.Reading) *doc {
	sentences := r.Sentences()
	d := &doc{Reading: r, index: index, sentences: sentences[:min(len(sentences), mostSentences)], words: text.Words(r.Text)}
	for _, q := range r.Quotes() {
		if q.Kind != quote.Indirect {
			d.marked = append(d.marked, partsOf(q)...)
		}
	}
	slices.SortFunc(d.marked, func(a, b text.Span) int { return a.Start - b.Start })
	d.terms = sync.OnceValue(d.sentenceTerms)
	d.stems = sync.OnceValue(d.countStems)
	d.figures = sync.OnceValue(d.findFigures)
	d.tallies = sync.OnceValue(d.countTallies)
	d.spoken = sync.OnceValue(d.verbsByEntity)
	d.alignable = sync.OnceValue(func() *align.Article { return align.Read(d.texts(), d.headlines(), d.lang()) })
	d.amounts = sync.OnceValue(func() []text.Number { return amountsIn(d.Text, d.lang()) })
	return d
}

// partsOf returns the stretches of a quote.
func partsOf(q quote.Quote) []text.Span {
	if len(q.Spans) > 0 {
		return q.Spans
	}
	return []text.Span{q.Span}
}

func (d *doc) lang() string { return d.Language() }

func (d *doc) countStems() map[string]int {
	stems := map[string]int{}
	for _, w := range d.words {
		if !text.Stop(w.Norm, d.lang()) {
			stems[text.Stem(w.Norm, d.lang())]++
		}
	}
	return stems
}

// findFigures says which sentences hold an amount, up to the most that are compared.
func (d *doc) findFigures() []bool {
	out := make([]bool, len(d.sentences))
	found := 0
	for _, n := range d.amounts() {
		if s := d.sentenceAt(n.Start); s >= 0 && !out[s] && found < mostFigureSentences {
			out[s] = true
			found++
		}
	}
	return out
}

// texts returns the sentences as strings.
func (d *doc) texts() []string {
	out := make([]string, len(d.sentences))
	for i, s := range d.sentences {
		out[i] = s.Of(d.Text)
	}
	return out
}

// quoted reports whether a span stands in quotation marks.
func (d *doc) quoted(s text.Span) bool {
	i := sort.Search(len(d.marked), func(i int) bool { return d.marked[i].End > s.Start })
	return i < len(d.marked) && d.marked[i].Overlap(s) > 0
}

// wordsIn returns the words of a span, and the index of the first.
func (d *doc) wordsIn(s text.Span) (words []text.Word, first int) {
	i := sort.Search(len(d.words), func(i int) bool { return d.words[i].Start >= s.Start })
	j := sort.Search(len(d.words), func(j int) bool { return d.words[j].End > s.End })
	return d.words[i:max(i, j)], i
}

// sentenceAt returns the index of the sentence that holds a byte, or -1.
func (d *doc) sentenceAt(at int) int {
	i := sort.Search(len(d.sentences), func(i int) bool { return d.sentences[i].End > at })
	if i == len(d.sentences) || d.sentences[i].Start > at {
		return -1
	}
	return i
}

// said makes a wording of spans that all say the same; the first gives its text.
func (d *doc) said(spans ...text.Span) Said {
	return Said{Text: spans[0].Of(d.Text), Spans: spans, Quoted: d.quoted(spans[0])}
}

// headlines returns how many sentences at the beginning are the headline.
func (d *doc) headlines() int {
	n := 0
	for n < len(d.sentences) && d.isHeadline(n) {
		n++
	}
	return n
}

// isHeadline reports whether a sentence is the headline.
func (d *doc) isHeadline(sentence int) bool {
	return sentence >= 0 && d.sentences[sentence].Paragraph == 0
}

const (
	// shortestLede is how many content words a lede has at least; a dateline has fewer.
	shortestLede = 4
	// plainLede is how many words of any kind a lede has that has fewer content words.
	plainLede = 6
)

// lede returns the index of the first sentence of the body, datelines, bylines and
// captions passed over, or -1.
func (d *doc) lede() int {
	first, caption := -1, 0 // a paragraph
	for i, s := range d.sentences {
		if s.Paragraph == caption || len(d.terms()[i].list) < shortestLede && d.wordCount([]text.Span{s.Span}) < plainLede {
			continue
		}
		told := s.Of(d.Text)
		if captioned(told) {
			caption = s.Paragraph
		} else if ended(told) {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	return first
}

// ended reports whether a sentence ends like one; a byline does not.
func ended(s string) bool {
	return strings.ContainsRune(".!?…。！？", lastRune(strings.TrimRight(s, " \n\"'”’»)")))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// presented reports whether a sentence says what one of an outlet's people does in a film
// beside the article: "Harbour Radio’s Ann Oak discusses the budget."
func presented(s string) bool {
	words := text.Words(s)
	owned := false
	for _, w := range words[:min(len(words), presentedWithin)] {
		if owned && (w.Norm == "discusses" || w.Norm == "joins" || w.Norm == "reports" || w.Norm == "talks" || w.Norm == "explains" || w.Norm == "speaks") {
			return true
		}
		if !text.IsCapital(w.Of(s)) {
			return false
		}
		owned = owned || strings.HasSuffix(w.Norm, "'s") || strings.HasSuffix(w.Norm, "’s")
	}
	return false
}

// presentedWithin is how many words at most name who presents a film, and say so.
const presentedWithin = 7

// captioned reports whether a sentence opens as the caption of a picture does.
func captioned(s string) bool {
	if strings.HasPrefix(s, "CLOSE ") { // what a player of films leaves on a page
		return true
	}
	folded := text.Fold(s)
	for _, opening := range [...]string{"photo:", "photos:", "image:", "image copyright", "image caption", "media caption", "media playback", "video:", "watch:", "poster=", "file photo"} {
		if strings.HasPrefix(folded, opening) {
			return true
		}
	}
	return presented(s) || strings.Contains(folded, ", file photo, ") || strings.Contains(folded, "(reuters photo:") || strings.Contains(folded, "(photo by")
}
