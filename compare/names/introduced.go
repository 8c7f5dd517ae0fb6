package names

// standApart keeps a bare surname for whoever the article calls so before a namesake comes
// in. News writes a name in full when it first names somebody: "Holm", and further down
// "her father, Robert Holm", are two people, and so are a he and an Ida.
func (g *grouping) standApart(short []mention) {
	var order []string
	uses := map[string][]mention{}
	for _, m := range short {
		if g.toks[m.i].paragraph == 0 {
			continue // headlines shorten before they introduce
		}
		norm := g.toks[m.j-1].norm
		if uses[norm] == nil {
			order = append(order, norm)
		}
		uses[norm] = append(uses[norm], m)
	}
	for _, norm := range order {
		g.standBefore(norm, uses[norm])
	}
}

// standBefore settles whose the surname is where it stands before every full name with it.
func (g *grouping) standBefore(norm string, uses []mention) {
	bearers := g.surnameBearers(norm)
	for _, c := range bearers {
		if c.firstRef < uses[0].i || g.inHeadline(c) {
			return
		}
	}
	var own *cluster
	left := 0
	for _, c := range bearers {
		if !g.stranger(c, uses) {
			own = c
			left++
		}
	}
	switch {
	case len(bearers) == 0 || left > 1:
	case left == 1 && len(bearers) > 1:
		own.bare = established
	case left == 0:
		g.establish(norm, uses[0])
	}
}

// established is how often a name must have stood alone to be its bearer's from then on.
const established = 2

func (g *grouping) surnameBearers(norm string) []*cluster {
	var out []*cluster
	for _, c := range g.byPart[g.partKey(norm)] {
		if len(c.parts) > 1 && g.stem(c.parts[len(c.parts)-1]) == g.partKey(norm) {
			out = append(out, c)
		}
	}
	return spelled(out, norm)
}

// inHeadline reports whether the headline names the person in full.
func (g *grouping) inHeadline(c *cluster) bool {
	for k := 0; k+len(c.parts) <= len(g.toks) && g.toks[k].paragraph == 0; k++ {
		n := 0
		for n < len(c.parts) && g.toks[k+n].norm == c.parts[n] {
			n++
		}
		if n == len(c.parts) {
			return true
		}
	}
	return false
}

// stranger reports whether something tells the person from the one that was called by the
// surname alone before: a relation, a "Jr", the other sex.
func (g *grouping) stranger(c *cluster, uses []mention) bool {
	if g.toks[c.refs[0].j-1].is(suffix) || g.relative(c) {
		return true
	}
	he, she := 0, 0
	for _, m := range uses {
		if m.i >= c.firstRef {
			break
		}
		weight := 1
		if m.gender&(male|female) != 0 {
			weight = established
		}
		switch g.sexNear(m) {
		case male:
			he += weight
		case female:
			she += weight
		}
	}
	return c.gender == female && he >= she+established || c.gender == male && she >= he+established
}

// sexNear returns the sex by title, or by the first pronoun behind the name in its
// sentence unless another name comes in between.
func (g *grouping) sexNear(m mention) sense {
	if s := m.gender & (male | female); s != 0 {
		return s
	}
	if g.toks[m.j-1].owner {
		return 0 // "Holm's accuser said she"
	}
	for k := m.j; k < len(g.toks) && k < m.j+15 && g.toks[k].sentence == g.toks[m.i].sentence; k++ {
		if g.toks[k].capital() {
			return 0
		}
		if e := g.toks[k].entry; e.is(male|female) && !e.is(given|honorific) {
			return e.sense & (male | female)
		}
	}
	return 0
}

// relative reports whether the article introduces somebody as another's relation.
func (g *grouping) relative(c *cluster) bool {
	return len(c.refs) > 0 && (g.kinBefore(c.refs[0].i) || g.kinBehind(c.refs[0].j))
}

