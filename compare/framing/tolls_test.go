package framing

import (
	"testing"

	"github.com/storydiff/storydiff/compare/quote"
)

// TestTolls holds that two articles' tolls are compared in whatever words, and that numbers
// of some, of other years and of what may be are none.
func TestTolls(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"Twelve people were hurt when the roof of a hall fell in.", "The number of people injured rose to 31 on Sunday, doctors said.", 1},
		{"Twelve people were hurt when the roof of a hall fell in.", "A dozen people were injured in the hall, doctors said.", 0},
		{"Twelve people were hurt when the roof of a hall fell in.", "A roof that fell in 2009 injured 31 people, doctors said.", 0},
		{"Twelve people were hurt when the roof of a hall fell in.", "The roof could have injured 31 people, doctors said.", 0},
	} {
		rs := []*quote.Reading{reading("Hall\n\n" + c.a), reading("Roof\n\n" + c.b)}
		st := newStory(rs, nil)
		if got := len(st.tollItems(st.docs[0], st.docs[1])); got != c.want {
			t.Errorf("%q / %q: %d tolls differ, want %d", c.a, c.b, got, c.want)
		}
	}
}
