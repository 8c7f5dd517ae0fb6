// Package warc reads WARC files, the form in which web archives keep what they
// fetched: a sequence of records, each with a header and a block of bytes.
//
// It reads versions 1.0 and 1.1 (ISO 28500:2009 and ISO 28500:2017), plain, or
// compressed with gzip or zstd, a member or frame for each record or one for the
// whole file. Sections named in comments are those of ISO 28500:2017, which is
// public as "WARC Format 1.1" of the IIPC.
//
// Memory is bounded whatever the input: a record's block is a stream, headers are
// limited to MaxHeader bytes.
package warc

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// MaxHeader bounds the bytes of one record's header.
const MaxHeader = 1 << 20

// The types of records that hold what was published (section 5).
const (
	Response   = "response"
	Resource   = "resource"
	Conversion = "conversion"
	Revisit    = "revisit"
)

// A Field is one line of a record's header.
type Field struct {
	Name, Value string
}

// A Record is one record. Block may be read until the next call of Reader.Next.
type Record struct {
	Version string  // "1.0", "1.1"
	Fields  []Field // in the order of the file
	Length  int64   // bytes of the block as the header states them
	// Offset is where the record begins: a byte of the file as it lies, the first of
	// the record's own gzip member or zstd frame when it has one.
	Offset int64
	// Inside is how far into the decompressed member the record begins: 0 but for
	// files that are compressed as a whole.
	Inside int64
	Block  io.Reader

	problems []string
}

// Get returns the first value of a field, empty when there is none. Names are not
// case sensitive (section 4).
func (r *Record) Get(name string) string {
	for _, f := range r.Fields {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

// Type returns the record's type in lower case.
func (r *Record) Type() string { return strings.ToLower(r.Get("WARC-Type")) }

// ID returns the record's identifier without its angle brackets.
func (r *Record) ID() string { return strings.Trim(r.Get("WARC-Record-ID"), "<>") }

// Target returns the address the record is about. Some 1.0 writers put it in angle
// brackets, after that version's grammar.
func (r *Record) Target() string { return strings.Trim(r.Get("WARC-Target-URI"), "<>") }

// Warnings returns what is wrong with the record but did not lose it: a digest that
// does not match, a block cut short. It is complete once Block has been read to its end.
func (r *Record) Warnings() []string { return r.problems }

func (r *Record) warn(format string, args ...any) {
	r.problems = append(r.problems, fmt.Sprintf(format, args...))
}

// An Error is a stretch of the file that could not be read as a record. Reading goes
// on after it with the next record that can be found.
type Error struct {
	Offset int64 // byte of the file as it lies
	Err    error
}

func (e *Error) Error() string { return fmt.Sprintf("byte %d: %v", e.Offset, e.Err) }

// Unwrap returns what is wrong.
func (e *Error) Unwrap() error { return e.Err }

// What can be wrong with a file.
var (
	ErrNoRecord  = errors.New("no WARC record where one should begin")
	ErrHeader    = errors.New("damaged record header")
	ErrTruncated = errors.New("file ends inside a record")
)
