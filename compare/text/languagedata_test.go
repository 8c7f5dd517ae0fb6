package text

import "testing"

func TestEveryLanguageFileLoads(t *testing.T) {
	for _, lang := range []string{"de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk"} {
		l := languageData(lang)
		months := map[int]bool{}
		for name, m := range l.months {
			months[m] = true
			if name != Fold(name) {
				t.Errorf("%s: %q is not folded", lang, name)
			}
		}
		weekdays := map[string]bool{}
		for _, d := range l.weekdays {
			weekdays[d] = true
		}
		if len(months) != 12 || len(weekdays) != 7 {
			t.Errorf("%s: %d months, %d weekdays", lang, len(months), len(weekdays))
		}
		for v := 2; v <= 12; v++ {
			if !hasValue(l.numbers, float64(v)) {
				t.Errorf("%s: no word for %d", lang, v)
			}
		}
		if len(l.stop) < 100 || len(l.abbreviations) < 20 || len(l.units) < 50 {
			t.Errorf("%s: %d stop words, %d abbreviations, %d units", lang, len(l.stop), len(l.abbreviations), len(l.units))
		}
		for w := range l.stop {
			if w != Fold(w) {
				t.Errorf("%s: stop word %q is not folded", lang, w)
			}
		}
	}
}

func hasValue(m map[string]float64, v float64) bool {
	for _, x := range m {
		if x == v {
			return true
		}
	}
	return false
}

func TestUnknownLanguageHasNoWords(t *testing.T) {
	if Stop("the", "xx") || Stop("the", "") {
		t.Error("a stop word of no language")
	}
}
