package names

import (
	"sort"
	"strings"
)

// pronouns counts he and she as evidence of who is a person and of which sex: a pronoun
// behind the only person its sentence has named. "Acme said he" makes no man of Acme.
func (g *grouping) pronouns() {
	var only *cluster
	several, speaking := false, false
	for k := range g.toks {
		if k > 0 && g.toks[k].sentence != g.toks[k-1].sentence {
			only, several = nil, false
		}
		if c := g.owners[k]; c != nil {
			if c.kind == Person || c.kind == Unknown {
				if len(c.parts) > 1 && g.owners[min(k+1, len(g.owners)-1)] != c && g.ageBehind(k+1) {
					c.human += surelyHuman
				}
				several = several || only != nil && only != c
				only = c
				speaking = false
				if g.speaks(k + 1) {
					c.speaks++
					speaking = true
				}
			}
			continue
		}
		e := g.toks[k].entry
		if only == nil || several || !e.is(male|female) || e.is(given|honorific) || g.ofAnother(k) {
			continue
		}
		if e.is(male) {
			only.votes[0]++
		} else {
			only.votes[1]++
		}
		if !speaking {
			only.human++
		}
	}
	for _, c := range g.clusters {
		if c.kind == Unknown && len(c.parts) <= 4 && !innerCapital(c.name.Of(g.text)) && (c.human > 0 && c.speaks > 0 || c.human >= surelyHuman || c.speaks > 0 && g.surnamed(c)) {
			c.kind = Person
		}
	}
}

// ofAnother reports whether the pronoun at token k stands for somebody else than the subject: Holm
// hands her the file.
func (g *grouping) ofAnother(k int) bool {
	return g.toks[k].norm == "her" && k+1 < len(g.toks) && g.joined(k+1) && g.toks[k+1].is(determiner)
}

// surelyHuman is the evidence from which a name of unknown kind is a person's.
const surelyHuman = 3

// ageBehind reports whether an age or a relative pronoun of people stands between commas at
// token k: "Ida Holm, 36, wept", "Ida Holm, who wept".
func (g *grouping) ageBehind(k int) bool {
	if k >= len(g.toks) || g.toks[k].gap != comma || g.toks[k].sentence != g.toks[k-1].sentence {
		return false
	}
	if t := &g.toks[k]; g.lex.lang != "en" || t.shape != figure || t.End-t.Start > 2 {
		return g.lex.lang == "en" && t.norm == "who"
	}
	return k+1 < len(g.toks) && g.toks[k+1].gap == comma
}

// innerCapital reports whether a name is written as companies write theirs: AcmeWorks,
// MetalTV. McDonald and MacDonald are people's.
func innerCapital(name string) bool {
	if strings.HasPrefix(name, "Mc") || strings.HasPrefix(name, "Mac") || strings.ContainsAny(name, " '’-") {
		return false
	}
	for i := 1; i < len(name); i++ {
		if 'A' <= name[i] && name[i] <= 'Z' && 'a' <= name[i-1] && name[i-1] <= 'z' {
			return true
		}
	}
	return false
}

// surnamed reports whether a name of two words or more goes on by its last word alone, as
// people do: companies keep their first.
func (g *grouping) surnamed(c *cluster) bool {
	if len(c.parts) < 2 {
		return false
	}
	for _, m := range c.refs {
		if m.j-m.i == 1 && g.toks[m.i].norm == c.parts[len(c.parts)-1] && !g.toks[m.i].is(body|site) {
			return true
		}
	}
	return false
}

// A description is a role that stands for a person: "the Russian president".
type description struct {
	job
	i, j int // its tokens, the country's adjective included
	done bool
}

// describe joins descriptions to the people they stand for. Each one settled tells the
// country and office of somebody, which may settle another.
func (g *grouping) describe() {
	ds := g.descriptionsIn()
	people := g.people()
	if len(ds) == 0 || len(people) > 10*crowd {
		return
	}
	g.met = map[meeting]int{}
	for round, settled := 0, true; settled && round < 4; round++ {
		settled = false
		for i := range ds {
			if ds[i].done {
				continue
			}
			if c := g.described(&ds[i], people); c != nil {
				g.attach(c, &ds[i])
				settled = true
			}
		}
	}
}

func (g *grouping) people() []*cluster {
	var people []*cluster
	for _, c := range g.clusters {
		if c.kind == Person && len(c.refs) > 0 {
			c.sort()
			c.sorted = len(c.refs)
			people = append(people, c)
		}
	}
	return people
}

