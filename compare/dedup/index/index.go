// Package index keeps on disk what dedup has seen: of every record what was decided, of
// every article kept its text and what its copies are found by.
//
// An index is a folder. Segments hold the records, packed, and tables from fingerprints
// to records; they are never changed. A catalog names the segments that count, and to
// replace the catalog is the one step by which a run takes place or does not. Every page
// of a segment has a checksum, which is looked at before anything rests on the page.
//
// Texts are kept and not the sets of their shingles, as these are larger: from the texts
// all measures are exact, and what an article has of its own can be told.
package index

import (
	"errors"
	"iter"
	"slices"
	"sort"

	"github.com/zeebo/xxh3"

	"github.com/storydiff/storydiff/compare/dedup"
)

// An Index is an index on disk as it stood when it was opened. It is a dedup.Past whose
// numbers are those of its records. One goroutine may use it at a time.
type Index struct {
	folder   string
	catalog  *catalog
	segments []*segment
	retired  map[int]bool // records that nothing is to be compared with
	blocks   [cachedBlocks]cachedBlock
	found    []uint32 // scratch
	keys     []uint32 // scratch
	looked   []lookup // scratch
}

var _ dedup.Past = (*Index)(nil)

// cachedBlocks is how many blocks are kept unpacked: what was copied is often copied
// again soon.
const cachedBlocks = 256

type cachedBlock struct {
	segment *segment
	block   uint32
	data    []byte
}

// Open opens an index to read. It may be written to meanwhile.
func Open(folder string) (*Index, error) {
	for {
		c, err := readCatalog(folder)
		if err != nil {
			return nil, err
		}
		x, err := openCatalog(folder, c)
		if err == nil {
			return x, nil
		}
		// A writer may have replaced a segment since: then there is another catalog.
		if again, readErr := readCatalog(folder); readErr != nil || again.Next == c.Next {
			return nil, err
		}
	}
}

// openCatalog opens all segments that a catalog names.
func openCatalog(folder string, c *catalog) (*Index, error) {
	x := &Index{folder: folder, catalog: c, retired: map[int]bool{}}
	for _, info := range c.Segments {
		s, err := openSegment(folder, info)
		if err == nil && info.First != x.Len() {
			s.unmap()
			err = s.damaged("it does not follow the one before")
		}
		if err != nil {
			return nil, errors.Join(err, x.Close())
		}
		x.segments = append(x.segments, s)
		numbers, err := s.retirements()
		if err != nil {
			return nil, errors.Join(err, x.Close())
		}
		for _, n := range numbers {
			x.retired[int(n)] = true
		}
	}
	return x, nil
}

// Close gives back what the index took. It returns nil.
func (x *Index) Close() error {
	for _, s := range x.segments {
		s.unmap()
	}
	x.segments = nil
	return nil
}

// Len is the number of records that the index has taken in, forgotten ones included.
func (x *Index) Len() int {
	if len(x.segments) == 0 {
		return 0
	}
	last := x.segments[len(x.segments)-1]
	return last.First + int(last.records)
}

// Same returns the articles kept whose title and body have a digest, ascending.
func (x *Index) Same(digest uint64) ([]int, error) {
	found, err := x.latest(digests, digestKey(digest), dedup.LongestChain)
	if err != nil {
		return nil, err
	}
	same := make([]int, 0, len(found))
	for _, n := range slices.Backward(found) {
		if !x.retired[int(n)] {
			same = append(same, int(n))
		}
	}
	return same, nil
}

// Like returns the articles kept that share enough of a sketch, ascending.
func (x *Index) Like(s dedup.Sketch) ([]int, error) {
	x.keys = x.keys[:0]
	for _, fingerprint := range s {
		x.keys = append(x.keys, uint32(fingerprint))
	}
	holders, err := x.latestOfAll(fingerprints, x.keys, dedup.LongestChain)
	if err != nil {
		return nil, err
	}
	slices.Sort(holders)
	var like []int
	for len(holders) > 0 {
		n, shared := holders[0], 1
		for shared < len(holders) && holders[shared] == n {
			shared++
		}
		enough, err := x.shareEnough(int(n), shared, len(s))
		if err != nil {
			return nil, err
		}
		if enough {
			like = append(like, int(n))
		}
		holders = holders[shared:]
	}
	return like, nil
}

// shareEnough reports whether an article that shares some fingerprints of a sketch may be
// its copy.
func (x *Index) shareEnough(n, shared, length int) (bool, error) {
	p, _, err := x.place(n)
	return err == nil && !x.retired[n] && dedup.Enough(shared, length, int(p.length)), err
}

