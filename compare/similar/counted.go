package similar

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/storydiff/storydiff/compare/text"
)

const (
	numbersShown = 3
	largeNumber  = 100 // a smaller amount of nothing in particular proves nothing
	daysShown    = 2
	daysFar      = 3 // days between two publications that speak against one event
)

// sharedNumbers finds amounts that both give, with the same unit or of the same thing.
func sharedNumbers(p *pairing) []Evidence {
	a, b := p.a, p.b
	inB := map[string][]text.Span{}
	for _, n := range amounts(b) {
		inB[amountKey(n)] = append(inB[amountKey(n)], n.Span)
	}
	inA := map[string][]text.Span{}
	var all []Evidence
	for _, n := range amounts(a) {
		k := amountKey(n)
		inA[k] = append(inA[k], n.Span)
		if len(inA[k]) == 1 && inB[k] != nil {
			all = append(all, Evidence{
				For: true, Kind: "number", Weight: 0.4, Note: written(a.of(n.Span), b.of(inB[k][0])),
				A: []text.Span{n.Span}, B: cited(inB[k]),
			})
		}
	}
	return together("both give ", all, numbersShown)
}

// amounts returns the numbers with a unit, and large ones.
func amounts(s *side) []text.Number {
	var kept []text.Number
	for _, n := range text.Numbers(s.Text, languageOf(s.Article)) {
		if n.Unit != "" || n.Value >= largeNumber {
			kept = append(kept, n)
		}
	}
	return kept
}

func amountKey(n text.Number) string { return strconv.FormatFloat(n.Value, 'g', 6, 64) + n.Unit }

// sharedDays finds dates that both name, and weekdays that both name where they say
// what happened: elsewhere there are few weeks in which none is shared.
func sharedDays(p *pairing) []Evidence {
	inB := p.b.days(len(p.b.Text))
	var all []Evidence
	for _, x := range p.a.days(len(p.a.Text)) {
		i := slices.IndexFunc(inB, func(y day) bool { return x.name() == y.name() && x.conflict(y) == "" })
		if i < 0 {
			continue
		}
		e := Evidence{For: true, Kind: "date", Weight: 0.35, A: cited(x.at), B: cited(inB[i].at)}
		if x.date == "" {
			if x.at[0].Start >= p.a.lead || inB[i].at[0].Start >= p.b.lead {
				continue
			}
			e.Kind, e.Weight = "weekday", 0.1
		}
		e.Note = "both name " + max(p.a.of(e.A[0]), p.b.of(e.B[0]))
		all = append(all, e)
	}
	return weightiest(all, daysShown)
}

// A day is one that an article names, in whatever ways.
type day struct {
	date    string // month and day, "09-15"; empty when it goes by its weekday alone
	weekday string // empty when not known
	number  int    // of the day, when the year is known too; else unknownDate
	at      []text.Span
}

func (d day) name() string { return cmp.Or(d.date, d.weekday) }

// conflict says how two days cannot be the same; empty when they may be.
func (d day) conflict(e day) string {
	switch {
	case d.number != unknownDate && e.number != unknownDate:
		return differ(strconv.Itoa(d.number), strconv.Itoa(e.number))
	case d.date != "" && e.date != "":
		return differ(d.date, e.date)
	case d.weekday != "" && e.weekday != "":
		return differ(d.weekday, e.weekday)
	}
	return ""
}

func differ(a, b string) string {
	if a == b {
		return ""
	}
	return a + " " + b
}

// days returns the days named before the byte end, in the order of first mention. A
// weekday is the last such day up to that of publication.
func (s *side) days(end int) []day {
	var found []day
	for _, d := range s.dates {
		x := s.day(d)
		if x.name() == "" || d.Start >= end {
			continue
		}
		i := slices.IndexFunc(found, func(y day) bool { return x.name() == y.name() })
		if i < 0 {
			i = len(found)
			found = append(found, x)
		}
		found[i].at = append(found[i].at, d.Span)
	}
	return found
}

func (s *side) day(d text.Date) day {
	x := day{weekday: d.Weekday, number: unknownDate}
	switch {
	case d.Day > 0 && d.Month > 0:
		x.date = fmt.Sprintf("%02d-%02d", d.Month, d.Day)
		if d.Year > 0 {
			x.number = dayOf(d.ISO())
		}
	case d.Weekday != "" && s.profile.date != unknownDate:
		x.number = lastWeekday(d.Weekday, s.profile.date)
	}
	if x.number != unknownDate {
		x.weekday = weekdayOf(x.number)
		x.date = dateOf(x.number)
	}
	return x
}

// otherDay finds that the two were published days apart, or that their openings name
// other days. It is a soft reason: dates on pages are often wrong.
func otherDay(p *pairing) []Evidence {
	var all []Evidence
	if apart, known := daysApart(p.a.profile, p.b.profile); known && apart > daysFar {
		all = append(all, Evidence{
			Kind: "other day", Weight: 0.4,
			Note: fmt.Sprintf("published %d days apart, if the dates on the pages are right", apart),
		})
	}
	inA, inB := p.a.days(p.a.lead), p.b.days(p.b.lead)
	if len(inA) == 0 || len(inB) == 0 {
		return all
	}
	for _, x := range inA {
		if slices.ContainsFunc(inB, func(y day) bool { return x.conflict(y) == "" }) {
			return all
		}
	}
	return append(all, Evidence{
		Kind: "other day", Weight: 0.35, Note: p.a.of(inA[0].at[0]) + " here, " + p.b.of(inB[0].at[0]) + " there",
		A: cited(inA[0].at), B: cited(inB[0].at),
	})
}

// tooLittle says that one of the two is too short to judge.
func tooLittle(p *pairing) []Evidence {
	a, b := p.a, p.b
	if min(a.profile.length, b.profile.length) >= tooFewWords {
		return nil
	}
	return []Evidence{{Kind: "too little text", Note: "too little text to tell", Weight: 1}}
}

// revision says that both come from one outlet: they cannot confirm each other.
func revision(p *pairing) []Evidence {
	a, b := p.a, p.b
	e := Evidence{Kind: "revision", Weight: 1}
	switch {
	case a.URL != "" && a.URL == b.URL:
		e.Note = "one address: a revision, not a second source"
	case a.Outlet != "" && text.Fold(a.Outlet) == text.Fold(b.Outlet):
		e.Note = "both by " + a.Outlet + ": a revision or a follow-up, not a second source"
	default:
		return nil
	}
	return []Evidence{e}
}
