// Package mutate makes articles, and what other outlets make of them: texts to measure
// and test the finding of copies with. The same seed gives the same texts everywhere.
//
// The words are made up, as often used as words are (Zipf), and stand in sentences and
// paragraphs with names, figures, quotes and stock phrases, as news has them.
package mutate

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// An Article is a text of the press.
type Article struct {
	Title      string
	Paragraphs []string
	Change     string // what was done to the text that it was made of; empty for a first telling
}

// Body returns the paragraphs with empty lines between them.
func (a Article) Body() string { return strings.Join(a.Paragraphs, "\n\n") }

// A Press makes articles.
type Press struct {
	state uint64
	words []string
}

// vocabulary is the number of words that a press knows.
const vocabulary = 30_000

// New returns a press.
func New(seed uint64) *Press {
	p := &Press{state: seed}
	for range vocabulary {
		p.words = append(p.words, p.coin())
	}
	return p
}

// Number returns a number from 0 up to but not including n, by SplitMix64 (Steele, Lea and Flood 2014).
func (p *Press) Number(n int) int {
	p.state += 0x9E3779B97F4A7C15
	x := p.state
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return int((x ^ x>>31) % uint64(n))
}

// coin makes up a word of two to four syllables.
func (p *Press) coin() string {
	var b strings.Builder
	for range 2 + p.Number(3) {
		b.WriteByte("bcdfghklmnprstvw"[p.Number(16)])
		b.WriteByte("aeiou"[p.Number(5)])
	}
	return b.String()
}

// common are words that every text has.
var common = strings.Fields("the of to and a in that for is on said with it as was by from at its but")

// word returns a word: one of the common ones half of the time, else one by its rank.
func (p *Press) word() string {
	if p.Number(2) == 0 {
		return common[p.Number(len(common))]
	}
	rank := math.Exp(float64(p.Number(1<<20)) / (1 << 20) * math.Log(vocabulary))
	return p.words[min(int(rank), vocabulary)-1]
}

// name returns a word with a capital.
func (p *Press) name() string {
	w := p.words[p.Number(vocabulary)]
	return strings.ToUpper(w[:1]) + w[1:]
}

// sentence returns a sentence of eight to twenty-five words.
func (p *Press) sentence() string {
	words := []string{p.name()}
	for range 7 + p.Number(18) {
		switch p.Number(12) {
		case 0:
			words = append(words, p.name())
		case 1:
			words = append(words, strconv.Itoa(2+p.Number(900)))
		default:
			words = append(words, p.word())
		}
	}
	s := strings.Join(words, " ") + "."
	if p.Number(6) == 0 {
		s = "“" + s + "” said " + p.name() + " " + p.name() + "."
	}
	return s
}

func (p *Press) paragraph() string {
	sentences := make([]string, 1+p.Number(3))
	for i := range sentences {
		sentences[i] = p.sentence()
	}
	return strings.Join(sentences, " ")
}

// Article returns a new article of a few hundred words. One in three begins and ends
// with a stock phrase.
func (p *Press) Article() Article {
	a := Article{Title: strings.TrimSuffix(p.sentence(), ".")}
	for range 4 + p.Number(18) {
		a.Paragraphs = append(a.Paragraphs, p.paragraph())
	}
	if p.Number(3) == 0 {
		a.Paragraphs[0] = strings.ToUpper(p.name()) + " (Coast Wire) - " + a.Paragraphs[0]
		a.Paragraphs = append(a.Paragraphs, "(Reporting by "+p.name()+" "+p.name()+"; editing by "+p.name()+" "+p.name()+")")
	}
	return a
}

// changes are what becomes of an article elsewhere, each with its share in hundredths.
var changes = []struct {
	name  string
	share int
	make  func(*Press, *Article)
}{
	{"nothing", 25, func(*Press, *Article) {}},
	{"another headline", 10, func(p *Press, a *Article) { a.Title = strings.TrimSuffix(p.sentence(), ".") }},
	{"straight marks", 8, func(_ *Press, a *Article) {
		a.eachParagraph(strings.NewReplacer("“", `"`, "”", `"`, " - ", " — ").Replace)
	}},
	{"cut from below", 12, func(p *Press, a *Article) { a.Paragraphs = a.Paragraphs[:1+p.Number(len(a.Paragraphs))] }},
	{"continued", 12, func(p *Press, a *Article) {
		for range 1 + p.Number(8) {
			a.Paragraphs = append(a.Paragraphs, p.paragraph())
		}
	}},
	{"a paragraph put in", 8, func(p *Press, a *Article) {
		a.Paragraphs = slices.Insert(a.Paragraphs, p.Number(len(a.Paragraphs)), p.paragraph())
	}},
	{"a changed figure", 7, func(p *Press, a *Article) {
		p.replace(a, 1, isFigure, func() string { return strconv.Itoa(1000 + p.Number(900)) })
	}},
	{"a changed name", 5, func(p *Press, a *Article) { p.replace(a, 1, isName, p.name) }},
	{"a few words", 8, func(p *Press, a *Article) { p.replace(a, 1+p.Number(40), isPlain, p.word) }},
	{"other figures throughout", 5, func(p *Press, a *Article) {
		p.replace(a, 1000, isFigure, func() string { return strconv.Itoa(1000 + p.Number(900)) })
	}},
}

// Version returns what another outlet makes of an article.
func (p *Press) Version(of Article) Article {
	a := Article{Title: of.Title, Paragraphs: slices.Clone(of.Paragraphs)}
	at := p.Number(100)
	for _, c := range changes {
		if at -= c.share; at < 0 {
			a.Change = c.name
			c.make(p, &a)
			return a
		}
	}
	return a
}

func (a *Article) eachParagraph(change func(string) string) {
	for i, s := range a.Paragraphs {
		a.Paragraphs[i] = change(s)
	}
}

func isFigure(w string) bool { return '0' <= w[0] && w[0] <= '9' }
func isName(w string) bool   { return 'A' <= w[0] && w[0] <= 'Z' }
func isPlain(w string) bool  { return 'a' <= w[0] && w[0] <= 'z' }

// replace changes up to n words of a kind, each one tried with even chances.
func (p *Press) replace(a *Article, n int, kind func(string) bool, by func() string) {
	all := n >= 1000
	for i, paragraph := range a.Paragraphs {
		words := strings.Split(paragraph, " ")
		for j, w := range words {
			if n > 0 && w != "" && kind(w) && (all || p.Number(4) == 0) {
				words[j] = by() + w[len(strings.TrimRight(w, ".,;)”")):]
				n--
			}
		}
		a.Paragraphs[i] = strings.Join(words, " ")
	}
}

// Family returns an article and its versions, and versions of those: one in seven
// families has more than one article, as the archive of an agency does.
func (p *Press) Family() []Article {
	family := []Article{p.Article()}
	if p.Number(7) > 0 {
		return family
	}
	for range 1 + p.Number(3) {
		family = append(family, p.Version(family[p.Number(len(family))]))
	}
	return family
}
