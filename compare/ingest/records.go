package ingest

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"strings"
	"sync"
	"unicode/utf8"

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
	date      string
	source    string
	whole     *article.Article // when it had to be read as one
	readWhole bool
}

// Published returns when the record says it was published, in RFC 3339, empty when it does not.
func (r *Record) Published() string {
	if r.readWhole {
		return r.whole.Published
	}
	return published(r.date)
}

// Outlet returns who published the record, empty when it does not say.
func (r *Record) Outlet() string {
	if r.readWhole {
		return r.whole.Outlet
	}
	return oneLine(r.source)
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
		buffered := bufio.NewReaderSize(raw, 1<<18)
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
		record := &Record{Raw: bytes.Clone(line), Place: in.name() + at.suffix(), in: in, at: at, options: o}
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

// Read fills the record. It may be called from any goroutine; its error is an *Error.
func (r *Record) Read() error {
	if r.readWhole {
		return nil
	}
	if len(r.options.Fields) > 0 || !utf8.Valid(r.Raw) {
		return r.readSlowly()
	}
	var f [8][]byte
	err := quickFields(r.Raw, &f)
	if err != nil {
		return r.in.faultAt(err, r.at)
	}
	if f[0] == nil {
		return r.readSlowly() // the text is nested, or there is none
	}
	field := func(part int) string { return strings.Join(stringsIn(f[part], 0), "\n\n") }
	body := field(0)
	if strings.TrimSpace(body) == "" {
		return r.in.faultAt(noText(r.Raw), r.at)
	}
	r.Body, r.Title = quickTidy(body), oneLine(quickTidy(oneLine(field(1))))
	if r.Title == "" {
		r.Title, r.Body = splitHeadline(r.Body)
	}
	r.date, r.source, r.ID, r.Language = field(2), field(3), oneLine(field(6)), languageCode(field(7))
	r.SHA256 = digest(r.Raw)
	return nil
}

// readSlowly fills the record from the article it makes.
func (r *Record) readSlowly() error {
	a, err := readRecord(r.in, r.Raw, r.at, r.options)
	if err != nil {
		return r.in.faultAt(err, r.at)
	}
	r.whole, r.readWhole = a, true
	r.ID, r.Title, r.Body, r.SHA256 = a.Label, a.Title, a.Raw, a.SHA256
	return nil
}

// A fieldPlace says which part of an article a key holds, and how good a name for it is.
type fieldPlace struct{ part, rank int }

var fieldPlaces = sync.OnceValue(func() map[string]fieldPlace {
	places := map[string]fieldPlace{}
	for part, name := range fieldOrder {
		for rank, key := range fieldNames[name] {
			places[key] = fieldPlace{part, rank}
		}
	}
	return places
})

// quickFields is readFields for the usual names: raw values in the order of fieldOrder.
func quickFields(data []byte, found *[8][]byte) error {
	places := fieldPlaces()
	var ranks [8]int
	return members(bytes.TrimPrefix(data, bom), func(key string, value []byte) bool {
		at, known := places[key]
		if known && (found[at.part] == nil || at.rank < ranks[at.part]) && !emptyValue(value) {
			found[at.part], ranks[at.part] = value, at.rank
		}
		return true
	})
}

// quickTidy is tidy, which leaves plain ASCII as it is.
func quickTidy(s string) string {
	for i := range len(s) {
		if c := s[i]; c >= 0x7F || c < ' ' && c != '\n' {
			return tidy(s)
		}
	}
	return s
}
