package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"
	"github.com/storydiff/storydiff/compare/text"
)

// counts holds the articles that a source has, and for each stem those it occurs in.
type counts struct {
	articles int
	stems    map[string]int
}

func countSources(gold string, t table) ([]counts, error) {
	var all []counts
	for _, files := range t.sources {
		c := counts{stems: map[string]int{}}
		for _, name := range files {
			if err := c.addFile(filepath.Join(gold, filepath.FromSlash(name)), t.lang); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
		all = append(all, c)
	}
	return all, nil
}

func (c *counts) addFile(name, lang string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	r, err := decompress(f, name)
	if err != nil {
		return err
	}
	lines := json.NewDecoder(bufio.NewReader(r))
	for {
		var article struct{ Title, Text string }
		switch err := lines.Decode(&article); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		c.add(article.Title+"\n"+article.Text, lang)
	}
}

func decompress(r io.Reader, name string) (io.Reader, error) {
	switch {
	case strings.HasSuffix(name, ".gz"):
		return gzip.NewReader(r)
	case strings.HasSuffix(name, ".zst"):
		return zstd.NewReader(r)
	}
	return r, nil
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
