package report

import (
	"maps"
	"slices"
	"strconv"

	"github.com/storydiff/storydiff/compare"
)

// Made says how a page was made. The page holds it as JSON, so that it can be made
// again from the same inputs and compared byte for byte.
type Made struct {
	Schema   string            `json:"schema"`
	Version  string            `json:"version"`
	Settings map[string]string `json:"settings"`
	Only     []string          `json:"only"`
	Inputs   []Input           `json:"inputs"`           // in the order of the report
	Source   *Input            `json:"source,omitempty"` // what the quotes were measured against
}

// An Input is an article that a page was made of.
type Input struct {
	Label  string `json:"label"`
	SHA256 string `json:"sha256"`
}

func made(r *compare.Report, o Options) Made {
	m := Made{Schema: r.Schema, Version: r.Tool.Version, Settings: r.Tool.Settings, Only: o.Only, Inputs: []Input{}}
	for _, a := range r.Articles {
		m.Inputs = append(m.Inputs, Input{a.Label, a.SHA256})
	}
	if r.Source != nil {
		m.Source = &Input{r.Source.Label, r.Source.SHA256}
	}
	return m
}

// An htmlMethod says how the result was made and how far to trust it.
type htmlMethod struct {
	Version   string
	Settings  []htmlSetting
	Precision []htmlPrecision
	Removed   []htmlRemovals
	Inputs    []htmlInput
	Unlisted  string
}

type (
	htmlSetting   struct{ Name, Value string }
	htmlPrecision struct{ Signal, Words string }
	htmlInput     struct {
		Ref    htmlRef
		SHA256 string
	}
	htmlRemoval  struct{ Anchor, Reason, Text, Href string }
	htmlRemovals struct {
		Ref    htmlRef
		Pieces []htmlRemoval
	}
)

func removalAnchor(id string, i int) string { return "r-" + id + "-" + strconv.Itoa(i+1) }

func (h *htmlView) method() htmlMethod {
	m := htmlMethod{Version: h.Tool.Version, Precision: h.precision()}
	for _, name := range slices.Sorted(maps.Keys(h.Tool.Settings)) {
		m.Settings = append(m.Settings, htmlSetting{name, h.Tool.Settings[name]})
	}
	for _, a := range h.Articles {
		m.Inputs = append(m.Inputs, htmlInput{h.ref(a.ID), a.SHA256})
		if len(a.Removed) > 0 {
			m.Removed = append(m.Removed, h.removals(a))
		}
	}
	if h.Source != nil {
		m.Inputs = append(m.Inputs, htmlInput{h.ref(h.Source.ID), h.Source.SHA256})
	}
	if h.PairsNotListed > 0 {
		m.Unlisted = count(h.PairsNotListed, "other pair is", "other pairs are")
	}
	return m
}

func (h *htmlView) removals(a compare.Article) htmlRemovals {
	out := htmlRemovals{Ref: h.ref(a.ID)}
	for i, r := range a.Removed {
		out.Pieces = append(out.Pieces, htmlRemoval{removalAnchor(a.ID, i), r.Reason, readable(r.Text), textAnchor(a.ID)})
	}
	return out
}

// precision lists the signals of the sheets with how often their lines were right.
func (h *htmlView) precision() []htmlPrecision {
	var out []htmlPrecision
	for _, f := range h.Framing {
		words := precisionWords(f.Precision)
		if words == "" {
			words = "Not measured yet."
		}
		row := htmlPrecision{f.Signal, words}
		if !slices.Contains(out, row) {
			out = append(out, row)
		}
	}
	return out
}
