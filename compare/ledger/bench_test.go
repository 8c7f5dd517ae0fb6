package ledger

import (
	"fmt"
	"math/rand"
	"strconv"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
)

// said makes up what people say about a few things, so that much of it is alike.
type said struct{ *rand.Rand }

func (s said) one(of string) string {
	words := strings.Fields(of)
	return words[s.Intn(len(words))]
}

func (s said) noun() string {
	return s.one("harbour bridge tunnel reactor vaccine budget glacier satellite orchard ferry parliament museum railway hospital border treaty election drought reservoir volcano")
}

// place makes up one of some thousand names of places.
func (s said) place() string {
	const syllables = "bel dor fan gar hol kes lom mar nor pel rin sol tam ver"
	return strings.ToUpper(s.one("b d f g h k l m n p r s t v")) + "a" + s.one(syllables) + s.one(syllables) + s.one("ton berg by dale")
}

func (s said) sentence() string {
	verb := s.one("closed inspected rebuilt flooded postponed abandoned financed protected evacuated restored")
	day := s.one("Monday Tuesday Wednesday Thursday Friday yesterday tomorrow")
	return fmt.Sprintf("The %s and the %s near the %s will be %s on %s because %d people asked the %s about it", s.noun(), s.noun(), s.noun(), verb, day, s.Intn(900)+20, s.noun())
}

// changed puts another noun in the place of a word.
func (s said) changed(sentence string) string {
	words := strings.Fields(sentence)
	words[s.Intn(len(words))] = s.noun()
	return strings.Join(words, " ")
}

// event makes articles that quote one pool of utterances, to the letter or each a little
// changed.
func event(articles, quotes int, changed bool) []*quote.Reading {
	r := said{rand.New(rand.NewSource(1))}
	pool := make([]string, quotes*3)
	for i := range pool {
		pool[i] = r.sentence()
	}
	rs := make([]*quote.Reading, articles)
	for i := range rs {
		var s strings.Builder
		for range quotes {
			words := pool[r.Intn(len(pool))]
			if changed {
				words = r.changed(words)
			}
			fmt.Fprintf(&s, "“%s,” said Anna Lindqvist.\n\n", words)
		}
		rs[i] = outlet(i, s.String())
	}
	return rs
}

// outlet returns an article with its names and quotes found.
func outlet(i int, body string) *quote.Reading {
	r := quote.Read(article.New(article.Source{AsIs: true, Title: fmt.Sprint("Report ", i), Body: body, Language: "en"}))
	r.Quotes()
	return r
}

func BenchmarkBuild(b *testing.B) {
	for _, changed := range []bool{false, true} {
		rs := event(50, 40, changed)
		b.Run(map[bool]string{false: "to the letter", true: "each changed"}[changed], func(b *testing.B) {
			for b.Loop() {
				Build(rs)
			}
		})
	}
}

// BenchmarkAlign matches ever more quotes, each time twice as many: the processor time
// may grow little more than twice.
func BenchmarkAlign(b *testing.B) {
	r := said{rand.New(rand.NewSource(1))}
	quotes := make([]string, 20_000)
	for i := range quotes {
		quotes[i] = r.sentence() + " in " + r.place()
	}
	for n := 1250; n <= len(quotes); n *= 2 {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				Align(quotes[:n/2], quotes[n/2:n], "en")
			}
		})
	}
}

// BenchmarkHostile measures quotes that no newsroom prints.
func BenchmarkHostile(b *testing.B) {
	long := strings.TrimSpace(strings.Repeat("the harbour and the old bridge were closed again ", 20_000/9))
	for _, h := range []struct{ name, a, b string }{
		{"20,000 words", "“" + long + ",” said Anna Lindqvist.", "“" + strings.ReplaceAll(long, "closed", "shut") + ",” said Anna Lindqvist."},
		{"one quote 1,000 times", strings.Repeat("“The harbour is closed,” said Anna Lindqvist.\n\n", 1000), strings.Repeat("“The harbour is shut,” said Anna Lindqvist.\n\n", 1000)},
		{"emoji", strings.Repeat("“🙂🙃 👩‍👩‍👧‍👦!” said Anna Lindqvist.\n\n", 1000), strings.Repeat("“🙃🙂 👩‍👩‍👧!” said Anna Lindqvist.\n\n", 1000)},
		{"right to left", strings.Repeat("“הנמל סגור מאז הסערה,” said Anna Lindqvist.\n\n", 1000), strings.Repeat("“הנמל נסגר מאז הסערה,” said Anna Lindqvist.\n\n", 1000)},
	} {
		rs := []*quote.Reading{outlet(1, h.a), outlet(2, h.b)}
		b.Run(h.name, func(b *testing.B) {
			for b.Loop() {
				Build(rs)
			}
		})
	}
}
