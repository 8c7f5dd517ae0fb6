package similar

import (
	"fmt"
	"math/rand/v2"
	"os"
	"sort"
	"testing"
)

func TestRelZZ(t *testing.T) {
	if os.Getenv("REL") == "" {
		t.Skip()
	}
	for _, name := range []string{"allsides-train.jsonl.gz", "g5w1h.jsonl"} {
		rs := load(name)[:200]
		lex := newLexicon()
		var ps []*profile
		for _, x := range rs {
			ps = append(ps, newProfile(art(x), lex))
		}
		r := rand.New(rand.NewPCG(1, 2))
		var v []float64
		type ex struct {
			s float64
			t string
		}
		var xs []ex
		for range 20000 {
			i, j := r.IntN(len(ps)), r.IntN(len(ps))
			if rs[i].Event != rs[j].Event {
				s := similarity(ps[i], ps[j])
				v = append(v, s)
				xs = append(xs, ex{s, rs[i].Title + " | " + rs[j].Title})
			}
		}
		sort.Float64s(v)
		for _, q := range []float64{.1, .5, .8, .9, .95, .99} {
			fmt.Printf(" %.2f:%.3f", q, v[int(q*float64(len(v)))])
		}
		fmt.Println(name)
		sort.Slice(xs, func(i, j int) bool { return xs[i].s < xs[j].s })
		for _, th := range []float64{.2, .25, .3, .35, .4} {
			k := sort.Search(len(xs), func(i int) bool { return xs[i].s >= th })
			for z := k; z < k+4 && z < len(xs); z++ {
				fmt.Printf("   %.3f %s\n", xs[z].s, xs[z].t)
			}
		}
	}
}
