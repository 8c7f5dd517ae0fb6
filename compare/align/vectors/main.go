// Command vectors learns which words keep the same company in news, and writes the
// table that compare/align embeds. Only numbers leave the labelled data:
//
//	go run ./compare/align/vectors -gold ../shared/gold -o compare/align/senses
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// files are the collections of English news that are read, train parts where there are any.
var files = []string{
	"duplicates/reuters.jsonl.zst",
	"events/allsides-train.jsonl.gz",
	"quotes/polnear-train.jsonl.gz",
}

func main() {
	gold := flag.String("gold", "../shared/gold", "folder of labelled data")
	out := flag.String("o", "compare/align/senses", "folder to write to")
	flag.Parse()
	if err := run(*gold, *out); err != nil {
		fmt.Fprintln(os.Stderr, "vectors:", err)
		os.Exit(1)
	}
}

func run(gold, out string) error {
	texts, err := read(os.DirFS(gold), files)
	if err != nil {
		return err
	}
	c := count(texts)
	stems, vectors := c.stems, c.associations().vectors()
	if err := os.WriteFile(filepath.Join(out, "en.stems"), packStems(stems), 0o644); err != nil { //nolint:gosec // a file of the repository
		return err
	}
	return os.WriteFile(filepath.Join(out, "en.vectors"), packVectors(vectors), 0o644) //nolint:gosec // as above
}
