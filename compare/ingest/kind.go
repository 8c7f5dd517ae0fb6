package ingest

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// A kind is a form in which articles come, told by the first bytes.
type kind int

const (
	kindText kind = iota
	kindJSON
	kindPage
)

// sniffed is how many bytes decide the kind.
const sniffed = 4096

// kindOf tells the kind of what begins with head.
func kindOf(head []byte) kind {
	if enc := utf16Of(head); enc != nil {
		head = []byte(decodeWith(enc, head[:len(head)&^1]))
	}
	head = bytes.TrimPrefix(head, bom)
	i := space(head, 0)
	if i == len(head) {
		return kindText
	}
	if looksLikePage(head[i:]) {
		return kindPage
	}
	next := space(head, i+1)
	switch {
	case next == len(head):
		return kindText
	case head[i] == '{' && (head[next] == '"' || head[next] == '}'):
		return kindJSON
	case head[i] == '[' && (head[next] == '{' || head[next] == '[' || head[next] == ']'):
		return kindJSON
	}
	return kindText
}

var errBomb = errors.New("decompresses to far more than any article")

// maxRatio bounds how many bytes one compressed byte may become: text rarely passes
// 20, and the rest is an attack. The first megabytes are free.
const (
	maxRatio  = 200
	freeBytes = 64 << 20
)

var (
	gzipMagic = []byte{0x1f, 0x8b}
	zstdMagic = []byte{0x28, 0xb5, 0x2f, 0xfd}
)

// decompress peels gzip, zstd and bzip2 off a stream, told by their first bytes.
func decompress(r *bufio.Reader, file *counter) (io.ReadCloser, error) {
	head, _ := r.Peek(4)
	var out io.ReadCloser
	switch {
	case bytes.HasPrefix(head, gzipMagic):
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, err
		}
		out = z
	case bytes.HasPrefix(head, zstdMagic):
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256<<20))
		if err != nil {
			return nil, err
		}
		out = z.IOReadCloser()
	case bytes.HasPrefix(head, []byte("BZh")):
		out = io.NopCloser(bzip2.NewReader(r))
	default:
		return io.NopCloser(r), nil
	}
	return &guarded{out, file, 0}, nil
}

// guarded stops a stream that decompresses out of all proportion.
type guarded struct {
	io.ReadCloser
	file *counter
	out  int64
}

func (g *guarded) Read(p []byte) (int, error) {
	n, err := g.ReadCloser.Read(p)
	g.out += int64(n)
	if g.out > freeBytes && g.out > maxRatio*g.file.read {
		return n, errBomb
	}
	return n, err
}

// A counter counts the bytes read from a file, and tells of them.
type counter struct {
	r    io.Reader
	read int64
	told func(n int)
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.read += int64(n)
	c.told(n)
	return n, err
}
