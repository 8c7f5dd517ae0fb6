package ingest

import (
	"bufio"
	"context"
	"errors"
	"io"
	"iter"

	"github.com/storydiff/storydiff/compare/article"
)

// A Record is an article as it lies in its input, read no further than finding copies
// takes. The fields below Place are there once Read has been called.
type Record struct {
	// Raw is the line of JSON that the record came as, with its end; nil when the input was
	// in another form.
	Raw   []byte
	Place string // where it lies: "news.jsonl:12", "page.html"

	ID       string // what the source calls it; empty when it does not
	Title    string
	Body     string // as Article.Raw
	Language string // as the source states it: ISO 639-1 or empty
	SHA256   string // of the record, lower-case hex

	in        Input
	at        spot
	options   Options
	date      []byte // raw, as is the source; nil once read
	published string
	source    []byte
	whole     *article.Article // when it had to be read as one
	readWhole bool
}

// Published returns when the record says it was published, in RFC 3339, empty when it does not.
func (r *Record) Published() string {
	if r.readWhole {
		return r.whole.Published
	}
	if r.date != nil {
		r.published, r.date = published(quickText(r.date)), nil
	}
	return r.published
}

// Outlet returns who published the record, empty when it does not say.
func (r *Record) Outlet() string {
	if r.readWhole {
		return r.whole.Outlet
	}
	return oneLine(quickText(r.source))
}

// Article returns the record as an article.
func (r *Record) Article() (*article.Article, error) {
	if r.readWhole {
		return r.whole, nil
	}
	a, err := readRecord(r.in, r.Raw, r.at, r.options)
	return a, r.in.faultAt(err, r.at)
}

// Records reads the inputs in order and yields each record, or an *Error in its place,
// as Read does, but leaves to Record.Read what costs time.
func Records(ctx context.Context, inputs []Input, o Options) iter.Seq2[*Record, error] {
	return overInputs(ctx, inputs, o, recordsIn)
}

// recordsIn reads one input.
func recordsIn(in Input, o Options) iter.Seq2[*Record, error] {
	return opened(in, o, recordStream)
}

// recordStream reads a file as it lies: lines of JSON as they come, anything else as
// articles.
func recordStream(in Input, raw *counter, o Options) iter.Seq2[*Record, error] {
	return func(yield func(*Record, error) bool) {
		buffered := bufio.NewReaderSize(raw, 1<<16) // less than below, which then reads past it
		if head, _ := buffered.Peek(sniffed); IsArchive(head) {
			yieldWhole(readArchive(in, buffered, o), yield)
			return
		}
		r, err := decompress(buffered, raw)
		if err != nil {
			yield(nil, in.fault(err))
			return
		}
		defer func() { _ = r.Close() }()
		plain := bufio.NewReaderSize(r, 1<<18)
		head, _ := plain.Peek(sniffed)
		if len(head) == 0 && in.Path == "-" {
			return // a stream of no records
		}
		if kindOf(head) != kindJSON || !linesOfObjects(plain) {
			yieldWhole(readKind(in, plain, o), yield)
			return
		}
		recordLines(in, plain, o, yield)
	}
}

// yieldWhole yields articles as records.
func yieldWhole(articles iter.Seq2[*article.Article, error], yield func(*Record, error) bool) {
	for a, err := range articles {
		if err != nil {
			if !yield(nil, err) {
				return
			}
			continue
		}
		r := &Record{
			Place: a.Path, ID: a.Label, Title: a.Title, Body: a.Raw, SHA256: a.SHA256, whole: a, readWhole: true,
		}
		if !yield(r, nil) {
			return
		}
	}
}

// recordLines yields the lines of a stream of JSON.
func recordLines(in Input, r *bufio.Reader, o Options, yield func(*Record, error) bool) {
	lines := lineReader{r: r}
	for first := true; ; first = false {
		line, err := lines.next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			if !yield(nil, in.faultAt(err, lines.spot())) || !errors.Is(err, errRecordLong) {
				return
			}
			continue
		}
		if first && wrapped(line, o.Fields) != nil {
			w := &wrappedReader{recordReader: &lines, paths: o.Fields, begun: true, wraps: true, rest: wrapped(line, o.Fields)}
			yieldWhole(readRecords(in, w, o), yield)
			return
		}
		at := lines.spot()
		record := &Record{Raw: line, Place: in.name() + at.suffix(), in: in, at: at, options: o}
		if first && in.Found && noArticle(record) || !yield(record, nil) {
			return
		}
	}
}

// noArticle reports whether the first record of a file met in a folder holds no
// article, and counts the file as passed over.
func noArticle(r *Record) bool {
	var not *notArticle
	_, err := readRecord(r.in, r.Raw, r.at, r.options)
	if !errors.As(err, &not) {
		return false
	}
	r.options.Stats.skip(not.reason)
	return true
}
