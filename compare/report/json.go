package report

import (
	"encoding/json"
	"io"
	"slices"

	"github.com/storydiff/storydiff/compare"
)

// only returns the report without the sections that are not asked for. Articles
// stay, since everything else points into them.
func only(r *compare.Report, sections []string) *compare.Report {
	if sections == nil {
		return r
	}
	keep := func(s string) bool { return slices.Contains(sections, s) }
	out := *r
	if !keep(Pairs) {
		out.Pairs = []compare.Pair{}
	}
	if !keep(Events) {
		out.Events = []compare.Event{}
	}
	if !keep(Quotes) {
		out.Quotes = []compare.Quote{}
	}
	if !keep(Ledger) {
		out.Utterances = []compare.Utterance{}
	}
	if !keep(Framing) {
		out.Framing, out.Alignments = []compare.Framing{}, []compare.Alignment{}
	}
	if !keep(Copies) {
		out.Copies = []compare.Copies{}
	}
	return &out
}

func writeJSON(w io.Writer, r *compare.Report) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

// writeNDJSON writes one object a line: the tool first, then every record with its
// section under "record".
func writeNDJSON(w io.Writer, r *compare.Report) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	type head struct {
		Record string       `json:"record"`
		Schema string       `json:"schema"`
		Tool   compare.Tool `json:"tool"`
	}
	if err := e.Encode(head{"tool", r.Schema, r.Tool}); err != nil {
		return err
	}
	var source []compare.Article
	if r.Source != nil {
		source = append(source, *r.Source)
	}
	for _, err := range []error{
		encode(e, "article", r.Articles), encode(e, "source", source), encode(e, "pair", r.Pairs), encode(e, "event", r.Events),
		encode(e, "quote", r.Quotes), encode(e, "utterance", r.Utterances), encode(e, "framing", r.Framing),
		encode(e, "alignment", r.Alignments), encode(e, "copies", r.Copies), encode(e, "warning", r.Warnings),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

func encode[T any](e *json.Encoder, record string, values []T) error {
	type row struct {
		Record string `json:"record"`
		Value  T      `json:"value"`
	}
	for _, v := range values {
		if err := e.Encode(row{record, v}); err != nil {
			return err
		}
	}
	return nil
}
