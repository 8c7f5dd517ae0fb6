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

// An htmlText is an article in full, once, with its marks.
type htmlText struct {
	ID, No, Label, Outlet, Byline, Published, Address, Lang string
	Words, Story                                            string
	Paragraphs                                              []htmlParagraph
}

// An htmlParagraph is a paragraph, cut into sentences.
type htmlParagraph struct {
	Headline  bool
	Before    []htmlRef // what was removed before it
	Sentences []htmlSentence
}

// An htmlSentence is a sentence, cut into segments, with links to its matches. Stretches
// between sentences are sentences without an ID.
type htmlSentence struct {
	ID       string
	Own      bool // no other telling of the event has matching wording
	Segments []htmlSegment
	Matches  []htmlRef // the nearest
	More     htmlRef   // to all of them
	Links    string    // number and start of every match, for the script: "3:120 5:88"
}

// An htmlSegment is words under the same marks. After lists what stands behind it.
type htmlSegment struct {
	IDs   []string
	Class string
	With  string // numbers of the articles that share a passage
	Text  string
	After []htmlRef
}

func (h *htmlView) allTexts() []htmlText {
	links := map[sentenceAt][]matched{}
	for _, e := range h.Events {
		for at, ms := range h.matches(e.ID) {
			links[at] = ms
			for _, m := range ms {
				h.place(m.at.article, m.span)
			}
		}
	}
	marks := h.marks()
	texts := h.Articles
	if h.Source != nil {
		texts = append(slices.Clone(texts), *h.Source)
	}
	out := make([]htmlText, len(texts))
	for i, a := range texts {
		out[i] = htmlText{
			ID: a.ID, No: h.no(a.ID), Label: a.Label, Outlet: a.Outlet, Published: a.Published, Lang: a.Language,
			Byline: readable(strings.Join(a.Authors, ", ")), Address: webAddress(a.URL), Words: thousands(a.Words), Story: h.letters[a.ID],
		}
		c := &cutter{htmlView: h, article: a, text: h.runes(a.ID), marks: marks[a.ID], links: links}
		c.prepare()
		out[i].Paragraphs = c.paragraphs()
	}
	return out
}

// A textMark is a stretch of an article with something to say of it.
type textMark struct {
	compare.Span
	class string // q, quoted; r, reported; c, a passage shared word for word
	with  int    // number of the article that shares it
	id    string // anchor at its beginning
	after htmlRef
}

// marks collects the marks of every article.
func (h *htmlView) marks() map[string][]textMark {
	out := map[string][]textMark{}
	for _, q := range h.Quotes {
		out[q.Article] = append(out[q.Article], quoteMarks(q)...)
	}
	for _, u := range h.Utterances {
		for _, w := range u.Variants {
			out[w.Article] = append(out[w.Article], textMark{
				Span:  compare.Span{Start: w.Start, End: w.End},
				after: htmlRef{"#" + utteranceAnchor(u), "≡", "every wording of this utterance"},
			})
		}
	}
	for _, p := range h.Pairs {
		for _, s := range p.Copy.Passages {
			out[p.A] = append(out[p.A], textMark{Span: s.A, class: "c", with: h.number[p.B]})
			out[p.B] = append(out[p.B], textMark{Span: s.B, class: "c", with: h.number[p.A]})
		}
	}
	for _, a := range h.Articles {
		for i, r := range a.Removed {
			out[a.ID] = append(out[a.ID], textMark{
				Span:  compare.Span{Start: r.At, End: r.At},
				after: htmlRef{"#" + removalAnchor(a.ID, i), "✂", "removed here: " + r.Reason},
			})
		}
	}
	return out
}

func quoteMarks(q compare.Quote) []textMark {
	class := "q"
	if q.Kind == "indirect" {
		class = "r"
	}
	spans := q.Spans
	if len(spans) == 0 {
		spans = []compare.Span{{Start: q.Start, End: q.End}}
	}
	out := make([]textMark, len(spans))
	for i, s := range spans {
		out[i] = textMark{Span: s, class: class}
	}
	out[0].id = "q-" + q.ID
	return out
}

// A cutter cuts one article's text into paragraphs, sentences and segments.
type cutter struct {
	*htmlView
	article compare.Article
	text    []rune
	marks   []textMark
	links   map[sentenceAt][]matched

	cuts   []int                // where segments begin and end, ascending
	begins map[int][]string     // anchors by place
	ends   map[int][]htmlRef    // what stands behind a place
	covers [][]textMark         // the marks over the segment from each cut
	whole  map[int]compare.Span // sentences by start
}

func (c *cutter) prepare() {
	c.begins, c.ends, c.whole = map[int][]string{}, map[int][]htmlRef{}, map[int]compare.Span{}
	at := map[int]bool{}
	for start := range c.targets[c.article.ID] {
		at[start] = true
	}
	for _, m := range c.marks {
		at[m.Start], at[m.End] = true, true
		if m.id != "" {
			c.begins[m.Start] = append(c.begins[m.Start], m.id)
		}
		if m.after.Href != "" && !slices.Contains(c.ends[m.End], m.after) {
			c.ends[m.End] = append(c.ends[m.End], m.after)
		}
	}
	for _, s := range c.article.Sentences {
		at[s.Start], at[s.End] = true, true
		c.whole[s.Start] = s
	}
	for place := range at {
		c.cuts = append(c.cuts, place)
	}
	slices.Sort(c.cuts)
	c.cover()
}

