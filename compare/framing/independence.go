package framing

import (
	"fmt"
	"slices"

	"github.com/storydiff/storydiff/compare/shingle"
	"github.com/storydiff/storydiff/compare/text"
)

// sharedWords is how many words in a row make a passage shared.
const sharedWords = 7

// independenceItems says how many reports the articles amount to, who shares text
// with whom, and how much of each body is its own after shared passages and quotes.
func independenceItems(st *story) []Item {
	whole := Item{Topic: "how many reports", Weight: 0.25}
	for _, d := range st.docs {
		shared := st.sharedSpans(d)
		own := 100
		if n := d.wordCount([]text.Span{{Start: d.BodyStart, End: len(d.Text)}}); n > 0 {
			own = 100 - (100*d.wordCount(shared)+n/2)/n
		}
		if len(shared) == 0 {
			shared = []text.Span{{Start: d.BodyStart, End: len(d.Text)}}
		}
		whole.Sides = append(whole.Sides, side(d.index, Said{Text: fmt.Sprintf("%d%% its own words", own), Spans: shared}))
	}
	n := len(st.tellings)
	whole.Note = fmt.Sprintf("%d articles, about %d independent %s", len(st.docs), n, plural(n, "report"))
	if n < len(st.docs) {
		whole.Weight = 0.65
	}
	return append([]Item{whole}, st.copiesOf()...)
}

// sharedSpans returns the stretches of an article that another one has word for word,
// and the utterances that another one prints, in order and joined.
func (st *story) sharedSpans(d *doc) []text.Span {
	var out []text.Span
	for _, o := range st.docs {
		if o == d {
			continue
		}
		for _, p := range shingle.Passages(o.Text[o.BodyStart:], d.Text[d.BodyStart:], sharedWords) {
			out = append(out, p.B.Shift(d.BodyStart))
		}
	}
	for _, u := range st.us {
		if v, ok := st.variantOf(u, d); ok && len(v.Quotes) > 0 && v.At.Start >= d.BodyStart {
			out = append(out, v.At)
		}
	}
	return joined(out)
}

// joined sorts spans and joins those that overlap.
func joined(spans []text.Span) []text.Span {
	slices.SortFunc(spans, func(a, b text.Span) int { return a.Start - b.Start })
	var out []text.Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// copiesOf shows which articles count as one telling.
func (st *story) copiesOf() []Item {
	var items []Item
	for _, t := range st.tellings {
		if len(t) < 2 {
			continue
		}
		it := Item{Topic: "one telling", Weight: 0.6}
		for _, i := range t {
			d := st.docs[i]
			it.Sides = append(it.Sides, side(d.index, d.plain(text.Span{Start: 0, End: len(d.Title)})))
		}
		it.Note = "share most of their text or their outlet"
		items = append(items, it)
	}
	return items
}

func plural(n int, noun string) string {
	if n == 1 {
		return noun
	}
	return noun + "s"
}
