// Package gold reads the labelled data beside the checkout for tests.
package gold

import (
	"errors"
	"io/fs"
	"testing"

	"github.com/storydiff/storydiff/internal/jsonl"
)

// Records reads a file of JSON Lines, packed as its ending says. Where the labelled
// data is not beside the checkout, the test is skipped.
func Records[T any](t testing.TB, data fs.FS, file string) []T {
	t.Helper()
	records, err := jsonl.Records[T](data, file)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("needs ../shared, which is not beside this checkout")
	}
	if err != nil {
		t.Fatal(err)
	}
	return records
}
