package compare

import (
	"fmt"
	"maps"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/dedup"
	"github.com/storydiff/storydiff/compare/framing"
	"github.com/storydiff/storydiff/compare/ledger"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/similar"
	"github.com/storydiff/storydiff/compare/text"
)

// A converter turns engine results, which count bytes and indexes, into the report,
// which counts code points and ids. It is the only place where the one becomes the other.
type converter struct {
	*comparison
	texts   []*article.Article // of the articles, and last the source if there is one
	ids     []string
	offsets []*text.Offsets
}

// report composes what the engines found.
func (c *comparison) report() *Report {
	texts := c.articles
	if c.source != nil {
		texts = append(slices.Clone(texts), c.source.Article)
	}
	v := converter{comparison: c, texts: texts, ids: ids(texts), offsets: make([]*text.Offsets, len(texts))}
	for i, a := range texts {
		v.offsets[i] = text.NewOffsets(a.Text)
	}
	r := &Report{
		Schema: Schema, Tool: c.tool(),
		Articles: v.articles(), Pairs: v.pairs(), PairsNotListed: c.unlisted,
		Events: v.events(), Quotes: v.quotes(),
		Utterances: []Utterance{}, Framing: []Framing{}, Alignments: v.alignments(), Copies: v.copies(), Warnings: v.warnings(),
	}
	for i, t := range c.tellings {
		r.Utterances = append(r.Utterances, v.utterances(i, t.utterances)...)
		r.Framing = append(r.Framing, v.framing(i, t.findings)...)
	}
	if c.source != nil {
		i := len(c.articles)
		source := v.article(i, labels(texts)[i])
		r.Source = &source
	}
	return r
}

// tool names the program, its version and the settings that affect the result.
func (c *comparison) tool() Tool {
	t := Tool{Name: "storydiff", Version: Version(), Settings: map[string]string{}}
	maps.Copy(t.Settings, c.options.Settings)
	if c.options.Signals != nil {
		t.Settings["signals"] = strings.Join(c.options.Signals, ",")
	}
	return t
}

// Version returns the version of the module in the running program.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || strings.HasPrefix(info.Main.Version, "v0.0.0-") {
		return "(devel)"
	}
	return info.Main.Version
}

// span converts a span of article a.
func (v converter) span(a int, s text.Span) Span {
	return Span{v.offsets[a].CodePoint(s.Start), v.offsets[a].CodePoint(s.End)}
}

// spans converts spans of article a.
func (v converter) spans(a int, ss []text.Span) []Span {
	out := make([]Span, len(ss))
	for i, s := range ss {
		out[i] = v.span(a, s)
	}
	return out
}

func (v converter) articles() []Article {
	out := make([]Article, len(v.comparison.articles))
	names := labels(v.comparison.articles)
	for i := range v.comparison.articles {
		out[i] = v.article(i, names[i])
	}
	return out
}

func (v converter) article(i int, label string) Article {
	a := v.texts[i]
	out := Article{
		ID: v.ids[i], Label: label, Path: a.Path, Record: a.Record, Outlet: a.Outlet, Title: a.Title,
		Authors: append([]string{}, a.Authors...), Published: a.Published, URL: a.URL,
		Language: a.Language(), SHA256: digest(a), Text: a.Text,
		Words: len(text.Words(a.Text[a.BodyStart:])), Sentences: v.sentences(i), Removed: []Removal{},
	}
	for _, r := range a.Removed {
		out.Removed = append(out.Removed, Removal{r.Text, r.Reason, v.offsets[i].CodePoint(r.At)})
	}
	return out
}

func (v converter) pairs() []Pair {
	out := make([]Pair, len(v.comparison.pairs))
	for i, p := range v.comparison.pairs {
		out[i] = Pair{
			A: v.ids[p.A], B: v.ids[p.B], Verdict: string(p.Verdict),
			Probability: p.Probability, Similarity: p.Similarity,
			Evidence: v.evidence(p.Pair), Copy: v.copy(p.copy),
		}
	}
	return out
}

func (v converter) evidence(p similar.Pair) []Evidence {
	out := make([]Evidence, len(p.Evidence))
	for i, e := range p.Evidence {
		out[i] = Evidence{e.For, e.Kind, e.Note, align.Round(e.Weight), v.spans(p.A, e.A), v.spans(p.B, e.B)}
	}
	return out
}

