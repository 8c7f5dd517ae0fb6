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

	telling bool // two utterances hardly share it by chance
}

// facts returns the facts of a piece, in order of their kind and place. They are read once:
// the fullest wording is held against every other.
func (p *piece) facts(r *quote.Reading, vs *voices) []fact {
	if !p.examined {
		p.known, p.examined = p.readFacts(r, vs), true
	}
	return slices.Clone(p.known)
}

func (p *piece) readFacts(r *quote.Reading, vs *voices) []fact {
	s := p.text()
	words := p.tokens
	numbers, dates := p.amounts()
	out := slices.Concat(numbers, dates)
	out = append(out, figuresOf(s, words, out)...)
	out = append(out, p.namesOf(words, out, r, vs)...)
	for i, w := range words {
		if first, _, _ := strings.Cut(w.Norm, "-"); negates(first) && !leavesOpen(words, i) {
			out = append(out, fact{kind: ChangedNegation, span: w.Span, key: "not"})
		}
	}
	return append(out, modalsOf(words, p.unquoted())...)
}

// amounts returns the numbers and dates of a piece.
func (p *piece) amounts() (numbers, dates []fact) {
	if p.counted {
		return p.numbers, p.dates
	}
	found, days := text.NumbersAndDates(p.text(), p.reading.Language())
	p.numbers, p.dates, p.counted = make([]fact, len(found)), make([]fact, len(days)), true
	for i, n := range found {
		p.numbers[i] = fact{ChangedNumber, n.Span, strconv.FormatFloat(n.Value, 'g', -1, 64) + " " + n.Unit, n.Value >= leastTelling}
	}
	for i, d := range days {
		key := strings.Join([]string{strconv.Itoa(d.Year), strconv.Itoa(d.Month), strconv.Itoa(d.Day), d.Weekday}, "-")
		p.dates[i] = fact{ChangedDate, d.Span, key, d.Year != 0 || d.Day != 0}
	}
	return p.numbers, p.dates
}

// leastTelling is the least number that hardly two utterances share by chance.
const leastTelling = 10

// figures returns the telling numbers and dates of a piece.
func (p *piece) figures() []string {
	if p.figured {
		return p.telling
	}
	numbers, dates := p.amounts()
	p.telling, p.figured = nil, true
	for _, f := range slices.Concat(numbers, dates) {
		if f.telling {
			p.telling = append(p.telling, strings.Fields(f.key)[0])
		}
	}
	return p.telling
}

// contained reports whether b holds all of a.
func contained(a, b []string) bool {
	for _, s := range a {
		if !slices.Contains(b, s) {
			return false
		}
	}
	return true
}

// figuresOf returns the words with figures that are in no amount or date: scores,
// house numbers, names of roads and laws.
func figuresOf(s string, words []text.Word, known []fact) []fact {
	var out []fact
	for _, w := range words {
		if !inFacts(known, w.Span) && strings.ContainsAny(w.Of(s), "0123456789") {
			out = append(out, fact{kind: ChangedNumber, span: w.Span, key: w.Norm})
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
				out = append(out, fact{kind: ChangedName, span: w.Span, key: "#" + strconv.Itoa(id)})
				last = id
			} else {
				out[len(out)-1].span.End = w.End
			}
			continue
		}
		last = -1
		if p.mayName(w, k == 0) {
			out = append(out, fact{kind: ChangedName, span: w.Span, key: w.Norm})
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
