package ingest

import (
	"bufio"
	"bytes"
	"context"
	"flag"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// stream is how much each test of a stream reads, in gigabytes: -stream 10 proves what
// the package documentation says.
var stream = flag.Float64("stream", 0, "gigabytes that tests of streams read (default: a few megabytes)")

func streamed(otherwise int64) int64 {
	if *stream > 0 {
		return int64(*stream * (1 << 30))
	}
	return otherwise
}

// A generator yields a head, then the same bytes until left are out, then a tail.
type generator struct {
	head, same, tail []byte

	at   int
	left int64
}

func (g *generator) Read(p []byte) (int, error) {
	if len(g.head) > 0 {
		n := copy(p, g.head)
		g.head = g.head[n:]
		return n, nil
	}
	if g.left <= 0 {
		n := copy(p, g.tail)
		if g.tail = g.tail[n:]; n == 0 {
			return 0, io.EOF
		}
		return n, nil
	}
	n := copy(p[:min(int64(len(p)), g.left)], g.same[g.at:])
	g.at = (g.at + n) % len(g.same)
	g.left -= int64(n)
	return n, nil
}

// whole returns a generator of as many wholes of s as make up size.
func whole(s string, size int64) *generator {
	return &generator{same: []byte(s), left: (size/int64(len(s)) + 1) * int64(len(s))}
}

// checkMemory fails when more than ceiling is held.
func checkMemory(t *testing.T, records int) {
	t.Helper()
	const ceiling = 48 << 20
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if m.HeapAlloc > ceiling {
		t.Fatalf("%d MB on the heap after %d records", m.HeapAlloc>>20, records)
	}
}

// TestStreamInConstantMemory reads streams many times the memory they may take.
func TestStreamInConstantMemory(t *testing.T) {
	text := strings.Repeat("The board voted to close the terminal. ", 500)
	html := strings.Replace(page, "</article>", "<p>"+text+"</p></article>", 1)
	for name, record := range map[string]string{
		"JSON Lines":   `{"title": "Ferry to close", "text": "` + text + "\"}\n",
		"JSON array":   `{"title": "Ferry to close", "text": "` + text + "\"},\n",
		"web archive":  warcRecord("conversion", "https://harbour.example/ferry", "text/plain", "Ferry to close\n\n"+text),
		"archived web": warcRecord("response", "https://harbour.example/ferry", "application/http", httpAnswer("200 OK", "text/html", html)),
	} {
		t.Run(name, func(t *testing.T) {
			in := whole(record, streamed(40<<20))
			want, n := int(in.left)/len(record), 0
			if name == "JSON array" {
				in.head, in.tail = []byte("["), []byte("]")
			}
			for _, err := range Read(context.Background(), []Input{{Path: "-"}}, Options{Stdin: in}) {
				if err != nil {
					t.Fatal(err)
				}
				if n++; n%(want/5+1) == 0 {
					checkMemory(t, n)
				}
			}
			if n != want {
				t.Errorf("%d records of %d", n, want)
			}
			t.Logf("%d records, %d MB", n, int64(n)*int64(len(record))>>20)
		})
	}
}

// TestEndlessLine holds that a line beyond all bounds is named and takes no memory.
func TestEndlessLine(t *testing.T) {
	in := &generator{head: []byte(`{"text": "The board voted."}` + "\n" + `{"text": "`), same: []byte(strings.Repeat("x", 4096)), left: streamed(100 << 20)}
	var errs []string
	for a, err := range Read(context.Background(), []Input{{Path: "-"}}, Options{Stdin: in}) {
		checkMemory(t, 1)
		if a == nil {
			errs = append(errs, err.Error())
		}
	}
	if want := []string{"standard input: line 2: is longer than 16 MB (if it wraps many records, give them one a line: jq -c '.articles[]')"}; !slices.Equal(errs, want) {
		t.Errorf("errors %q", errs)
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
