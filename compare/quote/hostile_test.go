package quote

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/internal/cputime"
)

// hostilePieces are what a page made to be slow repeats, with the language whose rules
// it sets to work.
var hostilePieces = []struct{ name, lang, piece string }{
	{"marks", "en", `"`},
	{"openings", "en", "“a "},
	{"mixed marks", "en", "‘“«a »”’ "},
	{"apostrophes", "en", "'a s' "},
	{"cue verbs", "en", "said "},
	{"unclosed quotes", "en", "“He said so and left.\n\n"},
	{"cues and marks", "en", "saying “a” saying “b” said "},
	{"one word", "de", "a"},
	{"nations", "en", "in Norland of France of Spain of “it” said "},
	{"tabs", "ru", "\t—сказал\t"},
	{"commas without spaces", "fr", ", a\t"},
	{"labels", "en", "MARSH: Now, then. "},
	{"dense quotes", "en", "“We agreed,” said Helen Marsh, “and she told us, who said it,” he added. "},
	{"German quotes", "de", "„Wir warten“, sagte der Minister, der dazu gesagt hatte, „und“, so Brandt, "},
	{"German cue verbs", "de", "sagte, "},
	{"French incises", "fr", "« Nous attendons, a déclaré le maire, et, dit-il, nous restons » "},
	{"French commas", "fr", ", a dit "},
	{"open French incises", "fr", "« oui, a dit le maire, non "},
	{"Russian incises", "ru", "«Мы ждём, — сказал министр, — и будем ждать», — добавил он. "},
	{"Russian dashes", "ru", "— сказал "},
	{"Russian open quote", "ru", "«Ждём, — сказал "},
	{"Ukrainian incises", "uk", "«Ми чекаємо, — сказав міністр, — і будемо», — додав він. "},
	{"Polish dashes", "pl", "– mówi – mówi "},
	{"Polish quotes", "pl", "„Czekamy – mówi minister – i tyle”, dodał. "},
	{"Polish turns", "pl", "– Nie wiem – powiedział minister. – Tak. "},
	{"Polish dialogue", "pl", "– Nie wiem.\n\n"},
	{"Spanish turns", "es", "—No sé —dijo el alcalde—. Ya veremos. "},
	{"Spanish incises", "es", "«Sí —dijo la ministra—, y no», afirmó, “y nada”, en una nota. "},
	{"Italian quotes", "it", "«Noi, ha detto il ministro, aspettiamo», afferma in una nota la segretaria. "},
	{"Portuguese quotes", "pt", "“Sim”, disse-lhe o ministro, – afirmou –, “não”, segundo ele. "},
	{"Dutch quotes", "nl", "‘Wij wachten’, zei de minister, die had gezegd, ‘en’, aldus hij, "},
}

// FuzzRepeated holds that eight times the text takes no more than four times eight times
// the work, whatever is repeated: what grows with the square takes sixty-four.
func FuzzRepeated(f *testing.F) {
	for _, h := range hostilePieces {
		f.Add(h.piece, h.lang)
	}
	f.Fuzz(func(t *testing.T, piece, lang string) {
		if testing.Short() || piece == "" || len(piece) > 1<<10 {
			t.Skip("takes long, or repeats little")
		}
		checkGrowth(t, lang, piece)
	})
}

// checkGrowth compares the processor time of two lengths of a repeated piece. What takes
// a trifle at the larger one proves nothing.
func checkGrowth(t *testing.T, lang, piece string) {
	t.Helper()
	const size, times, slack = 8 << 10, 8, 4
	const trifle = 20 * time.Millisecond
	small, large := workOn(t, lang, piece, size), workOn(t, lang, piece, times*size)
	for range 2 { // a busy machine disturbs one measurement, not three
		if large <= max(trifle, slack*times*small) {
			return
		}
		small = min(small, workOn(t, lang, piece, size))
		large = min(large, workOn(t, lang, piece, times*size))
	}
	if large > max(trifle, slack*times*small) {
		t.Errorf("%q: %d kB took %v, %d times as much %v", piece, size>>10, small, times, large)
	}
}

// workOn returns the processor time that about n bytes of a repeated piece take, the
// collector of garbage at rest.
func workOn(t *testing.T, lang, piece string, n int) time.Duration {
	t.Helper()
	s := strings.Repeat(piece, n/len(piece)+1)
	a := article.New(article.Source{AsIs: true, Body: s, Language: lang})
	a.Sentences()
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	start := cputime.Used()
	Find(a, &names.Index{})
	return cputime.Used() - start
}

// BenchmarkHostile measures input made to be slow. Rates of one piece at two lengths must
// agree.
func BenchmarkHostile(b *testing.B) {
	for _, h := range hostilePieces {
		for _, n := range []int{1 << 16, 1 << 18} {
			benchmarkFind(b, fmt.Sprintf("%s/%dk", h.name, n>>10), h.lang, strings.Repeat(h.piece, n/len(h.piece)))
		}
	}
	if testing.Short() {
		return
	}
	benchmarkFind(b, "5 MB paragraph", "en", strings.ReplaceAll(newsText(5<<20), "\n\n", " "))
	benchmarkFind(b, "100000 unclosed quotes", "en", strings.Repeat("“He said so and left.\n\n", 100_000))
	benchmarkFind(b, "100000 unclosed quotes in a paragraph", "en", strings.Repeat("“He said so and left. ", 100_000))
	for _, piece := range []string{`"`, "'", "(", "7", "\n", "a", `"a" `, "said ", "Smith "} {
		for _, n := range []int{5 << 20, 50 << 20} {
			benchmarkFind(b, fmt.Sprintf("%d MB of %q", n>>20, piece), "en", strings.Repeat(piece, n/len(piece)))
		}
	}
}

func benchmarkFind(b *testing.B, name, lang, s string) {
	b.Run(name, func(b *testing.B) {
		b.SetBytes(int64(len(s)))
		b.ReportAllocs()
		for b.Loop() {
			a := article.New(article.Source{AsIs: true, Body: s, Language: lang})
			Find(a, &names.Index{})
		}
	})
}

// A row of signs costs no more than its length, and hides nothing beside it.
func TestRowOfSigns(t *testing.T) {
	const said = "“We left,” said Helen Marsh. "
	row := strings.Repeat(`""`, 1<<16) + strings.Repeat("—=", 1<<16)
	a := article.New(article.Source{AsIs: true, Body: said + row + "\n\n" + said + row, Language: "en"})
	n := names.Find(a)
	if got := len(newScene(a, n, lexiconOf("en")).units); got > 4*longestRow {
		t.Errorf("%d units", got)
	}
	spoken := 0
	for _, q := range Find(a, n) {
		if q.Kind == Direct && q.Speaker.Name == "Helen Marsh" {
			spoken++
		}
	}
	if spoken != 2 {
		t.Errorf("%d of 2 quotes of Helen Marsh", spoken)
	}
}
