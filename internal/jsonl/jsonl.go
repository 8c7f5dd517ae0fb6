// Package jsonl reads files of JSON Lines, packed as their endings say: .gz or .zst.
// It serves the evaluation, the commands that make embedded tables, and tests; what
// users hand in is read by compare/ingest.
package jsonl

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"

	"github.com/klauspost/compress/zstd"
)

// EachLine calls f with every line of a file that is not empty. Its errors name the
// file and the line.
func EachLine(files fs.FS, name string, f func(line []byte) error) error {
	file, err := files.Open(name)
	if err != nil {
		return err
	}
	defer file.Close() //nolint:errcheck // nothing was written
	r, err := unpack(file, path.Ext(name))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer r.Close() //nolint:errcheck // nothing was written
	lines := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if len(line) > 1 {
			if err := f(line); err != nil {
				return fmt.Errorf("%s: line %d: %w", name, n, err)
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%s: line %d: %w", name, n, err)
		}
	}
}

// Records reads all records of a file.
func Records[T any](files fs.FS, name string) ([]T, error) {
	var all []T
	err := EachLine(files, name, func(line []byte) error {
		var record T
		err := json.Unmarshal(line, &record)
		all = append(all, record)
		return err
	})
	return all, err
}

func unpack(r io.Reader, ending string) (io.ReadCloser, error) {
	switch ending {
	case ".gz":
		return gzip.NewReader(r)
	case ".zst":
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	}
	return io.NopCloser(r), nil
}
