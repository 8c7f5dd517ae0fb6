package quote

import "testing"

// Languages without a file: marks are found, and nobody is claimed to have spoken.
func TestUnruledLanguages(t *testing.T) {
	cases := map[string]struct{ text, words string }{
		"ja": {"田中首相は「消費税は上げません。約束します」と述べた。", "消費税は上げません。約束します"},
		"zh": {"外交部发言人王芳表示：“我们坚决反对任何形式的干涉。”", "我们坚决反对任何形式的干涉。"},
		"el": {"«Δεν θα αυξήσουμε τους φόρους φέτος», δήλωσε ο Νίκος Παπάς.", "Δεν θα αυξήσουμε τους φόρους φέτος"},
		"tr": {"Bakan Ayşe Demir, \"Vergileri bu yıl hiç artırmayacağız\" dedi.", "Vergileri bu yıl hiç artırmayacağız"},
		"sv": {"”Vi höjer inte skatten i år”, säger Anna Lind.", "Vi höjer inte skatten i år"},
		"ar": {"قال الوزير أحمد سالم: «لن نرفع الضرائب هذا العام».", "لن نرفع الضرائب هذا العام"},
		"he": {"\"לא נעלה מיסים השנה\", אמר דוד לוי.", "לא נעלה מיסים השנה"},
	}
	for lang, c := range cases {
		qs := findIn(c.text, lang)
		if len(qs) != 1 || qs[0].Of(c.text) != c.words || qs[0].Kind != Direct {
			t.Errorf("%s: %s", lang, describeAll(c.text, qs))
			continue
		}
		if q := qs[0]; q.Speaker.Name != "" || q.Verb != "" || q.Rule != unruledRule || q.Confidence > 0.5 {
			t.Errorf("%s claims too much: %s", lang, describeAll(c.text, qs))
		}
	}
}
