package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/storydiff/storydiff/compare/dedup"
	"github.com/storydiff/storydiff/compare/dedup/index"
)

func newWhy(s streams, folder *string) *cobra.Command {
	return &cobra.Command{
		Use:   "why A [B]",
		Short: "Say what was decided of a record and why, and how two compare",
		Long: `Say what was decided of a record and why. With two, compare their texts as well:
measures of shared runs of five words, exactly, and the facts in which they differ.

A record is named by the id that its source gives it or, when it has none, by where it
lay: the "id" and "location" of the manifest.`,
		Example: "  storydiff index why --index archive.idx wire-1 copy-7",
		Args:    cobra.RangeArgs(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			x, err := index.Open(*folder)
			if err != nil {
				return err
			}
			defer func() { _ = x.Close() }()
			return why(s.out, x, args)
		},
	}
}

// why writes what was decided of records, and compares the last of two.
func why(w io.Writer, x *index.Index, names []string) error {
	var last []index.Record
	for _, name := range names {
		numbers, err := recordsOf(x, name)
		if err != nil {
			return err
		}
		for i, n := range numbers {
			r, _, err := x.Record(n)
			if err != nil {
				return err
			}
			line, err := decidedLine(entryOf(r), r)
			if err != nil {
				return err
			}
			writeDecision(w, line)
			if i == len(numbers)-1 {
				last = append(last, r)
			}
		}
	}
	if len(last) < 2 {
		return nil
	}
	return writeComparison(w, x, last[0], last[1])
}

// recordsOf returns the records of a name, of which there has to be one.
func recordsOf(x *index.Index, name string) ([]int, error) {
	numbers, err := x.Find(name)
	if err == nil && len(numbers) == 0 {
		err = fmt.Errorf("the index knows no record %q: give its id or, when it has none, its location", name)
	}
	return numbers, err
}

func entryOf(r index.Record) entry { return entry{r.Location, r.ID, r.SHA256} }

// title names a record as a reader may know it.
func title(location, id string) string {
	if id == "" || id == location {
		return location
	}
	return id + " (" + location + ")"
}

func writeDecision(w io.Writer, line manifestLine) {
	decided := map[string]string{keep: "kept", drop: "dropped"}[line.Decision]
	fmt.Fprintf(w, "%s: %s: %s\n", title(line.Location, line.ID), decided, line.Reason)
	if line.Own != "" {
		fmt.Fprintf(w, "  of its own: %s\n", line.Own)
	}
	if line.Of != "" {
		fmt.Fprintf(w, "  beside %s: %s\n", title(line.Of, line.OfID), line.Relation)
		writeMeasures(w, line.Jaccard, line.Containment, line.OfContained)
		writeFacts(w, line.Differs)
	}
	for _, r := range line.Replaces {
		fmt.Fprintf(w, "  replaces %s\n", title(r.Location, r.ID))
	}
}

func writeMeasures(w io.Writer, jaccard, in, back float64) {
	fmt.Fprintf(w, "  Jaccard %.4f, share of it in the other %.4f, of the other in it %.4f\n", jaccard, in, back)
}

func writeFacts(w io.Writer, facts []fact) {
	for _, f := range facts {
		fmt.Fprintf(w, "  %s: %s → %s\n", f.Type, orNone(f.From), orNone(f.To))
	}
}

func orNone(s string) string {
	if s == "" {
		return "(none)"
	}
	return s
}

// writeComparison compares the texts of two records.
func writeComparison(w io.Writer, x *index.Index, a, b index.Record) error {
	ta, okA, err := textOf(x, a)
	if err != nil {
		return err
	}
	tb, okB, err := textOf(x, b)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\n%s beside %s: ", title(b.Location, b.ID), title(a.Location, a.ID))
	if !okA || !okB {
		_, err := fmt.Fprintln(w, "the index holds no text of what was dropped, so that they cannot be compared")
		return err
	}
	c := dedup.CompareTexts(ta, tb)
	fmt.Fprintln(w, c.Relation)
	writeMeasures(w, rounded(c.Jaccard), rounded(c.BInA), rounded(c.AInB))
	var facts []fact
	for _, d := range c.Differs {
		facts = append(facts, fact{d.Type, d.From, d.To})
	}
	writeFacts(w, facts)
	if len(c.Passages) > 0 {
		longest := slices.MaxFunc(c.Passages, func(p, q dedup.Passage) int { return p.A.Len() - q.A.Len() })
		fmt.Fprintf(w, "  %s shared, the longest of %s\n", counted(len(c.Passages), "passage"), counted(longest.A.Len(), "byte"))
	}
	return nil
}

// textOf returns the text of a record: that of an identical one stands for one dropped.
func textOf(x *index.Index, r index.Record) (dedup.Text, bool, error) {
	if r.Kept {
		return r.Text, true, nil
	}
	line, err := decidedLine(entryOf(r), r)
	if err != nil || dedup.Relation(line.Relation) != dedup.Identical {
		return dedup.Text{}, false, err
	}
	of, known, err := x.Record(r.Of)
	return of.Text, known && of.Kept, err
}
