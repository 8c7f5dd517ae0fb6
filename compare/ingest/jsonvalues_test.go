package ingest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"
)

// TestValues holds what becomes of arrays and of objects over several lines.
func TestValues(t *testing.T) {
	const a, b = `{"text": "The board voted."}`, `{"text": "The pier ] opens, \" in spring."}`
	for _, test := range []struct {
		name, file string
		paths      []string
		errs       []string
	}{
		{"array on one line", "[" + a + "," + b + "]", []string{"f#1", "f#2"}, nil},
		{"array over lines", "\ufeff [\n" + a + " ,\n\n" + b + "\n]\n", []string{"f#1", "f#2"}, nil},
		{"one object over lines", "{\n" + a[1:], []string{"f:1"}, nil},
		{"objects one behind the other", "{\n" + a[1:] + "\n{\n" + b[1:] + "\n", []string{"f:1", "f:3"}, nil},
		{"one array a line", "[" + a + "]\n[" + b + "]\n", []string{"f#1", "f#2"}, nil},
		{"no records", "[{}]", nil, []string{"f: record 1: is an empty record"}},
		{"others among them", "[" + a + ", 7, \"x, y\", [" + b + "], null, " + b + "]", []string{"f#1", "f#6"}, []string{
			"f: record 2: is not valid JSON", "f: record 3: is not valid JSON", "f: record 4: is not valid JSON", "f: record 5: is not valid JSON",
		}},
		{"a damaged one", "[" + a + ", {\"text\": oh}, " + b + "]", []string{"f#1", "f#3"}, []string{"f: record 2: is not valid JSON"}},
		{"cut inside a record", "[" + a + ", " + b[:20], []string{"f#1"}, []string{
			"f: record 2, byte 31: ends in the middle of a record (the records before it were read)",
		}},
		{"cut behind a record", "[" + a + ", " + b, []string{"f#1", "f#2"}, []string{
			"f: byte 74: ends in the middle of a list of records (the records before it were read)",
		}},
		{"cut at once", "[{\n\"text\": \"The", nil, []string{"f: record 1, byte 1: ends in the middle of a record"}},
		{"something behind", "[" + a + "]\nfoo", []string{"f#1"}, []string{
			"f: byte 31: holds something that is no record (the records before it were read)",
		}},
		{"too large a record", `[{"text": "` + strings.Repeat("x", maxBytes) + `"},` + a + "]", []string{"f#2"}, []string{
			"f: record 1: is longer than 16 MB (if it wraps many records, give them one a line: jq -c '.articles[]')",
		}},
		{"damaged first line", `{"text": "The bo` + "\n" + a + "\n", []string{"f:2"}, []string{"f: line 1: is not valid JSON"}},
		{"text behind an object", a + " x\n", []string{"f:1"}, []string{
			"f: byte 29: holds something that is no record (the records before it were read)",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			articles, errs := readAllOf(Options{FS: fstest.MapFS{"f": {Data: []byte(test.file)}}}, "f")
			var paths []string
			for _, a := range articles {
				paths = append(paths, a.Path)
			}
			if !slices.Equal(paths, test.paths) || !slices.Equal(errs, test.errs) {
				t.Errorf("articles %q, errors %q", paths, errs)
			}
		})
	}
}

// TestValuesOfArrays holds that arrays are parted as encoding/json parts them, however the
// bytes come.
func TestValuesOfArrays(t *testing.T) {
	word := rapid.StringMatching(`["\\\[\]{},: é\n]{0,6}`)
	gap := rapid.StringMatching(`[ \n\t]{0,3}`)
	rapid.Check(t, func(t *rapid.T) {
		var file bytes.Buffer
		for i, words := range rapid.SliceOfN(rapid.SliceOfN(word, 2, 2), 1, 5).Draw(t, "values") {
			file.WriteString(map[bool]string{true: "[", false: ","}[i == 0] + gap.Draw(t, "before"))
			_ = json.NewEncoder(&file).Encode(map[string]any{words[0]: []any{words[1], i}, "b": map[string]string{"c": words[1]}})
		}
		file.WriteString("]" + gap.Draw(t, "behind"))
		var want []json.RawMessage
		if err := json.Unmarshal(file.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		values := valueReader{r: bufio.NewReaderSize(&file, rapid.IntRange(16, 64).Draw(t, "buffer"))}
		for i, w := range want {
			if got, err := values.next(); err != nil || !bytes.Equal(got, w) {
				t.Fatalf("value %d: %q, %v, want %q", i, got, err, w)
			}
		}
		if got, err := values.next(); !errors.Is(err, io.EOF) {
			t.Fatalf("one more: %q, %v", got, err)
		}
	})
}

func BenchmarkValues(b *testing.B) {
	record := `{"title": "Ferry to close", "text": "` + strings.Repeat("The board voted to close the terminal, “at last”. ", 60) + `"},` + "\n"
	data := []byte("[" + strings.Repeat(record, 300) + "{}]")
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		values := valueReader{r: bufio.NewReaderSize(bytes.NewReader(data), 1<<16)}
		for {
			if _, err := values.next(); err != nil {
				break
			}
		}
	}
}
