// Package gold reads the labelled articles beside the checkout for tests.
package gold

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"io/fs"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
)

// Articles reads a file of labelled articles by id: JSON Lines, packed where its name
// ends in .gz. Where the labelled data is not beside the checkout, the test is skipped.
func Articles(t *testing.T, data fs.FS, file string) map[string]*quote.Reading {
	t.Helper()
	f, err := data.Open(file)
	if err != nil {
		t.Skip("needs ../shared, which is not beside this checkout")
	}
	defer func() { _ = f.Close() }()
	r := io.Reader(f)
	if strings.HasSuffix(file, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	raw, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*quote.Reading{}
	for line := range bytes.Lines(raw) {
		var r struct{ ID, Title, Text string }
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		out[r.ID] = quote.Read(article.New(article.Source{Title: r.Title, Body: r.Text}))
	}
	return out
}
