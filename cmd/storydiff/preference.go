package main

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/storydiff/storydiff/compare/dedup"
)

// A keeping says how much an article is to be preferred over its copies: the least first.
type keeping func(*sketchedRecord) int64

// keepOrder returns what --keep asks for; nil for the first read.
func keepOrder(keep string) (keeping, error) {
	outlets, byOutlet := strings.CutPrefix(keep, "outlet=")
	switch {
	case keep == "first":
		return nil, nil
	case keep == "earliest":
		return published, nil
	case keep == "longest":
		return func(r *sketchedRecord) int64 { return -int64(len(strings.Fields(r.Body))) }, nil
	case byOutlet && outlets != "":
		names := strings.Split(strings.ToLower(outlets), ",")
		return func(r *sketchedRecord) int64 { return outletRank(names, r.Outlet()) }, nil
	}
	return nil, fmt.Errorf("no --keep %q: use first, earliest, longest or outlet=a,b,c", keep)
}

// published orders by time, those without one last. A day without a time begins it.
func published(r *sketchedRecord) int64 {
	p := r.Published()
	for _, form := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(form, p); err == nil {
			return t.Unix()
		}
	}
	return 1 << 62
}

// outletRank returns where an outlet stands among names, behind them all when it does not.
func outletRank(names []string, outlet string) int64 {
	outlet = strings.ToLower(outlet)
	for i, name := range names {
		if outlet == strings.TrimSpace(name) {
			return int64(i)
		}
	}
	return int64(len(names))
}

// A held record waits in the spool for its turn.
type held struct {
	entry
	rank, start       int64
	raw, title, bytes int // lengths of the parts spooled
	language          string
	day               int
	decision          dedup.Decision
}

// byPreference decides on records in the order in which they are to be preferred, once
// all have been read, and writes them in the order in which they came.
func byPreference(s streams, in *intake, all iter.Seq2[*sketchedRecord, error], filter *dedup.Filter, order keeping, out *decisions) error {
	file, err := newSpool()
	if err != nil {
		return err
	}
	defer file.discard()
	waiting, err := hold(s, in, all, order, file)
	if err != nil {
		return err
	}
	names, err := decideByRank(waiting, filter, file)
	if err != nil {
		return err
	}
	for _, h := range waiting {
		data, err := h.read(file)
		if err != nil {
			return err
		}
		if err := out.write(h.entry, data[:h.raw], h.decision, names); err != nil {
			return err
		}
	}
	return nil
}

// hold puts all records into a spool.
func hold(s streams, in *intake, all iter.Seq2[*sketchedRecord, error], order keeping, file *spool) ([]*held, error) {
	var waiting []*held
	at := int64(0)
	for r, err := range all {
		if err != nil {
			in.fault(s, err)
			continue
		}
		raw, err := r.line()
		if err != nil {
			return nil, err
		}
		h := &held{entry: r.entry(), rank: order(r), start: at, raw: len(raw), title: len(r.Title), language: r.Language, day: r.sketched.Day}
		data := slices.Concat(raw, []byte(r.Title), []byte(r.Body))
		h.bytes = len(data)
		if _, err := file.Write(data); err != nil {
			return nil, fmt.Errorf("cannot hold the input: %w (set TMPDIR to a place with room)", reason(err))
		}
		at += int64(len(data))
		waiting = append(waiting, h)
	}
	return waiting, nil
}

// decideByRank decides on all records, the most preferred first, and returns which were kept.
func decideByRank(waiting []*held, filter *dedup.Filter, file *spool) (kept []entry, err error) {
	ranked := slices.Clone(waiting)
	slices.SortStableFunc(ranked, func(a, b *held) int { return cmp.Compare(a.rank, b.rank) })
	var p dedup.Preparer
	for _, h := range ranked {
		data, err := h.read(file)
		if err != nil {
			return nil, err
		}
		title, body := data[h.raw:h.raw+h.title], data[h.raw+h.title:]
		h.decision, err = filter.Decide(p.Prepare(dedup.Text{Title: string(title), Body: string(body), Language: h.language}, h.day))
		if err != nil {
			return nil, err
		}
		if !h.decision.Drop {
			kept = append(kept, h.entry)
		}
	}
	return kept, nil
}

func (h *held) read(file *spool) ([]byte, error) {
	data := make([]byte, h.bytes)
	if _, err := file.ReadAt(data, h.start); err != nil {
		return nil, fmt.Errorf("cannot read back the input: %w", reason(err))
	}
	return data, nil
}
