package framing

import (
	"github.com/storydiff/storydiff/compare/text"
)

// compareDates pairs the dates of two sentences that say the same thing. Only
// sentences with one date each, whose amounts do not differ, are sure enough for a
// disagreement; dates that agree are paired always.
func compareDates(a, b, lang string) []figurePair {
	as, bs := text.Dates(a, lang), text.Dates(b, lang)
	var out []figurePair
	for _, x := range as {
		for _, y := range bs {
			if sameMeasure(x, y) && datesAgree(x, y) {
				out = append(out, figurePair{a: x.Span, b: y.Span, agree: true})
			}
		}
	}
	if len(out) > 0 || len(as) != 1 || len(bs) != 1 || !sameMeasure(as[0], bs[0]) {
		return out
	}
	if beside(a, as[0].Span) || beside(b, bs[0].Span) || placesDiffer(a, b) || opposedBesides(a, b, as[0], bs[0]) || amountsDiffer(a, b, lang) {
		return nil
	}
	return []figurePair{{a: as[0].Span, b: bs[0].Span}}
}

// sameMeasure reports whether two dates are given to the same measure.
func sameMeasure(x, y text.Date) bool {
	return x.Day > 0 && y.Day > 0 || x.Weekday != "" && y.Weekday != "" && x.Day == 0 && y.Day == 0 ||
		x.Month > 0 && y.Month > 0 || x.Year > 0 && y.Year > 0
}

// datesAgree reports whether two dates can be the same as far as both say.
func datesAgree(x, y text.Date) bool {
	return agreeWhereGiven(x.Year, y.Year) && agreeWhereGiven(x.Month, y.Month) && agreeWhereGiven(x.Day, y.Day) &&
		(x.Weekday == "" || y.Weekday == "" || x.Weekday == y.Weekday)
}

func agreeWhereGiven(x, y int) bool { return x == 0 || y == 0 || x == y }

// opposedBesides reports whether the sentences are opposed in words outside the dates.
func opposedBesides(a, b string, x, y text.Date) bool {
	return opposed(a[:x.Start]+" "+a[x.End:], b[:y.Start]+" "+b[y.End:])
}

// amountsDiffer reports whether any amount of either sentence has no agreeing one in
// the other.
func amountsDiffer(a, b, lang string) bool {
	as, bs := text.Numbers(a, lang), text.Numbers(b, lang)
	for _, x := range as {
		found := len(bs) == 0
		for _, y := range bs {
			found = found || x.Agrees(y)
		}
		if !found {
			return true
		}
	}
	return false
}

// beside reports whether a date stands next to a verb of speaking: it tells when
// somebody said it, not when it happened.
func beside(s string, date text.Span) bool {
	words := text.Words(s)
	for i, w := range words {
		if w.Overlap(date) == 0 {
			continue
		}
		for j := max(0, i-3); j < min(len(words), i+3); j++ {
			if saying(words[j].Norm) {
				return true
			}
		}
	}
	return false
}
