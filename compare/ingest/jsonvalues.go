package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// A valueReader returns the elements of JSON arrays, and objects of any number of lines
// that stand in none, each at most maxBytes long.
type valueReader struct {
	r       *bufio.Reader
	inArray bool
	number  int   // of the value at hand, from 1
	start   int64 // byte at which it begins
	line    int   // on which it begins, from 1
	passed  int64 // bytes
	lines   int   // line ends passed
	buf     []byte
}

// spot returns where the value at hand lies.
func (v *valueReader) spot() spot {
	if v.inArray {
		return spot{record: v.number}
	}
	return spot{line: v.line}
}

var (
	errCut     = errors.New("ends in the middle of a record")
	errCutList = errors.New("ends in the middle of a list of records")
	errNoValue = errors.New("holds something that is no record")
)

// next returns the next value, good until the next call, and io.EOF behind the last. A
// value that is too long is passed over with errRecordLong.
func (v *valueReader) next() ([]byte, error) {
	for {
		c, err := v.pastSpace()
		switch {
		case errors.Is(err, io.EOF) && v.inArray:
			return nil, errCutList
		case err != nil:
			return nil, err
		case c == '{' || v.inArray && c != ',' && c != ']':
			return v.value()
		case c == '[':
			v.inArray = true
		case c == ',': // parts records outside of arrays too, in lists that lost their brackets
		case !v.inArray:
			return nil, errNoValue
		case c == ']':
			v.inArray = false
		}
		v.take(1)
	}
}

// pastSpace passes over white space, and a byte order mark at the beginning, and returns
// the byte behind.
func (v *valueReader) pastSpace() (byte, error) {
	if head, _ := v.r.Peek(len(bom)); v.passed == 0 && bytes.Equal(head, bom) {
		v.take(len(bom))
	}
	for {
		chunk, err := v.ahead()
		if err != nil {
			return 0, err
		}
		n := space(chunk, 0)
		v.take(n)
		if n < len(chunk) {
			return chunk[n], nil
		}
	}
}

// value reads the value that comes next. One inside of an array may be of any kind.
func (v *valueReader) value() ([]byte, error) {
	v.number++
	v.start, v.line = v.passed, v.lines+1
	v.buf = v.buf[:0]
	var scan valueScan
	for long := false; ; {
		chunk, err := v.ahead()
		if errors.Is(err, io.EOF) {
			err = errCut
		}
		if err != nil {
			return nil, err
		}
		n, atEnd := scan.past(chunk)
		if long = long || len(v.buf)+n > maxBytes; !long {
			v.buf = append(v.buf, chunk[:n]...)
		}
		v.take(n)
		switch {
		case atEnd && long:
			return nil, errRecordLong
		case atEnd:
			return bytes.TrimRight(v.buf, " \t\r\n"), nil
		}
	}
}

// ahead returns what the buffer holds, one byte at least.
func (v *valueReader) ahead() ([]byte, error) {
	if _, err := v.r.Peek(1); err != nil {
		return nil, err
	}
	return v.r.Peek(v.r.Buffered())
}

// take passes over bytes that were looked at.
func (v *valueReader) take(n int) {
	chunk, _ := v.r.Peek(n)
	v.lines += bytes.Count(chunk, []byte("\n"))
	v.passed += int64(n)
	_, _ = v.r.Discard(n)
}

// A valueScan looks for the end of a value, over as many chunks as it takes.
type valueScan struct {
	depth            int
	quoted, escaping bool
}

// past returns where in the chunk the value ends, if it does: behind its last bracket, or
// before what parts it from the next.
func (s *valueScan) past(chunk []byte) (n int, atEnd bool) {
	for i, c := range chunk {
		switch {
		case s.escaping:
			s.escaping = false
		case s.quoted:
			s.quoted, s.escaping = c != '"', c == '\\'
		case c == '"':
			s.quoted = true
		case c == '{' || c == '[':
			s.depth++
		case s.depth == 0 && (c == ',' || c == ']'):
			return i, true
		case s.depth > 0 && (c == '}' || c == ']'):
			if s.depth--; s.depth == 0 {
				return i + 1, true
			}
		}
	}
	return len(chunk), false
}

// fault makes an *Error of what ended the reading.
func (v *valueReader) fault(in Input, err error) error {
	place := fmt.Sprintf("byte %d", v.passed)
	if errors.Is(err, errCut) {
		place = fmt.Sprintf("%v, byte %d", v.spot(), v.start)
	}
	e := &Error{Input: in.name(), Place: place, Err: plainly(err)}
	if v.number > 1 || v.number == 1 && !errors.Is(err, errCut) {
		e.Hint = "the records before it were read"
	}
	return e
}
