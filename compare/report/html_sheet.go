package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/storydiff/storydiff/compare"
)

// An htmlSignal is one signal of a framing sheet: a table of topics against outlets
// where these are few, else a list.
type htmlSignal struct {
	Anchor, Title, Hint string
	Precision           string
	Columns             []htmlRef
	Items, More         []htmlItem
}

// An htmlItem is one difference; Cells, one for each column, where there are columns.
type htmlItem struct {
	Anchor, Topic, Note string
	Sides               []htmlSide
	Cells               []htmlSide
}

// An htmlSide is what one article says.
type htmlSide struct {
	Ref  htmlRef
	Said []htmlSaid
	Note string
	id   string // of the article
}

// An htmlSaid is a wording and where it stands.
type htmlSaid struct {
	Text, Times     string
	Quoted, Nearest bool
	Href, Source    string
}

// A signalTitle is what readers see of a signal. Those shown in a form of their own
// have no title here.
type signalTitle struct{ signal, title, hint string }

var signalTitles = []signalTitle{
	{"headlines", "In the headlines", "Words that stand in one headline and in no other."},
	{"naming", "Names for the same thing", "What each calls the people and things that all speak of."},
	{"verbs", "Verbs for the same speaker", "How each reports that somebody spoke or acted."},
	{"loaded-words", "Judging words", "Words that judge or frighten, outside quotation marks."},
	{"numbers", "Figures", "Figures given for the same thing that do not agree."},
	{"dates", "Dates", "Dates given for the same thing that do not agree."},
	{"leads", "What comes first", "The opening, and facts that stand high in one telling and low in another."},
	{"voices", "Who is heard", "Voices that only some of the tellings let speak."},
	{"certainty", "How sure it sounds", "Stated as a fact in one telling, hedged or in somebody’s words in another."},
	{"independence", "How many reports these are", "How much of each text is its own."},
}

// Items of a signal beyond this many are folded away.
const openItems = 6

func (h *htmlView) signals(e compare.Event) []htmlSignal {
	var out []htmlSignal
	for _, t := range signalTitles {
		for _, f := range h.Framing {
			if f.Event == e.ID && f.Signal == t.signal {
				out = h.addSignal(out, e, f, t)
			}
		}
	}
	return out
}

func (h *htmlView) addSignal(out []htmlSignal, e compare.Event, f compare.Framing, t signalTitle) []htmlSignal {
	s := htmlSignal{Anchor: "s-" + e.Articles[0] + "-" + f.Signal, Title: t.title, Hint: t.hint, Precision: precisionWords(f.Precision)}
	if (f.Signal == "verbs" || f.Signal == "naming") && len(e.Articles) <= maxColumns+1 {
		s.Columns = h.refs(e.Articles)
	}
	for _, it := range f.Items {
		if f.Signal == "headlines" && it.Topic == "headline" {
			continue // shown in full above the sheet
		}
		item := h.item(e, f.Signal, it)
		if s.Columns != nil {
			item.Cells = cellsOf(item.Sides, s.Columns)
		}
		if len(s.Items) < openItems {
			s.Items = append(s.Items, item)
		} else {
			s.More = append(s.More, item)
		}
	}
	if len(s.Items) == 0 {
		return out
	}
	return append(out, s)
}

func precisionWords(p *compare.Precision) string {
	if p == nil || p.Of == 0 {
		return ""
	}
	right := strconv.Itoa(int(p.Value*float64(p.Of) + 0.5))
	return "Of " + strconv.Itoa(p.Of) + " lines like these judged on " + p.Data + ", " + right + " were right."
}

func (h *htmlView) item(e compare.Event, signal string, it compare.FramingItem) htmlItem {
	parts := []string{e.Articles[0], signal, it.Topic}
	item := htmlItem{Topic: readable(it.Topic), Note: readable(it.Note)}
	sides := slices.SortedStableFunc(slices.Values(it.Sides), func(a, b compare.FramingSide) int {
		return h.number[a.Article] - h.number[b.Article]
	})
	for _, s := range sides {
		item.Sides = append(item.Sides, h.side(s))
		for _, w := range s.Said {
			parts = append(parts, s.Article, w.Text)
		}
	}
	item.Anchor = h.anchor("i", parts...)
	return item
}

func (h *htmlView) side(s compare.FramingSide) htmlSide {
	out := htmlSide{Ref: h.ref(s.Article), Note: readable(s.Note), id: s.Article}
	for _, w := range s.Said {
		said := htmlSaid{Text: readable(strings.TrimSpace(w.Text)), Quoted: w.Quoted, Nearest: w.Nearest, Href: textAnchor(s.Article)}
		if said.Quoted {
			said.Text = strings.Trim(said.Text, `"“”„«»`)
		}
		if len(w.Spans) > 0 {
			said.Href, said.Source = h.place(s.Article, w.Spans[0]), h.source(s.Article, w.Spans[0])
		}
		if n := len(w.Spans); n > 1 && strings.EqualFold(h.words(s.Article, w.Spans[0]), w.Text) {
			said.Times = strconv.Itoa(n)
		}
		out.Said = append(out.Said, said)
	}
	return out
}

// cellsOf sets sides under their columns.
func cellsOf(sides []htmlSide, columns []htmlRef) []htmlSide {
	out := make([]htmlSide, len(columns))
	for i, c := range columns {
		out[i].Ref = c
		for _, s := range sides {
			if s.Ref.Text == c.Text {
				out[i].Said, out[i].Note = s.Said, s.Note
			}
		}
	}
	return out
}

// An htmlOnly lists the sentences of one article for which no other has matching
// wording.
type htmlOnly struct {
	Ref         htmlRef
	Items, More []htmlLone
	Count       string
}

// An htmlLone is such a sentence, with the nearest of the others if any comes near.
type htmlLone struct {
	Anchor      string
	Said        htmlSaid
	Note        string
	Nearest     *htmlSaid
	NearestFrom htmlRef
}

// Sentences of one article beyond this many are folded away.
const openLone = 4

// only groups the coverage items by the article that alone has them.
func (h *htmlView) only(e compare.Event) []htmlOnly {
	byArticle := map[string]*htmlOnly{}
	for _, f := range h.Framing {
		if f.Event != e.ID || f.Signal != "coverage" {
			continue
		}
		for _, it := range f.Items {
			h.addLone(byArticle, e, it)
		}
	}
	var out []htmlOnly
	for _, id := range e.Articles {
		if o := byArticle[id]; o != nil {
			o.Count = count(len(o.Items)+len(o.More), "sentence", "sentences")
			out = append(out, *o)
		}
	}
	return out
}

func (h *htmlView) addLone(byArticle map[string]*htmlOnly, e compare.Event, it compare.FramingItem) {
	item := h.item(e, "coverage", it)
	lone := htmlLone{Anchor: item.Anchor}
	id := ""
	for _, s := range item.Sides {
		if len(s.Said) == 0 {
			continue
		}
		if s.Said[0].Nearest {
			lone.Nearest, lone.NearestFrom = &s.Said[0], s.Ref
		} else {
			id, lone.Said, lone.Note = s.id, s.Said[0], s.Note
		}
	}
	if id == "" {
		return
	}
	o := byArticle[id]
	if o == nil {
		o = &htmlOnly{Ref: h.ref(id)}
		byArticle[id] = o
	}
	if len(o.Items) < openLone {
		o.Items = append(o.Items, lone)
	} else {
		o.More = append(o.More, lone)
	}
}
