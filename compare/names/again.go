package names

import "strings"

// lookAgain finds names known from the rest of the article where capitals alone tell
// nothing: in headlines and at the beginning of sentences.
func (g *grouping) lookAgain() {
	g.owners = make([]*cluster, len(g.toks))
	for _, c := range g.clusters {
		for _, m := range c.refs {
			g.own(c, m)
		}
	}
	forms := g.forms()
	for k := 0; k < len(g.toks); k++ {
		if g.owners[k] != nil || !g.toks[k].capital() {
			continue
		}
		if c, n := g.knownAt(forms, k); c != nil {
			g.join(c, ref{k, k + n})
			k += n - 1
		}
	}
}

// own notes whose the tokens of a mention are.
func (g *grouping) own(c *cluster, m ref) {
	for k := m.i; k < m.j; k++ {
		g.owners[k] = c
	}
}

// join adds a mention found late.
func (g *grouping) join(c *cluster, m ref) {
	c.refs = append(c.refs, m)
	g.own(c, m)
}

// forms lists the clusters by every full name they go by.
func (g *grouping) forms() map[string]*cluster {
	forms := map[string]*cluster{}
	for _, c := range g.clusters {
		for _, m := range c.refs {
			if m.j-m.i < 2 && g.toks[m.i].shape != upper {
				continue
			}
			key := g.joinNorms(m)
			if _, taken := forms[key]; !taken {
				forms[key] = c
			}
		}
	}
	return forms
}

func (g *grouping) joinNorms(m ref) string {
	if m.j-m.i == 1 {
		return g.toks[m.i].norm
	}
	var b strings.Builder
	for k := m.i; k < m.j; k++ {
		if k > m.i {
			b.WriteByte(' ')
		}
		b.WriteString(g.toks[k].norm)
	}
	return b.String()
}

// knownAt returns the cluster that token k begins a mention of, and its length.
func (g *grouping) knownAt(forms map[string]*cluster, k int) (*cluster, int) {
	t := &g.toks[k]
	for n := g.run(k); n >= 2; n-- {
		if c := forms[g.joinNorms(ref{k, k + n})]; c != nil {
			return c, n
		}
	}
	if t.loud && t.shape == upper {
		if c := forms[t.norm]; c != nil {
			return c, 1
		}
	}
	if c := g.bareAt(k); c != nil {
		return c, 1
	}
	if t.is(body) && !t.loud && k > 0 && g.toks[k-1].is(definite) && g.joined(k) {
		return g.onlyBody(t.norm, k), 1
	}
	if !t.loud {
		return nil, 0
	}
	return g.lexiconAt(k)
}

// run returns how many words, six at most, may make one name from token k on.
func (g *grouping) run(k int) int {
	n := 1
	for n < 6 && k+n < len(g.toks) && g.owners[k+n] == nil && g.joined(k+n) && !g.toks[k+n-1].owner {
		n++
	}
	return n
}

// bareAt returns the person or thing that token k names by a short form.
func (g *grouping) bareAt(k int) *cluster {
	t := &g.toks[k]
	if t.is(never|opener|speech|role|determiner) && !g.calendarName(k) {
		return nil
	}
	cs := g.bearers(t.norm, 0, false)
	c, wait := g.choose(cs, k)
	if wait {
		c = holder(cs)
	}
	if c == nil || c.kind != Person && !t.loud && len(c.parts) > 1 {
		return nil
	}
	// A given name alone in a headline is seldom a person of the article.
	if g.stem(c.parts[len(c.parts)-1]) != g.partKey(t.norm) && t.is(given) {
		return nil
	}
	return c
}

// calendarName reports whether a word that is a month too names a person here: "May said".
func (g *grouping) calendarName(k int) bool {
	t := &g.toks[k]
	if !t.is(given) && !t.is(role) || t.is(speech|determiner) {
		return false
	}
	if k+1 < len(g.toks) && (g.toks[k+1].shape == figure || t.owner) {
		return t.owner
	}
	return g.speaks(k+1) || k > 0 && !t.first && g.toks[k-1].shape == lower && !g.toks[k-1].is(opener|linker)
}

