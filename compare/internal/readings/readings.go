// Package readings reads the labelled articles beside the checkout for tests of the rooms
// above quote.
package readings

import (
	"io/fs"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/internal/gold"
	"github.com/storydiff/storydiff/compare/quote"
)

// ByID reads a file of labelled articles. Where the labelled data is not beside the
// checkout, the test is skipped.
func ByID(t testing.TB, data fs.FS, file string) map[string]*quote.Reading {
	t.Helper()
	out := make(map[string]*quote.Reading)
	for _, r := range gold.Records[struct{ ID, Title, Text string }](t, data, file) {
		out[r.ID] = quote.Read(article.New(article.Source{Title: r.Title, Body: r.Text}))
	}
	return out
}
