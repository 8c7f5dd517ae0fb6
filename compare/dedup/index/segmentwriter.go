package index

import (
	"encoding/binary"
	"iter"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/s2"
)

// blockBytes is how many bytes of records make a block: more pack better, fewer are
// sooner unpacked when one article is asked for.
const blockBytes = 16 << 10

// A segmentWriter writes a segment.
type segmentWriter struct {
	*pageWriter
	name    string
	block   []byte // records of the block being filled
	packed  []byte // scratch
	starts  []uint64
	places  []place
	retired []uint32
}

// createSegment begins a file, replacing what a run that ended early left.
func createSegment(name string) (*segmentWriter, error) {
	file, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	return &segmentWriter{pageWriter: newPageWriter(file), name: name}, nil
}

// add adds an encoded record. The length is that of its sketch.
func (w *segmentWriter) add(record []byte, length uint32, day int32) error {
	w.places = append(w.places, place{uint32(len(w.starts)), uint32(len(w.block)), length, day})
	if w.block = append(w.block, record...); len(w.block) < blockBytes {
		return nil
	}
	return w.endBlock()
}

// skip takes up a number for a record that has been forgotten.
func (w *segmentWriter) skip() { w.places = append(w.places, place{block: gone}) }

func (w *segmentWriter) endBlock() error {
	if len(w.block) == 0 {
		return nil
	}
	w.packed = s2.Encode(w.packed[:cap(w.packed)], w.block)
	w.block = w.block[:0]
	return w.addPacked(w.packed)
}

// addBlock adds a block of records as it is.
func (w *segmentWriter) addBlock(packed []byte, places []place) error {
	if err := w.endBlock(); err != nil {
		return err
	}
	for _, p := range places {
		if p.block != gone {
			p.block = uint32(len(w.starts))
		}
		w.places = append(w.places, p)
	}
	return w.addPacked(packed)
}

func (w *segmentWriter) addPacked(block []byte) error {
	w.starts = append(w.starts, w.n)
	_, err := w.Write(block)
	return err
}

// A keyed sequence is sorted entries and the most that there may be of them.
type keyed struct {
	entries iter.Seq2[entry, error]
	most    uint64
}

// finish writes everything behind the blocks and brings the file to the disk.
func (w *segmentWriter) finish(first int, entries [tables]keyed) (segmentInfo, error) {
	t, err := w.writeParts(entries)
	if err == nil {
		_, err = w.Write(t.append(nil))
	}
	var sum uint64
	if err == nil {
		sum, err = w.pageWriter.finish()
	}
	if err != nil {
		return segmentInfo{}, err
	}
	info := segmentInfo{File: filepath.Base(w.name), First: first, Size: int64(w.n) + int64(len(w.sums)), Sum: sum}
	return info, w.file.Close()
}

// writeParts writes the parts and returns where they lie.
func (w *segmentWriter) writeParts(entries [tables]keyed) (t trailer, err error) {
	if err := w.endBlock(); err != nil {
		return t, err
	}
	t.records, t.blocks, t.retired = uint64(len(w.places)), uint64(len(w.starts)), uint64(len(w.retired))
	u64, u32 := binary.LittleEndian.AppendUint64, binary.LittleEndian.AppendUint32
	w.starts = append(w.starts, w.n)
	t.blockAt = w.n
	if err := writeEach(w, w.starts, u64); err != nil {
		return t, err
	}
	t.placeAt = w.n
	err = writeEach(w, w.places, func(dst []byte, p place) []byte {
		return u32(u32(u32(u32(dst, p.block), p.at), p.length), uint32(p.day))
	})
	if err != nil {
		return t, err
	}
	t.retireAt = w.n
	if err := writeEach(w, w.retired, u32); err != nil {
		return t, err
	}
	for i, k := range entries {
		if t.tables[i], err = writeTable(w.pageWriter, k.entries, k.most); err != nil {
			return t, err
		}
	}
	return t, nil
}

// writeEach writes values one behind the other.
func writeEach[T any](w *segmentWriter, values []T, appendTo func([]byte, T) []byte) error {
	var data []byte
	for _, v := range values {
		data = appendTo(data[:0], v)
		if _, err := w.Write(data); err != nil {
			return err
		}
	}
	return nil
}

// discard removes the file.
func (w *segmentWriter) discard() {
	_ = w.file.Close()
	_ = os.Remove(w.name)
}
