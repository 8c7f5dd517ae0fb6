package framing

import (
	"github.com/storydiff/storydiff/compare/ledger"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// Options choose what a sheet holds. The zero value asks for every signal.
type Options struct {
	Signals []string // names of signals; nil for all that are on by default
}

// Sheet compares the tellings of one event. Articles in the findings are indexes into rs.
func Sheet(rs []*quote.Reading, us []ledger.Utterance, o Options) []Finding { panic("not written yet") }

// Loaded returns the loaded words of a passage by the shipped list, quoted ones left out.
func Loaded(s, lang string) []text.Span { panic("not written yet") }
