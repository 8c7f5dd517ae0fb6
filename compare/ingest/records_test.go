package ingest

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"
)

// Records must hold what Read makes of the same input, in the same places.
func TestRecordsAreTheArticles(t *testing.T) {
	files := fstest.MapFS{
		"lines.jsonl": {Data: []byte(strings.Join([]string{
			`{"id": "a1", "title": "Ferry  aground", "text": "A ferry ran aground.\nNobody was hurt.", "date": "2024-05-02", "lang": "en-GB", "source": "Coast Wire"}`,
			`{"headline": "Hail\tover Verrin", "body": "Hail fell\u00a0on the valley\r\nand “stripped” it.", "published": "2 May 2024", "name": "second best"}`,
			`{"text": "Council backs tram\n\nThe council voted to build a tram line to the north by 2031, the mayor said."}`,
			`{"title": "no text here", "n": 1}`,
			`{"text": broken`,
			``,
			"{\"title\": \"Caf\xe9\", \"text\": \"Le caf\xe9 ferme ses portes apr\xe8s trente ans d'une vie agit\xe9e.\"}",
			`{"text": ["One paragraph of it.", "Another one."], "title": {"name": "In parts"}}`,
		}, "\n"))},
		"array.json": {Data: []byte("[{\"title\": \"One\", \"text\": \"First of two articles.\"},\n {\"title\": \"Two\", \"text\": \"Second of two articles.\"}]")},
		"plain.txt":  {Data: []byte("Harbour strike enters second week\n\nDockers stayed away from the quays.")},
		"photo.jpg":  {Data: []byte("not really")},
	}
	for _, args := range [][]string{{"lines.jsonl", "array.json", "plain.txt"}, {"."}} {
		o := Options{FS: files}
		inputs, err := Inputs(args, o)
		if err != nil {
			t.Fatal(err)
		}
		var want, got []string
		for a, err := range Read(context.Background(), inputs, o) {
			if err != nil {
				want = append(want, err.Error())
				continue
			}
			want = append(want, strings.Join([]string{a.Path, a.Title, a.Raw, a.SHA256, a.Published, a.Outlet}, "|"))
		}
		for r, err := range Records(context.Background(), inputs, o) {
			if err == nil {
				err = r.Read()
			}
			if err != nil {
				got = append(got, err.Error())
				continue
			}
			got = append(got, strings.Join([]string{r.Place, r.Title, r.Body, r.SHA256, r.Published(), r.Outlet()}, "|"))
			if a, err := r.Article(); err != nil || a.Raw != r.Body || a.Title != r.Title {
				t.Errorf("%s: another article", r.Place)
			}
		}
		if len(want) < 9 {
			t.Fatalf("%d records", len(want))
		}
		for i := range max(len(want), len(got)) {
			if i >= len(want) || i >= len(got) || want[i] != got[i] {
				t.Fatalf("record %d:\n got %q\nwant %q", i, got[min(i, len(got)-1)], want[min(i, len(want)-1)])
			}
		}
	}
}
