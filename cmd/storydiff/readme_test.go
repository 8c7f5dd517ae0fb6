package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the goldens and the sample in README.md")

// sampleLines is how much of the output the README shows; a last line "…" stands for the rest.
const sampleLines = 60

// The sample in the README is what the command it names prints, to the letter.
func TestREADME(t *testing.T) {
	t.Chdir("../..")
	raw, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	const open, end = "```console\n$ storydiff ", "```\n"
	before, rest, ok := strings.Cut(string(raw), open)
	if !ok {
		t.Fatal("README.md has no sample")
	}
	block, after, _ := strings.Cut(rest, end)
	command, sample, _ := strings.Cut(block, "\n")
	var out, complaints bytes.Buffer
	if code := run(context.Background(), streams{nil, &out, &complaints}, strings.Fields(command)); code != exitFine {
		t.Fatalf("exit code %d: %s", code, complaints.String())
	}
	got := strings.Join(strings.SplitAfter(out.String(), "\n")[:sampleLines], "") + "…\n"
	if *update {
		raw := before + open + command + "\n" + got + end + after
		if err := os.WriteFile("README.md", []byte(raw), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(sample, got); diff != "" {
		t.Errorf("README.md's sample is not what the command prints; rewrite it with -update:\n%s", diff)
	}
}
