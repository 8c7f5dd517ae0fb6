package main

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/storydiff/storydiff/compare/dedup/index"
)

var crashes = flag.Int("crashes", 20, "at how many moments to kill the program that writes an index")

// A program run by its files in one folder.
type program struct{ binary, folder string }

func newProgram(t *testing.T) program {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("kills by signal")
	}
	test, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p := program{filepath.Join(t.TempDir(), "storydiff"), t.TempDir()}
	if err := os.Symlink(test, p.binary); err != nil { // TestMain makes it the program
		t.Fatal(err)
	}
	return p
}

func (p program) command(args ...string) *exec.Cmd {
	c := exec.Command(p.binary, args...)
	c.Dir = p.folder
	return c
}

func (p program) run(t *testing.T, args ...string) {
	t.Helper()
	if out, err := p.command(args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
}

// killed runs the program and kills it at a moment; ended says that it ended well
// before that.
func (p program) killed(t *testing.T, at moment, args ...string) (ended bool) {
	t.Helper()
	c := p.command(args...)
	var errs bytes.Buffer
	c.Stderr = &errs
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		at.wait(p.folder, done)
		_ = c.Process.Kill()
	}()
	err := c.Wait()
	close(done)
	if err != nil && c.ProcessState.ExitCode() >= 0 {
		t.Fatalf("%v: %v\n%s", args, err, errs.String())
	}
	return err == nil
}

