package main

import (
	"encoding/json"
	"fmt"
	"runtime"

	"github.com/storydiff/storydiff/compare/dedup"
	"github.com/storydiff/storydiff/compare/dedup/index"
)

// A judge decides on records one after the other. What an index has seen before it
// decides as it did the first time.
type judge struct {
	filter *dedup.Filter
	run    *index.Run // nil without an index
	names  entries    // of the articles kept in this run, by their number
	order  keeping    // nil for the first read
	rank   int64      // of the record being decided on, in that order
}

// newJudge returns a judge that has an index at hand, if there is one.
func newJudge(o dedup.FilterOptions, run *index.Run, order keeping, replace bool) *judge {
	j := &judge{run: run, order: order}
	if run != nil {
		o.Past = run
	}
	if replace {
		o.Yields = j.yields
	}
	j.filter = dedup.NewFilter(o)
	return j
}

// seen returns what was decided of a record when it came by before.
func (j *judge) seen(e entry) (line manifestLine, seen bool, err error) {
	if j.run == nil {
		return line, false, nil
	}
	record, seen, err := j.run.Seen(e.location, e.id, e.sha256)
	if err != nil || !seen {
		return line, false, err
	}
	line, err = decidedLine(e, record)
	return line, err == nil, err
}

// decidedLine returns what an index holds of a decision.
func decidedLine(e entry, r index.Record) (line manifestLine, err error) {
	if err := json.Unmarshal(r.Decision, &line); err != nil {
		return line, fmt.Errorf("the index holds a decision that cannot be read: %w", err)
	}
	line.Location, line.ID, line.SHA256 = e.location, e.id, e.sha256
	return line, nil
}

// standing returns what a record is preferred by, where anything will ask for it.
func (j *judge) standing(r *sketchedRecord) standing {
	if j.run == nil {
		return standing{}
	}
	return r.standing()
}

// A begun record is being decided on.
type begun struct {
	*sketchedRecord
	standing
	started dedup.Started
	seen    *manifestLine // of one seen before
}

// ahead is how many records may be begun before the first of them is finished. An index has
// seen a record once it is finished: with one, they come one after the other.
func (j *judge) ahead() int {
	if j.run != nil || runtime.GOMAXPROCS(0) == 1 {
		return 0
	}
	return batchSize
}

// begin begins to decide on a record.
func (j *judge) begin(r *sketchedRecord) (begun, error) {
	b := begun{sketchedRecord: r, standing: j.standing(r)}
	line, seen, err := j.seen(r.entry())
	switch {
	case seen:
		before := line // lies where it can be kept; the line of others need not
		b.seen = &before
	case err == nil:
		b.started, err = j.start(r.sketched, b.standing)
	}
	return b, err
}

// finish waits for the decision on a record. Records are finished as they were begun.
func (j *judge) finish(b begun) (decided, error) {
	if b.seen != nil {
		return decided{b.sketchedRecord, *b.seen, true}, nil
	}
	line, err := j.conclude(b.entry(), b.sketched, b.standing, b.started.Decision())
	return decided{b.sketchedRecord, line, false}, err
}

// decide decides on a record that has not been seen.
func (j *judge) decide(e entry, s dedup.Sketched, at standing) (manifestLine, error) {
	started, err := j.start(s, at)
	if err != nil {
		return manifestLine{}, err
	}
	return j.conclude(e, s, at, started.Decision())
}

func (j *judge) start(s dedup.Sketched, at standing) (dedup.Started, error) {
	if j.order != nil {
		j.rank = j.order(at)
	}
	return j.filter.Start(s)
}

// conclude takes note of a decision.
func (j *judge) conclude(e entry, s dedup.Sketched, at standing, made dedup.Decision) (manifestLine, error) {
	line, err := j.line(e, made)
	if err != nil {
		return line, err
	}
	if !made.Drop {
		j.names.add(made.Kept-j.past(), e)
	}
	if j.run == nil {
		return line, nil
	}
	return line, j.remember(e, s, at, made, line)
}

// line returns what the manifest says of a decision.
func (j *judge) line(e entry, made dedup.Decision) (manifestLine, error) {
	line := newManifestLine(e, made)
	if made.Of >= 0 {
		of, err := j.name(made.Of)
		if err != nil {
			return line, err
		}
		line.Of, line.OfID = of.location, of.id
	}
	for _, n := range made.Replaces {
		old, err := j.name(n)
		if err != nil {
			return line, err
		}
		line.Replaces = append(line.Replaces, replaced{old.location, old.id})
	}
	return line, nil
}

// name returns where an article lies that was kept, in this run or before it.
func (j *judge) name(number int) (entry, error) {
	if past := j.past(); number >= past {
		return j.names.at(number - past), nil
	}
	record, _, err := j.run.Record(number)
	return entry{record.Location, record.ID, record.SHA256}, err
}

// past returns how many numbers the index has given away before this run.
func (j *judge) past() int {
	if j.run == nil {
		return 0
	}
	return j.run.Len()
}

// remember tells the index of a decision.
func (j *judge) remember(e entry, s dedup.Sketched, at standing, made dedup.Decision, line manifestLine) error {
	line.Location, line.ID, line.SHA256 = "", "", "" // the record has them
	decision, err := line.append(nil)
	if err != nil {
		return err
	}
	for _, n := range made.Replaces {
		if err := j.run.Retire(n); err != nil {
			return err
		}
	}
	return j.run.Add(index.Record{
		Location: e.location, ID: e.id, SHA256: e.sha256, Decision: decision,
		Published: at.published, Outlet: at.outlet,
	}, &s, made)
}

// yields reports whether an article of the index gives way to the record being decided
// on, as that is to be preferred.
func (j *judge) yields(past int) (bool, error) {
	record, known, err := j.run.Record(past)
	if err != nil || !known {
		return false, err
	}
	return j.rank < j.order(standing{record.Published, record.Outlet, record.Text.Body}), nil
}
