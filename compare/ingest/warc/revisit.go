package warc

import (
	"bufio"
	"bytes"
	"crypto/sha1" //nolint:gosec // the digest that archives carry; nothing here rests on its strength
	"encoding/base32"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Split parts the block of a response record into the head of the HTTP message, its
// empty line included, and the payload, both as they stand in the record.
func (r *Record) Split() (head []byte, payload io.Reader, err error) {
	in := bufio.NewReader(r.Block)
	for {
		line, err := in.ReadSlice('\n')
		head = append(head, line...)
		switch {
		case len(head) > MaxHeader:
			return nil, nil, fmt.Errorf("%w: header longer than %d bytes", ErrNoHTTP, MaxHeader)
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil || !bytes.HasPrefix(head, []byte("HTTP/")):
			return nil, nil, ErrNoHTTP
		case len(bytes.TrimRight(line, "\r\n")) == 0:
			return head, in, nil
		}
	}
}

// replaced are the fields that a revisit has values of its own for.
var replaced = []string{
	"WARC-Type", "WARC-Profile", "WARC-Payload-Digest", "WARC-Refers-To", "WARC-Refers-To-Target-URI",
	"WARC-Refers-To-Date", "WARC-Truncated", "WARC-Block-Digest", "Content-Length",
}

// An Original is the record that holds the payload of a revisit.
type Original struct {
	ID, Target, Date string // the values of its fields
	Digest           string // of its payload, labelled as in "sha1:ABC…"
}

// RevisitOf returns a record that stands for r where another record has the same payload
// (section 6.7.2, profile identical-payload-digest): the fields and the HTTP head of r,
// and where to find the payload, which is left out. It is written as it lies in a file
// that is not compressed. The record keeps its identifier, so that requests that name
// it still do.
func (r *Record) RevisitOf(of Original, head []byte) []byte {
	version := "1.1"
	if r.Version == "1.0" {
		version = r.Version
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "WARC/%s\r\nWARC-Type: %s\r\n", r.Version, Revisit)
	for _, f := range r.Fields {
		if !slices.ContainsFunc(replaced, func(name string) bool { return strings.EqualFold(name, f.Name) }) {
			fmt.Fprintf(&b, "%s: %s\r\n", f.Name, f.Value)
		}
	}
	fmt.Fprintf(&b, "WARC-Profile: http://netpreserve.org/warc/%s/revisit/identical-payload-digest\r\n", version)
	for _, f := range []Field{
		{"WARC-Payload-Digest", of.Digest},
		{"WARC-Refers-To", of.ID},
		{"WARC-Refers-To-Target-URI", of.Target},
		{"WARC-Refers-To-Date", of.Date},
		{"WARC-Truncated", "length"},
		{"WARC-Block-Digest", labelled(head)},
	} {
		if f.Value != "" {
			fmt.Fprintf(&b, "%s: %s\r\n", f.Name, f.Value)
		}
	}
	fmt.Fprintf(&b, "Content-Length: %d\r\n\r\n%s\r\n\r\n", len(head), head)
	return b.Bytes()
}

// labelled returns the digest of bytes as most archives have it.
func labelled(data []byte) string {
	sum := sha1.Sum(data) //nolint:gosec // see the import
	return "sha1:" + base32.StdEncoding.EncodeToString(sum[:])
}