// descriptionsIn finds the definite descriptions of the article.
func (g *grouping) descriptionsIn() []description {
	var ds []description
	for k := 0; k < len(g.toks); k++ {
		if g.owners[k] != nil || !g.toks[k].is(role|modifier) && !g.roleLike(k) && !g.beginsRole(k) {
			continue
		}
		e, n := g.phrase(k, len(g.toks))
		if n == 0 || !e.is(role) {
			if !g.roleLike(k) {
				continue
			}
			e, n = g.classByTail(k), 1
		}
		if d, ok := g.description(k, n, e); ok {
			ds = append(ds, d)
		}
		k += n - 1
	}
	return ds
}

// beginsRole reports whether a word that is no role alone begins one: "transport minister".
func (g *grouping) beginsRole(k int) bool {
	if g.toks[k].shape != lower {
		return false
	}
	e, n := g.phrase(k, len(g.toks))
	return n > 1 && e.is(role)
}

// description reads the role phrase [k,k+n) and says whether it stands for somebody.
func (g *grouping) description(k, n int, e *entry) (description, bool) {
	d := description{i: k, j: k + n}
	d.job = g.jobAt(k, k+n, e)
	if g.nationBehind(d.j) {
		d.j++
	}
	d.i = d.j - len(partsOf(d.text))
	if d.i < 0 || g.titles(d.j) {
		return d, false
	}
	definiteHere := d.i > 0 && g.toks[d.i-1].is(definite) || g.ownerNation(d.i) != "" || g.toks[d.i].owner
	if d.class == "counterpart" {
		definiteHere = definiteHere || d.i > 0 && g.toks[d.i-1].is(determiner|male|female)
	}
	if d.nation == "" {
		d.nation = g.ownerNation(d.i)
	}
	if of := g.ofNation(d.j); d.nation == "" && of != "" {
		d.nation = of
	} else if d.j < len(g.toks) && g.toks[d.j].gap == space && g.toks[d.j].is(linker) && d.nation == "" && !g.toks[d.j].is(opener) {
		return d, false
	}
	return d, definiteHere
}

// titles reports whether the role that ends at token j is the title of a name there.
func (g *grouping) titles(j int) bool {
	if j >= len(g.toks) || !g.joined(j) && g.toks[j].gap != point {
		return false
	}
	return g.owners[j] != nil && (g.owners[j].kind == Person || g.owners[j].kind == Unknown) && g.toks[j].sentence == g.toks[j-1].sentence
}

// described returns whom a description stands for, nil when that is not plain.
func (g *grouping) described(d *description, people []*cluster) *cluster {
	if d.class == "counterpart" {
		return g.counterpart(d, people)
	}
	if c, declared := g.declared(d, people); declared {
		return c
	}
	if d.nation == "" || d.status != "" || d.class != "leader" && !ruling(d.class) {
		return nil
	}
	return g.inferred(d)
}

// declared looks among those the article gives that role; the result is final when
// there are any.
func (g *grouping) declared(d *description, people []*cluster) (*cluster, bool) {
	var best []*cluster
	bestFit := 0
	for _, c := range people {
		if c.refs[0].i > d.i && d.nation == "" {
			continue
		}
		fit := 0
		for _, jb := range c.jobs {
			fit = max(fit, g.lex.fit(d.job, jb, c.nation))
		}
		switch {
		case fit == 0 || fit < bestFit:
		case fit > bestFit:
			best, bestFit = append(best[:0], c), fit
		default:
			best = append(best, c)
		}
	}
	if len(best) > 1 {
		best = g.plainest(best, d.i)
	}
	if len(best) == 1 && !g.besides(best[0], d) && g.inView(best[0], d) {
		return best[0], true
	}
	return nil, bestFit > 0
}

// inView reports whether a description without a country may mean the person: one who
// stands in the paragraph, or one the article speaks of again and again. "The president"
// is seldom the foreign one named once, ten paragraphs up.
func (g *grouping) inView(c *cluster, d *description) bool {
	return d.nation != "" || c.sorted >= 3 || len(g.nearby([]*cluster{c}, d.i)) > 0
}

// plainest keeps the one the article is about, unless another is the nearer, and the
// nearest when none stands out.
func (g *grouping) plainest(cs []*cluster, k int) []*cluster {
	near := g.nearby(cs, k)
	star := outstanding(cs)
	switch {
	case star == nil:
		return near
	case len(near) == 0, contains(near, star):
		return []*cluster{star}
	}
	return nil
}

// outstanding returns the one mentioned three times as often as any other.
func outstanding(cs []*cluster) *cluster {
	for i, c := range cs {
		best := true
		for j, d := range cs {
			best = best && (i == j || len(c.refs) >= 3*len(d.refs))
		}
		if best {
			return c
		}
	}
	return nil
}

