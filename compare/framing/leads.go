package framing

import (
	"fmt"

	"github.com/storydiff/storydiff/compare/text"
)

const (
	highParagraph = 2 // a fact up to here leads
	placesApart   = 5 // paragraphs between a fact that leads here and is buried there

	// surelyTold is the probability from which two sentences surely tell one fact.
	surelyTold = 0.9
)

// leadItems sets the ledes side by side and shows facts that stand high in one
// telling and low in another.
func leadItems(st *story) []Item {
	ledes := Item{Topic: "lede", Weight: 0.6}
	for _, d := range st.heads {
		if s := d.lede(); s >= 0 {
			ledes.Sides = append(ledes.Sides, side(d.index, d.plain(d.sentences[s].Span)))
		}
	}
	var items []Item
	if len(ledes.Sides) > 1 {
		items = append(items, ledes)
	}
	for a, b := range st.pairs {
		items = append(items, st.movedFacts(a, b)...)
	}
	return items
}

// plain makes a wording of a whole sentence, quoted words in it or not.
func (d *doc) plain(span text.Span) Said {
	return Said{Text: span.Of(d.Text), Spans: []text.Span{span}}
}

// movedFacts returns the sentences that both articles have, far apart in place. Each
// is paired with its best counterpart alone.
func (st *story) movedFacts(a, b *doc) []Item {
	var items []Item
	for i, s := range a.sentences {
		m := st.partners(a, b)[i]
		j := m.B
		if m.Score < surelyTold || a.isHeadline(i) || b.isHeadline(j) || !a.longEnough(i) || !b.longEnough(j) {
			continue
		}
		if st.partners(b, a)[j].B != i {
			continue
		}
		p, q := s.Paragraph, b.sentences[j].Paragraph
		if min(p, q) > highParagraph || max(p, q)-min(p, q) < placesApart {
			continue
		}
		items = append(items, Item{
			Topic:  "early and late",
			Weight: 0.4 + float64(0.01*float64(min(20, max(p, q)-min(p, q)))),
			Sides: []Side{
				{Article: a.index, Said: []Said{a.plain(s.Span)}, Note: a.inParagraph(p)},
				{Article: b.index, Said: []Said{b.plain(b.sentences[j].Span)}, Note: b.inParagraph(q)},
			},
		})
	}
	return items
}

func (d *doc) inParagraph(n int) string {
	last := d.sentences[len(d.sentences)-1].Paragraph
	return fmt.Sprintf("paragraph %d of %d", n, last)
}
