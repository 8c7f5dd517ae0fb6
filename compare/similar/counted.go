package similar

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/storydiff/storydiff/compare/article"
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
	for _, n := range b.amounts() {
		inB[amountKey(n)] = append(inB[amountKey(n)], n.Span)
	}
	inA := map[string][]text.Span{}
	var all []Evidence
	for _, n := range a.amounts() {
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
func amounts(a *article.Article) []text.Number {
	var kept []text.Number
	for _, n := range text.Numbers(a.Text, languageOf(a)) {
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
	if !contradict(inA, inB) {
		return all
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
