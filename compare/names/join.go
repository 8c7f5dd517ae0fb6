package names

import (
	"cmp"
	"slices"
	"sort"
	"strings"
)

// A Union joins the entities of several articles.
type Union struct {
	ids     [][]int
	members []member // by id: what the articles together say
}

// A member is one entity of an article, or what several say together.
type member struct {
	Entity
	parts   []string
	jobs    []job
	article int
	index   int
}

// Join finds which entities of the articles are one. Entities of one article are never
// joined with each other: the article itself keeps them apart. The outcome, ids
// included, does not depend on the order of the articles.
func Join(xs ...*Index) *Union {
	j := &joiner{}
	for a, x := range xs {
		for i, e := range x.Entities {
			m := member{Entity: e, parts: partsOf(e.Name), article: a, index: i}
			if i < len(x.jobs) {
				m.jobs = x.jobs[i]
			}
			j.members = append(j.members, m)
		}
	}
	slices.SortStableFunc(j.members, compareMembers)
	j.sets = make([]int, len(j.members))
	j.articles = make([]map[int]bool, len(j.members))
	for i, m := range j.members {
		j.sets[i] = i
		j.articles[i] = map[int]bool{m.article: true}
	}
	j.joinThings()
	j.joinPeople()
	return j.union(xs)
}

// compareMembers orders by what the entities say, so that the input order tells nothing.
func compareMembers(a, b member) int {
	return cmp.Or(
		-cmp.Compare(len(a.parts), len(b.parts)),
		cmp.Compare(a.Name, b.Name), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Known, b.Known),
		cmp.Compare(a.Nation, b.Nation), slices.Compare(a.Roles, b.Roles),
		cmp.Compare(a.gender(), b.gender()), -cmp.Compare(len(a.Mentions), len(b.Mentions)),
	)
}

// A joiner holds disjoint sets of members.
type joiner struct {
	members  []member
	sets     []int
	articles []map[int]bool // by leader: where its set occurs
}

func (j *joiner) find(i int) int {
	for j.sets[i] != i {
		j.sets[i] = j.sets[j.sets[i]]
		i = j.sets[i]
	}
	return i
}

// merge joins the sets of two members; the one that sorts first leads.
func (j *joiner) merge(a, b int) {
	a, b = j.find(a), j.find(b)
	if a == b {
		return
	}
	a, b = min(a, b), max(a, b)
	j.sets[b] = a
	for article := range j.articles[b] {
		j.articles[a][article] = true
	}
}

// joinThings joins countries, capitals and bodies.
func (j *joiner) joinThings() {
	known := map[string]int{}
	byKey := map[string][]int{}
	for i, m := range j.members {
		switch {
		case m.Known != "":
			if first, ok := known[m.Known]; ok {
				j.merge(first, i)
			} else {
				known[m.Known] = i
			}
		case m.Kind == Org || m.Kind == Place:
			key := string(m.Kind) + m.bodyKey()
			byKey[key] = append(byKey[key], i)
		}
	}
	for _, key := range sortedKeys(byKey) {
		j.joinByNation(byKey[key])
	}
	j.joinAcronyms()
}

func (m *member) bodyKey() string {
	national := len(m.parts) > 1 && lexiconOf("en").word(m.parts[0]).is(demonym)
	return bodyKey(m.parts, national)
}

func sortedKeys(m map[string][]int) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// joinByNation joins bodies of one name: those of one country, and those whose country
// is not told with the only country there is.
func (j *joiner) joinByNation(is []int) {
	first := map[string]int{}
	for _, i := range is {
		code := j.members[i].Nation
		if f, ok := first[code]; ok {
			j.merge(f, i)
		} else {
			first[code] = i
		}
	}
	if blank, ok := first[""]; ok && len(first) == 2 {
		for _, i := range first {
			j.merge(blank, i)
		}
	}
}

// joinAcronyms joins an acronym with the only body whose initials it is.
func (j *joiner) joinAcronyms() {
	byInitials := map[string][]int{}
	for k, full := range j.members {
		if full.Known == "" && full.Kind == Org && len(full.parts) > 1 {
			for _, form := range initialForms(full.parts) {
				byInitials[form] = append(byInitials[form], k)
			}
		}
	}
	for i, m := range j.members {
		if m.Known != "" || m.Kind != Org || len(m.parts) != 1 || !isUpper(m.Name) {
			continue
		}
		if full := byInitials[m.parts[0]]; len(full) > 0 && j.oneSet(full) {
			j.merge(full[0], i)
		}
	}
}

// oneSet reports whether the members are all of one set.
func (j *joiner) oneSet(is []int) bool {
	for _, i := range is {
		if j.find(i) != j.find(is[0]) {
			return false
		}
	}
	return true
}

