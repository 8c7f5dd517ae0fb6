package similar

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/storydiff/storydiff/compare/text"
)

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
func (s *side) days(end int) []day { return namedDays(s.dates, s.profile.date, end) }

func namedDays(dates []text.Date, published, end int) []day {
	var found []day
	for _, d := range dates {
		x := newDay(d, published)
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

func newDay(d text.Date, published int) day {
	x := day{weekday: d.Weekday, number: unknownDate}
	switch {
	case d.Day > 0 && d.Month > 0:
		x.date = fmt.Sprintf("%02d-%02d", d.Month, d.Day)
		if d.Year > 0 {
			x.number = dayOf(d.ISO())
		}
	case d.Weekday != "" && published != unknownDate:
		x.number = lastWeekday(d.Weekday, published)
	}
	if x.number != unknownDate {
		x.weekday = weekdayOf(x.number)
		x.date = dateOf(x.number)
	}
	return x
}

// contradict reports whether both name days, and none that may be the same.
func contradict(a, b []day) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	return !slices.ContainsFunc(a, func(x day) bool {
		return slices.ContainsFunc(b, func(y day) bool { return x.conflict(y) == "" })
	})
}
