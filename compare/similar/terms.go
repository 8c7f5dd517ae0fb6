package similar

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
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
	c := collector{map[term]*phrase{}, lex}
	if len(rs) <= closeSet {
		c.collectNamed(rs, members)
	} else {
		for n, i := range members {
			c.collect(rs[i].Text, lex.lead(rs[i]), n)
		}
	}
	shared := make([]*phrase, 0, len(c.phrases))
	for _, p := range c.phrases {
		if p.articles > len(members)/2 || p.articles > 2 {
			shared = append(shared, p)
		}
	}
	slices.SortFunc(shared, func(p, q *phrase) int {
		return cmp.Or(cmp.Compare(q.weight(), p.weight()), strings.Compare(p.commonest(), q.commonest()))
	})
	return distinct(shared)
}

// lead returns the headline and the lead of an article, good until the next call.
func (l *lexicon) lead(r *quote.Reading) []token {
	tokens := l.tokens(r.Text, languageOf(r.Article))
	return tokens[:leadEnd(tokens, bodyAt(tokens, r.BodyStart))]
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

// A collector counts the phrases of articles, by their terms.
type collector struct {
	phrases map[term]*phrase
	lex     *lexicon
}

// collect counts the phrases of one article: runs of words with a capital, and
// every single word.
func (c *collector) collect(s string, tokens []token, article int) {
	for i := 0; i < len(tokens); {
		n := 1
		for tokens[i].name && n < phraseWords && i+n < len(tokens) && tokens[i+n].name && adjacent(s, tokens[i+n-1], tokens[i+n]) {
			n++
		}
		if tokens[i].rarity > 0 && !tokens[i].number && (tokens[i].name || isWord(tokens[i].Of(s))) {
			words := tokens[i : i+n]
			written := s[words[0].Start:words[n-1].End]
			c.count(idOf(words), words, strings.TrimSuffix(strings.TrimSuffix(written, "’s"), "'s"), article)
		}
		i += n
	}
}

// collectNamed counts the people, places and bodies that the articles name in their
// leads, however each writes them, and the single words between. It takes the names to
// be read, so it is for few articles.
func (c *collector) collectNamed(rs []*quote.Reading, members []int) {
	indexes := make([]*names.Index, len(members))
	for n, i := range members {
		indexes[n] = rs[i].Names()
	}
	union := names.Join(indexes...)
	for n, i := range members {
		lang := languageOf(rs[i].Article)
		lead := c.lex.lead(rs[i])
		called := mentionsIn(lead, indexes[n])
		end := 0 // of the mention before
		for at, t := range lead {
			if m, ok := called[t.Start]; ok && t.Start >= end {
				id := union.ID(n, m.entity)
				c.count(hash("name "+strconv.Itoa(id)), wordsOf(union.Name(id), lang), union.Name(id), n)
				end = m.End
			} else if t.Start >= end && t.rarity >= deedRarity && (t.small || capitalised[lang]) && isWord(t.Of(rs[i].Text)) {
				c.count(t.term, lead[at:at+1], t.Of(rs[i].Text), n)
			}
		}
	}
}

// capitalised are the languages that write every noun with a capital. In others a word
// with a capital that names nobody stands in a headline or opens a sentence.
var capitalised = map[string]bool{"de": true}

// wordsOf returns the words of a name.
func wordsOf(name, lang string) []token {
	words := text.Words(name)
	tokens := make([]token, len(words))
	for i, w := range words {
		e := lookUp(w.Norm, lang)
		tokens[i] = token{term: e.term, rarity: e.rarity}
	}
	return tokens
}

// A naming is a place where an entity is named.
type naming struct {
	text.Span
	entity int
}

// mentionsIn returns where the words name somebody or something, by the first byte.
func mentionsIn(words []token, index *names.Index) map[int]naming {
	found := map[int]naming{}
	if len(words) == 0 {
		return found
	}
	end := words[len(words)-1].End
	for i, e := range index.Entities {
		for _, m := range e.Mentions {
			if m.End <= end && m.End > found[m.Start].End {
				found[m.Start] = naming{m, i}
			}
		}
	}
	return found
}

// adjacent reports whether nothing but a space parts two words.
func adjacent(s string, a, b token) bool { return s[a.End:b.Start] == " " }

// idOf returns the term of some words in a row.
func idOf(words []token) term {
	id := words[0].term
	for _, w := range words[1:] {
		id = pairTerm(id, w.term)
	}
	return id
}

// count counts a phrase, of which these words are seen, as it is to be written.
func (c *collector) count(id term, words []token, written string, article int) {
	p := c.phrases[id]
	if p == nil {
		p = &phrase{last: -1, written: map[string]int{}}
		for _, w := range words {
			p.terms = append(p.terms, w.term)
			p.rarity += w.rarity
		}
		c.phrases[id] = p
	}
	if p.last != article {
		p.articles, p.last = p.articles+1, article
	}
	p.written[written]++
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
