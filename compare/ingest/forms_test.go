package ingest

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding/unicode"

	"github.com/klauspost/compress/gzip"
)

// TestFormsNotRead holds what is said of files that hold no article in a form we read.
func TestFormsNotRead(t *testing.T) {
	var packed strings.Builder
	z := gzip.NewWriter(&packed)
	_, _ = z.Write([]byte("\x1f\x8bferry"))
	_ = z.Close()
	for name, test := range map[string]struct{ file, want string }{
		"a.epub":    {"PK\x03\x04mimetype", "is a zip archive or an office document (unpack it, or save it as plain text)"},
		"a.doc":     {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an office document (save it as plain text)"},
		"a.xz":      {"\xfd7zXZ\x00", "is packed with xz (unpack it first; gzip, zstd and bzip2 are read as they are)"},
		"a.txt.gz":  {packed.String(), "is packed more than once (unpack it once)"},
		"b.txt.gz":  {"\x1f\x8bferry runs aground", "begins like a gzip file and is none, or a damaged one"},
		"c.txt.gz":  {"", "is empty (give a file that holds an article)"},
		"feed.xml":  {"<?xml version=\"1.0\"?><rss>", "is XML, not an article (give the articles' own pages, or JSON Lines)"},
		"page.mht":  {"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "is a page saved as MHTML (save it as HTML)"},
		"rows.csv":  {"id,text\n1,Ferry runs aground", "is a table (turn its rows into JSON Lines)"},
		"list.json": {"[]", "is an empty list of records"},
		"text.json": {"\"Ferry runs aground\"", "holds no records (give objects that hold a text)"},
		"bytes":     {strings.Repeat("ab\x00", 30), "is not text (give text, Markdown, HTML, JSON or a web archive)"},
	} {
		articles, errs := readAllOf(Options{FS: fstest.MapFS{name: {Data: []byte(test.file)}}}, name)
		if len(articles) > 0 || !slices.Equal(errs, []string{name + ": " + test.want}) {
			t.Errorf("%s: %d articles, %q", name, len(articles), errs)
		}
	}
}

// TestUTF16 holds that UTF-16 is read in every form, with a mark and without.
func TestUTF16(t *testing.T) {
	russian := "Паром сел на мель\n\nПаром с двумястами пассажирами сел на мель утром."
	for _, test := range []struct{ name, text, title string }{
		{"a.txt", ferry, "Ferry terminal to close"},
		{"b.txt", russian, "Паром сел на мель"},
		{"c.html", page, ""},
		{"d.jsonl", `{"title": "Ferry", "text": "The board voted."}` + "\n" + `{"title": "Pier", "text": "The pier opens."}`, "Ferry"},
		{"e.json", `[{"title": "Ferry", "text": "The board voted."}]`, "Ferry"},
	} {
		for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
			for _, mark := range []unicode.BOMPolicy{unicode.UseBOM, unicode.IgnoreBOM} {
				data, err := unicode.UTF16(order, mark).NewEncoder().String(test.text)
				if err != nil {
					t.Fatal(err)
				}
				articles, errs := readAllOf(Options{FS: fstest.MapFS{test.name: {Data: []byte(data)}}}, test.name)
				if len(errs) > 0 || len(articles) == 0 || test.title != "" && articles[0].Title != test.title {
					t.Errorf("%s: %q", test.name, errs)
				}
			}
		}
	}
}
