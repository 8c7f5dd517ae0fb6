package index

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/storydiff/storydiff/compare/dedup"
)

// A Run takes in the records of one go. Nothing counts until Commit, which is one step.
//
//	run, err := index.Begin(folder)
//	filter := dedup.NewFilter(dedup.FilterOptions{Past: run})
//	... run.Seen, or filter.Decide and run.Add, for each record
//	err = run.Prepare(false)
//	number, err := run.Commit()
//	run.Close()
type Run struct {
	*Index
	lock     *os.File
	next     *catalog // that is to be in force
	writer   *segmentWriter
	entries  [tables][]entry
	kept     []int          // record numbers of the articles kept in this run
	times    map[string]int // how often a source and digest of the past has come by
	forget   map[int]bool
	prepared string // the new catalog's file
	buffer   []byte
}

// ErrStaged says that a run waits for a decision.
var ErrStaged = errors.New("is staged: commit it or roll it back first")

// ErrLocked says that another process writes to the index.
var ErrLocked = errors.New("is being written to by another process: wait for it to end")

// Begin begins a run, and an index when the folder is empty or not there.
func Begin(folder string) (*Run, error) { return unlessStaged(begin(folder, true)) }

// Resume begins a run of an index that is there.
func Resume(folder string) (*Run, error) { return unlessStaged(begin(folder, false)) }

// unlessStaged refuses a run when another waits.
func unlessStaged(r *Run, err error) (*Run, error) {
	if err == nil && r.catalog.Last != nil && r.catalog.Last.Staged {
		err = fmt.Errorf("run %d of the index in %s %w", r.catalog.Last.Run, r.folder, ErrStaged)
		return nil, errors.Join(err, r.Close())
	}
	return r, err
}

// begin takes the lock and opens the index.
func begin(folder string, create bool) (*Run, error) {
	if create {
		if err := mayCreate(folder); err != nil {
			return nil, err
		}
	}
	lock, err := takeLock(folder)
	if err != nil {
		return nil, err
	}
	c, err := readCatalog(folder)
	if create && errors.Is(err, ErrNoIndex) {
		c, err = createCatalog(folder)
	}
	var x *Index
	if err == nil {
		c.removeRest(folder)
		x, err = openCatalog(folder, c)
	}
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	next := *c
	next.Segments = slices.Clone(c.Segments)
	return &Run{Index: x, lock: lock, next: &next, times: map[string]int{}, forget: map[int]bool{}}, nil
}

// mayCreate makes the folder, unless it holds anything but an index.
func mayCreate(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	files, err := os.ReadDir(folder)
	for _, f := range files {
		if f.Name() == lockName || f.Name() == catalogName {
			return nil
		}
	}
	if err == nil && len(files) > 0 {
		return fmt.Errorf("%s holds other files: name a folder for the index alone", folder)
	}
	return err
}

