package ingest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"

	"github.com/klauspost/compress/gzip"
)

var (
	errNoStdin = errors.New("there is no standard input to read")
	errMissing = errors.New("there is no such file or folder")
	errDenied  = errors.New("may not be read: permission denied")
	errCutFile = errors.New("ends too early: the file is cut short or damaged")
	errGzip    = errors.New("begins like a gzip file and is none, or a damaged one")
	errNoMatch = errors.New("matches no file")
)

// notArticle is why a file is no article. Met in a folder it is passed over and
// counted under the reason; named it is an error.
type notArticle struct {
	reason string // one word for the count: "empty", "image"
	says   string // the message for a file that was named
	hint   string
}

func (n *notArticle) Error() string { return n.says }

// plainly says what the readers below us say in their own terms.
func plainly(err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, gzip.ErrChecksum):
		return errCutFile
	case errors.Is(err, gzip.ErrHeader):
		return errGzip
	}
	return err
}

// fault makes an *Error of what went wrong with the input.
func (in Input) fault(err error) error {
	var done *Error
	var not *notArticle
	switch {
	case errors.As(err, &done):
		return err
	case errors.As(err, &not):
		return &Error{Input: in.name(), Err: err, Hint: not.hint}
	case errors.Is(err, fs.ErrNotExist):
		return &Error{Input: in.name(), Err: errMissing, Hint: "check the spelling; quote names with spaces"}
	case errors.Is(err, fs.ErrPermission):
		return &Error{Input: in.name(), Err: errDenied, Hint: "change its permissions, or leave it out"}
	case errors.Is(err, errNoMatch), errors.Is(err, path.ErrBadPattern):
		return &Error{Input: in.name(), Err: errNoMatch, Hint: "check the spelling, or name the folder"}
	}
	var named *fs.PathError
	if errors.As(err, &named) {
		err = named.Err // the path is named already
	}
	return &Error{Input: in.name(), Err: plainly(err)}
}

// A spot is where a record lies in its file: a line, or its number in an array, both
// from 1.
type spot struct{ line, record int }

func (s spot) String() string {
	if s.record > 0 {
		return fmt.Sprintf("record %d", s.record)
	}
	return fmt.Sprintf("line %d", s.line)
}

// suffix is what the spot adds to the name of its file.
func (s spot) suffix() string {
	if s.record > 0 {
		return "#" + strconv.Itoa(s.record)
	}
	return ":" + strconv.Itoa(s.line)
}

// faultAt makes an *Error of what went wrong with the record at a spot.
func (in Input) faultAt(err error, at spot) error {
	if err == nil {
		return nil
	}
	e := &Error{Input: in.name(), Place: at.String(), Err: plainly(err)}
	var not *notArticle
	switch {
	case errors.As(err, &not):
		e.Hint = not.hint
	case errors.Is(err, errRecordLong):
		e.Hint = "if it wraps many records, give them one a line: jq -c '.articles[]'"
	}
	return e
}
