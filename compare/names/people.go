package names

import "strings"

// addFull joins a name of two or more words.
func (g *grouping) addFull(m mention) {
	parts := g.parts(m)
	key := g.joinNorms(ref{m.i, m.j})
	c := g.fulls[key]
	if c == nil {
		c = g.namesake(parts, m)
	}
	if c == nil && g.toks[m.i].first && m.kind == Unknown && g.addBehindFirst(parts, m) {
		return
	}
	if c == nil {
		c = g.newCluster(m)
		c.gender = g.givenGender(c.parts)
		g.enlist(c, parts)
	} else if len(parts) > len(c.parts) {
		g.enlist(c, parts)
		if g.lex.word(c.parts[0]).is(particle) {
			c.name, c.parts = g.span(m.i, m.j), parts
			c.gender |= g.givenGender(parts)
		}
	}
	if !opposed(c.title, m.gender) {
		g.fulls[key] = c
	}
	g.add(c, m)
}

// addBehindFirst joins "Ranting Jones" to a Jones named before: the word that opens the
// sentence need be no part of the name.
func (g *grouping) addBehindFirst(parts []string, m mention) bool {
	rest := m
	rest.i++
	var c *cluster
	if len(parts) > 2 {
		c = g.namesake(parts[1:], rest)
	} else if cs := g.bearers(parts[1], m.gender, m.titled); len(cs) == 1 && cs[0].parts[0] != parts[0] && cs[0].kind == Person && cs[0].firstRef < m.i {
		c = cs[0]
	}
	if c == nil {
		return false
	}
	g.used[m.i] = false
	g.add(c, rest)
	return true
}

// enlist makes the cluster findable by the words of a name.
func (g *grouping) enlist(c *cluster, parts []string) {
	for _, p := range parts {
		p = g.stem(p)
		if len(g.byPart[p]) < crowd && !contains(g.byPart[p], c) {
			g.byPart[p] = append(g.byPart[p], c)
		}
	}
}

func contains(cs []*cluster, c *cluster) bool {
	for _, d := range cs {
		if d == c {
			return true
		}
	}
	return false
}

func (g *grouping) givenGender(parts []string) sense {
	e := g.lex.word(parts[0])
	if len(parts) < 2 && !g.lex.ownGiven && !g.lex.nounCaps || !e.is(given) {
		return 0
	}
	switch s := e.sense & (male | female); s {
	case male, female:
		return s
	}
	return 0
}

// crowd bounds the names compared with one another, so that hostile input stays linear;
// no article has so many people of one surname.
const crowd = 100

// namesake finds the cluster that the full name is another form of.
func (g *grouping) namesake(parts []string, m mention) *cluster {
	for _, c := range g.byPart[g.stem(parts[len(parts)-1])] {
		if g.sameFull(c.parts, parts) && !opposed(c.title, m.gender) && sameSuffix(g, c, m) {
			return c
		}
	}
	return nil
}

// sameSuffix keeps father and son apart: one with Jr is not the one without.
func sameSuffix(g *grouping, c *cluster, m mention) bool {
	a, b := strings.HasSuffix(strings.TrimRight(c.name.Of(g.text), "."), "Jr"), g.toks[m.j-1].norm == "jr"
	return a == b
}

