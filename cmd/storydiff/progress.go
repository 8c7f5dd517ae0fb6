package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"

	"github.com/storydiff/storydiff/compare/ingest"
)

// patience is how long work may take before its progress is shown.
const patience = time.Second

// A progress shows on a terminal how far long work has come: a bar for the step at
// hand. Anywhere else it shows nothing.
type progress struct {
	mu    sync.Mutex
	bars  *mpb.Progress
	bar   *mpb.Bar
	step  string
	timer *time.Timer
	out   io.Writer
	later bytes.Buffer // what is to be written once the terminal is free
	stats atomic.Pointer[ingest.Stats]
}

// newProgress starts showing progress on w once patience is over.
func newProgress(w io.Writer) *progress {
	p := &progress{out: w}
	out, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(out.Fd())) || os.Getenv("TERM") == "dumb" {
		return p
	}
	wait := make(chan struct{})
	p.timer = time.AfterFunc(patience, func() { close(wait) })
	p.bars = mpb.New(mpb.WithOutput(out), mpb.WithWidth(40), mpb.WithRenderDelay(wait))
	return p
}

// below returns where to write while progress is shown: lines wait until it is gone.
func (p *progress) below(w io.Writer) io.Writer {
	if p.bars == nil {
		return w
	}
	return &p.later
}

// reading returns what is to be called as bytes are read: it shows how many of size were,
// or, when size is 0, how many.
func (p *progress) reading(stats *ingest.Stats, size int64) func() {
	if p.bars == nil {
		return nil
	}
	return func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		if p.bars == nil {
			return // stopped
		}
		now := *stats
		p.stats.Store(&now)
		if p.bar == nil {
			p.bar = p.readingBar(size)
		}
		if size > 0 {
			now.Bytes = min(now.Bytes, size-1) // a full bar would go
		}
		p.bar.SetCurrent(now.Bytes)
	}
}

// readingBar adds the bar of reading. Where the size is not known there is no time left,
// and nothing to draw a bar of.
func (p *progress) readingBar(size int64) *mpb.Bar {
	name := mpb.PrependDecorators(decor.Name("reading", decor.WC{W: 12, C: decor.DindentRight}))
	amount := []decor.Decorator{decor.Any(p.amount), decor.AverageSpeed(decor.SizeB1000(0), "  % .0f")}
	if size == 0 {
		return p.bars.New(0, mpb.NopStyle(), mpb.BarRemoveOnComplete(), name, mpb.AppendDecorators(amount...))
	}
	amount = append(amount, decor.Name("  "), decor.AverageETA(decor.ET_STYLE_GO))
	return p.bars.AddBar(size, mpb.BarRemoveOnComplete(), name, mpb.AppendDecorators(amount...))
}

// amount says what was read.
func (p *progress) amount(decor.Statistics) string {
	now := p.stats.Load()
	return fmt.Sprintf("%s, %.0f MB, %s", counted(now.Files, "file"), float64(now.Bytes)/1e6, counted(now.Articles, "article"))
}

// at records that done of total parts of a step are done.
func (p *progress) at(step string, done, total int) {
	if p.bars == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if step != p.step {
		p.finish()
		p.step = step
		p.bar = p.bars.AddBar(
			int64(total), mpb.BarRemoveOnComplete(),
			mpb.PrependDecorators(decor.Name(step, decor.WC{W: 12, C: decor.DindentRight})),
			mpb.AppendDecorators(decor.CountersNoUnit("%d of %d"), decor.Name("  "), decor.AverageETA(decor.ET_STYLE_GO)),
		)
	}
	p.bar.SetCurrent(int64(done))
}

// finish takes the bar of the step at hand away.
func (p *progress) finish() {
	if p.bar != nil {
		p.bar.Abort(true)
		p.bar.Wait()
	}
	p.bar = nil
}

// stop takes all progress off the terminal, before anything else is written.
func (p *progress) stop() {
	if p.bars == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.timer.Stop()
	p.finish()
	p.bars.Shutdown()
	p.bars = nil
	_, _ = p.later.WriteTo(p.out)
}
