package similar

import (
	"fmt"
	"os"
	"sort"
	"testing"

	"github.com/storydiff/storydiff/compare/similar/internal/logit"
)

func TestHeadZZ(t *testing.T) {
	if os.Getenv("HEAD") == "" {
		t.Skip()
	}
	tr := headlineSamples(heads("headlines-train.jsonl.gz"))
	w, b := logit.Fit(tr, ridge)
	for i, n := range headlineNames {
		fmt.Printf("%s %.2f  ", n, w[i])
	}
	fmt.Println()
	for _, name := range []string{"headlines-train.jsonl.gz", "headlines-dev.jsonl.gz"} {
		var s []sc
		pos := 0
		for n, x := range headlineSamples(heads(name)) {
			if n%2 == 1 {
				continue
			}
			z := b
			for i := range w {
				z += w[i] * x.X[i]
			}
			s = append(s, sc{probability(z), x.Same})
			if x.Same {
				pos++
			}
		}
		sort.SliceStable(s, func(i, j int) bool { return s[i].p > s[j].p })
		report(name, s, pos)
	}
}
