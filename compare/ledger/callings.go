package ledger

import (
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
)

// callings knows, of every article and of all together, the one whom a common noun stands
// for.
type callings struct {
	of  []map[string]int // by article
	all map[string]int
}

// several marks a noun that may stand for more than one.
const several = -2

// learnCallings learns the nouns that nounsOf says somebody or something is called by. Whom
// one article shows to be a person is one in all.
func learnCallings(rs []*quote.Reading, union *names.Union, nounsOf func(*quote.Reading, names.Entity) []string) callings {
	c := callings{make([]map[string]int, len(rs)), make(map[string]int)}
	persons := personsIn(rs, union)
	for a, r := range rs {
		c.of[a] = make(map[string]int)
		for i, e := range r.Names().Entities {
			id := union.ID(a, i)
			if e.Kind == names.Unknown && persons[id] {
				e.Kind = names.Person
			}
			for _, noun := range nounsOf(r, e) {
				learn(c.of[a], noun, id)
				learn(c.all, noun, id)
			}
		}
	}
	return c
}

// personsIn returns the joined entities that are persons.
func personsIn(rs []*quote.Reading, union *names.Union) map[int]bool {
	persons := make(map[int]bool)
	for a, r := range rs {
		for i, e := range r.Names().Entities {
			if e.Kind == names.Person {
				persons[union.ID(a, i)] = true
			}
		}
	}
	return persons
}

func learn(of map[string]int, noun string, id int) {
	if known, ok := of[noun]; ok && known != id {
		id = several
	}
	of[noun] = id
}

// only returns the one whom a noun stands for in an article, or else in all of them; -1 for
// none or several, and for no noun.
func (c callings) only(article int, noun string) int {
	id, ok := c.of[article][noun]
	if !ok {
		id, ok = c.all[noun]
	}
	if !ok || id == several {
		return -1
	}
	return id
}
