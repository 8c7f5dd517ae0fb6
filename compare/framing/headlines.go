package framing

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// headlineItems sets the headlines side by side, then what each names that no other
// does: judging words, quoted words, and the rest.
func headlineItems(st *story) []Item {
	whole := Item{Topic: "headline", Weight: 1}
	alone := map[string]*Item{}
	for _, d := range st.heads {
		if d.BodyStart == 0 || d.Title == "" {
			continue
		}
		title := text.Span{Start: 0, End: len(d.Title)}
		whole.Sides = append(whole.Sides, side(d.index, d.plain(title)))
		judging := d.judgingIn(title)
		shared := st.otherTitles(d)
		for _, r := range d.ownRuns(judging, shared) {
			k := st.headlineKind(d, r, judging, shared)
			if k == quotedWords {
				whole, ok := d.ownQuote(r, shared)
				if !ok || alone[k].says(d.index, whole) {
					continue
				}
				r = whole
			}
			if alone[k] == nil {
				alone[k] = &Item{Topic: k, Weight: headlineWeights[k]}
			}
			alone[k].add(d.index, d.said(r))
		}
	}
	if len(whole.Sides) < 2 {
		return nil
	}
	items := []Item{whole}
	for _, k := range headlineKinds {
		if alone[k] != nil {
			items = append(items, *alone[k])
		}
	}
	return items
}

const (
	judgingWords = "judging words in one headline alone"
	quotedWords  = "quoted in one headline alone"
	namedAlone   = "named in one headline alone"
	otherWords   = "words of one headline alone"
)

var (
	headlineKinds = []string{judgingWords, quotedWords, namedAlone, otherWords}
	// What only repeats the headlines, which are shown whole, comes last.
	headlineWeights = map[string]float64{judgingWords: 0.85, quotedWords: 0.35, namedAlone: 0.3, otherWords: 0.1}
)

// says reports whether an article's side has a wording at a place already.
func (it *Item) says(article int, at text.Span) bool {
	return it != nil && slices.ContainsFunc(it.Sides, func(s Side) bool {
		return s.Article == article && slices.ContainsFunc(s.Said, func(w Said) bool { return w.Spans[0] == at })
	})
}

// ownQuote returns the whole quote that a run of headline words stands in, when no other
// headline has most of its words.
func (d *doc) ownQuote(r text.Span, shared map[string]bool) (text.Span, bool) {
	whole := r
	for _, m := range d.marked {
		if m.Overlap(r) > 0 {
			whole = m
		}
	}
	words, _ := d.wordsIn(whole)
	own, all := 0, 0
	for _, w := range words {
		if !text.Stop(w.Norm, d.lang()) {
			all++
			own += count01(!shared[text.Stem(w.Norm, d.lang())])
		}
	}
	return whole, 2*own > all
}

// add puts a wording on the side of an article.
func (it *Item) add(article int, s Said) {
	for i := range it.Sides {
		if it.Sides[i].Article == article {
			it.Sides[i].Said = append(it.Sides[i].Said, s)
			return
		}
	}
	it.Sides = append(it.Sides, side(article, s))
}

// judgingIn returns the loaded words and the verbs with a stance in a headline.
func (d *doc) judgingIn(title text.Span) []text.Span {
	var out []text.Span
	for _, w := range d.loaded() {
		if title.Contains(w.Span) {
			out = append(out, w.Span)
		}
	}
	for _, us := range d.spoken() {
		for _, u := range us {
			if u.stance != quote.Neutral && title.Contains(u.Span) {
				out = append(out, u.Span)
			}
		}
	}
	return joined(out)
}

// headlineKind says what a run of headline words is.
func (st *story) headlineKind(d *doc, r text.Span, judging []text.Span, shared map[string]bool) string {
	switch {
	case slices.Contains(judging, r):
		return judgingWords
	case d.quoted(r):
		return quotedWords
	case st.namedHereAlone(d, r, shared):
		return namedAlone
	}
	return otherWords
}

// namedHereAlone reports whether a run names somebody or something that the article
// speaks of and no other headline names in any way: "American" names the United States.
func (st *story) namedHereAlone(d *doc, r text.Span, shared map[string]bool) bool {
	e := d.Names().At(r)
	if d.sharedName(r, shared) || e < 0 || d.Names().Entities[e].Kind == names.Unknown || len(d.Names().Entities[e].Mentions) < 2 {
		return false
	}
	for _, o := range st.others(d) {
		for i, entity := range o.Names().Entities {
			if len(entity.Mentions) > 0 && entity.Mentions[0].End <= len(o.Title) && st.union.ID(o.index, i) == st.union.ID(d.index, e) {
				return false
			}
		}
	}
	return true
}

// sharedName reports whether another headline has a part of the name that a run belongs
// to: "Storm Harvey" is there where "Harvey" is.
func (d *doc) sharedName(r text.Span, shared map[string]bool) bool {
	words, _ := d.wordsIn(text.Span{Start: 0, End: len(d.Title)})
	return slices.ContainsFunc(words, func(w text.Word) bool {
		return d.Names().At(w.Span) >= 0 && d.Names().At(w.Span) == d.Names().At(r) && shared[text.Stem(w.Norm, d.lang())]
	})
}

// otherTitles returns the stems of the words of the other headlines.
func (st *story) otherTitles(d *doc) map[string]bool {
	shared := map[string]bool{}
	for _, o := range st.others(d) {
		for _, w := range text.Words(o.Title) {
			shared[text.Stem(w.Norm, o.lang())] = true
		}
	}
	return shared
}

// ownRuns returns the runs of headline words that stand in no other headline,
// function words at their ends left out. Judging words make runs of their own.
func (d *doc) ownRuns(judging []text.Span, shared map[string]bool) []text.Span {
	var runs []text.Span
	var open *text.Span
	words, _ := d.wordsIn(text.Span{Start: 0, End: len(d.Title)})
	for i, w := range words {
		if slices.Contains(judging, w.Span) && !shared[text.Stem(w.Norm, d.lang())] {
			runs, open = append(runs, w.Span), nil
			continue
		}
		stop := text.Stop(w.Norm, d.lang())
		breaks := i > 0 && (strings.ContainsAny(d.Text[words[i-1].End:w.Start], ",;:‘’“”\"—–|-") ||
			d.quoted(words[i-1].Span) != d.quoted(w.Span) || d.Names().At(words[i-1].Span) != d.Names().At(w.Span))
		switch {
		case !stop && shared[text.Stem(w.Norm, d.lang())], stop && open == nil, stop && breaks:
			open = nil
		case stop: // kept only if a content word follows
		case open != nil && !breaks:
			open.End = w.End
		default:
			if i > 0 && bounds(words[i-1].Norm, w.Norm) {
				w.Start = words[i-1].Start
			}
			runs = append(runs, w.Span)
			open = &runs[len(runs)-1]
		}
	}
	return runs
}

// bounds reports whether two words bound a number together: "at least".
func bounds(first, second string) bool {
	return first == "at" && (second == "least" || second == "most")
}
