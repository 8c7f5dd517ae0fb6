package index

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/zeebo/xxh3"

	"github.com/storydiff/storydiff/compare/dedup"
	"github.com/storydiff/storydiff/compare/shingle"
)

// The names of the files besides segments.
const (
	catalogName = "catalog"
	lockName    = "lock"
)

// formatVersion is the version of the files of an index.
const formatVersion = 1

// A catalog says what an index holds: one line of JSON and one with its checksum. To
// replace it is the one step that makes a run, whole or not at all.
type catalog struct {
	Format     int           `json:"format"`
	Shingles   int           `json:"shingles"`
	Signatures int           `json:"signatures"`
	Runs       int           `json:"runs"`           // number of the last run
	Last       *runInfo      `json:"last,omitempty"` // the run that can still be rolled back
	Segments   []segmentInfo `json:"segments"`
	Next       int           `json:"next"` // number of the next segment's file
}

// A runInfo is what the catalog says of a run. Its records are in the last segment.
type runInfo struct {
	Run     int  `json:"run"`
	Records int  `json:"records"`
	Staged  bool `json:"staged"`
}

func newCatalog() *catalog {
	return &catalog{Format: formatVersion, Shingles: shingle.Version, Signatures: dedup.SignatureVersion}
}

// A VersionError says that an index was made by another version of the program.
type VersionError struct{ Folder, What string }

func (e *VersionError) Error() string {
	return fmt.Sprintf("the index in %s has %s: use the version of storydiff that made it, or build it anew", e.Folder, e.What)
}

// ErrNoIndex says that a folder holds no index.
var ErrNoIndex = errors.New("there is no index")

// createCatalog makes an empty index. Segments without a catalog are one that lost it.
func createCatalog(folder string) (*catalog, error) {
	if segments, err := filepath.Glob(filepath.Join(folder, "*"+segmentEnding)); err != nil || len(segments) > 0 {
		return nil, &DamagedError{filepath.Join(folder, catalogName), "it is missing"}
	}
	c := newCatalog()
	prepared, err := c.prepare(folder)
	if err == nil {
		err = putInForce(folder, prepared)
	}
	return c, err
}

// readCatalog reads the catalog of a folder.
func readCatalog(folder string) (*catalog, error) {
	name := filepath.Join(folder, catalogName)
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w in %s", ErrNoIndex, folder)
	}
	if err != nil {
		return nil, err
	}
	return decodeCatalog(folder, name, data)
}

func decodeCatalog(folder, name string, data []byte) (*catalog, error) {
	line, sum, _ := bytes.Cut(data, []byte("\n"))
	if string(sum) != sumLine(line) {
		return nil, &DamagedError{name, "it is not what was written"}
	}
	c := new(catalog)
	if err := json.Unmarshal(line, c); err != nil {
		return nil, &DamagedError{name, err.Error()}
	}
	for _, v := range []struct {
		what      string
		has, want int
	}{{"format", c.Format, formatVersion}, {"shingles", c.Shingles, shingle.Version}, {"signatures", c.Signatures, dedup.SignatureVersion}} {
		if v.has != v.want {
			return nil, &VersionError{folder, fmt.Sprintf("%s of version %d, and this program knows version %d", v.what, v.has, v.want)}
		}
	}
	return c, nil
}

// sumLine returns the line that follows the catalog's.
func sumLine(line []byte) string { return fmt.Sprintf("xxh3 %016x\n", xxh3.Hash(line)) }

// prepare writes the catalog to the disk beside the one in force, and returns its name.
func (c *catalog) prepare(folder string) (string, error) {
	line, err := json.Marshal(c)
	if err != nil {
		return "", err
	}
	name := filepath.Join(folder, catalogName+".new")
	file, err := os.Create(name)
	if err != nil {
		return "", err
	}
	_, err = file.WriteString(string(line) + "\n" + sumLine(line))
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return "", err
	}
	return name, syncFolder(folder)
}

// putInForce makes a catalog that was prepared the one in force.
func putInForce(folder, prepared string) error {
	if err := os.Rename(prepared, filepath.Join(folder, catalogName)); err != nil {
		return err
	}
	return syncFolder(folder)
}

// removeRest removes the files of a folder that no catalog names: what a run that ended
// early left behind, and segments that were replaced.
func (c *catalog) removeRest(folder string) {
	names, err := filepath.Glob(filepath.Join(folder, "*"+segmentEnding))
	if err != nil {
		return
	}
	named := map[string]bool{}
	for _, s := range c.Segments {
		named[s.File] = true
	}
	for _, name := range names {
		if !named[filepath.Base(name)] {
			_ = os.Remove(name)
		}
	}
}

const segmentEnding = ".segment"

// nextFile returns the name of a new segment's file, which none has had before.
func (c *catalog) nextFile(folder string) string {
	c.Next++
	return filepath.Join(folder, fmt.Sprintf("%08d%s", c.Next, segmentEnding))
}
