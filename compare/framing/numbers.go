package framing

import (
	"slices"
	"strconv"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/text"
)

const (
	// looselyAlike is the Dice coefficient from which two sentences may hold measured
	// figures about one thing ("recaptured 8,000 square kilometres").
	looselyAlike = 0.15
	// sameStatement is the one from which two aligned sentences are one statement, so
	// that counts in them are of the same things.
	sameStatement = 0.45
	// likeStatement is the one from which they tell of one thing, when either holds one
	// figure of that sort alone.
	likeStatement = 0.3
	// besideAgreeing is the one from which they do when they agree on another amount.
	besideAgreeing = 0.18
	// sameDay is the one from which even the dates in them are of the same thing.
	sameDay = 0.7
)

// numberItems shows the figures and dates about the same thing that disagree between
// two tellings. A figure for which the other article has an agreeing one anywhere is
// left out: it reports both.
func numberItems(st *story) []Item {
	var items []Item
	seen := map[[2]float64]int{} // amounts, the smaller first → place in items
	add := func(a, b *doc, it Item) {
		x, y := a.amountAt(it.figure(0)), b.amountAt(it.figure(1))
		key := [2]float64{min(x, y), max(x, y)}
		i, ok := seen[key]
		if !ok {
			i = slices.IndexFunc(items, it.sharesFigure)
		}
		if i >= 0 {
			items[i].join(it)
			return
		}
		seen[key] = len(items)
		items = append(items, it)
	}
	for a, b := range st.pairs {
		for _, it := range st.tollItems(a, b) {
			add(a, b, it)
		}
		for _, m := range st.comparableFigures(a, b) {
			for _, p := range st.differing(a, b, m) {
				add(a, b, st.figureItem(a, b, m, p))
			}
		}
	}
	return items
}

// figure returns where the figure of a side stands.
func (it *Item) figure(side int) text.Span { return it.Sides[side].Said[0].Spans[0] }

// sharesFigure reports whether another item compares a figure of this one with a third.
func (it *Item) sharesFigure(other Item) bool {
	return slices.ContainsFunc(it.Sides, func(s Side) bool {
		return slices.ContainsFunc(other.Sides, func(t Side) bool { return s.Article == t.Article && s.Said[0].Spans[0] == t.Said[0].Spans[0] })
	})
}

// join adds the sides of articles that an item does not have yet.
func (it *Item) join(other Item) {
	for _, s := range other.Sides {
		if !slices.ContainsFunc(it.Sides, func(t Side) bool { return t.Article == s.Article }) {
			it.Sides = append(it.Sides, s)
		}
	}
}

// amountAt returns the value of the amount at a place; of a date, which is none, where it
// stands.
func (d *doc) amountAt(at text.Span) float64 {
	for _, n := range d.amounts() {
		if n.Span == at {
			return n.Value
		}
	}
	return -float64(at.Start)
}

// comparableFigures returns the pairs of sentences that say the same thing, and those
// with figures that are somewhat alike.
func (st *story) comparableFigures(a, b *doc) []align.Match {
	ms := st.aligned(a, b)
	for i := range a.sentences {
		if !a.hasFigure(i) {
			continue
		}
		for j := range b.sentences {
			if !b.hasFigure(j) || slices.ContainsFunc(ms, func(m align.Match) bool { return m.A == i && m.B == j }) {
				continue
			}
			if a.terms()[i].dice(b.terms()[j]) >= looselyAlike || a.opens(i) && b.opens(j) || tallyAlike(a, b, i, j) {
				ms = append(ms[:len(ms):len(ms)], align.Match{A: i, B: j, Score: 0})
			}
		}
	}
	return ms
}

// opens reports whether a sentence is the headline or the lede: what two of them measure
// is the event.
func (d *doc) opens(s int) bool { return d.isHeadline(s) || s == d.lede() }

// hasFigure reports whether a sentence of the article holds an amount.
func (d *doc) hasFigure(s int) bool { return d.figures()[s] }

// differing returns the figures of two sentences that disagree, placed in the articles.
func (st *story) differing(a, b *doc, m align.Match) []figurePair {
	sa, sb := a.sentences[m.A].Span, b.sentences[m.B].Span
	ta, tb := sa.Of(a.Text), sb.Of(b.Text)
	alike := a.terms()[m.A].dice(b.terms()[m.B])
	if embedded(ta) || embedded(tb) {
		return nil
	}
	if otherTime(a, b, m) || otherTime(b, a, align.Match{A: m.B, B: m.A}) {
		return nil
	}
	found := compareFigures(ta, tb, a.lang())
	// Sentences that agree on another amount are of one thing.
	agreeing := alike >= besideAgreeing && slices.ContainsFunc(found, func(p figurePair) bool { return p.agree && p.score > leastAlike })
	if m.Score == 0 {
		alike = 0
	}
	opening := a.opens(m.A) && b.opens(m.B)
	var pairs []figurePair
	for _, p := range found {
		if p.far && !p.fated && alike < sameDay {
			continue
		}
		only := (p.measured || p.fated) && !p.far
		tallied := only && p.counted && onlyTallies(a, b, p.a.Shift(sa.Start), p.b.Shift(sb.Start))
		if p.sure || tallied || alike >= sameStatement || only && opening || (only || p.counted) && (agreeing || alike >= likeStatement) {
			pairs = append(pairs, p)
		}
	}
	if alike >= sameDay {
		pairs = append(pairs, compareDates(ta, tb, a.lang())...)
	}
	var out []figurePair
	for _, p := range pairs {
		p.a, p.b = p.a.Shift(sa.Start), p.b.Shift(sb.Start)
		sure := p.sure || p.fated && opening || st.shareNames(a, b, m)
		if sure && !p.agree && !changing(a, p.a) && !changing(b, p.b) && !a.hasAmount(b, p.b, sa) && !b.hasAmount(a, p.a, sb) && !st.ofOthers(a, b, m) {
			out = append(out, p)
		}
	}
	return out
}

