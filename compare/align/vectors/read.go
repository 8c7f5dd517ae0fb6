package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

const (
	// dimensions of a vector.
	dimensions = 100

	// most is how many words are read. Twenty and sixty thousand served align's
	// TestFitPairs less well.
	most = 40_000
)

// read returns the first words of a file of vectors, marks left out.
func read(r io.Reader) (words []string, vectors [][]float64, err error) {
	lines := bufio.NewScanner(r)
	for len(words) < most && lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) != 1+dimensions {
			return nil, nil, fmt.Errorf("%d fields in a line, want a word and %d numbers", len(fields), dimensions)
		}
		word, ok := normOf(fields[0])
		if !ok {
			continue
		}
		v := make([]float64, dimensions)
		for k, s := range fields[1:] {
			if v[k], err = strconv.ParseFloat(s, 64); err != nil {
				return nil, nil, err
			}
		}
		words, vectors = append(words, word), append(vectors, v)
	}
	return words, vectors, lines.Err()
}

// normOf returns the word as our own reading has it ("u.s." is "us"), if it is one.
func normOf(s string) (string, bool) {
	words := text.Words(s)
	if len(words) != 1 {
		return "", false
	}
	return words[0].Norm, true
}
