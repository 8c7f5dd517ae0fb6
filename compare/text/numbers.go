package text

import (
	"strings"
	"unicode/utf8"
)

// A Number is an amount written in figures or words.
type Number struct {
	Span
	Value float64 // scaled: "3.5 million" is 3500000
	Unit  string  // "%", "$", "km", "square mile", …; empty when there is none
	Of    string  // stem of the noun counted ("12 soldiers": "soldier"); empty when there is none
	About bool    // "more than", "about", "nearly"
	Bound Bound   // which way About points
	Step  float64 // the smallest place written: 100000 for "3.5 million", 1 for "12"
}

// Bound says on which side of a rough amount the true one lies.
type Bound int8

// The bounds of an amount.
const (
	AtMost  Bound = -1 // "nearly", "less than", "up to"
	NoBound Bound = 0  // exact, or "about"
	AtLeast Bound = 1  // "more than", "at least"
)

// Numbers returns the amounts in s, in order. Left out are years, dates and times of
// day, ordinals, scores, fractions, telephone numbers, the numbers of things ("No. 5",
// "Article 5") and vague amounts ("dozens of"). A range gives two numbers.
func Numbers(s, lang string) []Number {
	numbers, _ := NumbersAndDates(s, lang)
	return numbers
}

// NumbersAndDates returns what Numbers and Dates do, in half the time of both.
func NumbersAndDates(s, lang string) ([]Number, []Date) {
	words := Words(s)
	l := languageData(lang)
	dates := findDates(s, words, l, lang == "en")
	n := numberScanner{tokens: tokens{s, words, l}, lang: lang, dates: dates}
	var amounts []amount
	for i := 0; i < len(words); {
		found, used := n.at(i)
		amounts = append(amounts, found...)
		if len(found) > 0 {
			n.end = found[len(found)-1].End
		}
		i += max(used, 1)
	}
	n.shareInRanges(amounts)
	numbers := make([]Number, len(amounts))
	for i, a := range amounts {
		numbers[i] = a.Number
	}
	return numbers, dates
}

type numberScanner struct {
	tokens
	lang  string
	dates []Date // those not yet passed
	end   int    // of the last amount: its sign is not the next one's
}

// An amount is a number in the making.
type amount struct {
	Number
	factor float64 // product of the scales written after it; 0 for none
	next   int     // index of the word after it
	tail   bool    // unit or noun stand in the word itself ("5,000-word")
	words  bool    // spelled out
}

// at returns the numbers that begin with word i, and the number of words to pass.
func (n *numberScanner) at(i int) ([]amount, int) {
	if used := n.dateWords(i); used > 0 {
		return nil, used
	}
	if isDigitByte(n.words[i].Norm[0]) {
		if used := n.label(i); used > 0 {
			return nil, used
		}
		if pair, used := n.joinedRange(i); used > 0 {
			return pair, used
		}
	}
	a, ok := n.read(i)
	if !ok {
		return nil, 1
	}
	n.scale(&a)
	n.unit(&a, i)
	if a.Of == "" {
		n.counted(&a)
	}
	if used := n.ratio(a); used > 0 {
		return nil, a.next + used - i
	}
	if n.doubtful(a, i) {
		return nil, a.next - i
	}
	n.age(&a, i)
	n.about(&a, i)
	return []amount{a}, a.next - i
}

// read reads the bare amount that begins with word i.
func (n *numberScanner) read(i int) (amount, bool) {
	if isDigitByte(n.words[i].Norm[0]) {
		return n.figure(i)
	}
	head, _, _ := strings.Cut(n.words[i].Norm, "-")
	if !n.l.opensNumber[head] {
		return amount{}, false
	}
	if n.l.shortForms[head] && strings.HasPrefix(n.gap(i), ".") { // "en sept. dernier"
		return amount{}, false
	}
	return n.spelled(i)
}

// scale multiplies by the scales that follow: "3.5 million", "two hundred thousand".
func (n *numberScanner) scale(a *amount) {
	for range 2 {
		if a.tail || a.next >= len(n.words) || !n.space(a.next-1) {
			return
		}
		factor := n.l.scales[n.words[a.next].Norm]
		if factor == 0 {
			return
		}
		a.multiply(factor)
		a.End = n.words[a.next].End
		a.next++
	}
}

