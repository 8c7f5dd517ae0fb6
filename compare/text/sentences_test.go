package text

import (
	"strings"
	"testing"
)

// Each case is written with | where one sentence ends and the next begins.
var sentenceCases = []struct{ name, lang, want string }{
	{"plain", "en", "The bill passed. | No one cheered. | Why? | It was late!"},
	{"titles", "en", "Mr. Ortega met Gov. Hollis and Lt. Gen. Marsh at St. Mary’s. | Dr. Voss, Ph.D., stayed away."},
	{"initials", "en", "J. D. Marsh and Anne B. Hollis spoke. | Then M. K. Rao left."},
	{"country before a name", "en", "The U.S. Senate and the U.N. Security Council voted. | He moved to the U.S. | The move failed."},
	{"country before a lower case", "en", "She left the U.S. for good in the U.K. she loved."},
	{"time of day", "en", "Polls close at 8 p.m. Tuesday. | They open at 7 a.m. and close late."},
	{"company", "en", "Acme Inc. and Bolt Co. merged. | It was bought by Acme Inc. | The price was not named."},
	{"months", "en", "It ends Jan. 5. | Talks begin Sept. 15, aides said."},
	{"numbers", "en", "Growth hit 3.5 percent. | In 2016 it was .5 points lower. | See No. 5 on p. 12 there."},
	{"number first", "en", "It rained. | 14 people were hurt."},
	{"closing quote stays", "en", "“It is over.” | She sat down."},
	{"straight quotes", "en", `"It is over." | "Is it?" | Nobody knew.`},
	{"lower-case attribution", "en", "“Is it over?” she asked. | “Never!” he said. | “Fine …” they went on."},
	{"attribution after a comma", "en", "“It is over,” he said. | “We leave.”"},
	{"name-first attribution", "en", "“Is it over?” Anne Hollis asked. | “No!” Marsh shouted, and left. | “Us?” Mr. Rao asked."},
	{"dateline", "en", "UTICA, N.Y. — The council met. | It left."},
	{"a name that acts", "en", "“Is it over?” | Hollis put down the phone."},
	{"nested quotes", "en", "“He told me ‘Go.’” | I went."},
	{"quote opens", "en", "He stopped. | “We leave,” he said."},
	{"parenthesis", "en", "It failed. | (It always does.) | They tried (again!) and lost."},
	{"bracketed state", "en", "Rep. Hollis (R-Ariz.) and Sen. Rao (D-N.J.) agreed."},
	{"ellipsis", "en", "We waited ... and waited… until dawn. | Then … nothing. | So … | Yes."},
	{"elision mark", "en", "The council agreed. | […] It paid at once."},
	{"abbreviation inside", "en", "Fees, e.g. for water, etc. were cut vs. last year."},
	{"web names", "en", "Read example.com or mail us. | Yahoo! said no."},
	{"several marks", "en", "What?! | No... | Yes."},
	{"line breaks", "en", "A headline without an end | The text begins. | And ends"},
	{"lower-case brand", "en", "It sold well. | iPhone buyers queued."},
	{"list", "en", "1. Open the door. | 2. Leave."},

	{"ordinals", "de", "Am 15. September begann der 2. Versuch. | Es war der 70. Geburtstag. | Das war 2016. | Dann kam Platz 93. | BASF fiel."},
	{"abbreviations", "de", "Dr. Meier kam, z. B. mit Frau Prof. Lenz bzw. ihrem Team. | Rund 5 Mio. Euro fehlen."},
	{"quotes", "de", "„Das stimmt nicht.“ | Er ging. | „Warum?“, fragte sie. | „Niemals!“ rief er. | »So ist es.« | Sie nickte."},
	{"spaced guillemets", "fr", "« Nous irons. » | Elle se tut. | « Pourquoi ? » a demandé M. Dupont. | C’est fini."},
	{"inverted marks", "es", "¿Por qué? | «No lo sé», dijo el Sr. López. | ¡Basta! | EE. UU. calló."},
	{"titles", "it", "Il sig. Rossi e l’on. Bianchi partono. | «Perché?» chiede."},
	{"titles", "pt", "O Sr. Silva e a Dra. Costa saíram. | «Porquê?» perguntou."},
	{"titles", "nl", "Dhr. De Vries kwam met mevr. Smit, d.w.z. te laat. | “Waarom?” vroeg zij."},
	{"abbreviations", "pl", "Prof. Kowalski, ur. w 1950 r. w Łodzi, nie żyje. | „Dlaczego?” – zapytał. | To 5 tys. osób."},
	{"initials", "ru", "А. С. Иванов приехал в г. Омск. | «Почему?» — спросил он. | Это 5 тыс. человек."},
	{"initials", "uk", "О. С. Коваль приїхав до м. Львів. | «Чому?» — запитав він. | Це 5 тис. людей."},
	{"titles and initials", "de", "Laut Prof. H. Meier gilt § 5 Abs. 2. | Er besuchte u. a. Köln und Johannes Paul II. im Dom."},
	{"name particles", "fr", "Le ministre, B. Le Goff, est venu. | Il a parlé, etc. | Voir art. 4 al. 3 du texte."},
	{"centuries", "es", "Fue en el s. XIX. | Según la pág. 12, el art. 5 sigue."},
	{"titles and initials", "it", "Secondo il prof. G. Bianchi, l’art. 18 resta. | Acme S.p.A. ha chiuso."},
	{"titles in a row", "nl", "Mr. drs. J. de Boer kwam om 10.30 uur. | Het was o.a. koud."},
	{"money", "pl", "Firma straciła 3,5 mln zł. | Spotkanie trwało od godz. 10.30 przy ul. Długiej."},
	{"money and degrees", "ru", "Компания потеряла 3,5 млн руб. | Было 30 °C. | Погибли 12 чел., в т.ч. двое детей."},
	{"streets", "uk", "Зустріч була на вул. Садовій, буд. 5. | За словами проф. І. Коваля, це так."},
	{"wide marks", "ja", "終わった。|本当か？|「はい。」と言った。"},
	{"wide marks", "zh", "会议结束了。|“真的吗？”|没有人知道！"},
}

func TestSentences(t *testing.T) {
	for _, c := range sentenceCases {
		t.Run(c.lang+" "+c.name, func(t *testing.T) {
			separator := " "
			if c.lang == "ja" || c.lang == "zh" {
				separator = ""
			}
			parts := strings.Split(c.want, "|")
			for i := range parts {
				parts[i] = strings.TrimSpace(parts[i])
			}
			if c.name == "line breaks" {
				separator = "\n\n"
			}
			s := strings.Join(parts, separator)
			got := texts(s, Sentences(s, c.lang))
			if g, w := strings.Join(got, " | "), strings.Join(parts, " | "); g != w {
				t.Errorf("\n got %s\nwant %s", g, w)
			}
		})
	}
}

func TestParagraphs(t *testing.T) {
	s := "  One.  \n\n\r\nTwo\vThree\u2028 Four \u00a0\n \n"
	if got := texts(s, Paragraphs(s)); strings.Join(got, "|") != "One.|Two|Three|Four" {
		t.Errorf("got %q", got)
	}
}

func texts(s string, spans []Span) []string {
	all := make([]string, len(spans))
	for i, p := range spans {
		all[i] = p.Of(s)
	}
	return all
}
