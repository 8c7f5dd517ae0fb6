package text

import (
	"math"
	"strings"
	"unicode/utf8"
)

// longestUnit is the most words a unit has: "miles per hour".
const longestUnit = 3

// unitAt returns the unit that begins with word i and the number of its words.
func (l *language) unitAt(t tokens, i int) (string, int) {
	for size := min(longestUnit, len(t.words)-i); size >= 1; size-- {
		whole := true
		for k := i; k < i+size-1; k++ {
			whole = whole && t.space(k)
		}
		if !whole {
			continue
		}
		if u := l.units[t.phrase(i, i+size)]; u != "" {
			return u, size
		}
	}
	return "", 0
}

// phrase returns the folded words from i up to j with single spaces between them.
func (t tokens) phrase(i, j int) string {
	if j-i == 1 {
		return t.words[i].Norm
	}
	var b strings.Builder
	for k := i; k < j; k++ {
		if k > i {
			b.WriteByte(' ')
		}
		b.WriteString(t.words[k].Norm)
	}
	return b.String()
}

type currency struct {
	unit  string
	start int // where its sign stands
}

// currencyBefore returns the sign of a currency right before start: "$", "US$", "€ ".
func currencyBefore(s string, start int) (currency, bool) {
	before := s[:start]
	for _, gap := range []string{" ", "\u00a0", "\u202f"} {
		if cut, ok := strings.CutSuffix(before, gap); ok {
			before = cut
			break
		}
	}
	r, size := utf8.DecodeLastRuneInString(before)
	if !isCurrency(r) {
		return currency{}, false
	}
	at := len(before) - size
	if r != '$' {
		return currency{string(r), at}, true
	}
	letters := at
	for letters > 0 && at-letters < 3 && 'A' <= s[letters-1] && s[letters-1] <= 'Z' {
		letters--
	}
	if prefix := s[letters:at]; prefix != "" && prefix != "US" {
		return currency{prefix + "$", letters}, true
	}
	return currency{"$", letters}, true
}

func isCurrency(r rune) bool {
	switch r {
	case '$', '£', '€', '¥', '₽', '₴', '₹', '₩', '₪', '₺':
		return true
	}
	return false
}

// currencyCodes returns the unit of an ISO 4217 code written before an amount.
func currencyCodes(w string) string {
	switch w {
	case "usd":
		return "$"
	case "eur":
		return "€"
	case "gbp":
		return "£"
	case "jpy", "cny", "rmb":
		return "¥"
	}
	return ""
}

// symbolAfter returns the unit whose sign follows at i, after a space or none.
func symbolAfter(s string, i int) (unit string, end int) {
	at := i
	for _, gap := range []string{" ", "\u00a0", "\u202f"} {
		if strings.HasPrefix(s[at:], gap) {
			at += len(gap)
			break
		}
	}
	r, size := utf8.DecodeRuneInString(s[at:])
	switch {
	case r == '%' || r == '％':
		return "%", at + size
	case r == '°':
		return degrees(s, at+size)
	case isCurrency(r):
		if next, _ := classAt(s, at+size); next == digit {
			return "", i // the sign of the next amount
		}
		return string(r), at + size
	}
	return "", i
}

// degrees reads the scale after the sign: "°C", "° F".
func degrees(s string, i int) (string, int) {
	at := i
	if strings.HasPrefix(s[at:], " ") {
		at++
	}
	if at < len(s) && (s[at] == 'C' || s[at] == 'F') {
		if class, _ := classAt(s, at+1); class == other {
			return "°" + s[at:at+1], at + 1
		}
	}
	return "°", i
}

func squareOf(unit string) string {
	switch unit {
	case "m":
		return "square metre"
	case "km":
		return "square km"
	case "mile", "foot":
		return "square " + unit
	}
	return unit
}

// A measure is a quantity that its units share; factor and offset turn a value into
// the quantity's base unit.
type measure struct {
	quantity       string
	factor, offset float64
}

