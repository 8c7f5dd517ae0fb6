package similar

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/quote"
)

const (
	termsShown  = 6  // terms that say what an event is about
	membersRead = 40 // articles of an event read for its terms
	phraseWords = 3  // words of a term at most
)

// A phrase is a name, or a single word, that articles of an event share.
type phrase struct {
	terms    []term
	rarity   float64        // the sum over its words
	articles int            // that hold it
	last     int            // the article counted last
	written  map[string]int // how often it is written so
}

// terms returns what makes the articles one event, most telling first: what they
// share where they say what happened.
func terms(rs []*quote.Reading, members []int, lex *lexicon) []string {
	members = members[:min(len(members), membersRead)]
	phrases := map[term]*phrase{}
	for n, i := range members {
		tokens := lex.tokens(rs[i].Text, languageOf(rs[i].Article))
		collect(phrases, rs[i].Text, tokens[:leadEnd(tokens, bodyAt(tokens, rs[i].BodyStart))], n)
	}
	shared := make([]*phrase, 0, len(phrases))
	for _, p := range phrases {
		if p.articles > len(members)/2 || p.articles > 2 {
			shared = append(shared, p)
		}
	}
	slices.SortFunc(shared, func(p, q *phrase) int {
		return cmp.Or(cmp.Compare(q.weight(), p.weight()), strings.Compare(p.commonest(), q.commonest()))
	})
	return distinct(shared)
}

// weight is how telling the phrase is of the event.
func (p *phrase) weight() float64 {
	return align.Round(p.rarity * math.Sqrt(float64(p.articles)))
}

// commonest returns the phrase as most articles write it.
func (p *phrase) commonest() string {
	best := ""
	for s, n := range p.written {
		if best == "" || n > p.written[best] || n == p.written[best] && s < best {
			best = s
		}
	}
	return best
}

// collect counts the phrases of one article: runs of words with a capital, and
// every single word.
func collect(phrases map[term]*phrase, s string, tokens []token, article int) {
	for i := 0; i < len(tokens); {
		n := 1
		for tokens[i].name && n < phraseWords && i+n < len(tokens) && tokens[i+n].name && adjacent(s, tokens[i+n-1], tokens[i+n]) {
			n++
		}
		if tokens[i].rarity > 0 && !tokens[i].number && (tokens[i].name || isWord(tokens[i].Of(s))) {
			count(phrases, s, tokens[i:i+n], article)
		}
		i += n
	}
}

// adjacent reports whether nothing but a space parts two words.
func adjacent(s string, a, b token) bool { return s[a.End:b.Start] == " " }

func count(phrases map[term]*phrase, s string, words []token, article int) {
	id := words[0].term
	for _, w := range words[1:] {
		id = pairTerm(id, w.term)
	}
	p := phrases[id]
	if p == nil {
		p = &phrase{last: -1, written: map[string]int{}}
		for _, w := range words {
			p.terms = append(p.terms, w.term)
			p.rarity += w.rarity
		}
		phrases[id] = p
	}
	if p.last != article {
		p.articles, p.last = p.articles+1, article
	}
	p.written[strings.TrimSuffix(strings.TrimSuffix(s[words[0].Start:words[len(words)-1].End], "’s"), "'s")]++
}

// distinct returns the first phrases that share no word with an earlier one.
func distinct(phrases []*phrase) []string {
	var shown []string
	used := map[term]bool{}
	for _, p := range phrases {
		if len(shown) == termsShown {
			break
		}
		if slices.ContainsFunc(p.terms, func(t term) bool { return used[t] }) {
			continue
		}
		for _, t := range p.terms {
			used[t] = true
		}
		shown = append(shown, p.commonest())
	}
	return shown
}
