package ledger

import "testing"

// A description with a nation in it means whoever another article says holds that office.
func TestOffices(t *testing.T) {
	wire := "Chilean President Ingrid Moen met Bolivian President Karim Bensaid and Bolivia’s foreign minister, Ruth Solheim, in Arica. A former Chilean president, Omar Diallo, stayed away. The Kenyan president, Sir Amos Kiptoo, sent a letter, and so did Li Na, the president of China, and Peru’s finance minister, Rosa Quispe."
	for speaker, want := range map[string]string{
		"the Chilean president":           "Ingrid Moen",
		"the president of Chile":          "Ingrid Moen",
		"Chile’s president":               "Ingrid Moen",
		"the Chilean leader":              "Ingrid Moen",
		"the Bolivian leader":             "Karim Bensaid",
		"the Bolivian foreign minister":   "Ruth Solheim",
		"the former president of Chile":   "Omar Diallo",
		"the Chilean foreign minister":    "",
		"the president of Peru":           "",
		"the Kenyan president":            "Amos Kiptoo",
		"the Chinese leader":              "Li Na",
		"Peru’s finance minister":         "Rosa Quispe",
		"a Chilean president":             "",
		"the Chilean president’s husband": "",
		"the Chilean":                     "",
	} {
		rs := readingsOf(wire, "The talks of Chile, Bolivia, Kenya, China and Peru ended late. “The reservoirs will be opened on the first of June,” "+speaker+" said.")
		vs := joinVoices(rs)
		if v := vs.of(1, rs[1].Quotes()[0]); (v.id >= 0) != (want != "") || want != "" && v.name != want {
			t.Errorf("%s: %q, want %q", speaker, v.name, want)
		}
	}
}
