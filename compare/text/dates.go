package text

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A Date is a day, month, year or weekday that the text names.
type Date struct {
	Span
	Year, Month, Day int    // 0 where the text does not say
	Weekday          string // "monday" …; empty when not named
}

// ISO returns the date as ISO 8601 has it: "2022-09-15", "2022-09", "2022", or
// "--09-15" and "--09" where the year is not said; empty for a weekday alone.
func (d Date) ISO() string {
	var b strings.Builder
	switch {
	case d.Year > 0:
		fmt.Fprintf(&b, "%04d", d.Year)
	case d.Month > 0:
		b.WriteByte('-')
	}
	if d.Month > 0 {
		fmt.Fprintf(&b, "-%02d", d.Month)
		if d.Day > 0 {
			fmt.Fprintf(&b, "-%02d", d.Day)
		}
	}
	return b.String()
}

// Years outside of these are amounts.
const (
	firstYear     = 1000
	lastYear      = 2199
	firstBareYear = 1800 // without a month
	lastBareYear  = 2099
)

// Dates returns the days, months, years and weekdays named in s, in order. Relative
// ones ("last week", "tomorrow") are not dates. A month whose name is another word or
// a name too ("May", "April") counts only where a number or a preposition marks it,
// and a date in figures whose day and month could be exchanged keeps its year alone
// in English.
func Dates(s, lang string) []Date {
	return findDates(s, Words(s), languageData(lang), lang == "en")
}

func findDates(s string, words []Word, l *language, monthFirst bool) []Date {
	var dates []Date
	d := dateScanner{tokens{s, words, l}, monthFirst}
	for i := 0; i < len(words); {
		found, n := d.at(i)
		if n == 0 {
			i++
			continue
		}
		dates = append(dates, found...)
		i += n
	}
	return dates
}

type dateScanner struct {
	tokens
	monthFirst bool
}

// at returns the dates that begin with word i and the number of their words.
func (d dateScanner) at(i int) ([]Date, int) {
	w := d.words[i]
	if isDigitByte(w.Norm[0]) {
		if date, n := d.figures(i); n > 0 {
			return []Date{date}, n
		}
		if dates, n := d.dayMonth(i); n > 0 {
			return dates, n
		}
		return d.bareYear(i)
	}
	if d.l.weekdays[w.Norm] != "" {
		return d.weekday(i)
	}
	if d.month(i) > 0 {
		return d.monthDay(i)
	}
	return nil, 0
}

// month returns the month that word i names, or 0. Languages that write months with
// a capital want it.
func (d dateScanner) month(i int) int {
	if i >= len(d.words) {
		return 0
	}
	m := d.l.months[d.words[i].Norm]
	if m > 0 && d.l.capitals && !d.capital(i) {
		return 0
	}
	return m
}

// dayMonth reads "15 September 2022", "15. September", "1st of May" and "14-15 September".
func (d dateScanner) dayMonth(i int) ([]Date, int) {
	days, last := d.dayRange(i)
	if len(days) == 0 || !d.space(last) {
		return nil, 0
	}
	at := last + 1
	for at < len(d.words) && d.l.dateFillers[d.words[at].Norm] && d.space(at) {
		at++
	}
	month := d.month(at)
	if month == 0 {
		return nil, 0
	}
	end, year := d.yearAfter(at)
	return spread(days, month, year, d.words[end].End), end + 1 - i
}

// monthDay reads "September 15, 2022", "September 14-15", "September 2022" and "September".
func (d dateScanner) monthDay(i int) ([]Date, int) {
	month := d.month(i)
	if i+1 < len(d.words) && d.space(i) {
		if days, last := d.dayRange(i + 1); len(days) > 0 && !d.counted(last) {
			end, year := d.yearAfter(last)
			dates := spread(days, month, year, d.words[end].End)
			dates[0].Start = d.words[i].Start
			return dates, end + 1 - i
		}
	}
	end, year := d.yearAfter(i)
	if year == 0 && !d.monthAlone(i) {
		return nil, 0
	}
	return []Date{{Span: Span{d.words[i].Start, d.words[end].End}, Year: year, Month: month}}, end + 1 - i
}

// monthAlone reports whether word i is a month without help of a number.
func (d dateScanner) monthAlone(i int) bool {
	w := d.words[i].Norm
	if i > 0 && d.l.beforeMonth[d.words[i-1].Norm] && d.space(i-1) {
		return !d.l.shortForms[w]
	}
	return !d.l.shortForms[w] && !d.l.ambiguous[w]
}

// counted reports whether the number at i is a year or an amount with a noun of its
// own, so that it is no day: "in September 40 people".
func (d dateScanner) counted(i int) bool {
	after, _ := utf8.DecodeRuneInString(d.s[d.words[i].End:])
	return after == '%' || after == ':'
}

// spread gives each day its date; the last one reaches to end.
func spread(days []Date, month, year, end int) []Date {
	for k := range days {
		days[k].Month, days[k].Year = month, year
	}
	days[len(days)-1].End = end
	return days
}

