package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/storydiff/storydiff/compare/dedup/index"
)

func newForget(s streams, folder *string) *cobra.Command {
	return &cobra.Command{
		Use:   "forget ID...",
		Short: "Take records out of the index, their texts too",
		Long: `Take records out of the index: their texts, and what was decided of them. Nothing is
compared with them any more, and when they come again they are decided on anew. So are
the records that were dropped as their copies, since nothing else may hold what they
say. All of the IDs are forgotten, or none when one is not known.

The files that held them are written anew and the old ones removed. A run cannot be
rolled back after this.`,
		Example: "  storydiff index forget --index archive.idx wire-1",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return forget(s, *folder, args) },
	}
}

func forget(s streams, folder string, names []string) error {
	run, err := index.Resume(folder)
	if err != nil {
		return err
	}
	defer func() { _ = run.Close() }()
	forgotten := map[int]bool{}
	for _, name := range names {
		numbers, err := recordsOf(run.Index, name)
		if err != nil {
			return err
		}
		for _, n := range numbers {
			forgotten[n] = true
			run.Forget(n)
		}
	}
	copies := 0
	for r, err := range run.Records() {
		if err != nil {
			return err
		}
		if !r.Kept && forgotten[r.Of] && !forgotten[r.Number] {
			copies++
			run.Forget(r.Number)
		}
	}
	if err := run.Prepare(false); err != nil {
		return err
	}
	if _, err := run.Commit(); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "forgotten: %s", counted(len(forgotten), "record"))
	if copies > 0 {
		fmt.Fprintf(s.out, ", and %s dropped as copies of them, to be decided on anew", thousands(copies))
	}
	_, err = fmt.Fprintln(s.out)
	return err
}