// cover finds the marks over each segment.
func (c *cutter) cover() {
	c.covers = make([][]textMark, len(c.cuts))
	for _, m := range c.marks {
		i, _ := slices.BinarySearch(c.cuts, m.Start)
		for ; m.class != "" && i < len(c.cuts) && c.cuts[i] < m.End; i++ {
			c.covers[i] = append(c.covers[i], m)
		}
	}
}

// paragraphs cuts the text at its line breaks.
func (c *cutter) paragraphs() []htmlParagraph {
	var out []htmlParagraph
	shown := 0
	for start := 0; start < len(c.text); {
		end := start
		for end < len(c.text) && c.text[end] != '\n' {
			end++
		}
		if strings.TrimFunc(string(c.text[start:end]), unicode.IsSpace) != "" {
			out = append(out, htmlParagraph{Before: c.between(shown, start), Sentences: c.sentences(start, end)})
			shown = end
		}
		start = end + 1
	}
	if rest := c.between(shown, len(c.text)); rest != nil {
		out = append(out, htmlParagraph{Before: rest})
	}
	if len(out) > 0 && c.article.Title != "" {
		out[0].Headline = true
	}
	return out
}

// between returns what stands behind the places between two paragraphs.
func (c *cutter) between(start, end int) []htmlRef {
	var out []htmlRef
	for _, at := range c.cuts {
		if at >= start && at <= end {
			out = append(out, c.ends[at]...)
			delete(c.ends, at)
		}
	}
	return out
}

// sentences cuts a paragraph; what no sentence covers is shown as it is.
func (c *cutter) sentences(start, end int) []htmlSentence {
	var out []htmlSentence
	for _, s := range c.article.Sentences {
		if s.End <= start || s.Start >= end {
			continue
		}
		if s.Start > start {
			out = append(out, htmlSentence{Segments: c.segments(start, s.Start)})
		}
		out = append(out, c.sentence(s, max(s.Start, start), min(s.End, end)))
		start = min(s.End, end)
	}
	if start < end {
		out = append(out, htmlSentence{Segments: c.segments(start, end)})
	}
	return out
}

func (c *cutter) sentence(s compare.Span, start, end int) htmlSentence {
	out := htmlSentence{Segments: c.segments(start, end)}
	if start != s.Start {
		return out // the rest of a sentence that a line break cuts in two
	}
	out.ID = placeID(c.article.ID, s.Start)
	best := c.bestMatches(s)
	out.Own = c.letters[c.article.ID] != "" && len(best) == 0
	if len(best) > shownMatches {
		out.More = htmlRef{Href: c.factOf[sentenceAt{c.article.ID, s.Start}], Text: "+" + strconv.Itoa(len(best)-shownMatches)}
	}
	links := make([]string, len(best))
	for i, m := range best {
		links[i] = c.no(m.at.article) + ":" + strconv.Itoa(m.at.start)
		if i < shownMatches {
			out.Matches = append(out.Matches, htmlRef{"#" + placeID(m.at.article, m.at.start), c.no(m.at.article), c.view.article(m.at.article).Label})
		}
	}
	out.Links = strings.Join(links, " ")
	return out
}

// shownMatches is how many matches stand behind a sentence; the table of statements
// has them all.
const shownMatches = 4

// bestMatches returns the best match in every other article, the best first.
func (c *cutter) bestMatches(s compare.Span) []matched {
	best := map[string]matched{}
	for _, m := range c.links[sentenceAt{c.article.ID, s.Start}] {
		if was, ok := best[m.at.article]; !ok || m.score > was.score {
			best[m.at.article] = m
		}
	}
	return slices.SortedFunc(maps.Values(best), func(a, b matched) int {
		return cmp.Or(cmp.Compare(b.score, a.score), c.number[a.at.article]-c.number[b.at.article])
	})
}

func (c *cutter) segments(start, end int) []htmlSegment {
	var out []htmlSegment
	i, exact := slices.BinarySearch(c.cuts, start)
	if !exact {
		i--
	}
	for at := start; at < end; i++ {
		next := end
		if i+1 < len(c.cuts) {
			next = min(next, c.cuts[i+1])
		}
		out = append(out, c.segment(i, at, next))
		at = next
	}
	return out
}

// segment shows the text from one cut to the next.
func (c *cutter) segment(i, start, end int) htmlSegment {
	s := htmlSegment{Text: readable(string(c.text[start:end]))}
	if i >= 0 && c.cuts[i] == start {
		s.IDs = append(s.IDs, c.begins[start]...)
		if _, whole := c.whole[start]; !whole && c.targets[c.article.ID][start] {
			s.IDs = append(s.IDs, placeID(c.article.ID, start))
		}
	}
	if i >= 0 {
		s.Class, s.With = classOf(c.covers[i])
	}
	s.After = c.ends[end]
	delete(c.ends, end)
	return s
}

// classOf joins the classes of the marks over a segment.
func classOf(marks []textMark) (class, with string) {
	var classes, numbers []string
	for _, m := range marks {
		if !slices.Contains(classes, m.class) {
			classes = append(classes, m.class)
		}
		if m.with > 0 {
			numbers = append(numbers, strconv.Itoa(m.with))
		}
	}
	slices.Sort(classes)
	return strings.Join(classes, " "), strings.Join(slices.Compact(numbers), " ")
}
