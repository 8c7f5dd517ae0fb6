package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/storydiff/storydiff/compare"
	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/ingest"
	"github.com/storydiff/storydiff/compare/report"
)

// flags hold the options that the commands share.
type flags struct {
	asIs     bool
	fields   []string
	format   string
	outFile  string
	color    string
	width    int
	open     bool
	exitCode bool
	only     []string
	signals  []string
	all      bool
	source   string
	pick     func(*compare.Report) // leaves out what is not to be shown; nil for all

	eventsOnly bool // compute events and nothing else
	quotesOnly bool // compute quotes and nothing else
}

// input adds the flags of commands that read articles.
func (f *flags) input(c *cobra.Command) {
	c.Flags().BoolVar(&f.asIs, "as-is", false, "take text exactly as it stands: no debris removed, offsets into the input")
	c.Flags().StringArrayVar(&f.fields, "field", nil, "say where JSON records hold a part, as `PART=PATH`: text=article.body; parts: "+commas(ingest.Parts()))
}

// output adds the flags of commands that write a report.
func (f *flags) output(c *cobra.Command) {
	c.Flags().StringVarP(&f.format, "format", "f", "", "format: "+commas(report.Formats)+" (default: by the ending of -o, else table)")
	c.Flags().StringVarP(&f.outFile, "output", "o", "", "write to `FILE`, whole or not at all")
	c.Flags().BoolVar(&f.open, "open", false, "show the report as a page in the browser")
	c.Flags().StringVar(&f.color, "color", "auto", "colour the table: auto, always, never")
	c.Flags().IntVar(&f.width, "width", 0, "columns of the table (default: the terminal's, else 100)")
	c.Flags().BoolVar(&f.exitCode, "exit-code", false, "exit 1 when a story told more than once, or a copy, was found")
}

// compare reads the articles, compares them and writes the report.
func (f *flags) compare(ctx context.Context, s streams, args []string) error {
	if f.open {
		if err := f.prepareOpen(); err != nil {
			return err
		}
	}
	shown, err := f.reportOptions(s)
	if err != nil {
		return err
	}
	fields, err := fieldPaths(f.fields)
	if err != nil {
		return err
	}
	in, err := read(ctx, s, args, ingest.Options{AsIs: f.asIs, Fields: fields})
	if err != nil {
		return err
	}
	source, err := f.readSource(ctx, s, ingest.Options{AsIs: f.asIs, Fields: fields})
	if err != nil {
		return err
	}
	shows := newProgress(s.err)
	r, err := compare.Articles(ctx, in.articles, compare.Options{
		Source: source, Signals: f.signals, EventsOnly: f.eventsOnly, QuotesOnly: f.quotesOnly, Settings: settingsOf(f.asIs, f.fields), Progress: shows.at,
	})
	shows.stop()
	if err != nil {
		return err
	}
	if f.pick != nil {
		f.pick(r)
	}
	if err := f.write(s, func(w io.Writer) error { return report.Write(w, r, shown) }); err != nil {
		return err
	}
	if f.open {
		if err := f.openPage(s); err != nil {
			return err
		}
	}
	switch {
	case in.failed:
		return errReported
	case f.exitCode && len(r.Events)+len(r.Copies) > 0:
		return errFound
	}
	return nil
}

// readSource reads the one text that the articles are measured against, if it is named.
func (f *flags) readSource(ctx context.Context, s streams, o ingest.Options) (*article.Article, error) {
	if f.source == "" {
		return nil, nil
	}
	in, err := read(ctx, s, []string{f.source}, o)
	if err != nil {
		return nil, err
	}
	if len(in.articles) != 1 || in.failed {
		return nil, fmt.Errorf("--source %s holds %d texts, want one", f.source, len(in.articles))
	}
	return in.articles[0], nil
}

// reportOptions checks the flags of output before any work is done.
func (f *flags) reportOptions(s streams) (report.Options, error) {
	o := report.Options{Format: f.format, Only: f.only, All: f.all, Width: f.width}
	if o.Format == "" {
		o.Format = formatOf(f.outFile)
	}
	for _, signal := range f.signals {
		if !slices.Contains(compare.Signals, signal) {
			return o, fmt.Errorf("no signal %q: use %s", signal, commas(compare.Signals))
		}
	}
	terminal := f.terminal(s)
	switch f.color {
	case "always":
		o.Color = true
	case "never":
	case "auto":
		o.Color = terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	default:
		return o, fmt.Errorf("no --color %q: use auto, always or never", f.color)
	}
	if o.Width == 0 && terminal {
		o.Width, _, _ = term.GetSize(int(s.out.(*os.File).Fd()))
	}
	return o, o.Check()
}

// page reports whether the report is to be a page.
func (f *flags) page() bool {
	return f.open || f.format == report.HTML || f.format == "" && formatOf(f.outFile) == report.HTML
}

// terminal reports whether the report goes to a terminal.
func (f *flags) terminal(s streams) bool {
	out, ok := s.out.(*os.File)
	return ok && f.outFile == "" && term.IsTerminal(int(out.Fd()))
}

// formatOf guesses the format from the ending of the output's name.
func formatOf(name string) string {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".json":
		return report.JSON
	case ".ndjson", ".jsonl":
		return report.NDJSON
	case ".csv":
		return report.CSV
	case ".html", ".htm":
		return report.HTML
	case ".md", ".markdown":
		return report.Markdown
	default:
		return report.Table
	}
}

// write calls do with standard output, or with a file that appears only when do has
// succeeded.
func (f *flags) write(s streams, do func(io.Writer) error) error {
	if f.outFile == "" || f.outFile == "-" {
		return do(s.out)
	}
	file, err := newWholeFile(f.outFile)
	if err != nil {
		return err
	}
	if err := do(file); err != nil {
		file.discard()
		return fmt.Errorf("cannot write %s: %w", f.outFile, reason(err))
	}
	return file.commit()
}

func commas(words []string) string { return strings.Join(words, ", ") }
