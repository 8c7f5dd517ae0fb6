package similar

import (
	"fmt"
	"math"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
)

// reports returns n articles of as many outlets, published on these days of March 2021,
// and the rest on no known day.
func reports(n int, days ...int) []*quote.Reading {
	rs := make([]*quote.Reading, n)
	for i := range rs {
		s := article.Source{Title: fmt.Sprint("Report ", i), Outlet: fmt.Sprint("Gazette ", i), Body: "A report."}
		if i < len(days) {
			s.Published = fmt.Sprintf("2021-03-%02d", days[i])
		}
		rs[i] = read(s)
	}
	return rs
}

// related returns a pair of those log odds that has something telling in common.
func related(a, b int, logOdds float64) Pair {
	return Pair{A: a, B: b, Verdict: Related, Probability: 1 / (1 + math.Exp(-logOdds))}
}

func said(a, b int) Pair { return Pair{A: a, B: b, Verdict: SameEvent, Probability: 0.95} }

func TestGrouping(t *testing.T) {
	const many = smallSet + 1
	tests := []struct {
		name  string
		rs    []*quote.Reading
		pairs []Pair
		want  string
	}{
		{"likely and far from others", reports(many), []Pair{related(0, 1, -1)}, "[[0 1]]"},
		{"as near to a third", reports(many), []Pair{related(0, 1, -1), related(0, 2, -1.5)}, "[]"},
		{"nothing else comes near", reports(many), []Pair{related(0, 1, -3)}, "[[0 1]]"},
		{"among few articles that says little", reports(3), []Pair{related(0, 1, -1)}, "[]"},
		{"two that are unlikely rather", reports(2), []Pair{related(0, 1, -0.3)}, "[]"},
		{"two that are more likely than not", reports(2), []Pair{related(0, 1, 0.5)}, "[[0 1]]"},
		{"a third near to two", reports(3), []Pair{said(0, 1), related(0, 2, 0), related(1, 2, 0)}, "[[0 1 2]]"},
		{"something else comes near", reports(many), []Pair{related(0, 1, -3), related(0, 2, -5)}, "[]"},
		{"a follow-up", reports(many, 2, 22), []Pair{related(0, 1, -3)}, "[]"},
		{"days apart, but likely and alone", reports(many, 2, 22), []Pair{related(0, 1, -1)}, "[[0 1]]"},
		{"days apart, and not alone", reports(many, 2, 22), []Pair{related(0, 1, -1), related(1, 2, -3)}, "[]"},
		{"nothing telling in common", reports(many), []Pair{{A: 0, B: 1, Verdict: Different, Probability: 0.1}}, "[]"},
		{"a stray of a group", reports(many), []Pair{said(0, 1), related(0, 2, -3), related(1, 2, -3)}, "[[0 1 2]]"},
		{
			"two groups", reports(many),
			[]Pair{said(0, 1), said(2, 3), related(0, 2, -1), related(0, 3, -1), related(1, 2, -1), related(1, 3, -1)},
			"[[0 1] [2 3]]",
		},
	}
	for _, test := range tests {
		if got := fmt.Sprint(groupsOf(test.rs, test.pairs)); got != test.want {
			t.Errorf("%s: groups %s, want %s", test.name, got, test.want)
		}
	}
}

func groupsOf(rs []*quote.Reading, pairs []Pair) [][]int {
	groups := [][]int{}
	for _, e := range Events(rs, pairs) {
		groups = append(groups, e.Articles)
	}
	return groups
}

// Ten pairs that agree in all but their dates show that the dates are not to be trusted;
// those of one outlet show nothing.
func TestDatesThatTheTextsContradict(t *testing.T) {
	const events = 12
	days := make([]int, 2*events)
	var pairs []Pair
	for i := range events {
		days[2*i], days[2*i+1] = 1, 20
		pairs = append(pairs, related(2*i, 2*i+1, 3))
	}
	days = append(days, 1, 20)
	pairs = append(pairs, related(2*events, 2*events+1, -3))
	rs := reports(len(days), days...)
	if got := len(groupsOf(rs, pairs)); got != events+1 {
		t.Errorf("%d groups, want %d: with dates so often wrong, the last pair is no follow-up", got, events+1)
	}
	for _, r := range rs {
		r.Outlet = "Gazette"
	}
	if got := len(groupsOf(rs, pairs)); got != events {
		t.Errorf("one outlet: %d groups, want %d", got, events)
	}
}
