package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/internal/jsonl"
)

// A dataset is one file of labelled data.
type dataset struct {
	path   string
	task   string // path below the gold folder without ending, with slashes
	kind   *kind
	folder string // of the file
}

// train reports whether the file is for tuning rather than for measuring. The marks that
// were labelled by hand are for measuring, though they stand in a train part.
func (d dataset) train() bool {
	return strings.Contains(filepath.Base(d.path), "train") && d.kind != &markKindsKind
}

// fields are a record's field names and values.
type fields map[string]json.RawMessage

// has reports whether the record has all of the fields.
func (f fields) has(names ...string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return f[name] == nil })
}

// datasets returns the files under root that a kind knows by their folder and
// fields, in the order of their paths.
func datasets(root string) ([]dataset, error) {
	var found []dataset
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if rel == "seeds.json" {
			found = append(found, dataset{path, "seeds", &seedsKind, root})
			return nil
		}
		k, err := kindOf(path, rel)
		if k != nil {
			found = append(found, dataset{path, withoutEndings(rel), k, filepath.Dir(path)})
		}
		return err
	})
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("%s holds no labelled data that is known here", root)
	}
	return found, err
}

// kindOf tells from folder and first record what a file measures; nil when nothing.
func kindOf(path, rel string) (*kind, error) {
	folder, _, _ := strings.Cut(rel, "/")
	if !strings.Contains(rel, ".jsonl") {
		return nil, nil
	}
	first, err := firstRecord(path)
	if err != nil {
		return nil, err
	}
	for _, k := range kinds {
		if k.folder == folder && k.fits(first) {
			return k, nil
		}
	}
	return nil, nil
}

func withoutEndings(rel string) string {
	dir, name := "", rel
	if i := strings.LastIndexByte(rel, '/'); i >= 0 {
		dir, name = rel[:i+1], rel[i+1:]
	}
	name, _, _ = strings.Cut(name, ".")
	return dir + name
}

// eachLine calls f with every line of a file that is not empty.
func eachLine(path string, f func(line []byte) error) error {
	return jsonl.EachLine(os.DirFS(filepath.Dir(path)), filepath.Base(path), f)
}

// records reads all records of a file of JSON Lines.
func records[T any](path string) ([]T, error) {
	return jsonl.Records[T](os.DirFS(filepath.Dir(path)), filepath.Base(path))
}

// firstRecord reads the first record of a file of JSON Lines.
func firstRecord(path string) (fields, error) {
	done := errors.New("done")
	var first fields
	err := eachLine(path, func(line []byte) error {
		if err := json.Unmarshal(line, &first); err != nil {
			return err
		}
		return done
	})
	if errors.Is(err, done) {
		err = nil
	}
	return first, err
}
