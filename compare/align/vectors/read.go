package main

import (
	"io/fs"

	"github.com/storydiff/storydiff/compare/text"
	"github.com/storydiff/storydiff/internal/jsonl"
)

// read returns the stems of the articles, one after the other.
func read(gold fs.FS, files []string) ([][]string, error) {
	var texts [][]string
	stems := make(map[string]string)
	for _, name := range files {
		articles, err := jsonl.Records[struct{ Text string }](gold, name)
		if err != nil {
			return nil, err
		}
		for _, a := range articles {
			texts = append(texts, stemsOf(a.Text, stems))
		}
	}
	return texts, nil
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
