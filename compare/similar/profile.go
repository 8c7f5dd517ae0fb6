package similar

import (
	"math"
	"slices"
	"strconv"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/text"
	"github.com/zeebo/xxh3"
)

const (
	leadWords  = 100 // the lede and what explains it: the share of an article that is its news
	titleWords = 20  // of the first sentence, when an article has no headline
	topTerms   = 20  // what an article is about, by weight

	smallNumber, smallNumberWeight = 10, 0.3

	minorMentions = 3

	usualRenown = 0.4 // of the names of two articles that share none

	rareFact = 0.6 // rarity of a stem that few articles have
	rarePair = 0.4 // and of each of two neighbours that few have together
)

// A profile is what the scores need of one article, made once.
type profile struct {
	all                                vector // stems of headline (twice) and body, weighted log tf · rarity
	lead                               vector // stems of the headline and the first words
	title                              vector // stems of the headline, or of the first sentence
	names                              vector // stems written with a capital inside a sentence
	minor                              vector // names that are mentioned seldom, by their full rarity: places, witnesses
	words                              vector // all stems that are no names: what was done
	deed                               vector // those of the lead
	pairs                              vector // neighbouring stems that are no function words
	quoted                             vector // those between quotation marks
	numbers                            vector // amounts
	days                               vector // days named by their date
	weekdays                           vector // days named by their weekday, when the day of publication is known
	top                                vector // the heaviest of all
	leadFacts                          vector // those of the lead
	bare                               bareNames
	plainPairs, plainFacts, plainTitle vector // those without names
	facts                              vector // stems and pairs of stems so rare that to share one is telling
	roundUp                            bool   // its parts tell of different things
	digest                             uint64 // of the whole text
	length                             int    // of the body, in words
	date                               int    // of publication, in days; unknownDate when it is not known
	leadDays                           []day  // named in the lead
	outlet                             string // folded
}

// newProfile reads an article; the lexicon remembers stems between articles.
func newProfile(a *article.Article, lex *lexicon) *profile {
	tokens := lex.tokens(a.Text, languageOf(a))
	body := bodyAt(tokens, a.BodyStart)
	title := headline(a, tokens, body)
	lead := tokens[:leadEnd(tokens, body)]
	numbers, dates := text.NumbersAndDates(a.Text, languageOf(a))
	p := &profile{
		all:        stemVector(lex.concat(tokens[:body], tokens)),
		lead:       stemVector(lead),
		title:      stemVector(title),
		names:      stemVector(lex.only(tokens[body:], func(t token) bool { return t.name })),
		minor:      minorVector(tokens, lex),
		words:      stemVector(lex.only(tokens, isPlain)),
		deed:       stemVector(lex.only(lead, isPlain)),
		pairs:      pairVector(tokens),
		quoted:     pairVector(lex.only(tokens, func(t token) bool { return t.quoted })),
		numbers:    numberVector(numbers),
		facts:      factVector(tokens),
		leadFacts:  factVector(lead),
		bare:       newBareNames(tokens),
		plainPairs: plainPairVector(tokens),
		plainFacts: factVector(lex.only(tokens, isPlain)),
		plainTitle: stemVector(lex.only(title, isPlain)),
		roundUp:    cohesion(tokens[body:]) < cohesive,
		digest:     xxh3.HashString(a.Text),
		length:     len(tokens) - body,
		date:       dayOf(a.Published),
		outlet:     text.Fold(a.Outlet),
	}
	p.leadDays = namedDays(dates, p.date, endOf(tokens, leadEnd(tokens, body), a.Text))
	p.days, p.weekdays = dayVectors(dates, p.date)
	p.top = p.all.heaviest(topTerms)
	pack(p.vectors())
	return p
}

// vectors returns all vectors of a profile.
func (p *profile) vectors() []*vector {
	return []*vector{
		&p.all, &p.lead, &p.title, &p.names, &p.minor, &p.words, &p.deed, &p.pairs, &p.quoted, &p.numbers, &p.days, &p.weekdays,
		&p.top, &p.leadFacts, &p.bare.vector, &p.plainPairs, &p.plainFacts, &p.plainTitle, &p.facts,
	}
}

// bodyAt returns the first token of the body.
func bodyAt(tokens []token, start int) int {
	if i := slices.IndexFunc(tokens, func(t token) bool { return t.Start >= start }); i >= 0 {
		return i
	}
	return len(tokens)
}

// endOf returns the byte at which the first n tokens of s end and the next begins.
func endOf(tokens []token, n int, s string) int {
	if n < len(tokens) {
		return tokens[n].Start
	}
	return len(s)
}

// leadEnd returns the token behind the lead of a body.
func leadEnd(tokens []token, body int) int { return min(len(tokens), body+leadWords) }

// languageOf returns the language an article is read in, English when it is unknown:
// to leave its words unstemmed would set it apart from all others.
func languageOf(a *article.Article) string {
	if lang := a.Language(); lang != "" {
		return lang
	}
	return "en"
}

