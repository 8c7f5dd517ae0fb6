package report

import (
	"cmp"
	"slices"

	"github.com/storydiff/storydiff/compare"
)

const (
	// pairLines is how many lines the overview gives to how two tellings differ, and
	// furtherLines how many more to every further one, up to mostLines.
	pairLines    = 20
	furtherLines = 5
	mostLines    = 40
)

// sheetLines is how many lines the overview gives to the sheet of so many articles.
func sheetLines(articles int) int {
	return min(mostLines, pairLines+furtherLines*max(0, articles-2))
}

// firstShown is the order in which signals show their first item, the most telling first.
var firstShown = []string{"headlines", "naming", "verbs", "numbers", "certainty", "loaded-words", "voices", coverage, "leads", "independence"}

// sentencesShown are the signals that show sentences; shareOfWords the item of one that
// shows none.
var sentencesShown = []string{"numbers", "certainty", "voices", "leads", coverage}

const shareOfWords = "share of quoted words"

// leastNaming is the weight from which what things are called is telling: "deal" and
// "accord" say the same.
const leastNaming = 0.3

// A picked is an item of a finding.
type picked struct{ finding, item int }

// chosen picks the items that fit into so many lines: the first of every signal, then
// the weightiest, none that shows again what another has shown. Each signal's items stay
// in order. Of what one article alone has, it shows that of two, for it would seem the
// other's lack.
func (v *view) chosen(findings []compare.Framing, lines int) [][]compare.FramingItem {
	taken := map[picked]bool{}
	var shown []place
	for _, p := range v.inOrder(findings) {
		f := findings[p.finding]
		it := f.Items[p.item]
		cost := v.lines(f.Signal, it)
		if cost > lines || !v.options.All && f.Signal == coverage && repeats(it, shown) {
			continue
		}
		taken[p] = true
		lines -= cost
		if slices.Contains(sentencesShown, f.Signal) && it.Topic != shareOfWords {
			shown = append(shown, places(it)...)
		}
	}
	out := make([][]compare.FramingItem, len(findings))
	for i, f := range findings {
		for k, it := range f.Items {
			if taken[picked{i, k}] {
				out[i] = append(out[i], it)
			}
		}
	}
	return out
}

// inOrder returns all items in the order in which they are given room.
func (v *view) inOrder(findings []compare.Framing) []picked {
	var first, rest []picked
	for i, f := range findings {
		alone := map[string]bool{}
		for k, it := range f.Items {
			leads := k == 0 && (f.Signal != "naming" || it.Weight >= leastNaming)
			if f.Signal == coverage && len(alone) < 2 {
				id := v.matchesFirst(it.Sides)[0].Article
				leads = !alone[id]
				alone[id] = true
			}
			if leads {
				first = append(first, picked{i, k})
			} else {
				rest = append(rest, picked{i, k})
			}
		}
	}
	rank := func(p picked) int {
		if at := slices.Index(firstShown, findings[p.finding].Signal); at >= 0 {
			return at
		}
		return len(firstShown)
	}
	slices.SortStableFunc(first, func(a, b picked) int { return rank(a) - rank(b) })
	slices.SortStableFunc(rest, func(a, b picked) int {
		return cmp.Compare(findings[b.finding].Items[b.item].Weight, findings[a.finding].Items[a.item].Weight)
	})
	return append(first, rest...)
}

// lines returns how many lines an item takes, about.
func (v *view) lines(signal string, it compare.FramingItem) int {
	n := 0
	for _, l := range v.said(signal, it) {
		n += 1 + (l.length()-1)/v.textColumn()
	}
	return max(n, 1+(v.label(signal, it, true).length()-1)/labelColumn)
}

// textColumn returns how many columns a sheet has for what is said.
func (v *view) textColumn() int {
	width := v.options.Width
	if width == 0 {
		width = defaultWidth
	}
	return max(20, width-labelColumn-2)
}

// A place is where an article says something.
type place struct {
	article    string
	start, end int
}

// places returns where the words of an item stand, the nearest ones left out.
func places(it compare.FramingItem) []place {
	var out []place
	for _, s := range it.Sides {
		for _, w := range s.Said {
			if w.Nearest {
				continue
			}
			for _, span := range w.Spans {
				out = append(out, place{s.Article, span.Start, span.End})
			}
		}
	}
	return out
}

// repeats reports whether some of an item's words have been shown.
func repeats(it compare.FramingItem, shown []place) bool {
	return slices.ContainsFunc(places(it), func(p place) bool {
		return slices.ContainsFunc(shown, func(q place) bool { return p.article == q.article && p.start < q.end && q.start < p.end })
	})
}
