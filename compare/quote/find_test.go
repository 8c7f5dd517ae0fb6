package quote

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

// FuzzFind holds that no bytes make Find panic, that every offset stands on a rune
// boundary inside the text, and that quotes come in order.
func FuzzFind(f *testing.F) {
	for _, fx := range readFixtures(f) {
		f.Add(fx.text, fx.lang)
	}
	f.Add("“‘'\"«»„‚", "en")
	f.Add("– — – powiedział — “", "pl")
	f.Add("\xff“\xfe”\n\n“", "de")
	f.Add("“\n\n“\n\nA bridge gave way on Tuesday.", "en")
	f.Fuzz(func(t *testing.T, s, lang string) {
		checkQuotes(t, s, findIn(s, lang))
	})
}

// checkQuotes holds what must be true of every list of quotes.
func checkQuotes(t *testing.T, s string, qs []Quote) {
	t.Helper()
	last := 0
	for _, q := range qs {
		if q.Start < last {
			t.Errorf("quote at %d comes after one at %d", q.Start, last)
		}
		last = q.Start
		checkSpan(t, s, q.Span)
		if q.Len() == 0 {
			t.Error("an empty quote")
		}
		for _, p := range append([]text.Span{q.VerbAt, q.Speaker.At}, q.Spans...) {
			checkSpan(t, s, p)
		}
		if q.Confidence < 0 || q.Confidence > 1 || q.Kind == "" {
			t.Errorf("odd quote %+v", q)
		}
	}
}

func checkSpan(t *testing.T, s string, p text.Span) {
	t.Helper()
	if p.Start < 0 || p.End < p.Start || p.End > len(s) {
		t.Fatalf("span %v outside a text of %d bytes", p, len(s))
	}
	for _, at := range []int{p.Start, p.End} {
		if utf8.ValidString(s) && at < len(s) && !utf8.RuneStart(s[at]) {
			t.Fatalf("%d is inside a character", at)
		}
	}
}

func TestReadIsLazyAndSafe(t *testing.T) {
	r := Read(article.New(article.Source{Title: "Fares", Body: "“We will not raise fares,” Helen Marsh said.\n\nShe left."}))
	done := make(chan int)
	for range 4 {
		go func() { done <- len(r.Quotes()) }()
	}
	for range 4 {
		if n := <-done; n != 1 {
			t.Fatalf("found %d quotes, want 1", n)
		}
	}
}

func TestHeadlineIsSettledByTheBody(t *testing.T) {
	a := article.New(article.Source{
		Title: "Norland ‘will not pay’ for harbour",
		Body:  "The finance minister, Helen Marsh, said Norland “will not pay” for the harbour.\n\nThe council had asked for help.",
	})
	qs := marksOnly(Find(a, names.Find(a)))
	if len(qs) != 2 || !qs[0].Headline || qs[0].Speaker.Name != "Helen Marsh" {
		t.Errorf("got %s", describeAll(a.Text, qs))
	}
}

func TestIndirect(t *testing.T) {
	tests := []struct{ in, words, speaker, verb string }{
		{"Helen Marsh said that the bridge would reopen in May.", "that the bridge would reopen in May", "Helen Marsh", "said"},
		{"The bridge will reopen in May, Helen Marsh said.", "The bridge will reopen in May", "Helen Marsh", "said"},
		{"According to Helen Marsh, the bridge will reopen in May.", "the bridge will reopen in May", "Helen Marsh", ""},
		{"About 400 sailings are expected to be dropped, according to harbour operators, who put the cost at nine million.", "About 400 sailings are expected to be dropped", "harbour operators", ""},
		{"Helen Marsh was confident that the ferry would sail again in May.", "that the ferry would sail again in May", "", ""},
		{"Helen Marsh left in the belief that the council would pay for the boats.", "that the council would pay for the boats", "", ""},
	}
	for _, tt := range tests {
		ok := false
		for _, q := range findIn(tt.in, "en") {
			ok = ok || q.Kind == Indirect && q.Of(tt.in) == tt.words && q.Speaker.Name == tt.speaker && q.Verb == tt.verb
		}
		if !ok {
			t.Errorf("%s\n got %s", tt.in, describeAll(tt.in, findIn(tt.in, "en")))
		}
	}
}

