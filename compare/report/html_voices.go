package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare"
)

// An htmlVoices is the table of who is quoted with how many words, a bar each.
type htmlVoices struct {
	Columns    []htmlRef
	Rows, More []htmlVoice
}

// An htmlVoice is one speaker; Cells has one for each column.
type htmlVoice struct {
	Name  string
	Cells []htmlBar
	words int
}

// An htmlBar is a count of words; Width is 0 to 100.
type htmlBar struct {
	Ref          htmlRef
	Width, Words int
	Href         string
}

// openVoices is how many voices are shown unfolded.
const openVoices = 8

func (h *htmlView) voices(e compare.Event) *htmlVoices {
	var quotes []compare.Quote
	var names []string
	for _, q := range h.Quotes {
		if (q.Kind == "direct" || q.Kind == "partial") && q.Speaker.Name != "" && slices.Contains(e.Articles, q.Article) {
			q.Speaker.Name = plainName(q.Speaker.Name)
			quotes = append(quotes, q)
			if !slices.Contains(names, q.Speaker.Name) {
				names = append(names, q.Speaker.Name)
			}
		}
	}
	if len(quotes) == 0 {
		return nil
	}
	rows := h.voiceRows(e, quotes, names)
	n := min(openVoices, len(rows))
	return &htmlVoices{Columns: h.refs(e.Articles), Rows: rows[:n], More: rows[n:]}
}

// voiceRows counts the words of each speaker in each article, most words first.
func (h *htmlView) voiceRows(e compare.Event, quotes []compare.Quote, names []string) []htmlVoice {
	heard := map[string]map[string]*htmlBar{}
	most := 1
	for _, q := range quotes {
		name := fullName(q.Speaker.Name, names)
		if heard[name] == nil {
			heard[name] = map[string]*htmlBar{}
		}
		b := heard[name][q.Article]
		if b == nil {
			b = &htmlBar{Ref: h.ref(q.Article), Href: h.place(q.Article, compare.Span{Start: q.Start, End: q.End})}
			heard[name][q.Article] = b
		}
		b.Words += quotedWords(q)
		most = max(most, b.Words)
	}
	var rows []htmlVoice
	for _, name := range names {
		if heard[name] != nil {
			rows = append(rows, voiceRow(name, e.Articles, heard[name], most))
		}
	}
	slices.SortStableFunc(rows, func(a, b htmlVoice) int { return cmp.Compare(b.words, a.words) })
	return rows
}

// plainName leaves the initials out of a name: Vladimir V. Putin is Vladimir Putin.
func plainName(name string) string {
	words := strings.Fields(name)
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return len(strings.TrimSuffix(w, ".")) == 1 })
	if len(kept) == 0 {
		return name
	}
	return strings.Join(kept, " ")
}

// fullName returns the one longer name that ends in a name: articles that never give
// the first name speak of the same person as those that do.
func fullName(name string, names []string) string {
	full := name
	for _, n := range names {
		if strings.HasSuffix(n, " "+name) {
			if full != name {
				return name // of two, so of neither
			}
			full = n
		}
	}
	return full
}

func voiceRow(name string, articles []string, heard map[string]*htmlBar, most int) htmlVoice {
	row := htmlVoice{Name: readable(name)}
	for _, id := range articles {
		b := heard[id]
		if b == nil {
			continue
		}
		b.Width = max(1, b.Words*100/most)
		row.words += b.Words
		row.Cells = append(row.Cells, *b)
	}
	return row
}
