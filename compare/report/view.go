package report

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/storydiff/storydiff/compare"
)

// A view looks things up in a report for the sections.
type view struct {
	*compare.Report
	options Options
	number  map[string]int    // place of an article in the report, from 1, by id
	texts   map[string][]rune // of the articles asked for, by id
	starts  map[string][]int  // of their paragraphs, by id
}

func newView(r *compare.Report, o Options) *view {
	v := &view{Report: inNumberOrder(r), options: o, number: map[string]int{}, texts: map[string][]rune{}, starts: map[string][]int{}}
	for i, a := range r.Articles {
		v.number[a.ID] = i + 1
	}
	return v
}

// inNumberOrder returns the report with the articles of each event in the order in
// which readers see them numbered.
func inNumberOrder(r *compare.Report) *compare.Report {
	number := map[string]int{}
	for i, a := range r.Articles {
		number[a.ID] = i
	}
	out := *r
	out.Events = slices.Clone(r.Events)
	for i, e := range out.Events {
		out.Events[i].Articles = slices.SortedFunc(slices.Values(e.Articles), func(a, b string) int { return number[a] - number[b] })
	}
	return &out
}

// article returns the article with that id.
func (v *view) article(id string) compare.Article {
	if v.isSource(id) {
		return *v.Source
	}
	return v.Articles[v.number[id]-1]
}

// isSource reports whether the text with that id is what the articles are measured against.
func (v *view) isSource(id string) bool { return v.Source != nil && v.Source.ID == id }

// no returns the number of an article as readers see it.
func (v *view) no(id string) string {
	if v.isSource(id) {
		return "source"
	}
	return strconv.Itoa(v.number[id])
}

// nos joins the numbers of articles.
func (v *view) nos(ids []string, by string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = v.no(id)
	}
	return strings.Join(out, by)
}

// name returns number and label: "3 CNN".
func (v *view) name(id string) string { return v.no(id) + " " + v.article(id).Label }

// words returns a stretch of an article's text.
func (v *view) words(id string, s compare.Span) string { return string(v.runes(id)[s.Start:s.End]) }

// runes returns the text of an article by code points, which offsets count.
func (v *view) runes(id string) []rune {
	text, ok := v.texts[id]
	if !ok {
		text = []rune(v.article(id).Text)
		v.texts[id] = text
	}
	return text
}

// tidy makes text from an article safe and fit for one line: white space is folded,
// and control characters and direction overrides, which could rewrite a terminal's
// screen, become U+FFFD.
func tidy(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			r = unicode.ReplacementChar
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

// count puts a number before a noun: "1 story", "2 stories", "no copies".
func count(n int, one, many string) string {
	switch n {
	case 0:
		return "no " + many
	case 1:
		return "1 " + one
	default:
		return thousands(n) + " " + many
	}
}

// thousands writes 2914 as "2,914".
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// share writes a score between 0 and 1 as ".93".
func share(x float64) string {
	s := strconv.FormatFloat(x, 'f', 2, 64)
	return strings.TrimPrefix(s, "0")
}

// wordCount counts words as readers do: by the spaces between them.
func wordCount(s string) int { return len(strings.Fields(s)) }