// kinBefore reports whether a relation leads up to the name at token i: "her father,
// Robert Holm", "his daughter and adviser, Ida Holm".
func (g *grouping) kinBefore(i int) bool {
	if g.kinOf(i) {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-4 && g.toks[k].sentence == g.toks[i].sentence; k-- {
		parted := g.toks[k+1].gap != space && (g.toks[k+1].gap != comma || k+1 < i)
		if parted || g.toks[k].norm == "of" || g.toks[k].is(speech) || g.toks[k].capital() {
			return false
		}
		if g.isKin(k) {
			return true
		}
	}
	return false
}

// kinOf reports whether somebody else is a relation of the name at token i, titles before it
// passed over: "the son of former Mayor Joe Holm".
func (g *grouping) kinOf(i int) bool {
	k := i - 1
	for k > 0 && g.toks[k+1].gap != comma && g.toks[k].is(role|modifier|honorific|demonym) {
		k--
	}
	return k > 0 && g.toks[k].norm == "of" && g.joined(k+1) && g.joined(k) && g.isKin(k-1)
}

// kinBehind reports whether an apposition calls the name before token j a relation. A
// "mother of two" is nobody's in the article.
func (g *grouping) kinBehind(j int) bool {
	if j >= len(g.toks) || g.toks[j].gap != comma {
		return false
	}
	for k := j; k < len(g.toks) && k < j+6 && g.toks[k].sentence == g.toks[j-1].sentence; k++ {
		if k > j && g.toks[k].gap != space || g.toks[k].is(speech|linker) && !g.toks[k].is(determiner) || g.toks[k].norm == "whose" {
			return false
		}
		if g.isKin(k) {
			return !g.counts(k+1) && !g.introduces(k+1)
		}
	}
	return false
}

// counts reports whether the words at token k are "of two".
func (g *grouping) counts(k int) bool {
	return k+1 < len(g.toks) && g.toks[k].norm == "of" && !g.toks[k+1].capital() && !g.toks[k+1].is(determiner|male|female)
}

func (g *grouping) isKin(k int) bool {
	e := g.toks[k].entry
	return e.is(role) && e.class == kin
}

// establish makes a person of a surname that nothing longer explains.
func (g *grouping) establish(norm string, m mention) {
	c := g.newCluster(m)
	c.kind, c.said, c.bare = Person, true, established
	c.firstRef = m.i - 1 // so that the mention itself comes behind
	c.parts = []string{norm}
	c.name = g.span(m.j-1, m.j)
	g.singles[g.stem(norm)] = c
	g.enlist(c, c.parts)
}

// headlineNames takes the full name of somebody whom the body calls by the surname alone
// from a title-case headline: "Why Ida Holm Is Angry" above "Holm said". The word before
// the surname must be a given name or go on alone in the body too.
func (g *grouping) headlineNames() {
	for k := 1; k < len(g.toks) && g.toks[k].paragraph == 0; k++ {
		if !g.toks[k].loud || !g.joined(k) || g.toks[k-1].owner {
			continue
		}
		c := g.singles[g.stem(g.toks[k].norm)]
		if c == nil || len(c.parts) > 1 || c.kind == Org || c.kind == Place || len(c.refs) < 3 || g.bodyOf(c.parts[0]) {
			continue
		}
		if x := g.singles[g.stem(g.toks[k-1].norm)]; g.givenIn(k-1, x) {
			g.nameInFull(c, x, k)
		}
	}
}

// bodyOf reports whether a known place or body goes by the word.
func (g *grouping) bodyOf(norm string) bool {
	return g.lex.word(norm).is(nation | demonym | capital | place | org | body | site)
}

// givenIn reports whether token k of the headline is a given name; x holds what the body
// calls by that word alone.
func (g *grouping) givenIn(k int, x *cluster) bool {
	t := &g.toks[k]
	if t.shape != title || t.is(never|opener|role|honorific|speech|nation|demonym|capital|org|body|site) || g.inLowerCase(t.norm) {
		return false
	}
	return t.is(given) || x != nil && (x.kind == Person || x.kind == Unknown)
}

// nameInFull gives the person c the full name that ends at token k, and the mentions of the
// given name alone.
func (g *grouping) nameInFull(c, x *cluster, k int) {
	if x != nil && x != c {
		c.refs = append(c.refs, x.refs...)
		x.refs = nil
	}
	c.kind, c.name = Person, g.span(k-1, k+1)
	c.parts = []string{g.toks[k-1].norm, g.toks[k].norm}
	c.gender |= g.givenGender(c.parts)
	c.refs = append(c.refs, ref{k - 1, k + 1})
	c.sort()
	g.fulls[g.joinNorms(ref{k - 1, k + 1})] = c
	g.enlist(c, c.parts)
}
