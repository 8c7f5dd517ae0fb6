package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/storydiff/storydiff/compare"
)

// letter names the i-th story: A … Z, then 27, 28, ….
func letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return strconv.Itoa(i + 1)
}

// story shows one event: why it is one, its ledger and its framing sheet.
func (v *view) story(i int, e compare.Event) document {
	title := "Story " + letter(i) + ": " + v.nos(e.Articles, " + ")
	d := document{heading{1, line{bold(title), run{" · " + strings.Join(first(4, e.Terms), ", "), plain}}}}
	d = append(d, paragraph{line{bold(v.claim(e) + ": "), run{strings.Join(bondWords(first(4, v.bonds(e))), "; "), plain}}})
	if p, id, other, ok := v.neighbour(e); ok {
		d = append(d, paragraph{line{
			bold("nearest other: "),
			run{v.no(other) + " to " + v.no(id) + ", " + verdictWords(p.Verdict) + ": " + because(p), plain},
		}})
	}
	d = append(d, v.ledger(e.ID, v.budget(overviewUtterances))...)
	if sheet := v.sheet(e.ID, v.budget(sheetLines(len(e.Articles)))); sheet != nil {
		d = append(append(d, heading{2, say("How the tellings differ")}), sheet...)
	}
	return d
}

// fewArticles is how many are too few to tell the nearest of many from the only ones there.
const fewArticles = 20

// claim says how sure it is that an event is one: articles may have been put together
// because each is by far the nearest that the other has, or because no other is there.
func (v *view) claim(e compare.Event) string {
	for _, p := range v.Pairs {
		if p.Verdict == "same-event" && slices.Contains(e.Articles, p.A) && slices.Contains(e.Articles, p.B) {
			return "same event"
		}
	}
	if len(v.Articles) <= fewArticles {
		return "perhaps the same event, perhaps only the same topic"
	}
	return "probably the same event"
}

// budget returns n, or no limit when everything is asked for.
func (v *view) budget(n int) int {
	if v.options.All {
		return int(^uint(0) >> 1)
	}
	return n
}

func bondWords(bonds []bond) []string {
	out := make([]string, len(bonds))
	for i, b := range bonds {
		out[i] = b.words()
	}
	return out
}

// neighbour returns the closest pair between an event and an article outside of it.
func (v *view) neighbour(e compare.Event) (best compare.Pair, id, other string, ok bool) {
	for _, member := range e.Articles {
		if p, o, found := v.nearest(member, e.Articles); found && (!ok || closer(p, best)) {
			best, id, other, ok = p, member, o, true
		}
	}
	return best, id, other, ok
}
