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

// read returns the stems of the articles, one after the other.
func read(gold string, files []string) ([][]string, error) {
	var texts [][]string
	stems := make(map[string]string)
	for _, name := range files {
		err := eachText(filepath.Join(gold, filepath.FromSlash(name)), func(s string) {
			texts = append(texts, stemsOf(s, stems))
		})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return texts, nil
}

func eachText(name string, do func(string)) error {
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
		var article struct{ Text string }
		switch err := lines.Decode(&article); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		do(article.Text)
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

// stemsOf returns the stems of a text; known keeps those of words seen before.
func stemsOf(s string, known map[string]string) []string {
	words := text.Words(s)
	out := make([]string, len(words))
	for i, w := range words {
		stem, ok := known[w.Norm]
		if !ok {
			stem = text.Stem(w.Norm, "en")
			known[w.Norm] = stem
		}
		out[i] = stem
	}
	return out
}
