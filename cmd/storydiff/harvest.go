package main

import (
	"context"
	"encoding/json"
	"iter"
	"runtime"
	"time"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/dedup"
	"github.com/storydiff/storydiff/compare/ingest"
)

// A sketchedRecord is a record ready to be decided on.
type sketchedRecord struct {
	*ingest.Record
	sketched dedup.Sketched
}

// asLine returns the record as a line of JSON: as it came when it came as one.
func (r *sketchedRecord) asLine() ([]byte, error) {
	if r.Raw != nil {
		return r.Raw, nil
	}
	a, err := r.Article()
	if err != nil {
		return nil, err
	}
	return lineOf(a)
}

// lineOf writes an article as a line of JSON that storydiff reads as the same article.
func lineOf(a *article.Article) ([]byte, error) {
	line, err := json.Marshal(struct {
		ID      string   `json:"id"`
		Title   string   `json:"title,omitempty"`
		Text    string   `json:"text"`
		Date    string   `json:"date,omitempty"`
		Outlet  string   `json:"outlet,omitempty"`
		URL     string   `json:"url,omitempty"`
		Authors []string `json:"authors,omitempty"`
	}{a.Label, a.Title, a.Raw, a.Published, a.Outlet, a.URL, a.Authors})
	return append(line, '\n'), err
}

// entry returns what the manifest says of the record besides the decision.
func (r *sketchedRecord) entry() entry { return entry{r.Place, r.ID, r.SHA256} }

// A batch is a few records on their way through the cores.
type batch struct {
	records []sketchedRecord
	faults  []error // in place of the record, or nil
	bytes   int     // of the records as read
	done    chan struct{}
}

// A batch is full with so many records or, where they are long, so many bytes: what is read
// ahead waits in memory.
const (
	batchSize  = 64
	batchBytes = 1 << 20
)

func newBatch() *batch {
	return &batch{
		records: make([]sketchedRecord, 0, batchSize), faults: make([]error, 0, batchSize), done: make(chan struct{}),
	}
}

// readAhead reads records and sketches them on all cores, and yields them in order.
func readAhead(ctx context.Context, inputs []ingest.Input, o ingest.Options, dated bool) iter.Seq2[*sketchedRecord, error] {
	return func(yield func(*sketchedRecord, error) bool) {
		ctx, stop := context.WithCancel(ctx)
		cores := runtime.GOMAXPROCS(0)
		work, ordered := make(chan *batch), make(chan *batch, 2*cores)
		for range cores {
			go sketchBatches(work, dated)
		}
		go func() {
			defer close(ordered)
			defer close(work)
			for b := range batches(ctx, inputs, o) {
				ordered <- b
				work <- b
			}
		}()
		defer func() { // leave nothing running that reads the inputs
			stop()
			for range ordered {
			}
		}()
		for b := range ordered {
			<-b.done
			for i := range b.records {
				if !yield(&b.records[i], b.faults[i]) {
					return
				}
			}
		}
	}
}

// batches reads records a few at a time.
func batches(ctx context.Context, inputs []ingest.Input, o ingest.Options) iter.Seq[*batch] {
	return func(yield func(*batch) bool) {
		b := newBatch()
		for r, err := range ingest.Records(ctx, inputs, o) {
			b.records = append(b.records, sketchedRecord{Record: r})
			b.faults = append(b.faults, err)
			if err == nil {
				b.bytes += len(r.Raw)
			}
			if len(b.records) == batchSize || b.bytes >= batchBytes {
				if !yield(b) {
					return
				}
				b = newBatch()
			}
		}
		yield(b)
	}
}

// sketchBatches prepares batch after batch.
func sketchBatches(work <-chan *batch, dated bool) {
	var p dedup.Preparer
	for b := range work {
		for i := range b.records {
			r := &b.records[i]
			if b.faults[i] == nil {
				b.faults[i] = r.Read()
			}
			if b.faults[i] != nil {
				continue
			}
			day := 0
			if dated {
				day = dayOf(r.Published())
			}
			r.sketched = p.Prepare(dedup.Text{Title: r.Title, Body: r.Body, Language: r.Language}, day)
		}
		close(b.done)
	}
}

// dayOf counts the days to a date in RFC 3339 from the first of the year 1970; 0 for no date.
func dayOf(published string) int {
	if len(published) < len(time.DateOnly) {
		return 0
	}
	t, err := time.Parse(time.DateOnly, published[:len(time.DateOnly)])
	if err != nil {
		return 0
	}
	return int(t.Unix() / (24 * 60 * 60))
}
