package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// warcRecord writes one record of a web archive.
func warcRecord(kind, target, contentType, block string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2021-03-02T10:15:00Z\r\n"+
		"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000%d>\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, target, len(kind)%10, contentType, len(block), block)
}

func httpAnswer(status, contentType, body string) string {
	return fmt.Sprintf("HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s", status, contentType, len(body), body)
}

func TestArchive(t *testing.T) {
	const http = "application/http; msgtype=response"
	plainPage := strings.Replace(page, `<link rel="canonical" href="https://harbour.example/ferry">`, "", 1)
	records := []string{
		warcRecord("warcinfo", "", "application/warc-fields", "software: test\r\n"),
		warcRecord("response", "https://www.harbour.example/news/ferry", http, httpAnswer("200 OK", "text/html; charset=utf-8", plainPage)),
		warcRecord("response", "https://harbour.example/x.jpg", http, httpAnswer("200 OK", "image/jpeg", "\xff\xd8\xff")),
		warcRecord("response", "https://harbour.example/gone", http, httpAnswer("404 Not Found", "text/html", page)),
		warcRecord("conversion", "https://harbour.example/pier", "text/plain", pier),
	}
	whole := strings.Join(records, "")
	var members strings.Builder
	for _, r := range records {
		members.Write(zipped(r))
	}
	for name, file := range map[string]string{"plain": whole, "gzip by record": members.String(), "gzip of the whole": string(zipped(whole))} {
		t.Run(name, func(t *testing.T) {
			stats := new(Stats)
			articles, errs := readAllOf(Options{Stats: stats, FS: fstest.MapFS{"crawl.warc": {Data: []byte(file)}}}, "crawl.warc")
			if len(errs) > 0 || len(articles) != 2 {
				t.Fatalf("%d articles, errors %q", len(articles), errs)
			}
			a, b := articles[0], articles[1]
			if a.Title != "Ferry to close" || a.URL != "https://www.harbour.example/news/ferry" || a.Label != "harbour.example/news/ferry" {
				t.Errorf("%+v", a)
			}
			if b.Title != "New pier to open in spring" || b.Outlet != "harbour.example" || !strings.HasPrefix(b.Path, "crawl.warc@") ||
				b.Record != "urn:uuid:00000000-0000-0000-0000-000000000000" {
				t.Errorf("%+v", b)
			}
			if want := []Skip{{"answer without a page", 1}, {"image", 1}}; !slices.Equal(stats.Skipped(), want) {
				t.Errorf("skipped %v", stats.Skipped())
			}
		})
	}
}

// TestCutArchive holds that what there is of the last record is read, with a note.
func TestCutArchive(t *testing.T) {
	file := warcRecord("conversion", "https://harbour.example/pier", "text/plain", pier+strings.Repeat(ferry, 3))
	files := fstest.MapFS{"crawl.warc": {Data: []byte(file[:len(file)-150])}}
	articles, errs := readAllOf(Options{FS: files}, "crawl.warc")
	if len(articles) != 1 || !slices.ContainsFunc(articles[0].Notes, func(n string) bool { return strings.Contains(n, "before the end of the record") }) {
		t.Errorf("articles %+v", articles)
	}
	if len(errs) != 1 || !strings.HasPrefix(errs[0], "crawl.warc: byte 0: file ends inside a record") {
		t.Errorf("errors %q", errs)
	}
}