// sameFull reports whether two names of two or more words are forms of one.
func (g *grouping) sameFull(a, b []string) bool {
	if len(a) < 2 || len(b) < 2 || g.stem(a[len(a)-1]) != g.stem(b[len(b)-1]) {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if g.lex.word(a[0]).is(particle) || len(a) < len(b) && g.within(a, b) {
		return g.within(a, b)
	}
	return g.sameGiven(a[0], b[0]) && (len(a) == 2 || len(b) == 2 || g.within(a[1:], b))
}

// within reports whether every word of a is one of b.
func (g *grouping) within(a, b []string) bool {
next:
	for _, w := range a {
		for _, v := range b {
			if g.stem(w) == g.stem(v) {
				continue next
			}
		}
		return false
	}
	return true
}

// sameGiven reports whether two given names may be one person's: Bill and William, J and John.
func (g *grouping) sameGiven(a, b string) bool {
	if g.stem(a) == g.stem(b) || g.lex.sameName(a, b) {
		return true
	}
	return len(a) <= 2 && a[0] == b[0] || len(b) <= 2 && a[0] == b[0]
}

func opposed(a, b sense) bool {
	return a&(male|female) == male && b&(male|female) == female || a&(male|female) == female && b&(male|female) == male
}

// promote makes people of unknown names whose last word goes on alone behind a title or
// before a verb of speaking.
func (g *grouping) promote(short []mention) {
	for _, m := range short {
		if !m.titled && !g.speaks(m.j) {
			continue
		}
		for _, c := range g.byPart[g.stem(g.toks[m.j-1].norm)] {
			last := g.stem(c.parts[len(c.parts)-1]) == g.stem(g.toks[m.j-1].norm)
			if c.kind == Unknown && (m.titled || last) && len(g.bearers(g.toks[m.j-1].norm, m.gender, m.titled)) == 1 {
				c.kind = Person
			}
		}
	}
}

// speaks reports whether a verb of speaking stands at token k or behind an adverb there.
func (g *grouping) speaks(k int) bool {
	for n := 0; n < 2 && k < len(g.toks) && g.toks[k].gap == space; n++ {
		if g.toks[k].is(speech) {
			return true
		}
		k++
	}
	return false
}

// addShort joins names of one word to the full names they shorten.
func (g *grouping) addShort(short []mention) {
	g.standApart(short)
	firm := map[string]bool{}
	for _, m := range short {
		if !m.weak || g.speaks(m.j) && !g.common(m) {
			firm[g.toks[m.j-1].norm] = true
		}
	}
	var early []mention
	for _, m := range short {
		norm := g.toks[m.j-1].norm
		if !m.titled && g.family(norm) {
			continue
		}
		cs := g.bearers(norm, m.gender, m.titled)
		switch c, wait := g.choose(cs, m.i); {
		case c != nil:
			g.add(c, m)
		case wait:
			early = append(early, m)
		case len(cs) == 0 && firm[norm]:
			g.addSingle(norm, m)
		}
	}
	for _, m := range early {
		if c := holder(g.bearers(g.toks[m.j-1].norm, m.gender, m.titled)); c != nil {
			g.add(c, m)
		}
	}
}

// common reports whether the word that opens a sentence is a common one in English: it
// stands elsewhere without a capital, or is a participle. "Continuing claims fell."
func (g *grouping) common(m mention) bool {
	norm := g.toks[m.i].norm
	return g.inLowerCase(norm) || g.lex.lang == "en" && strings.HasSuffix(norm, "ing") && !g.toks[m.i].is(given)
}

// family reports whether a name is the plural of one in the article: the Joneses' house
// is no person's.
func (g *grouping) family(norm string) bool {
	one, plural := strings.CutSuffix(norm, "s")
	return plural && g.lex.lang == "en" && len(g.byPart[norm]) == 0 && len(g.byPart[one]) > 0
}

// bearers returns the clusters that a name of one word may stand for: those whose
// surname it is, else those of whose name it is another word.
func (g *grouping) bearers(norm string, gender sense, titled bool) []*cluster {
	var last, other []*cluster
	for _, c := range g.byPart[g.partKey(norm)] {
		if opposed(c.title, gender) || c.title&(male|female) == 0 && opposed(c.gender, gender) || titled && c.kind != Person && c.kind != Unknown {
			continue
		}
		if g.stem(c.parts[len(c.parts)-1]) == g.partKey(norm) {
			last = append(last, c)
		} else {
			other = append(other, c)
		}
	}
	if len(last) > 0 {
		return g.strong(spelled(last, norm))
	}
	return g.strong(other)
}

// spelled keeps those whose surname is written just so, if there are any: Соколов is
// not Соколова, though both have one stem.
func spelled(cs []*cluster, norm string) []*cluster {
	var exact []*cluster
	for _, c := range cs {
		if c.parts[len(c.parts)-1] == norm {
			exact = append(exact, c)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return cs
}

// strong leaves out names that only look like a person's where one surely is: "Team
// Jones" beside Mary Jones. A relation of somebody proves that there is another Jones.
func (g *grouping) strong(cs []*cluster) []*cluster {
	if len(cs) < 2 {
		return cs
	}
	var sure []*cluster
	for _, c := range cs {
		if c.gender != 0 || c.title != 0 || c.said || c.kind == Person && len(c.jobs) > 0 {
			sure = append(sure, c)
		}
	}
	if len(sure) == 0 || len(sure) == 1 && g.relative(sure[0]) {
		return cs
	}
	return sure
}

// partKey returns the key under which a one-word name is looked up; German puts an s
// on names in the genitive.
func (g *grouping) partKey(norm string) string {
	key := g.stem(norm)
	if g.byPart[key] == nil && g.lex.lang == "de" && strings.HasSuffix(norm, "s") {
		return strings.TrimSuffix(norm, "s")
	}
	return key
}

// choose picks the cluster that a bare name at token k stands for. Of namesakes it is
// the one introduced so far, or the one that the bare name already belonged to when the
// other came in; wait says that none has been introduced yet.
func (g *grouping) choose(cs []*cluster, k int) (c *cluster, wait bool) {
	if len(cs) == 1 {
		cs[0].bare++
		return cs[0], false
	}
	var before []*cluster
	for _, c := range cs {
		if c.firstRef < k {
			before = append(before, c)
		}
	}
	switch len(before) {
	case 0:
		return nil, len(cs) > 0
	case 1:
		before[0].bare++
		return before[0], false
	}
	return holder(before), false
}

// holder returns the one namesake that the bare name has stood for, twice or more.
func holder(cs []*cluster) *cluster {
	var best *cluster
	for _, c := range cs {
		if c.bare >= established {
			if best != nil {
				return nil
			}
			best = c
		}
	}
	return best
}

// addSingle joins names of one word that nothing longer explains.
func (g *grouping) addSingle(norm string, m mention) {
	key := g.stem(norm)
	if m.titled {
		switch m.gender {
		case male, female:
			if c := g.singles[key]; c != nil && opposed(c.title, m.gender) {
				key += "|" + string(rune('0'+m.gender/male))
			}
		}
	}
	c := g.singles[key]
	if c == nil {
		c = g.newCluster(m)
		if m.kind == Person {
			c.gender = g.givenGender(c.parts)
		}
		g.singles[key] = c
		g.enlist(c, c.parts)
	}
	g.add(c, m)
}
