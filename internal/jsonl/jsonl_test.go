package jsonl

import (
	"bytes"
	"compress/gzip"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/klauspost/compress/zstd"
)

const lines = "{\"id\":\"a\"}\n\n{\"id\":\"b\"}"

func TestRecords(t *testing.T) {
	files := fstest.MapFS{
		"plain.jsonl":      {Data: []byte(lines)},
		"packed.jsonl.gz":  {Data: packed(t, func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })},
		"packed.jsonl.zst": {Data: packed(t, zstdWriter)},
	}
	for name := range files {
		records, err := Records[struct{ ID string }](files, name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var ids []string
		for _, r := range records {
			ids = append(ids, r.ID)
		}
		if !slices.Equal(ids, []string{"a", "b"}) {
			t.Errorf("%s: %q", name, ids)
		}
	}
}

func TestErrorsNameFileAndLine(t *testing.T) {
	files := fstest.MapFS{
		"cut.jsonl":     {Data: []byte("{\"id\":\"a\"}\n{\"id\":")},
		"cut.jsonl.gz":  {Data: packed(t, func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })[:20]},
		"not.jsonl.gz":  {Data: []byte(lines)},
		"not.jsonl.zst": {Data: []byte(lines)},
	}
	for name, want := range map[string]string{
		"cut.jsonl": "cut.jsonl: line 2:", "cut.jsonl.gz": "cut.jsonl.gz: line 1:",
		"not.jsonl.gz": "not.jsonl.gz:", "not.jsonl.zst": "not.jsonl.zst:", "none.jsonl": "none.jsonl",
	} {
		if _, err := Records[map[string]any](files, name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q in it", name, err, want)
		}
	}
}

func packed(t *testing.T, to func(io.Writer) io.WriteCloser) []byte {
	t.Helper()
	var b bytes.Buffer
	w := to(&b)
	if _, err := io.WriteString(w, lines); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zstdWriter(w io.Writer) io.WriteCloser {
	z, err := zstd.NewWriter(w)
	if err != nil {
		panic(err)
	}
	return z
}
