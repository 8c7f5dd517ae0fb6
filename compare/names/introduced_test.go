package names

import (
	"strings"
	"testing"
)

// Whose a bare surname is that stands before any full name with it.
func TestSurnameBeforeItsLaterBearer(t *testing.T) {
	cases := []struct {
		name, title, body string
		want              map[string][]string
	}{
		{
			"a relation comes in later", "Holm aide resigns",
			"The office of President Holm lost another aide. Holm thanked her in a statement.\n\nThe president’s daughter and adviser, Ida Holm, wished her well. Holm flies to Oslo today.",
			map[string][]string{"Holm": {"Holm", "Holm", "Holm", "president", "Holm"}, "Ida Holm": {"Ida Holm"}},
		},
		{
			"a relation in an apposition", "",
			"Lomax opened the fair on Monday. Lomax spoke for an hour.\n\nPeter Lomax, her brother, stayed at home.",
			map[string][]string{"Lomax": {"Lomax", "Lomax"}, "Peter Lomax": {"Peter Lomax"}},
		},
		{
			"a father of three is nobody's father here", "",
			"Lomax opened the fair on Monday.\n\nPeter Lomax, father of three, spoke for an hour.",
			map[string][]string{"Peter Lomax": {"Lomax", "Peter Lomax"}},
		},
		{
			"a name beside a relation is no relation", "",
			"Lomax opened the fair on Monday.\n\nPeter Lomax, his wife, Irina, and their dog stayed for an hour. The wife of Peter Lomax is a nurse.",
			map[string][]string{"Peter Lomax": {"Lomax", "Peter Lomax", "Peter Lomax"}},
		},
		{
			"the son bears a Jr", "",
			"Pruitt signed the bill on Friday. It was a sign of Pruitt’s weakness.\n\nWalter Pruitt Jr. met the lawyer in June.",
			map[string][]string{"Pruitt": {"Pruitt", "Pruitt"}},
		},
		{
			"the other sex", "",
			"Lomax said he would pay. In the evening Lomax told his staff.\n\nIrina Lomax was not in the hall.",
			map[string][]string{"Lomax": {"Lomax", "Lomax"}, "Irina Lomax": {"Irina Lomax"}},
		},
		{
			"one person introduced late", "Brandvold vows to stay",
			"Brandvold will not resign, he said on Monday.\n\nTomas Brandvold took office in May. Brandvold is 61.",
			map[string][]string{"Tomas Brandvold": {"Brandvold", "Brandvold", "Tomas Brandvold", "Brandvold"}},
		},
		{
			"the son of a namesake", "",
			"Hunter Lomax rejected the claim. But Lomax, the son of former Mayor Peter Lomax, had said he was sorry. “Maybe,” Lomax said.",
			map[string][]string{"Hunter Lomax": {"Hunter Lomax", "Lomax"}, "Peter Lomax": {"Peter Lomax"}},
		},
		{
			"a person beside a body of the name", "",
			"In May, Lomax said he would pay. Neither the Lomax campaign nor the Lomax Organization knew. What did Lomax know, and when did he know it?",
			map[string][]string{"Lomax": {"Lomax", "Lomax", "Lomax"}, "Lomax Organization": {"Lomax Organization"}},
		},
		{
			"the full name in the headline", "Why Ovanna Lomax Is Angry With the Board",
			"The board has heard from Lomax. “I was not asked,” Lomax said. Her father, Robert Lomax, teaches.\n\nLomax waited. To her friends she is Ovanna, and Ovanna does not forget.",
			map[string][]string{"Ovanna Lomax": {"Ovanna Lomax", "Lomax", "Lomax", "Lomax", "Ovanna", "Ovanna"}, "Robert Lomax": {"Robert Lomax"}},
		},
		{
			"the full name comes first behind an unknown word", "",
			"Orvenna Lomax was arrested. The court sentenced Lomax in May.\n\nHer husband, Peter Lomax, said nothing.",
			map[string][]string{"Peter Lomax": {"Peter Lomax"}},
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

// What looks like part of a name and is none.
func TestNotPartOfTheName(t *testing.T) {
	cases := []struct {
		name, title, lang, body string
		want                    map[string][]string
	}{
		{
			"an acronym behind a surname", "", "en",
			"Critics of Holm spoke up. The plan of President Holm is thin. The Holm ADS was meant to calm them. A friend of Holm agreed.",
			map[string][]string{"Holm": {"Holm", "Holm", "Holm", "Holm"}},
		},
		{
			"a country behind a surname", "Holm Norway: talks fail", "en",
			"The talks failed, President Holm said. Ida Holm blamed nobody. Aides of Holm wept.",
			map[string][]string{"Ida Holm": {"Holm", "Holm", "Ida Holm", "Holm"}},
		},
		{
			"a country that ends the sentence before", "", "en",
			"Each part was made in the U.S. Acmex said it would stay. On Monday Acmex paid. For Acmex nothing changes. It sells in the U.S. Acmex is large.",
			map[string][]string{"Acmex": {"Acmex", "Acmex", "Acmex", "Acmex"}},
		},
		{
			"what a ministry is for", "", "en",
			"The Assistant Secretary of Trade for Northern Affairs Ruth Holm told the council. His lawyer, N. A. Lomax, left.",
			map[string][]string{"Ruth Holm": {"Ruth Holm"}, "N. A. Lomax": {"N. A. Lomax"}},
		},
		{
			"the first word of the sentence", "", "en",
			"Several White House aides left. The White House was silent.",
			map[string][]string{"White House": {"White House", "White House"}},
		},
		{
			"an opening in capitals", "", "en",
			"ACMEX HAS SHOWN its new phone. Analysts like Acmex. Shares of Acmex rose.",
			map[string][]string{"Acmex": {"ACMEX", "Acmex", "Acmex"}},
		},
		{
			"a label in capitals", "", "en",
			"CLOSE Ida Holm sings in Oslo. The crowd loved Holm.",
			map[string][]string{"Ida Holm": {"Ida Holm", "Holm"}},
		},
		{
			"German, told", "", "de",
			"Laut Jens Ohlsen ist die Brücke sicher. Verkehrsministerin Helga Brandt widersprach am Montag.",
			map[string][]string{"Jens Ohlsen": {"Jens Ohlsen"}, "Helga Brandt": {"Helga Brandt"}},
		},
		{
			"in a language that is not known", "", "",
			"Laut Jens Ohlsen ist die Brücke sicher. Verkehrsministerin Helga Brandt widersprach.",
			map[string][]string{"Jens Ohlsen": {"Jens Ohlsen"}, "Helga Brandt": {"Helga Brandt"}},
		},
		{
			"French", "", "fr",
			"Selon Didier Lenoir, le pont est sûr. La ministre Claire Dubois a dit non mardi.",
			map[string][]string{"Didier Lenoir": {"Didier Lenoir"}, "Claire Dubois": {"Claire Dubois"}},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			x, s := find(t, c.title, c.body, c.lang)
			for name, want := range c.want {
				checkMentions(t, x, s, name, want)
			}
		})
	}
}

func TestNoNames(t *testing.T) {
	for _, body := range []string{
		"The vote on Monday was close. Friday’s vote will be closer. In August, they voted twice. On Sunday officials met.",
		"A twist on Saturday, reports said. Since July nobody has come. January said nothing.",
		"They heard anti-Semitic remarks and non-Euclidean claims. First-time claims fell. Continuing claims rose.",
		"Employers said jobs are few. The employers agreed.",
	} {
		if x, _ := find(t, "", body, "en"); len(x.Entities) > 0 {
			t.Errorf("%q has %+v", body, x.Entities)
		}
	}
}

// A comma before "the director said" ends a phrase; it makes no apposition.
func TestSubjectBehindComma(t *testing.T) {
	x, s := find(t, "", "In an interview with Harbour Radio, the director said he was sorry. Pavel Orlow, the director, wept.", "en")
	checkMentions(t, x, s, "Harbour Radio", []string{"Harbour Radio"})
	if i := entityNamed(x, "Harbour Radio"); i >= 0 && (x.Entities[i].Kind == Person || len(x.Entities[i].Roles) > 0) {
		t.Errorf("a station is %+v", x.Entities[i])
	}
}

func TestCompaniesAreNoMen(t *testing.T) {
	x, _ := find(t, "", "MetalWorks said it was sorry. MetalWorks told him so. MetalWorks said he was fired.", "en")
	if i := entityNamed(x, "MetalWorks"); i < 0 || x.Entities[i].Kind == Person {
		t.Errorf("entities %+v", x.Entities)
	}
}

// A name that only says what kind of person is meant is not whom the words name.
func TestResolveModifiers(t *testing.T) {
	x, s := find(t, "", "“We will pay,” another Holm administration official said. Peter Lund, a Holm campaign spokesman, agreed. President Ida Holm left.", "en")
	cases := []struct{ words, want string }{
		{"another Holm administration official", ""},
		{"a Holm campaign spokesman", ""},
		{"Holm campaign spokesman Peter Lund", "Peter Lund"},
		{"President Ida Holm", "Ida Holm"},
		{"Holm", "Ida Holm"},
	}
	for _, c := range cases {
		got := ""
		if i := x.Resolve(c.words, len(s)); i >= 0 {
			got = x.Entities[i].Name
		}
		if got != c.want {
			t.Errorf("Resolve(%q) = %q, want %q", c.words, got, c.want)
		}
	}
}

// One person stays one across articles.
func TestJoinKeepsPeopleWhole(t *testing.T) {
	cases := []struct {
		name   string
		bodies []string
		want   []string
	}{
		{
			"a pronoun misread",
			[]string{
				"Orvin Lomax told the paper she had lied. Lomax said she knew. Lomax said she must go.",
				"Orvin Lomax said he was sorry. He left.",
			},
			[]string{"Orvin Lomax = 0:Orvin Lomax, 1:Orvin Lomax"},
		},
		{
			"both names alone in one article",
			[]string{
				"Ovanna Lomax came. Lomax sang.",
				"The crowd liked Ovanna, and Lomax said so. It was Ovanna who sang. They call her Ovanna.",
			},
			[]string{"Ovanna Lomax = 0:Ovanna Lomax, 1:Lomax"},
		},
		{
			"the bare name beside a relation",
			[]string{
				"President Oskar Holm spoke. Holm was brief.",
				"President Holm spoke, and Holm was brief.\n\nHis daughter, Ida Holm, sang.",
				"Ida Holm sang in the hall.",
			},
			[]string{"Oskar Holm = 0:Oskar Holm, 1:Holm", "Ida Holm = 1:Ida Holm, 2:Ida Holm"},
		},
		{
			"a town in a paper’s name",
			[]string{
				"The Vorrik Times-News wrote of it. A copy of the Vorrik Times-News costs two crowns.",
				"It happened in Vorrik. Nobody in Vorrik knew.",
			},
			[]string{"Vorrik = 1:Vorrik"},
		},
		{
			"a company by its first word",
			[]string{
				"The Acmex Steel Company lost money.",
				"Shares of Acmex fell. The board of Acmex met.",
			},
			[]string{"Acmex Steel Company = 0:Acmex Steel Company, 1:Acmex"},
		},
		{
			"a company by any of its names",
			[]string{
				"Goldman Sachs Group Inc. lost money. Goldman said so on Friday. Shares of Goldman fell.",
				"Goldman Sachs lost money.",
			},
			[]string{"Goldman Sachs Group Inc = 0:Goldman Sachs Group Inc, 1:Goldman Sachs"},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var xs []*Index
			order := rangeTo(len(c.bodies))
			for _, b := range c.bodies {
				x, _ := find(t, "", b, "en")
				xs = append(xs, x)
			}
			got := strings.Join(sets(Join(xs...), xs, order), "\n")
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("no %q in\n%s", want, got)
				}
			}
		})
	}
}