func measureOf(unit string) measure {
	switch unit {
	case "mm":
		return measure{"length", 0.001, 0}
	case "cm":
		return measure{"length", 0.01, 0}
	case "m":
		return measure{"length", 1, 0}
	case "km":
		return measure{"length", 1000, 0}
	case "inch":
		return measure{"length", 0.0254, 0}
	case "foot":
		return measure{"length", 0.3048, 0}
	case "yard":
		return measure{"length", 0.9144, 0}
	case "mile":
		return measure{"length", 1609.344, 0}
	case "nautical mile":
		return measure{"length", 1852, 0}
	case "square metre":
		return measure{"area", 1, 0}
	case "square foot":
		return measure{"area", 0.09290304, 0}
	case "acre":
		return measure{"area", 4046.8564224, 0}
	case "hectare":
		return measure{"area", 10000, 0}
	case "square km":
		return measure{"area", 1e6, 0}
	case "square mile":
		return measure{"area", 2589988.110336, 0}
	}
	return otherMeasure(unit)
}

func otherMeasure(unit string) measure {
	switch unit {
	case "gram":
		return measure{"mass", 0.001, 0}
	case "kg":
		return measure{"mass", 1, 0}
	case "tonne":
		return measure{"mass", 1000, 0}
	case "ton":
		return measure{"mass", 907.18474, 0}
	case "pound":
		return measure{"mass", 0.45359237, 0}
	case "ounce":
		return measure{"mass", 0.028349523125, 0}
	case "litre":
		return measure{"volume", 1, 0}
	case "gallon":
		return measure{"volume", 3.785411784, 0}
	case "km/h":
		return measure{"speed", 1, 0}
	case "mph":
		return measure{"speed", 1.609344, 0}
	case "°C":
		return measure{"temperature", 1, 0}
	case "°F":
		return measure{"temperature", 5.0 / 9, -32}
	}
	return measure{unit, 1, 0}
}

// base returns a value of the unit in the base unit of its quantity.
func (m measure) base(value float64) float64 { return float64((value + m.offset) * m.factor) }

const (
	roundingShare   = 0.05 // rounding never hides more than this share of an amount
	convertedShare  = 0.03 // converters round as they like
	aboutShare      = 0.10 // "about 100" and 108 agree
	boundShare      = 0.25 // "more than 100" and 125 agree
	roundedFrom     = 1000 // below, "20 dead" is taken at its word
	smallDifference = 1e-9 // of binary fractions
)

// Agrees reports whether two amounts can be wordings of one: equal after conversion
// of units, or as near as their rounding allows. "About" stretches an amount to a
// tenth, "more than" to a quarter above and nothing below. What is counted (Of) is not
// compared. Amounts of different quantities or currencies never agree; a pound may
// be a weight or a sum.
func (n Number) Agrees(m Number) bool {
	a, b := measureOf(n.Unit), measureOf(m.Unit)
	if a.quantity != b.quantity {
		if n.Unit != "pound" && m.Unit != "pound" || n.Unit != "£" && m.Unit != "£" {
			return false
		}
		a, b = measure{factor: 1}, measure{factor: 1}
	}
	x, y := a.base(n.Value), b.base(m.Value)
	size := max(math.Abs(x), math.Abs(y))
	tolerance := max(n.rounding()*a.factor, m.rounding()*b.factor) / 2
	// A whole number may have lost a fraction, however small it is.
	fraction := max(min(n.Step, 1)*a.factor, min(m.Step, 1)*b.factor) / 2
	tolerance = min(tolerance, max(float64(roundingShare*size), fraction))
	if n.Unit != m.Unit && a.quantity != "" {
		tolerance = max(tolerance, float64(convertedShare*size))
	}
	return math.Abs(x-y) <= tolerance+float64(smallDifference*size) || n.reaches(x, y) || m.reaches(y, x)
}

// rounding returns the place to which an amount may have been rounded.
func (n Number) rounding() float64 {
	step := n.Step
	if step != 1 || math.Abs(n.Value) < roundedFrom {
		return step
	}
	for math.Mod(n.Value, float64(step*10)) == 0 {
		step = float64(step * 10)
	}
	return step
}

// reaches reports whether the vague amount n, x in base units, can mean y.
func (n Number) reaches(x, y float64) bool {
	if !n.About {
		return false
	}
	size := math.Abs(x)
	switch n.Bound {
	case AtLeast:
		return y >= x && y-x <= float64(boundShare*size)
	case AtMost:
		return y <= x && x-y <= float64(boundShare*size)
	}
	return math.Abs(x-y) <= float64(aboutShare*size)
}
