package similar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/text"
	"github.com/zeebo/xxh3"
)

// A token is a word of an article as the scores see it.
type token struct {
	text.Span
	term   term
	rarity float64 // 0 for function words
	name   bool    // written with a capital inside a sentence
	small  bool    // written without a capital
	number bool
	quoted bool // stands between quotation marks
}

// strangerRarity is the rarity of a name that nobody has heard of.
const strangerRarity = 0.75

// A lexicon remembers the stems of words, so that each is found once a run.
type lexicon struct {
	known     map[string]map[string]entry // by language, then folded word
	strangers bool                        // take every name for that of a stranger
}

type entry struct {
	term   term
	rarity float64
}

func newLexicon() *lexicon { return &lexicon{known: map[string]map[string]entry{}} }

// tokens returns the words of s.
func (l *lexicon) tokens(s, lang string) []token {
	words := text.Words(s)
	tokens := make([]token, len(words))
	known := l.known[lang]
	if known == nil {
		known = map[string]entry{}
		l.known[lang] = known
	}
	marks := quoted(s)
	for i, w := range words {
		for len(marks) > 0 && marks[0].End <= w.Start {
			marks = marks[1:]
		}
		e, ok := known[w.Norm]
		if !ok {
			e = lookUp(w.Norm, lang)
			known[strings.Clone(w.Norm)] = e
		}
		first, _ := utf8.DecodeRuneInString(s[w.Start:])
		tokens[i] = token{
			Span: w.Span, term: e.term, rarity: e.rarity,
			name:   unicode.IsUpper(first) && e.rarity > 0 && !opensSentence(s, w.Start),
			small:  unicode.IsLower(first),
			number: unicode.IsDigit(first),
			quoted: len(marks) > 0 && marks[0].Contains(w.Span),
		}
	}
	if l.strangers {
		forget(tokens)
	}
	return tokens
}

// forget gives every name the rarity of a stranger's. Names are the words that stand
// with a capital inside sentences more often than without one.
func forget(tokens []token) {
	capitals := map[term]int{}
	for _, t := range tokens {
		switch {
		case t.name:
			capitals[t.term]++
		case t.small:
			capitals[t.term]--
		}
	}
	for i, t := range tokens {
		if t.rarity > 0 && capitals[t.term] > 0 {
			tokens[i].rarity = strangerRarity
		}
	}
}

func lookUp(norm, lang string) entry {
	if text.Stop(norm, lang) {
		return entry{term: hash(norm)}
	}
	stem := text.Stem(norm, lang)
	return entry{hash(stem), text.Rarity(stem, lang)}
}

func hash(s string) term { return term(xxh3.HashString(s)) }

// pairTerm returns the term of two neighbours, in that order.
func pairTerm(a, b term) term {
	const odd = 0x9E3779B1 // 2^32 over the golden ratio: spreads the bits
	return (a*odd ^ b) * odd
}

// opensSentence reports whether the word at i may owe its capital to its place:
// behind a full stop, a quotation mark, a colon, a bullet or a line break.
func opensSentence(s string, i int) bool {
	before := strings.TrimRight(s[:i], " \t")
	if before == "" {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(before)
	return r != ',' && r != ')' && r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// quoted returns the stretches between double quotation marks, in order. It only
// looks for words that may be shared, and leaves it to package quote to tell
// utterances from titles. A mark left open ends with its paragraph.
func quoted(s string) []text.Span {
	var spans []text.Span
	open := -1
	for i, r := range s {
		switch {
		case r == '\n':
			open = -1
		case !strings.ContainsRune("\"“”„«»", r):
		case open < 0:
			open = i
		default:
			spans = append(spans, text.Span{Start: open, End: i})
			open = -1
			if r == '“' || r == '„' || r == '«' {
				open = i // the mark before it was never closed
			}
		}
	}
	return spans
}
