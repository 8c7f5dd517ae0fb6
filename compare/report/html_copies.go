package report

import (
	"strings"

	"github.com/storydiff/storydiff/compare"
)

// An htmlCopies is a group of copies with the one to keep.
type htmlCopies struct {
	Anchor string
	Keep   htmlRef
	Copies []htmlCopy
}

// An htmlCopy is a member of a group against the one to keep.
type htmlCopy struct {
	Ref                    htmlRef
	Relation               string
	Jaccard, InKept, Holds string
	Differs                []htmlFlag
	Diff                   []htmlRun
}

func (h *htmlView) copyGroups() []htmlCopies {
	out := make([]htmlCopies, len(h.Copies))
	for i, g := range h.Copies {
		out[i] = htmlCopies{Anchor: "c-" + g.Representative, Keep: h.ref(g.Representative)}
		for _, id := range g.Members {
			if id != g.Representative {
				out[i].Copies = append(out[i].Copies, h.copyRow(g.Representative, id))
			}
		}
	}
	return out
}

func (h *htmlView) copyRow(kept, id string) htmlCopy {
	c := h.copyOf(kept, id)
	row := htmlCopy{
		Ref: h.ref(id), Relation: c.Relation, Jaccard: share(c.Jaccard),
		InKept: percent(c.BInA), Holds: percent(c.AInB), Diff: h.diff(kept, id, c),
	}
	for _, d := range c.Differs {
		row.Differs = append(row.Differs, htmlFlag{Type: d.Type, From: readable(d.From), To: readable(d.To)})
	}
	return row
}

// diff shows the copy against the article to keep: the passages they share, shortened,
// and between them what either has alone.
func (h *htmlView) diff(kept, id string, c compare.Copy) []htmlRun {
	if len(c.Passages) == 0 {
		return nil
	}
	var out []htmlRun
	a, b := 0, 0
	for _, p := range c.Passages {
		if p.A.Start < a || p.B.Start < b {
			continue // a passage that moved
		}
		out = append(out, h.between(kept, id, compare.Span{Start: a, End: p.A.Start}, compare.Span{Start: b, End: p.B.Start})...)
		out = append(out, htmlRun{Text: middle(readable(h.words(id, p.B)))})
		a, b = p.A.End, p.B.End
	}
	return append(out, h.between(kept, id, compare.Span{Start: a, End: len(h.runes(kept))}, compare.Span{Start: b, End: len(h.runes(id))})...)
}

// between shows what stands between two shared passages in either article.
func (h *htmlView) between(kept, id string, a, b compare.Span) []htmlRun {
	var out []htmlRun
	was, is := readable(h.words(kept, a)), readable(h.words(id, b))
	if sameLetters(was, is) {
		return []htmlRun{{Text: is}}
	}
	out = append(out, spaced("dropped", was, "")...)
	out = append(out, htmlRun{Text: " "})
	return append(out, spaced("added", is, "")...)
}

// ends is how many words of a shared passage are shown at either end.
const ends = 12

// middle leaves out the middle of a long passage.
func middle(s string) string {
	words := strings.Fields(s)
	if len(words) <= 2*ends+5 {
		return s
	}
	return " " + strings.Join(words[:ends], " ") + " … " + strings.Join(words[len(words)-ends:], " ") + " "
}
