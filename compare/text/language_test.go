package text

import "testing"

func TestLanguage(t *testing.T) {
	for want, s := range map[string]string{
		"en": "The ministers met again in Lisbon on Tuesday, but nobody expected that they would agree.",
		"de": "Die Minister trafen sich am Dienstag erneut in Lissabon, doch niemand rechnete mit einer Einigung.",
		"fr": "Les ministres se sont de nouveau réunis mardi à Lisbonne, mais personne ne croyait à un accord.",
		"es": "Los ministros se reunieron de nuevo el martes en Lisboa, pero nadie esperaba que se pusieran de acuerdo.",
		"it": "I ministri si sono riuniti di nuovo martedì a Lisbona, ma nessuno si aspettava che trovassero un accordo.",
		"pt": "Os ministros voltaram a reunir-se na terça-feira em Lisboa, mas ninguém esperava que chegassem a um acordo.",
		"nl": "De ministers kwamen dinsdag opnieuw bijeen in Lissabon, maar niemand verwachtte dat ze het eens zouden worden.",
		"pl": "Ministrowie spotkali się ponownie we wtorek w Lizbonie, ale nikt nie spodziewał się porozumienia.",
		"ru": "Министры снова встретились во вторник в Лиссабоне, но никто не ожидал, что они договорятся.",
		"uk": "Міністри знову зустрілися у вівторок у Лісабоні, але ніхто не сподівався, що вони домовляться.",
		"ja": "閣僚は火曜日にリスボンで再び会談したが、合意を予想した者はいなかった。",
		"zh": "部长们星期二在里斯本再次会晤，但没有人预期他们会达成协议。",
		"sv": "Ministrarna träffades på nytt i Lissabon på tisdagen, men ingen väntade sig att de skulle komma överens om hur mycket pengar som behövs för skolorna och sjukvården nästa år.",
	} {
		if got := Language(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

func TestLanguageOfTerseNews(t *testing.T) {
	const news = "Envoy blames rebels as talks collapse. Border talks in Geneva collapsed on Monday. Envoy John Miller said they had come a long way. Rebels said Norway was not neutral."
	if got := Language(news); got != "en" {
		t.Errorf("got %q", got)
	}
}

func TestLanguageIsSilentAboutShortTexts(t *testing.T) {
	for _, s := range []string{"", "Talks fail", "12,345.67 %%% 2016-09-15", "Lisbon Hollis Marsh Voss"} {
		if got := Language(s); got != "" {
			t.Errorf("%q: got %q", s, got)
		}
	}
}
