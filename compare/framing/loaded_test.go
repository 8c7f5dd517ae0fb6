package framing

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLoaded(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"plain report", "The council approved the budget on Tuesday after a long debate.", nil},
		{"adjective", "The council approved its disgraceful budget on Tuesday.", []string{"disgraceful"}},
		{"adverb of it", "The council acted disgracefully.", []string{"disgracefully"}},
		{"verb in the past", "The mayor gushed over the plan and sneered at its critics.", []string{"gushed", "sneered"}},
		{"doubled consonant", "She ripped into the board.", []string{"ripped"}},
		{"phrase with a space", "The inquiry became a witch hunt within weeks.", []string{"witch hunt"}},
		{"phrase with a hyphen", "A half-baked scheme was shelved.", []string{"half-baked"}},
		{"quoted words are the speaker's", "The mayor called it a “disgraceful farce”.", nil},
		{"straight marks", "The mayor said: \"This is an idiotic plan,\" and left the hall.", nil},
		{"a name", "The Idiot was staged at the Horrible Arts theatre.", nil},
		{"the railway", "Rail unions reject the offer.", nil},
		{"to rail", "The mayor railed against the offer.", []string{"railed against"}},
		{"an axe in the headline sense", "Nearly 4,000 trains face the axe, to the misery of commuters.", []string{"face the axe", "misery"}},
		{"fumes", "Toxic fumes drove the hounds from the butcher.", []string{"Toxic"}},
		{"no form of will", "He will wilfully ignore it.", []string{"wilfully"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, s := range Loaded(c.text, "en") {
				got = append(got, s.Of(c.text))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLoadedIsEnglishOnly(t *testing.T) {
	if got := Loaded("Der Idiot brachte die Farce auf die Bühne.", "de"); len(got) > 0 {
		t.Errorf("found %v in German", got)
	}
}
