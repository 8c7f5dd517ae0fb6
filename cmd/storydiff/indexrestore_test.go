package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Pages of a web archive that became revisits come back whole; an index that has seen
// the archive decides the same.
func TestRevisitsComeBackWhole(t *testing.T) {
	t.Chdir(t.TempDir())
	all := harvested()
	if err := os.WriteFile("harvest.warc", []byte(strings.Join(all, "")), 0o600); err != nil {
		t.Fatal(err)
	}
	command := func(args ...string) (out string, complaints string) {
		var stdout, stderr bytes.Buffer
		if code := run(context.Background(), streams{strings.NewReader(""), &stdout, &stderr}, args); code != exitFine {
			return "", stderr.String()
		}
		return stdout.String(), ""
	}
	dedup := func(name string) (kept, manifest string) {
		_, complaints := command("dedup", "--index", "idx", "-o", name, "--dropped", "dropped.warc", "--manifest", name+".m", "harvest.warc")
		data, err := os.ReadFile(name)
		lines, err2 := os.ReadFile(name + ".m")
		if err != nil || err2 != nil {
			t.Fatal(err, err2, complaints)
		}
		return string(data), string(lines)
	}
	kept, manifest := dedup("first.warc")
	again, manifestAgain := dedup("second.warc")
	if again != kept || manifestAgain != manifest {
		t.Error("the second time it decides otherwise")
	}
	if back, complaints := command("index", "restore", "--dropped", "dropped.warc", "first.warc.m"); back != all[6] {
		t.Errorf("%q came back: %s", back, complaints)
	}
	if _, complaints := command("index", "restore", "first.warc.m"); !strings.Contains(complaints, "became revisits") {
		t.Error(complaints)
	}
}

func TestPathOf(t *testing.T) {
	folder := t.TempDir()
	odd := filepath.Join(folder, "report:7")
	if err := os.WriteFile(odd, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for location, want := range map[string]string{
		"a.jsonl:12": "a.jsonl", "a.json#3": "a.json", "a.warc@1024": "a.warc", "page.html": "page.html",
		"2024": "2024", ":7": ":7", odd: odd, odd + ":7": odd,
	} {
		if got := pathOf(location); got != want {
			t.Errorf("%s: %s, want %s", location, got, want)
		}
	}
}
