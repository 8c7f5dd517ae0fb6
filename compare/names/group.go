package names

import (
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

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
	bare := r.bareUses()
	for _, m := range r.mentions {
		m = r.behindGenitive(m)
		if bare.modifies(r, m) {
			m.j = m.i + 1
		}
		if bare.behindNation(r, m) {
			m.i, m.nation = m.j-1, ""
		}
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
	g.headlineNames()
	g.joinBodies()
	return g
}

func (g *grouping) newCluster(m mention) *cluster {
	c := &cluster{kind: m.kind, id: m.id, nation: m.nation, parts: g.nominativeParts(m), name: g.span(m.i, m.j), firstRef: m.i}
	g.clusters = append(g.clusters, c)
	return c
}

// add records a mention of the cluster.
func (g *grouping) add(c *cluster, m mention) {
	c.refs = append(c.refs, ref{m.i, m.j})
	for _, jb := range m.jobs {
		c.learn(jb)
	}
	if m.titled {
		c.title |= m.gender
	}
	c.title |= g.namedAs(m.i)
	for _, jb := range m.jobs {
		if jb.class == kin && !opposed(c.title|c.gender, jb.gender) {
			c.title |= jb.gender
		}
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

// namedAs returns the sex of somebody who is introduced as "a man named", before token i.
func (g *grouping) namedAs(i int) sense {
	if i < 2 || !g.joined(i) || !g.joined(i-1) || g.toks[i-1].norm != "named" && g.toks[i-1].norm != "called" {
		return 0
	}
	switch g.toks[i-2].norm {
	case "man", "boy":
		return male
	case "woman", "girl":
		return female
	}
	return 0
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

// nominativeParts returns the parts of a name, those of a person in the nominative, so that
// Соколов is told from Соколова wherever they are first named.
func (g *grouping) nominativeParts(m mention) []string {
	parts := g.parts(m)
	if !g.lex.slavic || m.kind == Org || m.kind == Place || len(parts) < 2 {
		return parts
	}
	if name, changed := g.lex.nominative(g.span(m.i, m.j).Of(g.text), g.alone); changed {
		if cased := strings.Fields(text.Fold(name)); len(cased) == len(parts) {
			return cased
		}
	}
	return parts
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

// stem folds the case endings of Slavic names together.
func (g *grouping) stem(w string) string { return nameStem(w, g.lex.slavic) }
