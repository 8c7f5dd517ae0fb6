package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/dedup"
	"github.com/storydiff/storydiff/compare/ingest"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/internal/cputime"
)

var duplicatesKind = kind{
	folder: "duplicates",
	fits:   func(f fields) bool { return f.has("id", "text") },
	metrics: []metric{
		{name: "recall_j80", best: .999},
		{name: "recall_j80_changed", best: .997},
		{name: "recall_c80_below_j80", best: .976},
		{name: "pairs_wrong", lower: true, whole: true},
		{name: "articles_per_cpu_second", best: 53900, whole: true, speed: true},
		{name: "bytes_per_article_peak", lower: true, whole: true, speed: true},
	},
	measure: measureDuplicates,
	alone:   true,
}

// A known pair is two articles with their exact measures.
type knownPair struct {
	a, b                 int
	jaccard, containment float64
}

func measureDuplicates(d dataset, _ *settings) (measured, error) {
	var ids []string
	var rs []*quote.Reading
	err := eachLine(d.path, func(line []byte) error {
		var rec struct{ ID, Title, Text string }
		err := json.Unmarshal(line, &rec)
		ids = append(ids, rec.ID)
		rs = append(rs, quote.Read(article.New(article.Source{Title: rec.Title, Body: rec.Text})))
		return err
	})
	if err != nil {
		return measured{}, err
	}
	gold, err := pairsBeside(d, ids)
	if err != nil || len(gold) == 0 {
		return newMeasured(len(rs)), err
	}
	m := newMeasured(len(rs))
	copies := dedup.Pairs(rs)
	recallOf(m, copies, gold)
	m.set("pairs_wrong", float64(wrongPairs(rs, copies, gold)), len(copies))
	return m, timeFilter(m, d)
}

