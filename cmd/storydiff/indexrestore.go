package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/storydiff/storydiff/compare/dedup"
	"github.com/storydiff/storydiff/compare/dedup/index"
	"github.com/storydiff/storydiff/compare/ingest"
)

// A restoration brings back what a manifest says was dropped.
type restoration struct {
	out, dropped string
	index        string
}

func newRestore(s streams, folder *string) *cobra.Command {
	r := restoration{}
	c := &cobra.Command{
		Use:   "restore MANIFEST",
		Short: "Bring back what a run dropped, byte for byte",
		Long: `Bring back the records that a manifest says were dropped, byte for byte as they came, in
its order. They are read from the inputs again or, with --dropped, from the file that
"storydiff dedup --dropped" wrote, where the pages of web archives that became revisits
lie whole. Every one is checked against its digest: what is no
longer there as it was is named, and the exit code is 2.

With --index, the records count as kept from then on, and the run cannot be rolled back.`,
		Example: `  storydiff index restore decisions.jsonl > dropped.jsonl
  storydiff index restore --index archive.idx --dropped dropped.jsonl decisions.jsonl > back.jsonl`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			r.index = *folder
			return r.run(c.Context(), s, args[0])
		},
	}
	c.Flags().StringVarP(&r.out, "output", "o", "", "write what is brought back to `FILE`, whole or not at all")
	c.Flags().StringVar(&r.dropped, "dropped", "", "read the records from `FILE`, which dedup --dropped wrote")
	return c
}

func (r *restoration) run(ctx context.Context, s streams, manifest string) error {
	lines, err := droppedLines(manifest)
	if err != nil {
		return err
	}
	paths, err := r.sources(lines)
	if err != nil || len(paths) == 0 {
		return err
	}
	var run *index.Run
	if r.index != "" {
		if run, err = index.Resume(r.index); err != nil {
			return err
		}
		defer func() { _ = run.Close() }()
	}
	out, err := (&dedupFlags{kept: r.out}).outputs(s)
	if err != nil {
		return err
	}
	defer out.discard()
	whole, err := r.bringBack(ctx, s, paths, lines, run, out)
	if err == nil {
		err = (&dedupFlags{}).commit(s, &judge{run: run}, out)
	}
	if err == nil && !whole {
		err = errReported
	}
	return err
}

// droppedLines returns the lines of a manifest whose records were dropped.
func droppedLines(manifest string) (lines []manifestLine, err error) {
	file, err := os.Open(manifest)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", manifest, reason(err))
	}
	defer func() { _ = file.Close() }()
	all := json.NewDecoder(bufio.NewReader(file))
	for n := 1; ; n++ {
		var line manifestLine
		err := all.Decode(&line)
		if errors.Is(err, io.EOF) {
			return lines, nil
		}
		if err != nil || line.Location == "" || line.SHA256 == "" {
			return nil, fmt.Errorf("%s: line %d is not of a manifest that dedup wrote", manifest, n)
		}
		if line.Decision != keep {
			lines = append(lines, line)
		}
	}
}

// sources returns the files that hold the records, in the order of the manifest.
func (r *restoration) sources(lines []manifestLine) (paths []string, err error) {
	if r.dropped != "" {
		return []string{r.dropped}, nil
	}
	known := map[string]bool{}
	for _, line := range lines {
		path := pathOf(line.Location)
		if line.Decision == revisit {
			return nil, errors.New("the records became revisits of a web archive: name with --dropped the file that has them whole")
		}
		if path == "standard input" { // as ingest names it
			return nil, errors.New("the records came from standard input: name with --dropped the file that has them")
		}
		if !known[path] {
			known[path] = true
			paths = append(paths, path)
		}
	}
	return paths, nil
}

// pathOf returns the file of a location: that without the number of a line, record or byte.
func pathOf(location string) string {
	if _, err := os.Stat(location); err == nil {
		return location
	}
	bare := strings.TrimRight(location, "0123456789")
	if n := len(bare) - 1; n > 0 && len(bare) < len(location) && strings.ContainsRune(":#@", rune(bare[n])) {
		return bare[:n]
	}
	return location
}