// takeLock takes the right to write.
func takeLock(folder string) (*os.File, error) {
	name := filepath.Join(folder, lockName)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w in %s", ErrNoIndex, folder)
	}
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("cannot write to the index in %s: %w", folder, err)
	}
	taken, err := lockFile(file)
	if err == nil && !taken {
		err = fmt.Errorf("the index in %s %w", folder, ErrLocked)
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

// Seen returns the record that came by before with a source's name, or a place when it
// has none, and a digest. When such a record came by several times, they are returned
// in turn, so that a run over the same input is told of each of them once.
func (r *Run) Seen(location, id, sha256 string) (Record, bool, error) {
	source := sourceOf(id, location)
	numbers, err := r.Find(source)
	if err != nil || len(numbers) == 0 {
		return Record{}, false, err
	}
	key := source + "\x00" + sha256
	turn := r.times[key]
	for _, n := range numbers {
		record, known, err := r.Record(n)
		if err != nil {
			return Record{}, false, err
		}
		if !known || record.SHA256 != sha256 {
			continue
		}
		if turn == 0 {
			r.times[key]++
			return record, true, nil
		}
		turn--
	}
	return Record{}, false, nil
}

// Add takes in a record that has been decided on, in the order of the decisions.
func (r *Run) Add(record Record, s *dedup.Sketched, d dedup.Decision) error {
	record.Of, record.Kept = r.number(d.Of), !d.Drop
	if record.Kept {
		record.Text, record.Day = s.Text, s.Day
	}
	if err := r.startWriting(); err != nil {
		return r.cannotWrite(err)
	}
	n := r.Len() + len(r.writer.places)
	if n >= gone {
		return errors.New("the index is full: begin another")
	}
	length := uint32(notKept)
	if record.Kept {
		length = uint32(len(s.Sketch()))
		r.kept = append(r.kept, n)
		r.enter(digests, digestKey(s.Digest()), n)
		for _, fingerprint := range s.Sketch() {
			r.enter(fingerprints, uint32(fingerprint), n)
		}
	}
	r.enter(sources, sourceKey(record.source()), n)
	var err error
	if r.buffer, err = record.append(r.buffer[:0]); err != nil {
		return err
	}
	return r.cannotWrite(r.writer.add(r.buffer, length, int32(record.Day)))
}

// cannotWrite says of an error which index it is about.
func (r *Run) cannotWrite(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("cannot write to the index in %s: %w", r.folder, err)
}

// number returns the record number of an article that a filter numbered.
func (r *Run) number(kept int) int {
	if kept < r.Len() {
		return kept // of the past, or -1
	}
	return r.kept[kept-r.Len()]
}

// enter adds an entry to a table.
func (r *Run) enter(which int, key uint32, n int) {
	r.entries[which] = append(r.entries[which], newEntry(key, uint32(n)))
}

// startWriting creates the file of the run's records with the first of them.
func (r *Run) startWriting() (err error) {
	if r.writer == nil {
		r.writer, err = createSegment(r.next.nextFile(r.folder))
	}
	return err
}

// Retire says that an article of the past is no longer to be compared with.
func (r *Run) Retire(n int) error {
	if err := r.startWriting(); err != nil {
		return r.cannotWrite(err)
	}
	r.writer.retired = append(r.writer.retired, uint32(n))
	return nil
}

// Forget takes a record out of the index, its text too.
func (r *Run) Forget(n int) { r.forget[n] = true }

// empty reports whether there is nothing to take in.
func (r *Run) empty() bool { return r.writer == nil && len(r.forget) == 0 }

// Prepare writes to the disk all that Commit needs, so that a full disk shows now. A
// staged run has yet to be committed by CommitStaged once it is in force.
func (r *Run) Prepare(staged bool) error {
	if r.empty() {
		return nil
	}
	err := r.compact()
	r.next.Last = nil
	if err == nil && r.writer != nil {
		err = r.writeRecords(staged)
	}
	if err == nil {
		r.prepared, err = r.next.prepare(r.folder)
	}
	return r.cannotWrite(err)
}

// writeRecords finishes the segment of the run. A run that has others forgotten cannot be
// rolled back, as they are no longer there.
func (r *Run) writeRecords(staged bool) error {
	var entries [tables]keyed
	for i, e := range r.entries {
		entries[i] = keyed{inOrder(e), uint64(len(e))}
	}
	info, err := r.writer.finish(r.Len(), entries)
	if err != nil {
		return err
	}
	r.next.Segments = append(r.next.Segments, info)
	r.next.Runs++
	if len(r.forget) == 0 {
		r.next.Last = &runInfo{Run: r.next.Runs, Records: len(r.writer.places), Staged: staged}
	}
	return nil
}

// Commit puts in force what was prepared, in one step, and returns the run's number: 0
// when there was nothing to take in.
func (r *Run) Commit() (int, error) {
	if r.empty() {
		return 0, nil
	}
	if err := putInForce(r.folder, r.prepared); err != nil {
		return 0, r.cannotWrite(err)
	}
	r.next.removeRest(r.folder)
	r.writer = nil
	return r.next.Runs, nil
}

// Close ends the run. What was not committed is as if it had never been.
func (r *Run) Close() error {
	if r.writer != nil {
		r.writer.discard()
	}
	return errors.Join(r.Index.Close(), r.lock.Close())
}