// timeFilter measures the stream that drops copies, from lines of JSON to lines of
// decisions, with the texts kept in a temporary file.
func timeFilter(m measured, d dataset) error {
	folder, err := os.MkdirTemp("", "evaluate-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	lines, err := os.Create(filepath.Join(folder, "lines.jsonl"))
	if err != nil {
		return err
	}
	w := bufio.NewWriter(lines)
	err = eachLine(d.path, func(line []byte) error {
		_, err := w.Write(line)
		return err
	})
	if err := errors.Join(err, w.Flush(), lines.Close()); err != nil {
		return err
	}
	spool, err := os.Create(filepath.Join(folder, "spool"))
	if err != nil {
		return err
	}
	defer func() { _ = spool.Close() }()
	return timed(m, func() (int, error) { return filterLines(lines.Name(), spool) })
}

// filterLines decides on every record and returns how many there were.
func filterLines(path string, spool dedup.Spool) (n int, err error) {
	filter := dedup.NewFilter(dedup.FilterOptions{Spool: spool})
	manifest := json.NewEncoder(io.Discard)
	var p dedup.Preparer
	for r, err := range ingest.Records(context.Background(), []ingest.Input{{Path: path}}, ingest.Options{}) {
		if err == nil {
			err = r.Read()
		}
		if err != nil {
			return n, err
		}
		decision, err := filter.Decide(p.Prepare(dedup.Text{Title: r.Title, Body: r.Body, Language: r.Language}, 0))
		if err == nil {
			err = manifest.Encode(decision)
		}
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// pairsBeside reads the tables of pairs in the file's folder that are about its articles.
func pairsBeside(d dataset, ids []string) ([]knownPair, error) {
	paths, err := filepath.Glob(filepath.Join(d.folder, "*.tsv*"))
	if err != nil {
		return nil, err
	}
	index := make(map[string]int, len(ids))
	for i, id := range ids {
		index[id] = i
	}
	var all []knownPair
	for _, path := range paths {
		header := true
		err := eachLine(path, func(line []byte) error {
			if header {
				header = false
				return nil
			}
			p, known, err := parsePair(string(line), index)
			if known {
				all = append(all, p)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// parsePair reads a line of two ids, Jaccard and containment.
func parsePair(line string, index map[string]int) (p knownPair, known bool, err error) {
	cells := strings.Split(strings.TrimSpace(line), "\t")
	if len(cells) != 4 {
		return p, false, fmt.Errorf("%d columns, not 4", len(cells))
	}
	a, knownA := index[cells[0]]
	b, knownB := index[cells[1]]
	if !knownA || !knownB {
		return p, false, nil
	}
	p = knownPair{a: min(a, b), b: max(a, b)}
	if p.jaccard, err = strconv.ParseFloat(cells[2], 64); err == nil {
		p.containment, err = strconv.ParseFloat(cells[3], 64)
	}
	return p, true, err
}

// timed runs f, which returns how many articles it handled, and records CPU time and
// the most memory that it held.
func timed(m measured, f func() (int, error)) error {
	runtime.GC()
	before, cpu := heap(), cputime.Used()
	peak, stop := watchHeap()
	n, err := f()
	seconds := (cputime.Used() - cpu).Seconds()
	close(stop)
	m.ours["articles_per_cpu_second"] = float64(n) / seconds
	m.ours["bytes_per_article_peak"] = float64(max(0, int64(<-peak)-int64(before))) / float64(n)
	return err
}

func heap() uint64 {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// watchHeap looks at the heap until stop is closed, then sends the most it saw.
func watchHeap() (peak <-chan uint64, stop chan<- struct{}) {
	p, s := make(chan uint64, 1), make(chan struct{})
	go func() {
		most := heap()
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				most = max(most, heap())
			case <-s:
				p <- max(most, heap())
				return
			}
		}
	}()
	return p, s
}

// recallOf measures how many of the known copies were found.
func recallOf(m measured, copies []dedup.Copy, gold []knownPair) {
	found := map[[2]int]bool{}
	for _, c := range copies {
		found[[2]int{c.A, c.B}] = true
	}
	var j80, changed, c80 counts
	for _, p := range gold {
		ok := found[[2]int{p.a, p.b}]
		switch {
		case p.jaccard >= .8:
			j80.addFound(ok)
			if p.jaccard < 1 {
				changed.addFound(ok)
			}
		case p.containment >= .8:
			c80.addFound(ok)
		}
	}
	m.set("recall_j80", j80.recall(), j80.hits+j80.missed)
	m.set("recall_j80_changed", changed.recall(), changed.hits+changed.missed)
	m.set("recall_c80_below_j80", c80.recall(), c80.hits+c80.missed)
}

func (c *counts) addFound(ok bool) {
	if ok {
		c.hits++
	} else {
		c.missed++
	}
}

// wrongPairs counts reported pairs whose measures differ from those of an obvious
// reckoning, or from the gold's where it has them.
func wrongPairs(rs []*quote.Reading, copies []dedup.Copy, gold []knownPair) int {
	known := map[[2]int]knownPair{}
	for _, p := range gold {
		known[[2]int{p.a, p.b}] = p
	}
	sets := map[int]map[string]bool{}
	setOf := func(i int) map[string]bool {
		if sets[i] == nil {
			sets[i] = fiveGrams(rs[i].Raw)
		}
		return sets[i]
	}
	wrong := 0
	for _, c := range copies {
		p, ok := known[[2]int{c.A, c.B}]
		agrees := !ok || near(p.jaccard, c.Jaccard) && near(p.containment, max(c.AInB, c.BInA))
		if !agrees || !measuresAgree(c, setOf(c.A), setOf(c.B)) {
			wrong++
		}
	}
	return wrong
}

// near reports whether two figures agree to the five decimals that the gold has.
func near(a, b float64) bool { return math.Abs(a-b) <= .5001e-5 }

func measuresAgree(c dedup.Copy, a, b map[string]bool) bool {
	shared := 0
	for s := range a {
		if b[s] {
			shared++
		}
	}
	same := func(x, y float64) bool { return math.Abs(x-y) < 1e-12 }
	return same(c.Jaccard, ratio(shared, len(a)+len(b)-shared)) &&
		same(c.AInB, ratio(shared, len(a))) && same(c.BInA, ratio(shared, len(b)))
}

// fiveGrams returns the shingles of a body as words, in the slow and obvious way.
func fiveGrams(body string) map[string]bool {
	var spaced strings.Builder
	for _, r := range body {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			r = ' '
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai):
			spaced.WriteByte(' ')
			spaced.WriteRune(r)
			r = ' '
		}
		spaced.WriteRune(unicode.ToLower(r))
	}
	words := strings.Fields(spaced.String())
	set := map[string]bool{}
	for i := range max(1, len(words)-4) {
		set[strings.Join(words[i:min(i+5, len(words))], " ")] = true
	}
	return set
}
