package warc

import (
	"bytes"
	"crypto/sha1"
	"encoding/base32"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// record writes a record as it lies in a plain file.
func record(kind, target, contentType, block string, more ...string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%x>\r\n", kind, sha1.Sum([]byte(target)))
	fmt.Fprintf(&b, "WARC-Target-URI: %s\r\nContent-Type: %s\r\n", target, contentType)
	for _, field := range more {
		b.WriteString(field + "\r\n")
	}
	fmt.Fprintf(&b, "Content-Length: %d\r\n\r\n%s\r\n\r\n", len(block), block)
	return b.Bytes()
}

func page(body string) string {
	return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
}

// harvest is a small crawl.
func harvest() [][]byte {
	return [][]byte{
		record("warcinfo", "", "application/warc-fields", "software: test\r\n"),
		record("request", "http://a.example/1", "application/http; msgtype=request", "GET /1 HTTP/1.1\r\n\r\n"),
		record("response", "http://a.example/1", "application/http; msgtype=response", page("<p>The ferry ran aground.</p>")),
		record("resource", "http://a.example/2", "text/plain", "The mill burned down.\n"),
		record("conversion", "http://a.example/3", "text/plain", strings.Repeat("The tram line opens in 2031. ", 5000)),
		record("revisit", "http://a.example/1", "application/http; msgtype=response", "HTTP/1.1 304 Not Modified\r\n\r\n"),
		record("metadata", "http://a.example/1", "application/warc-fields", ""),
	}
}

func gzipped(b []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write(b)
	_ = w.Close()
	return out.Bytes()
}

func zstandard(b []byte, options ...zstd.EOption) []byte {
	w, err := zstd.NewWriter(nil, options...)
	if err != nil {
		panic(err)
	}
	return w.EncodeAll(b, nil)
}

func each(records [][]byte, do func([]byte) []byte) []byte {
	var out []byte
	for _, r := range records {
		out = append(out, do(r)...)
	}
	return out
}

func same(b []byte) []byte { return b }

// A got is what a test looks at of a record.
type got struct {
	Type, Target, Block string
	Warnings            []string
}

// readAll reads every record and every error of a file.
func readAll(t testing.TB, data []byte) (records []got, offsets []int64, errs []error) {
	t.Helper()
	r, err := NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, nil, []error{err}
	}
	defer r.Close()
	for {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			return records, offsets, errs
		}
		if err != nil {
			errs = append(errs, err)
			if len(errs) > 100 {
				t.Fatal("no end of errors")
			}
			continue
		}
		block, err := io.ReadAll(rec.Block)
		if err != nil && !errors.Is(err, ErrTruncated) {
			errs = append(errs, err)
		}
		records = append(records, got{rec.Type(), rec.Target(), string(block), rec.Warnings()})
		offsets = append(offsets, rec.Offset)
	}
}

// However a file is compressed, the same records come out of it.
func TestCompressions(t *testing.T) {
	want, plainOffsets, errs := readAll(t, each(harvest(), same))
	if len(errs) > 0 || len(want) != 7 {
		t.Fatalf("%d records, errors %v", len(want), errs)
	}
	for name, data := range map[string][]byte{
		"gzip, a member a record": each(harvest(), gzipped),
		"gzip, the whole file":    gzipped(each(harvest(), same)),
		"gzip, padded":            append(each(harvest(), gzipped), make([]byte, 512)...),
		"zstd, a frame a record":  each(harvest(), func(b []byte) []byte { return zstandard(b) }),
		"zstd, the whole file":    zstandard(each(harvest(), same)),
		"zstd, with checksums off": each(harvest(), func(b []byte) []byte {
			return zstandard(b, zstd.WithEncoderCRC(false), zstd.WithSingleSegment(true))
		}),
		"zstd, with a skippable frame": append([]byte{0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3}, each(harvest(), func(b []byte) []byte { return zstandard(b) })...),
	} {
		t.Run(name, func(t *testing.T) {
			records, _, errs := readAll(t, data)
			if len(errs) > 0 {
				t.Fatal(errs)
			}
			if diff := cmp.Diff(want, records); diff != "" {
				t.Error(diff)
			}
		})
	}
	if plainOffsets[0] != 0 || plainOffsets[1] != int64(len(harvest()[0])) {
		t.Errorf("offsets %v", plainOffsets)
	}
}

