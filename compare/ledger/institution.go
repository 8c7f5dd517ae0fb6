package ledger

import (
	"strings"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// institutions knows the body that a common noun stands for: "the airline" is Harbour
// Airways where no other airline is named.
type institutions struct{ callings }

func findInstitutions(rs []*quote.Reading, union *names.Union) institutions {
	return institutions{learnCallings(rs, union, nounsOf)}
}

// nounsOf returns the nouns that a body may be called by: those of its name and the one
// before it, "the budget airline Norfly".
func nounsOf(r *quote.Reading, e names.Entity) []string {
	if e.Kind == names.Person {
		return nil
	}
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
	return in.only(article, institution(lastWord(description)))
}
