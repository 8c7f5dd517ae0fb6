package text

import (
	"math"
	"sync"
)

// A measure is a quantity that its units share; factor and offset turn a value into
// the quantity's base unit.
type measure struct {
	quantity       string
	factor, offset float64
}

var measures = sync.OnceValue(func() map[string]measure {
	return map[string]measure{
		"mm":            {"length", 0.001, 0},
		"cm":            {"length", 0.01, 0},
		"m":             {"length", 1, 0},
		"km":            {"length", 1000, 0},
		"inch":          {"length", 0.0254, 0},
		"foot":          {"length", 0.3048, 0},
		"yard":          {"length", 0.9144, 0},
		"mile":          {"length", 1609.344, 0},
		"nautical mile": {"length", 1852, 0},
		"square metre":  {"area", 1, 0},
		"square foot":   {"area", 0.09290304, 0},
		"acre":          {"area", 4046.8564224, 0},
		"hectare":       {"area", 10000, 0},
		"square km":     {"area", 1e6, 0},
		"square mile":   {"area", 2589988.110336, 0},
		"gram":          {"mass", 0.001, 0},
		"kg":            {"mass", 1, 0},
		"tonne":         {"mass", 1000, 0},
		"ton":           {"mass", 907.18474, 0},
		"pound":         {"mass", 0.45359237, 0},
		"ounce":         {"mass", 0.028349523125, 0},
		"litre":         {"volume", 1, 0},
		"gallon":        {"volume", 3.785411784, 0},
		"km/h":          {"speed", 1, 0},
		"mph":           {"speed", 1.609344, 0},
		"°C":            {"temperature", 1, 0},
		"°F":            {"temperature", 5.0 / 9, -32},
	}
})

// measureOf returns what a unit measures; an unknown unit measures itself.
func measureOf(unit string) measure {
	if m, ok := measures()[unit]; ok {
		return m
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
