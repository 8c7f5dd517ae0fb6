// Package gold reads the labelled articles beside the checkout for tests.
package gold

import (
	"errors"
	"io/fs"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/internal/jsonl"
)

// Articles reads a file of labelled articles by id: JSON Lines, packed as its ending
// says. Where the labelled data is not beside the checkout, the test is skipped.
func Articles(t *testing.T, data fs.FS, file string) map[string]*quote.Reading {
	t.Helper()
	records, err := jsonl.Records[struct{ ID, Title, Text string }](data, file)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("needs ../shared, which is not beside this checkout")
	}
	if err != nil {
		t.Fatal(err)
	}
	articles := make(map[string]*quote.Reading, len(records))
	for _, r := range records {
		articles[r.ID] = quote.Read(article.New(article.Source{Title: r.Title, Body: r.Text}))
	}
	return articles
}
