package main

import (
	"io/fs"

	"github.com/storydiff/storydiff/compare/text"
	"github.com/storydiff/storydiff/internal/jsonl"
)

// counts holds the articles that a source has, and for each stem those it occurs in.
type counts struct {
	articles int
	stems    map[string]int
}

func countSources(gold fs.FS, t table) ([]counts, error) {
	var all []counts
	for _, files := range t.sources {
		c := counts{stems: map[string]int{}}
		for _, name := range files {
			articles, err := jsonl.Records[struct{ Title, Text string }](gold, name)
			if err != nil {
				return nil, err
			}
			for _, a := range articles {
				c.add(a.Title+"\n"+a.Text, t.lang)
			}
		}
		all = append(all, c)
	}
	return all, nil
}

func (c *counts) add(article, lang string) {
	c.articles++
	seen := map[string]bool{}
	for _, w := range text.Words(article) {
		if seen[w.Norm] {
			continue
		}
		seen[w.Norm] = true
		// The key of a stem is told from that of a word by a byte no word holds.
		stem := text.Stem(w.Norm, lang)
		if key := "\n" + stem; !seen[key] {
			seen[key] = true
			c.stems[stem]++
		}
	}
}
