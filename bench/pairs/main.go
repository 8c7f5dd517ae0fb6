// Pairs writes the pairs of articles in JSON Lines that storydiff finds to share a
// Jaccard of at least .8, or a containment of at least .8 either way: their identifiers,
// a pair a line.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/dedup"
	"github.com/storydiff/storydiff/compare/ingest"
	"github.com/storydiff/storydiff/compare/quote"
)

func main() {
	if err := write(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "pairs:", err)
		os.Exit(1)
	}
}

func write(paths []string) error {
	inputs, err := ingest.Inputs(paths, ingest.Options{})
	var ids []string
	var rs []*quote.Reading
	for r, fault := range ingest.Records(context.Background(), inputs, ingest.Options{}) {
		if fault == nil {
			fault = r.Read()
		}
		if fault != nil {
			err = errors.Join(err, fault)
			continue
		}
		ids = append(ids, r.ID)
		rs = append(rs, quote.Read(article.New(article.Source{Title: r.Title, Body: r.Body, Language: r.Language})))
	}
	out := bufio.NewWriter(os.Stdout)
	for _, c := range dedup.Pairs(rs) {
		if c.Jaccard >= .8 || max(c.AInB, c.BInA) >= .8 {
			fmt.Fprintf(out, "%s\t%s\n", ids[c.A], ids[c.B])
		}
	}
	return errors.Join(err, out.Flush())
}
