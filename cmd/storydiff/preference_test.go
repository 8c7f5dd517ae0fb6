package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// With --keep longest all articles wait for the last one; they wait in a file. Many times
// as many need hardly more memory than the tables they are found by.
func TestPreferenceWaitsOnDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 140 MB")
	}
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	few, many := filepath.Join(folder, "few.jsonl"), filepath.Join(folder, "many.jsonl")
	writeLong(t, few, 2000)
	writeLong(t, many, 7000)
	base := peakOf(t, few)
	more := peakOf(t, many) - base
	t.Logf("%d kB and %d kB more", base>>10, more>>10)
	if more > 50<<20 {
		t.Errorf("100 MB more of text take %d MB more of memory", more>>20)
	}
	if left, err := filepath.Glob(filepath.Join(folder, "storydiff-*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// writeLong writes records of 20 kB, each of a few words said again and again, so that
// they take room and few fingerprints.
func writeLong(t *testing.T, name string, n int) {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	var out bytes.Buffer
	for i := range n {
		var words []string
		for range 200 {
			words = append(words, fmt.Sprintf("w%x", r.Uint32()))
		}
		phrase := strings.Join(words, " ") + ". "
		fmt.Fprintf(&out, `{"id":"%d","text":"%s"}`+"\n", i, strings.Repeat(phrase, 20_000/len(phrase)))
	}
	if err := os.WriteFile(name, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// peakOf returns the most memory in use while a file is filtered.
func peakOf(t *testing.T, name string) int64 {
	t.Helper()
	done, peak := make(chan error), uint64(0)
	go func() {
		c := newRoot(streams{strings.NewReader(""), io.Discard, io.Discard})
		c.SetArgs([]string{"dedup", "--keep", "longest", "-o", os.DevNull, name})
		done <- c.ExecuteContext(context.Background())
	}()
	for {
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			return int64(peak)
		case <-time.After(10 * time.Millisecond):
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapAlloc)
		}
	}
}
