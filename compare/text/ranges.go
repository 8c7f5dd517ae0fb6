package text

import "strings"

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
