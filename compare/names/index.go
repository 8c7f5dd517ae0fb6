package names

import (
	"slices"
	"sort"
	"strings"
)

// index lays the clusters out in order of first mention.
func (g *grouping) index() *Index {
	var kept []*cluster
	for _, c := range g.clusters {
		c.refs = slices.DeleteFunc(c.refs, func(m ref) bool { return g.owners[m.i] != c })
		if len(c.refs) > 0 {
			c.sort()
			c.keepApart()
			kept = append(kept, c)
		}
	}
	sort.SliceStable(kept, func(i, j int) bool { return kept[i].refs[0].i < kept[j].refs[0].i })
	x := &Index{text: g.text, lang: g.lex.lang}
	for _, c := range kept {
		x.Entities = append(x.Entities, g.entity(c))
		x.jobs = append(x.jobs, c.jobs)
	}
	x.order = ordered(x.Entities)
	return x
}

// keepApart leaves the longest of the mentions that share a word: of “the Kenyan president”,
// where somebody's last name is Kenyan too, not the one word as well.
func (c *cluster) keepApart() {
	var kept []ref
	for _, m := range c.refs {
		switch last := len(kept) - 1; {
		case last < 0 || m.i >= kept[last].j:
			kept = append(kept, m)
		case m.j-m.i > kept[last].j-kept[last].i:
			kept[last] = m
		}
	}
	c.refs = kept
}

func (g *grouping) entity(c *cluster) Entity {
	e := Entity{Kind: c.kind, Nation: c.nation, Known: c.id}
	for _, m := range c.refs {
		span := g.span(m.i, m.j)
		e.Mentions = append(e.Mentions, span)
		// The shortest of the case forms is the nominative.
		if g.lex.slavic && m.j-m.i == len(c.parts) && span.Len() < c.name.Len() && g.within(c.parts, g.parts(mention{i: m.i, j: m.j})) {
			c.name = span
		}
	}
	if e.Name = c.called; e.Name == "" {
		e.Name = strings.Join(strings.Fields(c.name.Of(g.text)), " ")
	}
	if c.called == "" && g.lex.slavic {
		name, given := g.lex.nominative(e.Name, g.alone)
		if e.Name = name; given && e.Kind == Unknown {
			e.Kind = Person
		}
	}
	if gender := c.sex(); c.kind == Person {
		e.Male, e.Female = gender == male, gender == female
	}
	seen := map[string]bool{}
	for _, jb := range c.jobs {
		if e.Nation == "" {
			e.Nation = jb.nation
		}
		if !seen[jb.text] {
			seen[jb.text] = true
			e.Roles = append(e.Roles, strings.Join(strings.Fields(jb.text), " "))
		}
	}
	return e
}
