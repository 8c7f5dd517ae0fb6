package main

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/storydiff/storydiff/compare"
	"github.com/storydiff/storydiff/compare/report"
)

func newEvents(s streams) *cobra.Command {
	f := flags{only: []string{report.Events}}
	w := wanted{}
	c := &cobra.Command{
		Use:   "events PATH...",
		Short: "Group articles by the event they report",
		Long: `Group articles by the event they report, and say what makes each one an event, who
told it first and last, and which tellings are copies. Nothing else is computed, so
that thousands of articles take seconds.`,
		Example: `  storydiff events articles/
  storydiff events --min-outlets 3 --since 2022-09-01 --format json archive.jsonl`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := w.check(); err != nil {
				return err
			}
			f.eventsOnly = !f.page()
			if f.page() && w != (wanted{}) {
				return errors.New("--min-outlets, --since and --until do not go with a page, which shows all of its inputs")
			}
			f.pick = w.choose
			collectOften()
			return f.compare(c.Context(), s, args)
		},
	}
	f.input(c)
	f.output(c)
	c.Flags().IntVar(&w.outlets, "min-outlets", 0, "show events told by at least `N` outlets; articles of unknown outlet do not count")
	c.Flags().StringVar(&w.since, "since", "", "show events last told on or after `DAY`, as in 2022-09-15")
	c.Flags().StringVar(&w.until, "until", "", "show events first told on or before `DAY`")
	return c
}

// collectOften has memory collected four times as often as usual: articles by the tens of
// thousands are held at once, and a few hundredths of the time save a fifth of the memory.
// Who sets GOGC is obeyed.
func collectOften() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(25)
	}
}

// wanted says which events to show.
type wanted struct {
	outlets      int
	since, until string // days as ISO 8601 has them; empty for no bound
}

func (w wanted) check() error {
	for flag, day := range map[string]string{"--since": w.since, "--until": w.until} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return fmt.Errorf("%s %q is no day: write it as in 2022-09-15", flag, day)
		}
	}
	return nil
}

// choose keeps the wanted events of a report. An event of which no article has a date
// lies within no bounds.
func (w wanted) choose(r *compare.Report) {
	r.Events = slices.DeleteFunc(r.Events, func(e compare.Event) bool {
		first, last := day(e.First), day(e.Last)
		return len(e.Outlets) < w.outlets ||
			w.since != "" && last < w.since ||
			w.until != "" && (first == "" || first > w.until)
	})
}

// day returns the day of a date or time that begins with one.
func day(published string) string { return published[:min(len(published), len(time.DateOnly))] }
