package index

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/storydiff/storydiff/compare/dedup"
)

// A harvest is articles, many of them versions of one another.
func harvest(r *rand.Rand, n int) []dedup.Text {
	var all []dedup.Text
	for len(all) < n {
		words := prose(r, 40+r.IntN(120))
		for range 1 + r.IntN(4) {
			all = append(all, dedup.Text{Title: words[0], Body: strings.Join(words, " ") + ".", Language: "en"})
			if r.IntN(3) > 0 {
				at := r.IntN(len(words))
				words = slices.Concat(words[:at], prose(r, r.IntN(12)), words[at:])
			}
		}
	}
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:n]
}

func prose(r *rand.Rand, n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("w%d", r.IntN(4000))
	}
	return words
}

// record returns what is known of an article that was harvested as the i-th.
func record(i int, t dedup.Text) Record {
	sum := sha256.Sum256([]byte(t.Title + t.Body))
	return Record{Location: fmt.Sprintf("harvest:%d", i), ID: fmt.Sprintf("id-%d", i), SHA256: hex.EncodeToString(sum[:])}
}

// takeIn decides on articles in one run and returns the decisions.
func takeIn(t testing.TB, folder string, from int, texts []dedup.Text) []dedup.Decision {
	t.Helper()
	run, err := Begin(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer run.Close()
	decisions, err := decideAll(run, from, texts)
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Prepare(false); err != nil {
		t.Fatal(err)
	}
	if _, err := run.Commit(); err != nil {
		t.Fatal(err)
	}
	return decisions
}

func decideAll(run *Run, from int, texts []dedup.Text) (all []dedup.Decision, err error) {
	filter := dedup.NewFilter(dedup.FilterOptions{Past: run})
	for i, text := range texts {
		s := dedup.Prepare(text, 0)
		d, err := filter.Decide(s)
		if err != nil {
			return all, err
		}
		one := record(from+i, text)
		if seen, ok, err := run.Seen(one.Location, one.ID, one.SHA256); err != nil || ok {
			return all, fmt.Errorf("%v was seen: %w", seen, err)
		}
		one.Decision = fmt.Append(nil, d.Reason)
		if err := run.Add(one, &s, d); err != nil {
			return all, err
		}
		all = append(all, d)
	}
	return all, nil
}

// What an index decides in several runs is what a filter in memory decides in one.
func TestDecisionsAreThoseOfAFilterInMemory(t *testing.T) {
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 1))
		texts := harvest(r, 60)
		folder := filepath.Join(t.TempDir(), "index")
		var got, want []dedup.Decision
		for from := 0; from < len(texts); {
			n := min(len(texts)-from, 1+r.IntN(30))
			got = append(got, takeIn(t, folder, from, texts[from:from+n])...)
			from += n
		}
		memory := dedup.NewFilter(dedup.FilterOptions{})
		numbers := recordNumbers(got)
		for _, text := range texts {
			d, err := memory.Decide(dedup.Prepare(text, 0))
			if err != nil {
				t.Fatal(err)
			}
			want = append(want, d)
		}
		for i := range want {
			w, g := want[i], got[i]
			if w.Of >= 0 {
				w.Of = numbers[w.Of]
			}
			w.Kept, g.Kept, g.Of = 0, 0, ofNumber(t, folder, i)
			if diff := cmp.Diff(w, g); diff != "" {
				t.Fatalf("seed %d, article %d: %s", seed, i, diff)
			}
		}
	}
}

// recordNumbers returns the record number of each article kept.
func recordNumbers(decisions []dedup.Decision) (numbers []int) {
	for i, d := range decisions {
		if !d.Drop {
			numbers = append(numbers, i)
		}
	}
	return numbers
}

// ofNumber returns which record an index says decided on one.
func ofNumber(t *testing.T, folder string, n int) int {
	t.Helper()
	x, err := Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	r, known, err := x.Record(n)
	if err != nil || !known {
		t.Fatal(known, err)
	}
	return r.Of
}

