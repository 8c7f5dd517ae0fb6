package ingest

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestWrapped holds what becomes of objects around lists of records, read either way.
func TestWrapped(t *testing.T) {
	const (
		ferry = `{"title": "Ferry aground", "text": "A ferry ran aground off Skarholm."}`
		tram  = `{"title": "Council backs tram", "text": "The council voted for a tram line."}`
		pair  = "[" + ferry + ", " + tram + "]"
	)
	both := []string{"f#1 Ferry aground", "f#2 Council backs tram"}
	for _, test := range []struct {
		name, file string
		want       []string // places and titles, or errors
	}{
		{"news search", `{"status": "ok", "totalResults": 2, "articles": ` + pair + "}", both},
		{"over lines", "{\n\"status\": \"ok\",\n\"results\": " + pair + "\n}\n", both},
		{"behind a byte order mark", "\ufeff" + `{"data": ` + pair + "}", both},
		{"two levels down", `{"response": {"status": "ok", "docs": ` + pair + "}}", both},
		{"three levels down", `{"a": {"b": {"items": ` + pair + "}}}", both},
		{"four levels down", `{"a": {"b": {"c": {"items": ` + pair + "}}}}", []string{
			"f: line 1: has no text (its fields: a) (say where the text stands: --field text=NAME)",
		}},
		{"search engine", `{"took": 3, "hits": {"total": 2, "hits": [{"_id": "7", "_source": ` + ferry + `}, {"_id": "8", "_source": ` + tram + "}]}}", both},
		{"nested fields", `{"response": {"results": [{"webTitle": "Ferry aground", "fields": {"bodyText": "A ferry ran aground."}}]}}`, both[:1]},
		{"leads alone", `{"response": {"docs": [{"headline": {"main": "Ferry aground"}, "lead_paragraph": "A ferry ran aground."}]}}`, both[:1]},
		{"nested in lines", `{"_source": ` + ferry + "}\n" + `{"_source": ` + tram + "}\n", []string{"f:1 Ferry aground", "f:2 Council backs tram"}},
		{"a page a line", `{"articles": [` + ferry + "]}\n" + `{"articles": [` + tram + "]}\n" + ferry + "\n", append(both[:2:2], "f#3 Ferry aground")},
		{"pages in an array", `[{"articles": [` + ferry + `]}, {"articles": [` + tram + "]}]", both},
		{"one without text", `{"articles": [{"title": "[Removed]", "content": null}, ` + tram + "]}", []string{
			"f: record 1: has no text (its fields: title, content) (say where the text stands: --field text=NAME)", both[1],
		}},
		{"under content", `{"content": [{"title": "Ferry aground", "url": "https://a.example/1", "text": "A ferry ran aground."}]}`, both[:1]},
		{"under content, dated", `{"content": [{"title": "Ferry aground", "date": "2022-09-15", "text": "A ferry ran aground."}]}`, both[:1]},
		{"sections under content", `{"content": [{"title": "Ferry", "text": "A ferry ran aground."}, {"title": "Crew", "text": "All are safe."}]}`, []string{"f:1 Ferry"}},
		{"a damaged one", `{"articles": [` + ferry + `, {"text": oh}, ` + tram + ` "x", ` + ferry + "]}\n", []string{
			both[0], "f: record 2: is not valid JSON", "f: record 3: is not valid JSON",
		}},
		{"an article with comments", `{"url": "https://a.example/1", "comments": ` + pair + "}", []string{
			"f: line 1: has no text (its fields: url, comments) (say where the text stands: --field text=NAME)",
		}},
		{"two lists", `{"news": ` + pair + `, "related": ` + pair + "}", []string{
			"f: line 1: has no text (its fields: news, related) (say where the text stands: --field text=NAME)",
		}},
		{"too large", `{"articles": [` + ferry + `, {"text": "` + strings.Repeat("x", maxBytes) + `"}]}`, []string{
			"f: line 1: is longer than 16 MB (if it wraps many records, give them one a line: jq -c '.articles[]')",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := Options{FS: fstest.MapFS{"f": {Data: []byte(test.file)}}}
			if got := readBoth(t, o, "f"); !slices.Equal(got, test.want) {
				t.Errorf("got %q\nwant %q", got, test.want)
			}
		})
	}
}

// TestWrappedFields holds that fields that are named are looked for in what is wrapped.
func TestWrappedFields(t *testing.T) {
	files := fstest.MapFS{"f": {Data: []byte(`{"meta": {}, "rows": [{"head": "Ferry aground", "parts": {"main": "A ferry ran aground."}}]}`)}}
	got := readBoth(t, Options{FS: files, Fields: map[string]string{"text": "parts.main", "title": "head"}}, "f")
	if !slices.Equal(got, []string{"f#1 Ferry aground"}) {
		t.Errorf("got %q", got)
	}
}

// TestWrappedInFolder holds that a list met in a folder is read though its first record is
// none.
func TestWrappedInFolder(t *testing.T) {
	files := fstest.MapFS{"news/f.json": {Data: []byte(`{"articles": [{"title": "Lost"}, {"title": "Ferry aground", "text": "A ferry ran aground."}]}`)}}
	got := readBoth(t, Options{FS: files}, "news")
	if len(got) != 2 || got[1] != "news/f.json#2 Ferry aground" {
		t.Errorf("got %q", got)
	}
}

// readBoth returns the places and titles, or errors, that Read gives, and fails where
// Records gives others.
func readBoth(t *testing.T, o Options, args ...string) []string {
	t.Helper()
	inputs, err := Inputs(args, o)
	if err != nil {
		t.Fatal(err)
	}
	var read, records []string
	for a, err := range Read(context.Background(), inputs, o) {
		if err != nil {
			read = append(read, err.Error())
			continue
		}
		read = append(read, a.Path+" "+a.Title)
	}
	for r, err := range Records(context.Background(), inputs, o) {
		if err == nil {
			err = r.Read()
		}
		if err != nil {
			records = append(records, err.Error())
			continue
		}
		records = append(records, r.Place+" "+r.Title)
	}
	if !slices.Equal(read, records) {
		t.Errorf("Read gives %q\nRecords %q", read, records)
	}
	return read
}
