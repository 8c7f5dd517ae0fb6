package names

import (
	"slices"
	"sort"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// A cluster is an entity in the making.
type cluster struct {
	kind     Kind
	id       string
	nation   string
	parts    []string // folded words of the name it goes by
	name     text.Span
	called   string // display name that the text does not hold; empty when name does
	title    sense  // gender by Mr and Mrs
	gender   sense  // gender by given name or role
	said     bool   // a human verb or title goes with it
	firstRef int    // token of the first full mention
	jobs     []job
	refs     []ref  // mentions
	sorted   int    // how many of them are known to be in order
	votes    [2]int // he, she
	human    int    // pronouns that only a person has
	speaks   int    // verbs of speaking
	bare     int    // bare surname mentions before a namesake comes in
}

// A ref is a mention by its tokens.
type ref struct{ i, j int }

func (c *cluster) sort() {
	sort.Slice(c.refs, func(i, j int) bool { return c.refs[i].i < c.refs[j].i })
}

// sex weighs the evidence: Mr and Mrs first, then many pronouns, then the given name,
// then a single pronoun.
func (c *cluster) sex() sense {
	byVotes, clear := sense(0), false
	switch he, she := c.votes[0], c.votes[1]; {
	case he > 2*she:
		byVotes, clear = male, he >= 3
	case she > 2*he:
		byVotes, clear = female, she >= 3
	}
	for _, s := range [...]sense{c.title, pick(clear, byVotes), c.gender, byVotes} {
		if s &= male | female; s == male || s == female {
			return s
		}
	}
	return 0
}

func pick(ok bool, s sense) sense {
	if ok {
		return s
	}
	return 0
}

// A grouping joins the mentions of one article.
type grouping struct {
	*reader
	met      map[meeting]int // how often a person and a country are named together
	owners   []*cluster      // by token: whose mention it belongs to
	clusters []*cluster
	byKey    map[string]*cluster   // known things and places by key
	bodies   map[string][]*cluster // other bodies by key: each country may have one
	fulls    map[string]*cluster   // people and the unknown by full name
	byPart   map[string][]*cluster // people and the unknown by each word of their name
	singles  map[string]*cluster   // names of one word that nothing longer explains
}

func group(r *reader) *grouping {
	g := &grouping{reader: r, byKey: map[string]*cluster{}, bodies: map[string][]*cluster{}, fulls: map[string]*cluster{}, byPart: map[string][]*cluster{}, singles: map[string]*cluster{}}
	var short, weak []mention
	for _, m := range r.mentions {
		switch {
		case m.id != "" || m.kind == Org || m.kind == Place:
			g.addThing(m)
		case g.wordCount(m) >= 2 && m.weak && m.kind == Unknown:
			weak = append(weak, m)
		case g.wordCount(m) >= 2:
			g.addFull(m)
		default:
			short = append(short, m)
		}
	}
	for _, m := range weak {
		g.addFull(m)
	}
	g.promote(short)
	g.addShort(short)
	g.joinBodies()
	return g
}

func (g *grouping) newCluster(m mention) *cluster {
	c := &cluster{kind: m.kind, id: m.id, nation: m.nation, parts: g.parts(m), name: g.span(m.i, m.j), firstRef: m.i}
	g.clusters = append(g.clusters, c)
	return c
}

// add records a mention of the cluster.
func (g *grouping) add(c *cluster, m mention) {
	c.refs = append(c.refs, ref{m.i, m.j})
	c.jobs = append(c.jobs, m.jobs...)
	if m.titled {
		c.title |= m.gender
	}
	for _, jb := range m.jobs {
		c.gender |= jb.gender
	}
	c.said = c.said || m.titled
	if c.nation == "" {
		c.nation = m.nation
	}
	if m.kind == Person && c.kind == Unknown {
		c.kind = Person
	}
}

// parts returns the folded words of a name, suffixes and lone points left out.
func (g *grouping) parts(m mention) []string {
	var out []string
	for k := m.i; k < m.j; k++ {
		if g.toks[k].is(suffix) && k > m.i && k == m.j-1 && m.j-m.i > 2 {
			continue
		}
		out = append(out, g.toks[k].norm)
	}
	return out
}

func (g *grouping) wordCount(m mention) int { return len(g.parts(m)) }

// addThing joins what is known or named by its head.
func (g *grouping) addThing(m mention) *cluster {
	key := m.id
	if key == "" {
		key = string(m.kind[0]) + ":" + bodyKey(g.parts(m), g.toks[m.i].is(demonym))
	}
	c := g.byKey[key]
	unnamed := m.kind == Org && m.id == ""
	if unnamed {
		c = g.sameBody(key, m.nation)
	}
	if c == nil {
		c = g.newCluster(m)
		if unnamed {
			g.bodies[key] = append(g.bodies[key], c)
		} else {
			g.byKey[key] = c
		}
		if strings.HasPrefix(m.id, "n:") && g.toks[m.i].is(demonym) && !g.toks[m.i].is(nation) {
			c.called = g.lex.canonical[m.id]
		}
	} else {
		g.rename(c, m)
	}
	g.add(c, m)
	return c
}

// sameBody finds the body of that key and country; one whose country is not told may be
// any that is alone in bearing the key.
func (g *grouping) sameBody(key, code string) *cluster {
	var found *cluster
	for _, c := range g.bodies[key] {
		switch {
		case c.nation == code:
			return c
		case c.nation != "" && code != "":
		case found != nil:
			return nil
		default:
			found = c
		}
	}
	return found
}

// rename lets the fullest form of a country or body be its name.
func (g *grouping) rename(c *cluster, m mention) {
	if strings.HasPrefix(m.id, "n:") && g.toks[m.i].is(demonym) && !g.toks[m.i].is(nation) {
		return
	}
	span := g.span(m.i, m.j)
	if c.called != "" || g.toks[m.i].shape != upper && span.Len() > c.name.Len() {
		c.called, c.name = "", span
	}
}

// bodyKey writes the name of a body one way: "Ministry of Foreign Affairs" and "Foreign
// Ministry" are one, and so are both spellings of organisation.
func bodyKey(parts []string, national bool) string {
	if national {
		parts = parts[1:]
	}
	words := make([]string, 0, len(parts))
	for _, w := range parts {
		if s, ok := spellings[w]; ok {
			w = s
		}
		words = append(words, w)
	}
	if len(words) >= 3 && (words[0] == "ministry" || words[0] == "department") && (words[1] == "of" || words[1] == "for") {
		head := words[0]
		words = words[2:]
		if words[0] == "the" && len(words) > 1 {
			words = words[1:]
		}
		if len(words) > 1 && words[len(words)-1] == "affairs" {
			words = words[:len(words)-1]
		}
		words = append(words[:len(words):len(words)], head)
	}
	return strings.Join(words, " ")
}

// spellings brings American spelling to British in the names of bodies.
var spellings = map[string]string{
	"organization": "organisation", "defense": "defence", "center": "centre", "labor": "labour",
	"centers": "centres", "program": "programme", "dept": "department", "&": "and",
}

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
		c.gender = g.givenGender(parts)
		g.index1(c, parts)
	} else if len(parts) > len(c.parts) {
		g.index1(c, parts)
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

// addBehindFirst joins "Ranting Jones" to Jones: the word that opens the sentence need
// be no part of the name.
func (g *grouping) addBehindFirst(parts []string, m mention) bool {
	rest := m
	rest.i++
	var c *cluster
	if len(parts) > 2 {
		c = g.namesake(parts[1:], rest)
	} else if cs := g.bearers(parts[1], m.gender, m.titled); len(cs) == 1 && cs[0].parts[0] != parts[0] && cs[0].kind == Person {
		c = cs[0]
	}
	if c == nil {
		return false
	}
	g.used[m.i] = false
	g.add(c, rest)
	return true
}

// index1 makes the cluster findable by the words of a name.
func (g *grouping) index1(c *cluster, parts []string) {
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
	if len(parts) < 2 || !e.is(given) {
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
	firm := map[string]bool{}
	for _, m := range short {
		if !m.weak || g.speaks(m.j) {
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
		return strong(spelled(last, norm))
	}
	return strong(other)
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
// Jones" beside Mary Jones.
func strong(cs []*cluster) []*cluster {
	if len(cs) < 2 {
		return cs
	}
	var sure []*cluster
	for _, c := range cs {
		if c.gender != 0 || c.title != 0 || c.said || c.kind == Person && len(c.jobs) > 0 {
			sure = append(sure, c)
		}
	}
	if len(sure) > 0 {
		return sure
	}
	return cs
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
		if c.bare >= 2 {
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
		g.singles[key] = c
		g.index1(c, c.parts)
	}
	g.add(c, m)
}

// index lays the clusters out in order of first mention.
func (g *grouping) index() *Index {
	var kept []*cluster
	for _, c := range g.clusters {
		c.refs = slices.DeleteFunc(c.refs, func(m ref) bool { return g.owners[m.i] != c })
		if len(c.refs) > 0 {
			c.sort()
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

// stem folds the case endings of Slavic names together.
func (g *grouping) stem(w string) string { return nameStem(w, g.lex.slavic) }
