package report

import (
	"github.com/storydiff/storydiff/compare"
)

// copiesSection lists the groups of copies.
func (v *view) copiesSection() document {
	if d := v.copies(); d != nil {
		return append(document{v.articleTable()}, d...)
	}
	return document{heading{1, say("Copies")}, paragraph{say("No copies.")}}
}

// copies lists each group with the article to keep first.
func (v *view) copies() document {
	if len(v.Copies) == 0 {
		return nil
	}
	g := grid{head: []string{"keep", "copy", "relation", "Jaccard", "copy in kept", "kept in copy", "what differs"}, right: []bool{true, true, false, true, true, true}}
	for _, group := range v.Copies {
		for _, id := range group.Members {
			if id == group.Representative {
				continue
			}
			c := v.copyOf(group.Representative, id)
			g.rows = append(g.rows, []cell{
				words(v.no(group.Representative)), words(v.no(id)), words(c.Relation),
				words(share(c.Jaccard)), words(share(c.BInA)), words(share(c.AInB)), differences(c),
			})
		}
	}
	return document{heading{1, say("Copies")}, g}
}

func differences(c compare.Copy) cell {
	var out cell
	for _, d := range c.Differs {
		out = append(out, say(d.Type+": "+inMarks(d.From)+" → "+inMarks(d.To)))
	}
	return out
}

// copyOf returns how the texts of two articles overlap, seen from a.
func (v *view) copyOf(a, b string) compare.Copy {
	for _, p := range v.Pairs {
		switch {
		case p.A == a && p.B == b:
			return p.Copy
		case p.A == b && p.B == a:
			return turned(p.Copy)
		}
	}
	return compare.Copy{}
}

// turned returns the same overlap seen from the other article.
func turned(c compare.Copy) compare.Copy {
	c.AInB, c.BInA = c.BInA, c.AInB
	switch c.Relation {
	case "shortened":
		c.Relation = "extended"
	case "extended":
		c.Relation = "shortened"
	}
	passages := make([]compare.SpanPair, len(c.Passages))
	for i, p := range c.Passages {
		passages[i] = compare.SpanPair{A: p.B, B: p.A}
	}
	differs := make([]compare.Difference, len(c.Differs))
	for i, d := range c.Differs {
		differs[i] = compare.Difference{Type: d.Type, From: d.To, To: d.From, A: d.B, B: d.A}
	}
	c.Passages, c.Differs = passages, differs
	return c
}
