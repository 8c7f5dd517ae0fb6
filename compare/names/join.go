package names

import "sort"

// A Union joins the entities of several articles.
type Union struct {
	ids   [][]int
	named []string
	of    []Entity // one entity for each id: the fullest
}

// Join finds which entities of the articles are one.
func Join(xs ...*Index) *Union {
	u := &Union{ids: make([][]int, len(xs))}
	type ref struct{ x, i int }
	var refs []ref
	for x := range xs {
		u.ids[x] = make([]int, len(xs[x].Entities))
		for i := range xs[x].Entities {
			refs = append(refs, ref{x, i})
		}
	}
	at := func(r ref) *Entity { return &xs[r.x].Entities[r.i] }
	sort.SliceStable(refs, func(i, j int) bool {
		a, b := at(refs[i]), at(refs[j])
		if la, lb := len(partsOf(a.Name)), len(partsOf(b.Name)); la != lb {
			return la > lb
		}
		return a.Name < b.Name
	})
	for _, r := range refs {
		u.ids[r.x][r.i] = u.place(at(r))
	}
	return u
}

// place returns the id of the entity, a new one when it is none of those known.
func (u *Union) place(e *Entity) int {
	g := &grouping{reader: &reader{lex: lexiconOf("en")}}
	parts := partsOf(e.Name)
	found := -1
	best := 0
	for id := range u.of {
		o := &u.of[id]
		if e.Known != "" || o.Known != "" {
			if e.Known == o.Known {
				return id
			}
			continue
		}
		if opposed(e.gender(), o.gender()) {
			continue
		}
		switch rank := g.rank(partsOf(o.Name), parts); {
		case rank > best:
			found, best = id, rank
		case rank == best && rank > 0:
			found = -1
		}
	}
	if found >= 0 {
		return found
	}
	u.of = append(u.of, *e)
	u.named = append(u.named, e.Name)
	return len(u.of) - 1
}

// ID returns the number of the joined entity that entity i of article x is.
func (u *Union) ID(x, i int) int { return u.ids[x][i] }

// Name returns the fullest name of a joined entity.
func (u *Union) Name(id int) string { return u.named[id] }

// SameVoice reports whether two joined entities may be one voice: the same entity,
// or a person and the body they speak for.
func (u *Union) SameVoice(id1, id2 int) bool { return id1 == id2 }