func (v converter) copy(c dedup.Copy) Copy {
	out := Copy{Relation: string(c.Relation), Jaccard: align.Round(c.Jaccard), AInB: align.Round(c.AInB), BInA: align.Round(c.BInA)}
	for _, p := range c.Passages {
		out.Passages = append(out.Passages, SpanPair{v.span(c.A, p.A), v.span(c.B, p.B)})
	}
	for _, d := range c.Differs {
		out.Differs = append(out.Differs, Difference{d.Type, d.From, d.To, v.span(c.A, d.A), v.span(c.B, d.B)})
	}
	return out
}

// eventID names the i-th event.
func eventID(i int) string { return fmt.Sprintf("e%d", i+1) }

func (v converter) events() []Event {
	out := make([]Event, len(v.comparison.events))
	for i, e := range v.comparison.events {
		out[i] = Event{
			ID: eventID(i), Articles: v.idsOf(e.Articles), Terms: append([]string{}, e.Terms...),
			Outlets: v.outlets(e.Articles), Copies: v.copiesAmong(e.Articles),
		}
		out[i].First, out[i].Last = v.firstAndLast(e.Articles)
	}
	return out
}

// outlets returns the known outlets of some articles, each once, in their order. Two
// names for one address are one telling, and count by the first of them.
func (v converter) outlets(articles []int) []string {
	known := []string{}
	addresses := map[string]bool{}
	for _, i := range articles {
		a := v.comparison.articles[i]
		again := a.URL != "" && addresses[a.URL]
		addresses[a.URL] = true
		if a.Outlet != "" && !again && !slices.ContainsFunc(known, func(o string) bool { return strings.EqualFold(o, a.Outlet) }) {
			known = append(known, a.Outlet)
		}
	}
	return known
}

// firstAndLast returns the first and the last known publication of some articles.
func (v converter) firstAndLast(articles []int) (first, last string) {
	for _, i := range articles {
		published := v.comparison.articles[i].Published
		if len(published) < len(time.DateOnly) {
			continue
		}
		if first == "" || published < first {
			first = published
		}
		last = max(last, published)
	}
	return first, last
}

// copiesAmong counts the articles that are copies of another one of them.
func (v converter) copiesAmong(articles []int) int {
	n := 0
	for _, g := range v.groups {
		among := 0
		for _, i := range g.Members {
			if slices.Contains(articles, i) {
				among++
			}
		}
		n += max(among-1, 0)
	}
	return n
}

func (v converter) idsOf(articles []int) []string {
	out := make([]string, len(articles))
	for i, a := range articles {
		out[i] = v.ids[a]
	}
	return out
}

func (v converter) copies() []Copies {
	out := make([]Copies, len(v.groups))
	for i, g := range v.groups {
		out[i] = Copies{v.ids[g.Representative], v.idsOf(g.Members)}
	}
	return out
}

// quoteID names the i-th quote of an article.
func (v converter) quoteID(a, i int) string { return fmt.Sprintf("%s-q%d", v.ids[a], i+1) }

func (v converter) quotes() []Quote {
	out := []Quote{}
	if v.options.EventsOnly {
		return out
	}
	for a, r := range v.readings {
		for i, q := range r.Quotes() {
			out = append(out, v.quote(a, i, q))
		}
	}
	return out
}

func (v converter) quote(a, i int, q quote.Quote) Quote {
	at := v.span(a, q.Span)
	out := Quote{
		ID: v.quoteID(a, i), Article: v.ids[a], Start: at.Start, End: at.End,
		Text: q.Of(v.comparison.articles[a].Text), Kind: string(q.Kind), Speaker: v.speaker(a, q.Speaker),
		Verb: q.Verb, Stance: string(q.Stance), Rule: q.Rule, Confidence: align.Round(q.Confidence),
		Headline: q.Headline, Flags: q.Flags,
	}
	if len(q.Spans) > 0 {
		out.Spans = v.spans(a, q.Spans)
	}
	return out
}

func (v converter) speaker(a int, s quote.Speaker) Speaker {
	out := Speaker{Name: s.Name, AsWritten: s.AsWritten, Candidates: s.Candidates}
	if s.At.Len() > 0 {
		at := v.span(a, s.At)
		out.Start, out.End = &at.Start, &at.End
	}
	return out
}

