package index

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"os"

	"github.com/zeebo/xxh3"
)

// pageSize is how many bytes one checksum covers.
const pageSize = 16 << 10

// pages are a file that is read in place. Each page is checked against its checksum
// when it is first looked at, so that damage is found before anything rests on it.
type pages struct {
	name    string
	data    []byte // the whole file
	body    uint64 // how much of it the checksums cover
	sums    []byte // eight bytes a page
	checked []bool // by page
	unmap   func() // gives the memory back
}

// bytes returns a stretch of the file.
func (p *pages) bytes(from, to uint64) ([]byte, error) {
	if from > to || to > p.body {
		return nil, p.damaged("it points outside itself")
	}
	if from == to {
		return nil, nil
	}
	for i := from / pageSize; i <= (to-1)/pageSize; i++ {
		if p.checked[i] {
			continue
		}
		if xxh3.Hash(p.data[i*pageSize:min(p.body, (i+1)*pageSize)]) != binary.LittleEndian.Uint64(p.sums[8*i:]) {
			return nil, p.damaged(fmt.Sprintf("bytes %d to %d are not what was written", i*pageSize, min(p.body, (i+1)*pageSize)))
		}
		p.checked[i] = true
	}
	return p.data[from:to:to], nil
}

// damaged returns an error that says what is wrong with the file.
func (p *pages) damaged(how string) error { return &DamagedError{File: p.name, How: how} }

// A DamagedError says that a file of an index is not what was written: cut short, or
// with other bytes. Nothing that was read from it before is wrong.
type DamagedError struct{ File, How string }

func (e *DamagedError) Error() string {
	return fmt.Sprintf("the index is damaged: %s: %s; put back a copy of the folder, or build it anew", e.File, e.How)
}

// pageWriter writes a file and the checksums of its pages.
type pageWriter struct {
	file *os.File
	out  *bufio.Writer
	page xxh3.Hasher
	n    uint64 // bytes written
	sums []byte
}

func newPageWriter(file *os.File) *pageWriter {
	return &pageWriter{file: file, out: bufio.NewWriterSize(file, 1<<18)}
}

// Write adds bytes to the body.
func (w *pageWriter) Write(p []byte) (int, error) {
	total := len(p)
	for len(p) > 0 {
		part := p[:min(uint64(len(p)), pageSize-w.n%pageSize)]
		if _, err := w.out.Write(part); err != nil {
			return 0, err
		}
		_, _ = w.page.Write(part) // a hash takes everything
		p = p[len(part):]
		if w.n += uint64(len(part)); w.n%pageSize == 0 {
			w.endPage()
		}
	}
	return total, nil
}

func (w *pageWriter) endPage() {
	w.sums = binary.LittleEndian.AppendUint64(w.sums, w.page.Sum64())
	w.page.Reset()
}

// finish writes the checksums and brings everything to the disk. It returns the
// checksum of the checksums.
func (w *pageWriter) finish() (sum uint64, err error) {
	if w.n%pageSize != 0 {
		w.endPage()
	}
	if _, err := w.out.Write(w.sums); err != nil {
		return 0, err
	}
	if err := w.out.Flush(); err != nil {
		return 0, err
	}
	return xxh3.Hash(w.sums), w.file.Sync()
}