// nearby keeps those mentioned in the paragraph of token k, up to it, or the one before.
func (g *grouping) nearby(cs []*cluster, k int) []*cluster {
	var near []*cluster
	for _, c := range cs {
		// Mentions up to c.sorted are in order; those behind are descriptions joined since.
		i := sort.Search(c.sorted, func(i int) bool { return c.refs[i].i >= k })
		if i > 0 && g.toks[c.refs[i-1].i].paragraph >= g.toks[k].paragraph-1 {
			near = append(near, c)
		}
	}
	return near
}

// besides reports whether the person is named so close to the description that the two
// are different people: "Jones told the French president".
func (g *grouping) besides(c *cluster, d *description) bool {
	const near = 4
	for k := d.i - 2; k >= 0 && k >= d.i-1-near && g.toks[k].sentence == g.toks[d.i].sentence; k-- {
		if g.toks[k+1].gap != space {
			break
		}
		if g.owners[k] == c {
			return true
		}
	}
	for k := d.j; k < len(g.toks) && k < d.j+near && g.toks[k].sentence == g.toks[d.i].sentence; k++ {
		if g.toks[k].gap != space {
			break
		}
		if g.owners[k] == c {
			return true
		}
	}
	return false
}

// counterpart returns the only person of the country named.
func (g *grouping) counterpart(d *description, people []*cluster) *cluster {
	var found *cluster
	for _, c := range people {
		if d.nation == "" || c.home() != d.nation || g.besides(c, d) {
			continue
		}
		if found != nil {
			return nil
		}
		found = c
	}
	return found
}

// home returns the country the article ties a person to.
func (c *cluster) home() string {
	if c.nation != "" {
		return c.nation
	}
	for _, jb := range c.jobs {
		if jb.nation != "" {
			return jb.nation
		}
	}
	return ""
}

// inferred finds the ruler of a country among those whom the article introduces without
// a role, as it does only with the well-known: one of weight, named again and again
// with that country, when nobody else will do.
func (g *grouping) inferred(d *description) *cluster {
	var found *cluster
	for _, c := range g.clusters {
		if c.kind != Person && (c.kind != Unknown || c.speaks+c.human == 0) || len(c.refs) == 0 {
			continue
		}
		if len(c.refs) < 3 || c.refs[0].i > d.i || c.home() != "" && c.home() != d.nation || !c.mayRule(d.class) || g.besides(c, d) {
			continue
		}
		if found != nil {
			return nil
		}
		found = c
	}
	if found == nil || found.kind != Person || g.aged(found) || g.together(found, d.nation) < 2 {
		return nil
	}
	return found
}

// aged reports whether the article tells the person's age, "Ann Doe, 34,", as it does of
// people its readers do not know.
func (g *grouping) aged(c *cluster) bool {
	for _, m := range c.refs {
		if m.j < len(g.toks) && g.toks[m.j].gap == comma && g.toks[m.j].shape == figure && len(g.toks[m.j].norm) <= 3 {
			return true
		}
	}
	return false
}

// mayRule reports whether nothing the article says of the person speaks against it. A
// plain "President Doe" is at home with the outlet's readers: no foreign leader.
func (c *cluster) mayRule(class string) bool {
	for _, jb := range c.jobs {
		if jb.class != class && (jb.nation == "" || jb.class != "leader" && !ruling(jb.class)) || jb.status != "" {
			return false
		}
	}
	return true
}

// A meeting is a person and a country that sentences name together.
type meeting struct {
	person *cluster
	nation string
}

// together counts the sentences that name both the person and the country.
func (g *grouping) together(c *cluster, code string) int {
	key := meeting{c, code}
	n, ok := g.met[key]
	if !ok {
		n = g.countTogether(c, code)
		g.met[key] = n
	}
	return n
}

func (g *grouping) countTogether(c *cluster, code string) int {
	sentences := map[int]bool{}
	for _, m := range c.refs {
		sentences[g.toks[m.i].sentence] = true
	}
	n := 0
	for _, other := range g.clusters {
		if other.nation != code || other.kind != Place {
			continue
		}
		for _, m := range other.refs {
			if s := g.toks[m.i].sentence; sentences[s] {
				sentences[s] = false
				n++
			}
		}
	}
	return n
}

// attach makes the description a mention of the person.
func (g *grouping) attach(c *cluster, d *description) {
	d.done = true
	for k := d.i; k < d.j; k++ {
		switch {
		case g.owners[k] == nil:
		case g.toks[k].is(demonym):
			g.disown(k)
		default:
			d.i = k + 1
		}
	}
	if d.i >= d.j {
		return
	}
	g.join(c, ref{d.i, d.j})
	c.learn(d.job)
	if c.nation == "" {
		c.nation = d.nation
	}
}
