package warc

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

// A source hands out the decompressed bytes of a file, member by member: no call of
// Read crosses the end of a gzip member or zstd frame.
type source interface {
	io.Reader
	// place says where the byte lies that was handed out ahead bytes ago: its member's
	// start in the file as it lies, and how far into the decompressed member it is.
	place(ahead int) (offset, inside int64)
	// skip gives up on the member at hand and looks for the next one.
	skip() error
	Close()
}

// open tells by the first bytes how a file is compressed.
func open(r io.Reader) (source, error) {
	raw := newRaw(r)
	head, err := raw.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	switch {
	case len(head) >= 2 && head[0] == 0x1f && head[1] == 0x8b:
		return &gzipSource{members: members{raw: raw, atEnd: true}}, nil
	case len(head) == 4 && isZstd(binary.LittleEndian.Uint32(head)):
		return newZstd(raw)
	default:
		return &plain{raw: raw}, nil
	}
}

// A raw file is read through a buffer that knows how far it has come. Decoders are
// given the buffer itself: they have a fast path for it, and take no byte too many.
type raw struct {
	*bufio.Reader
	below *counter
}

func newRaw(r io.Reader) *raw {
	below := &counter{in: r}
	return &raw{bufio.NewReaderSize(below, bufferSize), below}
}

// passed returns how many bytes have been taken out of the buffer.
func (r *raw) passed() int64 { return r.below.n - int64(r.Buffered()) }

// A counter counts the bytes read from a file.
type counter struct {
	in io.Reader
	n  int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.n += int64(n)
	return n, err
}

// plain is a file that is not compressed: one member without an end.
type plain struct{ raw *raw }

func (p *plain) Read(b []byte) (int, error) { return p.raw.Read(b) }
func (p *plain) skip() error                { return io.EOF } // what cannot be read has no rest
func (p *plain) Close()                     {}

func (p *plain) place(ahead int) (offset, inside int64) { return p.raw.passed() - int64(ahead), 0 }

// members is what gzip and zstd files share: where the member at hand stands.
type members struct {
	raw   *raw
	start int64
	given int64
	atEnd bool
}

func (m *members) place(ahead int) (offset, inside int64) { return m.start, m.given - int64(ahead) }

// A member that becomes more than maxRatio times its size is an attack, not an archive.
// The first bytes are free.
const (
	maxRatio  = 200
	freeBytes = 64 << 20
)

// ErrBomb says that a member decompresses out of all proportion.
var ErrBomb = errors.New("decompresses to far more than any record")

// gave counts the bytes handed out of the member at hand.
func (m *members) gave(n int) error {
	m.given += int64(n)
	if m.given > freeBytes && m.given > maxRatio*(m.raw.passed()-m.start) {
		return ErrBomb
	}
	return nil
}

func (m *members) begin() { m.start, m.given, m.atEnd = m.raw.passed(), 0, false }

// gzipSource reads a file of gzip members (annex D).
type gzipSource struct {
	members
	gz *gzip.Reader
}

func (g *gzipSource) Read(p []byte) (int, error) {
	for {
		if g.atEnd {
			if err := g.open(); err != nil {
				return 0, err
			}
		}
		n, err := g.gz.Read(p)
		if bomb := g.gave(n); bomb != nil {
			return 0, bomb
		}
		if errors.Is(err, io.EOF) {
			g.atEnd, err = true, nil
		}
		if n > 0 || err != nil {
			return n, err
		}
	}
}

// open begins the next member. Bytes of zero between members, which some writers pad
// with, are skipped.
func (g *gzipSource) open() error {
	for {
		head, err := g.raw.Peek(1)
		if err != nil {
			return err
		}
		if head[0] != 0 {
			break
		}
		if _, err := g.raw.ReadByte(); err != nil {
			return err
		}
	}
	g.begin()
	var err error
	if g.gz == nil {
		g.gz, err = gzip.NewReader(g.raw.Reader)
	} else {
		err = g.gz.Reset(g.raw.Reader)
	}
	if err != nil {
		g.atEnd = true
		return fmt.Errorf("gzip: %w", err)
	}
	g.gz.Multistream(false)
	return nil
}

// skip looks for the start of another member: two magic bytes and the only method
// there is. It may be fooled by data, which costs another error, never a wrong record.
func (g *gzipSource) skip() error {
	g.atEnd = true
	for {
		head, err := g.raw.Peek(3)
		if err != nil {
			return io.EOF
		}
		if head[0] == 0x1f && head[1] == 0x8b && head[2] == 8 {
			return nil
		}
		if _, err := g.raw.ReadByte(); err != nil {
			return err
		}
	}
}

func (g *gzipSource) Close() {
	if g.gz != nil {
		_ = g.gz.Close()
	}
}
