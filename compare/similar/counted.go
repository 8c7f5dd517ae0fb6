package similar

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

const (
	numbersShown = 3
	daysFar      = 3 // days between two publications that speak against one event
)

// sharedNumbers finds amounts that both give, with the same unit or of the same thing.
func sharedNumbers(a, b *side) []Evidence {
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
				For: true, Kind: "number", Weight: 0.4, Note: written("both give ", a.of(n.Span), b.of(inB[k][0])),
				A: []text.Span{n.Span}, B: cited(inB[k]),
			})
		}
	}
	return weightiest(all, numbersShown)
}

// amounts returns the numbers that are more than a small count of nothing in particular.
func amounts(s *side) []text.Number {
	var kept []text.Number
	for _, n := range text.Numbers(s.Text, languageOf(s.Article)) {
		if n.Unit != "" || n.Value >= smallNumber {
			kept = append(kept, n)
		}
	}
	return kept
}

func amountKey(n text.Number) string { return strconv.FormatFloat(n.Value, 'g', 6, 64) + n.Unit }

// sharedDays finds dates and weekdays that both name.
func sharedDays(a, b *side) []Evidence {
	inA, inB := daysNamed(a, len(a.Text)), daysNamed(b, len(b.Text))
	var all []Evidence
	for _, d := range inA.order {
		if inB.at[d] == nil {
			continue
		}
		e := Evidence{For: true, Kind: "date", Weight: 0.35, A: cited(inA.at[d]), B: cited(inB.at[d])}
		if strings.HasSuffix(d, "day") {
			e.Kind, e.Weight = "weekday", 0.1
		}
		e.Note = "both name " + max(a.of(e.A[0]), b.of(e.B[0]))
		all = append(all, e)
	}
	return all
}

// days are the days an article names: dates as "9-15", weekdays by their name.
type days struct {
	order []string // of first mention
	at    map[string][]text.Span
}

// daysNamed returns the days named before the byte end.
func daysNamed(s *side, end int) days {
	found := days{at: map[string][]text.Span{}}
	for _, d := range text.Dates(s.Text, languageOf(s.Article)) {
		name := d.Weekday
		if d.Day > 0 && d.Month > 0 {
			name = fmt.Sprintf("%d-%d", d.Month, d.Day)
		}
		if name == "" || d.Start >= end {
			continue
		}
		if found.at[name] == nil {
			found.order = append(found.order, name)
		}
		found.at[name] = append(found.at[name], d.Span)
	}
	return found
}

// otherDay finds that the two were published days apart, or that their openings name
// other days. It is a soft reason: dates on pages are often wrong.
func otherDay(a, b *side) []Evidence {
	var all []Evidence
	if apart, known := daysApart(a.profile, b.profile); known && apart > daysFar {
		all = append(all, Evidence{
			Kind: "other day", Weight: 0.4,
			Note: fmt.Sprintf("published %d days apart, if the dates on the pages are right", apart),
		})
	}
	inA, inB := daysNamed(a, a.lead), daysNamed(b, b.lead)
	if len(inA.order) == 0 || len(inB.order) == 0 {
		return all
	}
	for _, d := range inA.order {
		if inB.at[d] != nil {
			return all
		}
	}
	atA, atB := inA.at[inA.order[0]], inB.at[inB.order[0]]
	return append(all, Evidence{
		Kind: "other day", Weight: 0.3, Note: a.of(atA[0]) + " here, " + b.of(atB[0]) + " there",
		A: cited(atA), B: cited(atB),
	})
}

// tooLittle says that one of the two is too short to judge.
func tooLittle(a, b *side) []Evidence {
	if min(a.profile.length, b.profile.length) >= tooFewWords {
		return nil
	}
	return []Evidence{{Kind: "too little text", Note: "too little text to tell", Weight: 1}}
}

// revision says that both come from one outlet: they cannot confirm each other.
func revision(a, b *side) []Evidence {
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
