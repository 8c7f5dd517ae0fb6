package names

import (
	"strings"
	"testing"
)

func TestResolve(t *testing.T) {
	body := "Kenyan President Adebayo Onyango received Norwegian Prime Minister Tomas Brandvold in Nairobi. " +
		"Peter Lomax, a lawyer, and Irina Lomax, a nurse, watched. " +
		"Hugo Lind, a spokesman for the Foreign Ministry, said the Norwegian leader was welcome. " +
		"The Kenyan president bowed. A Foreign Ministry spokesman confirmed it. He smiled."
	x, s := find(t, "", body, "en")
	cases := []struct{ words, want string }{
		{"Mr Onyango", "Adebayo Onyango"},
		{"President Onyango", "Adebayo Onyango"},
		{"Adebayo Onyango", "Adebayo Onyango"},
		{"The Kenyan president", "Adebayo Onyango"},
		{"the Norwegian leader", "Tomas Brandvold"},
		{"the prime minister", "Tomas Brandvold"},
		{"Brandvold", "Tomas Brandvold"},
		{"Mrs Lomax", "Irina Lomax"},
		{"Lomax", ""},
		{"the lawyer", "Peter Lomax"},
		{"the French president", ""},
		{"the former Kenyan president", ""},
		{"He", ""},
		{"A Foreign Ministry spokesman", "Foreign Ministry"},
		{"Nairobi", "Nairobi"},
		{"the Foreign Ministry", "Foreign Ministry"},
		{"Onyango's brother", ""},
		{"officials", ""},
		{"", ""},
	}
	for _, c := range cases {
		got := ""
		at := strings.Index(s, c.words)
		if c.words == "Lomax" {
			at = len(s) // where nothing stands that might settle it
		}
		if i := x.Resolve(c.words, at); i >= 0 {
			got = x.Entities[i].Name
		}
		if got != c.want {
			t.Errorf("Resolve(%q) = %q, want %q", c.words, got, c.want)
		}
	}
	if i := x.Resolve("the Kenyan president", -1); i < 0 || x.Entities[i].Name != "Adebayo Onyango" {
		t.Error("a description resolves without a place in the text")
	}
}

// An office the article never gives to anybody is settled only by exclusion.
func TestDescriptionsByExclusion(t *testing.T) {
	body := "Adebayo Onyango has hinted at frictions in Kenya's relations with Norway. " +
		"Mr Onyango admitted disharmony with Tomas Brandvold in his first meeting with the Norwegian leader. Kenya, Onyango knows, needs help.\n\n" +
		"“We value your position,” the Kenyan president told Brandvold. Brandvold said his country would answer. " +
		"Brandvold did not mention Kenya in his speech."
	x, s := find(t, "", body, "en")
	checkMentions(t, x, s, "Adebayo Onyango", []string{"Adebayo Onyango", "Onyango", "Onyango", "Kenyan president"})

	// Here the Mexican president is somebody the article never names.
	x, s = find(t, "", "Tobias Welk, 34, was arrested in Mexico. Welk has lived in Mexico for years. Welk said he was innocent. "+
		"The Mexican president said the police had done well.", "en")
	checkMentions(t, x, s, "Tobias Welk", []string{"Tobias Welk", "Welk", "Welk"})
}