func (p program) read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(p.folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// copyIndex makes idx a copy of another index.
func (p program) copyIndex(t *testing.T, from string) {
	t.Helper()
	to := filepath.Join(p.folder, "idx")
	if err := os.RemoveAll(to); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(to, os.DirFS(filepath.Join(p.folder, from))); err != nil {
		t.Fatal(err)
	}
}

func (p program) stats(t *testing.T) index.Stats {
	t.Helper()
	x, err := index.Open(filepath.Join(p.folder, "idx"))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	st, err := x.Stats()
	if err != nil {
		t.Fatal(err)
	}
	return st
}

// A program killed at any moment leaves the index as it was, or with all of the run. When
// the run had ended, its records are known; run again, it decides the same.
func TestKilledRunsTakePlaceOrDoNot(t *testing.T) {
	p := newProgram(t)
	dedup := func(day string) []string {
		return []string{"dedup", "--index", "idx", "-o", day + ".kept", "--dropped", day + ".dropped", "--manifest", day + ".manifest", day}
	}
	writeHarvest(t, filepath.Join(p.folder, "monday"), 1)
	writeHarvest(t, filepath.Join(p.folder, "tuesday"), 2)
	p.run(t, dedup("monday")...)
	before := p.stats(t)
	if err := os.CopyFS(filepath.Join(p.folder, "base"), os.DirFS(filepath.Join(p.folder, "idx"))); err != nil {
		t.Fatal(err)
	}
	monday := p.read(t, "monday.manifest")
	began := time.Now()
	p.run(t, dedup("tuesday")...)
	took := time.Since(began)
	after := p.stats(t)
	kept, manifest := p.read(t, "tuesday.kept"), p.read(t, "tuesday.manifest")

	r := rand.New(rand.NewPCG(1, 2))
	outcomes := map[string]int{}
	for i := range *crashes {
		p.copyIndex(t, "base")
		for _, name := range []string{"kept", "dropped", "manifest"} {
			_ = os.Remove(filepath.Join(p.folder, "tuesday."+name))
		}
		ended := p.killed(t, momentOf(r, i, took), dedup("tuesday")...)
		st := p.stats(t)
		switch {
		case ended && st.Kept+st.Dropped == after.Kept+after.Dropped:
			outcomes["ended"]++
		case !ended && st.Kept+st.Dropped == after.Kept+after.Dropped:
			outcomes["killed after the step"]++
		case !ended && st.Kept+st.Dropped == before.Kept+before.Dropped:
			outcomes["killed before the step"]++
		default:
			t.Fatalf("ended %v, and the index holds %+v", ended, st)
		}
		p.run(t, dedup("tuesday")...)
		if p.read(t, "tuesday.manifest") != manifest || p.read(t, "tuesday.kept") != kept {
			t.Fatal("run again, it decides otherwise")
		}
		if st := p.stats(t); st.Kept != after.Kept || st.Dropped != after.Dropped {
			t.Fatalf("run again, the index holds %+v, not %+v", st, after)
		}
		p.run(t, dedup("monday")...)
		if p.read(t, "monday.manifest") != monday {
			t.Fatal("the run before decides otherwise")
		}
	}
	t.Log(outcomes)
}

// A moment is a while after a file has appeared, or after the program has begun.
type moment struct {
	file  string
	after time.Duration
}

// milestones are files that appear as a run is written and put in force.
var milestones = []string{"", "idx/*.segment", "idx/catalog.new", "tuesday.manifest", "idx/0000000[23].segment"}

func momentOf(r *rand.Rand, i int, took time.Duration) moment {
	file := milestones[i%len(milestones)]
	if file == "" {
		return moment{after: time.Duration(r.Int64N(int64(took)))}
	}
	return moment{file, time.Duration(r.Int64N(int64(3 * time.Millisecond)))}
}

// wait waits for the moment, or until the program is done.
func (m moment) wait(folder string, done <-chan struct{}) {
	for m.file != "" {
		if found, _ := filepath.Glob(filepath.Join(folder, m.file)); len(found) > 0 {
			break
		}
		select {
		case <-done:
			return
		case <-time.After(50 * time.Microsecond):
		}
	}
	select {
	case <-done:
	case <-time.After(m.after):
	}
}

// So do the commands that change an index.
func TestKilledChangesTakePlaceOrDoNot(t *testing.T) {
	p := newProgram(t)
	writeHarvest(t, filepath.Join(p.folder, "monday"), 1)
	writeHarvest(t, filepath.Join(p.folder, "tuesday"), 2)
	p.run(t, "dedup", "--index", "base", "--manifest", "monday.manifest", "monday")
	p.run(t, "dedup", "--index", "base", "--stage", "tuesday")
	for name, c := range map[string]struct {
		first, change []string
	}{
		"commit":   {nil, []string{"index", "commit", "2"}},
		"rollback": {nil, []string{"index", "rollback", "2"}},
		"forget":   {[]string{"index", "commit", "2"}, []string{"index", "forget", "day 1, number 3"}},
		"restore":  {[]string{"index", "commit", "2"}, []string{"index", "restore", "monday.manifest"}},
	} {
		begin := func() index.Stats {
			p.copyIndex(t, "base")
			if c.first != nil {
				p.run(t, slices.Concat(c.first, []string{"--index", "idx"})...)
			}
			return p.stats(t)
		}
		change := slices.Concat(c.change, []string{"--index", "idx"})
		before := begin()
		began := time.Now()
		p.run(t, change...)
		took, after := time.Since(began), p.stats(t)
		r := rand.New(rand.NewPCG(1, 2))
		outcomes := map[bool]int{}
		for i := range *crashes / 4 {
			begin()
			ended := p.killed(t, momentOf(r, i, took), change...)
			st := p.stats(t)
			if ended && st != after || st != before && st != after {
				t.Fatalf("%s: ended %v, and the index holds %+v", name, ended, st)
			}
			outcomes[st == after]++
		}
		t.Log(name, "took place:", outcomes)
	}
}

// writeHarvest writes articles, some of them copies: of one another, and of those of
// other days.
func writeHarvest(t *testing.T, name string, day uint64) {
	t.Helper()
	var b strings.Builder
	for i := range 300 {
		seed := day<<32 | uint64(i)
		if i%5 == 4 {
			seed = 1<<32 | uint64(i-1)
		}
		r := rand.New(rand.NewPCG(seed, 3))
		fmt.Fprintf(&b, `{"id":"day %d, number %d","title":"Report %d","text":"`, day, i, seed%1000)
		for range 80 + r.IntN(80) {
			fmt.Fprintf(&b, "word%d ", r.IntN(2000))
		}
		b.WriteString("\"}\n")
	}
	if err := os.WriteFile(name, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
}
