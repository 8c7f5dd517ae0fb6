package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/storydiff/storydiff/compare"
)

// doubtful is the confidence below which the table leaves reported speech out.
const doubtful = 0.5

// quotesSection lists the quotes and says how much each speaker is quoted.
func (v *view) quotesSection() document {
	d := document{heading{1, say("Quotes")}}
	g := grid{
		head:  []string{"#", "where", "speaker", "verb", "kind", "words"},
		right: []bool{true, true}, limit: []int{0, 0, 28},
	}
	rows, hidden := v.quoteRows()
	for _, q := range rows {
		g.rows = append(g.rows, []cell{
			words(v.no(q.Article)), words(v.where(q.Quote)), words(speakerName(q.Quote)), words(q.Verb), words(q.Kind), words(q.Said()),
		})
	}
	if len(g.rows) == 0 {
		d = append(d, paragraph{say("No quotes.")})
	} else {
		d = append(d, g)
	}
	if hidden > 0 {
		d = append(d, paragraph{line{dim(count(hidden, "passage", "passages") + " of doubtful reported speech left out (--all shows them)")}})
	}
	return append(d, v.speakersSection()...)
}

// A quoteRow is a line of the table. A passage of reported speech takes in the words in
// marks within it that are its speaker's, and is then of their kind.
type quoteRow struct {
	compare.Quote
	reported bool
}

// quoteRows returns what the table lists, and how much doubtful reported speech it leaves out.
func (v *view) quoteRows() (rows []quoteRow, hidden int) {
	for _, q := range v.Quotes {
		switch last := len(rows) - 1; {
		case !v.options.All && q.Kind == "indirect" && (q.Confidence < doubtful || q.Speaker.Name == ""):
			hidden++
		case last >= 0 && q.Kind == "partial" && rows[last].holds(q):
			rows[last].Kind = q.Kind
		default:
			rows = append(rows, quoteRow{q, q.Kind == "indirect"})
		}
	}
	return rows, hidden
}

func (r quoteRow) holds(q compare.Quote) bool {
	return r.reported && r.Article == q.Article && r.Start <= q.Start && q.End <= r.End && r.Speaker.Name == q.Speaker.Name
}

func speakerName(q compare.Quote) string {
	if q.Speaker.Name == "" {
		return "unknown"
	}
	return q.Speaker.Name
}

// where names the place of a quote for somebody who looks it up: its paragraph, counted
// from the one behind the headline.
func (v *view) where(q compare.Quote) string {
	if q.Headline {
		return "headline"
	}
	return "¶ " + strconv.Itoa(max(v.paragraphAt(q.Article, q.Start), 1))
}

// paragraphAt returns the number of the paragraph that holds a place; the headline is 0.
func (v *view) paragraphAt(id string, at int) int {
	n, _ := slices.BinarySearch(v.paragraphs(id), at+1) // that begin before or with it
	return n
}

// paragraphs returns where the paragraphs of an article begin, the headline left out.
func (v *view) paragraphs(id string) []int {
	starts, ok := v.starts[id]
	if !ok {
		starts = paragraphStarts(v.runes(id))
		if title := v.article(id).Title; title != "" && len(starts) > 0 && strings.HasPrefix(v.article(id).Text, title) {
			starts = starts[1:]
		}
		v.starts[id] = starts
	}
	return starts
}

// paragraphStarts returns where the lines with text begin.
func paragraphStarts(text []rune) []int {
	var starts []int
	blank := true // since the last line end
	for i, r := range text {
		switch {
		case r == '\n':
			blank = true
		case blank && !unicode.IsSpace(r):
			starts = append(starts, i)
			blank = false
		}
	}
	return starts
}

// A quotedSpeaker is how much one speaker is quoted in marks.
type quotedSpeaker struct {
	name     string
	words    int
	quotes   int
	articles []string
}

// speakersSection says how many words in marks each speaker has, in which articles.
func (v *view) speakersSection() document {
	speakers, total := v.quotedSpeakers()
	if len(speakers) == 0 {
		return nil
	}
	g := grid{head: []string{"speaker", "words quoted", "share", "quotes", "outlets"}, right: []bool{false, true, true, true}}
	for _, s := range speakers {
		g.rows = append(g.rows, []cell{
			words(s.name), words(thousands(s.words)), words(percent(float64(s.words) / float64(max(total, 1)))), words(thousands(s.quotes)), words(v.outlets(s.articles)),
		})
	}
	return document{heading{2, say("Words quoted, by speaker")}, g}
}

// quotedSpeakers counts the words in marks of every speaker, most words first.
func (v *view) quotedSpeakers() (speakers []quotedSpeaker, total int) {
	at := map[string]int{}
	for _, q := range v.Quotes {
		if q.Kind != "direct" && q.Kind != "partial" {
			continue
		}
		name := speakerName(q)
		i, seen := at[name]
		if !seen {
			i = len(speakers)
			at[name] = i
			speakers = append(speakers, quotedSpeaker{name: name})
		}
		n := quotedWords(q)
		total += n
		speakers[i].words += n
		speakers[i].quotes++
		if !slices.Contains(speakers[i].articles, q.Article) {
			speakers[i].articles = append(speakers[i].articles, q.Article)
		}
	}
	slices.SortStableFunc(speakers, func(a, b quotedSpeaker) int { return cmp.Compare(b.words, a.words) })
	return speakers, total
}

// quotedWords counts the words of a quote, those of an attribution that splits it left out.
func quotedWords(q compare.Quote) int { return wordCount(q.Said()) }

// outlets names the outlets of articles, each once; an article without one by its label.
func (v *view) outlets(ids []string) string {
	var names []string
	for _, id := range ids {
		name := cmp.Or(v.article(id).Outlet, v.article(id).Label)
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}
