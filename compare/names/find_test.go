package names

import (
	"slices"
	"testing"
)

// Articles in English: how each entity is written, in order.
func TestFind(t *testing.T) {
	cases := []struct {
		name, title, body string
		want              map[string][]string
	}{
		{
			"titles, surnames and a description", "",
			"Kenyan President Adebayo Onyango flew to Oslo on Monday. Mr Onyango met the press. “We are friends,” the Kenyan president said. Onyango left at noon.",
			map[string][]string{"Adebayo Onyango": {"Adebayo Onyango", "Onyango", "Kenyan president", "Onyango"}, "Oslo": {"Oslo"}},
		},
		{
			"either part of a Chinese name", "",
			"Foreign Minister Zhao Lanying spoke first. Mr Zhao was brief. Later Mr Lanying apologised.",
			map[string][]string{"Zhao Lanying": {"Zhao Lanying", "Zhao", "Lanying"}},
		},
		{
			"a family name comes first in Chinese and Korean", "Zhou waits",
			"The remarks of Zhou Lanying were carried live. Zhou answered at once. Kwon Jae-min met Zhou in Oslo.",
			map[string][]string{"Zhou Lanying": {"Zhou", "Zhou Lanying", "Zhou", "Zhou"}, "Kwon Jae-min": {"Kwon Jae-min"}},
		},
		{
			"hyphens, particles, initials and suffixes", "",
			"Greta van den Broek met Ole-Martin Skaugen, J.K. Okafor and Samir al-Haddad. Ms van den Broek smiled; Skaugen did not. Okafor said nothing. Walter Pruitt Jr. came late, al-Haddad left.",
			map[string][]string{
				"Greta van den Broek": {"Greta van den Broek", "van den Broek"},
				"Ole-Martin Skaugen":  {"Ole-Martin Skaugen", "Skaugen"},
				"J.K. Okafor":         {"J.K. Okafor", "Okafor"},
				"Samir al-Haddad":     {"Samir al-Haddad", "al-Haddad"},
			},
		},
		{
			"a title case headline takes its names from the body", "Brandvold Vows Swift Answer As Kenya Talks Stall",
			"Norwegian Prime Minister Tomas Brandvold promised a quick reply on Tuesday. The talks with Kenya have stalled.",
			map[string][]string{"Tomas Brandvold": {"Brandvold", "Tomas Brandvold"}, "Kenya": {"Kenya", "Kenya"}},
		},
		{
			"a headline in capitals", "BRANDVOLD QUITS AFTER OSLO VOTE DEFEAT",
			"Tomas Brandvold resigned on Tuesday, hours after losing a vote in Oslo.",
			map[string][]string{"Tomas Brandvold": {"BRANDVOLD", "Tomas Brandvold"}, "Oslo": {"OSLO", "Oslo"}},
		},
		{
			"words that open a sentence", "",
			"Moira Kettleburn runs the shop. However Kettleburn said sales fell. Yesterday Kettleburn's landlord called. Police are looking into it.",
			map[string][]string{"Moira Kettleburn": {"Moira Kettleburn", "Kettleburn", "Kettleburn"}},
		},
		{
			"acronyms and their expansions", "",
			"The Baltic Harbour Pilots Association (BHPA) met in Riga. The BHPA wants more pay. BHPA members will vote.",
			map[string][]string{"Baltic Harbour Pilots Association": {"Baltic Harbour Pilots Association", "BHPA", "BHPA", "BHPA"}},
		},
		{
			"a ministry in three guises", "",
			"The Peruvian Ministry of Foreign Affairs denied it. Peru's Foreign Ministry had been silent. The ministry said no more.",
			map[string][]string{"Peruvian Ministry of Foreign Affairs": {"Peruvian Ministry of Foreign Affairs", "Foreign Ministry", "ministry"}},
		},
		{
			"a ministry without capitals", "",
			"Ghana's defence ministry said the base was safe. The Ghanaian defence ministry has denied it before.",
			map[string][]string{"Ghanaian defence ministry": {"defence ministry", "Ghanaian defence ministry"}},
		},
		{
			"two names that a hyphen joins", "",
			"Ruth Delgado will face Amos Nkemelu. The Delgado-Nkemelu debate is on Friday. Delgado and Nkemelu have met before.",
			map[string][]string{"Ruth Delgado": {"Ruth Delgado", "Delgado", "Delgado"}, "Amos Nkemelu": {"Amos Nkemelu", "Nkemelu", "Nkemelu"}},
		},
		{
			"demonyms belong to their country", "",
			"Portugal won. The Portuguese side played well against pro-Spanish boos and Lisbon-based critics.",
			map[string][]string{"Portugal": {"Portugal", "Portuguese"}, "Spain": {"Spanish"}, "Lisbon": {"Lisbon"}},
		},
		{
			"a month that is a surname", "",
			"Julian May will reply in May 2021, not in March. May said he was ready.",
			map[string][]string{"Julian May": {"Julian May", "May"}},
		},
		{
			"names that small words join", "",
			"He left the Bank of England for the Food and Drug Administration, then the University of Cape Town and Sweden.",
			map[string][]string{"Bank of England": {"Bank of England"}, "Food and Drug Administration": {"Food and Drug Administration"}, "Sweden": {"Sweden"}},
		},
		{
			"nicknames and middle initials", "",
			"William R. Tennant won. Bill Tennant had trailed for weeks. Tennant thanked his staff.",
			map[string][]string{"William R. Tennant": {"William R. Tennant", "Bill Tennant", "Tennant"}},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			x, s := find(t, c.title, c.body, "en")
			for name, want := range c.want {
				checkMentions(t, x, s, name, want)
			}
		})
	}
}