// lexiconAt finds a country, capital or known body in a headline.
func (g *grouping) lexiconAt(k int) (*cluster, int) {
	e, n := g.phrase(k, len(g.toks))
	if n == 0 || !e.is(nation|demonym|capital|org|place) || n == 1 && e.is(opener|given) && g.toks[k].shape != upper {
		return nil, 0
	}
	if g.shouts(k) && n == 1 && e.is(opener|never|given) {
		return nil, 0
	}
	before := len(g.mentions)
	g.emitKnown(k, k+n, e)
	if len(g.mentions) == before {
		return nil, 0
	}
	c := g.addThing(g.mentions[before])
	c.refs = c.refs[:len(c.refs)-1]
	return c, n
}

// shouts reports whether the words around token k are all in capitals.
func (g *grouping) shouts(k int) bool {
	return k+1 < len(g.toks) && g.toks[k+1].sentence == g.toks[k].sentence && g.toks[k+1].shape == upper ||
		k > 0 && g.toks[k-1].sentence == g.toks[k].sentence && g.toks[k-1].shape == upper
}

// institutions finds bodies written without capitals: "Russia's defence ministry", and
// "the ministry" where the article speaks of one alone.
func (g *grouping) institutions() {
	for k := 0; k < len(g.toks); k++ {
		if g.owners[k] != nil || g.toks[k].shape != lower || !g.toks[k].is(voiceBody|modifier) {
			continue
		}
		e, n := g.phrase(k, len(g.toks))
		if n == 0 || !e.is(voiceBody) {
			continue
		}
		g.institution(k, k+n)
		k += n - 1
	}
}

func (g *grouping) institution(k, end int) {
	if k == 0 || !g.joined(k) || !g.phraseEnds(end) {
		return
	}
	before := g.owners[k-1]
	switch {
	case before != nil && strings.HasPrefix(before.id, "n:") && g.toks[k-1].is(demonym):
		g.disown(k - 1)
		g.addBody(mention{i: k - 1, j: end, kind: Org, nation: before.nation}, "")
	case before != nil && g.toks[k-1].owner && before.nation != "" && before.kind == Place:
		g.addBody(mention{i: k, j: end, kind: Org, nation: before.nation}, before.name.Of(g.text)+"’s "+g.span(k, end).Of(g.text))
	case g.toks[k-1].is(definite):
		if c := g.onlyBody(g.joinNorms(ref{k, end}), k); c != nil {
			g.join(c, ref{k, end})
		}
	}
}

// phraseEnds reports whether the noun before token k is no mere attribute: "the army
// said" names a body, "the army base" does not.
func (g *grouping) phraseEnds(k int) bool {
	return k >= len(g.toks) || !g.joined(k) || g.toks[k].is(speech|opener|linker|determiner|particle) || g.toks[k-1].owner
}

// addBody adds a mention of a body found late.
func (g *grouping) addBody(m mention, called string) {
	n := len(g.clusters)
	c := g.addThing(m)
	if len(g.clusters) > n {
		c.called = called
	}
	g.own(c, ref{m.i, m.j})
}

// disown takes the mention that covers token k from its owner.
func (g *grouping) disown(k int) {
	c := g.owners[k]
	for k > 0 && g.owners[k-1] == c && g.joined(k) {
		k--
	}
	for ; k < len(g.owners) && g.owners[k] == c; k++ {
		g.owners[k] = nil
	}
}

// onlyBody returns the one body of the article so far that the words can stand for.
func (g *grouping) onlyBody(words string, k int) *cluster {
	var found *cluster
	for _, c := range g.clusters {
		if c.kind != Org || len(c.refs) == 0 || c.refs[0].i > k {
			continue
		}
		key := bodyKey(c.parts, g.lex.word(c.parts[0]).is(demonym))
		if key != bodyKey(strings.Fields(words), false) && !strings.HasSuffix(key, " "+words) {
			continue
		}
		if found != nil {
			return nil
		}
		found = c
	}
	return found
}
