package warc

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

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
