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

// learnCallings learns the nouns that nounsOf says somebody or something is called by.
func learnCallings(rs []*quote.Reading, union *names.Union, nounsOf func(*quote.Reading, names.Entity) []string) callings {
	c := callings{make([]map[string]int, len(rs)), make(map[string]int)}
	for a, r := range rs {
		c.of[a] = make(map[string]int)
		for i, e := range r.Names().Entities {
			id := union.ID(a, i)
			for _, noun := range nounsOf(r, e) {
				learn(c.of[a], noun, id)
				learn(c.all, noun, id)
			}
		}
	}
	return c
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
