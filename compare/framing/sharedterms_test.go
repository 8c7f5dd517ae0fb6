package framing

import (
	"testing"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

func TestSharedTermsNameTheMatter(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"Ferry disaster\n\nAt least 12 people drowned when a ferry sank off Velden on Monday.", "Ferry sinks\n\nA ferry sank on Monday and at least 15 people drowned.", "drowned, ferry, sank"},
		{"Fireworks ban\n\nThe New Year’s Eve fireworks in Ostrava drew 4,000 people.", "Fireworks\n\nSome 6,000 people saw the fireworks on New Year’s Eve.", "New Year’s Eve, fireworks, people"},
		{"Bank\n\nThe Bank of Norland said that its profit rose to 40 million crowns.", "Results\n\nProfit at the Bank of Norland was nearly 50 million crowns.", "Bank of Norland, profit, crowns"},
	} {
		rs := []*quote.Reading{reading(c.a), reading(c.b)}
		st := newStory(rs, nil)
		a, b := st.docs[0], st.docs[1]
		if got := st.sharedTerms(a, b, a.lede(), b.lede(), text.Span{}); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