func TestRecordsComeBackAsTheyWere(t *testing.T) {
	folder := t.TempDir()
	texts := harvest(rand.New(rand.NewPCG(3, 4)), 300)
	texts[7] = dedup.Text{Body: strings.Repeat("a long article about apples \xff ", 40000)}
	texts[8] = dedup.Text{}
	for from := 0; from < 300; from += 50 {
		takeIn(t, folder, from, texts[from:from+50])
	}
	x, err := Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if x.Len() != 300 || len(x.segments) > 3 {
		t.Errorf("%d records in %d segments", x.Len(), len(x.segments))
	}
	kept := 0
	for i, text := range texts {
		r, known, err := x.Record(i)
		want := record(i, text)
		if err != nil || !known || r.ID != want.ID || r.SHA256 != want.SHA256 || r.Location != want.Location {
			t.Fatalf("record %d: %+v, %v, %v", i, r, known, err)
		}
		if r.Kept && r.Text != text {
			t.Fatalf("record %d has another text", i)
		}
		if r.Kept {
			kept++
		}
		if found, err := x.Find(want.ID); err != nil || !slices.Equal(found, []int{i}) {
			t.Fatalf("%s: found %v, %v", want.ID, found, err)
		}
	}
	st, err := x.Stats()
	if err != nil || st.Kept != kept || st.Dropped != 300-kept || st.Runs != 6 || st.Undo != 6 {
		t.Errorf("%+v, %v; %d were kept", st, err, kept)
	}
}

func TestSeenTellsOfEachOfSeveralOnce(t *testing.T) {
	folder := t.TempDir()
	text := dedup.Text{Body: "The ferry ran aground near the northern breakwater on Monday."}
	run, err := Begin(folder)
	if err != nil {
		t.Fatal(err)
	}
	filter := dedup.NewFilter(dedup.FilterOptions{Past: run})
	for range 2 {
		s := dedup.Prepare(text, 0)
		d, _ := filter.Decide(s)
		one := record(1, text)
		one.Decision = fmt.Append(nil, d.Drop)
		if err := run.Add(one, &s, d); err != nil {
			t.Fatal(err)
		}
	}
	commit(t, run, false)
	if run, err = Begin(folder); err != nil {
		t.Fatal(err)
	}
	defer run.Close()
	one := record(1, text)
	for i, want := range []string{"false", "true", ""} {
		seen, ok, err := run.Seen(one.Location, one.ID, one.SHA256)
		if err != nil || ok != (want != "") || string(seen.Decision) != want {
			t.Errorf("the %d. time: %q, %v, %v", i+1, seen.Decision, ok, err)
		}
	}
	if _, ok, _ := run.Seen(one.Location, one.ID, strings.Repeat("0", 64)); ok {
		t.Error("another digest was seen")
	}
}

func commit(t *testing.T, run *Run, staged bool) int {
	t.Helper()
	if err := run.Prepare(staged); err != nil {
		t.Fatal(err)
	}
	n, err := run.Commit()
	if err := errors.Join(err, run.Close()); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestStagedRunsWait(t *testing.T) {
	folder := t.TempDir()
	texts := harvest(rand.New(rand.NewPCG(5, 6)), 60)
	takeIn(t, folder, 0, texts[:20])
	stage := func(from int) int {
		run, err := Begin(folder)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := decideAll(run, from, texts[from:from+20]); err != nil {
			t.Fatal(err)
		}
		return commit(t, run, true)
	}
	number := stage(20)
	if _, err := Begin(folder); !errors.Is(err, ErrStaged) {
		t.Errorf("a run began: %v", err)
	}
	if err := CommitStaged(folder, number+1); err == nil {
		t.Error("another run was committed")
	}
	if err := Rollback(folder, number); err != nil {
		t.Fatal(err)
	}
	if n := length(t, folder); n != 20 {
		t.Errorf("%d records after rolling back", n)
	}
	number = stage(20)
	if err := CommitStaged(folder, number); err != nil {
		t.Fatal(err)
	}
	takeIn(t, folder, 40, texts[40:])
	if n := length(t, folder); n != 60 {
		t.Errorf("%d records", n)
	}
	if err := Rollback(folder, number); err == nil {
		t.Error("a run was rolled back that others rest on")
	}
	if err := Rollback(folder, number+1); err != nil || length(t, folder) != 40 {
		t.Error(err)
	}
	if err := Rollback(folder, number); err == nil {
		t.Error("two runs were rolled back")
	}
}

func length(t *testing.T, folder string) int {
	t.Helper()
	x, err := Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	return x.Len()
}

func TestOneWriter(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "index")
	first, err := Begin(folder)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Begin(folder); !errors.Is(err, ErrLocked) {
		t.Errorf("a second writer: %v", err)
	}
	if err := Rollback(folder, 1); !errors.Is(err, ErrLocked) {
		t.Errorf("a second writer: %v", err)
	}
	if x, err := Open(folder); err != nil {
		t.Errorf("a reader: %v", err)
	} else {
		x.Close()
	}
	first.Close()
	second, err := Begin(folder)
	if err != nil {
		t.Fatal(err)
	}
	second.Close()
}

