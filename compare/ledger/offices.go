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
			for _, role := range append(appositions(r, e), e.Roles...) {
				of.learn(a, role, e.Nation, union.ID(a, i))
			}
		}
	}
	return of
}

// learn takes note of who holds the office that a description in an article names, of the
// holder's country unless it names one.
func (of offices) learn(article int, description, home string, holder int) {
	nation, office := of.parse(article, description)
	if nation == "" {
		nation, office = home, officeIn(spaced(description))
	}
	if nation == "" || office == "" {
		return
	}
	learn(of.holders, nation+" "+office, holder)
	if leads(office) {
		learn(of.holders, nation+" leader", holder)
	}
}

// appositions returns the descriptions that stand before somebody's name and a form of address:
// “the Qatari prime minister, Sheikh ”, or without one.
func appositions(r *quote.Reading, e names.Entity) []string {
	var out []string
	for _, m := range e.Mentions[:min(len(e.Mentions), mentionsRead)] {
		before := r.Text[max(0, m.Start-longestPost):m.Start]
		if i := strings.LastIndex(before, ", "); i >= 0 && len(strings.Fields(before[i:])) <= 2 {
			out = append(out, before[strings.LastIndexAny(before[:i], ".,;:\n\"”“")+1:i])
		}
	}
	return out
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
	rest := spaced(description)
	nation, named := of.nationIn(article, rest)
	if nation == "" {
		return "", ""
	}
	if office = officeIn(strings.Replace(rest, named, " ", 1)); office == "" {
		return "", ""
	}
	return nation, office
}

// nationIn returns the country that spaced words name by most of them, and these; empty when
// two do.
func (of offices) nationIn(article int, words string) (nation, named string) {
	for name, code := range of.nations[article] {
		switch {
		case len(name) < len(named) || !strings.Contains(words, name):
		case len(name) > len(named):
			nation, named = code, name
		case code != nation:
			nation = ""
		}
	}
	return nation, named
}

// officeIn returns the content words of a description, empty for one that may be anybody's.
func officeIn(description string) string {
	words := slices.DeleteFunc(strings.Fields(description), func(w string) bool { return text.Stop(w, "en") })
	if len(words) == 0 || anybody(words[len(words)-1]) {
		return ""
	}
	return strings.Join(words, " ")
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
