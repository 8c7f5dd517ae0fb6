package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha1"
	"encoding/base32"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/ingest/warc"
)

// page makes the HTTP answer with a page of its own length and story.
func page(story string) string {
	return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nX-Server: " + strconv.Itoa(len(story)%7) + "\r\n\r\n" +
		"<!doctype html><html><head><title>News of the day</title></head><body><article><h1>News of the day</h1>" + story + "</article></body></html>"
}

func digestOf(s string) string {
	sum := sha1.Sum([]byte(s))
	return "sha1:" + base32.StdEncoding.EncodeToString(sum[:])
}

// record writes a record as it lies in a plain archive.
func record(n int, kind, target, block string) string {
	payload := ""
	if kind == "response" {
		_, body, _ := strings.Cut(block, "\r\n\r\n")
		payload = "WARC-Payload-Digest: " + digestOf(body) + "\r\n"
	}
	media := map[string]string{"response": "application/http;msgtype=response", "request": "application/http;msgtype=request"}[kind]
	if media == "" {
		media = "application/warc-fields"
	}
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-%012d>\r\nWARC-Date: 2024-05-06T09:%02d:00Z\r\n"+
		"WARC-Target-URI: %s\r\nX-Note: kept\r\n%sWARC-Block-Digest: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, n, n%60, target, payload, digestOf(block), media, len(block), block)
}

const (
	ferryStory = "<p>A ferry with 140 passengers on board ran aground near the northern breakwater on Monday morning, the harbour authority said.</p>" +
		"<p>Nobody was seriously hurt. Twelve people were treated for bruises, according to the regional hospital, and all of them left it by noon.</p>"
	tramStory = "<p>The city council of Brno voted on Thursday to build a tram line to the northern suburbs by 2031, after a debate of nine hours.</p>" +
		"<p>Opponents said that the money would be missing from schools, and that nobody had asked the people who live there.</p>"
)

// harvested is an archive with two copies of a page, one byte for byte and one nearly.
func harvested() []string {
	request := "GET / HTTP/1.1\r\nHost: coast.example\r\n\r\n"
	return []string{
		record(1, "warcinfo", "urn:x", "software: a crawler\r\n"),
		record(2, "request", "http://coast.example/ferry", request),
		record(3, "response", "http://coast.example/ferry", page(ferryStory)),
		record(4, "response", "http://coast.example/ferry.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n"),
		record(5, "response", "http://bay.example/tram", page(tramStory)),
		record(6, "metadata", "http://bay.example/tram", "fetchTimeMs: 12\r\n"),
		record(7, "response", "http://bay.example/ferry?again", strings.Replace(page(ferryStory), "200 OK", "200 Fine", 1)),
		record(8, "response", "http://isle.example/ferry", page(ferryStory+"<!-- a build number -->")),
		record(9, "response", "http://isle.example/again.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n"),
		record(10, "response", "http://isle.example/moved", "HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n"),
	}
}

func packed(records []string) []byte {
	var b bytes.Buffer
	for _, r := range records {
		z := gzip.NewWriter(&b)
		_, _ = z.Write([]byte(r))
		_ = z.Close()
	}
	return b.Bytes()
}

func unpacked(t *testing.T, data []byte) string {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(all)
}

