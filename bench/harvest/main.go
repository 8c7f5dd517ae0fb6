// Harvest writes a made-up harvest as JSON Lines, and the pairs of copies in it:
//
//	go run ./bench/harvest -n 30000 -seed 1 -pairs pairs.tsv > harvest.jsonl
//
// The pairs are those with a Jaccard of at least .5 or a containment of at least .8 of
// their word 5-grams, counted in the obvious way. They are looked for among the versions
// of one article, as others share nothing but stock phrases. The columns are the two
// identifiers, the Jaccard and the larger containment.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/storydiff/storydiff/bench/mutate"
)

func main() {
	n := flag.Int("n", 30_000, "how many `articles`")
	seed := flag.Uint64("seed", 1, "what the harvest grows from")
	pairs := flag.String("pairs", os.DevNull, "write the pairs of copies to `FILE`")
	flag.Parse()
	if err := write(*n, *seed, *pairs); err != nil {
		fmt.Fprintln(os.Stderr, "harvest:", err)
		os.Exit(1)
	}
}

// An article as it is written.
type article struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Text  string `json:"text"`
	Date  string `json:"date"`
}

// spread is how many articles wait for their turn: versions of one come that far apart.
const spread = 500

// write writes the harvest.
func write(n int, seed uint64, pairsFile string) error {
	file, err := os.Create(pairsFile)
	if err != nil {
		return err
	}
	pairs, out := bufio.NewWriter(file), bufio.NewWriterSize(os.Stdout, 1<<18)
	fmt.Fprintln(pairs, "a\tb\tjaccard\tcontainment")
	lines := json.NewEncoder(out)
	press := mutate.New(seed)
	var waiting []article
	for grown, written := 0, 0; written < n; written++ {
		for grown < n && len(waiting) < spread {
			family := press.Family()
			family = family[:min(len(family), n-grown)]
			waiting = append(waiting, named(family, len(waiting)+written)...)
			writePairs(pairs, waiting[len(waiting)-len(family):])
			grown += len(family)
		}
		i := press.Number(len(waiting))
		a := waiting[i]
		waiting[i] = waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		a.Date = time.Unix(int64(written)*600, 0).UTC().Format(time.RFC3339)
		if err := lines.Encode(a); err != nil {
			return err
		}
	}
	return errors.Join(pairs.Flush(), file.Close(), out.Flush())
}

// named gives the articles of a family their identifiers.
func named(family []mutate.Article, first int) []article {
	all := make([]article, len(family))
	for i, a := range family {
		all[i] = article{ID: "a" + strconv.Itoa(first+i), Title: a.Title, Text: a.Body()}
	}
	return all
}

// writePairs writes the pairs of copies among a few articles.
func writePairs(w *bufio.Writer, all []article) {
	sets := make([]map[string]bool, len(all))
	for i, a := range all {
		sets[i] = shingles(a.Text)
	}
	for i, a := range sets {
		for j, b := range sets[:i] {
			n := 0
			for s := range a {
				if b[s] {
					n++
				}
			}
			jaccard := float64(n) / float64(len(a)+len(b)-n)
			containment := float64(n) / float64(min(len(a), len(b)))
			if jaccard >= .5 || containment >= .8 {
				fmt.Fprintf(w, "%s\t%s\t%.5f\t%.5f\n", all[j].ID, all[i].ID, jaccard, containment)
			}
		}
	}
}

// shingles returns the word 5-grams of a text.
func shingles(s string) map[string]bool {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	set := map[string]bool{}
	for i := range words {
		if i+5 <= len(words) || i == 0 {
			set[strings.Join(words[i:min(i+5, len(words))], " ")] = true
		}
	}
	return set
}
