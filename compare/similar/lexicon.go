package similar

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/text"
	"github.com/zeebo/xxh3"
)

// A token is a word of an article as the scores see it.
type token struct {
	text.Span
	term    term
	rarity  float64 // 0 for function words
	counted float64 // rarity as the background has it, whoever holds the name
	name    bool    // written with a capital inside a sentence
	small   bool    // written without a capital
	number  bool
	quoted  bool // stands between quotation marks
}

// A lexicon remembers the stems of words, so that each is found once a run.
type lexicon struct {
	known   map[string]map[string]entry // by language, then folded word
	renamed bool                        // give every name the rarity of another

	// Memory that is used again for every article.
	words  []token
	counts map[term]int
	kept   []token
}

type entry struct {
	term   term
	rarity float64
}

func newLexicon() *lexicon {
	return &lexicon{known: map[string]map[string]entry{}, counts: map[term]int{}}
}

// tokens returns the words of s. They are good until the next call.
func (l *lexicon) tokens(s, lang string) []token {
	words := text.Words(s)
	l.words = slices.Grow(l.words[:0], len(words))
	tokens := l.words[:len(words)]
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
			Span: w.Span, term: e.term, rarity: e.rarity, counted: e.rarity,
			name:   unicode.IsUpper(first) && e.rarity > 0 && !opensSentence(s, w.Start),
			small:  unicode.IsLower(first),
			number: unicode.IsDigit(first),
			quoted: len(marks) > 0 && marks[0].Contains(w.Span),
		}
	}
	l.nameAlike(tokens)
	if l.renamed {
		rename(tokens)
	}
	capOffices(tokens)
	return tokens
}

// concat returns the tokens of both. They are good until the next call of concat or only.
func (l *lexicon) concat(a, b []token) []token {
	l.kept = append(append(l.kept[:0], a...), b...)
	return l.kept
}

// only returns the tokens that keep keeps. They are good until the next call of concat
// or only.
func (l *lexicon) only(tokens []token, keep func(token) bool) []token {
	l.kept = l.kept[:0]
	for _, t := range tokens {
		if keep(t) {
			l.kept = append(l.kept, t)
		}
	}
	return l.kept
}

// officeReach is how many words a name with its office has at most.
const officeReach = 5

// officeRarity is the highest rarity of the names of people in office.
const officeRarity = 0.3

// capOffices finds who is named behind an office, "Tunisian President Karim Trabelsi",
// and caps the rarity of these words wherever they stand: their bearers are in the
// news day by day, whether or not they were when the tables were counted.
func capOffices(tokens []token) {
	holders := map[term]bool{}
	for i, t := range tokens {
		if !offices()[t.term] {
			continue
		}
		for j := i + 1; j < len(tokens) && j <= i+officeReach && (tokens[j].name || offices()[tokens[j].term]); j++ {
			holders[tokens[j].term] = true
		}
		if i > 0 && tokens[i-1].name {
			holders[tokens[i-1].term] = true
		}
	}
	for i, t := range tokens {
		if t.name && holders[t.term] {
			tokens[i].rarity = min(t.rarity, officeRarity)
		}
	}
}

// offices are the stems of offices whose holders make the news for years.
var offices = sync.OnceValue(func() map[term]bool {
	set := map[term]bool{}
	for lang, words := range map[string]string{
		"en": "president premier minister chancellor king queen prince pope senator sen rep congressman congresswoman representative " +
			"governor gov secretary leader chairman chairwoman chair ceo speaker ambassador commissioner justice attorney general nominee candidate sultan emir",
		"de": "präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin minister ministerin außenminister außenministerin " +
			"ministerpräsident ministerpräsidentin papst könig königin vorsitzende vorsitzender parteichef regierungschef staatschef",
		"fr": "président présidente ministre roi reine pape",
		"es": "presidente presidenta ministro ministra rey papa",
	} {
		for w := range strings.FieldsSeq(words) {
			set[lookUp(text.Fold(w), lang).term] = true
		}
	}
	return set
})

// nameAlike makes a word that opens a sentence a name where the article writes it with a capital
// inside sentences more often than without one, and no name where it does not.
func (l *lexicon) nameAlike(tokens []token) {
	capitals := l.counts
	clear(capitals)
	for _, t := range tokens {
		switch {
		case t.name:
			capitals[t.term]++
		case t.small:
			capitals[t.term]--
		}
	}
	for i, t := range tokens {
		tokens[i].name = t.rarity > 0 && !t.number && !t.small && capitals[t.term] > 0
	}
}

// rename gives every name the rarity of another name, the same wherever it stands.
func rename(tokens []token) {
	for i, t := range tokens {
		if t.name {
			tokens[i].rarity = otherRarity(t.term)
		}
	}
}

// otherRarity draws the rarity of the name that stands for another.
func otherRarity(t term) float64 {
	const common, rare = 0.35, 0.9
	x := pairTerm(t, t>>16)
	x = pairTerm(x, x>>16)
	return common + float64((rare-common)*float64(x>>8))/(1<<24)
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
		case r != '"' && r != '“' && r != '”' && r != '„' && r != '«' && r != '»':
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
