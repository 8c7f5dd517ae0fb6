package similar

import "testing"

func TestAskedOfAPair(t *testing.T) {
	facts := newVector([]weighted{{1, 1}})
	words := newVector([]weighted{{2, 1}})
	quoted := newVector([]weighted{{1, 1}, {2, 1}, {3, 1}, {4, 1}})
	monday, tuesday := []day{{weekday: "monday", number: unknownDate}}, []day{{weekday: "tuesday", number: unknownDate}}
	tests := []struct {
		name string
		a, b profile
		want float64
	}{
		{"a fact in both ledes", profile{leadFacts: facts}, profile{leadFacts: facts}, sameAt},
		{"five words that both quote", profile{quoted: quoted}, profile{quoted: quoted}, sameAt},
		{"background alone", profile{}, profile{}, looseAt},
		{"one outlet", profile{leadFacts: facts, outlet: "gazette"}, profile{leadFacts: facts, outlet: "gazette"}, sureAt},
		{"two outlets", profile{leadFacts: facts, outlet: "gazette"}, profile{leadFacts: facts, outlet: "herald"}, sameAt},
		{"other days in other words", profile{leadFacts: facts, leadDays: monday}, profile{leadFacts: facts, leadDays: tuesday}, sureAt},
		{
			"other days in the same words",
			profile{leadFacts: facts, deed: words, leadDays: monday},
			profile{leadFacts: facts, deed: words, leadDays: tuesday},
			sameAt,
		},
	}
	for _, test := range tests {
		if got := asked(&test.a, &test.b); got != test.want {
			t.Errorf("%s: asked for %v, want %v", test.name, got, test.want)
		}
		if asked(&test.a, &test.b) != asked(&test.b, &test.a) {
			t.Errorf("%s: depends on the order", test.name)
		}
	}
}
