package warc

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
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

// The magic numbers of zstd (RFC 8878, section 3.1).
const (
	zstdFrame     = 0xFD2FB528
	zstdSkippable = 0x184D2A50 // and the fifteen after it
	// warcDictionary is the skippable frame that the convention for .warc.zst files
	// keeps a dictionary in: the first of the file, itself a zstd frame or raw.
	warcDictionary = 0x184D2A5D
	maxDictionary  = 8 << 20
)

func isZstd(m uint32) bool { return m == zstdFrame || m&^0xF == zstdSkippable }

// zstdSource reads a file of zstd frames.
type zstdSource struct {
	members
	dec   *zstd.Decoder
	frame *frame
}

func newZstd(raw *raw) (source, error) {
	z := &zstdSource{members: members{raw: raw, atEnd: true}}
	options := []zstd.DOption{zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256 << 20)}
	head, err := raw.Peek(4)
	if err == nil && binary.LittleEndian.Uint32(head) == warcDictionary {
		dictionary, err := readDictionary(raw)
		if err != nil {
			return nil, err
		}
		options = append(options, zstd.WithDecoderDicts(dictionary))
	}
	z.dec, err = zstd.NewReader(nil, options...)
	return z, err
}

// readDictionary reads the dictionary frame at the start of a file.
func readDictionary(raw *raw) ([]byte, error) {
	var head [8]byte
	if _, err := io.ReadFull(raw, head[:]); err != nil {
		return nil, err
	}
	size := binary.LittleEndian.Uint32(head[4:])
	if size > maxDictionary {
		return nil, fmt.Errorf("zstd: dictionary of %d bytes; at most %d are read", size, maxDictionary)
	}
	data := make([]byte, size)
	if _, err := io.ReadFull(raw, data); err != nil {
		return nil, err
	}
	if len(data) < 4 || binary.LittleEndian.Uint32(data) != zstdFrame {
		return data, nil
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxDictionary))
	if err != nil {
		return nil, err
	}
	defer dec.Close()
	return dec.DecodeAll(data, nil)
}

func (z *zstdSource) Read(p []byte) (int, error) {
	for {
		if z.atEnd {
			if err := z.open(); err != nil {
				return 0, err
			}
		}
		n, err := z.dec.Read(p)
		if bomb := z.gave(n); bomb != nil {
			return 0, bomb
		}
		if errors.Is(err, io.EOF) {
			if err = z.frame.rest(); err == nil {
				z.atEnd = true
			}
		}
		if n > 0 || err != nil {
			return n, err
		}
	}
}

// open begins the next frame; skippable frames are skipped.
func (z *zstdSource) open() error {
	for {
		head, err := z.raw.Peek(4)
		if err != nil {
			return io.EOF
		}
		switch m := binary.LittleEndian.Uint32(head); {
		case m == zstdFrame:
			z.begin()
			z.frame = &frame{in: z.raw}
			return z.dec.Reset(z.frame)
		case isZstd(m):
			var head [8]byte
			if _, err := io.ReadFull(z.raw, head[:]); err != nil {
				return err
			}
			if _, err := io.CopyN(io.Discard, z.raw, int64(binary.LittleEndian.Uint32(head[4:]))); err != nil {
				return err
			}
		default:
			return fmt.Errorf("zstd: no frame at byte %d", z.raw.passed())
		}
	}
}

func (z *zstdSource) skip() error {
	z.atEnd = true
	for {
		head, err := z.raw.Peek(4)
		if err != nil {
			return io.EOF
		}
		if binary.LittleEndian.Uint32(head) == zstdFrame {
			return nil
		}
		if _, err := z.raw.ReadByte(); err != nil {
			return err
		}
	}
}

func (z *zstdSource) Close() { z.dec.Close() }
