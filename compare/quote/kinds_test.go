package quote

import (
	"embed"
	"strings"
	"testing"
)

// kindCases are sentences as news has them, in American and in British marks, each with what its
// first stretch in marks is: kind, tab, text. Half are no speech. Each file was committed before
// anything was run on it. Of the first one the rules of that day told 20 of 20 direct, 23 of 23
// partial, 14 of 26 terms and 16 of 20 titles right; of the second, once they had been mended by
// the first, 12 of 12, 16 of 16, 8 of 20 and 10 of 12. Both have been read since then, so the
// floors below guard against loss and prove nothing more.
//
//go:embed testdata/kinds-*.tsv
var kindCases embed.FS

// TestKindsOfMarkedWords holds that no fewer of each kind are told right than were.
func TestKindsOfMarkedWords(t *testing.T) {
	for file, least := range map[string]map[Kind]int{
		"kinds-1.tsv": {Direct: 20, Partial: 23, Term: 18, Title: 17},
		"kinds-2.tsv": {Direct: 12, Partial: 16, Term: 13, Title: 10},
	} {
		data, err := kindCases.ReadFile("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		right := kindsToldRight(t, string(data))
		for kind, n := range least {
			if right[kind] < n {
				t.Errorf("%s: %d of kind %s are told right, want %d (-v lists the others)", file, right[kind], kind, n)
			}
		}
	}
}

func kindsToldRight(t *testing.T, cases string) map[Kind]int {
	right := map[Kind]int{}
	for line := range strings.Lines(cases) {
		kind, in, _ := strings.Cut(strings.TrimSpace(line), "\t")
		qs := marksOnly(findIn(in, "en"))
		if len(qs) > 0 && qs[0].Kind == Kind(kind) {
			right[Kind(kind)]++
			continue
		}
		t.Logf("want %s: %s\n got %s", kind, in, describeAll(in, qs))
	}
	return right
}