func TestNamesakesStayApart(t *testing.T) {
	cases := []struct {
		name, body string
		want       map[string][]string
	}{
		{
			"by title", "Peter Lomax and his wife Irina Lomax came. Mr Lomax sang. Mrs Lomax danced.",
			map[string][]string{"Peter Lomax": {"Peter Lomax", "Lomax"}, "Irina Lomax": {"Irina Lomax", "Lomax"}},
		},
		{
			"by who has been introduced", "Peter Lomax opened the fair. Lomax sang. Lomax bowed. His sister Irina Lomax danced. Lomax went home.",
			map[string][]string{"Peter Lomax": {"Peter Lomax", "Lomax", "Lomax", "Lomax"}, "Irina Lomax": {"Irina Lomax"}},
		},
		{
			"else the bare name is nobody's", "Peter Lomax and Irina Lomax came. Lomax went home.",
			map[string][]string{"Peter Lomax": {"Peter Lomax"}, "Irina Lomax": {"Irina Lomax"}},
		},
		{
			"father and son", "Walter Pruitt founded the firm. Walter Pruitt Jr. runs it.",
			map[string][]string{"Walter Pruitt": {"Walter Pruitt"}},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			x, s := find(t, "", c.body, "en")
			for name, want := range c.want {
				checkMentions(t, x, s, name, want)
			}
		})
	}
}

func TestRolesAndKinds(t *testing.T) {
	x, _ := find(t, "", "Wanjiru Kamau, chief executive of Kenyan oil giant Petrolex, praised Norway. "+
		"Otieno Barasa, the Downing Street spokesman, agreed. Former Danish foreign minister Lise Kjær did not; she left. "+
		"The Strait of Malaga is wide, and the Ruritanian Chess Federation met.", "en")
	cases := []struct {
		name string
		kind Kind
		role string
		code string
	}{
		{"Wanjiru Kamau", Person, "chief executive", "KE"},
		{"Otieno Barasa", Person, "downing street spokesman", "GB"},
		{"Lise Kjær", Person, "former danish foreign minister", "DK"},
		{"Norway", Place, "", "NO"},
		{"Strait of Malaga", Place, "", ""},
		{"Ruritanian Chess Federation", Org, "", ""},
	}
	for _, c := range cases {
		i := entityNamed(x, c.name)
		if i < 0 {
			t.Errorf("%q not found in %v", c.name, x.Entities)
			continue
		}
		e := x.Entities[i]
		if e.Kind != c.kind || e.Nation != c.code || c.role != "" && !slices.Contains(e.Roles, c.role) {
			t.Errorf("%q is %s of %q with roles %q, want %s of %q with %q", c.name, e.Kind, e.Nation, e.Roles, c.kind, c.code, c.role)
		}
	}
	if i := entityNamed(x, "Lise Kjær"); i >= 0 && !x.Entities[i].Female {
		t.Error("Lise Kjær is not known to be a woman")
	}
}
