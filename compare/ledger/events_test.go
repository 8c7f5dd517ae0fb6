package ledger

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/internal/readings"
	"github.com/storydiff/storydiff/compare/quote"
)

// TestDifferentEvents counts the verdicts on what is shown for the articles of
// testdata/different-events.tsv, and holds the number of false alignments.
func TestDifferentEvents(t *testing.T) {
	articles := readings.ByID(t, os.DirFS("../../../shared/gold"), "events/allsides-train.jsonl.gz")
	data, err := os.ReadFile("testdata/different-events.tsv")
	if err != nil {
		t.Fatal(err)
	}
	verdicts := make(map[string]string)
	var pairs [][2]string
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		f := strings.Split(line, "\t")
		pair := [2]string{f[0], f[1]}
		if len(pairs) == 0 || pairs[len(pairs)-1] != pair {
			pairs = append(pairs, pair)
		}
		verdicts[strings.Join(f[:4], " ")] = f[5]
	}
	count := make(map[string]int)
	done := make(map[[2]string]bool)
	for _, pair := range pairs {
		if done[pair] {
			continue
		}
		done[pair] = true
		for key, words := range shown(pair, articles) {
			v := verdicts[key]
			if v == "" {
				v = "unjudged"
				t.Logf("unjudged: %s %s", key, words)
			}
			count[v]++
		}
	}
	t.Log(count)
	if count["false"] > 3 {
		t.Errorf("%d false alignments", count["false"])
	}
}

// shown returns the alignments of two articles as the file names them, by ids and where
// the two wordings begin in code points, with their words.
func shown(pair [2]string, articles map[string]*quote.Reading) map[string]string {
	rs := []*quote.Reading{articles[pair[0]], articles[pair[1]]}
	found := make(map[string]string)
	for _, u := range Build(rs) {
		if u.Background {
			continue
		}
		at, words := make([]string, 2), make([]string, 2)
		for _, v := range u.Variants {
			text := rs[v.Article].Text
			at[v.Article] = strconv.Itoa(utf8.RuneCountInString(text[:v.At.Start]))
			words[v.Article] = v.Speaker + ": " + v.At.Of(text)
		}
		found[strings.Join([]string{pair[0], pair[1], at[0], at[1]}, " ")] = strings.Join(words, " | ")
	}
	return found
}
