package ledger

import (
	"strings"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// institutions knows, of every article and of all together, the one body that a common
// noun stands for: "the airline" is Harbour Airways where no other airline is named.
type institutions struct {
	of  []map[string]int // by article
	all map[string]int
}

// several marks a noun that may stand for more than one body.
const several = -2

func findInstitutions(rs []*quote.Reading, union *names.Union) institutions {
	in := institutions{make([]map[string]int, len(rs)), make(map[string]int)}
	for a, r := range rs {
		in.of[a] = make(map[string]int)
		for i, e := range r.Names().Entities {
			if e.Kind == names.Person {
				continue
			}
			id := union.ID(a, i)
			for _, noun := range nounsOf(r, e) {
				learn(in.of[a], noun, id)
				learn(in.all, noun, id)
			}
		}
	}
	return in
}

func learn(of map[string]int, noun string, id int) {
	if known, ok := of[noun]; ok && known != id {
		id = several
	}
	of[noun] = id
}

// nounsOf returns the nouns that a body may be called by: those of its name and the one
// before it, "the budget airline Norfly".
func nounsOf(r *quote.Reading, e names.Entity) []string {
	var out []string
	if e.Kind == names.Org || strings.Contains(e.Name, " ") {
		for _, w := range text.Words(e.Name) {
			if noun := institution(w.Norm); noun != "" {
				out = append(out, noun)
			}
		}
	}
	for _, m := range e.Mentions[:min(len(e.Mentions), mentionsRead)] {
		before := strings.Fields(r.Text[max(0, m.Start-longestNoun):m.Start])
		if n := len(before); n > 0 && strings.HasSuffix(r.Text[:m.Start], " ") {
			if noun := institution(strings.ToLower(before[n-1])); noun != "" {
				out = append(out, noun)
			}
		}
	}
	return out
}

const (
	mentionsRead = 5  // of a body, to learn what it is
	longestNoun  = 30 // bytes before a name in which the noun stands
)

// meant returns the body that a description without a name in it stands for in an
// article, or -1: "the airline", "a spokesman for the hospital".
func (in institutions) meant(article int, description string) int {
	noun := institution(lastWord(description))
	if noun == "" {
		return -1
	}
	id, ok := in.of[article][noun]
	if !ok {
		id, ok = in.all[noun]
	}
	if !ok || id == several {
		return -1
	}
	return id
}
