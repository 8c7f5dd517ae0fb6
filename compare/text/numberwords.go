package text

import (
	"maps"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// figures is what a run of digits says.
type figures struct {
	value, step float64
}

// longestFigures bounds the digits of an amount: longer ones are identifiers.
const longestFigures = 18

// longestUndivided is the most digits that are written without separators.
const longestUndivided = 7

// figure reads the amount that word i writes in digits.
func (n *numberScanner) figure(i int) (amount, bool) {
	w := n.words[i]
	head, tail, joined := strings.Cut(w.Norm, "-")
	digits := strings.TrimRight(head, strings.TrimLeft(head, "0123456789.,"))
	suffix := head[len(digits):]
	f, ok := parseFigures(digits, n.l)
	if !ok || fractionAt(n.s, w.Start+len(digits)) {
		return amount{}, false
	}
	a := amount{Number: Number{Span: w.Span, Value: f.value, Step: f.step}, next: i + 1}
	if suffix != "" {
		return a, n.suffix(&a, suffix) && !joined
	}
	if joined {
		n.tail(&a, tail)
		return a, true
	}
	n.groups(&a)
	return a, true
}

// fractionAt reports whether a sign like "½" stands at i.
func fractionAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return '¼' <= r && r <= '¾' || '⅐' <= r && r <= '⅞'
}

// suffix reads the letters that stick to digits: "bn", "km", "%".
func (n *numberScanner) suffix(a *amount, suffix string) bool {
	if factor := n.l.shortScales[suffix]; factor > 0 {
		_, currency := currencyBefore(n.s, a.Start)
		noun := a.next < len(n.words) && n.space(a.next-1) && n.plural(n.words[a.next].Norm)
		if currency || noun || n.l.units[suffix] == "" {
			a.multiply(factor)
			return true
		}
		return false // "100m" may be metres or millions
	}
	a.Unit = n.l.units[suffix]
	n.square(a)
	return a.Unit != ""
}

// tail reads what a hyphen ties to the amount: "23-year-old", "5,000-word", "two-mile".
func (n *numberScanner) tail(a *amount, tail string) {
	first, rest, _ := strings.Cut(tail, "-")
	a.tail = true
	switch {
	case n.l.units[strings.ReplaceAll(tail, "-", " ")] != "":
		a.Unit, rest = n.l.units[strings.ReplaceAll(tail, "-", " ")], ""
	case n.l.scales[first] > 0:
		a.multiply(n.l.scales[first])
		a.tail = rest != ""
	case n.l.units[first] != "":
		a.Unit = n.l.units[first]
	default:
		a.Of = Stem(first, n.lang)
	}
	if rest != "" && a.Of == "" {
		a.Of = Stem(rest, n.lang)
	}
}

// groups takes in the groups of three digits of "1 200 000".
func (n *numberScanner) groups(a *amount) {
	if !n.l.spaceGroups || a.Value >= 1000 || a.Step != 1 {
		return
	}
	for a.next < len(n.words) {
		w := n.words[a.next].Norm
		digits, fraction, _ := strings.Cut(w, ",")
		gap := n.gap(a.next - 1)
		if len(digits) != 3 || !isDigits(digits) || !isDigits(fraction) || strings.TrimSpace(gap) != "" || strings.Contains(gap, "\n") {
			return
		}
		f, ok := parseFigures(w, n.l)
		if !ok {
			f = figures{value: float64(figure(digits)), step: 1} // "050"
		}
		a.Value = float64(a.Value*1000) + f.value
		a.Step = f.step
		a.End = n.words[a.next].End
		a.next++
		if fraction != "" {
			return
		}
	}
}

// parseFigures reads digits with the language's separators. It refuses leading
// zeros, broken groups and what is too long for an amount.
func parseFigures(w string, l *language) (figures, bool) {
	if w == "" || len(w) > longestFigures || strings.Trim(w, "0123456789.,") != "" {
		return figures{}, false
	}
	whole, fraction := splitDecimals(w, l)
	parts := strings.FieldsFunc(whole, func(r rune) bool { return r == '.' || r == ',' })
	for k, p := range parts {
		if len(parts) > 1 && (k > 0 && len(p) != 3 || len(p) > 3) {
			return figures{}, false
		}
	}
	digits := strings.Join(parts, "")
	if len(parts) == 1 && len(digits) > longestUndivided {
		return figures{}, false
	}
	if len(digits) > 1 && digits[0] == '0' {
		return figures{}, false
	}
	number := digits
	if fraction != "" {
		number += "." + fraction
	}
	value, err := strconv.ParseFloat(number, 64)
	return figures{value, math.Pow10(-len(fraction))}, err == nil
}

