package index

import (
	"iter"
)

// growth is how many times as large as all behind it a segment is at least, once a run
// has ended: so there are never more than a few, and a record is seldom written again.
const growth = 4

// compact writes those segments of the past anew that have become too many, or that hold
// what is to be forgotten.
func (r *Run) compact() error {
	r.next.Segments = nil
	for _, group := range r.groups() {
		if len(group) == 1 && !r.forgets(group[0]) {
			r.next.Segments = append(r.next.Segments, group[0].segmentInfo)
			continue
		}
		info, err := r.rewrite(group)
		if err != nil {
			return err
		}
		r.next.Segments = append(r.next.Segments, info)
	}
	return nil
}

// groups returns the segments in their order, those together that become one.
func (r *Run) groups() (groups [][]*segment) {
	last := len(r.segments) - 1
	if last < 0 {
		return nil
	}
	first, total := last, r.segments[last].Size
	for first > 0 && r.segments[first-1].Size < growth*total {
		first--
		total += r.segments[first].Size
	}
	for _, s := range r.segments[:first] {
		groups = append(groups, []*segment{s})
	}
	return append(groups, r.segments[first:])
}

// forgets reports whether a segment holds a record that is to be forgotten.
func (r *Run) forgets(s *segment) bool {
	for n := range r.forget {
		if n >= s.First && n < s.First+int(s.records) {
			return true
		}
	}
	return false
}

// rewrite makes one segment of some that follow each other, without what is forgotten.
func (r *Run) rewrite(group []*segment) (info segmentInfo, err error) {
	w, err := createSegment(r.next.nextFile(r.folder))
	if err != nil {
		return info, err
	}
	defer func() {
		if err != nil {
			w.discard()
		}
	}()
	for _, s := range group {
		if err := r.copyRecords(w, s); err != nil {
			return info, err
		}
		numbers, err := s.retirements()
		if err != nil {
			return info, err
		}
		w.retired = append(w.retired, numbers...)
	}
	return w.finish(group[0].First, r.entriesOf(group))
}

// entriesOf merges the tables of segments.
func (r *Run) entriesOf(group []*segment) (entries [tables]keyed) {
	for i := range entries {
		var sequences []iter.Seq2[entry, error]
		for _, s := range group {
			sequences = append(sequences, r.remaining(s, i))
			entries[i].most += s.tables[i].n
		}
		entries[i].entries = merged(sequences)
	}
	return entries
}

// remaining yields the entries of a table whose records are not forgotten or, where
// articles are looked for to compare with, retired.
func (r *Run) remaining(s *segment, which int) iter.Seq2[entry, error] {
	return func(yield func(entry, error) bool) {
		for e, err := range s.tables[which].all(s.pages) {
			n := int(e.record())
			if err == nil && (r.forget[n] || which != sources && r.retired[n]) {
				continue
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

// copyRecords copies the records of a segment block by block.
func (r *Run) copyRecords(w *segmentWriter, s *segment) error {
	for i := uint64(0); i < s.records; {
		places, err := s.placesFrom(i)
		if err != nil {
			return err
		}
		if err := r.copyBlock(w, s, int(i), places); err != nil {
			return err
		}
		i += uint64(len(places))
	}
	return nil
}

// placesFrom returns the places of the records from one on that lie in the same block,
// those among them that are gone too.
func (s *segment) placesFrom(i uint64) (places []place, err error) {
	block := uint32(gone)
	for ; i < s.records; i++ {
		p, err := s.place(i)
		if err != nil {
			return nil, err
		}
		if block == gone {
			block = p.block
		}
		if p.block != gone && p.block != block {
			break
		}
		places = append(places, p)
	}
	return places, nil
}

// copyBlock copies the records of one block: packed as they are, unless one of them is to
// be forgotten.
func (r *Run) copyBlock(w *segmentWriter, s *segment, first int, places []place) error {
	id, whole := uint32(gone), true
	for i, p := range places {
		if p.block != gone {
			id, whole = p.block, whole && !r.forget[s.First+first+i]
		}
	}
	switch {
	case id == gone:
		w.places = append(w.places, places...)
		return nil
	case whole:
		packed, err := s.packed(id)
		if err != nil {
			return err
		}
		return w.addBlock(packed, places)
	}
	data, err := s.block(id)
	if err != nil {
		return err
	}
	for i, p := range places {
		if p.block == gone || r.forget[s.First+first+i] {
			w.skip()
			continue
		}
		end := endOf(places[i+1:], data)
		if p.at > end {
			return s.damaged("its records are out of order")
		}
		if err := w.add(data[p.at:end], p.length, p.day); err != nil {
			return err
		}
	}
	return nil
}

// endOf returns where a record ends: where the next in its block begins.
func endOf(next []place, block []byte) uint32 {
	for _, p := range next {
		if p.block != gone {
			return min(p.at, uint32(len(block)))
		}
	}
	return uint32(len(block))
}
