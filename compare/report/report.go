// Package report shows one comparison in many views: a table for the terminal,
// Markdown, CSV, JSON and an HTML page. Every view is written from a compare.Report alone.
package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare"
)

// The formats a report can be written in.
const (
	Table    = "table"
	Markdown = "markdown"
	CSV      = "csv"
	JSON     = "json"
	NDJSON   = "ndjson"
	HTML     = "html"
)

// Formats lists the formats.
var Formats = []string{Table, Markdown, CSV, JSON, NDJSON, HTML}

// The sections of a report.
const (
	Articles = "articles"
	Pairs    = "pairs"
	Events   = "events"
	Quotes   = "quotes"
	Ledger   = "ledger"
	Framing  = "framing"
	Copies   = "copies"
)

// Sections lists the sections in the order in which they are shown.
var Sections = []string{Articles, Pairs, Events, Quotes, Ledger, Framing, Copies}

// Options set how a report is shown.
type Options struct {
	Format string   // one of Formats; empty means Table
	Only   []string // sections to show; nil for the overview that fits each format
	All    bool     // show every line of the framing sheets and ledgers, not the most telling alone
	Width  int      // columns of a table; 0 means 100
	Color  bool     // colour a table with ANSI codes
}

// Write writes the report to w.
func Write(w io.Writer, r *compare.Report, o Options) error {
	if err := o.Check(); err != nil {
		return err
	}
	switch o.Format {
	case JSON:
		return writeJSON(w, only(r, o.Only))
	case NDJSON:
		return writeNDJSON(w, only(r, o.Only))
	case CSV:
		return writeCSV(w, r, o)
	case HTML:
		return writeHTML(w, r, o)
	case Markdown:
		return writeMarkdown(w, compose(r, o))
	default:
		return writeTable(w, compose(r, o), o)
	}
}

// Check reports the first option that has no meaning.
func (o Options) Check() error {
	if o.Format != "" && !slices.Contains(Formats, o.Format) {
		return fmt.Errorf("no format %q: use %s", o.Format, list(Formats))
	}
	for _, s := range o.Only {
		if !slices.Contains(Sections, s) {
			return fmt.Errorf("no section %q: use %s", s, list(Sections))
		}
	}
	if o.Format == CSV && len(o.Only) > 1 {
		return fmt.Errorf("CSV is one table: name one section, not %s", list(o.Only))
	}
	return nil
}

// list joins words for an error message.
func list(words []string) string { return strings.Join(words, ", ") }
