package quote

import (
	"slices"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
)

// TestStatements finds what a source is said to have told, around the words that name it.
func TestStatements(t *testing.T) {
	for _, test := range []struct {
		text, speaker string
		parts         []string
	}{
		{"Das Boot ist laut der Reederei am Abend gesunken.", "Reederei", []string{"Das Boot ist", "am Abend gesunken"}},
		{"Nach Angaben der Feuerwehr ist niemand verletzt worden.", "Feuerwehr", []string{"ist niemand verletzt worden"}},
		{"Wie die Reederei mitteilte, sind alle Gäste an Land.", "Reederei", []string{"sind alle Gäste an Land"}},
		{"Alle Gäste sind, so die Reederei, wohlbehalten an Land.", "Reederei", []string{"Alle Gäste sind", "wohlbehalten an Land"}},
		{"Gesucht wird ein Boot, das laut der Reederei um 8:30 Uhr ablegte.", "Reederei", []string{"das", "um 8:30 Uhr ablegte"}},
		{"Die Brücke wird am Montag gesperrt. Das teilte die Feuerwehr mit.", "Feuerwehr", []string{"Die Brücke wird am Montag gesperrt"}},
	} {
		r := Read(article.New(article.Source{Body: test.text, Language: "de", AsIs: true}))
		var parts []string
		speaker := ""
		for _, q := range r.Quotes() {
			speaker = q.Speaker.Name
			for _, p := range append(slices.Clone(q.Spans), q.Span)[:max(1, len(q.Spans))] {
				parts = append(parts, p.Of(r.Text))
			}
		}
		if !slices.Equal(parts, test.parts) || speaker != test.speaker {
			t.Errorf("%s\n got %q by %q\nwant %q by %q", test.text, parts, speaker, test.parts, test.speaker)
		}
	}
}

// TestSpeechGoesOn joins sentences that go on with what somebody said.
func TestSpeechGoesOn(t *testing.T) {
	const body = "Die Ministerin sagte, das Land sei bereit. Es gebe genug Betten. Niemand müsse sich sorgen. Am Abend regnete es."
	r := Read(article.New(article.Source{Body: body, Language: "de", AsIs: true}))
	var got []string
	for _, q := range r.Quotes() {
		got = append(got, q.Of(r.Text)+" | "+q.Speaker.Name)
	}
	want := []string{"das Land sei bereit | Ministerin", "Es gebe genug Betten. Niemand müsse sich sorgen | Ministerin"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