// utterances converts the ledger of event e, whose articles are indexes into the event's.
func (v converter) utterances(e int, us []ledger.Utterance) []Utterance {
	members := v.comparison.events[e].Articles
	if v.source != nil {
		members = append(slices.Clone(members), len(v.comparison.articles))
	}
	out := make([]Utterance, len(us))
	for i, u := range us {
		out[i] = Utterance{
			ID: fmt.Sprintf("%s-u%d", eventID(e), i+1), Event: eventID(e), Speaker: u.Speaker,
			Fullest: u.Fullest, Conflict: u.Conflict, Background: u.Background,
		}
		fullest := members[u.Variants[u.Fullest].Article]
		for _, w := range u.Variants {
			out[i].Variants = append(out[i].Variants, v.variant(fullest, members[w.Article], w))
		}
	}
	return out
}

// variant converts the wording of article a, whose changes are against article ref.
func (v converter) variant(ref, a int, w ledger.Variant) Variant {
	at := v.span(a, w.At)
	out := Variant{
		Article: v.ids[a], Start: at.Start, End: at.End, Text: w.At.Of(v.texts[a].Text),
		Quotes: []string{}, Speaker: w.Speaker, Verb: w.Verb, Relation: string(w.Relation),
		Changes: []Change{}, Edits: v.edits(ref, a, w.Edits),
	}
	if w.CopyOf >= 0 {
		out.CopyOf = &w.CopyOf
	}
	for _, q := range w.Quotes {
		out.Quotes = append(out.Quotes, v.quoteID(a, q))
	}
	if len(w.Spans) > 0 {
		out.Spans = v.spans(a, w.Spans)
	}
	if len(w.Also) > 0 {
		out.Also = v.spans(a, w.Also)
	}
	for _, c := range w.Changes {
		out.Changes = append(out.Changes, Change{string(c.Type), c.From, c.To, v.span(ref, c.FromAt), v.span(a, c.ToAt)})
	}
	return out
}

func (v converter) edits(ref, a int, es []align.Edit) []Edit {
	out := make([]Edit, len(es))
	for i, e := range es {
		out[i] = Edit{string(e.Op), v.span(ref, e.A), v.span(a, e.B)}
	}
	return out
}

// The warnings for articles whose language has no rules for quotes, or cannot be told.
const (
	unruledNote = "no rules for its language: quotes are found by their marks alone, and have no speakers"
	untoldNote  = "too little text to tell its language: quotes are found by their marks alone, and have no speakers"
)

// warnings are what readers should know of how the articles were read.
func (v converter) warnings() []Warning {
	out := []Warning{}
	for i, a := range v.comparison.articles {
		for _, note := range a.Notes {
			out = append(out, Warning{v.ids[i], note})
		}
		if r := v.readings[i]; !v.options.EventsOnly && !quote.Ruled(a.Language()) && len(r.Quotes()) > 0 {
			note := unruledNote
			if a.Language() == "" {
				note = untoldNote
			}
			out = append(out, Warning{v.ids[i], note})
		}
	}
	return out
}

// framing converts the sheet of event e.
func (v converter) framing(e int, findings []framing.Finding) []Framing {
	out := make([]Framing, len(findings))
	for i, f := range findings {
		out[i] = Framing{Event: eventID(e), Signal: f.Signal, Precision: precision(f.Signal), Items: []FramingItem{}}
		for _, it := range f.Items {
			out[i].Items = append(out[i].Items, v.item(v.comparison.events[e].Articles, it))
		}
	}
	return out
}

// precision says how often lines of a signal were right; nil when that is not known.
func precision(signal string) *Precision {
	value, of, data, ok := framing.Precision(signal)
	if !ok {
		return nil
	}
	return &Precision{value, of, data}
}

func (v converter) item(members []int, it framing.Item) FramingItem {
	out := FramingItem{Topic: it.Topic, Note: it.Note, Weight: align.Round(it.Weight), Sides: []FramingSide{}}
	for _, s := range it.Sides {
		a := members[s.Article]
		side := FramingSide{Article: v.ids[a], Said: []Said{}, Note: s.Note}
		for _, w := range s.Said {
			side.Said = append(side.Said, Said{w.Text, w.Quoted, w.Nearest, v.spans(a, w.Spans)})
		}
		out.Sides = append(out.Sides, side)
	}
	return out
}