// The convention for .warc.zst keeps a dictionary in a skippable frame at the start,
// itself compressed or not.
func TestZstdDictionary(t *testing.T) {
	history := []byte(strings.Repeat("WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\n", 20))
	var contents [][]byte
	for i := range 200 {
		contents = append(contents, record("resource", fmt.Sprintf("http://a.example/%d", i*i), "text/plain", strings.Repeat(fmt.Sprint("story ", i*7919), i%9)))
	}
	dictionary, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 7, History: history, Contents: contents, Offsets: [3]int{1, 4, 8}})
	if err != nil {
		t.Fatal(err)
	}
	want, _, _ := readAll(t, each(harvest(), same))
	for name, stored := range map[string][]byte{"raw": dictionary, "compressed": zstandard(dictionary)} {
		data := binary.LittleEndian.AppendUint32(nil, warcDictionary)
		data = binary.LittleEndian.AppendUint32(data, uint32(len(stored)))
		data = append(data, stored...)
		data = append(data, each(harvest(), func(b []byte) []byte { return zstandard(b, zstd.WithEncoderDict(dictionary)) })...)
		records, _, errs := readAll(t, data)
		if len(errs) > 0 {
			t.Fatal(name, errs)
		}
		if diff := cmp.Diff(want, records); diff != "" {
			t.Error(name, diff)
		}
	}
}

// Opened at a record's offset, a file compressed by the record begins with that record.
func TestOffsets(t *testing.T) {
	for name, data := range map[string][]byte{
		"plain": each(harvest(), same),
		"gzip":  each(harvest(), gzipped),
		"zstd":  each(harvest(), func(b []byte) []byte { return zstandard(b) }),
	} {
		want, offsets, _ := readAll(t, data)
		for i, at := range offsets {
			records, _, errs := readAll(t, data[at:])
			if len(errs) > 0 || len(records) != len(want)-i {
				t.Fatalf("%s, byte %d: %d records, errors %v", name, at, len(records), errs)
			}
			if diff := cmp.Diff(want[i], records[0]); diff != "" {
				t.Errorf("%s, byte %d: %s", name, at, diff)
			}
		}
	}
}

func TestDamage(t *testing.T) {
	good := record("resource", "http://a.example/good", "text/plain", "Still here.")
	digest := "WARC-Block-Digest: sha1:" + base32.StdEncoding.EncodeToString(make([]byte, 20))
	tests := []struct {
		name     string
		data     []byte
		targets  []string
		errors   int
		warnings int
	}{
		{"empty file", nil, nil, 0, 0},
		{"no archive at all", []byte("hello\n"), nil, 1, 0},
		{"junk before a record", append([]byte("junk\r\nmore junk\r\n"), good...), []string{"good"}, 1, 0},
		{"length too small", append(bytes.Replace(good, []byte("Content-Length: 11"), []byte("Content-Length: 5"), 1), good...), []string{"good", "good"}, 1, 0},
		{"length past the end", bytes.Replace(good, []byte("Content-Length: 11"), []byte("Content-Length: 9999999999"), 1), []string{"good"}, 0, 1},
		{"length no number", append(bytes.Replace(good, []byte("Content-Length: 11"), []byte("Content-Length: many"), 1), good...), []string{"good"}, 1, 0},
		{"no length", append(bytes.Replace(good, []byte("Content-Length: 11\r\n"), nil, 1), good...), []string{"good"}, 1, 0},
		{"cut in the block", append(good, good[:len(good)-8]...), []string{"good", "good"}, 0, 1},
		{"cut in the header", append(good, good[:30]...), []string{"good"}, 1, 0},
		{"wrong digest", record("resource", "http://a.example/bad", "text/plain", "x", digest), []string{"bad"}, 0, 1},
		{"gzip cut short", append(gzipped(good), gzipped(good)[:40]...), []string{"good"}, 1, 0},
		{"gzip damaged inside", each([][]byte{good, good, good}, damaged(2)), []string{"good", "good"}, 1, 0},
		{"only line feeds", bytes.ReplaceAll(good, []byte("\r\n"), []byte("\n")), []string{"good"}, 0, 0},
		{"folded field", bytes.Replace(good, []byte("text/plain"), []byte("text/plain;\r\n  charset=utf-8"), 1), []string{"good"}, 0, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			records, _, errs := readAll(t, test.data)
			var targets []string
			warnings := 0
			for _, r := range records {
				targets = append(targets, strings.TrimPrefix(r.Target, "http://a.example/"))
				warnings += len(r.Warnings)
			}
			if diff := cmp.Diff(test.targets, targets); diff != "" {
				t.Error(diff)
			}
			if len(errs) != test.errors || warnings != test.warnings {
				t.Errorf("errors %v, %d warnings; want %d and %d", errs, warnings, test.errors, test.warnings)
			}
		})
	}
}

