package report

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/storydiff/storydiff/compare"
)

// An htmlFacts is the table of what is told by whom: a row for each fact that more
// than one article tells.
type htmlFacts struct {
	Columns    []htmlRef
	Rows, More []htmlFact
}

// An htmlFact is a sentence with its matches; Cells has one for each column.
type htmlFact struct {
	Anchor, Text, Href string
	Cells              []htmlRef
	told               int
}

// Rows of the table beyond this many are folded away.
const openFacts = 12

// longestFact is how much of a sentence the table shows; its cells lead to the whole.
const longestFact = 140

// A sentenceAt is a sentence of an article, by where it starts.
type sentenceAt struct {
	article string
	start   int
}

// A matched sentence is one linked to another.
type matched struct {
	at    sentenceAt
	span  compare.Span
	score float64
}

// matches returns every linked sentence of an event with its links, both ways.
func (h *htmlView) matches(event string) map[sentenceAt][]matched {
	out := map[sentenceAt][]matched{}
	for _, al := range h.Alignments {
		if al.Event != event {
			continue
		}
		for _, l := range al.Links {
			a, b := sentenceAt{al.A, l.A.Start}, sentenceAt{al.B, l.B.Start}
			out[a] = append(out[a], matched{b, l.B, l.Score})
			out[b] = append(out[b], matched{a, l.A, l.Score})
		}
	}
	return out
}

// facts gathers each sentence with the best match that every other article has for
// it, none of them used by a row before.
func (h *htmlView) facts(e compare.Event) *htmlFacts {
	links := h.matches(e.ID)
	used := map[sentenceAt]bool{}
	var rows []htmlFact
	for _, id := range e.Articles {
		for _, s := range h.article(id).Sentences {
			at := sentenceAt{id, s.Start}
			if used[at] || len(links[at]) == 0 {
				continue
			}
			if row := h.fact(e, at, s, links[at], used); row.told > 1 {
				rows = append(rows, row)
			}
		}
	}
	if len(rows) == 0 {
		return nil
	}
	slices.SortStableFunc(rows, func(a, b htmlFact) int { return cmp.Compare(b.told, a.told) })
	n := min(openFacts, len(rows))
	return &htmlFacts{Columns: h.refs(e.Articles), Rows: rows[:n], More: rows[n:]}
}

func (h *htmlView) fact(e compare.Event, at sentenceAt, s compare.Span, links []matched, used map[sentenceAt]bool) htmlFact {
	best := map[string]matched{at.article: {at: at, span: s, score: 1}}
	for _, m := range links {
		if was, ok := best[m.at.article]; !used[m.at] && (!ok || m.score > was.score) {
			best[m.at.article] = m
		}
	}
	row := htmlFact{
		Anchor: h.anchor("f", at.article, strconv.Itoa(at.start)),
		Text:   shorten(readable(h.words(at.article, s)), longestFact), Href: h.place(at.article, s),
	}
	for _, id := range e.Articles {
		m, ok := best[id]
		if !ok {
			row.Cells = append(row.Cells, htmlRef{})
			continue
		}
		row.told++
		if len(best) > 1 {
			used[m.at] = true
			h.factOf[m.at] = "#" + row.Anchor
		}
		row.Cells = append(row.Cells, htmlRef{h.place(id, m.span), h.paragraph(id, m.span.Start), h.article(id).Label})
	}
	return row
}

// paragraph says in which paragraph of an article a place lies.
func (h *htmlView) paragraph(id string, at int) string {
	n := h.paragraphAt(id, at)
	if n == 0 {
		return "head"
	}
	return strconv.Itoa(n)
}
