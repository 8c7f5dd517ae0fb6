package framing

import (
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
)

// Verbs that take a stance, and voices heard in one telling alone, are shown in every
// language with rules for quotes; a person whom the other telling names may speak there.
func TestVerbsAndVoicesOfOtherLanguages(t *testing.T) {
	for _, test := range []struct {
		lang, a, b string
		verbs      []string
		voice      string
		mentioned  string // in both
	}{
		{
			lang: "de",
			a: `Die Gewerkschaft der Lokführer hat für Mittwoch einen Streik angekündigt.
„Die Bahn hat unser Angebot nicht einmal geprüft“, sagte Gewerkschaftschef Rolf Heintze in Berlin. Verkehrsminister Jan Vossen drängte beide Seiten an den Verhandlungstisch.`,
			b: `Die Lokführer legen ab Mittwoch die Arbeit nieder.
„Die Bahn hat unser Angebot nicht einmal geprüft“, behauptete Rolf Heintze. „Wir haben vier Stunden darüber geredet“, widersprach die Vorständin Petra Lindner. „Jetzt muss endlich Vernunft einkehren“, mahnte Minister Jan Vossen.`,
			verbs: []string{"sagte", "behauptete"}, voice: "Petra Lindner", mentioned: "Jan Vossen",
		},
		{
			lang: "ru",
			a: `В порту загорелся склад с удобрениями. Мэр Гунар Калниньш говорил с жителями.
«Воздух в городе чистый, замеры проводятся каждый час», — подчеркнул Гунар Калниньш. Марис Вилкс живёт рядом с портом.`,
			b: `Мощный взрыв оставил без стёкол сотни квартир.
Мэр Гунар Калниньш утверждает: «Воздух в городе чистый, замеры проводятся каждый час». «Мы услышали взрыв, и сразу выбило все окна», — рассказала Инга Озола. «Данных замеров никто из нас не видел», — сказал Марис Вилкс.`,
			verbs: []string{"подчеркнул", "утверждает"}, voice: "Инга Озола", mentioned: "Марис Вилкс",
		},
	} {
		t.Run(test.lang, func(t *testing.T) {
			var rs []*quote.Reading
			for _, body := range []string{test.a, test.b} {
				rs = append(rs, quote.Read(article.New(article.Source{Body: body, Language: test.lang})))
			}
			findings := sheetOf(rs)
			for _, verb := range test.verbs {
				if !shows(findings, Verbs, verb) {
					t.Errorf("verbs: nothing shows %q", verb)
				}
			}
			var alone []string
			for _, f := range findings {
				for _, it := range f.Items {
					if f.Signal == Voices && len(it.Sides) == 1 {
						alone = append(alone, it.Topic)
					}
				}
			}
			if got := strings.Join(alone, ", "); !strings.Contains(got, test.voice) || strings.Contains(got, test.mentioned) {
				t.Errorf("voices heard in one alone: %q; want %s, not %s", got, test.voice, test.mentioned)
			}
		})
	}
}
