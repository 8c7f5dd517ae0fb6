// Package ingest reads articles: from files, folders, globs and standard input, in
// the forms they come in. It is the only room that reads input.
//
// JSON Lines, JSON arrays and web archives are read as streams: whatever their size, memory
// holds one record at a time, of at most 16 MB.
package ingest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"

	"github.com/storydiff/storydiff/compare/article"
)

// Options say how inputs are found and read. The zero value reads files from disk
// and cleans them.
type Options struct {
	// AsIs takes text exactly as it stands, so that offsets are offsets into the input.
	AsIs bool
	// Stdin is read for the input "-".
	Stdin io.Reader
	// Fields says where records hold the parts of an article, as paths of keys joined
	// by dots: text, title, date, source, url, authors, id, lang. Parts that are not
	// named are found by their usual names.
	Fields map[string]string
	// FS holds the files, in place of the disk.
	FS fs.FS
	// Stats, when given, is filled while inputs are read: it may be looked at whenever
	// an article or an error is yielded, and by Reading.
	Stats *Stats
	// Reading, when given, is called whenever more bytes of an input have been read, be
	// there articles in them or not.
	Reading func()
}

// An Error is what is wrong with one input or one record of it.
type Error struct {
	Input string // the input as it was named
	Place string // where in it: "line 12", "byte 4096"; empty for the whole of it
	Err   error
	Hint  string // what to do; may be empty
}

// Error names the input and the place, what is wrong, and what to do.
func (e *Error) Error() string {
	s := e.Input + ": "
	if e.Place != "" {
		s += e.Place + ": "
	}
	s += e.Err.Error()
	if e.Hint != "" {
		s += " (" + e.Hint + ")"
	}
	return s
}

// Unwrap returns what is wrong, without the place.
func (e *Error) Unwrap() error { return e.Err }

// Read reads the inputs in order and yields each article, or an *Error in its
// place. An error never stops the inputs after it; a context that is done ends it all
// after the article in hand.
func Read(ctx context.Context, inputs []Input, o Options) iter.Seq2[*article.Article, error] {
	return overInputs(ctx, inputs, o, readInput)
}

// overInputs reads the inputs one after the other.
func overInputs[T any](ctx context.Context, inputs []Input, o Options, read func(Input, Options) iter.Seq2[T, error]) iter.Seq2[T, error] {
	if o.Stats == nil {
		o.Stats = new(Stats)
	}
	return func(yield func(T, error) bool) {
		for _, in := range inputs {
			if ctx.Err() != nil {
				return
			}
			for v, err := range read(in, o) {
				if !yield(v, err) || ctx.Err() != nil {
					return
				}
			}
		}
	}
}

// readInput reads the articles of one input.
func readInput(in Input, o Options) iter.Seq2[*article.Article, error] {
	return opened(in, o, readStream)
}

// opened reads an input as it lies and counts its bytes as they come. A file met in a
// folder that is no article is counted and passed over; a named one is an error.
func opened[T any](in Input, o Options, read func(Input, *counter, Options) iter.Seq2[T, error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		if reason := skipName(in); reason != "" {
			o.Stats.skip(reason)
			return
		}
		file, err := open(in, o)
		if err != nil {
			var none T
			yield(none, in.fault(err))
			return
		}
		defer func() { _ = file.Close() }()
		o.Stats.Files++
		raw := &counter{r: file, told: func(n int) {
			o.Stats.Bytes += int64(n)
			if o.Reading != nil {
				o.Reading()
			}
		}}
		for v, err := range read(in, raw, o) {
			if err == nil {
				o.Stats.Articles++
			}
			if !yield(v, err) {
				return
			}
		}
	}
}

// readStream reads a file as it lies.
func readStream(in Input, raw *counter, o Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		buffered := bufio.NewReaderSize(raw, 1<<16)
		if head, _ := buffered.Peek(sniffed); IsArchive(head) {
			readArchive(in, buffered, o)(yield)
			return
		}
		r, err := decompress(buffered, raw)
		if err != nil {
			yield(nil, in.fault(err))
			return
		}
		defer func() { _ = r.Close() }()
		readKind(in, bufio.NewReaderSize(r, 1<<16), o)(yield)
	}
}

// readKind reads a stream as what its first bytes say it is.
func readKind(in Input, r *bufio.Reader, o Options) iter.Seq2[*article.Article, error] {
	head, err := r.Peek(sniffed)
	if err != nil && !errors.Is(err, io.EOF) && len(head) == 0 {
		return only(nil, in.fault(err))
	}
	kind := kindOf(head)
	if kind == kindJSON {
		return readJSON(in, inUTF8(r, head), o)
	}
	data, err := readAll(r)
	if err != nil {
		return only(nil, in.fault(err))
	}
	read := readText
	switch {
	case o.AsIs:
	case kind == kindPage:
		read = readPage
	case isMarkdown(in, head):
		read = readMarkdown
	}
	a, err := read(in, data, o)
	var not *notArticle
	if in.Found && errors.As(err, &not) {
		o.Stats.skip(not.reason)
		return func(func(*article.Article, error) bool) {}
	}
	if err != nil {
		err = in.fault(err)
	}
	return only(a, err)
}

// only yields one result.
func only(a *article.Article, err error) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) { yield(a, err) }
}

// maxBytes bounds one article as it lies in its file, decompressed.
const maxBytes = 16 << 20

// readAll reads at most maxBytes; of a stream that ends in an error, what came before it.
func readAll(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return data, err
	}
	if len(data) > maxBytes {
		return nil, &notArticle{
			"too large", fmt.Sprintf("is larger than %d MB", maxBytes>>20),
			"split it into one file an article, or give JSON Lines",
		}
	}
	return data, nil
}

// open opens an input for reading.
func open(in Input, o Options) (io.ReadCloser, error) {
	if in.Path != "-" {
		return o.files().Open(in.Path)
	}
	if o.Stdin == nil {
		return nil, errNoStdin
	}
	return io.NopCloser(o.Stdin), nil
}