// joinPeople joins people, and names of unknown kind, by full names, then by spelling,
// then by surnames.
func (j *joiner) joinPeople() {
	var full, single []int
	for i, m := range j.members {
		switch {
		case m.Known != "" || m.Kind == Org || m.Kind == Place || len(m.parts) == 0:
		case len(m.parts) > 1:
			full = append(full, i)
		default:
			single = append(single, i)
		}
	}
	j.joinEqual(full)
	j.joinShortened(full)
	for _, p := range j.pairs(j.leaders(full)) {
		j.try(p.a, p.b)
	}
	leaders := j.byInitial(j.leaders(full))
	// Surnames come first: where an article calls one person by both names alone, it is
	// the surname that readers look for.
	single = j.joinSingles(single, leaders, bySurname)
	j.joinEqual(j.joinShortBodies(j.joinSingles(single, leaders, byAnyName)))
}

// joinShortBodies joins a name of one word that is no person's to the only body that it
// begins: Goldman to Goldman Sachs. It returns those that are left.
func (j *joiner) joinShortBodies(single []int) []int {
	byFirst := map[string][]int{}
	for i, m := range j.members {
		if m.Kind == Org && len(m.parts) > 1 && m.parts[1] != "and" {
			byFirst[m.parts[0]] = append(byFirst[m.parts[0]], i)
		}
	}
	var rest []int
	for _, i := range single {
		m := &j.members[i]
		full := byFirst[m.parts[0]]
		if m.Kind == Person || len(full) == 0 || lexiconOf("en").word(m.parts[0]) != nil || !j.oneSet(full) || !j.try(full[0], i) {
			rest = append(rest, i)
		}
	}
	return rest
}

// joinShortened joins a name of several words, of no known kind, to the only body that is
// called by it and one word of what it is: All Nippon to All Nippon Airways.
func (j *joiner) joinShortened(full []int) {
	bodies := map[string][]int{}
	for i, m := range j.members {
		if n := len(m.parts) - 1; n > 1 && lexiconOf("en").word(m.parts[n]).is(body) {
			short := strings.Join(m.parts[:n], " ")
			bodies[short] = append(bodies[short], i)
		}
	}
	for _, i := range full {
		m := &j.members[i]
		if of := bodies[strings.Join(m.parts, " ")]; m.Kind != Person && len(of) > 0 && j.oneSet(of) {
			j.try(of[0], i)
		}
	}
}

// joinSingles joins names of one word to full names they serve well enough, and returns
// those that are left.
func (j *joiner) joinSingles(single []int, leaders map[string][]int, least int) []int {
	var rest []int
	for _, i := range single {
		if !j.joinSingle(i, leaders[initialOf(joinKey(j.members[i].parts[0]))], least) {
			rest = append(rest, i)
		}
	}
	return rest
}

// joinEqual joins members of one name, which sort side by side.
func (j *joiner) joinEqual(is []int) {
	for k := 1; k < len(is); k++ {
		for n := k - 1; n >= 0 && slices.Equal(j.members[is[n]].parts, j.members[is[k]].parts); n-- {
			if j.find(is[n]) == is[n] && j.trySame(is[n], is[k]) {
				break
			}
		}
	}
}

// A pair is two names that may be one, with how alike they are.
type pair struct {
	a, b  int
	score float64
}

// pairs lists the full names that may be forms of one, the most alike first. Only names
// whose surnames begin alike are compared.
func (j *joiner) pairs(full []int) []pair {
	blocks := map[string][]int{}
	for _, i := range full {
		key := initialOf(joinKey(j.members[i].surname()))
		blocks[key] = append(blocks[key], i)
	}
	var out []pair
	for _, key := range sortedKeys(blocks) {
		block := blocks[key]
		for k, a := range block {
			for _, b := range block[:k] {
				if s := j.alike(b, a); s > 0 {
					out = append(out, pair{b, a, s})
				}
			}
		}
	}
	slices.SortStableFunc(out, func(p, q pair) int { return cmp.Compare(q.score, p.score) })
	return out
}

func (m *member) surname() string { return m.parts[len(m.parts)-1] }

// alike scores two full names: 2 for the same, 1 for forms of one, less for spellings of
// one, 0 for different names.
func (j *joiner) alike(a, b int) float64 {
	p, q := j.members[a].parts, j.members[b].parts
	if slices.Equal(p, q) {
		return 2
	}
	g := &grouping{reader: &reader{lex: lexiconOf("en")}}
	if g.sameFull(p, q) {
		return 1
	}
	if len(p) != len(q) {
		return 0
	}
	low := 1.0
	for i := range p {
		if s := spelling(p[i], q[i]); s < low && !g.lex.sameName(p[i], q[i]) {
			low = s
		}
	}
	if low < sameSpelling {
		return 0
	}
	return low
}

// try merges two members unless their articles or what is known of them forbid it.
func (j *joiner) try(a, b int) bool {
	if j.find(a) == j.find(b) {
		return true
	}
	if j.meet(a, b) || !j.agree(a, b) {
		return false
	}
	j.merge(a, b)
	return true
}

// trySame merges two members of one name. Sex, which articles may leave to a pronoun,
// speaks against it only where the name is of one word or no person's.
func (j *joiner) trySame(a, b int) bool {
	if len(j.members[a].parts) == 1 || j.members[a].Kind != Person && j.members[b].Kind != Person {
		return j.try(a, b)
	}
	if j.find(a) != j.find(b) && j.meet(a, b) {
		return false
	}
	j.merge(a, b)
	return true
}

