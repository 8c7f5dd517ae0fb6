package similar

import (
	"slices"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
)

// What makes an event one is told by whole names, as the articles resolve them, and not
// by words that a headline writes with capitals.
func TestTermsNameWhomTheLedesName(t *testing.T) {
	rs := readAll([]article.Source{
		{
			Title: "Mayor Tessa Oldroyd Vetoes Ferry Subsidy For Harbour Town",
			Body:  "Mayor Tessa Oldroyd on Monday vetoed a subsidy for the ferries of Wexcombe. Oldroyd said that the ferries would sail without it.",
		},
		{
			Title: "Oldroyd's Veto Ends Subsidy Of Ferries",
			Body:  "Tessa Oldroyd, the mayor of Wexcombe, vetoed the subsidy for its ferries on Monday. Ms Oldroyd said it was wasted.",
		},
	})
	got := terms(rs, []int{0, 1}, newLexicon())
	for _, want := range []string{"Tessa Oldroyd", "Wexcombe", "subsidy"} {
		if !slices.Contains(got, want) {
			t.Errorf("terms %q lack %q", got, want)
		}
	}
	for _, silly := range []string{"Oldroyd", "Mayor Tessa Oldroyd", "Vetoes", "Ends Subsidy", "Monday", "said"} {
		if slices.Contains(got, silly) {
			t.Errorf("terms %q hold %q", got, silly)
		}
	}
}
