package index

// Stats count what an index holds.
type Stats struct {
	Runs      int
	Staged    int // number of the run that waits to be committed, 0 when none does
	Undo      int // number of the run that can be rolled back, 0 when none can
	Kept      int // articles
	Dropped   int // records
	Forgotten int // records
	Replaced  int // articles kept that nothing is compared with any more
	Bytes     int64
	Segments  int
}

// Stats counts what the index holds.
func (x *Index) Stats() (Stats, error) {
	st := Stats{Runs: x.catalog.Runs, Segments: len(x.segments), Replaced: len(x.retired)}
	if last := x.catalog.Last; last != nil {
		st.Undo = last.Run
		if last.Staged {
			st.Staged = last.Run
		}
	}
	for _, s := range x.segments {
		st.Bytes += s.Size
		for i := range s.records {
			p, err := s.place(i)
			switch {
			case err != nil:
				return st, err
			case p.block == gone:
				st.Forgotten++
			case p.length == notKept:
				st.Dropped++
			default:
				st.Kept++
			}
		}
	}
	return st, nil
}
