package ingest

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"runtime"
	"strings"
	"testing"
)

// A generator yields the same line until n bytes are out.
type generator struct {
	line []byte
	at   int
	left int
}

func (g *generator) Read(p []byte) (int, error) {
	if g.left <= 0 {
		return 0, io.EOF
	}
	n := copy(p, g.line[g.at:])
	g.at = (g.at + n) % len(g.line)
	g.left -= n
	return n, nil
}

// TestStreamInConstantMemory reads a stream many times the memory it may take.
func TestStreamInConstantMemory(t *testing.T) {
	const size, ceiling = 60 << 20, 24 << 20
	line := []byte(`{"title": "Ferry to close", "text": "` + strings.Repeat("The board voted to close the terminal. ", 500) + "\"}\n")
	stream := &generator{line: line, left: size}
	n := 0
	for _, err := range Read(context.Background(), []Input{{Path: "-"}}, Options{Stdin: stream}) {
		if n++; err != nil && n*len(line) < size {
			t.Fatal(err)
		}
		if n%500 != 0 {
			continue
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		if m.HeapAlloc > ceiling {
			t.Fatalf("%d MB on the heap after %d records", m.HeapAlloc>>20, n)
		}
	}
	if n*len(line) < size {
		t.Errorf("%d records", n)
	}
}

func BenchmarkRecords(b *testing.B) {
	line := []byte(`{"id": "n1", "url": "https://harbour.example/1", "tags": ["ferry", "board"], "title": "Ferry to close", "text": "` +
		strings.Repeat("The board voted to close the terminal, “at last”.\\n\\n", 60) + `", "date": "2021-03-02"}`)
	b.SetBytes(int64(len(line)))
	for b.Loop() {
		f, err := readFields(line, nil)
		if err != nil || len(f.text("text")) == 0 {
			b.Fatal(err)
		}
	}
}

func BenchmarkTidy(b *testing.B) {
	page := strings.Repeat(ferry, 100)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		tidy(page)
	}
}

func BenchmarkLines(b *testing.B) {
	data := bytes.Repeat([]byte(strings.Repeat("x", 3000)+"\n"), 1000)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		lines := lineReader{r: bufio.NewReaderSize(bytes.NewReader(data), 1<<16)}
		for {
			if _, err := lines.next(); err != nil {
				break
			}
		}
	}
}