func TestForgottenRecordsAreGone(t *testing.T) {
	folder := t.TempDir()
	texts := harvest(rand.New(rand.NewPCG(7, 8)), 200)
	texts[33] = dedup.Text{Title: "Secret", Body: strings.Join(prose(rand.New(rand.NewPCG(1, 1)), 50), " ") + " unmistakable"}
	takeIn(t, folder, 0, texts[:100])
	takeIn(t, folder, 100, texts[100:])
	run, err := Begin(folder)
	if err != nil {
		t.Fatal(err)
	}
	run.Forget(33)
	commit(t, run, false)
	x, err := Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	s := dedup.Prepare(texts[33], 0)
	like, _ := x.Like(s.Sketch())
	same, _ := x.Same(s.Digest())
	found, _ := x.Find("id-33")
	if _, known, err := x.Record(33); known || err != nil || len(like)+len(same)+len(found) > 0 {
		t.Errorf("known %v, %v, like %v, same %v, found %v", known, err, like, same, found)
	}
	for i := range texts {
		r, known, err := x.Record(i)
		if i != 33 && (err != nil || !known || r.Kept && r.Text != texts[i]) {
			t.Errorf("record %d: %v, %v", i, known, err)
		}
	}
	if names, _ := filepath.Glob(filepath.Join(folder, "*"+segmentEnding)); len(names) != len(x.segments) {
		t.Errorf("files left: %v", names)
	}
}

func TestRetiredArticlesAreNotComparedWith(t *testing.T) {
	folder := t.TempDir()
	texts := harvest(rand.New(rand.NewPCG(9, 10)), 120)
	takeIn(t, folder, 0, texts[:40])
	run, err := Begin(folder)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := decideAll(run, 40, texts[40:80]); err != nil {
		t.Fatal(err)
	}
	if err := run.Retire(0); err != nil {
		t.Fatal(err)
	}
	commit(t, run, false)
	for range 2 { // before and after the segments are merged
		x, err := Open(folder)
		if err != nil {
			t.Fatal(err)
		}
		s := dedup.Prepare(texts[0], 0)
		like, _ := x.Like(s.Sketch())
		same, _ := x.Same(s.Digest())
		if slices.Contains(like, 0) || slices.Contains(same, 0) {
			t.Errorf("like %v, same %v", like, same)
		}
		if _, known, _ := x.Record(0); !known {
			t.Error("the record is gone")
		}
		x.Close()
		takeIn(t, folder, 80, texts[80:])
		texts = append(texts[:80], harvest(rand.New(rand.NewPCG(1, 2)), 1)...)
	}
}

func TestOtherVersionsAreRefused(t *testing.T) {
	folder := t.TempDir()
	takeIn(t, folder, 0, harvest(rand.New(rand.NewPCG(1, 2)), 5))
	c, err := readCatalog(folder)
	if err != nil {
		t.Fatal(err)
	}
	c.Shingles++
	name, err := c.prepare(folder)
	if err := errors.Join(err, putInForce(folder, name)); err != nil {
		t.Fatal(err)
	}
	var version *VersionError
	if _, err := Open(folder); !errors.As(err, &version) || !strings.Contains(err.Error(), "shingles of version 2") {
		t.Error(err)
	}
	if _, err := Begin(folder); !errors.As(err, &version) {
		t.Error(err)
	}
}

func TestAFolderOfOtherFilesIsLeftAlone(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "letter.txt"), []byte("Dear"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Begin(folder); err == nil || !strings.Contains(err.Error(), "holds other files") {
		t.Error(err)
	}
}

func equalAnswers(a, b []any) bool { return cmp.Equal(a, b) }
