package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/storydiff/storydiff/compare/dedup/index"
)

// newIndex returns the commands about the index that dedup --index writes.
func newIndex(s streams) *cobra.Command {
	folder := ""
	c := &cobra.Command{
		Use:   "index",
		Short: "Ask the index of dedup, confirm or undo runs, bring back what was dropped",
		Long: `Ask the index that "storydiff dedup --index" writes, confirm or undo runs, and bring
back what was dropped.

The index is a folder of files that are never changed, only replaced, and takes about
2 kB an article. Every run is one step: however it ends, the index is as it was before
or holds all of the run. One program at a time may write to it; any number may read.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.PersistentFlags().StringVar(&folder, "index", "", "the `FOLDER` of the index")
	c.AddCommand(newWhy(s, &folder), newStats(s, &folder), newForget(s, &folder),
		newCommit(&folder), newRollback(&folder), newRestore(s, &folder))
	for _, one := range c.Commands() {
		if one.Name() != "restore" { // which works without
			one.PreRunE = func(*cobra.Command, []string) error { return named(folder) }
		}
	}
	return c
}

func named(folder string) error {
	if folder == "" {
		return errors.New("which index? name its folder with --index")
	}
	return nil
}

func newStats(s streams, folder *string) *cobra.Command {
	return &cobra.Command{
		Use:     "stats",
		Short:   "Say what the index holds",
		Example: "  storydiff index stats --index archive.idx",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			x, err := index.Open(*folder)
			if err != nil {
				return err
			}
			defer func() { _ = x.Close() }()
			stats, err := x.Stats()
			if err == nil {
				writeStats(s.out, stats)
			}
			return err
		},
	}
}

func writeStats(w io.Writer, st index.Stats) {
	records := st.Kept + st.Dropped
	fmt.Fprintf(w, "%s in %s: %s kept, %s dropped\n", counted(records, "record"), counted(st.Runs, "run"),
		counted(st.Kept, "article"), thousands(st.Dropped))
	fmt.Fprintf(w, "%s in %s, %s a record\n", counted(int(st.Bytes), "byte"), counted(st.Segments, "file"),
		thousands(int(st.Bytes)/max(1, records)))
	if st.Replaced > 0 {
		fmt.Fprintf(w, "%s replaced by another\n", counted(st.Replaced, "article"))
	}
	if st.Forgotten > 0 {
		fmt.Fprintf(w, "%s forgotten\n", counted(st.Forgotten, "record"))
	}
	switch {
	case st.Staged > 0:
		fmt.Fprintf(w, "run %d is staged: commit it or roll it back\n", st.Staged)
	case st.Undo > 0:
		fmt.Fprintf(w, "run %d can be rolled back\n", st.Undo)
	}
}

func newCommit(folder *string) *cobra.Command {
	return &cobra.Command{
		Use:   "commit RUN",
		Short: "Confirm a staged run, once the archive has its records",
		Long: `Confirm a run that "storydiff dedup --stage" left to be confirmed. Until then no other
run begins: the archive may not have its records yet.`,
		Example: "  storydiff index commit --index archive.idx 7",
		Args:    cobra.ExactArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return ofRun(*folder, args[0], index.CommitStaged) },
	}
}

func newRollback(folder *string) *cobra.Command {
	return &cobra.Command{
		Use:   "rollback RUN",
		Short: "Undo the last run, staged or not",
		Long: `Undo the last run, staged or not: the index is as if it had never been. Earlier runs
cannot be undone, as later ones rest on them.`,
		Example: "  storydiff index rollback --index archive.idx 7",
		Args:    cobra.ExactArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return ofRun(*folder, args[0], index.Rollback) },
	}
}

// ofRun does something with a run given by its number.
func ofRun(folder, number string, do func(folder string, run int) error) error {
	run, err := strconv.Atoi(number)
	if err != nil {
		return fmt.Errorf("no run %q: give its number, which \"storydiff index stats\" shows", number)
	}
	return do(folder, run)
}
