package report

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/storydiff/storydiff/compare"
)

// maxColumns is how many outlets a table sets side by side; more are set as cards.
const maxColumns = 4

// An htmlLedger holds the utterances of an event, and apart from them those that are
// background.
type htmlLedger struct {
	Columns    []htmlColumn // empty when there are too many for columns
	Rows       []htmlUtterance
	Background []htmlUtterance
}

// An htmlColumn is an article with the copies of its text, which say nothing else.
type htmlColumn struct {
	Ref    htmlRef
	Copies []htmlRef
}

// An htmlUtterance is a row of the ledger: one cell for each column, or one for each
// variant.
type htmlUtterance struct {
	Anchor, Speaker string
	Conflict        bool
	Flags           []htmlFlag
	Cells           []htmlWording
}

// An htmlFlag is a change of fact in the margin.
type htmlFlag struct {
	Type, From, To string
	Refs           []htmlRef // the articles that have it
}

// An htmlWording is an utterance in one article's words.
type htmlWording struct {
	Present, Fullest bool
	Ref              htmlRef
	Relation, Verb   string
	Speaker          string // only where speakers differ
	Unquoted         bool
	Runs             []htmlRun
	Href, Source     string
	Same             []htmlWording // the other articles with the same words, among cards
	text             string
}

// An htmlRun is words under one mark; Was holds the fullest wording's words.
type htmlRun struct{ Kind, Text, Was string }

func (h *htmlView) ledger(e compare.Event) htmlLedger {
	var l htmlLedger
	var us []compare.Utterance
	for _, u := range h.Utterances {
		if u.Event == e.ID {
			us = append(us, u)
		}
	}
	columnOf := columnsOf(us)
	columns := slices.SortedFunc(maps.Values(columnOf), func(a, b string) int { return h.number[a] - h.number[b] })
	columns = slices.Compact(columns)
	if len(columns) > maxColumns {
		columns = nil
	}
	for _, id := range columns {
		l.Columns = append(l.Columns, htmlColumn{h.ref(id), h.copiesIn(columnOf, id)})
	}
	for _, u := range us {
		row := h.utterance(u, columns, columnOf)
		if u.Background {
			l.Background = append(l.Background, row)
		} else {
			l.Rows = append(l.Rows, row)
		}
	}
	return l
}

// columnsOf returns the article in whose column each article stands: of a copy, the one
// whose text it repeats in every utterance; of others themselves.
func columnsOf(us []compare.Utterance) map[string]string {
	origin := map[string]string{}
	for _, u := range us {
		for id, from := range originals(u) {
			if was, seen := origin[id]; seen && was != from {
				from = id
			}
			origin[id] = from
		}
	}
	for id, from := range origin {
		if origin[from] != from {
			origin[id] = id
		}
	}
	return origin
}

// copiesIn links to the articles that share the column of another.
func (h *htmlView) copiesIn(columnOf map[string]string, column string) []htmlRef {
	var ids []string
	for id, in := range columnOf {
		if in == column && id != column {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b string) int { return h.number[a] - h.number[b] })
	return h.refs(ids)
}

// utteranceAnchor names an utterance by its fullest wording.
func utteranceAnchor(u compare.Utterance) string {
	ref := u.Variants[u.Fullest]
	return "u-" + ref.Article + "-" + strconv.Itoa(ref.Start)
}

func (h *htmlView) utterance(u compare.Utterance, columns []string, columnOf map[string]string) htmlUtterance {
	row := htmlUtterance{Anchor: utteranceAnchor(u), Speaker: cmp.Or(readable(u.Speaker), "unknown speaker"), Conflict: u.Conflict}
	cells := map[string][]htmlWording{}
	order := make([]htmlWording, 0, len(u.Variants))
	for _, i := range h.variantsInOrder(u) {
		w := h.wording(u, i)
		order = append(order, w)
		column := columnOf[u.Variants[i].Article]
		cells[column] = append(cells[column], w)
		row.Flags = h.addFlags(row.Flags, u.Variants[i])
	}
	if columns == nil {
		row.Cells = together(order)
		return row
	}
	for _, id := range columns {
		if len(cells[id]) == 0 {
			row.Cells = append(row.Cells, htmlWording{Ref: h.ref(id)})
			continue
		}
		row.Cells = append(row.Cells, ownFirst(cells[id], h.ref(id)))
	}
	return row
}

