package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
)

func TestZZDE(t *testing.T) {
	if os.Getenv("ZZ") == "" {
		t.Skip()
	}
	fs, _ := filepath.Glob("../../../shared/gold/quotes/german-train*")
	texts, err := records[annotated](fs[0])
	if err != nil {
		t.Fatal(err)
	}
	var c [2]quoteCounts
	shown := 0
	for i, x := range texts {
		if err := c[i%2].add(x); err != nil {
			t.Fatal(err)
		}
		a := article.New(article.Source{Body: x.Text, Language: x.Lang, AsIs: true})
		gold := goldPieces(x)
		marked := slices.DeleteFunc(guessesOf(quote.Read(a)), func(g guess) bool { return !g.marked() })
		for _, p := range gold {
			if !p.direct || len(p.source) == 0 {
				continue
			}
			k := slices.IndexFunc(marked, func(g guess) bool { return halves(g.Span, p.Span) })
			if k < 0 || sameSource(x.Text, marked[k].speaker, p.source) {
				continue
			}
			shown++
			if shown > 70 {
				continue
			}
			from, to := max(0, p.Start-220), min(len(x.Text), p.End+160)
			fmt.Printf("## got %q (%s) want %q\n   …%s…\n", marked[k].speaker.Name, marked[k].rule, p.source[0].Of(x.Text), x.Text[from:to])
		}
	}
	for _, q := range c {
		fmt.Printf("FOLD quoted %.4f marked %.4f attr %.4f overlap %.4f speaker %.4f (%d) unknown %.4f\n", q.quoted.f1(), q.marked.recall(), q.attributed.precision(), q.overlap.f1(), ratio(q.known, q.speakers), q.speakers, ratio(q.unknown, q.speakers))
	}
}