// days reads the day or the two days that word i holds ("15", "15th", "14-15").
func (d dateScanner) days(i int) ([]Date, bool) {
	w := d.words[i]
	first, second, two := strings.Cut(w.Norm, "-")
	if !two || w.Len() != len(w.Norm) {
		if day := d.day(w.Norm); day > 0 {
			return []Date{{Span: w.Span, Day: day}}, true
		}
		return nil, false
	}
	a, b := d.day(first), d.day(second)
	if a == 0 || b <= a {
		return nil, false
	}
	return []Date{
		{Span: Span{w.Start, w.Start + len(first)}, Day: a},
		{Span: Span{w.End - len(second), w.End}, Day: b},
	}, true
}

// dayRange reads the days at i and, after "to" or a dash, those of the range they
// open. It returns the index of the last word.
func (d dateScanner) dayRange(i int) (days []Date, last int) {
	days, ok := d.days(i)
	if !ok {
		return nil, i
	}
	joint, next := foldedGap(d.gap(i)), i+1
	if joint == "" && next+1 < len(d.words) && d.l.between[d.words[next].Norm] && d.space(i) && d.space(next) {
		joint, next = "-", i+2
	}
	if joint != "-" || next >= len(d.words) || len(days) > 1 {
		return days, i
	}
	second, ok := d.days(next)
	if !ok || len(second) > 1 || second[0].Day <= days[0].Day {
		return days, i
	}
	return append(days, second...), next
}

func foldedGap(gap string) string { return Fold(strings.TrimSpace(gap)) }

// day returns the day of the month that a word like "15" or "15th" names, or 0.
func (d dateScanner) day(w string) int {
	digits := 0
	for digits < len(w) && isDigitByte(w[digits]) {
		digits++
	}
	if digits == 0 || digits > 2 || digits < len(w) && !d.l.ordinalEndings[w[digits:]] {
		return 0
	}
	if n := figure(w[:digits]); n <= 31 {
		return max(n, 0)
	}
	return 0
}

// yearAfter returns the year that follows word i, and the index of its word; i and 0
// when none does.
func (d dateScanner) yearAfter(i int) (int, int) {
	at := i + 1
	for at < len(d.words) && d.l.dateFillers[d.words[at].Norm] && d.dateSpace(at-1) {
		at++
	}
	if at >= len(d.words) || !d.dateSpace(at-1) || len(d.words[at].Norm) != 4 {
		return i, 0
	}
	year := figure(d.words[at].Norm)
	if year < firstYear || year > lastYear {
		return i, 0
	}
	return at, year
}

// dateSpace reports whether the words i and i+1 may belong to one date.
func (d dateScanner) dateSpace(i int) bool {
	switch strings.TrimSpace(d.gap(i)) {
	case "", ",", ".", ".,":
		return d.gap(i) != ""
	}
	return false
}

// bareYear reads a year by itself.
func (d dateScanner) bareYear(i int) ([]Date, int) {
	w := d.words[i]
	digits, season, _ := strings.Cut(w.Norm, "-")
	year := figure(digits)
	if len(digits) != 4 || year < firstBareYear || year > lastBareYear {
		return nil, 0
	}
	if season != "" && (len(season) != 2 && len(season) != 4 || figure(season) < 0) {
		return nil, 0
	}
	marked := i > 0 && d.space(i-1) && (d.l.beforeYear[d.words[i-1].Norm] || d.month(i-1) > 0)
	if !marked && d.amount(i) {
		return nil, 0
	}
	return []Date{{Span: w.Span, Year: year}}, 1
}

// amount reports whether something shows the number at i to be no year: a currency,
// a unit, a scale or a counted noun.
func (d dateScanner) amount(i int) bool {
	if _, ok := currencyBefore(d.s, d.words[i].Start); ok {
		return true
	}
	if strings.HasPrefix(strings.TrimLeft(d.s[d.words[i].End:], " \u00a0"), "%") {
		return true
	}
	if i+1 >= len(d.words) || !d.space(i) {
		return false
	}
	next := d.words[i+1].Norm
	if d.l.scales[next] != 0 {
		return true
	}
	if _, n := d.l.unitAt(d.tokens, i+1); n > 0 {
		return true
	}
	introduced := i > 0 && d.l.stop[d.words[i-1].Norm] // "the 2016 primaries"
	return !introduced && !d.capital(i+1) && (d.plural(next) || d.l.participles[next])
}

// weekday reads "Thursday", and "Thursday, 15 September" as one date.
func (d dateScanner) weekday(i int) ([]Date, int) {
	w := d.words[i]
	if d.l.capitals && !d.capital(i) {
		return nil, 0
	}
	name := d.l.weekdays[w.Norm]
	at := i + 1
	for at < len(d.words) && d.l.dateFillers[d.words[at].Norm] && d.dateSpace(at-1) {
		at++
	}
	if at < len(d.words) && d.dateSpace(at-1) && d.l.weekdays[d.words[at].Norm] == "" {
		if dates, n := d.at(at); n > 0 && (dates[0].Day > 0) {
			dates[0].Start, dates[0].Weekday = w.Start, name
			return dates, n + at - i
		}
	}
	if d.l.shortForms[w.Norm] {
		return nil, 0
	}
	return []Date{{Span: w.Span, Weekday: name}}, 1
}
