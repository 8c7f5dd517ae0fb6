package warc

import (
	"bufio"
	"crypto/md5"  //nolint:gosec // archives carry these digests; nothing here rests on their strength
	"crypto/sha1" //nolint:gosec // the same
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base32"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"strings"
)

// A block reads the bytes of one record and checks their digest at the end.
type block struct {
	in   *bufio.Reader
	rec  *Record
	left int64
	sum  hash.Hash // nil when there is nothing to check
	want string
}

func newBlock(in *bufio.Reader, rec *Record) *block {
	b := &block{in: in, rec: rec, left: rec.Length}
	b.sum, b.want = digester(rec.Get("WARC-Block-Digest"))
	if b.left == 0 {
		b.check()
	}
	return b
}

func (b *block) Read(p []byte) (int, error) {
	if b.left == 0 {
		return 0, io.EOF
	}
	if _, err := b.in.Peek(1); err != nil {
		return 0, b.cut(err)
	}
	part, _ := b.in.Peek(min(b.in.Buffered(), int(min(int64(len(p)), b.left))))
	n := copy(p, part)
	b.took(part)
	return n, nil
}

// WriteTo hands out what the buffer holds without copying it.
func (b *block) WriteTo(w io.Writer) (int64, error) {
	var done int64
	for b.left > 0 {
		if _, err := b.in.Peek(1); err != nil {
			return done, b.cut(err)
		}
		part, _ := b.in.Peek(int(min(int64(b.in.Buffered()), b.left)))
		n, err := w.Write(part)
		b.took(part[:n])
		done += int64(n)
		if err != nil {
			return done, err
		}
	}
	return done, nil
}

// took counts bytes that left the block.
func (b *block) took(p []byte) {
	b.left -= int64(len(p))
	if b.sum != nil {
		b.sum.Write(p)
	}
	_, _ = b.in.Discard(len(p))
	if b.left == 0 {
		b.check()
	}
}

// cut says of a block that ends with the file that it does; other errors pass.
func (b *block) cut(err error) error {
	if !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	b.rec.warn("the file ends %d bytes before the end of the record", b.left)
	b.left, b.sum = 0, nil
	return ErrTruncated
}

// check compares the digest once all bytes are through.
func (b *block) check() {
	if b.sum == nil {
		return
	}
	if sum := b.sum.Sum(nil); !sameDigest(sum, b.want) {
		b.rec.warn("block digest is %s, not %s as stated", base32.StdEncoding.EncodeToString(sum), b.want)
	}
	b.sum = nil
}

// digester returns the hash that a labelled digest ("sha1:ABC…", section 5.8) asks
// for, and its value; nil for none or an unknown one.
func digester(labelled string) (hash.Hash, string) {
	algorithm, value, ok := strings.Cut(labelled, ":")
	if !ok {
		return nil, ""
	}
	switch strings.ToLower(algorithm) {
	case "sha1", "sha-1":
		return sha1.New(), value //nolint:gosec // see the import
	case "sha256", "sha-256":
		return sha256.New(), value
	case "sha512", "sha-512":
		return sha512.New(), value
	case "md5":
		return md5.New(), value //nolint:gosec // see the import
	}
	return nil, ""
}

// sameDigest compares a sum with a value in base 32, as section 5.8 shows it, or in
// hex, as some writers have it.
func sameDigest(sum []byte, value string) bool {
	value = strings.TrimRight(value, "=")
	return strings.EqualFold(value, strings.TrimRight(base32.StdEncoding.EncodeToString(sum), "=")) ||
		strings.EqualFold(value, hex.EncodeToString(sum))
}
