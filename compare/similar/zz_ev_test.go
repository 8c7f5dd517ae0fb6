package similar

import (
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
)

func TestEvZZ(t *testing.T) {
	if os.Getenv("EV") == "" {
		t.Skip()
	}
	seeds, _ := os.ReadDir("/work/shared/seeds")
	var qs []*quote.Reading
	for _, f := range seeds {
		b, _ := os.ReadFile("/work/shared/seeds/" + f.Name())
		title, body, _ := cut(string(b))
		qs = append(qs, quote.Read(article.New(article.Source{Title: title, Body: body})))
		qs[len(qs)-1].Quotes()
	}
	for i := range qs {
		for j := i + 1; j < len(qs); j++ {
			t0 := time.Now()
			p := Compare(qs[i], qs[j])
			d := time.Since(t0)
			fmt.Println("==", i, j, p.Verdict, p.Probability, p.Similarity, d)
			for _, e := range p.Evidence {
				fmt.Println("   ", e.For, e.Kind, e.Weight, e.Note, len(e.A), len(e.B))
			}
		}
	}
	ps := Pairs(qs)
	for _, e := range Events(qs, ps) {
		fmt.Println(e)
	}
}
