package align

import (
	"math"
	"strings"
	"testing"
)

// overlapOf returns what the first sentences of two articles have in common.
func overlapOf(a, b []string) (overlap, *telling, *telling) {
	ta, tb := tellingsOf(Read(a, 0, "en"), Read(b, 0, "en"))
	return ta[0].overlap(tb[0]), ta[0], tb[0]
}

// harbour is what both articles tell besides.
var harbour = []string{
	"Rain kept the crowds away from the harbour until noon.",
	"A ferry waited outside, its lights on.",
	"The market opened late, as it does in winter.",
	"Few of the shops had anything to sell.",
}

func TestANameOfManyWordsCountsOnce(t *testing.T) {
	a := append([]string{"Deputy Finance Minister Ada Lindqvist opened a bridge."}, harbour...)
	b := append([]string{"Deputy Finance Minister Ada Lindqvist sold her boat."}, harbour...)
	o, ta, _ := overlapOf(a, b)
	if len(ta.names) != 1 {
		t.Fatalf("%d names, want 1: %v", len(ta.names), ta.names)
	}
	if o.weight != ta.names[0] {
		t.Errorf("a shared name weighs %.3f, want that of its weightiest word, %.3f", o.weight, ta.names[0])
	}
	if o.deeds != 0 || o.scarce == 0 {
		t.Errorf("deeds %.2f and scarce %.2f, want none of the first and some of the second", o.deeds, o.scarce)
	}
}

func TestNamesAreSharedByAnyWord(t *testing.T) {
	a := append([]string{"Ada Lindqvist opened a bridge."}, harbour...)
	b := append([]string{"The bridge was opened by Lindqvist."}, harbour...)
	o, ta, tb := overlapOf(a, b)
	if got, most := o.weight, min(ta.weight, tb.weight); math.Abs(got-most) > 1e-9 {
		t.Errorf("both tell %.3f alike, want all of the lighter, %.3f", got, most)
	}
}

func TestTheSameNameAgainIsOne(t *testing.T) {
	_, ta, _ := overlapOf(append([]string{"Lindqvist said that Lindqvist and Berg had met."}, harbour...), harbour)
	if len(ta.names) != 2 {
		t.Errorf("%d names, want 2", len(ta.names))
	}
}

func TestSharedAmounts(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		share int
	}{
		{"It cost 40 crowns and took 12 days.", "After 12 days and 40 crowns it stood.", 2},
		{"Twelve men were hurt.", "Police counted 12 injured.", 1},
		{"Since 2014 it was shut.", "It was opened in 2014.", 0}, // a year
		{"It cost 40 crowns.", "It cost 41 crowns.", 0},
		{"40 of 40 came.", "40 came.", 1},
	} {
		if o, _, _ := overlapOf([]string{c.a}, []string{c.b}); o.amounts != c.share {
			t.Errorf("%q and %q share %d numbers, want %d", c.a, c.b, o.amounts, c.share)
		}
	}
}

// A sentence that is all names has no end of them, and none that are counted twice.
func TestMoreNamesThanAreToldApart(t *testing.T) {
	var s strings.Builder
	for i := range 200 {
		s.WriteString("Q" + strings.Repeat(string(rune('a'+i%26)), 1+i/26) + " of ")
	}
	o, ta, _ := overlapOf([]string{s.String()}, []string{s.String()})
	if len(ta.names) != mostNames || math.Abs(o.weight-ta.weight) > 1e-9 {
		t.Errorf("%d names, %.2f of %.2f shared", len(ta.names), o.weight, ta.weight)
	}
}