// ownFirst returns the wording of the article whose column it is, else that of a copy.
func ownFirst(ws []htmlWording, ref htmlRef) htmlWording {
	if i := slices.IndexFunc(ws, func(w htmlWording) bool { return w.Ref == ref }); i >= 0 {
		return ws[i]
	}
	return ws[0]
}

// variantsInOrder returns the variants by the numbers of their articles.
func (h *htmlView) variantsInOrder(u compare.Utterance) []int {
	order := make([]int, len(u.Variants))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return h.number[u.Variants[a].Article] - h.number[u.Variants[b].Article]
	})
	return order
}

// together puts wordings with the same letters on one card, the fullest first.
func together(ws []htmlWording) []htmlWording {
	var cards []htmlWording
	for _, w := range ws {
		i := slices.IndexFunc(cards, func(c htmlWording) bool { return sameLetters(c.text, w.text) && c.Unquoted == w.Unquoted })
		switch {
		case i < 0:
			cards = append(cards, w)
		case w.Fullest:
			first := cards[i]
			w.Same, first.Same = first.Same, nil
			w.Same = append(w.Same, first)
			cards[i] = w
		default:
			cards[i].Same = append(cards[i].Same, w)
		}
	}
	slices.SortStableFunc(cards, func(a, b htmlWording) int { return cmp.Compare(rank(a), rank(b)) })
	return cards
}

// rank orders cards: the fullest wording first.
func rank(w htmlWording) int {
	if w.Fullest {
		return 0
	}
	return 1
}

// flagged are the changes that alter what was said.
var flagged = []string{"number", "date", "name", "negation", "modality", "speaker"}

// addFlags adds the changes of fact of a variant to those of others; a change that
// several articles make is one flag.
func (h *htmlView) addFlags(flags []htmlFlag, w compare.Variant) []htmlFlag {
	for _, c := range w.Changes {
		if !slices.Contains(flagged, c.Type) {
			continue
		}
		f := htmlFlag{Type: c.Type, From: readable(strings.TrimSpace(c.From)), To: readable(strings.TrimSpace(c.To))}
		i := slices.IndexFunc(flags, func(g htmlFlag) bool { return g.Type == f.Type && g.From == f.From && g.To == f.To })
		if i < 0 {
			i = len(flags)
			flags = append(flags, f)
		}
		flags[i].Refs = append(flags[i].Refs, h.ref(w.Article))
	}
	return flags
}

func (h *htmlView) wording(u compare.Utterance, i int) htmlWording {
	w, ref := u.Variants[i], u.Variants[u.Fullest]
	at := compare.Span{Start: w.Start, End: w.End}
	c := htmlWording{
		Present: true, Fullest: i == u.Fullest, Ref: h.ref(w.Article), Relation: w.Relation, Verb: readable(w.Verb),
		Unquoted: len(w.Quotes) == 0, Href: h.place(w.Article, at), Source: h.source(w.Article, at),
		text: w.Said(),
	}
	if u.Conflict {
		c.Speaker = cmp.Or(readable(w.Speaker), "unknown speaker")
	}
	if c.Fullest {
		c.Runs = runsOf(h.reference(u)[0])
	} else {
		c.Runs = h.runs(ref, w)
	}
	return c
}

// runsOf turns the marked words of the fullest wording into runs.
func runsOf(l line) []htmlRun {
	var out []htmlRun
	for _, r := range l {
		kind := ""
		if r.mark == dropped && hasLetters(r.text) {
			kind = "alone"
		}
		out = append(out, spaced(kind, readable(r.text), "")...)
	}
	return out
}