// bringBack writes the records and reports whether all were there.
func (r *restoration) bringBack(ctx context.Context, s streams, paths []string, lines []manifestLine, run *index.Run, out *decisions) (whole bool, err error) {
	var in intake
	inputs, err := ingest.Inputs(paths, ingest.Options{})
	in.fault(s, err)
	find := r.finder(lines)
	found := 0
	for record, err := range readAhead(ctx, inputs, ingest.Options{}, true) {
		if err != nil {
			in.fault(s, err)
			continue
		}
		raw, err := record.asLine()
		if err != nil {
			return false, err
		}
		line, ok := find(record)
		if !ok {
			continue
		}
		found++
		if line.Decision == drop {
			line.Decision = keep
			if err := out.write(raw, line); err != nil {
				return false, err
			}
		}
		if err := adopt(run, line, record); err != nil {
			return false, err
		}
	}
	if missing := len(lines) - found; missing > 0 {
		s.complain(fmt.Errorf("%s no longer where the manifest says, or not as it was", counted(missing, "record")))
		in.failed = true
	} else if err := r.copyArchive(lines, out); err != nil {
		return false, err
	}
	return !in.failed, ctx.Err()
}

// copyArchive writes the records that became revisits: the file of what was dropped is a
// web archive of them, as they came.
func (r *restoration) copyArchive(lines []manifestLine, out *decisions) error {
	if !slices.ContainsFunc(lines, func(line manifestLine) bool { return line.Decision == revisit }) {
		return nil
	}
	file, err := os.Open(r.dropped)
	if err != nil {
		return fmt.Errorf("cannot read %s: %w", r.dropped, reason(err))
	}
	defer func() { _ = file.Close() }()
	if _, err = io.Copy(out.kept, file); err != nil {
		return fmt.Errorf("cannot write what is brought back: %w", reason(err))
	}
	return nil
}

// finder returns what tells which line of the manifest a record belongs to, if any.
func (r *restoration) finder(lines []manifestLine) func(*sketchedRecord) (manifestLine, bool) {
	if r.dropped != "" { // one after the other, as they were written
		next := 0
		return func(record *sketchedRecord) (line manifestLine, ok bool) {
			if next < len(lines) {
				line, ok = lines[next], isRecord(lines[next], record)
				next++
			}
			return line, ok
		}
	}
	at := map[string]manifestLine{}
	for _, line := range lines {
		at[line.Location] = line
	}
	return func(record *sketchedRecord) (manifestLine, bool) {
		line, ok := at[record.Place]
		return line, ok && line.SHA256 == record.SHA256
	}
}

// isRecord reports whether a line that --dropped wrote is a record. Articles that were
// no line of JSON were made one, so that their digest is not the record's.
func isRecord(line manifestLine, record *sketchedRecord) bool {
	return line.SHA256 == record.SHA256 || line.SHA256 == sha256Of(bytes.TrimSuffix(record.Raw, []byte("\n"))) ||
		pathOf(line.Location) == line.Location && line.ID == record.ID
}

func sha256Of(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// adopt tells the index that a record it saw dropped was kept after all.
func adopt(run *index.Run, line manifestLine, r *sketchedRecord) error {
	if run == nil {
		return nil
	}
	old, seen, err := run.Seen(line.Location, line.ID, line.SHA256)
	for err == nil && seen && old.Kept { // the same bytes may have come several times
		old, seen, err = run.Seen(line.Location, line.ID, line.SHA256)
	}
	if err != nil || !seen {
		return err
	}
	was, err := decidedLine(entry{}, old)
	if err != nil {
		return err
	}
	was.Decision, was.Reason = keep, "brought back"
	decision, err := json.Marshal(was)
	if err != nil {
		return err
	}
	run.Forget(old.Number)
	old.Decision, old.Published, old.Outlet = decision, r.Published(), r.Outlet()
	return run.Add(old, &r.sketched, dedup.Decision{Of: old.Of})
}
