// Package article holds what one outlet published, page debris told from text.
package article

import (
	"sync"

	"github.com/storydiff/storydiff/compare/text"
)

// An Article is what one outlet published about something: a headline, a body and
// what is known of its origin. Make one with New; after that it is only read, and
// it may be read from several goroutines.
type Article struct {
	Label     string   // short name: given by the user, else the file's base name or the record's id
	Named     bool     // the user gave the label, which then is shown to readers before the outlet
	Path      string   // the input as it was named; empty when there was none
	Record    string   // identifier of the web archive's record it was read from; empty when there is none
	Outlet    string   // who published it: a name or a domain; empty when unknown
	Title     string   // the headline; empty when there is none
	Authors   []string // bylines
	Published string   // RFC 3339 date or time, as precise as is known; empty when unknown
	URL       string   // canonical address; empty when unknown
	SHA256    string   // lower-case hex digest of the raw input or record

	Dateline string   // the place the dateline names; empty when there is none
	Wire     string   // the agency whose copy it is or builds on, when the page says so
	Notes    []string // what a reader should know of how it was read; mostly none

	// Text is what all offsets of the other rooms count into: the headline, a
	// blank line and the cleaned body, or the input untouched for as-is articles.
	Text string
	// BodyStart is the byte of Text at which the body begins.
	BodyStart int
	// Raw is the body as ingested, before debris was removed and without the
	// headline. Shingles are made of it.
	Raw string
	// Removed lists the debris taken out of Raw, in order.
	Removed []Removal

	language     string
	languageOnce sync.Once
	splitOnce    sync.Once
	sentences    []Sentence
	paragraphs   []text.Span
}

// A Removal is a stretch of page debris that the cleaner took out.
type Removal struct {
	Text   string // as it stood on the page
	Reason string // what it was taken for, in words a reader understands: "caption", "call to read more"
	At     int    // the byte of Article.Text at which it stood
}

// A Sentence is a sentence of Article.Text. The headline is one sentence.
type Sentence struct {
	text.Span
	Paragraph int // 0 for the headline, then 1, 2, …; without a headline the body begins at 1
}

// A Source is what an article is made of. Only Body is needed.
type Source struct {
	Label, Path, Outlet, Title string
	Named                      bool
	Authors                    []string
	Published, URL, Language   string
	SHA256                     string
	Notes                      []string
	Body                       string
	AsIs                       bool // Body is all of the text, headline included, and is left untouched
}
