package text

import (
	"strconv"
	"strings"
)

// figures reads "2022-09-15", "15.09.2022" and "15/09/2022".
func (d dateScanner) figures(i int) (Date, int) {
	w := d.words[i]
	if strings.Count(w.Norm, "-") == 2 {
		return isoDate(w)
	}
	if strings.Count(w.Norm, ".") == 2 {
		part := strings.Split(w.Norm, ".")
		return d.numeric(w.Span, part, 1)
	}
	if d.gap(i) == "/" && d.gap(i+1) == "/" {
		part := []string{w.Norm, d.words[i+1].Norm, d.words[i+2].Norm}
		return d.numeric(Span{w.Start, d.words[i+2].End}, part, 3)
	}
	return Date{}, 0
}

// isoDate reads a word like "2022-09-15", or "2022-09-15t10".
func isoDate(w Word) (Date, int) {
	part := strings.Split(w.Norm, "-")
	if len(part[0]) != 4 || len(part[1]) != 2 || len(part[2]) < 2 {
		return Date{}, 0
	}
	rest := part[2][2:]
	if rest != "" && rest[0] != 't' {
		return Date{}, 0
	}
	date := Date{Span: w.Span, Year: figure(part[0]), Month: figure(part[1]), Day: figure(part[2][:2])}
	if !date.valid() {
		return Date{}, 0
	}
	if rest != "" && w.Len() == len(w.Norm) {
		date.End = date.Start + len("2006-01-02")
	}
	return date, 1
}

// numeric reads day, month and year in figures.
func (d dateScanner) numeric(at Span, part []string, n int) (Date, int) {
	date := Date{Span: at, Day: figure(part[0]), Month: figure(part[1]), Year: figure(part[2])}
	if len(part[2]) == 2 && date.Year >= 0 {
		date.Year += 1900
		if date.Year < 1970 {
			date.Year += 100
		}
	}
	swapped := date
	swapped.Day, swapped.Month = date.Month, date.Day
	switch {
	case !d.monthFirst || date.Day == date.Month || !swapped.valid():
	case !date.valid():
		date = swapped
	default:
		date.Day, date.Month = 0, 0 // either reading would be a guess
		return date, n
	}
	if !date.valid() {
		return Date{}, 0
	}
	return date, n
}

// figure returns the value of up to four digits, or -1.
func figure(s string) int {
	if s == "" || len(s) > 4 || !isDigits(s) {
		return -1
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

func (d Date) valid() bool {
	return firstYear <= d.Year && d.Year <= lastYear && 1 <= d.Month && d.Month <= 12 && 1 <= d.Day && d.Day <= 31
}
