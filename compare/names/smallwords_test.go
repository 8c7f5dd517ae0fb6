package names

import "testing"

// A capital that opens a sentence may belong to the name.
func TestSmallWordOpensName(t *testing.T) {
	cases := []struct {
		name, body string
		want       map[string][]string
	}{
		{
			"it has its capital in mid-sentence too",
			"Our Harbour Alliance marched through Riga. Pilots had founded Our Harbour Alliance in May. Our Friday was calm.",
			map[string][]string{"Our Harbour Alliance": {"Our Harbour Alliance", "Our Harbour Alliance"}},
		},
		{
			"an acronym in brackets counts it in",
			"Every Borough Hospital (EBH) closed its gates. EBH gave no reason.",
			map[string][]string{"Every Borough Hospital": {"Every Borough Hospital", "EBH", "EBH"}},
		},
		{
			"nothing speaks for it",
			"All Baltic Airways pilots stayed at home. The unions blame Baltic Airways.",
			map[string][]string{"Baltic Airways": {"Baltic Airways", "Baltic Airways"}},
		},
		{
			"an acronym that leaves it out",
			"Under Baltic Harbour Authority (BHA) rules nobody may land. The BHA fines them.",
			map[string][]string{"Baltic Harbour Authority": {"Baltic Harbour Authority", "BHA", "BHA"}},
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

// Where a name begins and ends among the capitals around it.
func TestNameAmongCapitals(t *testing.T) {
	cases := []struct {
		name, body string
		want       map[string][]string
	}{
		{
			"a trade before the name",
			"Seismologist Ruth Okello said the ground had moved. The seismologist was tired. Botanist Peter Lomax agreed.",
			map[string][]string{"Ruth Okello": {"Ruth Okello", "seismologist"}, "Peter Lomax": {"Peter Lomax"}},
		},
		{
			"a body before one of its own",
			"Asked about it, Harlow Police Martin Cole said nothing. Cole left early.",
			map[string][]string{"Martin Cole": {"Martin Cole", "Cole"}},
		},
		{
			"a town before the name",
			"The Democrats sent Jacksonville Peter Lomax to the talks. Lomax won.",
			map[string][]string{"Peter Lomax": {"Peter Lomax", "Lomax"}, "Jacksonville": {"Jacksonville"}},
		},
		{
			"a body that bears the name of a state",
			"Nevada Desert Patrol Sgt. Ida Holm closed the road. The Nevada Desert Patrol found two cars.",
			map[string][]string{"Nevada Desert Patrol": {"Nevada Desert Patrol", "Nevada Desert Patrol"}, "Ida Holm": {"Ida Holm"}},
		},
		{
			"common words that somebody writes with capitals",
			"He called it a Norwegian Tax Hoax. There is no tax hoax, the court found.",
			map[string][]string{"Norway": {"Norwegian"}},
		},
		{
			"the number of a flight",
			"The crew of Baltic Airways Flight 12 turned back. Baltic Airways is sorry.",
			map[string][]string{"Baltic Airways": {"Baltic Airways", "Baltic Airways"}},
		},
		{
			"a minister described before and after",
			"Peru’s transport minister, Ana Quispe, reopened the line. The strike goes on.\n\n“We will talk,” Peru’s transport minister said.",
			map[string][]string{"Ana Quispe": {"transport minister", "Ana Quispe", "transport minister"}},
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
