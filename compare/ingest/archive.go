package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/url"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/ingest/warc"
)

// archiveMagic is what WARC and WET files begin with, once decompressed.
var archiveMagic = []byte("WARC/")

// IsArchive reports whether a file that begins with head is a web archive, plain or
// compressed. An archive decompresses itself, to know where its records lie.
func IsArchive(head []byte) bool {
	var r io.Reader = bytes.NewReader(head)
	switch {
	case bytes.HasPrefix(head, gzipMagic):
		z, err := gzip.NewReader(r)
		if err != nil {
			return false
		}
		r = z
	case bytes.HasPrefix(head, zstdMagic):
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1))
		if err != nil {
			return false
		}
		defer z.Close()
		r = z
	}
	start := make([]byte, len(archiveMagic))
	_, _ = io.ReadFull(r, start)
	return bytes.Equal(start, archiveMagic)
}

// readArchive reads the pages and texts of a web archive. What it holds besides is
// passed over and counted.
func readArchive(in Input, r io.Reader, o Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		records, err := warc.NewReader(r)
		if err != nil {
			yield(nil, in.fault(err))
			return
		}
		defer records.Close()
		for {
			record, err := records.Next()
			var lost *warc.Error
			switch {
			case errors.Is(err, io.EOF):
				return
			case errors.As(err, &lost):
				if !yield(nil, in.faultByte(lost.Err, lost.Offset)) {
					return
				}
				continue
			case err != nil:
				yield(nil, in.fault(err))
				return
			}
			a, err := readArchived(in, record, o)
			if a != nil && !yield(a, nil) {
				return
			}
			if err != nil && !yield(nil, in.faultByte(err, record.Offset)) {
				return
			}
		}
	}
}

func (in Input) faultByte(err error, offset int64) error {
	if err == nil {
		return nil
	}
	return &Error{Input: in.name(), Place: fmt.Sprintf("byte %d", offset), Err: plainly(err)}
}

// readArchived makes the article of one record, nothing of a record without one. There
// are both an article and an error of a record that the end of the file cuts short.
func readArchived(in Input, record *warc.Record, o Options) (*article.Article, error) {
	switch record.Type() {
	case warc.Response, warc.Resource, warc.Conversion:
	case warc.Revisit:
		o.Stats.skip("page archived before")
		return nil, nil
	default:
		return nil, nil // about the archive itself
	}
	payload, err := record.Payload()
	if err != nil {
		return nil, err
	}
	read, skipped := readerOf(payload)
	if read == nil {
		o.Stats.skip(skipped)
		return nil, nil
	}
	data, err := readAll(payload.Body)
	cut := errors.Is(err, warc.ErrTruncated) && len(data) > 0
	if err == nil || cut {
		a, fault := read(in, data, o)
		if fault == nil {
			place(a, in, record)
			return a, err // what there is of a record cut short is read
		}
		err = fault
	}
	var not *notArticle
	if errors.As(err, &not) {
		o.Stats.skip(not.reason)
		return nil, nil
	}
	return nil, err
}

// readerOf returns what reads a payload, or the reason why nothing does.
func readerOf(p *warc.Payload) (read func(Input, []byte, Options) (*article.Article, error), skipped string) {
	if p.Status != 0 && (p.Status < 200 || p.Status > 299) {
		return nil, "answer without a page"
	}
	media, _, _ := mime.ParseMediaType(p.Type)
	switch media {
	case "text/html", "application/xhtml+xml":
		return readPage, ""
	case "text/plain":
		return readText, ""
	}
	kind, _, _ := strings.Cut(media, "/")
	switch kind {
	case "image":
		return nil, "image"
	case "audio", "video":
		return nil, "sound or film"
	case "text", "application":
		return nil, "script"
	}
	return nil, "binary"
}

// place says where an archived article came from.
func place(a *article.Article, in Input, record *warc.Record) {
	a.Path = fmt.Sprintf("%s@%d", in.name(), record.Offset)
	a.Record = record.ID()
	if a.URL == "" {
		a.URL = record.Target()
	}
	u, err := url.Parse(a.URL)
	if err == nil && a.Outlet == "" {
		a.Outlet = strings.TrimPrefix(u.Hostname(), "www.")
	}
	if in.Label != "" {
		a.Label = fmt.Sprintf("%s@%d", in.Label, record.Offset)
	} else if err == nil && u.Host != "" {
		a.Label = strings.TrimPrefix(u.Hostname(), "www.") + u.Path
	}
	a.Notes = append(a.Notes, record.Warnings()...)
}
