package ledger

import (
	"fmt"
	"testing"
)

// changesOf returns the changes between two wordings by one speaker.
func changesOf(t *testing.T, a, b string) []Change {
	t.Helper()
	us := Build(readingsOf("“"+a+",” said Anna Lindqvist.", "“"+b+",” said Anna Lindqvist."))
	if len(us) != 1 {
		t.Fatalf("%q and %q make %d utterances", a, b, len(us))
	}
	return us[0].Variants[1-us[0].Fullest].Changes
}

func TestFactsNeverChangeInSilence(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want string // type, from, to of the weightiest change
	}{
		{"We do not believe that the reactor was damaged by the storm", "The reactor was damaged by the storm", "negation not "},
		{"The harbour will stay open all winter, although nobody has paid for it", "The harbour will stay open all winter", "dropped although nobody has paid for it "},
		{"It is likely that the museum will sell the paintings this year", "It is unlikely that the museum will sell the paintings this year", "negation"},
		{"The dam holds 40 million litres of water and feeds three towns", "The dam holds 14 million litres of water and feeds three towns", "number"},
		{"The bill passed the upper house by 51-49 after a long night", "The bill passed the upper house by 50-49 after a long night", "number"},
		{"The doctors could have saved nine of the patients that night", "The doctors saved nine of the patients that night", "modality"},
		{"The bridge is safe and the lorries can use it again", "The bridge is safe and the lorries can use it again", ""},
	} {
		got := ""
		if cs := changesOf(t, c.a, c.b); len(cs) > 0 {
			got = fmt.Sprintf("%s %s %s", cs[0].Type, cs[0].From, cs[0].To)
		}
		if len(got) < len(c.want) || got[:len(c.want)] != c.want {
			t.Errorf("%q\n%q\n got %q, want %q", c.a, c.b, got, c.want)
		}
	}
}