// headline returns the tokens of the headline, or of the first sentence without one.
func headline(a *article.Article, tokens []token, body int) []token {
	if body > 0 {
		return tokens[:body]
	}
	end := len(a.Text)
	if s := a.Sentences(); len(s) > 0 {
		end = s[0].End
	}
	n := 0
	for n < len(tokens) && n < titleWords && tokens[n].End <= end {
		n++
	}
	return tokens[:n]
}

// minorVector holds the names mentioned at most minorMentions times. The people a
// story is about are shared by all stories about them; who and what is mentioned on
// the side belongs to the event.
func minorVector(tokens []token, lex *lexicon) vector {
	mentions := lex.counts
	clear(mentions)
	for _, t := range tokens {
		mentions[t.term]++
	}
	var entries []weighted
	for _, t := range tokens {
		if t.name && mentions[t.term] <= minorMentions {
			entries = append(entries, weighted{t.term, t.rarity})
		}
	}
	return newVector(damped(entries))
}

func isPlain(t token) bool { return !t.name && !t.number }

// stemVector weighs each stem by (1 + ln count) · rarity.
func stemVector(tokens []token) vector {
	entries := make([]weighted, 0, len(tokens))
	for _, t := range tokens {
		if t.rarity > 0 {
			entries = append(entries, weighted{t.term, t.rarity})
		}
	}
	return newVector(damped(entries))
}

// pairVector weighs each pair of neighbours by the sum of their rarities.
func pairVector(tokens []token) vector {
	return pairsThat(tokens, func(token, token) bool { return true })
}

// plainPairVector leaves out pairs of names and pairs with a number.
func plainPairVector(tokens []token) vector {
	return pairsThat(tokens, func(a, b token) bool { return (!a.name || !b.name) && !a.number && !b.number })
}

func pairsThat(tokens []token, keep func(a, b token) bool) vector {
	entries := make([]weighted, 0, len(tokens))
	for i := 1; i < len(tokens); i++ {
		a, b := tokens[i-1], tokens[i]
		if a.rarity > 0 && b.rarity > 0 && keep(a, b) {
			entries = append(entries, weighted{pairTerm(a.term, b.term), a.rarity + b.rarity})
		}
	}
	return newVector(damped(entries))
}

// numberVector holds the amounts with their units, and with what they count. A
// small number of nothing in particular is not worth much.
func numberVector(numbers []text.Number) vector {
	var entries []weighted
	for _, n := range numbers {
		value := strconv.FormatFloat(n.Value, 'g', 6, 64)
		weight := 1.0
		if n.Unit == "" && n.Value < smallNumber {
			weight = smallNumberWeight
		}
		entries = append(entries, weighted{hash(value + n.Unit), weight})
		if n.Of != "" {
			entries = append(entries, weighted{hash(value + " " + n.Of), 1})
		}
	}
	return newVector(damped(entries))
}

// factVector holds the rare stems, and the pairs of stems that are rare together.
func factVector(tokens []token) vector {
	var entries []weighted
	for i, t := range tokens {
		if t.rarity >= rareFact {
			entries = append(entries, weighted{t.term, t.rarity})
		}
		if i > 0 && min(t.rarity, tokens[i-1].rarity) >= rarePair {
			entries = append(entries, weighted{pairTerm(tokens[i-1].term, t.term), t.rarity})
		}
	}
	return newVector(damped(entries))
}

// damped joins the entries of one term, weighing the n-th mention ever less.
func damped(entries []weighted) []weighted {
	slices.SortFunc(entries, compareEntries)
	joined := entries[:0]
	for i := 0; i < len(entries); {
		j := i
		for j < len(entries) && entries[j].term == entries[i].term {
			j++
		}
		weight := entries[i].weight * (1 + math.Log(float64(j-i)))
		joined = append(joined, weighted{entries[i].term, weight})
		i = j
	}
	return joined
}

// bareNames are the names of an article by how often they stand, with their rarity
// apart.
type bareNames struct {
	vector
	rarity []float32
}

// newBareNames takes the names of an article.
func newBareNames(tokens []token) bareNames {
	var entries []weighted
	rarity := map[term]float64{}
	for _, t := range tokens {
		if t.name {
			entries = append(entries, weighted{t.term, 1})
			rarity[t.term] = t.rarity
		}
	}
	names := bareNames{vector: newVector(damped(entries))}
	for _, t := range names.terms {
		names.rarity = append(names.rarity, float32(rarity[t]))
	}
	return names
}

// renownShared returns the mean rarity of the names that both have, those named often
// in both before others. Rare names are telling in news of people whom nobody knew,
// and say little where the same people make news every week under names that the
// background has not counted.
func renownShared(a, b bareNames) float64 {
	var sum, weight float64
	for i, j := range inBoth(a.vector, b.vector) {
		w := float64(a.weights[i]) * float64(b.weights[j])
		sum += float64(w * float64(a.rarity[i]+b.rarity[j]) / 2)
		weight += w
	}
	if weight == 0 {
		return usualRenown
	}
	return sum / weight
}
