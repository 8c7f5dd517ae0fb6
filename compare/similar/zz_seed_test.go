package similar

import (
	"fmt"
	"os"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
)

func TestSeedZZ(t *testing.T) {
	if os.Getenv("SEED") == "" {
		t.Skip()
	}
	seeds, _ := os.ReadDir("/work/shared/seeds")
	lex := newLexicon()
	var ps []*profile
	for _, f := range seeds {
		b, _ := os.ReadFile("/work/shared/seeds/" + f.Name())
		title, body, _ := cut(string(b))
		a := article.New(article.Source{Title: title, Body: body})
		fmt.Println(a.Published, a.Outlet, a.Language())
		ps = append(ps, newProfile(a, lex))
	}
	m := shipped().articles
	prs := [][2]int{{2, 4}, {0, 4}, {3, 4}, {1, 2}, {1, 4}, {1, 3}}
	for i, n := range featureNames {
		fmt.Printf("%-22s %6.2f ", n, m.weights[i])
		for _, p := range prs {
			f := featuresOf(ps[p[0]], ps[p[1]])
			fmt.Printf(" | %.3f (%+.2f)", f[i], f[i]*m.weights[i])
		}
		fmt.Println()
	}
}
