package similar

import (
	"os"
	"runtime"
	"strconv"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/internal/gold"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
	"github.com/storydiff/storydiff/internal/cputime"
)

// reuters reads the first n articles of the wire service's.
func reuters(tb testing.TB, n int) []*quote.Reading {
	tb.Helper()
	records := gold.Records[struct{ Date, Title, Text string }](tb, os.DirFS("../../../shared/gold"), "duplicates/reuters.jsonl.zst")
	rs := make([]*quote.Reading, 0, n)
	for _, r := range records[:n] {
		rs = append(rs, read(article.Source{Title: r.Title, Body: r.Text, Published: r.Date}))
	}
	return rs
}

// BenchmarkEvents groups ever more articles of a wire service, each twice as many as
// the last: the processor time may grow 2.3 times, to 60 s for the 30,000.
func BenchmarkEvents(b *testing.B) {
	for _, n := range []int{7500, 15000, 30000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) { benchmarkEvents(b, reuters(b, n)) })
	}
}

// BenchmarkEventsMadeUp does the same with made-up news, which needs no gold.
func BenchmarkEventsMadeUp(b *testing.B) {
	for _, n := range []int{500, 1000, 2000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) { benchmarkEvents(b, newCorpus().articles(n)) })
	}
}

// BenchmarkEventsOfCopies groups copies of one wire story among which stands a round-up
// of twenty events, and may not take four times as long for twice as many.
func BenchmarkEventsOfCopies(b *testing.B) {
	for _, n := range []int{1250, 2500, 5000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) { benchmarkEvents(b, copiesAndRoundUp(n)) })
	}
}

// benchmarkEvents groups articles and reports the processor time, how many times that
// of reading their words it is, and the memory asked of the system.
func benchmarkEvents(b *testing.B, rs []*quote.Reading) {
	start := cputime.Used()
	for _, r := range rs {
		text.Words(r.Text)
	}
	reading := cputime.Used() - start
	for b.Loop() {
		before := cputime.Used()
		pairs := Pairs(rs)
		events := Events(rs, pairs)
		spent := cputime.Used() - before
		b.ReportMetric(spent.Seconds(), "cpu-s")
		b.ReportMetric(spent.Seconds()/reading.Seconds(), "x-words")
		b.ReportMetric(float64(len(pairs)), "pairs")
		b.ReportMetric(float64(len(events)), "events")
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.Sys)/1e6, "MB")
	}
}

// copiesAndRoundUp returns n copies of one story, a fifth of them with a line of their
// own, and an article that tells of twenty events, one of them that story.
func copiesAndRoundUp(n int) []*quote.Reading {
	c := newCorpus()
	story := c.report(c.event(0))
	rs := make([]*quote.Reading, 0, n+1)
	for i := range n {
		copied := story
		copied.Outlet = "Outlet " + strconv.Itoa(i)
		if i%5 == 0 {
			copied.Body += "\n\nReporting by " + c.name() + "."
		}
		rs = append(rs, read(copied))
	}
	roundUp := article.Source{Title: "The week", Body: story.Body}
	for i := range 19 {
		roundUp.Body += "\n\n" + c.report(c.event(1+i)).Body
	}
	return append(rs, read(roundUp))
}

// The pairs of many copies grow with their number, not with its square, and all stand
// in one event.
func TestCopiesOfOneStoryAreOneEventAndFewPairs(t *testing.T) {
	const n = 600
	rs := copiesAndRoundUp(n)
	pairs := Pairs(rs)
	if limit := n * neighbours; len(pairs) > limit {
		t.Errorf("%d pairs of %d articles, want %d at most", len(pairs), n, limit)
	}
	if events := Events(rs, pairs); len(events) != 1 || len(events[0].Articles) < n {
		t.Errorf("%d events, want one of all %d copies", len(events), n)
	}
}

// BenchmarkPairOfLongReports compares two reports of 800 words, once read, with all evidence.
func BenchmarkPairOfLongReports(b *testing.B) {
	rs := reuters(b, 2000)
	long := make([]*quote.Reading, 0, 20)
	for _, r := range rs {
		if len(r.Text) > 4500 && len(long) < cap(long) {
			r.Quotes()
			r.Names()
			long = append(long, r)
		}
	}
	c := NewComparer(long)
	for i := range long {
		c.Compare(i, (i+1)%len(long))
	}
	for i := 0; b.Loop(); i++ {
		c.Compare(i%len(long), (i+1)%len(long))
	}
}
