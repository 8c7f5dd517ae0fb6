package text

import "strings"

// nounReach is how many words after a number may come before the noun it counts.
const nounReach = 3

// counted finds the noun that the amount counts: "12 Russian soldiers", "60 percent of
// voters", "3,000 tonnes of grain".
func (n *numberScanner) counted(a *amount) {
	i := a.next
	if i >= len(n.words) || !n.space(i-1) && strings.Trim(n.s[a.End:n.words[i].Start], " \u00a0\u202f") != "" {
		return
	}
	if strings.HasPrefix(n.gap(i-1), ".") && n.capital(i) && n.l.scales[n.words[i-1].Norm] == 0 {
		return // the next sentence: "3,5 млн руб. Встреча"
	}
	mass := false // no plural is needed: "tonnes of grain", "one boat"
	switch {
	case n.l.ratio[n.words[i].Norm] && a.Unit == "":
		return
	case n.l.of[n.words[i].Norm] && (a.Unit != "" || a.factor > 0):
		i, mass = n.skipStops(i+1), true
	case a.Unit == "" || n.nounFollowsUnit():
		mass = a.Value == 1
	case n.words[i].Norm == "old":
		a.Of = "old" // "23 years old"
		return
	default:
		return
	}
	for i < len(n.words) && n.space(i-1) && n.l.beforeNoun[n.words[i].Norm] {
		i++
	}
	if noun := n.noun(i, mass); noun != "" {
		a.Of = Stem(noun, n.lang)
	}
}

// nounFollowsUnit reports whether the language says "20 tonnes grain".
func (n *numberScanner) nounFollowsUnit() bool {
	return n.l.nounCapitals || len(n.l.of) == 0 && len(n.l.units) > 0
}

// skipStops passes up to two function words: "60 percent of all the voters".
func (n *numberScanner) skipStops(i int) int {
	for range 2 {
		if i < len(n.words) && n.space(i-1) && n.l.stop[n.words[i].Norm] {
			i++
		}
	}
	return i
}

// noun returns the likeliest noun among the words that follow from i on, by what
// marks nouns in the language: a plural ending, a capital, or not being an adjective.
// Where plurals have an ending, only mass nouns may lack it.
func (n *numberScanner) noun(i int, mass bool) string {
	first, participle := "", ""
	for k := i; k < i+nounReach && k < len(n.words) && (k == i || n.space(k-1)); k++ {
		w := n.words[k].Norm
		if n.l.stop[w] || isDigitByte(w[0]) || n.l.months[w] > 0 {
			break
		}
		if n.plural(w) || n.l.nounCapitals && n.capital(k) {
			return w
		}
		if k == i && n.l.participles[w] {
			participle = w
		}
		if first == "" && !n.l.adjective(w) && !n.capital(k) {
			first = w
		}
	}
	if participle != "" || n.l.nounCapitals || n.l.pluralEnding != "" && !mass {
		return participle // "14 injured", or nothing
	}
	return first
}

// plural reports whether a folded word looks like a plural in a language where
// plurals tell nouns from the adjectives before them.
func (t tokens) plural(w string) bool {
	if t.l.plurals[w] {
		return true
	}
	return t.l.pluralEnding != "" && len(w) > 3 && strings.HasSuffix(w, t.l.pluralEnding) &&
		!strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is") && !t.l.stop[w]
}

func (l *language) adjective(w string) bool {
	for _, ending := range l.adjectiveEndings {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	return false
}
