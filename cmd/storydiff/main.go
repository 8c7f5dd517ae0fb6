// Storydiff compares how outlets told the same story: it aligns the quotes they
// share, shows how the tellings diverge and finds near-duplicates.
//
// Run "storydiff compare seeds" for a look, "storydiff --help" for the rest.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit codes.
const (
	exitFine        = 0
	exitFound       = 1 // with --exit-code, and when verify finds another report
	exitError       = 2
	exitInterrupted = 130
)

func main() { os.Exit(interruptible()) }

// interruptible runs the command line until it is done or the user has had enough.
func interruptible() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return run(ctx, streams{os.Stdin, os.Stdout, os.Stderr}, os.Args[1:])
}

// streams are what a command reads and writes besides files.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// complain writes a line about what went wrong, or what to know, to standard error.
func (s streams) complain(err error) { fmt.Fprintf(s.err, "storydiff: %s\n", err) }

// errFound asks for exit code 1: the command did its work and found something.
var errFound = errors.New("found")

// errReported asks for exit code 2: the errors have been written already.
var errReported = errors.New("reported")

// run runs the command line and returns the exit code.
func run(ctx context.Context, s streams, args []string) int {
	root := newRoot(s)
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	err := root.ExecuteContext(ctx)
	switch {
	case ctx.Err() != nil:
		return exitInterrupted
	case err == nil:
		return exitFine
	case errors.Is(err, errFound):
		return exitFound
	case !errors.Is(err, errReported):
		s.complain(err)
	}
	return exitError
}

func newRoot(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "storydiff",
		Short: "Compare how outlets told the same story",
		Long: `Storydiff compares how outlets told the same story: which articles report one
event, which quotes they share and how the wording differs, how the tellings
diverge, and which are copies. Every claim points at words on the page.`,
		Example:       "  storydiff compare seeds\n  storydiff compare --format json -o report.json articles/",
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.NoArgs,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.AddCommand(newCompare(s), newQuotes(s), newEvents(s), newDedup(s), newIndex(s), newVerify(s), newVersion(), newMan(root))
	return root
}
