package quote

import (
	"slices"
	"strings"
	"testing"
)

// found returns the words of the outermost stretches and their flags.
func found(s string) (words, flags []string) {
	for _, st := range stretches(s, blocks(s)) {
		words = append(words, st.Of(s))
		flags = append(flags, st.flags...)
	}
	return words, flags
}

func TestStretches(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
		flags    []string
	}{
		{"curly", "She said “we are late” and left.", []string{"we are late"}, nil},
		{"straight", `She said "we are late" and "sorry".`, []string{"we are late", "sorry"}, nil},
		{"single", "She said ‘we are late’ and left.", []string{"we are late"}, nil},
		{"straight single", "She said 'we're late' and left the girls' school.", []string{"we're late"}, nil},
		{"doubled apostrophes", "''We are late,'' she said.", []string{"We are late,"}, nil},
		{"typewriter", "She said ``we are late'' twice.", []string{"we are late"}, nil},
		{"German", "Sie sagte: „Wir kommen ‚morgen‘ an“, und ging.", []string{"Wir kommen ‚morgen‘ an"}, nil},
		{"German with English end", "Sie sagte: „Wir kommen” und ging.", []string{"Wir kommen"}, nil},
		{"German guillemets", "»Wir kommen«, sagte sie.", []string{"Wir kommen"}, nil},
		{"French", "« Nous venons », dit-elle.", []string{"Nous venons"}, nil},
		{"French elision", "Elle parle d’« un échec ».", []string{"un échec"}, nil},
		{"Swedish", "”Vi kommer”, sade hon.", []string{"Vi kommer"}, nil},
		{"Japanese", "首相は「会談は『有意義』だった」と述べた。", []string{"会談は『有意義』だった"}, nil},
		{"angles", "Elle cite ‹ un mot › seul.", []string{"un mot"}, nil},
		{"nested in other marks", "“He said ‘no’ twice,” she wrote.", []string{"He said ‘no’ twice,"}, nil},
		{"nested in the same marks", `"He said "no" twice," she wrote.`, []string{`He said "no" twice,`}, nil},
		{"straight holds curly", `"He said “no” twice," she wrote.`, []string{"He said “no” twice,"}, nil},
		{"possessive before the end", "‘It is the workers’ money,’ she said.", []string{"It is the workers’ money,"}, nil},
		{"years and clipped words", "In ’22 they gave ’em “nothing”.", []string{"nothing"}, nil},
		{"inches", `The 6" pipe was called "too small".`, []string{"too small"}, nil},
		{"ellipsis", "She wrote of “… a long road …”.", []string{"… a long road …"}, nil},
		{"brackets", "“[They] left early,” she said.", []string{"[They] left early,"}, nil},
		{"cut off", "“I never—” she began.", []string{"I never—"}, nil},
		{"over paragraphs", "“One.\n\n“Two.”\n\n“Three.”", []string{"One.\n\n“Two.", "Three."}, nil},
		{"soft line break", "“We are late\nand sorry,” she said.", []string{"We are late\nand sorry,"}, nil},
		{"unclosed", "“We are late.\n\nShe left. “Sorry,” she said.", []string{"We are late.", "Sorry,"}, []string{flagUnclosed}},
		{
			"unclosed in one paragraph", "“We are late. She left. “Sorry,” she said. “Goodbye.”",
			[]string{"We are late.", "Sorry,", "Goodbye."},
			[]string{flagUnclosed},
		},
		{"surplus", "A “fair” share” of it. “Yes,” he said.", []string{"fair", "Yes,"}, []string{flagSurplus}},
		{"wrong way", "She said “we are late“ and left.", []string{"we are late"}, []string{flagMismatched}},
		{"mixed", "Elle dit «nous venons” et part.", []string{"nous venons"}, []string{flagMismatched}},
		{"curly and straight", `“We are late" and left. “Sorry.”`, []string{"We are late", "Sorry."}, []string{flagMismatched}},
		{"empty", "She said “” and left.", nil, nil},
		{"a rule of marks", strings.Repeat(`"`, 60) + " She said “we are late” and left.", []string{"we are late"}, nil},
	}
	for _, tt := range tests {
		words, flags := found(tt.in)
		if !slices.Equal(words, tt.want) || !slices.Equal(flags, tt.flags) {
			t.Errorf("%s: %s\n got  %q %q\n want %q %q", tt.name, tt.in, words, flags, tt.want, tt.flags)
		}
	}
}

// restyle writes curly double marks in another style, the inner ones in the other.
func restyle(s, outerOpen, outerClose, innerOpen, innerClose string) string {
	return strings.NewReplacer("“", outerOpen, "”", outerClose, "‘", innerOpen, "’", innerClose).Replace(s)
}

// TestRestyledFixtures holds that the style of the marks changes nothing in what is
// found: the English fixtures have curly double marks.
func TestRestyledFixtures(t *testing.T) {
	styles := map[string][4]string{
		"curly single":    {"‘", "’", "“", "’"},
		"straight double": {`"`, `"`, "'", "'"},
		"straight single": {"'", "'", `"`, "'"},
		"guillemets":      {"«", "»", "‹", "’"},
	}
	for name, st := range styles {
		for _, f := range readFixtures(t) {
			if f.lang != "en" || strings.ContainsAny(f.text, "‘’") {
				continue
			}
			s := restyle(f.text, st[0], st[1], st[2], st[3])
			got := marksOnly(findIn(s, "en"))
			if len(got) != len(f.quotes) {
				t.Errorf("%s: %s\n found %d quotes, want %d", name, s, len(got), len(f.quotes))
				continue
			}
			for i, w := range f.quotes {
				if g := got[i]; string(g.Kind) != w.kind || !sameName(g.Speaker.Name, w.speaker) {
					t.Errorf("%s: %s\n got  %s\n want %s by %q", name, s, describeAll(s, got[i:i+1]), w.kind, w.speaker)
				}
			}
		}
	}
}
