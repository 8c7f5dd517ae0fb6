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
type keeping func(standing) int64

// A standing is what articles are preferred by.
type standing struct{ published, outlet, body string }

func (r *sketchedRecord) standing() standing { return standing{r.Published(), r.Outlet(), r.Body} }

// keepOrder returns what --keep asks for; nil for the first read.
func keepOrder(keep string) (keeping, error) {
	outlets, byOutlet := strings.CutPrefix(keep, "outlet=")
	switch {
	case keep == "first":
		return nil, nil
	case keep == "earliest":
		return published, nil
	case keep == "longest":
		return func(s standing) int64 { return -int64(len(strings.Fields(s.body))) }, nil
	case byOutlet && outlets != "":
		names := strings.Split(strings.ToLower(outlets), ",")
		return func(s standing) int64 { return outletRank(names, s.outlet) }, nil
	}
	return nil, fmt.Errorf("no --keep %q: use first, earliest, longest or outlet=a,b,c", keep)
}

// published orders by time, those without one last. A day without a time begins it.
func published(s standing) int64 {
	for _, form := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(form, s.published); err == nil {
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
	published, outlet string
	day               int
	line              manifestLine // once it has been decided on
	seen              bool
}

// byPreference decides on records in the order in which they are to be preferred, once
// all have been read, and writes them in the order in which they came.
func byPreference(s streams, in *intake, all iter.Seq2[*sketchedRecord, error], j *judge, out *decisions) error {
	file, err := newSpool()
	if err != nil {
		return err
	}
	defer file.discard()
	waiting, err := hold(s, in, all, j, file)
	if err != nil {
		return err
	}
	if err := decideByRank(waiting, j, file); err != nil {
		return err
	}
	for _, h := range waiting {
		data, err := h.read(file)
		if err != nil {
			return err
		}
		if h.seen {
			out.summary.seen++
		}
		if err := out.write(data[:h.raw], h.line); err != nil {
			return err
		}
	}
	return nil
}

// hold puts all records into a spool.
func hold(s streams, in *intake, all iter.Seq2[*sketchedRecord, error], j *judge, file *spool) ([]*held, error) {
	var waiting []*held
	end := int64(0)
	for r, err := range all {
		if err != nil {
			in.fault(s, err)
			continue
		}
		raw, err := r.asLine()
		if err != nil {
			return nil, err
		}
		at := r.standing()
		h := &held{
			entry: r.entry(), rank: j.order(at), start: end, raw: len(raw), title: len(r.Title),
			published: at.published, outlet: at.outlet, language: r.Language, day: r.sketched.Day,
		}
		if h.line, h.seen, err = j.seen(h.entry); err != nil {
			return nil, err
		}
		data := slices.Concat(raw, []byte(r.Title), []byte(r.Body))
		h.bytes = len(data)
		if _, err := file.Write(data); err != nil {
			return nil, fmt.Errorf("cannot hold the input: %w (set TMPDIR to a place with room)", reason(err))
		}
		end += int64(len(data))
		waiting = append(waiting, h)
	}
	return waiting, nil
}

// decideByRank decides on all records not seen before, the most preferred first.
func decideByRank(waiting []*held, j *judge, file *spool) error {
	ranked := slices.Clone(waiting)
	slices.SortStableFunc(ranked, func(a, b *held) int { return cmp.Compare(a.rank, b.rank) })
	var p dedup.Preparer
	for _, h := range ranked {
		if h.seen {
			continue
		}
		data, err := h.read(file)
		if err != nil {
			return err
		}
		title, body := data[h.raw:h.raw+h.title], string(data[h.raw+h.title:])
		sketched := p.Prepare(dedup.Text{Title: string(title), Body: body, Language: h.language}, h.day)
		if h.line, err = j.decide(h.entry, sketched, standing{h.published, h.outlet, body}); err != nil {
			return err
		}
	}
	return nil
}

func (h *held) read(file *spool) ([]byte, error) {
	data := make([]byte, h.bytes)
	if _, err := file.ReadAt(data, h.start); err != nil {
		return nil, fmt.Errorf("cannot read back the input: %w", reason(err))
	}
	return data, nil
}
