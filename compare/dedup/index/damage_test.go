package index

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/zeebo/xxh3"

	"github.com/storydiff/storydiff/compare/dedup"
)

// answers are what an index says of everything that went into it.
func answers(x *Index, texts []dedup.Text) (all []any, err error) {
	for i, text := range texts {
		s := dedup.Prepare(text, 0)
		like, err := x.Like(s.Sketch())
		if err != nil {
			return nil, err
		}
		same, err := x.Same(s.Digest())
		if err != nil {
			return nil, err
		}
		r, _, err := x.Record(i)
		if err != nil {
			return nil, err
		}
		found, err := x.Find(r.source())
		if err != nil {
			return nil, err
		}
		all = append(all, like, same, r, found)
	}
	return all, nil
}

func answersOf(folder string, texts []dedup.Text) ([]any, error) {
	x, err := Open(folder)
	if err != nil {
		return nil, err
	}
	defer x.Close()
	return answers(x, texts)
}

// Damage anywhere is found and said, or it is where nothing rests on it. No answer is wrong.
func TestDamageIsFoundAndSaid(t *testing.T) {
	folder := t.TempDir()
	texts := harvest(rand.New(rand.NewPCG(11, 12)), 300)
	takeIn(t, folder, 0, texts[:200])
	takeIn(t, folder, 200, texts[200:])
	want, err := answersOf(folder, texts)
	if err != nil {
		t.Fatal(err)
	}
	names, _ := filepath.Glob(filepath.Join(folder, "*"+segmentEnding))
	names = append(names, filepath.Join(folder, catalogName))
	r := rand.New(rand.NewPCG(1, 2))
	found, tries := 0, 0
	for _, name := range names {
		whole, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for range 60 {
			tries++
			damaged := bytes.Clone(whole)
			switch at := r.IntN(len(whole)); r.IntN(3) {
			case 0:
				damaged[at] ^= 1 << r.IntN(8)
			case 1:
				damaged = damaged[:at]
			case 2:
				clear(damaged[at:min(len(whole), at+512)])
			}
			if err := os.WriteFile(name, damaged, 0o600); err != nil {
				t.Fatal(err)
			}
			got, err := answersOf(folder, texts)
			var damage *DamagedError
			switch {
			case errors.As(err, &damage):
				found++
			case err != nil:
				t.Fatalf("%v is no word of damage", err)
			case !bytes.Equal(damaged, whole) && !equalAnswers(got, want):
				t.Fatal("a wrong answer")
			}
		}
		if err := os.WriteFile(name, whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if found < tries*9/10 {
		t.Errorf("of %d damages %d were found", tries, found)
	}
}

func TestMissingFilesAreSaid(t *testing.T) {
	folder := t.TempDir()
	takeIn(t, folder, 0, harvest(rand.New(rand.NewPCG(1, 2)), 5))
	names, _ := filepath.Glob(filepath.Join(folder, "*"+segmentEnding))
	catalog := filepath.Join(folder, catalogName)
	for _, name := range []string{names[0], catalog} {
		if err := os.Rename(name, name+"x"); err != nil {
			t.Fatal(err)
		}
		var damage *DamagedError
		if _, err := Begin(folder); !errors.As(err, &damage) {
			t.Errorf("%s missing: %v", name, err)
		}
		if err := os.Rename(name+"x", name); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(names[0]); err != nil {
		t.Error("what had lost its catalog was removed")
	}
}

// sumsOf returns the checksums of a body.
func sumsOf(body []byte) (sums []byte) {
	for page := range slices.Chunk(body, pageSize) {
		sums = binary.LittleEndian.AppendUint64(sums, xxh3.Hash(page))
	}
	return sums
}

// FuzzSegment reads segments whose checksums fit, whatever they hold.
func FuzzSegment(f *testing.F) {
	folder := f.TempDir()
	texts := harvest(rand.New(rand.NewPCG(1, 2)), 12)
	takeIn(f, folder, 0, texts)
	names, _ := filepath.Glob(filepath.Join(folder, "*"+segmentEnding))
	data, err := os.ReadFile(names[0])
	if err != nil {
		f.Fatal(err)
	}
	body, _ := bodyOf(uint64(len(data)))
	f.Add(data[:body])
	f.Add(data[body-uint64(trailerBytes) : body])
	f.Fuzz(func(_ *testing.T, body []byte) {
		sums := sumsOf(body)
		all := append(bytes.Clone(body), sums...)
		s, err := readSegment("segment", all, segmentInfo{Sum: xxh3.Hash(sums), Size: int64(len(all))})
		if err != nil {
			return
		}
		s.unmap = func() {}
		x := &Index{segments: []*segment{s}, catalog: newCatalog(), retired: map[int]bool{}}
		_, _ = answers(x, texts)
		_, _ = s.retirements()
		for _, err := range x.Records() {
			if err != nil {
				break
			}
		}
	})
}

func FuzzCatalog(f *testing.F) {
	f.Add([]byte(`{"format":1,"shingles":1,"signatures":2,"runs":1,"segments":[{"file":"00000001.segment","first":0,"size":9,"sum":1}],"next":1}`))
	f.Add([]byte(`{"format":2}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		c, err := decodeCatalog("folder", "catalog", append(append(bytes.Clone(line), '\n'), sumLine(line)...))
		if (c == nil) == (err == nil) {
			t.Fatal(c, err)
		}
	})
}

func FuzzRecord(f *testing.F) {
	one := record(1, dedup.Text{Title: "Ferry runs aground", Body: "A ferry ran aground on Monday."})
	one.Kept, one.Of, one.Decision = true, 3, []byte(`{"decision":"keep"}`)
	data, err := one.append(nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := decodeRecord(data)
		if err != nil {
			return
		}
		again, err := r.append(nil)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := decodeRecord(again); err != nil || back.Text != r.Text || back.Of != r.Of {
			t.Fatal(back, err)
		}
	})
}
