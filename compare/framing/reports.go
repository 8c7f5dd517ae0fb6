package framing

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// A report is a verb by which an article reports that somebody said something, with what.
type report struct {
	verbUse
	d        *doc
	id       int // of the joined speaker
	sentence int
	content  text.Span
}

// sameReport is the Dice coefficient of their contents from which two reports in aligned
// sentences are of one utterance.
const sameReport = 0.35

// reportVerbs compares the verbs of one speaker in sentences that say the same, where they
// differ in stance. Utterances that are quoted alike, and shown so, are left out.
func (st *story) reportVerbs(quoted []Item) []Item {
	shown := placesShown(quoted)
	var rs []report
	of := map[*doc]map[int][]int{} // article, sentence → reports
	for _, d := range st.heads {
		of[d] = map[int][]int{}
		for _, r := range st.reports(d) {
			if !shown[verbPlace{d.index, r.Start}] {
				of[d][r.sentence] = append(of[d][r.sentence], len(rs))
				rs = append(rs, r)
			}
		}
	}
	g := newGroups(len(rs))
	for a, b := range st.pairs {
		for _, m := range st.aligned(a, b) {
			if i, j, ok := likest(rs, of[a][m.A], of[b][m.B]); ok {
				g.join(i, j)
			}
		}
	}
	members := map[int][]report{}
	for i, r := range rs {
		members[g.of(i)] = append(members[g.of(i)], r)
	}
	var items []Item
	for _, k := range sortedKeys(members) {
		if it, ok := st.reportItem(members[k]); ok {
			items = append(items, it)
		}
	}
	return items
}

// reports returns what an article reports its joined speakers to have said, in order.
func (st *story) reports(d *doc) []report {
	var out []report
	for id, uses := range st.spokenIn(d) {
		for _, u := range uses {
			s := d.sentenceAt(u.Start)
			if s < 0 || d.isHeadline(s) {
				continue
			}
			out = append(out, report{u, d, id, s, d.contentOf(u, s)})
		}
	}
	slices.SortFunc(out, func(a, b report) int { return cmp.Or(a.Start-b.Start, a.id-b.id) })
	return out
}

// contentOf returns what a verb reports: its quote, or what follows it.
func (d *doc) contentOf(u verbUse, sentence int) text.Span {
	for _, q := range d.Quotes() {
		if q.VerbAt.Len() > 0 && q.VerbAt.Start == u.Start {
			return q.Span
		}
	}
	return text.Span{Start: u.End, End: max(u.End, d.sentences[sentence].End)}
}

// likest returns the two reports of one speaker in two sentences whose contents are most
// alike.
func likest(rs []report, as, bs []int) (first, second int, ok bool) {
	best := sameReport
	for _, i := range as {
		for _, j := range bs {
			if rs[i].id != rs[j].id {
				continue
			}
			if alike := rs[i].terms().dice(rs[j].terms()); alike > best {
				first, second, best, ok = i, j, alike, true
			}
		}
	}
	return first, second, ok
}

func (r report) terms() terms { return r.d.termsOf(r.content) }

// reportItem sets the verbs of one utterance side by side, when they differ in stance.
func (st *story) reportItem(rs []report) (Item, bool) {
	it := Item{Weight: utteranceWeight - 0.01}
	stances := map[int]map[quote.Stance]bool{} // by article
	for _, r := range rs {
		if stances[r.d.index] == nil {
			stances[r.d.index] = map[quote.Stance]bool{}
		}
		stances[r.d.index][r.stance] = true
		if r.stance == quote.Doubting || r.stance == quote.Emotive {
			it.Weight = utteranceWeight + strongerStance - 0.01
		}
		it.add(r.d.index, Said{Text: r.verb, Spans: []text.Span{r.Span}})
	}
	if len(it.Sides) < 2 || !differ(stances) {
		return Item{}, false
	}
	content := rs[0].content.Of(rs[0].d.Text)
	rs[0].content.Start += len(content) - len(strings.TrimPrefix(content, "that "))
	it.Topic = st.union.Name(rs[0].id) + ": " + firstWords(rs[0].d, rs[0].content, 7)
	return it, true
}

// differ reports whether two articles do not take the same stances.
func differ(stances map[int]map[quote.Stance]bool) bool {
	all := slices.Collect(maps.Values(stances))
	return slices.ContainsFunc(all, func(s map[quote.Stance]bool) bool { return !maps.Equal(s, all[0]) })
}
