package ledger

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// A fact is something in a wording that must not change unnoticed: a number, a
// negation, a name, a date, a modal verb.
type fact struct {
	kind ChangeType
	span text.Span // in the text of the piece
	key  string    // the same for facts that say the same
}

// facts returns the facts of a piece, in order of their kind and place.
func (p *piece) facts(r *quote.Reading, vs *voices) []fact {
	s, lang := p.text(), r.Language()
	words := text.Words(s)
	out := numbersOf(s, lang)
	out = append(out, datesOf(s, lang)...)
	out = append(out, figuresOf(s, words, out)...)
	out = append(out, p.namesOf(words, out, r, vs)...)
	for _, w := range words {
		if first, _, _ := strings.Cut(w.Norm, "-"); negates(first) {
			out = append(out, fact{ChangedNegation, w.Span, "not"})
		}
	}
	return append(out, modalsOf(words, p.unquoted())...)
}

func numbersOf(s, lang string) []fact {
	numbers := text.Numbers(s, lang)
	out := make([]fact, len(numbers))
	for i, n := range numbers {
		out[i] = fact{ChangedNumber, n.Span, strconv.FormatFloat(n.Value, 'g', -1, 64) + " " + n.Unit}
	}
	return out
}

func datesOf(s, lang string) []fact {
	dates := text.Dates(s, lang)
	out := make([]fact, len(dates))
	for i, d := range dates {
		key := strings.Join([]string{strconv.Itoa(d.Year), strconv.Itoa(d.Month), strconv.Itoa(d.Day), d.Weekday}, "-")
		out[i] = fact{ChangedDate, d.Span, key}
	}
	return out
}

// figuresOf returns the words with figures that are in no amount or date: scores,
// house numbers, names of roads and laws.
func figuresOf(s string, words []text.Word, known []fact) []fact {
	var out []fact
	for _, w := range words {
		if !inFacts(known, w.Span) && strings.ContainsAny(w.Of(s), "0123456789") {
			out = append(out, fact{ChangedNumber, w.Span, w.Norm})
		}
	}
	return out
}

func inFacts(facts []fact, s text.Span) bool {
	return slices.ContainsFunc(facts, func(f fact) bool { return f.span.Overlap(s) > 0 })
}

// namesOf returns the names in a piece: what the article's names know, and other
// capitalised words that do not begin the sentence.
func (p *piece) namesOf(words []text.Word, known []fact, r *quote.Reading, vs *voices) []fact {
	var out []fact
	last := -1
	for k, w := range words {
		if inFacts(known, w.Span) {
			continue
		}
		at := p.place(w.Span)
		if i := r.Names().At(at); i >= 0 {
			if id := vs.union.ID(p.article, i); id != last || len(out) == 0 {
				out = append(out, fact{ChangedName, w.Span, "#" + strconv.Itoa(id)})
				last = id
			} else {
				out[len(out)-1].span.End = w.End
			}
			continue
		}
		last = -1
		if p.mayName(w, k == 0) {
			out = append(out, fact{ChangedName, w.Span, w.Norm})
		}
	}
	return out
}

// firstWordRarity is how rare the first word of a sentence must be to be taken for a name.
const firstWordRarity = 0.6

// mayName reports whether a capitalised word looks like a name.
func (p *piece) mayName(w text.Word, first bool) bool {
	lang := p.reading.Language()
	if !capital(w.Of(p.text())) || text.Stop(w.Norm, lang) {
		return false
	}
	return !first || text.Rarity(text.Stem(w.Norm, lang), lang) >= firstWordRarity
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return text.IsCapital(string(r))
}
