package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/storydiff/storydiff/compare/article"
)

var (
	errRecordLong = fmt.Errorf("is longer than %d MB", maxBytes>>20)
	errCut        = errors.New("ends in the middle of a record")
)

// readJSON reads records: one object a line, or a single object or array of objects
// over as many lines as it takes.
func readJSON(in Input, r *bufio.Reader, o Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		lines := lineReader{r: r}
		first, err := lines.next()
		if err == nil && !wholeObject(first) {
			readDocument(in, io.MultiReader(bytes.NewReader(first), r), o, yield)
			return
		}
		for made := 0; !errors.Is(err, io.EOF); first, err = lines.next() {
			a, fault := record(in, first, err, lines.number, o)
			if a == nil && fault == nil {
				continue
			}
			var not *notArticle
			if made == 0 && in.Found && errors.As(fault, &not) {
				o.Stats.skip(not.reason)
				return
			}
			made++
			if !yield(a, in.faultAt(fault, lines.number)) {
				return
			}
			if err != nil && !errors.Is(err, errRecordLong) {
				return
			}
		}
	}
}

// wholeObject reports whether a line holds a whole JSON object, as in JSON Lines.
func wholeObject(line []byte) bool {
	start := space(line, 0)
	if start == len(line) || line[start] != '{' {
		return false
	}
	_, err := skipNested(line, start)
	return err == nil
}

// record makes the article of one line, nothing of an empty one.
func record(in Input, line []byte, err error, number int, o Options) (*article.Article, error) {
	if err != nil {
		return nil, err
	}
	if space(line, 0) == len(line) {
		return nil, nil
	}
	return readRecord(in, line, number, o)
}

// faultAt makes an *Error of what went wrong with the record at a line.
func (in Input) faultAt(err error, line int) error {
	if err == nil {
		return nil
	}
	e := &Error{Input: in.name(), Place: fmt.Sprintf("line %d", line), Err: plainly(err)}
	var not *notArticle
	if errors.As(err, &not) {
		e.Hint = not.hint
	}
	return e
}

// readDocument reads one JSON value over several lines.
func readDocument(in Input, r io.Reader, o Options, yield func(*article.Article, error) bool) {
	data, err := readAll(r)
	if err != nil {
		yield(nil, in.fault(err))
		return
	}
	data = bytes.TrimPrefix(data, bom)
	line, counted := 1, 0
	one := func(at int, value []byte) bool {
		line += bytes.Count(data[counted:at], []byte("\n"))
		counted = at
		a, err := readRecord(in, value, line, o)
		var not *notArticle
		if in.Found && errors.As(err, &not) {
			o.Stats.skip(not.reason)
			return true
		}
		return yield(a, in.faultAt(err, line))
	}
	if start := space(data, 0); start < len(data) && data[start] == '{' {
		one(start, data[start:])
		return
	}
	if err := elements(data, one); err != nil {
		yield(nil, &Error{Input: in.name(), Err: errCut, Hint: "the records before it were read"})
	}
}

// A lineReader returns the lines of a stream, each at most maxBytes long.
type lineReader struct {
	r      *bufio.Reader
	number int // of the line returned last
	buf    []byte
}

// next returns the next line, good until the next call. A line that is too long is
// passed over with errRecordLong.
func (l *lineReader) next() ([]byte, error) {
	l.number++
	l.buf = l.buf[:0]
	long := false
	for {
		part, err := l.r.ReadSlice('\n')
		if err == nil && len(l.buf) == 0 && !long {
			return part, nil
		}
		if len(l.buf)+len(part) > maxBytes {
			long = true
			l.buf = l.buf[:0]
		}
		if !long {
			l.buf = append(l.buf, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case long && (err == nil || errors.Is(err, io.EOF)):
			return nil, errRecordLong
		case errors.Is(err, io.EOF) && len(l.buf) > 0 || err == nil:
			return l.buf, nil
		}
		return nil, err
	}
}
