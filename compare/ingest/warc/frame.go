package warc

import (
	"encoding/binary"
	"io"
)

// A frame hands a decoder the bytes of one zstd frame and no more, so that the place
// of each record in the file is known. It follows the frame's blocks by their headers
// (RFC 8878, section 3.1.1) without decoding them.
type frame struct {
	in   *raw
	head []byte // bytes read ahead for their meaning, not handed out yet
	left int    // bytes of the part at hand
	next func(*frame) error
	sum  bool // a checksum follows the last block
}

func (f *frame) Read(p []byte) (int, error) {
	for len(f.head) == 0 && f.left == 0 {
		if err := f.advance(); err != nil {
			return 0, err
		}
	}
	if len(f.head) > 0 {
		n := copy(p, f.head)
		f.head = f.head[n:]
		return n, nil
	}
	n, err := f.in.Read(p[:min(len(p), f.left)])
	f.left -= n
	return n, err
}

// advance reads what comes next: the frame's header first.
func (f *frame) advance() error {
	if f.next == nil {
		f.next = (*frame).header
	}
	return f.next(f)
}

// take reads n bytes to be looked at and handed out.
func (f *frame) take(n int) ([]byte, error) {
	start := len(f.head)
	f.head = append(f.head, make([]byte, n)...)
	_, err := io.ReadFull(f.in, f.head[start:])
	return f.head[start:], err
}

// header reads magic number and descriptor, and skips the fields the descriptor
// announces: window, dictionary, content size.
func (f *frame) header() error {
	head, err := f.take(5)
	if err != nil {
		return err
	}
	descriptor := head[4]
	single := descriptor&0x20 != 0
	f.sum = descriptor&0x04 != 0
	f.left = [4]int{0, 1, 2, 4}[descriptor&3] + [4]int{0, 2, 4, 8}[descriptor>>6]
	if single && descriptor>>6 == 0 {
		f.left++
	}
	if !single {
		f.left++
	}
	f.next = (*frame).block
	return nil
}

// block reads a block's header: last block, type, size.
func (f *frame) block() error {
	head, err := f.take(3)
	if err != nil {
		return err
	}
	bits := binary.LittleEndian.Uint32([]byte{head[0], head[1], head[2], 0})
	f.left = int(bits >> 3)
	if kind := bits >> 1 & 3; kind == 1 { // one byte, repeated
		f.left = 1
	}
	if bits&1 == 1 {
		f.next = (*frame).checksum
	}
	return nil
}

func (f *frame) checksum() error {
	f.next = func(*frame) error { return io.EOF }
	if f.sum {
		f.left = 4
		return nil
	}
	return io.EOF
}

// rest passes over what the decoder did not ask for.
func (f *frame) rest() error {
	_, err := io.Copy(io.Discard, f)
	return err
}
