package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/s2"
	"github.com/zeebo/xxh3"
)

// A segment is one file of an index: the records of a run, or of several that were
// merged. It is never changed, only replaced.
//
// In the file lie, one behind the other: packed blocks of some records each; where each
// block begins; a place for each record; three tables; the records that the run retired;
// a trailer that says where all this begins; a checksum for every page of it.
type segment struct {
	segmentInfo
	*pages
	trailer
}

// A segmentInfo is what the catalog says of a segment.
type segmentInfo struct {
	File  string `json:"file"`
	First int    `json:"first"` // number of the first record
	Size  int64  `json:"size"`  // of the file
	Sum   uint64 `json:"sum"`   // xxh3 of the checksums
}

// A trailer says where the parts of a segment lie.
type trailer struct {
	records  uint64 // how many
	blocks   uint64 // how many
	blockAt  uint64 // where the beginnings of the blocks are listed, one more than blocks
	placeAt  uint64 // where the places are listed
	retireAt uint64 // where the retired records are listed
	retired  uint64 // how many
	tables   [tables]table
}

// The tables of a segment.
const (
	fingerprints = iota // of the sketches of articles kept
	digests             // of articles kept
	sources             // what records are known by
	tables              // how many there are
)

// magic begins a segment's trailer, with the version of the format.
const magic = "storydiff index 1"

const trailerBytes = len(magic) + 8*(6+4*tables)

// A place says where a record lies.
type place struct {
	block  uint32 // gone when the record has been forgotten
	at     uint32 // in the unpacked block
	length uint32 // of the sketch; notKept for what was dropped
	day    int32
}

const (
	gone       = 1<<32 - 1
	notKept    = 1<<32 - 1
	placeBytes = 16
)

func (t *trailer) fields() []*uint64 {
	fields := []*uint64{&t.records, &t.blocks, &t.blockAt, &t.placeAt, &t.retireAt, &t.retired}
	for i := range t.tables {
		one := &t.tables[i]
		fields = append(fields, &one.from, &one.n, &one.fenceAt, &one.bits)
	}
	return fields
}

func (t *trailer) append(dst []byte) []byte {
	dst = append(dst, magic...)
	for _, f := range t.fields() {
		dst = binary.LittleEndian.AppendUint64(dst, *f)
	}
	return dst
}

// decode reads a trailer of a body that ends with it, and checks that the parts lie in it.
func (t *trailer) decode(data []byte, body uint64) error {
	if len(data) != trailerBytes || string(data[:len(magic)]) != magic {
		return errors.New("it does not end as a part of an index of this version does")
	}
	for i, f := range t.fields() {
		*f = binary.LittleEndian.Uint64(data[len(magic)+8*i:])
	}
	fits := func(at, n, size uint64) bool { return at <= body && n <= (body-at)/size }
	ok := fits(t.blockAt, t.blocks+1, 8) && t.blocks < gone && fits(t.placeAt, t.records, placeBytes) && fits(t.retireAt, t.retired, 4)
	for _, one := range t.tables {
		ok = ok && one.bits <= 28 && fits(one.from, one.n, entryBytes) && fits(one.fenceAt, one.fences(), fenceBytes)
	}
	if !ok {
		return errors.New("its parts lie outside it")
	}
	return nil
}

// openSegment opens a file of an index.
func openSegment(folder string, info segmentInfo) (*segment, error) {
	name := filepath.Join(folder, filepath.Base(info.File))
	file, err := os.Open(name)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, &DamagedError{name, "it is missing"}
		}
		return nil, err
	}
	defer func() { _ = file.Close() }() // what is mapped stays
	if stat, err := file.Stat(); err != nil {
		return nil, err
	} else if stat.Size() != info.Size {
		return nil, &DamagedError{name, fmt.Sprintf("it has %d bytes, not the %d that were written", stat.Size(), info.Size)}
	}
	data, unmap, err := mapFile(file, info.Size)
	if err != nil {
		return nil, err
	}
	s, err := readSegment(name, data, info)
	if err != nil {
		unmap()
		return nil, err
	}
	s.unmap = unmap
	return s, nil
}

// readSegment makes a segment of the bytes of its file.
func readSegment(name string, data []byte, info segmentInfo) (*segment, error) {
	body, count := bodyOf(uint64(len(data)))
	p := &pages{name: name, data: data, body: body, sums: data[body:], checked: make([]bool, count)}
	if xxh3.Hash(p.sums) != info.Sum {
		return nil, p.damaged("its checksums are not what was written")
	}
	s := &segment{segmentInfo: info, pages: p}
	if body < uint64(trailerBytes) {
		return nil, p.damaged("it is too short")
	}
	end, err := p.bytes(body-uint64(trailerBytes), body)
	if err != nil {
		return nil, err
	}
	if err := s.decode(end, body); err != nil {
		return nil, p.damaged(err.Error())
	}
	return s, nil
}

// bodyOf returns how much of a file is not checksums, and how many pages that makes.
func bodyOf(size uint64) (body, count uint64) {
	count = (size + pageSize + 7) / (pageSize + 8)
	return size - min(size, 8*count), count
}

// place returns where a record lies; i counts from the segment's first.
func (s *segment) place(i uint64) (place, error) {
	if i >= s.records {
		return place{}, s.damaged("it has no such record")
	}
	data, err := s.bytes(s.placeAt+i*placeBytes, s.placeAt+(i+1)*placeBytes)
	if err != nil {
		return place{}, err
	}
	u := binary.LittleEndian.Uint32
	return place{u(data), u(data[4:]), u(data[8:]), int32(u(data[12:]))}, nil
}

// packed returns a block as it lies in the file.
func (s *segment) packed(i uint32) ([]byte, error) {
	if uint64(i) >= s.blocks {
		return nil, s.damaged("it has no such block")
	}
	at := s.blockAt + 8*uint64(i)
	ends, err := s.bytes(at, at+16)
	if err != nil {
		return nil, err
	}
	return s.bytes(binary.LittleEndian.Uint64(ends), binary.LittleEndian.Uint64(ends[8:]))
}

// longestBlock bounds what a damaged length can ask for.
const longestBlock = 1 << 30

// block returns a block unpacked.
func (s *segment) block(i uint32) ([]byte, error) {
	packed, err := s.packed(i)
	if err != nil {
		return nil, err
	}
	if n, err := s2.DecodedLen(packed); err != nil || n > longestBlock {
		return nil, s.damaged("a block has no sensible length")
	}
	data, err := s2.Decode(nil, packed)
	if err != nil {
		return nil, s.damaged("a block cannot be unpacked")
	}
	return data, nil
}

// retirements returns the numbers of the records that the segment's runs retired.
func (s *segment) retirements() ([]uint32, error) {
	data, err := s.bytes(s.retireAt, s.retireAt+4*s.retired)
	if err != nil {
		return nil, err
	}
	numbers := make([]uint32, s.retired)
	for i := range numbers {
		numbers[i] = binary.LittleEndian.Uint32(data[4*i:])
	}
	return numbers, nil
}
