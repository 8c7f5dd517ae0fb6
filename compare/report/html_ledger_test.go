package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/storydiff/storydiff/compare"
)

func TestJoined(t *testing.T) {
	tests := []struct {
		name     string
		in, want []htmlRun
	}{
		{
			"neighbours of one kind",
			[]htmlRun{{"changed", "in", "when"}, {Text: " "}, {"changed", "relation", "it comes"}, {Text: " to"}},
			[]htmlRun{{"changed", "in relation", "when it comes"}, {Text: " to"}},
		},
		{
			"gaps stay apart",
			[]htmlRun{{"gap", "… 4 words", "a b c d"}, {Text: " "}, {"gap", "… 5 words", "e f g h i"}},
			[]htmlRun{{"gap", "… 4 words", "a b c d"}, {Text: " "}, {"gap", "… 5 words", "e f g h i"}},
		},
		{
			"no space before a full stop",
			[]htmlRun{{Text: "our position"}, {Text: " "}, {"gap", "… 9 words", "x"}, {Text: " "}, {Text: "."}},
			[]htmlRun{{Text: "our position "}, {"gap", "… 9 words", "x"}, {Text: "."}},
		},
		{
			"one space where two would be",
			[]htmlRun{{Text: "friends "}, {Text: " "}, {"dropped", "it", ""}, {Text: " "}, {Text: " to"}},
			[]htmlRun{{Text: "friends "}, {"dropped", "it", ""}, {Text: " to"}},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, joined(test.in)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTogether(t *testing.T) {
	in := []htmlWording{
		{text: "We will rebuild the mill.", Relation: "edited"},
		{text: "We shall rebuild the old mill", Fullest: true},
		{text: "we will rebuild the mill,", Relation: "verbatim"},
		{text: "We will rebuild the mill", Unquoted: true},
	}
	var got [][]string
	for _, card := range together(in) {
		texts := []string{card.text}
		for _, s := range card.Same {
			texts = append(texts, s.text)
		}
		got = append(got, texts)
	}
	want := [][]string{
		{"We shall rebuild the old mill"},
		{"We will rebuild the mill.", "we will rebuild the mill,"},
		{"We will rebuild the mill"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFullName(t *testing.T) {
	names := []string{"Marchetti", "Ines Marchetti", "Brandt", "Karl Brandt", "Lena Brandt", "mayor"}
	for in, want := range map[string]string{
		"Marchetti": "Ines Marchetti", "Ines Marchetti": "Ines Marchetti", "Brandt": "Brandt", "mayor": "mayor",
	} {
		if got := fullName(in, names); got != want {
			t.Errorf("fullName(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"Ines R. Marchetti": "Ines Marchetti", "J. K.": "J. K.", "": ""} {
		if got := plainName(in); got != want {
			t.Errorf("plainName(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFragmentWords(t *testing.T) {
	if got, want := fragmentWords([]string{"one-China,", "5%", "&", "Überholt"}), "one%2DChina%2C%205%25%20%26%20%C3%9Cberholt"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestWebAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example/x": "https://a.example/x", "javascript:alert(1)": "", "//a.example": "", "data:text/html,x": "", "": "", "http://%": "",
	} {
		if got := webAddress(in); got != want {
			t.Errorf("webAddress(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestColumnsOf holds that a copy shares the column of what it repeats, unless it says
// something of its own somewhere.
func TestColumnsOf(t *testing.T) {
	first := 0
	us := []compare.Utterance{
		{Variants: []compare.Variant{{Article: "a"}, {Article: "b", CopyOf: &first}, {Article: "c", CopyOf: &first}}},
		{Variants: []compare.Variant{{Article: "a"}, {Article: "b", CopyOf: &first}, {Article: "c"}, {Article: "d"}}},
	}
	want := map[string]string{"a": "a", "b": "a", "c": "c", "d": "d"}
	if diff := cmp.Diff(want, columnsOf(us)); diff != "" {
		t.Error(diff)
	}
}
