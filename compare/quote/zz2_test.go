package quote

import (
	"fmt"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/names"
)

func TestZZ2(t *testing.T) {
	for _, s := range []string{
		"US-Präsident Barack Obama will die Atomkraft stärker fördern. Im Kongress warb Obama für die Annahme eines Klimaschutzgesetzes mit den Worten: „Und das bedeutet den Bau einer neuen Generation sicherer und sauberer Kraftwerke.“",
	} {
		a := article.New(article.Source{AsIs: true, Body: s, Language: "de"})
		c := newScene(a, names.Find(a), lexiconOf("de"))
		st := c.sentences[1]
		q := st.to - 1
		for q > st.from && c.units[q].kind != marked {
			q--
		}
		fmt.Println("before", c.before(st, q), "lead", c.leadIn(st, q-1), c.names.Entities)
		ms, me := c.mainSubject(st, q)
		fmt.Println("main", ms, me, "ann", c.announced(st, q), "poss", c.possessor(st, q), "tail", c.tail(st, q), "src", c.sourcePhrase(st, q), "colon", c.colon(st, q))
		fmt.Println(c.nominative(st.from, q))
		fmt.Println(c.nominative(st.from+3, q))
		for i := st.from; i < st.to; i++ {
			fmt.Print(i, c.units[i].norm, " ", c.opensSubject(i), " | ")
		}
	}
}
