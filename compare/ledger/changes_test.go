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

func TestStyleIsNoChangeOfWords(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"We won't discuss today's vote in the council", "We won’t discuss today’s vote in the council", "punctuation"},
		{"We value co-operation with the island's farmers", "We value cooperation with the island's farmers", "punctuation co-operation > cooperation"},
		{"The vote – a mere formality – was open to all members", "The vote - a mere formality - was open to all members", "punctuation"},
		{"The Council will hear every farmer on the island", "The council will hear every farmer on the island", ""},
		{"The friendship without limits of our two islands is a myth", "The friendship without limits of our two islands is a myth.", ""},
		{"We adhere firmly to the one-island principle in our talks", "We adhere firmly to the one island principle in our talks", "punctuation"},
	} {
		got := ""
		if cs := changesOf(t, c.a, c.b); len(cs) > 0 {
			got = fmt.Sprintf("%s %s > %s", cs[0].Type, cs[0].From, cs[0].To)
		}
		if len(got) < len(c.want) || got[:len(c.want)] != c.want || c.want == "" && got != "" {
			t.Errorf("%q\n%q\n got %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

func TestVerbatimWordingsAreNotMarkedUp(t *testing.T) {
	us := Build(readingsOf(
		"“The councils don't agree on today's vote,” said Anna Lindqvist.",
		"Anna Lindqvist said: “The councils do not agree on today’s vote.”",
	))
	if len(us) != 1 {
		t.Fatalf("%d utterances", len(us))
	}
	v := us[0].Variants[1-us[0].Fullest]
	if v.Relation != Verbatim || len(v.Edits) != 1 {
		t.Errorf("%s with the edits %v", v.Relation, v.Edits)
	}
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
		{"The ferry is the only way out and I don't think that it will sail tonight", "The ferry is the only way out", "dropped and I don't think that it will sail tonight "},
		{"We can find the ship and we will bring the crew home to Bergen", "We will find the ship and we will bring the crew home to Bergen", "modality"},
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

func TestAPhraseForAWordIsOneChange(t *testing.T) {
	cs := changesOf(t, "At this meeting we will set out in detail our position on the locks", "At this meeting we will explain our position on the locks")
	if len(cs) != 1 || cs[0].Type != RewordedWords || cs[0].From+cs[0].To != "set out in detailexplain" && cs[0].From+cs[0].To != "explainset out in detail" {
		t.Errorf("got %v", cs)
	}
}

func TestPhraseDeniesNothing(t *testing.T) {
	us := Build(readingsOf(
		"“Whoever wrote this plan did not understand its catastrophic hydrological dimension,” said Anna Lindqvist.",
		"Anna Lindqvist spoke of the “catastrophic hydrological dimension” of the plan.",
	))
	if len(us) != 1 {
		t.Fatalf("%d utterances", len(us))
	}
	for _, c := range us[0].Variants[1-us[0].Fullest].Changes {
		if c.Type == ChangedNegation {
			t.Errorf("a phrase of three words lists %v", c)
		}
	}
}

func TestWhatIsLeftOpenIsNotDenied(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		denied bool
	}{
		{"The town must be told whether or not the bridge will open in June", "The town must be told whether the bridge will open in June", false},
		{"This port has as many boats as any on the coast, if not more boats", "This port has as many boats as any on the coast", false},
		{"The bridge will open in June or the ferries will not sail", "The bridge will open in June or the ferries will sail", true},
	} {
		got := false
		for _, x := range changesOf(t, c.a, c.b) {
			got = got || x.Type == ChangedNegation
		}
		if got != c.denied {
			t.Errorf("%s: a negation changes is %v", c.a, got)
		}
	}
}

// A short form is no change, whichever wording has it.
func TestShortForms(t *testing.T) {
	for _, b := range []string{
		"“If there’s a leak in that hull, it’s the pumps that’ll tell us,” said Ingrid Moen.",
		"“If there is a leak in that hull, it's the pumps that will tell us,” said Ingrid Moen.",
	} {
		us := Build(readingsOf("“If there is a leak in that hull, it is the pumps that will tell us,” said Ingrid Moen.", b))
		if len(us) != 1 {
			t.Fatalf("%d utterances", len(us))
		}
		for _, v := range us[0].Variants {
			if v.Relation != Verbatim {
				t.Errorf("%s: %s %v", b, v.Relation, v.Changes)
			}
		}
	}
}
