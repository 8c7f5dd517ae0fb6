package similar

import (
	"fmt"
	"math/rand/v2"
	"os"
	"sort"
	"strings"
	"testing"
)

func TestCohZZ(t *testing.T) {
	if os.Getenv("COH") == "" {
		t.Skip()
	}
	lex := newLexicon()
	rs := load("allsides-train.jsonl.gz")
	show := func(n string, v []float64) {
		sort.Float64s(v)
		fmt.Print(n, len(v))
		for _, q := range []float64{0, .001, .005, .01, .02, .05, .1, .5, .9, .95, .99} {
			fmt.Printf("  %.3f:%.3f", q, v[int(q*float64(len(v)-1))])
		}
		fmt.Println()
	}
	var v, w []float64
	for _, x := range rs {
		c := cohesion(lex.tokens(x.Text, "en"))
		if c < 1 {
			v = append(v, c)
		}
		if c < .035 {
			fmt.Println(c, x.Title)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		var b strings.Builder
		for range 8 + r.IntN(8) {
			f := strings.Fields(rs[r.IntN(len(rs))].Text)
			b.WriteString(strings.Join(f[:min(len(f), 40)], " ") + "\n")
		}
		w = append(w, cohesion(lex.tokens(b.String(), "en")))
	}
	show("stories", v)
	show("mixed", w)
}
