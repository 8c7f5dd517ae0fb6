package quote

import (
	"embed"
	"strings"
	"testing"
)

// kindCases are sentences as news has them, half of them in American and half in British
// marks, each with what its first stretch in marks is: kind, tab, text. Half are no speech.
//
//go:embed testdata/kinds-*.tsv
var kindCases embed.FS

// TestKindsOfMarkedWords counts how many are told right, by kind.
func TestKindsOfMarkedWords(t *testing.T) {
	for _, file := range []string{"kinds-1.tsv", "kinds-2.tsv"} {
		t.Run(file, func(t *testing.T) {
			data, err := kindCases.ReadFile("testdata/" + file)
			if err != nil {
				t.Fatal(err)
			}
			countKinds(t, string(data))
		})
	}
}

func countKinds(t *testing.T, cases string) {
	right, all := map[Kind]int{}, map[Kind]int{}
	for line := range strings.Lines(cases) {
		label, in, _ := strings.Cut(strings.TrimSpace(line), "\t")
		kind := Kind(label)
		all[kind]++
		qs := marksOnly(findIn(in, "en"))
		if len(qs) > 0 && qs[0].Kind == kind {
			right[kind]++
			continue
		}
		t.Logf("want %s: %s\n got %s", kind, in, describeAll(in, qs))
	}
	for _, kind := range []Kind{Direct, Partial, Term, Title} {
		t.Logf("%s: %d of %d", kind, right[kind], all[kind])
	}
}