// meet reports whether one article names both, and so keeps them apart.
func (j *joiner) meet(a, b int) bool {
	p, q := j.articles[j.find(a)], j.articles[j.find(b)]
	if len(p) > len(q) {
		p, q = q, p
	}
	for article := range p {
		if q[article] {
			return true
		}
	}
	return false
}

func (j *joiner) agree(a, b int) bool {
	p, q := &j.members[a], &j.members[b]
	return !opposed(p.gender(), q.gender()) && (p.Nation == "" || q.Nation == "" || p.Nation == q.Nation || p.Kind == Person && len(p.parts) > 1 && len(q.parts) > 1)
}

// leaders returns one member of each set.
func (j *joiner) leaders(is []int) []int {
	var out []int
	for _, i := range is {
		if j.find(i) == i {
			out = append(out, i)
		}
	}
	return out
}

// byInitial lists members by the initial of each word of their names.
func (j *joiner) byInitial(is []int) map[string][]int {
	by := map[string][]int{}
	for _, i := range is {
		for _, p := range j.members[i].parts {
			key := initialOf(joinKey(p))
			if list := by[key]; len(list) == 0 || list[len(list)-1] != i {
				by[key] = append(list, i)
			}
		}
	}
	return by
}

// joinSingle joins a surname to the only full name that bears it.
func (j *joiner) joinSingle(i int, leaders []int, least int) bool {
	best, found, tie := 0, -1, false
	for _, l := range leaders {
		r := 2 * surnameRank(&j.members[l], &j.members[i])
		if r == 2*byAnyName && j.members[l].Kind != Person && j.members[i].Kind != Person {
			continue // the town of Erie is not the Erie Times
		}
		if r == 0 || !j.agree(l, i) || j.meet(l, i) {
			continue
		}
		if sameOffice(j.members[l].jobs, j.members[i].jobs) {
			r++
		}
		switch {
		case r > best:
			best, found, tie = r, l, false
		case r == best:
			tie = true
		}
	}
	return found >= 0 && !tie && best >= 2*least && j.try(found, i)
}

// sameOffice reports whether two lists of roles share an office that few people hold.
func sameOffice(a, b []job) bool {
	for _, p := range a {
		for _, q := range b {
			if (ruling(p.class) || p.class == "leader") && p.class == q.class && p.status == q.status && (p.nation == "" || q.nation == "" || p.nation == q.nation) {
				return true
			}
		}
	}
	return false
}

// How a one-word name serves a full one.
const (
	byAnyName  = 1 // as another part
	bySpelling = 2 // as a spelling of its surname
	bySurname  = 3
)

// surnameRank says how a one-word name serves a full one, 0 for not at all.
func surnameRank(full, single *member) int {
	word := single.parts[0]
	switch {
	case joinKey(full.surname()) == joinKey(word):
		return bySurname
	case spelling(full.surname(), word) >= sameSpelling:
		return bySpelling
	case slices.Contains(full.parts, word):
		return byAnyName
	}
	return 0
}

// union numbers the sets and gathers what is known of each.
func (j *joiner) union(xs []*Index) *Union {
	u := &Union{ids: make([][]int, len(xs))}
	for a, x := range xs {
		u.ids[a] = make([]int, len(x.Entities))
	}
	number := map[int]int{}
	forms := []map[string]int{}
	for i, m := range j.members {
		root := j.find(i)
		id, ok := number[root]
		if !ok {
			id = len(u.members)
			number[root] = id
			u.members = append(u.members, member{Entity: m.Entity})
			forms = append(forms, map[string]int{})
		}
		u.ids[m.article][m.index] = id
		u.members[id].absorb(m)
		forms[id][m.Name]++
	}
	for id := range u.members {
		u.members[id].Name = bestName(forms[id])
	}
	return u
}

// absorb adds what another article says.
func (m *member) absorb(o member) {
	m.jobs = append(m.jobs, o.jobs...)
	if m.Nation == "" {
		m.Nation = o.Nation
	}
	if m.Kind == Unknown {
		m.Kind = o.Kind
	}
}

// bestName returns the form that most articles use among those of two words or more,
// else among all; the longer of two, and the first in the alphabet.
func bestName(forms map[string]int) string {
	best := ""
	for name, n := range forms {
		if best == "" || cmp.Or(
			cmp.Compare(min(2, strings.Count(name, " ")+1), min(2, strings.Count(best, " ")+1)),
			cmp.Compare(n, forms[best]), cmp.Compare(len(name), len(best)), cmp.Compare(best, name)) > 0 {
			best = name
		}
	}
	return best
}

// ID returns the number of the joined entity that entity i of article x is.
func (u *Union) ID(x, i int) int { return u.ids[x][i] }

// Name returns the fullest name of a joined entity.
func (u *Union) Name(id int) string { return u.members[id].Name }
