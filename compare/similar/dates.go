package similar

import (
	"fmt"
	"math"
	"time"

	"github.com/storydiff/storydiff/compare/text"
)

// unknownDate stands for the day of an article that gives none.
const unknownDate = math.MinInt

// dayOf returns the number of the day of an RFC 3339 date or time.
func dayOf(published string) int {
	if len(published) < len(time.DateOnly) {
		return unknownDate
	}
	t, err := time.Parse(time.DateOnly, published[:len(time.DateOnly)])
	if err != nil {
		return unknownDate
	}
	return int(t.Unix() / daySeconds)
}

// daysApart returns how many days lie between two publications, and whether both are known.
func daysApart(a, b *profile) (int, bool) { return daysBetween(a.date, b.date) }

func daysBetween(a, b int) (int, bool) {
	if a == unknownDate || b == unknownDate {
		return 0, false
	}
	return max(a-b, b-a), true
}

// dayVectors hold the days that an article names: by their date, and by their
// weekday. A weekday counts as the last such day up to publication, so without a
// day of publication it says nothing.
func dayVectors(dates []text.Date, published int) (days, weekdays vector) {
	var byDate, byWeekday []weighted
	for _, d := range dates {
		switch {
		case d.Day > 0 && d.Month > 0:
			byDate = append(byDate, weighted{hash(fmt.Sprintf("%d-%d", d.Month, d.Day)), 1})
		case d.Weekday != "" && published != unknownDate:
			byWeekday = append(byWeekday, weighted{term(lastWeekday(d.Weekday, published)), 1})
		}
	}
	return newVector(damped(byDate)), newVector(damped(byWeekday))
}

// lastWeekday returns the number of the last such day up to that of publication.
func lastWeekday(name string, published int) int {
	for day := published; day > published-7; day-- {
		if weekdayOf(day) == name {
			return day
		}
	}
	return published
}

const daySeconds = 24 * 60 * 60

func weekdayOf(day int) string {
	return text.Fold(time.Unix(int64(day)*daySeconds, 0).UTC().Weekday().String())
}

// dateOf returns month and day, "09-15".
func dateOf(day int) string {
	return time.Unix(int64(day)*daySeconds, 0).UTC().Format("01-02")
}
