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
	errNoRecords  = errors.New("is an empty list of records")
)

// A recordReader returns the records of a stream of JSON one by one.
type recordReader interface {
	// next returns the next record, good until the next call, and io.EOF behind the last.
	// One that is too long is passed over with errRecordLong; other errors end the stream.
	next() ([]byte, error)
	// spot returns where the record at hand lies.
	spot() spot
	// fault makes an *Error of what ended the stream.
	fault(in Input, err error) error
}

// readJSON reads records, each by itself: however many they are, memory holds one.
func readJSON(in Input, r *bufio.Reader, o Options) iter.Seq2[*article.Article, error] {
	var records recordReader = &valueReader{r: r}
	if linesOfObjects(r) {
		records = &lineReader{r: r}
	}
	return readRecords(in, &wrappedReader{recordReader: records, paths: o.Fields}, o)
}

// readRecords makes articles of records.
func readRecords(in Input, records *wrappedReader, o Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		for first := true; ; first = false {
			data, err := records.next()
			if errors.Is(err, io.EOF) {
				if first && !in.Found {
					yield(nil, in.fault(errNoRecords))
				}
				return
			}
			if err != nil && !errors.Is(err, errRecordLong) && !errors.Is(err, errJSON) {
				yield(nil, records.fault(in, err))
				return
			}
			var a *article.Article
			if err == nil {
				a, err = readRecord(in, data, records.spot(), o)
			}
			var not *notArticle
			if first && in.Found && !records.wraps && errors.As(err, &not) {
				o.Stats.skip(not.reason)
				return
			}
			if !yield(a, in.faultAt(err, records.spot())) {
				return
			}
		}
	}
}

// linesOfObjects reports whether a stream of JSON holds one object a line: its first line
// is a whole object, or damaged and the second is one. Any other stream is read value by
// value.
func linesOfObjects(r *bufio.Reader) bool {
	for _, size := range []int{sniffed, r.Size()} {
		head, _ := r.Peek(size)
		head = bytes.TrimPrefix(head, bom)
		head = head[space(head, 0):]
		if len(head) > 0 && head[0] == '[' {
			return false
		}
		if first, rest, ok := bytes.Cut(head, []byte("\n")); ok {
			second, _, _ := bytes.Cut(rest, []byte("\n"))
			return wholeObject(first) || wholeObject(second)
		}
	}
	return true // one long line
}

// wholeObject reports whether a line is a JSON object and nothing else.
func wholeObject(line []byte) bool {
	return members(line, func(string, []byte) bool { return true }) == nil
}

// A lineReader returns the lines of a stream that are not empty, each at most maxBytes long.
// They stay good: what has been read into memory is not written over.
type lineReader struct {
	r      io.Reader
	number int    // of the line returned last
	rest   []byte // what has been read and not returned, and room for more
	err    error  // what ended the stream
}

// lineChunk is how many bytes are read into one piece of memory: more than the buffers
// below hold, which are then read past.
const lineChunk = 1 << 19

func (l *lineReader) spot() spot                      { return spot{line: l.number} }
func (l *lineReader) fault(in Input, err error) error { return in.faultAt(err, l.spot()) }

func (l *lineReader) next() ([]byte, error) {
	for {
		line, err := l.line()
		if err != nil || space(line, 0) < len(line) {
			return line, err
		}
	}
}

// line returns the next line with its end.
func (l *lineReader) line() ([]byte, error) {
	l.number++
	long := false
	for looked := 0; ; l.read() {
		if n := bytes.IndexByte(l.rest[looked:], '\n'); n >= 0 {
			return l.take(looked+n+1, long)
		}
		if l.err != nil {
			break
		}
		if looked = len(l.rest); looked > maxBytes {
			long, looked, l.rest = true, 0, nil
		}
	}
	if errors.Is(l.err, io.EOF) && (long || len(l.rest) > 0) {
		return l.take(len(l.rest), long)
	}
	return nil, l.err
}

// take returns a line of so many bytes, unless it is the end of one that is too long.
func (l *lineReader) take(n int, long bool) ([]byte, error) {
	line := l.rest[:n:n]
	l.rest = l.rest[n:]
	if long || n > maxBytes {
		return nil, errRecordLong
	}
	return line, nil
}

// read reads on behind the rest, in new memory when there is no room.
func (l *lineReader) read() {
	if len(l.rest) == cap(l.rest) {
		more := make([]byte, len(l.rest), max(lineChunk, 2*len(l.rest)))
		copy(more, l.rest)
		l.rest = more
	}
	n, err := l.r.Read(l.rest[len(l.rest):cap(l.rest)])
	l.rest, l.err = l.rest[:len(l.rest)+n], err
}
