package ledger

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// offices knows who holds an office of a country: "the Chilean president" is Ingrid Moen where
// another article says so.
type offices struct {
	nations []map[string]string // by article: the words that name countries, and which
	holders map[string]int      // by country and office
}

func findOffices(rs []*quote.Reading, union *names.Union) offices {
	of := offices{make([]map[string]string, len(rs)), make(map[string]int)}
	for a, r := range rs {
		of.nations[a] = nationsOf(r)
		for i, e := range r.Names().Entities {
			if e.Kind != names.Person {
				continue
			}
			for _, role := range e.Roles {
				nation, office := of.parse(a, role)
				if nation == "" {
					continue
				}
				learn(of.holders, nation+" "+office, union.ID(a, i))
				if leads(office) {
					learn(of.holders, nation+" leader", union.ID(a, i))
				}
			}
		}
	}
	return of
}

// nationsOf returns the words that name countries in an article, as in “South Korean”.
func nationsOf(r *quote.Reading) map[string]string {
	nations := make(map[string]string)
	for _, e := range r.Names().Entities {
		if e.Nation == "" || e.Kind != names.Place || !strings.HasPrefix(e.Known, "n:") {
			continue
		}
		for _, m := range e.Mentions {
			nations[spaced(m.Of(r.Text))] = e.Nation
		}
	}
	return nations
}

// spaced returns the folded words of s with a space around each.
func spaced(s string) string { return normed(text.Words(s)) }

// parse takes a description apart: the country, and the office without it. Both are empty
// where there is not one country and an office.
func (of offices) parse(article int, description string) (nation, office string) {
	rest, longest := spaced(description), ""
	for words, code := range of.nations[article] {
		if strings.Contains(rest, words) && len(words) > len(longest) {
			nation, longest = code, words
		}
	}
	if nation == "" {
		return "", ""
	}
	words := strings.Fields(strings.Replace(rest, longest, " ", 1))
	words = slices.DeleteFunc(words, func(w string) bool { return text.Stop(w, "en") })
	if len(words) == 0 || anybody(words[len(words)-1]) {
		return "", ""
	}
	return nation, strings.Join(words, " ")
}

// leads reports whether an office is that of whoever leads a country.
func leads(office string) bool {
	switch office {
	case "president", "prime minister", "premier", "chancellor", "king", "queen", "leader":
		return true
	}
	return false
}

// meant returns the person whom a description stands for in an article, or -1. One that opens
// with "a" may be anybody.
func (of offices) meant(article int, description string) int {
	if first, _, _ := strings.Cut(strings.ToLower(description), " "); indefinite(first) {
		return -1
	}
	nation, office := of.parse(article, description)
	if nation == "" {
		return -1
	}
	if id, ok := of.holders[nation+" "+office]; ok && id != several {
		return id
	}
	return -1
}
