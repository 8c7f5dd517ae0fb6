package names

import "strings"

// joinBodies joins short forms with the bodies they stand for: acronyms, World Health
// Organization (WHO), and first words, Acme Steel and Acme.
func (g *grouping) joinBodies() {
	starts, letters := g.bodyForms()
	for _, c := range g.clusters {
		if len(c.parts) != 1 || len(c.refs) == 0 || c.id != "" {
			continue
		}
		switch {
		case c.kind == Org && isUpper(c.name.Of(g.text)):
			g.shorten(letters[c.parts[0]], c)
		case c.kind == Unknown && g.lex.word(c.parts[0]) == nil && !g.someone(c):
			g.shorten(starts[c.parts[0]], c)
		}
	}
}

// someone reports whether the article speaks of a short form as of a person, more than once: Acme
// is no body where "Acme said he" stands, though his is the Acme Foundation.
func (g *grouping) someone(c *cluster) bool {
	n := 0
	for _, m := range c.refs {
		if g.sexNear(mention{i: m.i, j: m.j}) != 0 {
			n++
		}
	}
	return n >= established
}

// shorten gives the mentions of a short form to the only body it may stand for.
func (g *grouping) shorten(full []*cluster, short *cluster) {
	if len(full) != 1 {
		return
	}
	full[0].kind = Org
	full[0].refs = append(full[0].refs, short.refs...)
	short.refs = nil
	g.singles[g.stem(short.parts[0])] = full[0]
}

// bodyForms lists the names of two words or more by first word and by initials.
func (g *grouping) bodyForms() (starts, letters map[string][]*cluster) {
	starts, letters = map[string][]*cluster{}, map[string][]*cluster{}
	for _, c := range g.clusters {
		if c.kind != Org && c.kind != Unknown || len(c.parts) < 2 || len(c.refs) == 0 {
			continue
		}
		if c.kind == Org {
			starts[c.parts[0]] = append(starts[c.parts[0]], c)
		}
		for _, form := range initialForms(c.parts) {
			letters[form] = append(letters[form], c)
		}
	}
	return starts, letters
}

// initialForms returns the initials of the words, with the small words and without.
func initialForms(parts []string) []string {
	var all, large strings.Builder
	for _, p := range parts {
		for piece := range strings.SplitSeq(p, "-") {
			first := initialOf(piece)
			all.WriteString(first)
			if len(piece) > 3 {
				large.WriteString(first)
			}
		}
	}
	if all.String() == large.String() || large.Len() < 2 {
		return []string{all.String()}
	}
	return []string{all.String(), large.String()}
}

func isUpper(s string) bool { return strings.ToUpper(s) == s }