// otherTime reports whether one sentence alone names years, and none in which either
// article appeared: what it counts is of then.
func otherTime(a, b *doc, m align.Match) bool {
	years := yearsIn(a.sentences[m.A].Of(a.Text), a.lang())
	if len(years) == 0 || len(yearsIn(b.sentences[m.B].Of(b.Text), b.lang())) > 0 {
		return false
	}
	return !slices.ContainsFunc(years, func(y int) bool {
		year := strconv.Itoa(y)
		return a.Published == "" || strings.HasPrefix(a.Published, year) || strings.HasPrefix(b.Published, year)
	})
}

// changing reports whether an amount is one that every hour changes: the market's.
func changing(d *doc, at text.Span) bool {
	s := d.sentenceAt(at.Start)
	if s < 0 || !strings.HasSuffix(at.Of(d.Text), "%") && !strings.Contains(at.Of(d.Text), "per") {
		return false
	}
	words, _ := d.wordsIn(d.sentences[s].Span)
	return slices.ContainsFunc(words, func(w text.Word) bool {
		switch w.Norm {
		case "stock", "stocks", "shares", "index", "dow", "nasdaq", "s&p", "futures", "trading", "yield", "yields":
			return true
		}
		return false
	})
}

// embedded reports whether a sentence belongs to an embedded post, whose stamp tells of
// the post alone.
func embedded(s string) bool {
	return strings.Contains(s, "(@") || strings.Contains(s, "pic.twitter.com") || strings.Contains(s, "https://t.co/")
}

// hasAmount reports whether an article has an amount that agrees with the one at a
// place of another article: anywhere, when it counts or measures the same, or in the
// sentence compared, whatever it counts.
func (d *doc) hasAmount(o *doc, at, sentence text.Span) bool {
	for _, x := range o.amounts() {
		if x.Span != at {
			continue
		}
		for _, y := range d.amounts() {
			if x.Agrees(y) && !overstated(x, y) && !overstated(y, x) && (x.Unit != "" || x.Of == y.Of || x.Of == "" || y.Of == "" || sentence.Contains(y.Span)) {
				return true
			}
		}
	}
	return false
}

// shareNames reports whether two sentences name somebody or something in common, or one
// of them nothing at all. Sentences about others count other things.
func (st *story) shareNames(a, b *doc, m align.Match) bool {
	inA, inB := st.namesIn(a, m.A), st.namesIn(b, m.B)
	if len(inA) == 0 || len(inB) == 0 {
		return true
	}
	return slices.ContainsFunc(inA, func(id int) bool { return slices.Contains(inB, id) })
}

// ofOthers reports whether each of two sentences names a person, and they none in common.
func (st *story) ofOthers(a, b *doc, m align.Match) bool {
	inA, inB := st.personsIn(a, m.A), st.personsIn(b, m.B)
	return len(inA) > 0 && len(inB) > 0 && !slices.ContainsFunc(inA, func(id int) bool { return slices.Contains(inB, id) })
}

func (st *story) personsIn(d *doc, s int) []int {
	var out []int
	for _, e := range d.namedIn(d.sentences[s].Span) {
		out = append(out, st.union.ID(d.index, e))
	}
	return out
}

func (st *story) namesIn(d *doc, s int) []int {
	var out []int
	for e, entity := range d.Names().Entities {
		if slices.ContainsFunc(entity.Mentions, func(m text.Span) bool { return d.sentences[s].Contains(m) }) {
			out = append(out, st.union.ID(d.index, e))
		}
	}
	return out
}

func (st *story) figureItem(a, b *doc, m align.Match, p figurePair) Item {
	topic := p.topic
	if topic == "" {
		topic = st.sharedTerms(a, b, m.A, m.B, p.a)
	}
	note := "the figures differ"
	if a.amountAt(p.a) < 0 {
		note = "the dates differ"
	}
	return Item{
		Topic:  topic,
		Note:   note,
		Weight: 0.75,
		Sides: []Side{
			side(a.index, a.said(p.a), a.plain(a.sentences[m.A].Span)),
			side(b.index, b.said(p.b), b.plain(b.sentences[m.B].Span)),
		},
	}
}
