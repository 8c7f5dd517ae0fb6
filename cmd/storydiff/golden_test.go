package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What the commands print of the samples, kept so that a change in it is seen and
// read before it is committed: go test ./cmd/storydiff -update.
func TestGoldens(t *testing.T) {
	t.Chdir("../..")
	for file, args := range map[string][]string{
		"compare-80.txt":     {"compare", "--width", "80", "seeds"},
		"compare-140.txt":    {"compare", "--width", "140", "seeds"},
		"compare-colour.txt": {"compare", "--width", "100", "--color", "always", "--only", "ledger", "seeds"},
		"compare.md":         {"compare", "--format", "markdown", "seeds"},
		"pairs.csv":          {"compare", "--format", "csv", "seeds"},
		"quotes.csv":         {"quotes", "--format", "csv", "seeds"},
		"articles-80.txt":    {"compare", "--width", "80", "--only", "articles", "seeds"},
		"events-80.txt":      {"events", "--width", "80", "seeds"},
	} {
		t.Run(file, func(t *testing.T) {
			var out, complaints bytes.Buffer
			if code := run(context.Background(), streams{nil, &out, &complaints}, args); code != exitFine {
				t.Fatalf("exit code %d: %s", code, complaints.String())
			}
			golden := filepath.Join("testdata", "golden", file)
			if *update {
				if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), out.String()); diff != "" {
				t.Errorf("%s is not what the command prints; read the change, then rewrite it with -update:\n%s", golden, diff)
			}
		})
	}
}
