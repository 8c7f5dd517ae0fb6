package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/storydiff/storydiff/compare/dedup"
	"github.com/storydiff/storydiff/compare/dedup/index"
	"github.com/storydiff/storydiff/compare/ingest"
)

// dedupFlags hold the options of dedup.
type dedupFlags struct {
	kept, dropped, manifest string
	keep, window            string
	strict, exact           bool
	index                   string
	stage, replace          bool
}

func newDedup(s streams) *cobra.Command {
	f := dedupFlags{}
	c := &cobra.Command{
		Use:   "dedup [PATH...]",
		Short: "Drop copies before archiving, and say why",
		Long:  dedupHelp,
		Example: `  storydiff dedup < harvest.jsonl > keep.jsonl
  storydiff dedup --keep earliest -o keep.jsonl --manifest decisions.jsonl harvest/
  storydiff dedup --window 30d --dropped dropped.jsonl harvest.jsonl > keep.jsonl
  storydiff dedup --index archive.idx -o keep.jsonl --manifest decisions.jsonl harvest.jsonl`,
		RunE: func(c *cobra.Command, args []string) error { return f.run(c.Context(), s, args) },
	}
	c.Flags().StringVarP(&f.kept, "output", "o", "", "write what is kept to `FILE`, whole or not at all")
	c.Flags().StringVar(&f.dropped, "dropped", "", "write what is dropped to `FILE`")
	c.Flags().StringVar(&f.manifest, "manifest", "", "write a line of JSON for every decision to `FILE`")
	c.Flags().StringVar(&f.keep, "keep", "first", "which copy to keep: first, earliest, longest, outlet=a,b,c")
	c.Flags().StringVar(&f.window, "window", "", "compare articles published at most this many days apart, as in 30d")
	c.Flags().BoolVar(&f.strict, "strict", false, "drop what is much alike even with a paragraph, quote or figure of its own")
	c.Flags().BoolVar(&f.exact, "exact", false, "compare every article with all, without an index: slow, for checks")
	c.Flags().StringVar(&f.index, "index", "", "compare with what earlier runs kept, and remember this one, in `FOLDER`")
	c.Flags().BoolVar(&f.stage, "stage", false, "leave the run to be confirmed by \"storydiff index commit\"")
	c.Flags().BoolVar(&f.replace, "replace", false, "let what --keep prefers replace its copies in the index")
	return c
}

const dedupHelp = `Drop copies before archiving. Each article is compared with those kept before it and
dropped when one of them holds all that it says: identical, the same but for case,
marks or page debris, republished under another headline, or shortened. An article
with a paragraph, quote, figure or name of its own is kept. Nothing is deleted:
inputs are only read, and the manifest says of every article what was decided, why,
and by which other article.

What is kept goes to standard output or -o: lines of JSON byte for byte as they came,
articles in other forms as a line of JSON each. Without PATH, standard input is read.

Of web archives (WARC, plain or compressed, and nothing else among the inputs) an
archive is made: every record as it lies, but for a page that was dropped and whose
payload another page has byte for byte. That one becomes a revisit record, its whole
record goes to --dropped. Near copies stay whole and stand in the manifest.

--keep says which of several copies stays: the first read, the earliest published
(then those without a date), the longest (most words), or that of the outlet named
first. Ties go to the one read first. All but "first" hold the input in a temporary
file until it has been read to its end.

With --index, articles are also compared with those kept by earlier runs, and the folder
remembers this run: all of it or, when it does not end well, nothing. A record that came
by before, with the same id and bytes, is decided on as it was then. What lies in the
index wins over what comes, unless --replace lets the copy that --keep prefers be kept
as well and compared with from then on. --stage leaves the run to be confirmed by
"storydiff index commit" once the archive has the records. From standard input,
--dropped is needed with it, so that "storydiff index restore" has a source.

Copies are told by shared runs of five words. A story told again in other words is
not found: see "storydiff events" for that.`

// collectSeldom has memory collected half as often as usual: what is in use are tables,
// some kilobyte an article, and what is given up are texts, for which a little more room
// is cheaper than looking for it all the time. Who sets GOGC is obeyed.
func collectSeldom() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
}

// run filters the inputs.
func (f *dedupFlags) run(ctx context.Context, s streams, args []string) error {
	collectSeldom()
	order, err := keepOrder(f.keep)
	if err != nil {
		return err
	}
	options := dedup.FilterOptions{Strict: f.strict, Exact: f.exact}
	if options.Window, err = days(f.window); err != nil {
		return err
	}
	if len(args) == 0 {
		if in, ok := s.in.(*os.File); ok && term.IsTerminal(int(in.Fd())) {
			return errors.New("nothing to read: name files or folders, or pipe JSON Lines in")
		}
		args = []string{"-"}
	}
	if err := f.checkIndex(args); err != nil {
		return err
	}
	spool, err := newSpool()
	if err != nil {
		return err
	}
	defer spool.discard()
	options.Spool = spool
	return f.withIndex(func(run *index.Run) error {
		out, err := f.outputs(s)
		if err != nil {
			return err
		}
		defer out.discard()
		return f.filter(ctx, s, args, newJudge(options, run, order, f.replace), out)
	})
}