func (a *amount) multiply(factor float64) {
	a.factor = float64(max(a.factor, 1) * factor)
	a.Value = float64(a.Value * factor)
	a.Step = float64(a.Step * factor)
}

// unit finds the unit before or after the amount that began with word i.
func (n *numberScanner) unit(a *amount, i int) {
	if start, ok := n.minus(a.Start); ok && start >= n.end {
		a.Start, a.Value = start, -a.Value
	}
	if c, ok := currencyBefore(n.s, a.Start); ok && c.start >= n.end {
		a.Unit, a.Start = c.unit, c.start
		return
	}
	if i > 0 && n.space(i-1) && n.words[i-1].Start >= n.end {
		if unit := currencyOf(n.words[i-1].Norm); unit != "" {
			a.Unit, a.Start = unit, n.words[i-1].Start
			return
		}
	}
	if a.Unit != "" || a.tail {
		return
	}
	if u, end := symbolAfter(n.s, a.End); u != "" {
		a.Unit, a.End = u, end
		for a.next < len(n.words) && n.words[a.next].Start < end {
			a.next++
		}
		return
	}
	next := a.next
	if a.factor > 0 && next+1 < len(n.words) && n.space(next-1) && n.l.of[n.words[next].Norm] {
		next++ // "3,5 millones de euros"
	}
	if next < len(n.words) && n.space(next-1) {
		if u, used := n.l.unitAt(n.tokens, next); used > 0 {
			a.Unit, a.next = u, next+used
			a.End = n.words[a.next-1].End
			n.square(a)
		}
	}
}

// square reads the "²" of "km²".
func (n *numberScanner) square(a *amount) {
	if strings.HasPrefix(n.s[a.End:], "²") {
		a.End += len("²")
		a.Unit = squareOf(a.Unit)
	}
}

// minus returns where the sign right before start stands.
func (n *numberScanner) minus(start int) (int, bool) {
	before := n.s[:start]
	for _, sign := range []string{"-", "−"} {
		if rest, ok := strings.CutSuffix(before, sign); ok {
			r, _ := utf8.DecodeLastRuneInString(rest)
			return len(rest), rest == "" || r == ' ' || r == '('
		}
	}
	return 0, false
}

// ratio returns the number of words after the amount that make it a share: "three
// in ten".
func (n *numberScanner) ratio(a amount) int {
	i := a.next
	if a.Unit != "" || a.Of != "" || i+1 >= len(n.words) || !n.space(i-1) || !n.space(i) || !n.l.ratio[n.words[i].Norm] {
		return 0
	}
	whole := n.l.numbers[n.words[i+1].Norm]
	if w := n.words[i+1].Norm; isDigits(w) {
		whole = float64(figure(w))
	}
	if whole == 100 || 0 < whole && whole <= 10 && a.Value < whole {
		return 2
	}
	return 0
}

// age reads the age that stands between commas after a name: "Anne Hollis, 49, said".
func (n *numberScanner) age(a *amount, i int) {
	const oldest = 120
	if i == 0 || a.Unit != "" || a.Of != "" || a.words || a.Step != 1 || a.Value < 1 || a.Value > oldest {
		return
	}
	if n.gap(i-1) == ", " && n.capital(i-1) && strings.HasPrefix(n.s[a.End:], ",") {
		a.Unit, a.Of = "year", "old"
	}
}

// longestAbout is the most words that say how exact an amount is: "au moins" has two.
const longestAbout = 3

// about reads the words before the amount that say how exact it is.
func (n *numberScanner) about(a *amount, i int) {
	if strings.HasSuffix(n.s[:a.Start], "~") {
		a.About = true
		return
	}
	for i > 0 && n.words[i-1].Start >= a.Start {
		i-- // the letters of "R$"
	}
	for size := longestAbout; size >= 1; size-- {
		if i < size || !n.spaces(i-size, i-1) {
			continue
		}
		if bound, ok := n.l.about[n.phrase(i-size, i)]; ok {
			a.About, a.Bound = true, bound
			return
		}
	}
}

// spaces reports whether space alone stands between the words from i to j, and
// between j and what follows, signs of currency aside.
func (n *numberScanner) spaces(i, j int) bool {
	for ; i < j; i++ {
		if !n.space(i) {
			return false
		}
	}
	return len(n.gap(j)) <= 6 && !strings.ContainsAny(n.gap(j), ".,;:!?\n")
}