// damaged compresses records and breaks the n-th.
func damaged(n int) func([]byte) []byte {
	return func(b []byte) []byte {
		z := gzipped(b)
		if n--; n == 0 {
			for i := 12; i < 40; i++ {
				z[i] ^= 0x55
			}
		}
		return z
	}
}

func TestPayload(t *testing.T) {
	const body = "<p>Hailstones as large as walnuts fell on the valley on Sunday.</p>"
	compress := func(w func(io.Writer) io.WriteCloser) string {
		var out bytes.Buffer
		c := w(&out)
		_, _ = io.WriteString(c, body)
		_ = c.Close()
		return out.String()
	}
	response := func(header, body string) string { return "HTTP/1.1 200 OK\r\n" + header + "\r\n" + body }
	tests := map[string]string{
		"plain":              response("", body),
		"only line feeds":    "HTTP/1.0 200 OK\nServer: x\n\n" + body,
		"bad header line":    response("this is no field\r\n", body),
		"chunked":            response("Transfer-Encoding: chunked\r\n", "20\r\n"+body[:32]+"\r\n"+fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(body)-32, body[32:])),
		"chunked in name":    response("Transfer-Encoding: chunked\r\n", body),
		"gzip":               response("Content-Encoding: gzip\r\n", compress(func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })),
		"gzip in name":       response("Content-Encoding: gzip\r\n", body),
		"br":                 response("Content-Encoding: br\r\n", compress(func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) })),
		"deflate, with zlib": response("Content-Encoding: deflate\r\n", compress(func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) })),
		"deflate, without":   response("Content-Encoding: deflate\r\n", compress(func(w io.Writer) io.WriteCloser { f, _ := flate.NewWriter(w, 5); return f })),
		"zstd":               response("Content-Encoding: zstd\r\n", string(zstandard([]byte(body)))),
		"two codings":        response("Content-Encoding: br, gzip\r\n", string(gzipped([]byte(compress(func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) }))))),
	}
	for name, block := range tests {
		t.Run(name, func(t *testing.T) {
			r, err := NewReader(bytes.NewReader(record("response", "http://a.example/", "application/http; msgtype=response", block)))
			if err != nil {
				t.Fatal(err)
			}
			rec, err := r.Next()
			if err != nil {
				t.Fatal(err)
			}
			p, err := rec.Payload()
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(p.Body)
			if err != nil || string(got) != body || p.Status != 200 {
				t.Errorf("status %d, %q, %v", p.Status, got, err)
			}
		})
	}
}

func FuzzReader(f *testing.F) {
	small := harvest()[1:4]
	f.Add(each(small, same))
	f.Add(each(small, gzipped))
	f.Add(gzipped(each(small, same)))
	f.Add(each(small, func(b []byte) []byte { return zstandard(b) }))
	f.Add([]byte("WARC/1.0\r\nContent-Length: 3\r\n\r\nabc\r\n\r\nWARC/1.0\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := NewReader(bytes.NewReader(data))
		if err != nil {
			return
		}
		defer r.Close()
		for range 10 * (len(data) + 10) {
			rec, err := r.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			var lost *Error
			if err != nil && !errors.As(err, &lost) {
				return
			}
			if err == nil {
				if rec.Offset < 0 || rec.Offset > int64(len(data)) || rec.Inside < 0 {
					t.Fatalf("record at %d+%d of %d bytes", rec.Offset, rec.Inside, len(data))
				}
				if p, err := rec.Payload(); err == nil {
					_, _ = io.Copy(io.Discard, io.LimitReader(p.Body, 1<<20))
				}
			}
		}
		t.Fatal("no end of records")
	})
}

// BenchmarkReader compares reading records with decompressing alone.
func BenchmarkReader(b *testing.B) {
	var data []byte
	for range 200 {
		data = append(data, each(harvest(), gzipped)...)
	}
	b.Run("gzip alone", func(b *testing.B) {
		for b.Loop() {
			z, err := gzip.NewReader(bytes.NewReader(data))
			if err != nil {
				b.Fatal(err)
			}
			n, _ := io.Copy(io.Discard, z)
			b.SetBytes(n)
		}
	})
	b.Run("records", func(b *testing.B) {
		for b.Loop() {
			r, err := NewReader(bytes.NewReader(data))
			if err != nil {
				b.Fatal(err)
			}
			var n int64
			for {
				rec, err := r.Next()
				if err != nil {
					break
				}
				m, _ := io.Copy(io.Discard, rec.Block)
				n += m
			}
			b.SetBytes(n)
		}
	})
}
