// Command background counts in how many news articles each stem occurs and writes
// the tables that compare/text embeds. Only counts leave the labelled data:
//
//	go run ./compare/text/background -gold ../shared/gold
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// A source is one collection of articles, counted by itself so that a large
// collection does not drown a small one.
type source []string

// A table is made of sources of one language.
type table struct {
	lang    string
	sources []source
	fewest  int     // stems in fewer articles are left out
	unseen  float64 // weight of a stem that is not in the table, as a share of the rarest
}

// Half the weight of the English table goes to the many Reuters articles of 2006 and
// 2007, half to the fewer and later American ones: neither the market reports of the
// former nor the politics of the latter should pass for news at large.
var tables = []table{
	{
		lang: "en", fewest: 5, unseen: 0.75,
		sources: []source{
			{"duplicates/reuters.jsonl.zst"},
			{"events/allsides-train.jsonl.gz", "quotes/polnear-train.jsonl.gz"},
		},
	},
	{
		lang: "de", fewest: 3, unseen: 1,
		sources: []source{{"quotes/german-train.jsonl.gz"}},
	},
}

func main() {
	gold := flag.String("gold", "../shared/gold", "folder of the labelled data")
	out := flag.String("out", "compare/text/frequencies", "folder to write the tables to")
	flag.Parse()
	if err := run(*gold, *out); err != nil {
		fmt.Fprintln(os.Stderr, "background:", err)
		os.Exit(1)
	}
}

func run(gold, out string) error {
	for _, t := range tables {
		counts, err := countSources(os.DirFS(gold), t)
		if err != nil {
			return err
		}
		entries := weigh(counts, t.fewest)
		data, err := encode(entries, t.unseen)
		if err != nil {
			return err
		}
		name := filepath.Join(out, t.lang+".flate")
		if err := os.WriteFile(name, data, 0o644); err != nil {
			return err
		}
		fmt.Printf("%s: %d stems, %d bytes\n", name, len(entries), len(data))
	}
	return nil
}
