package report

import (
	"cmp"

	"github.com/storydiff/storydiff/compare"
)

// An htmlArticle is a row of the table of articles.
type htmlArticle struct {
	Ref       htmlRef
	Outlet    string
	Published string
	Words     string
	Headline  string
	Story     htmlRef
	Language  string
	Also      []htmlRef // the nearest others, for an article that tells its story alone
}

func (h *htmlView) summaryWords() string { return h.summary()[0].text }

func (h *htmlView) articles() []htmlArticle {
	out := make([]htmlArticle, len(h.Articles))
	for i, a := range h.Articles {
		out[i] = htmlArticle{
			Ref: h.ref(a.ID), Outlet: cmp.Or(a.Outlet, ""), Published: a.Published, Words: thousands(a.Words),
			Headline: readable(a.Title), Language: a.Language,
		}
		if s, ok := h.letters[a.ID]; ok {
			out[i].Story = htmlRef{Href: "#" + h.storyOf(a.ID), Text: s}
		}
	}
	return out
}

// storyOf returns the anchor of the story that an article tells.
func (h *htmlView) storyOf(id string) string {
	for _, e := range h.Events {
		for _, member := range e.Articles {
			if member == id {
				return storyAnchor(e)
			}
		}
	}
	return ""
}

// An htmlAlone is an article that tells its story alone, with the nearest other.
type htmlAlone struct {
	Ref, Nearest htmlRef
	Verdict, Why string
}

func (h *htmlView) alone() []htmlAlone {
	var out []htmlAlone
	for _, a := range h.Articles {
		if h.letters[a.ID] != "" || len(h.Articles) == 1 {
			continue
		}
		row := htmlAlone{Ref: h.ref(a.ID)}
		if p, other, ok := h.nearest(a.ID, nil); ok {
			row.Nearest, row.Verdict, row.Why = h.ref(other), ratedVerdict(p), because(p)
		}
		out = append(out, row)
	}
	return out
}

// maxHeat is the most articles whose likeness is drawn as a table of every two.
const maxHeat = 30

// An htmlHeat is the table of how alike every two articles are.
type htmlHeat struct {
	Heads []htmlRef
	Rows  []htmlHeatRow
}

// An htmlHeatRow is one article against all.
type htmlHeatRow struct {
	Head  htmlRef
	Cells []htmlHeatCell
}

// An htmlHeatCell is a pair; Level is 0 to 9.
type htmlHeatCell struct {
	Self  bool
	Level int
	Text  string
	Sign  string
	Href  string
	Title string
}

func (h *htmlView) heat() *htmlHeat {
	if len(h.Articles) < 2 || len(h.Articles) > maxHeat || len(h.Pairs) == 0 {
		return nil
	}
	pairs := map[[2]string]compare.Pair{}
	for _, p := range h.Pairs {
		pairs[[2]string{p.A, p.B}], pairs[[2]string{p.B, p.A}] = p, p
	}
	heat := &htmlHeat{}
	for _, a := range h.Articles {
		heat.Heads = append(heat.Heads, h.ref(a.ID))
		row := htmlHeatRow{Head: h.ref(a.ID)}
		for _, b := range h.Articles {
			p, ok := pairs[[2]string{a.ID, b.ID}]
			row.Cells = append(row.Cells, h.heatCell(a.ID == b.ID, p, ok))
		}
		heat.Rows = append(heat.Rows, row)
	}
	return heat
}

// verdictSigns say a verdict in one sign, so that nothing rests on colour alone.
var verdictSigns = map[string]string{"same-event": "●", "related": "○", "unsure": "?", "different": ""}

func (h *htmlView) heatCell(self bool, p compare.Pair, listed bool) htmlHeatCell {
	if self || !listed {
		return htmlHeatCell{Self: self}
	}
	return htmlHeatCell{
		Level: min(9, int(p.Similarity*10)), Text: share(p.Similarity), Sign: verdictSigns[p.Verdict],
		Href:  "#" + pairAnchor(p),
		Title: h.no(p.A) + " and " + h.no(p.B) + ": " + verdictWords(p.Verdict),
	}
}

// notes lists the warnings.
func (h *htmlView) notes() []string {
	var out []string
	for _, w := range h.Warnings {
		if w.Article != "" {
			out = append(out, h.name(w.Article)+": "+w.Note)
		} else {
			out = append(out, w.Note)
		}
	}
	return out
}
