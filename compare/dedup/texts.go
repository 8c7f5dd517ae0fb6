package dedup

import (
	"encoding/binary"
	"fmt"
	"io"
	"slices"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
)

// A Text is what copies are told by: an article as ingested.
type Text struct {
	Title, Body string
	Language    string // ISO 639-1 when the source states it, else empty
}

// reading reads the text closely.
func (t Text) reading() *quote.Reading {
	return quote.Read(article.New(article.Source{Title: t.Title, Body: t.Body, Language: t.Language}))
}

// A Spool holds the texts of the articles kept, to which later ones are compared. It is
// written to while it is read from. A file serves, so that texts need no memory.
type Spool interface {
	io.ReaderAt
	io.Writer
}

// texts keeps texts, in a spool when there is one. Their numbers follow those of the past.
type texts struct {
	past   Past
	spool  Spool
	starts []int64 // in the spool, by text
	tail   []byte  // what is not yet handed over to be written to the spool
	end    int64   // of what is
	read   []byte  // scratch: what is read back from the spool
	held   []Text  // without a spool

	writing []byte     // the last that was handed over
	written chan error // how that went; nil before
}

// tailBytes is how much is written to the spool at a time.
const tailBytes = 1 << 18

func (t *texts) add(one Text) error {
	if t.spool == nil {
		t.held = append(t.held, one)
		return nil
	}
	t.starts = append(t.starts, t.end+int64(len(t.tail)))
	for _, s := range []string{one.Title, one.Language, one.Body} {
		t.tail = binary.AppendUvarint(t.tail, uint64(len(s)))
		t.tail = append(t.tail, s...)
	}
	if len(t.tail) < tailBytes {
		return nil
	}
	return t.handOver()
}

// handOver has the tail written while more texts come, once the one before it is. It fails
// when that did.
func (t *texts) handOver() error {
	if t.written == nil {
		t.written = make(chan error, 1)
	} else if err := <-t.written; err != nil {
		t.written <- err // for whoever asks again
		return err
	}
	t.end += int64(len(t.tail))
	t.tail, t.writing = t.writing[:0], t.tail
	go func(data []byte) {
		_, err := t.spool.Write(data)
		t.written <- err
	}(t.writing)
	return nil
}

func (t *texts) at(i int) (Text, error) {
	if i < t.past.Len() {
		return t.past.Text(i)
	}
	i -= t.past.Len()
	if t.spool == nil {
		return t.held[i], nil
	}
	start, end := t.starts[i], t.end+int64(len(t.tail))
	if i+1 < len(t.starts) {
		end = t.starts[i+1]
	}
	if start >= t.end {
		return decodeText(t.tail[start-t.end : end-t.end])
	}
	if written := t.end - int64(len(t.writing)); start >= written {
		return decodeText(t.writing[start-written : end-written])
	}
	t.read = slices.Grow(t.read[:0], int(end-start))[:end-start]
	data := t.read
	if _, err := t.spool.ReadAt(data, start); err != nil {
		return Text{}, fmt.Errorf("cannot read back what was kept: %w", err)
	}
	return decodeText(data)
}

// decodeText decodes a text, whose parts share one string.
func decodeText(data []byte) (t Text, err error) {
	whole, at := string(data), 0
	for _, s := range []*string{&t.Title, &t.Language, &t.Body} {
		n, size := binary.Uvarint(data[at:])
		if size <= 0 || n > uint64(len(data)-at-size) {
			return Text{}, io.ErrUnexpectedEOF
		}
		*s = whole[at+size : at+size+int(n)]
		at += size + int(n)
	}
	return t, nil
}
