// Evaluate measures every engine on labelled data and prints one table: a row for
// each metric with our figure, a simple baseline and the best known elsewhere.
//
//	go run ./cmd/evaluate -gold ../shared/gold
//	go run ./cmd/evaluate -gold ../shared/gold -only quotes,align -format json
//	go run ./cmd/evaluate -gold ../shared/gold -pages -only pages -train-parts
//	go run ./cmd/evaluate -gold ../shared/gold -train > weights.txt
//
// Files are found by their folder and fields, so any folder laid out alike will do:
//
//	seeds.json      what a careful reader finds in the articles of ../seeds
//	events/*        articles with an event; pairs of texts with scores; pairs of headlines with a label
//	quotes/*        articles with their attributions; quotes/kinds rests on labels in ./kinds
//	align/*         two translations of a quote; pairs of sentences with their word links
//	framing/*       sentences with their biased words
//	duplicates/*    articles, and beside them the pairs that are copies
//
// The quotes of the articles in compare/quote/testdata/exam, a few in each language and
// written for the purpose, are measured too.
//
// Files may be packed with gzip or zstd. Files named "train" are left out unless
// -train-parts asks for them. What cannot be measured, for want of the articles or the
// pairs that go with a file, is said to be so.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"
	"golang.org/x/term"
)

func main() {
	err := run(os.Stdout, os.Stderr, os.Args[1:])
	switch {
	case errors.Is(err, flag.ErrHelp):
	case err != nil:
		fmt.Fprintf(os.Stderr, "evaluate: %v\n", err)
		os.Exit(2)
	}
}

// settings say what to measure and how to show it.
type settings struct {
	gold, seeds string
	exams       string
	only        []string
	format      string
	trainParts  bool
	train       bool
	pages       bool
	verbose     bool
	complaints  io.Writer
}

// warn says what the person at the terminal should know of a figure that is missing.
func (s *settings) warn(format string, args ...any) {
	_, _ = fmt.Fprintf(s.complaints, "evaluate: "+format+"\n", args...)
}

// run evaluates as the arguments say and writes the figures to stdout.
func run(stdout, stderr io.Writer, args []string) error {
	s, err := parse(stderr, args)
	if err != nil {
		return err
	}
	if s.train {
		return train(stdout, s.gold)
	}
	rows, notes, err := evaluate(s, progressTo(stderr))
	if err != nil {
		return err
	}
	if err := write(stdout, s.format, rows); err != nil {
		return err
	}
	if s.verbose && s.format == "table" {
		_, err = io.WriteString(stdout, notes)
	}
	return err
}

func parse(stderr io.Writer, args []string) (*settings, error) {
	s := settings{complaints: stderr}
	fs := flag.NewFlagSet("evaluate", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.StringVar(&s.gold, "gold", "../shared/gold", "`folder` of labelled data")
	fs.StringVar(&s.seeds, "seeds", "", "`folder` of the articles that seeds.json describes (default: seeds beside the gold folder)")
	fs.StringVar(&s.exams, "exams", "compare/quote/testdata/exam", "`folder` of the labelled articles in all languages; none when empty")
	only := fs.String("only", "", "`tasks` to run, as in quotes,events/g5w1h (default: all)")
	fs.StringVar(&s.format, "format", "table", "table, json (one object a line) or golden")
	fs.BoolVar(&s.trainParts, "train-parts", false, "measure on the train parts too")
	fs.BoolVar(&s.train, "train", false, "measure nothing; fit compare/similar's weights on the train parts and print the weights file")
	fs.BoolVar(&s.pages, "pages", false, "measure on the web pages that go-trafilatura ships too; the go command fetches them once")
	fs.BoolVar(&s.verbose, "v", false, "print what lies behind the figures too, such as reliability tables")
	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	if fs.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q", fs.Arg(0))
	}
	if s.seeds == "" {
		s.seeds = filepath.Join(filepath.Dir(filepath.Clean(s.gold)), "seeds")
	}
	if *only != "" {
		s.only = strings.Split(*only, ",")
	}
	return &s, nil
}

// wants reports whether a file is to be measured.
func (s *settings) wants(d dataset) bool {
	if d.train() && !s.trainParts {
		return false
	}
	for _, name := range s.only {
		if d.task == name || strings.HasPrefix(d.task, name+"/") {
			return true
		}
	}
	return len(s.only) == 0
}

// evaluate measures the files side by side, those that measure speed one by one afterwards.
func evaluate(s *settings, progress func(string)) ([]row, string, error) {
	all, err := datasets(s.gold)
	if err != nil {
		return nil, "", err
	}
	exams, err := examSets(s.exams)
	if err != nil {
		return nil, "", err
	}
	all = append(all, exams...)
	all = append(all, markSets(all)...)
	if s.pages {
		all = append(all, pageSets()...)
	}
	results := make([]measured, len(all))
	measure := func(i int) (err error) {
		progress(all[i].task)
		results[i], err = measureFile(all[i], s)
		return err
	}
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, d := range all {
		if s.wants(d) && !d.kind.alone {
			g.Go(func() error { return measure(i) })
		}
	}
	err = g.Wait()
	var rows []row
	var notes strings.Builder
	for i, d := range all {
		if !s.wants(d) {
			continue
		}
		if d.kind.alone {
			err = errors.Join(err, measure(i))
		}
		rows = append(rows, rowsOf(d, results[i])...)
		notes.WriteString(results[i].note)
	}
	if err == nil && len(rows) == 0 {
		err = fmt.Errorf("%s holds none of %s", s.gold, strings.Join(s.only, ", "))
	}
	return rows, notes.String(), err
}

func measureFile(d dataset, s *settings) (measured, error) {
	m, err := d.kind.measure(d, s)
	if err != nil {
		err = fmt.Errorf("%s: %w", d.task, err)
	}
	return m, err
}

func write(w io.Writer, format string, rows []row) error {
	switch format {
	case "table":
		return writeTable(w, rows)
	case "json":
		return writeJSON(w, rows)
	case "golden":
		return writeGolden(w, rows)
	}
	return fmt.Errorf("unknown format %q: it is table, json or golden", format)
}

// progressTo returns what tells a person at a terminal which task is running.
func progressTo(w io.Writer) func(task string) {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return func(string) {}
	}
	return func(task string) { _, _ = fmt.Fprintf(f, "measuring %s\n", task) }
}
