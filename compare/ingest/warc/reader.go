package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A Reader reads the records of one file.
type Reader struct {
	src   source
	in    *bufio.Reader
	block *block
	lost  bool // the last record was damaged: look for the next one
}

// NewReader reads from r, which is decompressed by its first bytes. Call Close when done.
func NewReader(r io.Reader) (*Reader, error) {
	src, err := open(r)
	if err != nil {
		return nil, err
	}
	return &Reader{src: src, in: bufio.NewReaderSize(src, bufferSize)}, nil
}

const bufferSize = 1 << 16

// Close frees the decoder. It does not close what the Reader reads from.
func (r *Reader) Close() { r.src.Close() }

// Next returns the next record. It returns io.EOF at the end, an *Error for a stretch
// that is lost, after which Next may be called again, and any other error when no more
// can be read.
func (r *Reader) Next() (*Record, error) {
	if err := r.finish(); err != nil {
		return nil, err
	}
	if r.lost {
		if err := r.resync(); err != nil {
			return nil, err
		}
	}
	if err := r.blank(); err != nil {
		return nil, r.fault(err)
	}
	offset, inside := r.position()
	rec, err := r.record()
	if err != nil {
		r.lost = true
		return nil, &Error{offset, err}
	}
	rec.Offset, rec.Inside = offset, inside
	return rec, nil
}

// fault makes an *Error of anything but a plain end.
func (r *Reader) fault(err error) error {
	if errors.Is(err, io.EOF) {
		return io.EOF
	}
	r.lost = true
	offset, _ := r.position()
	return &Error{offset, err}
}

// finish reads what is left of the block before.
func (r *Reader) finish() error {
	if r.block == nil {
		return nil
	}
	_, err := io.Copy(io.Discard, r.block)
	r.block = nil
	if errors.Is(err, ErrTruncated) {
		return nil // the record has said so; the end of the file follows
	}
	if err != nil {
		return r.fault(err)
	}
	return nil
}

// position returns where the next byte to be read lies.
func (r *Reader) position() (offset, inside int64) { return r.src.place(r.in.Buffered()) }

// blank skips the line ends that close a record (section 4: two of them), and others
// that writers add.
func (r *Reader) blank() error {
	for {
		b, err := r.in.ReadByte()
		if err != nil {
			return err
		}
		if b != '\r' && b != '\n' {
			return r.in.UnreadByte()
		}
	}
}

// record reads a header and makes the record of it.
func (r *Reader) record() (*Record, error) {
	first, err := r.line(MaxHeader)
	if err != nil {
		return nil, headerError(err)
	}
	version, ok := strings.CutPrefix(first, "WARC/")
	if !ok {
		return nil, ErrNoRecord
	}
	rec := &Record{Version: version}
	if err := r.fields(rec); err != nil {
		return nil, headerError(err)
	}
	rec.Length, err = strconv.ParseInt(rec.Get("Content-Length"), 10, 64)
	if err != nil || rec.Length < 0 {
		return nil, fmt.Errorf("%w: Content-Length is %q", ErrHeader, rec.Get("Content-Length"))
	}
	r.block = newBlock(r.in, rec)
	rec.Block = r.block
	return rec, nil
}

// fields reads the lines of a header; a line that begins with space goes on with the
// one before (section 4).
func (r *Reader) fields(rec *Record) error {
	left := MaxHeader
	for {
		s, err := r.line(left)
		if err != nil {
			return err
		}
		left -= len(s)
		switch name, value, ok := strings.Cut(s, ":"); {
		case s == "":
			return nil
		case (s[0] == ' ' || s[0] == '\t') && len(rec.Fields) > 0:
			rec.Fields[len(rec.Fields)-1].Value += " " + strings.TrimSpace(s)
		case ok:
			rec.Fields = append(rec.Fields, Field{strings.TrimSpace(name), strings.TrimSpace(value)})
		default:
			return fmt.Errorf("%w: line %q", ErrHeader, shortened(s))
		}
	}
}

// line reads a line of at most limit bytes, its end left out.
func (r *Reader) line(limit int) (string, error) {
	var long []byte
	for {
		part, err := r.in.ReadSlice('\n')
		if len(long)+len(part) > limit {
			return "", fmt.Errorf("%w: longer than %d bytes", ErrHeader, MaxHeader)
		}
		if err == nil && long == nil {
			return string(bytes.TrimRight(part, "\r\n")), nil
		}
		long = append(long, part...)
		switch {
		case err == nil:
			return string(bytes.TrimRight(long, "\r\n")), nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return "", err
		}
	}
}

// headerError says of a header that ends with the file that it does.
func headerError(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return ErrTruncated
	}
	return err
}

// resync skips to the next line that begins a record, over damaged members if need be.
func (r *Reader) resync() error {
	r.lost = false
	for {
		err := r.findRecord()
		if err == nil || errors.Is(err, io.EOF) {
			return err
		}
		if err := r.src.skip(); err != nil {
			return err
		}
		r.in.Reset(r.src)
	}
}

// findRecord reads lines until the next one begins a record.
func (r *Reader) findRecord() error {
	for atLineStart := true; ; {
		peek, err := r.in.Peek(len(magic))
		if err != nil {
			return err
		}
		if atLineStart && string(peek) == magic {
			return nil
		}
		part, err := r.in.ReadSlice('\n')
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
		atLineStart = len(part) > 0 && part[len(part)-1] == '\n'
	}
}

const magic = "WARC/"

// shortened cuts a line for an error message.
func shortened(s string) string {
	if len(s) > 40 {
		return s[:40] + "…"
	}
	return s
}