// dedupArchive runs the command on an archive.
func dedupArchive(t *testing.T, name string, data []byte, args ...string) (kept, dropped, manifest []byte) {
	t.Helper()
	dir := t.TempDir()
	path := func(s string) string { return filepath.Join(dir, s) }
	if err := os.WriteFile(path(name), data, 0o600); err != nil {
		t.Fatal(err)
	}
	args = append([]string{"dedup", "-o", path("kept"), "--dropped", path("dropped"), "--manifest", path("manifest"), path(name)}, args...)
	var out, complaints bytes.Buffer
	if code := run(context.Background(), streams{strings.NewReader(""), &out, &complaints}, args); code != exitFine {
		t.Fatalf("exit code %d: %s", code, &complaints)
	}
	read := func(s string) []byte {
		b, err := os.ReadFile(path(s))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	return read("kept"), read("dropped"), bytes.ReplaceAll(read("manifest"), []byte(dir), nil)
}

func TestWebArchivesPassThrough(t *testing.T) {
	all := harvested()
	plain := strings.Join(all, "")
	kept, dropped, manifest := dedupArchive(t, "harvest.warc", []byte(plain))
	if string(dropped) != all[6] {
		t.Errorf("dropped: %q", dropped)
	}
	before, after := strings.Join(all[:6], ""), strings.Join(all[7:], "")
	if !bytes.HasPrefix(kept, []byte(before)) || !bytes.HasSuffix(kept, []byte(after)) {
		t.Fatalf("the other records have changed: %q", kept)
	}
	checkRevisit(t, kept[len(before):len(kept)-len(after)])
	for _, want := range []string{
		`"decision":"revisit","reason":"nothing of its own"`,
		`"decision":"keep","reason":"` + string(keptWhole) + `"`,
	} {
		if bytes.Count(manifest, []byte(want)) != 1 {
			t.Errorf("no single %s in\n%s", want, manifest)
		}
	}
	again, _, _ := dedupArchive(t, "again.warc", kept)
	if !bytes.Equal(again, kept) {
		t.Error("what was kept does not stay as it is")
	}
}

// checkRevisit checks the record that the copy became.
func checkRevisit(t *testing.T, data []byte) {
	t.Helper()
	r, err := warc.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	rec, err := r.Next()
	if err != nil {
		t.Fatal(err)
	}
	head, _, err := rec.Split()
	if err != nil || !bytes.HasPrefix(head, []byte("HTTP/1.1 200 Fine\r\n")) || int64(len(head)) != rec.Length {
		t.Errorf("head %q of %d bytes, %v", head, rec.Length, err)
	}
	_, body, _ := strings.Cut(page(ferryStory), "\r\n\r\n")
	for name, want := range map[string]string{
		"WARC-Type": "revisit", "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000007>",
		"WARC-Date": "2024-05-06T09:07:00Z", "WARC-Target-URI": "http://bay.example/ferry?again", "X-Note": "kept",
		"WARC-Profile":        "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
		"WARC-Payload-Digest": digestOf(body), "WARC-Truncated": "length", "WARC-Block-Digest": digestOf(string(head)),
		"WARC-Refers-To":            "<urn:uuid:00000000-0000-4000-8000-000000000003>",
		"WARC-Refers-To-Target-URI": "http://coast.example/ferry", "WARC-Refers-To-Date": "2024-05-06T09:03:00Z",
	} {
		if got := rec.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if _, err := r.Next(); !errors.Is(err, io.EOF) || len(rec.Warnings()) > 0 {
		t.Errorf("%v, %v", err, rec.Warnings())
	}
}

func TestPackedWebArchivesKeepTheirMembers(t *testing.T) {
	all := harvested()
	kept, dropped, _ := dedupArchive(t, "harvest.warc.gz", packed(all))
	plain, _, _ := dedupArchive(t, "harvest.warc", []byte(strings.Join(all, "")))
	if unpacked(t, kept) != string(plain) {
		t.Error("the packed archive holds other records than the plain one")
	}
	if !bytes.Equal(dropped, packed(all[6:7])) {
		t.Error("the dropped member has changed")
	}
	before, after := packed(all[:6]), packed(all[7:])
	if !bytes.HasPrefix(kept, before) || !bytes.HasSuffix(kept, after) {
		t.Error("the other members have changed")
	}
}

// An archive that is damaged, cut short, or packed as a whole comes out as it went in
// where its records cannot be told apart.
func TestOddWebArchivesPassThrough(t *testing.T) {
	all := harvested()
	plain := strings.Join(all, "")
	whole := packed([]string{plain})
	if kept, dropped, _ := dedupArchive(t, "whole.warc.gz", whole); !bytes.Equal(kept, whole) || len(dropped) > 0 {
		t.Error("an archive packed as a whole has changed")
	}
	junk := strings.Join(all[:3], "") + "junk between records\r\n" + strings.Join(all[3:5], "")
	kept := passedOn(t, junk)
	if kept != junk {
		t.Errorf("junk is lost: %q", kept)
	}
	cut := plain[:len(plain)-40]
	if kept := passedOn(t, cut); !strings.HasSuffix(kept, cut[len(cut)-500:]) {
		t.Errorf("the end is lost: %q", kept)
	}
}

// passedOn returns what the command makes of an archive on standard input, errors or not.
func passedOn(t *testing.T, archive string) string {
	t.Helper()
	var out, complaints bytes.Buffer
	if run(context.Background(), streams{strings.NewReader(archive), &out, &complaints}, []string{"dedup"}) == exitInterrupted {
		t.Fatal(&complaints)
	}
	return out.String()
}

// The response kept whole may come behind the revisit.
func TestWebArchivesKeepThePreferredResponse(t *testing.T) {
	all := harvested()
	kept, dropped, _ := dedupArchive(t, "harvest.warc", []byte(strings.Join(all, "")), "--keep", "outlet=bay.example")
	if string(dropped) != all[2] {
		t.Errorf("dropped %q", dropped)
	}
	if !bytes.Contains(kept, []byte("WARC-Refers-To: <urn:uuid:00000000-0000-4000-8000-000000000007>")) {
		t.Errorf("refers elsewhere: %q", kept)
	}
}

// TestWarcio has a public reader of the format read what comes out.
func TestWarcio(t *testing.T) {
	if err := exec.Command("python3", "-c", "import warcio").Run(); err != nil {
		t.Skip("needs python3 with warcio: pip install warcio")
	}
	dir := t.TempDir()
	for name, data := range map[string][]byte{"h.warc": []byte(strings.Join(harvested(), "")), "h.warc.gz": packed(harvested())} {
		kept, _, _ := dedupArchive(t, name, data)
		before, after := filepath.Join(dir, name), filepath.Join(dir, "kept-"+name)
		if err := errors.Join(os.WriteFile(before, data, 0o600), os.WriteFile(after, kept, 0o600)); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("python3", "../../bench/warc_check.py", before, after).CombinedOutput()
		if want := "10 records: 1 metadata, 1 request, 6 response, 1 revisit, 1 warcinfo\n"; err != nil || string(out) != want {
			t.Errorf("%s: %s%v", name, out, err)
		}
	}
}
