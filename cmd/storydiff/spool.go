package main

import (
	"fmt"
	"os"
)

// A spool is a temporary file without a name that others could find.
type spool struct{ *os.File }

func newSpool() (*spool, error) {
	file, err := os.CreateTemp("", "storydiff-*")
	if err != nil {
		return nil, fmt.Errorf("no place for temporary files: %w (set TMPDIR)", reason(err))
	}
	return &spool{file}, nil
}

func (s *spool) discard() {
	_ = s.Close()
	_ = os.Remove(s.Name())
}