// latest returns the last records that hold a key, the latest first.
func (x *Index) latest(which int, key uint32, most int) ([]uint32, error) {
	return x.latestOfAll(which, append(x.keys[:0], key), most)
}

// A lookup is a key, where its entries lie, and how many records may still be taken.
type lookup struct {
	key     uint32
	left    int
	stretch []byte
	fetched byte
}

// fetch reads the ends of the stretch, so that all of it comes from memory while others do.
func (l *lookup) fetch() {
	if n := len(l.stretch); n > 0 {
		l.fetched = l.stretch[0] ^ l.stretch[n-1]
	}
}

// latestOfAll returns the last records that hold each of some keys, for each the latest
// first. All stretches are found, and fetched, before anything rests on what one holds: so
// the machine fetches many of them from memory at once.
func (x *Index) latestOfAll(which int, keys []uint32, most int) ([]uint32, error) {
	x.found, x.looked = x.found[:0], slices.Grow(x.looked[:0], len(keys))[:len(keys)]
	for i, key := range keys {
		x.looked[i].key, x.looked[i].left = key, most
	}
	for _, s := range slices.Backward(x.segments) {
		for i := range x.looked {
			l := &x.looked[i]
			var err error
			if l.stretch, err = s.tables[which].stretch(s.pages, l.key); err != nil {
				return nil, err
			}
		}
		for i := range x.looked {
			x.looked[i].fetch()
		}
		first := len(x.found)
		for i := range x.looked {
			l := &x.looked[i]
			before := len(x.found)
			x.found = latest(l.stretch, x.found, l.key, l.left)
			l.left -= len(x.found) - before
		}
		for _, n := range x.found[first:] {
			if int(n) < s.First || int(n)-s.First >= int(s.records) {
				return nil, s.damaged("its tables name a record that it does not hold")
			}
		}
	}
	return x.found, nil
}

// Text returns the text of an article kept.
func (x *Index) Text(n int) (dedup.Text, error) {
	r, _, err := x.Record(n)
	return r.Text, err
}

// Day returns the day on which an article was published, 0 when unknown.
func (x *Index) Day(n int) (int, error) {
	p, _, err := x.place(n)
	return int(p.day), err
}

// Record returns a record, and whether the index still knows it.
func (x *Index) Record(n int) (r Record, known bool, err error) {
	p, s, err := x.place(n)
	if err != nil || p.block == gone {
		return Record{}, false, err
	}
	block, err := x.block(s, p.block)
	if err != nil {
		return Record{}, false, err
	}
	if uint64(p.at) > uint64(len(block)) {
		return Record{}, false, s.damaged("a record lies outside its block")
	}
	if r, err = decodeRecord(block[p.at:]); err != nil {
		return Record{}, false, s.damaged(err.Error())
	}
	r.Number = n
	return r, true, nil
}

// Records yields all records that the index still knows, the first taken in first.
func (x *Index) Records() iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		for n := range x.Len() {
			r, known, err := x.Record(n)
			if (known || err != nil) && !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// place returns where a record lies.
func (x *Index) place(n int) (place, *segment, error) {
	i := sort.Search(len(x.segments), func(i int) bool { return x.segments[i].First > n }) - 1
	if i < 0 {
		return place{}, nil, &DamagedError{x.folder, "there is no such record"}
	}
	s := x.segments[i]
	p, err := s.place(uint64(n - s.First))
	return p, s, err
}

// block returns a block of a segment, unpacked.
func (x *Index) block(s *segment, i uint32) ([]byte, error) {
	slot := &x.blocks[(uint64(i)+uint64(s.First))%cachedBlocks]
	if slot.segment == s && slot.block == i {
		return slot.data, nil
	}
	data, err := s.block(i)
	if err == nil {
		*slot = cachedBlock{s, i, data}
	}
	return data, err
}

// Find returns the records that a source calls by a name, or that lay at a place when
// their source has no name for them, ascending.
func (x *Index) Find(source string) ([]int, error) {
	found, err := x.latest(sources, sourceKey(source), x.Len())
	if err != nil {
		return nil, err
	}
	var numbers []int
	for _, n := range slices.Backward(slices.Clone(found)) {
		r, known, err := x.Record(int(n))
		if err != nil {
			return nil, err
		}
		if known && r.source() == source {
			numbers = append(numbers, int(n))
		}
	}
	return numbers, nil
}

func digestKey(digest uint64) uint32 { return uint32(digest) }
func sourceKey(source string) uint32 { return uint32(xxh3.HashString(source)) }
