package warc

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// A Payload is what a record archives, without the protocol it came by.
type Payload struct {
	Status int                  // HTTP status; 0 when the record holds no HTTP message
	Header textproto.MIMEHeader // HTTP header; empty without one
	Type   string               // media type as stated, parameters included
	Body   io.Reader            // transfer and content codings undone
}

// ErrNoHTTP says that a response record does not hold an HTTP response.
var ErrNoHTTP = errors.New("no HTTP response in the record")

// Payload opens what a response, resource or conversion record holds. The caller
// bounds how much of Body is read: a small record may decompress to a large body.
func (r *Record) Payload() (*Payload, error) {
	if r.Type() != Response || !strings.HasPrefix(r.Get("Content-Type"), "application/http") {
		return &Payload{Header: textproto.MIMEHeader{}, Type: r.Get("Content-Type"), Body: r.Block}, nil
	}
	in := bufio.NewReader(r.Block)
	p, err := readHead(in)
	if err != nil {
		return nil, err
	}
	p.Type = p.Header.Get("Content-Type")
	p.Body, err = decoded(p.Header, dechunked(p.Header, in))
	return p, err
}

// readHead reads status line and header of an HTTP response. It is lenient: crawlers
// keep what servers sent.
func readHead(in *bufio.Reader) (*Payload, error) {
	var head bytes.Buffer
	for {
		line, err := in.ReadSlice('\n')
		head.Write(line)
		if head.Len() > MaxHeader {
			return nil, fmt.Errorf("%w: header longer than %d bytes", ErrNoHTTP, MaxHeader)
		}
		if len(bytes.TrimRight(line, "\r\n")) == 0 || errors.Is(err, io.EOF) {
			break
		}
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return nil, err
		}
	}
	status, rest, _ := strings.Cut(head.String(), "\n")
	fields := strings.Fields(status)
	if len(fields) < 2 || !strings.HasPrefix(fields[0], "HTTP/") {
		return nil, ErrNoHTTP
	}
	code, err := strconv.Atoi(fields[1])
	if err != nil {
		return nil, ErrNoHTTP
	}
	return &Payload{Status: code, Header: parseHeader(rest)}, nil
}

// parseHeader reads header lines; what is no field is passed over.
func parseHeader(s string) textproto.MIMEHeader {
	h := textproto.MIMEHeader{}
	for line := range strings.Lines(s) {
		if name, value, ok := strings.Cut(line, ":"); ok {
			h.Add(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
	return h
}

// dechunked undoes the chunked transfer coding. Many crawlers store the body with the
// coding undone but the header left in: a body that does not begin with a chunk's
// size is taken as it stands.
func dechunked(h textproto.MIMEHeader, in *bufio.Reader) io.Reader {
	if !strings.Contains(strings.ToLower(h.Get("Transfer-Encoding")), "chunked") || !beginsChunk(in) {
		return in
	}
	return httputil.NewChunkedReader(in)
}

// beginsChunk reports whether a line with a chunk's size comes next.
func beginsChunk(in *bufio.Reader) bool {
	head, _ := in.Peek(64)
	line, _, ok := bytes.Cut(head, []byte("\n"))
	if !ok {
		return false
	}
	size, _, _ := bytes.Cut(bytes.TrimSpace(line), []byte(";"))
	_, err := strconv.ParseUint(string(bytes.TrimSpace(size)), 16, 32)
	return err == nil
}

// decoded undoes the content codings, the last applied first. A body that does not
// begin as its coding should is taken as it stands: crawlers store it undone, too.
func decoded(h textproto.MIMEHeader, body io.Reader) (io.Reader, error) {
	codings := strings.Split(strings.Join(h.Values("Content-Encoding"), ","), ",")
	if len(codings) > 4 {
		return nil, fmt.Errorf("%d content codings on one body", len(codings))
	}
	for i := len(codings) - 1; i >= 0; i-- {
		var err error
		if body, err = decode(strings.ToLower(strings.TrimSpace(codings[i])), body); err != nil {
			return nil, err
		}
	}
	return body, nil
}

func decode(coding string, body io.Reader) (io.Reader, error) {
	in := bufio.NewReader(body)
	head, _ := in.Peek(4)
	switch coding {
	case "", "identity", "none":
		return in, nil
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(head, []byte{0x1f, 0x8b}) {
			return in, nil
		}
		return gzip.NewReader(in)
	case "deflate":
		return inflate(in, head)
	case "br":
		return brotli.NewReader(in), nil
	case "zstd":
		dec, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(64<<20))
		if err != nil {
			return nil, err
		}
		return dec.IOReadCloser(), nil
	default:
		return nil, fmt.Errorf("content coding %q is not known", shortened(coding))
	}
}

// inflate undoes "deflate", which is zlib by the standard and raw deflate in practice.
func inflate(in *bufio.Reader, head []byte) (io.Reader, error) {
	if len(head) >= 2 && head[0]&0x0f == 8 && (uint(head[0])<<8|uint(head[1]))%31 == 0 {
		return zlib.NewReader(in)
	}
	return flate.NewReader(in), nil
}
