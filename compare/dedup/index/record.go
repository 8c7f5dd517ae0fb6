package index

import (
	"encoding/binary"
	"encoding/hex"
	"errors"

	"github.com/storydiff/storydiff/compare/dedup"
)

// A Record is what the index knows of a record that came by.
type Record struct {
	Number   int    // in the index, which sets it
	Location string // where it lay
	ID       string // what its source calls it; empty when it does not
	SHA256   string // of the record as it came, lower-case hex
	// Decision is what was decided, in the caller's words.
	Decision []byte
	// Of is the number of the article that decided, -1 when none did. Run.Add sets it.
	Of int
	// Kept says that the article was kept: the fields below are there.
	Kept      bool
	Text      dedup.Text
	Day       int
	Published string // in RFC 3339, empty when unknown
	Outlet    string
}

// source is what a record is known by: what its source calls it, else where it lies.
func (r *Record) source() string { return sourceOf(r.ID, r.Location) }

func sourceOf(id, location string) string {
	if id == "" {
		return location
	}
	return id
}

// append encodes a record.
func (r *Record) append(dst []byte) ([]byte, error) {
	sum, err := hex.DecodeString(r.SHA256)
	if err != nil {
		return dst, errors.New("a digest is not in hex: " + r.SHA256)
	}
	dst = appendString(dst, r.Location)
	dst = appendString(dst, r.ID)
	dst = appendString(dst, string(sum))
	dst = appendString(dst, string(r.Decision))
	dst = binary.AppendUvarint(dst, uint64(r.Of+1))
	if !r.Kept {
		return append(dst, 0), nil
	}
	dst = append(dst, 1)
	dst = binary.AppendVarint(dst, int64(r.Day))
	for _, s := range []string{r.Published, r.Outlet, r.Text.Language, r.Text.Title, r.Text.Body} {
		dst = appendString(dst, s)
	}
	return dst, nil
}

func appendString(dst []byte, s string) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(s))), s...)
}

// errRecord says that a record cannot be read.
var errRecord = errors.New("a record cannot be read")

// decodeRecord decodes what append encoded.
func decodeRecord(data []byte) (Record, error) {
	d := decoder{data: data}
	r := Record{
		Location: d.string(),
		ID:       d.string(),
		SHA256:   hex.EncodeToString([]byte(d.string())),
		Decision: []byte(d.string()),
		Of:       int(d.uvarint()) - 1,
	}
	if r.Kept = d.uvarint() == 1; r.Kept {
		r.Day = int(d.varint())
		for _, s := range []*string{&r.Published, &r.Outlet, &r.Text.Language, &r.Text.Title, &r.Text.Body} {
			*s = d.string()
		}
	}
	if d.short || r.Of < -1 {
		return Record{}, errRecord
	}
	return r, nil
}

// A decoder takes values off the front of bytes until they are too short.
type decoder struct {
	data  []byte
	short bool
}

func (d *decoder) uvarint() uint64 {
	n, size := binary.Uvarint(d.data)
	d.take(size)
	return n
}

func (d *decoder) varint() int64 {
	n, size := binary.Varint(d.data)
	d.take(size)
	return n
}

// take drops bytes that were read, none or less when they could not be.
func (d *decoder) take(size int) {
	if size <= 0 {
		d.data, d.short = nil, true
		return
	}
	d.data = d.data[size:]
}

func (d *decoder) string() string {
	n := d.uvarint()
	if n > uint64(len(d.data)) {
		d.data, d.short = nil, true
		return ""
	}
	s := string(d.data[:n])
	d.data = d.data[n:]
	return s
}
