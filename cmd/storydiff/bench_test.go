package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/storydiff/storydiff/bench/mutate"
)

// The commands that are given the most to read, from the command line to what they write.
// bench/profile.sh has the compiler learn from them.

var realLines = flag.String("lines", "", "articles as lines of JSON for the benchmarks, in place of made-up ones")

func BenchmarkDedup(b *testing.B) {
	lines := benchmarkLines(b)
	file, manifest := linesFile(b, lines), filepath.Join(b.TempDir(), "manifest.jsonl")
	b.SetBytes(int64(len(lines)))
	for b.Loop() {
		benchmarkRun(b, "dedup", "--manifest", manifest, "-o", os.DevNull, file)
	}
}

func BenchmarkQuotes(b *testing.B) {
	lines := benchmarkLines(b)
	lines = lines[:bytes.LastIndexByte(lines[:min(len(lines), 1<<20)], '\n')+1]
	file := linesFile(b, lines)
	b.SetBytes(int64(len(lines)))
	for b.Loop() {
		benchmarkRun(b, "quotes", file)
	}
}

func BenchmarkCompare(b *testing.B) {
	for b.Loop() {
		benchmarkRun(b, "compare", "../../seeds")
	}
}

func benchmarkRun(b *testing.B, args ...string) {
	b.Helper()
	var complaints bytes.Buffer
	if code := run(context.Background(), streams{nil, io.Discard, &complaints}, args); code != exitFine {
		b.Fatalf("exit code %d: %s", code, &complaints)
	}
}

func linesFile(b *testing.B, lines []byte) string {
	b.Helper()
	file := filepath.Join(b.TempDir(), "lines.jsonl")
	if err := os.WriteFile(file, lines, 0o600); err != nil {
		b.Fatal(err)
	}
	return file
}

// benchmarkLines returns real articles when there are any, else made-up ones and their copies.
func benchmarkLines(b *testing.B) []byte {
	b.Helper()
	if *realLines != "" {
		lines, err := os.ReadFile(*realLines)
		if err != nil {
			b.Fatal(err)
		}
		return lines
	}
	var lines bytes.Buffer
	out := json.NewEncoder(&lines)
	press := mutate.New(1)
	for n := 0; n < 8000; {
		for _, a := range press.Family() {
			n++
			if err := out.Encode(map[string]string{"id": strconv.Itoa(n), "title": a.Title, "text": a.Body()}); err != nil {
				b.Fatal(err)
			}
		}
	}
	return lines.Bytes()
}
