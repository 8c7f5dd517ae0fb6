package names

import "testing"

// Articles in the other languages: names, titles, descriptions and case endings.
func TestFindLanguages(t *testing.T) {
	cases := []struct {
		lang, text string
		want       map[string][]string
	}{
		{"de", "Bundeskanzlerin Annette Brüggemann hat den Haushalt verteidigt. Die Kanzlerin sprach in Berlin. „Wir sparen“, sagte Brüggemann.", map[string][]string{
			"Annette Brüggemann": {"Annette Brüggemann", "Kanzlerin", "Brüggemann"},
			"Berlin":             {"Berlin"},
		}},
		{"de", "Nach Angaben der Polizei wurde niemand verletzt. Der SPD-Vorsitzende Klaus Ohlendorf kritisierte den Bericht. Ohlendorfs Kritiker schwiegen.", map[string][]string{
			"Klaus Ohlendorf": {"Klaus Ohlendorf", "Ohlendorfs"},
		}},
		{"de", "Am Montag lobte Jens Ohlsen den Umbau der Brücke. Ohlsen blieb bis zum Abend.", map[string][]string{
			"Jens Ohlsen": {"Jens Ohlsen", "Ohlsen"},
		}},
		{"de", "Frau Wiesinger sagte dem Sender, Herr Dr. Kranz habe gelogen.", map[string][]string{
			"Wiesinger": {"Wiesinger"},
			"Kranz":     {"Kranz"},
		}},
		{"fr", "Le président sénégalais Ousmane Kébé a reçu mardi le ministre de l'Intérieur, Alain Fournet. M. Kébé a promis une réponse. «Nous verrons», a déclaré le président sénégalais.", map[string][]string{
			"Ousmane Kébé":  {"Ousmane Kébé", "Kébé", "président sénégalais"},
			"Alain Fournet": {"Alain Fournet"},
		}},
		{"fr", "Selon l'avocate d'Amélie Roussel, Me Fatou Ndiaye, la plainte vise la Banque de France. Mme Roussel se tait.", map[string][]string{
			"Amélie Roussel":   {"Amélie Roussel", "Roussel"},
			"Fatou Ndiaye":     {"Fatou Ndiaye"},
			"Banque de France": {"Banque de France"},
		}},
		{"es", "El presidente chileno, Ignacio Valdivieso, viajó a Lima. “No habrá cambios”, dijo Valdivieso. La ministra de Defensa, Carmen Olmedo, calló.", map[string][]string{
			"Ignacio Valdivieso": {"Ignacio Valdivieso", "Valdivieso"},
			"Carmen Olmedo":      {"Carmen Olmedo"},
			"Lima":               {"Lima"},
		}},
		{"it", "Il premier greco Nikos Papadakis ha incontrato a Roma la ministra della Difesa Paola Bernardi. «Siamo pronti», ha detto Papadakis. Per Bernardi l'accordo è vicino.", map[string][]string{
			"Nikos Papadakis": {"Nikos Papadakis", "Papadakis"},
			"Paola Bernardi":  {"Paola Bernardi", "Bernardi"},
			"Roma":            {"Roma"},
		}},
		{"pt", "O presidente angolano, Manuel Cassanga, falou em Luanda. “Vamos mudar”, disse Cassanga. A porta-voz Teresa dos Reis confirmou.", map[string][]string{
			"Manuel Cassanga": {"Manuel Cassanga", "Cassanga"},
			"Teresa dos Reis": {"Teresa dos Reis"},
			"Luanda":          {"Luanda"},
		}},
		{"nl", "Premier Willem van der Meulen noemde het besluit juist. “We gaan door”, zei Van der Meulen. Minister Karin Bakker van Financiën zweeg.", map[string][]string{
			"Willem van der Meulen": {"Willem van der Meulen", "Van der Meulen"},
			"Karin Bakker":          {"Karin Bakker"},
		}},
		{"pl", "Prezydent Andrzej Sikora spotkał się w Warszawie z ministrem. Zdaniem Sikory to przełom. – Jesteśmy gotowi – powiedział Sikora.", map[string][]string{
			"Andrzej Sikora": {"Andrzej Sikora", "Sikory", "Sikora"},
		}},
		{"es", "Según El País, el país espera. Lo leyó en El Mundo el alcalde de todo el mundo.", map[string][]string{
			"El País":  {"El País"},
			"El Mundo": {"El Mundo"},
		}},
		{"nl", "Volgens de NOS blijft hij trouw aan de club, schrijft Trouw.", map[string][]string{
			"NOS":   {"NOS"},
			"Trouw": {"Trouw"},
		}},
		{"pt", "Segundo a SIC, o barco não nos viu.", map[string][]string{
			"SIC": {"SIC"},
		}},
		{"it", "La segretaria del Pd Marta Colonna ha risposto su X Edoardo Lanza. «Vedremo», ha detto Colonna.", map[string][]string{
			"Marta Colonna": {"Marta Colonna", "Colonna"},
			"Edoardo Lanza": {"Edoardo Lanza"},
		}},
		{"es", "El Real Unión visitó El Sadar y Suso Ferreiro pidió calma. Su hija, Elena Ferreiro, aplaudió.", map[string][]string{
			"Suso Ferreiro":  {"Suso Ferreiro"},
			"Elena Ferreiro": {"Elena Ferreiro"},
		}},
		{"uk", "За словами Богдана Ковальчука, міст готовий. Ковальчук подякував будівельникам.", map[string][]string{
			"Богдан Ковальчук": {"Богдана Ковальчука", "Ковальчук"},
		}},
		{"ru", "Президент России Виктор Лебедев встретился с Анной Соколовой. По словам Лебедева, переговоры были трудными. «Мы договорились», — сказала Соколова.", map[string][]string{
			"Виктор Лебедев": {"Виктор Лебедев", "Лебедева"},
			"Анна Соколова":  {"Анной Соколовой", "Соколова"},
		}},
		{"uk", "Президентка Молдови Олена Чебан прибула до Києва. За словами Чебан, угоду підписано. Речник уряду Тарас Гнатюк підтвердив це. Гнатюка запитали двічі.", map[string][]string{
			"Олена Чебан":  {"Олена Чебан", "Чебан"},
			"Тарас Гнатюк": {"Тарас Гнатюк", "Гнатюка"},
		}},
	}
	for _, c := range cases {
		x, s := find(t, "", c.text, c.lang)
		for name, want := range c.want {
			checkMentions(t, x, s, name, want)
		}
	}
}