// splitDecimals parts the whole from the fraction.
func splitDecimals(w string, l *language) (whole, fraction string) {
	last := strings.LastIndexAny(w, ".,")
	if last < 0 {
		return w, ""
	}
	mark, after := w[last], w[last+1:]
	if strings.Count(w, string(mark)) > 1 || !isDigits(after) {
		return w, "" // the mark of thousands
	}
	mixed := strings.ContainsAny(w[:last], ".,")
	if !mixed && len(after) == 3 && (mark == '.') == l.decimalComma && w[:last] != "0" {
		return w, ""
	}
	return w[:last], after
}

// numberOpeners returns the words with which an amount written out can begin.
func (l *language) numberOpeners() map[string]bool {
	openers := make(map[string]bool, len(l.numbers)+len(l.articles)+len(l.halves))
	for w := range l.numbers {
		openers[w] = true
	}
	maps.Copy(openers, l.articles)
	maps.Copy(openers, l.halves)
	return openers
}

// spelled reads an amount written out, beginning with word i: "two dozen", "a
// hundred", "twenty-three", "half a million".
func (n *numberScanner) spelled(i int) (amount, bool) {
	if n.l.halves[n.words[i].Norm] && i+2 < len(n.words) && n.space(i) && n.space(i+1) &&
		n.l.articles[n.words[i+1].Norm] && n.l.scales[n.words[i+2].Norm] > 0 {
		v := n.l.scales[n.words[i+2].Norm] / 2
		return amount{Number: Number{Span: Span{n.words[i].Start, n.words[i+2].End}, Value: v, Step: v}, next: i + 3, words: true}, true
	}
	a := amount{Number: Number{Span: n.words[i].Span, Step: 1}, next: i, words: true}
	if n.l.articles[n.words[i].Norm] && n.space(i) && n.l.scales[n.words[i+1].Norm] > 0 {
		a.next++
	}
	var sum spelledSum
	for a.next < len(n.words) && (a.next == i || n.space(a.next-1)) {
		w := n.words[a.next].Norm
		if n.l.joiners[w] && a.next > i && n.joins(a.next) {
			a.next++
			continue
		}
		tail, ok := sum.addWord(w, n.l, a.next > i)
		if !ok {
			break
		}
		a.End = n.words[a.next].End
		a.next++
		if tail != "" {
			a.Value = sum.value()
			n.tail(&a, tail)
			return a, true
		}
	}
	if a.Value = sum.value(); !sum.any {
		return a, false
	}
	if sum.scaled >= 1000 {
		a.Step = sum.scaled
	}
	return a, true
}

// joins reports whether the "and" at i stands between two parts of one number.
func (n *numberScanner) joins(i int) bool {
	if i+1 >= len(n.words) || !n.space(i) {
		return false
	}
	head, _, _ := strings.Cut(n.words[i+1].Norm, "-")
	before := n.words[i-1].Norm
	v, ok := n.l.numbers[head]
	if !ok || v <= 0 || v >= 100 {
		return false
	}
	b, tens := n.l.numbers[before]
	return n.l.scales[before] >= 100 && n.l.scales[before] != 12 || tens && b >= 100 ||
		n.l.joinedTens && tens && b >= 20 && v < 10
}

// A spelledSum adds up the words of a number.
type spelledSum struct {
	total, current float64
	scaled         float64 // the smallest scale, while it is the last word
	any            bool
}

func (s *spelledSum) value() float64 { return s.total + s.current }

// addWord takes in a word, all parts of it ("twenty-three") or its first ones
// ("two-mile"), and returns the rest. It refuses words that do not go on.
func (s *spelledSum) addWord(w string, l *language, inside bool) (tail string, ok bool) {
	if l.numbers[w] > 0 && s.add(w, l, inside) {
		return "", true // "quatre-vingt-dix"
	}
	for rest := w; rest != ""; {
		part, after, _ := strings.Cut(rest, "-")
		if !s.add(part, l, inside || rest != w) {
			return rest, rest != w
		}
		rest = after
	}
	return "", true
}

func (s *spelledSum) add(part string, l *language, inside bool) bool {
	if factor := l.scales[part]; factor > 0 && inside && (s.current > 0 || !s.any) {
		s.any = true
		s.current = max(s.current, 1)
		if factor < 1000 {
			s.current = float64(s.current * factor)
			return true
		}
		s.total += float64(s.current * factor)
		s.current, s.scaled = 0, factor
		return true
	}
	v, ok := l.numbers[part]
	if !ok || s.any && !s.fits(v) {
		return false
	}
	s.any = true
	s.current += v
	s.scaled = 0
	return true
}

// fits reports whether v can follow what was read: a unit after tens, less than a
// hundred after hundreds, anything after a scale.
func (s *spelledSum) fits(v float64) bool {
	if s.current == 0 {
		return s.total > 0 && v < s.scaled
	}
	if v < 1 {
		return false
	}
	rest := math.Mod(s.current, 100)
	return rest == 0 && v < 100 || rest >= 20 && math.Mod(rest, 10) == 0 && v < 10 && v > 0
}