// checkIndex checks the flags that have to do with the index.
func (f *dedupFlags) checkIndex(args []string) error {
	switch {
	case f.index == "" && (f.stage || f.replace):
		return errors.New("--stage and --replace are about an index: name its folder with --index")
	case f.index != "" && f.exact:
		return errors.New("--exact works without an index: leave out one of them")
	case f.replace && f.keep == "first":
		return errors.New("--replace needs to know what is preferred: say --keep earliest, longest or outlet=a,b,c")
	case f.index != "" && (f.dropped == "" || f.dropped == "-") && slices.Contains(args, "-"):
		return errors.New("standard input cannot be read again: say with --dropped where to put what is dropped, so that it can be restored")
	}
	return nil
}

// withIndex calls a function with a run of the index, nil without --index.
func (f *dedupFlags) withIndex(do func(*index.Run) error) error {
	if f.index == "" {
		return do(nil)
	}
	run, err := index.Begin(f.index)
	if err != nil {
		return err
	}
	defer func() { _ = run.Close() }() // a run that counts has been committed
	return do(run)
}

// commit gives the outputs their names and then makes the run count: whoever sees that
// it has ended well finds it in the index.
func (f *dedupFlags) commit(s streams, j *judge, out *decisions) error {
	if err := out.flush(j.run != nil); err != nil {
		return err
	}
	if j.run == nil {
		return out.commit()
	}
	if err := j.run.Prepare(f.stage); err != nil {
		return err
	}
	if err := out.commit(); err != nil {
		return err
	}
	number, err := j.run.Commit()
	if err == nil && f.stage && number > 0 {
		s.complain(fmt.Errorf("run %d is staged: storydiff index commit --index %s %d, or rollback", number, f.index, number))
	}
	return err
}

// filter decides on all records and writes the outputs.
func (f *dedupFlags) filter(ctx context.Context, s streams, args []string, j *judge, out *decisions) error {
	began := time.Now()
	var in intake
	o := ingest.Options{Stdin: s.in, Stats: new(ingest.Stats)}
	inputs, err := ingest.Inputs(args, o)
	in.fault(s, err)
	archives, err := openArchives(inputs, &o)
	if err != nil {
		return err
	}
	if archives != nil {
		defer archives.close()
		out.hold = true
	}
	shows := f.progress(s)
	defer shows.stop()
	o.Reading = shows.reading(o.Stats, bytesOf(inputs, o))
	whileShown := s
	whileShown.err = shows.below(s.err)
	all := readAhead(ctx, inputs, o, f.window != "" || j.run != nil)
	if j.order == nil {
		err = inOrder(whileShown, &in, all, j, out)
	} else {
		err = byPreference(whileShown, &in, all, j, out)
	}
	if err == nil {
		err = ctx.Err()
	}
	if err == nil && archives != nil {
		err = archives.write(ctx, out)
	}
	if err == nil {
		err = f.commit(s, j, out)
	}
	shows.stop()
	if err != nil {
		return err
	}
	if skipped := passedOver(o.Stats); skipped != "" {
		s.complain(errors.New(skipped))
	}
	out.summary.write(s.err, time.Since(began))
	return in.lost()
}

// progress shows how far reading has come, unless the kept records go to a terminal.
func (f *dedupFlags) progress(s streams) *progress {
	if out, ok := s.out.(*os.File); ok && f.kept == "" && term.IsTerminal(int(out.Fd())) {
		return new(progress)
	}
	return newProgress(s.err)
}

// inOrder decides on records as they come.
func inOrder(s streams, in *intake, all iter.Seq2[*sketchedRecord, error], j *judge, out *decisions) error {
	write, finish := out.behind()
	err := decideInOrder(s, in, all, j, write)
	return cmp.Or(finish(), err) // a fault in writing that was met already is not met again
}

// decideInOrder decides on records and hands them over.
func decideInOrder(s streams, in *intake, all iter.Seq2[*sketchedRecord, error], j *judge, write func(decided) error) error {
	var waiting []begun
	ahead := j.ahead()
	writeFirst := func() error {
		one, err := j.finish(waiting[0])
		waiting = waiting[1:]
		if err != nil {
			return err
		}
		return write(one)
	}
	for r, err := range all {
		if err != nil {
			in.fault(s, err)
			continue
		}
		one, err := j.begin(r)
		if err != nil {
			return err
		}
		if waiting = append(waiting, one); len(waiting) <= ahead {
			continue
		}
		if err := writeFirst(); err != nil {
			return err
		}
	}
	for len(waiting) > 0 {
		if err := writeFirst(); err != nil {
			return err
		}
	}
	return nil
}

// days reads a number of days written as "30d".
func days(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(strings.TrimSuffix(s, "d"))
	if err != nil || n < 1 || !strings.HasSuffix(s, "d") {
		return 0, fmt.Errorf("no --window %q: give days, as in 30d", s)
	}
	return n, nil
}
