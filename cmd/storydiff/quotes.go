package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/storydiff/storydiff/compare"
	"github.com/storydiff/storydiff/compare/report"
)

// A quoteFilter says which quotes to list.
type quoteFilter struct {
	speakers []string
	kinds    []string
	minWords int
}

// quoteKinds are the kinds that --kind takes.
var quoteKinds = []string{
	"direct", "partial", "indirect", "term", "title",
}

func newQuotes(s streams) *cobra.Command {
	f := flags{only: []string{report.Quotes}}
	q := quoteFilter{}
	c := &cobra.Command{
		Use:   "quotes PATH...",
		Short: "List the quotes of articles with their speakers",
		Long: `List the quotes of articles with their kind, speaker, cue verb and paragraph, and
say how many words each speaker is quoted with.

The table leaves out reported speech whose limits or speaker are doubtful; --all
shows it, and JSON and CSV always hold it, with its confidence.`,
		Example: `  storydiff quotes article.txt
  storydiff quotes --speaker "Lee" --min-words 5 articles/
  storydiff quotes --kind direct,partial --format csv articles/ > quotes.csv`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return f.quotes(c.Context(), s, args, q) },
	}
	f.input(c)
	f.output(c)
	c.Flags().StringSliceVar(&q.speakers, "speaker", nil, "only quotes of speakers whose `NAME` holds these words")
	c.Flags().StringSliceVar(&q.kinds, "kind", nil, "only quotes of these kinds: "+commas(quoteKinds))
	c.Flags().IntVar(&q.minWords, "min-words", 0, "only quotes of at least `N` words")
	c.Flags().BoolVar(&f.all, "all", false, "list doubtful reported speech too")
	return c
}

// quotes lists the quotes that pass the filter.
func (f *flags) quotes(ctx context.Context, s streams, args []string, q quoteFilter) error {
	for _, kind := range q.kinds {
		if !slices.Contains(quoteKinds, kind) {
			return fmt.Errorf("no kind %q: use %s", kind, commas(quoteKinds))
		}
	}
	f.pick = func(r *compare.Report) {
		r.Quotes = slices.DeleteFunc(r.Quotes, func(x compare.Quote) bool { return !q.keeps(x) })
	}
	f.quotesOnly = !f.page() && !f.exitCode // a page shows all; the exit code tells of events
	return f.compare(ctx, s, args)
}

// keeps reports whether a quote passes the filter.
func (f quoteFilter) keeps(q compare.Quote) bool {
	return (len(f.kinds) == 0 || slices.Contains(f.kinds, q.Kind)) &&
		len(strings.Fields(q.Said())) >= f.minWords &&
		(len(f.speakers) == 0 || slices.ContainsFunc(f.speakers, func(name string) bool { return spokenBy(q.Speaker, name) }))
}

// spokenBy reports whether the speaker's name, resolved or as written, holds the words.
func spokenBy(s compare.Speaker, words string) bool {
	words = strings.ToLower(words)
	return strings.Contains(strings.ToLower(s.Name), words) || strings.Contains(strings.ToLower(s.AsWritten), words)
}
