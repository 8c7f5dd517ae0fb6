package main

import (
	"github.com/spf13/cobra"

	"github.com/storydiff/storydiff/compare/report"
)

func newCompare(s streams) *cobra.Command {
	f := flags{}
	c := &cobra.Command{
		Use:   "compare PATH...",
		Short: "Compare articles: events, shared quotes, framing and copies",
		Long: `Compare articles: which report one event and why, which quotes they share and how
the wording differs, how the tellings diverge, and which are copies.

PATH is a file, a folder, a glob, - for standard input, or label=path. "seeds"
stands for the sample articles inside the program where no such path exists.`,
		Example: `  storydiff compare seeds
  storydiff compare bbc=one.txt cnn=two.txt
  storydiff compare --only ledger --format csv articles/ > quotes.csv`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return f.compare(c.Context(), s, args) },
	}
	f.input(c)
	f.output(c)
	c.Flags().StringSliceVar(&f.only, "only", nil, "sections to show: "+commas(report.Sections))
	c.Flags().StringSliceVar(&f.signals, "signals", nil, "framing signals to compute")
	c.Flags().StringVar(&f.source, "source", "", "measure quotes against `FILE`: a transcript, a press release, a recording's text")
	c.Flags().BoolVar(&f.all, "all", false, "show every line, not the most telling alone")
	return c
}
