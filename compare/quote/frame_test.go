package quote

import (
	"slices"
	"testing"
)

// TestReportedSpeechBesideAttributions holds that what stands before an attribution, or on
// both sides of one, is found.
func TestReportedSpeechBesideAttributions(t *testing.T) {
	for _, tt := range []struct{ in, said string }{
		{"The repairs will outlast the council, said Helen Marsh, who runs the port.", "The repairs will outlast the council"},
		{"In Bergen, the yard is hanging on, said the firm’s chief executive, Daniel Okafor.", "In Bergen, the yard is hanging on"},
		{"The harbour will be dredged twice a year, according to a study by the University of Bergen.", "The harbour will be dredged twice a year"},
		{"At the same time, the rule has kept nobody away: the port was the busiest of the coast, according to one index.", "the port was the busiest of the coast"},
		{"The older boats, Helen Marsh said, are to be sold before the winter.", "The older boats, Helen Marsh said, are to be sold before the winter"},
		{"After three years of talks, officials told reporters, the ferry is to sail again.", "After three years of talks, officials told reporters, the ferry is to sail again"},
		{"The move, says Helen Marsh, is the result of three years of talks.", "The move"},
	} {
		if !slices.ContainsFunc(findIn(tt.in, "en"), func(q Quote) bool { return q.Kind == Indirect && q.Of(tt.in) == tt.said }) {
			t.Errorf("%s\n got %s", tt.in, describeAll(tt.in, findIn(tt.in, "en")))
		}
	}
}

func TestNothingIsSaidBesideOtherCommas(t *testing.T) {
	for _, tt := range []struct{ in, unsaid string }{
		{"Helen Marsh of Bergen, a surgeon, said the yard deserved better.", "Helen Marsh of Bergen, a surgeon"},
		{"Early in the winter, Helen Marsh praised the crew, its captain and the yard.", "Early in the winter"},
		{"In a long letter, she wrote, “The yard has closed.”", "In a long letter"},
	} {
		if slices.ContainsFunc(findIn(tt.in, "en"), func(q Quote) bool { return q.Kind == Indirect && q.Of(tt.in) == tt.unsaid }) {
			t.Errorf("%s\n got %s", tt.in, describeAll(tt.in, findIn(tt.in, "en")))
		}
	}
}