func TestIndirectInOtherLanguages(t *testing.T) {
	tests := []struct{ lang, in, words string }{
		{"de", "Helga Brandt sagte, dass die Brücke im Mai öffnet.", "dass die Brücke im Mai öffnet"},
		{"de", "Helga Brandt sagte, die Brücke werde im Mai geöffnet.", "die Brücke werde im Mai geöffnet"},
		{"fr", "Hélène Marchand a déclaré que le pont rouvrira en mai.", "que le pont rouvrira en mai"},
		{"es", "Elena Márquez dijo que el puente abrirá en mayo.", "que el puente abrirá en mayo"},
		{"ru", "Елена Маркова заявила, что мост откроют в мае.", "что мост откроют в мае"},
	}
	for _, tt := range tests {
		ok := false
		for _, q := range findIn(tt.in, tt.lang) {
			ok = ok || q.Kind == Indirect && q.Of(tt.in) == tt.words && q.Speaker.Name != ""
		}
		if !ok {
			t.Errorf("%s\n got %s", tt.in, describeAll(tt.in, findIn(tt.in, tt.lang)))
		}
	}
}

func TestSplitQuoteIsOneUtterance(t *testing.T) {
	s := "“We asked for help,” Daniel Okafor said, “and nobody came.” “Nobody,” he added."
	qs := findIn(s, "en")
	if len(qs) != 2 || len(qs[0].Spans) != 2 || qs[0].Kind != Direct {
		t.Fatalf("got %s", describeAll(s, qs))
	}
}

func TestStanceOf(t *testing.T) {
	for verb, want := range map[string]Stance{"said": Neutral, "insists": Assertive, "claimed": Doubting, "slammed": Emotive, "walked": Neutral} {
		if got := StanceOf(verb, "en"); got != want {
			t.Errorf("%s: got %s, want %s", verb, got, want)
		}
	}
	if got := StanceOf("behauptete", "de"); got != Doubting {
		t.Errorf("behauptete: got %s", got)
	}
}

// newsText repeats a page of made-up news up to n bytes. It has a stretch in marks every
// 500 bytes or so, as the articles of PolNeAR do (one in 540).
func newsText(n int) string {
	page := "The council met on Monday to discuss the harbour, which has been closed since the storm in March. About " +
		"forty boats lie in the inner basin, and the fish market, which used to open at five in the morning, now opens " +
		"twice a week. The shops along the quay have cut their hours, and the ferry to the islands leaves from the old " +
		"coal pier on the other side of the river.\n\n" +
		"“We have lost a whole season,” said Daniel Okafor, who runs four boats. “Nobody has told us when it will end.”\n\n" +
		"Engineers found cracks in the outer wall last winter. The repairs were to cost nine million crowns, but the sum " +
		"has doubled since then, and the money for the second half of the work has not been found. A report on the wall, " +
		"which was written for the ministry in the spring, lists eleven places that need new stone before the autumn.\n\n" +
		"Helen Marsh, the transport minister, said the work was “older than the plans” and would take until spring. She " +
		"visited the town in June and promised to come back before the end of the year with a plan for the fleet.\n\n" +
		"About a third of the fleet has moved to Bergen, according to the harbour office, and two yards have closed. The " +
		"last of them, which employed thirty people, sold its crane to a firm from the north in September. Several " +
		"families have left the town, and the school has merged two of its classes. Rents have fallen by a tenth.\n\n"
	return strings.Repeat(page, n/len(page)+1)[:n]
}

// BenchmarkSpeakers measures marks, kinds and speakers in English, without the names
// and sentences that other rooms find, and beside it the mere cutting into words.
func BenchmarkSpeakers(b *testing.B) {
	a := article.New(article.Source{AsIs: true, Body: newsText(1 << 20), Language: "en"})
	n := names.Find(a)
	a.Sentences()
	b.Run("speakers", func(b *testing.B) {
		b.SetBytes(1 << 20)
		for b.Loop() {
			newScene(a, n, lexiconOf("en")).marked()
		}
	})
	b.Run("words", func(b *testing.B) {
		b.SetBytes(1 << 20)
		for b.Loop() {
			text.Words(a.Text)
		}
	})
}

// TestReportedSpeechIsWhole holds that what is said does not end inside its clause.
func TestReportedSpeechIsWhole(t *testing.T) {
	for _, said := range []string{
		"that during the storm last winter, the ferry had lost its anchor",
		"that the ferry had lost its anchor, and that nobody had been warned",
		"that the old ferry – built in Kiel before the war – had lost its anchor",
	} {
		s := "Helen Marsh told the council " + said + "."
		if !slices.ContainsFunc(findIn(s, "en"), func(q Quote) bool { return q.Kind == Indirect && q.Of(s) == said }) {
			t.Errorf("not found whole: %s", said)
		}
	}
}

func TestStatementBeforeItsCircumstances(t *testing.T) {
	const said = "Storms could close the bridge for weeks"
	qs := findIn(said+", a leading engineer has said amid fears that its cables may snap.", "en")
	if len(qs) != 1 || qs[0].Kind != Indirect || qs[0].Len() != len(said) || qs[0].Speaker.Name != "leading engineer" {
		t.Errorf("found %+v, want %q by the engineer", qs, said)
	}
}
