package index

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A table answers as a search through all of its entries does, whether its keys are
// spread or made to collide.
func TestTablesFindTheLatest(t *testing.T) {
	name := filepath.Join(t.TempDir(), "table")
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.OneOf(rapid.Uint32(), rapid.Uint32Range(0, 5), rapid.Just[uint32](1<<32-1))
		var entries []entry
		for i, k := range rapid.SliceOfN(key, 0, 400).Draw(t, "keys") {
			entries = append(entries, newEntry(k, uint32(i)))
		}
		file, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		w := newPageWriter(file)
		written, err := writeTable(w, inOrder(slices.Clone(entries)), uint64(len(entries)))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.finish(); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		p := &pages{name: name, data: data, body: w.n, sums: data[w.n:], checked: make([]bool, len(w.sums)/8)}
		looked := key.Draw(t, "looked up")
		stretch, err := written.stretch(p, looked)
		if err != nil {
			t.Fatal(err)
		}
		most := rapid.IntRange(0, 9).Draw(t, "most")
		if got, want := latest(stretch, nil, looked, most), obviousLatest(entries, looked, most); !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

func obviousLatest(entries []entry, key uint32, most int) (found []uint32) {
	for _, e := range slices.Backward(entries) {
		if e.key() == key && len(found) < most {
			found = append(found, e.record())
		}
	}
	return found
}
