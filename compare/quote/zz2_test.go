package quote

import (
	"fmt"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/names"
)

func TestZZ2(t *testing.T) {
	for _, s := range [][2]string{
		{"de", "Kassel - Im Streit um den geplanten Windpark wirft Umweltministerin Sonja Kratz (Grüne) den Gegnern „Panikmache“ vor."},
		{"nl", "De supportersvereniging van Ajax noemt de prestatie in een verklaring “beschamend” en eist opheldering."},
		{"uk", "У міськраді на це відповідають: «Небо буде після перемоги»."},
		{"uk", "Він заявив виданню «Наш край», що грошей немає."},
	} {
		a := article.New(article.Source{AsIs: true, Body: s[1], Language: s[0]})
		c := newScene(a, names.Find(a), lexiconOf(s[0]))
		st := c.sentences[0]
		q := st.to - 1
		for q > st.from && c.units[q].kind != marked {
			q--
		}
		for i := st.from; i < st.to; i++ {
			fmt.Print(i, c.units[i].norm, " ", c.cueAt(st, i), c.units[i].entity, " | ")
		}
		fmt.Println()
		fmt.Println("before", c.before(st, q), "lead", c.leadIn(st, q-1), "after", c.after(st, q))
		for _, q := range findIn(s[1], s[0]) {
			fmt.Printf("%-8s %q BY %q (%q) verb %q [%s] %v\n", q.Kind, q.Of(s[1]), q.Speaker.Name, q.Speaker.AsWritten, q.Verb, q.Rule, q.Confidence)
		}
	}
}
