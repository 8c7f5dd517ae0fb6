package text

import "strings"

// Figures that are no amounts: times, scores, telephone numbers, numbers of things.

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