// runs marks what a variant changes against the fullest wording.
func (h *htmlView) runs(ref, w compare.Variant) []htmlRun {
	edits := inOrder(w.Edits)
	out := make([]htmlRun, 0, len(edits))
	for i, e := range edits {
		was, is := readable(h.uttered(ref, e.A)), readable(h.uttered(w, e.B))
		switch {
		case e.Op == "dropped":
			if !atEnd(edits, i) || w.Relation != "fragment" && w.Relation != "paraphrase" {
				out = append(out, left(was)...)
			}
		case e.B.End <= e.B.Start:
		case e.Op == "same", e.Op == "changed" && sameLetters(was, is), !hasLetters(is):
			out = append(out, htmlRun{Text: is})
		default:
			out = append(out, spaced(e.Op, is, strings.TrimSpace(was))...)
		}
	}
	if len(out) == 0 {
		return []htmlRun{{Text: readable(w.Said())}}
	}
	return joined(out)
}

// joined joins neighbouring runs of one kind with the space between them, and sets one
// space where words left out leave two, none before a full stop.
func joined(runs []htmlRun) []htmlRun {
	var out []htmlRun
	for _, r := range runs {
		n := len(out)
		switch {
		case r.Text == "":
		case n > 0 && r.Kind == "" && out[n-1].Kind == "":
			out[n-1].Text = strings.TrimRight(out[n-1].Text, " ") + gapBefore(out[n-1].Text, r.Text) + strings.TrimLeft(r.Text, " ")
		case n > 1 && r.Kind != "gap" && r.Kind == out[n-2].Kind && out[n-1].Text == " ":
			out[n-2].Text += " " + r.Text
			out[n-2].Was = strings.TrimSpace(out[n-2].Was + " " + r.Was)
			out = out[:n-1]
		default:
			out = append(out, r)
		}
	}
	return out
}

// gapBefore returns the space between two stretches of text, if there is to be one.
func gapBefore(a, b string) string {
	next := strings.TrimLeft(b, " ")
	if next == "" || !strings.HasSuffix(a, " ") && next == b {
		return strings.Repeat(" ", min(1, len(a)-len(strings.TrimRight(a, " "))+len(b)-len(next)))
	}
	if strings.ContainsAny(next[:1], ".,;:!?)") {
		return ""
	}
	return " "
}

// atEnd reports whether nothing of the variant stands before, or after, edit i.
func atEnd(edits []compare.Edit, i int) bool {
	empty := func(e compare.Edit) bool { return e.B.End <= e.B.Start }
	return !slices.ContainsFunc(edits[:i], func(e compare.Edit) bool { return !empty(e) }) ||
		!slices.ContainsFunc(edits[i:], func(e compare.Edit) bool { return !empty(e) })
}

// shownDropped is the most words left out that are shown in place; of more only that
// they were left out, since the fullest wording beside has them.
const shownDropped = 3

func left(was string) []htmlRun {
	was = strings.TrimSpace(was)
	switch n := len(strings.Fields(was)); {
	case !hasLetters(was):
		return nil
	case n > shownDropped:
		return []htmlRun{{Text: " "}, {"gap", "… " + count(n, "word", "words"), was}, {Text: " "}}
	default:
		return []htmlRun{{Text: " "}, {"dropped", was, ""}, {Text: " "}}
	}
}

// hasLetters tells words from marks alone.
func hasLetters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// sameLetters reports whether two stretches differ in marks and case alone.
func sameLetters(a, b string) bool {
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, s)
	}
	return letters(a) == letters(b)
}

// spaced keeps the spaces around marked words out of the mark.
func spaced(kind, s, was string) []htmlRun {
	body := strings.TrimSpace(s)
	if kind == "" || body == "" {
		return []htmlRun{{Text: s}}
	}
	at := strings.Index(s, body)
	return []htmlRun{{Text: s[:at]}, {kind, body, was}, {Text: s[at+len(body):]}}
}
