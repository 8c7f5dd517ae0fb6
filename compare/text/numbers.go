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
	short := n.l.shortForms[head] && strings.HasPrefix(n.gap(i), ".") // "en sept. dernier"
	if short || !n.l.opensNumber(head) {
		return amount{}, false
	}
	return n.spelled(i)
}

// dateWords returns the number of words from i on that a date covers.
func (n *numberScanner) dateWords(i int) int {
	for len(n.dates) > 0 && n.dates[0].End <= n.words[i].Start {
		n.dates = n.dates[1:]
	}
	if len(n.dates) == 0 || n.dates[0].Start > n.words[i].Start {
		return 0
	}
	used := 0
	for i+used < len(n.words) && n.words[i+used].Start < n.dates[0].End {
		used++
	}
	return used
}

// label returns the number of words at i that are figures but no amount: times,
// scores, fractions, telephone numbers, and numbers that name something.
func (n *numberScanner) label(i int) int {
	if !n.l.spaceGroups {
		if used := n.figureRun(i); used >= 3 {
			return used
		}
	}
	before, after := n.gap(i-1), n.gap(i)
	if i > 0 && (before == ":" || before == "/" || before == "#") {
		return 1
	}
	if i+1 < len(n.words) && isDigitByte(n.words[i+1].Norm[0]) && (after == ":" || after == "/") {
		return 2
	}
	if n.numbered(i) || n.clockFigure(i) {
		return 1
	}
	if n.l.ordinalPoint && strings.HasPrefix(after, ".") && n.space(i) && !n.l.opensSentence(n.s, n.words[i+1].Start) {
		return 1 // "19. Jahrhundert"
	}
	if n.space(i) && n.gap(i+1) == "/" && isFigures(n.words[i+1].Norm) {
		return 3 // "3 1/2"
	}
	if n.space(i) && n.l.clock[n.words[i+1].Norm] {
		return 2
	}
	return 0
}

// numbered reports whether the figure at i names something: "No. 5", "art. 49", "§ 5".
func (n *numberScanner) numbered(i int) bool {
	before := strings.TrimRight(n.s[max(0, n.words[i].Start-8):n.words[i].Start], " \u00a0\u202f")
	for _, sign := range []string{"#", "№", "§", "º"} {
		if strings.HasSuffix(before, sign) {
			return true
		}
	}
	if i == 0 || !n.space(i-1) {
		return false
	}
	w := n.words[i-1].Norm
	_, about := n.l.about[w]
	return n.l.labels[w] || n.l.abbreviations[w] == beforeNumber && !about
}

// clockFigure reports whether the figure at i is a time of day: "10.30" where
// decimals have a comma, or the minutes of "10 h 30".
func (n *numberScanner) clockFigure(i int) bool {
	if i > 1 && n.space(i-1) && n.space(i-2) && n.l.clock[n.words[i-1].Norm] && isDigits(n.words[i-2].Norm) {
		return true
	}
	hour, minute, ok := strings.Cut(n.words[i].Norm, ".")
	return ok && n.l.decimalComma && len(minute) == 2 && len(hour) <= 2 &&
		figure(hour) >= 0 && figure(hour) <= 24 && figure(minute) >= 0 && figure(minute) < 60
}

// figureRun returns how many words of figures follow each other from i on.
func (n *numberScanner) figureRun(i int) int {
	used := 1
	for i+used < len(n.words) && isFigures(n.words[i+used].Norm) && n.phoneGap(i+used-1) {
		used++
	}
	return used
}

func (n *numberScanner) phoneGap(i int) bool {
	switch n.gap(i) {
	case " ", "-", ") ", ")", "\u00a0":
		return true
	}
	return false
}

func isFigures(w string) bool {
	return w != "" && strings.Trim(w, "0123456789-") == ""
}

// joinedRange reads "10-12 people" and leaves the score "3-2" and "2-3" alone.
func (n *numberScanner) joinedRange(i int) ([]amount, int) {
	w := n.words[i]
	first, second, two := strings.Cut(w.Norm, "-")
	if !two || !isFigures(second) {
		return nil, 0
	}
	if len(w.Norm) != w.Len() || strings.Contains(second, "-") {
		return nil, 1
	}
	low, lowOK := parseFigures(first, n.l)
	high, highOK := parseFigures(second, n.l)
	if !lowOK || !highOK || low.value >= high.value {
		return nil, 1
	}
	a := amount{Number: Number{Span: Span{w.End - len(second), w.End}, Value: high.value, Step: high.step}, next: i + 1}
	n.scale(&a)
	n.unit(&a, i)
	if a.Of == "" {
		n.counted(&a)
	}
	if a.Unit == "" && a.Of == "" {
		return nil, 1
	}
	b := a
	b.Span = Span{w.Start, w.Start + len(first)}
	b.Value = float64(low.value * max(a.factor, 1))
	return []amount{b, a}, a.next - i
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

// doubtful reports whether an amount is too likely something else: a lone "one", an
// article, or a figure after a name ("Apollo 11", "Article 5") that counts nothing.
func (n *numberScanner) doubtful(a amount, i int) bool {
	w := n.words[i]
	if a.words && n.l.unsure[w.Norm] && a.Step == 1 {
		return a.Of == "" && a.Unit == "" || n.l.articles[w.Norm] || a.Value < 2 && n.pronoun(i)
	}
	if a.Unit != "" || a.Step > 1 || a.words {
		return false
	}
	if i == 0 || !n.space(i-1) || !n.capital(i-1) || n.l.stop[n.words[i-1].Norm] {
		return false
	}
	return a.tail || a.next >= len(n.words) || !n.space(a.next-1) || !n.plural(n.words[a.next].Norm)
}

// pronoun reports whether the "one" at i is none that counts: "no one", "one’s".
func (n *numberScanner) pronoun(i int) bool {
	w := n.words[i]
	if len(Fold(w.Of(n.s))) != len(w.Norm) {
		return true
	}
	return i > 0 && n.space(i-1) && n.l.beforePronoun[n.words[i-1].Norm]
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

// shareInRanges gives the first number of a range the scale, unit and noun of the
// second: "between 10 and 12 miles", "5 to 7 million barrels".
func (n *numberScanner) shareInRanges(amounts []amount) {
	for i := len(amounts) - 2; i >= 0; i-- {
		a, b := &amounts[i], amounts[i+1]
		if !n.rangeOf(*a, b) {
			continue
		}
		if a.factor == 0 && b.factor > 0 && a.Value < b.Value/b.factor {
			a.multiply(b.factor)
		}
		if a.Unit == "" && a.Of == "" {
			a.Unit, a.Of = b.Unit, b.Of
		}
	}
}

// rangeOf reports whether a dash or a word like "to" alone parts two amounts.
func (n *numberScanner) rangeOf(a, b amount) bool {
	const longestJoint = 12
	if a.End > b.Start || b.Start-a.End > longestJoint || a.Unit != b.Unit && a.Unit != "" {
		return false
	}
	joint := Fold(strings.TrimSpace(n.s[a.End:b.Start]))
	return joint == "-" || n.l.between[joint]
}
