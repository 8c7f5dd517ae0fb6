package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// A wholeFile appears under its name only once it has been committed. What is no
// regular file, such as a device or a pipe, is written as it is and never replaced.
type wholeFile struct {
	*os.File
	name string
	asIs bool
}

func newWholeFile(name string) (*wholeFile, error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		file, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return nil, fmt.Errorf("cannot write %s: %w", name, reason(err))
		}
		return &wholeFile{file, name, true}, nil
	}
	dir, base := filepath.Split(name)
	tmp, err := os.CreateTemp(filepath.Clean(dir+"."), "."+base+".*")
	if err != nil {
		return nil, fmt.Errorf("cannot write %s: %w", name, reason(err))
	}
	return &wholeFile{tmp, name, false}, nil
}

func (f *wholeFile) commit() error {
	if f.asIs {
		return f.Close()
	}
	err := errors.Join(f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), f.name)
	}
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", f.name, reason(err))
	}
	return nil
}

func (f *wholeFile) discard() {
	_ = f.Close()
	if !f.asIs {
		_ = os.Remove(f.Name())
	}
}

// reason strips the name of a temporary file, which means nothing to the user.
func reason(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}
