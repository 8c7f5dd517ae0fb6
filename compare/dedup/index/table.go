package index

import (
	"encoding/binary"
	"iter"
	"math/bits"
	"sort"
)

// A table says which records hold a key: entries of key and record, sorted, and fences
// that say where the keys begin that share their leading bits. Keys are hashes, so a
// stretch between two fences holds a few entries.
type table struct {
	from    uint64 // where the entries begin in the file
	n       uint64 // entries
	fenceAt uint64 // where the fences begin
	bits    uint64 // how many leading bits of a key choose its fence
}

// An entry is a key, above, and a record, below.
type entry uint64

func newEntry(key, record uint32) entry { return entry(key)<<32 | entry(record) }
func (e entry) key() uint32             { return uint32(e >> 32) }
func (e entry) record() uint32          { return uint32(e) }

const entryBytes, fenceBytes = 8, 4

// entriesAFence is about how many entries a stretch holds.
const entriesAFence = 8

// fenceBits returns how many bits make stretches of that many entries.
func fenceBits(n uint64) uint64 { return uint64(min(28, bits.Len64(n/entriesAFence))) }

// fences is how many fences there are: one more than stretches, to end the last.
func (t *table) fences() uint64 { return 1<<t.bits + 1 }

// stretch returns the entries whose keys share the leading bits of one.
func (t *table) stretch(p *pages, key uint32) ([]byte, error) {
	if t.n == 0 {
		return nil, nil
	}
	at := t.fenceAt + uint64(key)>>(32-t.bits)*fenceBytes
	fences, err := p.bytes(at, at+2*fenceBytes)
	if err != nil {
		return nil, err
	}
	first, last := uint64(binary.LittleEndian.Uint32(fences)), uint64(binary.LittleEndian.Uint32(fences[fenceBytes:]))
	if first > last || last > t.n {
		return nil, p.damaged("its tables are out of order")
	}
	return p.bytes(t.from+first*entryBytes, t.from+last*entryBytes)
}

// latest appends the last records of a stretch that hold a key, the latest first, at most
// a number.
func latest(stretch []byte, dst []uint32, key uint32, most int) []uint32 {
	n := len(stretch) / entryBytes
	end := n
	if n <= 2*entriesAFence {
		for end > 0 && entryAt(stretch, end-1).key() > key {
			end--
		}
	} else { // keys made to collide
		end = sort.Search(n, func(i int) bool { return entryAt(stretch, i).key() > key })
	}
	for i := end - 1; i >= 0 && end-i <= most && entryAt(stretch, i).key() == key; i-- {
		dst = append(dst, entryAt(stretch, i).record())
	}
	return dst
}

func entryAt(entries []byte, i int) entry {
	return entry(binary.LittleEndian.Uint64(entries[i*entryBytes:]))
}

// all yields the entries in order.
func (t *table) all(p *pages) iter.Seq2[entry, error] {
	return func(yield func(entry, error) bool) {
		for at := t.from; at < t.from+t.n*entryBytes; at += entryBytes {
			data, err := p.bytes(at, at+entryBytes)
			if err != nil {
				yield(0, err)
				return
			}
			if !yield(entryAt(data, 0), nil) {
				return
			}
		}
	}
}

// writeTable writes sorted entries, of which there are at most a number, and their
// fences, and returns where they lie.
func writeTable(w *pageWriter, sorted iter.Seq2[entry, error], most uint64) (table, error) {
	t := table{from: w.n, bits: fenceBits(most)}
	fences := make([]uint32, t.fences())
	out := gatherer{to: w}
	for e, err := range sorted {
		if err != nil {
			return t, err
		}
		fences[uint64(e.key())>>(32-t.bits)+1]++
		out.bytes = binary.LittleEndian.AppendUint64(out.bytes, uint64(e))
		if err := out.pass(gathered); err != nil {
			return t, err
		}
		t.n++
	}
	t.fenceAt = t.from + t.n*entryBytes
	sum := uint32(0)
	for _, n := range fences {
		sum += n
		out.bytes = binary.LittleEndian.AppendUint32(out.bytes, sum)
		if err := out.pass(gathered); err != nil {
			return t, err
		}
	}
	return t, out.pass(0)
}

// A gatherer gathers small values, as writing each would cost more than making it.
type gatherer struct {
	to    *pageWriter
	bytes []byte
}

const gathered = 4 << 10

// pass writes what has been gathered when there is more than so much.
func (g *gatherer) pass(most int) error {
	if len(g.bytes) <= most {
		return nil
	}
	_, err := g.to.Write(g.bytes)
	g.bytes = g.bytes[:0]
	return err
}

// inOrder sorts entries that come in the order of their records and yields them.
func inOrder(entries []entry) iter.Seq2[entry, error] {
	entries = byKey(entries)
	return func(yield func(entry, error) bool) {
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	}
}

// byKey returns entries that are in the order of their records in that of their keys: it
// deals them out by the lowest digit of the key, then by the next, so that within a digit
// they stay as they were (radix sort). It may use up the entries.
func byKey(entries []entry) []entry {
	const digits, digit = 4, 1 << 8
	dealt := make([]entry, len(entries))
	for k := range digits {
		shift := 32 + 8*k
		var starts [digit + 1]int
		for _, e := range entries {
			starts[e>>shift%digit+1]++
		}
		for i := range digit {
			starts[i+1] += starts[i]
		}
		for _, e := range entries {
			at := &starts[e>>shift%digit]
			dealt[*at] = e
			*at++
		}
		entries, dealt = dealt, entries
	}
	return entries
}

// merged yields the entries of sorted sequences in order.
func merged(sequences []iter.Seq2[entry, error]) iter.Seq2[entry, error] {
	return func(yield func(entry, error) bool) {
		var heads []head
		for _, s := range sequences {
			next, stop := iter.Pull2(s)
			defer stop()
			heads = append(heads, head{next: next})
		}
		for i := range heads {
			heads[i].advance()
		}
		for {
			first := -1
			for i, h := range heads {
				if h.ok && (first < 0 || h.entry < heads[first].entry) {
					first = i
				}
			}
			if first < 0 || !yield(heads[first].entry, heads[first].err) || heads[first].err != nil {
				return
			}
			heads[first].advance()
		}
	}
}

// A head is the next entry of a sequence.
type head struct {
	entry entry
	err   error
	ok    bool
	next  func() (entry, error, bool)
}

func (h *head) advance() { h.entry, h.err, h.ok = h.next() }
