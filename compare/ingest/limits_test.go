package ingest

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// bomb is a file of a few hundred kilobytes that decompresses to 200 MB.
func bomb(head string, pack func(io.Writer) io.WriteCloser) []byte {
	var b bytes.Buffer
	w := pack(&b)
	_, _ = io.Copy(w, &generator{head: []byte(head), same: bytes.Repeat([]byte("\n"), 1<<16), left: 200 << 20})
	_ = w.Close()
	return b.Bytes()
}

func gzipWriter(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }

func zstdWriter(w io.Writer) io.WriteCloser {
	z, _ := zstd.NewWriter(w)
	return z
}

// TestLimits holds that what is built to exhaust a reader is named with its place, and
// that the inputs beside it are read.
func TestLimits(t *testing.T) {
	const line = `{"text": "The board voted to close the old terminal."}` + "\n"
	endless := warcRecord("conversion", "https://harbour.example/pier", "text/plain", pier)
	endless = strings.Replace(endless, "Content-Length: ", "Content-Length: 9", 1)
	for _, test := range []struct {
		name, file, want string
		articles         int // besides the good one
	}{
		{"gzip bomb", string(bomb(line, gzipWriter)), ": decompresses to far more than any article", 1},
		{"zstd bomb", string(bomb(line, zstdWriter)), ": decompresses to far more than any article", 1},
		{"archived bomb", string(bomb("WARC/1.1\r\nWARC-Type: metadata\r\nContent-Length: 200000000\r\n\r\n", gzipWriter)), "byte 0: decompresses to far more than any record", 0},
		{"text without end", strings.Repeat("The board voted. ", 1<<20), ": is larger than 16 MB (split", 0},
		{"nested page", "<html>" + strings.Repeat("<div>", 100_000) + "text", ": is an HTML page nested too deeply to be read", 0},
		{"nested record", `{"text": ` + strings.Repeat("[", 100_000) + "\n", ": line 1: is nested too deeply", 0},
		{"nested list", line + `{"x": ` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + "}\n", ": line 2: is nested too deeply", 1},
		{"record cut in half", line + line[:len(line)/2], ": line 2: is not valid JSON", 1},
		{"header without end", "WARC/1.1\r\nWARC-Type: " + strings.Repeat("x", 2<<20) + "\r\n\r\n", ": byte 0: ", 0},
		{"length past the end", endless, ": byte 0: file ends inside a record", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := fstest.MapFS{"bad": {Data: []byte(test.file)}, "good.txt": {Data: []byte(ferry)}}
			articles, errs := readAllOf(Options{FS: files}, "bad", "good.txt")
			if len(articles) != test.articles+1 || articles[test.articles].Label != "good" {
				t.Errorf("%d articles", len(articles))
			}
			if len(errs) != 1 || !strings.HasPrefix(errs[0], "bad: ") || !strings.Contains(errs[0], test.want) {
				t.Errorf("errors %.200q", errs)
			}
		})
	}
}
