package report

import "testing"

func TestNearestShowsTheWordsAround(t *testing.T) {
	const long = " one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
	for _, c := range []struct {
		s          string
		begin, end bool
		want       string
	}{
		{long, true, false, " one two three four five six seven eight … "},
		{long, false, true, " … eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "},
		{long, true, true, long},
		{"a few words", true, false, "a few words"},
	} {
		if got := nearest(c.s, c.begin, c.end); got != c.want {
			t.Errorf("nearest(%v, %v) = %q, want %q", c.begin, c.end, got, c.want)
		}
	}
}
