package text

import (
	"bytes"
	"testing"
)

func TestRarityOrdersWordsAsReadersWould(t *testing.T) {
	order := []string{"the", "said", "minister", "earthquake", "stalagmite"}
	for i := 1; i < len(order); i++ {
		a, b := Stem(order[i-1], "en"), Stem(order[i], "en")
		if Rarity(a, "en") >= Rarity(b, "en") {
			t.Errorf("%s %.2f is not commoner than %s %.2f", a, Rarity(a, "en"), b, Rarity(b, "en"))
		}
	}
}

func TestUnseenWordsAreNotTheRarest(t *testing.T) {
	if r := Rarity("xqzzv", "en"); r < 0.7 || r > 0.8 {
		t.Errorf("unseen in English: %.2f", r)
	}
	if r := Rarity("xqzzv-xqzzv-xqzzv", "fr"); r != guessedMost {
		t.Errorf("guessed in French: %.2f", r)
	}
	if Rarity("les", "fr") != 0 || IDF("les", "fr") != 0 {
		t.Error("a function word of a language without a table is not common")
	}
}

func TestFrequenciesOfEachLanguageLoad(t *testing.T) {
	for lang, fewest := range map[string]int{"en": 20_000, "de": 3_000} {
		f := loadFrequencies(lang)
		if len(f.steps) < fewest || f.unseen == 0 || f.unseen > f.rarest {
			t.Errorf("%s: %d stems, unseen %d, rarest %d", lang, len(f.steps), f.unseen, f.rarest)
		}
	}
}

func TestDamagedFrequenciesAreRefused(t *testing.T) {
	for _, data := range [][]byte{nil, {1}, {1, 9}, {1, 9, 9, 3, 1, 'a', 5}, {1, 9, 9, 0, 9, 'a', 5}} {
		if f, err := decodeFrequencies(bytes.NewReader(data)); err == nil {
			t.Errorf("%v was read as %+v", data, f)
		}
	}
}
