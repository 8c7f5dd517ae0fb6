package ingest

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/article"
)

const (
	ferry = "Ferry terminal to close\n\nThe harbour board voted on Tuesday to close the old ferry terminal in Norrvik.\n\n“We were not asked,” said Ida Holm.\n"
	pier  = "New pier to open in spring\n\nThe harbour board said that a new pier would open in the spring.\n"
)

// folder is a folder as users have them: articles, and what lies among them.
var folder = sync.OnceValue(func() fstest.MapFS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"news/ferry.txt":            file(ferry),
		"news/later/pier.txt":       file(pier),
		"news/empty.txt":            file("\n\n"),
		"news/README.md":            file("About these files"),
		"news/photo.jpg":            file("\xff\xd8\xff\xe0"),
		"news/picture":              file("\x89PNG\r\n\x1a\n"),
		"news/crawl.go":             file("package main"),
		"news/.hidden.txt":          file("Hidden\n\nNot to be read."),
		"news/.git/config.txt":      file("Hidden\n\nNot to be read."),
		"news/page.html":            file(page),
		"news/page_files/ad.html":   file(page),
		"news/config.json":          file(`{"debug": true}`),
		"odd/a=b.txt":               file(ferry),
		"odd/paper.pdf":             file("%PDF-1.7 ..."),
		"odd/binary":                file("\x00\x01\x02\x03"),
		"odd/latin.txt":             file("Caf\xe9 closes\n\nThe caf\xe9 on the quay closed \x93for good\x94 on Tuesday."),
		"odd/records.jsonl":         file(records),
		"odd/records.jsonl.gz":      {Data: zipped(records)},
		"odd/bomb.gz":               {Data: zipped(strings.Repeat(" ", 17<<20))},
		"odd/records-as-array.json": file("[\n" + strings.NewReplacer("}\n\n{", "},\n{", "}\n{", "},\n{").Replace(records[:len(records)-len(badRecord)]) + "]"),
	}
})

const badRecord = "{\"id\": 4, \"text\": \"cut\n"

const records = `{"id": "n1", "headline": "Ferry to close", "body": "The board voted to close the terminal.", "source": "Harbour Times", "date": "2021-03-02T10:15:00Z", "url": "https://harbour.example/1", "authors": ["Ida Holm", "Jan Berg"]}

{"id": 2, "title": "Pier \"opens\"", "text": ["One paragraph.", "Another one, caf\u00e9 \ud83d\ude00."], "published": "March 3, 2021", "publisher": {"name": "Harbour Radio"}}
{"id": 3, "title": "No text here"}
` + badRecord

const page = `<!DOCTYPE html><html lang="en"><head><title>Ferry to close | Harbour Times</title>
<meta property="og:site_name" content="Harbour Times"><link rel="canonical" href="https://harbour.example/ferry">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Ferry to close",
"datePublished": "2021-03-02T10:15:00+01:00", "author": [{"@type": "Person", "name": "Jan Berg"}]}]}</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><h1>Ferry to close</h1><article>
<p>The harbour board voted on Tuesday to close the old ferry terminal, ending weeks of argument with the islanders who depend on it.</p>
<figure><img src="x.jpg"><figcaption>The old terminal. Jan Berg/AFP</figcaption></figure>
<p>“We were not asked,” said Ida Holm, who runs the bakery on the quay. “We read about it in the paper.”</p>
<p>The board’s chairman said that a new pier would open in the spring, and that the old one was no longer safe to use.</p>
</article><footer>© Harbour Times</footer></body></html>`

func zipped(s string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.Bytes()
}

// readAllOf reads the arguments from the folder.
func readAllOf(o Options, args ...string) (articles []*article.Article, errs []string) {
	if o.FS == nil {
		o.FS = folder()
	}
	inputs, err := Inputs(args, o)
	if err != nil {
		errs = append(errs, err.Error())
	}
	for a, err := range Read(context.Background(), inputs, o) {
		if err != nil {
			errs = append(errs, err.Error())
			continue
		}
		articles = append(articles, a)
	}
	return articles, errs
}

func TestFolder(t *testing.T) {
	stats := new(Stats)
	articles, errs := readAllOf(Options{Stats: stats}, "news")
	if len(errs) > 0 {
		t.Errorf("errors %v", errs)
	}
	labels := make([]string, 0, len(articles))
	for _, a := range articles {
		labels = append(labels, a.Label)
	}
	if want := []string{"ferry", "pier", "page"}; !slices.Equal(labels, want) {
		t.Errorf("articles %v, want %v", labels, want)
	}
	want := []Skip{{"data", 1}, {"empty", 1}, {"image", 2}, {"notes about the folder", 1}, {"script", 1}}
	if got := stats.Skipped(); !slices.Equal(got, want) {
		t.Errorf("skipped %v, want %v", got, want)
	}
	if stats.Articles != 3 {
		t.Errorf("counted %d articles", stats.Articles)
	}
}

func TestInputs(t *testing.T) {
	for _, test := range []struct {
		arg  string
		want []Input
	}{
		{"news/ferry.txt", []Input{{Path: "news/ferry.txt"}}},
		{"bbc=news/ferry.txt", []Input{{Label: "bbc", Path: "news/ferry.txt"}}},
		{"odd/a=b.txt", []Input{{Path: "odd/a=b.txt"}}},
		{"x=odd/a=b.txt", []Input{{Label: "x", Path: "odd/a=b.txt"}}},
		{"news/*/p*.txt", []Input{{Path: "news/later/pier.txt"}}},
		{"news/later", []Input{{Path: "news/later/pier.txt", Found: true}}},
		{"-", []Input{{Path: "-"}}},
		{"mail=-", []Input{{Label: "mail", Path: "-"}}},
	} {
		got, err := Inputs([]string{test.arg}, Options{FS: folder()})
		if err != nil || !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, %v", test.arg, got, err)
		}
	}
}

// TestErrors holds that errors name the input and say what to do, and that the other
// inputs are read all the same.
func TestErrors(t *testing.T) {
	for _, test := range []struct{ arg, want string }{
		{"nosuch.txt", "nosuch.txt: there is no such file or folder (check the spelling; quote names with spaces)"},
		{"news/*.nosuch", "news/*.nosuch: matches no file (check the spelling, or name the folder)"},
		{"news/empty.txt", "news/empty.txt: is empty (give a file that holds an article)"},
		{"odd/paper.pdf", "odd/paper.pdf: is a PDF, not text (save its text first, for example with pdftotext)"},
		{"odd/binary", "odd/binary: is not text (give text, Markdown, HTML, JSON or a web archive)"},
		{"odd/bomb.gz", "odd/bomb.gz: is larger than 16 MB (split it into one file an article, or give JSON Lines)"},
		{"news/config.json", "news/config.json: line 1: has no text (its fields: debug) (say where the text stands: --field text=NAME)"},
	} {
		articles, errs := readAllOf(Options{}, test.arg, "news/ferry.txt")
		if len(errs) != 1 || errs[0] != test.want {
			t.Errorf("%s: errors %q, want %q", test.arg, errs, test.want)
		}
		if len(articles) != 1 {
			t.Errorf("%s: %d articles beside it", test.arg, len(articles))
		}
	}
}

func TestUnreadableFile(t *testing.T) {
	denied := fstest.MapFS{"a.txt": {Data: []byte(ferry)}}
	o := Options{FS: deny{denied}}
	inputs, err := Inputs([]string{"a.txt"}, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range Read(context.Background(), inputs, o) {
		var e *Error
		if !errors.As(err, &e) || e.Input != "a.txt" || !errors.Is(err, errDenied) {
			t.Errorf("error is %v", err)
		}
	}
}

// deny lets files be seen but not read.
type deny struct{ fstest.MapFS }

func (d deny) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
}

func TestPlainText(t *testing.T) {
	for _, test := range []struct{ name, file, title, body string }{
		{"headline and body", ferry, "Ferry terminal to close", "The harbour board voted on Tuesday to close the old ferry terminal in Norrvik.\n\n“We were not asked,” said Ida Holm."},
		{"one line", "The harbour board voted to close the terminal.", "", "The harbour board voted to close the terminal."},
		{"a paragraph first", "The board voted to close it. The islanders were not asked. Nobody wrote.\n\nThey will sue.", "", "The board voted to close it. The islanders were not asked. Nobody wrote.\n\nThey will sue."},
		{"byte order mark, CRLF", "\ufeffFerry to close\r\n\r\nThe board voted.\r\nIt did.", "Ferry to close", "The board voted.\nIt did."},
		{"spaces that do not break, soft hyphens", "Ferry\u00a0to close\n\nThe har\u00adbour board\u200b voted.", "Ferry to close", "The harbour board voted."},
		{"decomposed letters", "Cafe\u0301 closes\n\nIt did.", "Café closes", "It did."},
		{"windows-1252", "Caf\xe9 closes\n\nIt closed \x93for good\x94.", "Café closes", "It closed “for good”."},
		{"UTF-16", "\xff\xfeH\x00i\x00\n\x00I\x00t\x00 \x00d\x00i\x00d\x00.\x00", "Hi", "It did."},
		{"control characters", "Ferry \x1b[31mto close\n\nThe board\u202e voted.", "Ferry [31mto close", "The board voted."},
		{"Markdown", "# Ferry to close\n\nThe board voted.", "Ferry to close", "The board voted."},
	} {
		t.Run(test.name, func(t *testing.T) {
			articles, errs := readAllOf(Options{FS: fstest.MapFS{"a.txt": {Data: []byte(test.file)}}}, "a.txt")
			if len(errs) > 0 {
				t.Fatal(errs)
			}
			a := articles[0]
			if body := a.Text[a.BodyStart:]; a.Title != test.title || body != test.body {
				t.Errorf("title %q, body %q", a.Title, body)
			}
		})
	}
}

func TestAsIs(t *testing.T) {
	const text = "Ferry to close\r\n\r\nAdvertisement\r\nThe board\u00a0voted.\r\n"
	articles, errs := readAllOf(Options{AsIs: true, FS: fstest.MapFS{"a.txt": {Data: []byte(text)}}}, "a.txt")
	if len(errs) > 0 || articles[0].Text != text {
		t.Errorf("text %q, errors %v", articles[0].Text, errs)
	}
	_, errs = readAllOf(Options{AsIs: true}, "odd/latin.txt")
	if want := "odd/latin.txt: byte 3: is not UTF-8 (without --as-is other encodings are read too)"; len(errs) != 1 || errs[0] != want {
		t.Errorf("errors %q", errs)
	}
}

func TestRecords(t *testing.T) {
	for _, path := range []string{"odd/records.jsonl", "odd/records.jsonl.gz", "odd/records-as-array.json"} {
		articles, errs := readAllOf(Options{}, path)
		if len(articles) != 2 {
			t.Fatalf("%s: %d articles, errors %q", path, len(articles), errs)
		}
		a, b := articles[0], articles[1]
		if a.Label != "n1" || a.Title != "Ferry to close" || a.Outlet != "Harbour Times" || a.Published != "2021-03-02T10:15:00Z" ||
			a.URL != "https://harbour.example/1" || !slices.Equal(a.Authors, []string{"Ida Holm", "Jan Berg"}) {
			t.Errorf("%s: %+v", path, a)
		}
		if b.Label != "2" || b.Title != `Pier "opens"` || b.Outlet != "Harbour Radio" || b.Published != "2021-03-03" ||
			b.Text != "Pier \"opens\"\n\nOne paragraph.\n\nAnother one, café 😀." {
			t.Errorf("%s: %+v", path, b)
		}
		if path != "odd/records-as-array.json" {
			if b.Path != path+":3" {
				t.Errorf("second record is at %s", b.Path)
			}
			want := []string{
				path + ": line 4: has no text (its fields: id, title) (say where the text stands: --field text=NAME)",
				path + ": line 5: is not valid JSON",
			}
			if !slices.Equal(errs, want) {
				t.Errorf("errors %q", errs)
			}
		}
	}
}

func TestNamedFields(t *testing.T) {
	line := `{"meta": {"head": "Ferry to close"}, "parts": {"main": "The board voted."}, "text": "not this"}`
	o := Options{FS: fstest.MapFS{"a.jsonl": {Data: []byte(line)}}, Fields: map[string]string{"text": "parts.main", "title": "meta.head"}}
	articles, errs := readAllOf(o, "a.jsonl")
	if len(articles) != 1 || articles[0].Text != "Ferry to close\n\nThe board voted." {
		t.Errorf("articles %v, errors %v", articles, errs)
	}
}

func TestPage(t *testing.T) {
	articles, errs := readAllOf(Options{}, "news/page.html")
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	a := articles[0]
	if a.Title != "Ferry to close" || a.Outlet != "Harbour Times" || a.Published != "2021-03-02T10:15:00+01:00" ||
		a.URL != "https://harbour.example/ferry" || !slices.Equal(a.Authors, []string{"Jan Berg"}) {
		t.Errorf("%+v", a)
	}
	body := a.Text[a.BodyStart:]
	if !strings.HasPrefix(body, "The harbour board voted") || !strings.HasSuffix(body, "no longer safe to use.") || strings.Contains(body, "AFP") {
		t.Errorf("body %q", body)
	}
}

func TestDeepPage(t *testing.T) {
	deep := "<html>" + strings.Repeat("<div>", 100_000) + "text"
	_, errs := readAllOf(Options{FS: fstest.MapFS{"a.html": {Data: []byte(deep)}}}, "a.html")
	if len(errs) != 1 {
		t.Errorf("errors %q", errs)
	}
}

// TestLongLine holds that a line beyond all bounds is passed over and the next is read.
func TestLongLine(t *testing.T) {
	long := `{"id": 1, "text": "` + strings.Repeat("x", maxBytes) + `"}`
	all := `{"id": 0, "text": "The board voted."}` + "\n" + long + "\n" + `{"id": 2, "text": "It did."}`
	articles, errs := readAllOf(Options{FS: fstest.MapFS{"a.jsonl": {Data: []byte(all)}}}, "a.jsonl")
	if len(articles) != 2 || len(errs) != 1 || errs[0] != "a.jsonl: line 2: is longer than 16 MB (if it wraps many records, give them one a line: jq -c '.articles[]')" {
		t.Errorf("%d articles, errors %q", len(articles), errs)
	}
}

// TestCutFiles holds that what stands before the end of a damaged file is read.
func TestCutFiles(t *testing.T) {
	packed := zipped(strings.Repeat(`{"text": "The board voted to close the terminal."}`+"\n", 40_000))
	files := fstest.MapFS{
		"a.jsonl.gz": {Data: packed[:len(packed)/2]},
		"b.txt.gz":   {Data: zipped(ferry)[:60]},
		"c.json":     {Data: []byte("[\n{\"text\": \"The board voted.\"},\n{\"text\": \"The bo")},
	}
	articles, errs := readAllOf(Options{FS: files}, "a.jsonl.gz", "b.txt.gz", "c.json")
	if len(articles) < 1000 || len(errs) != 3 {
		t.Fatalf("%d articles, errors %q", len(articles), errs)
	}
	if !strings.Contains(errs[0], ": ends too early: the file is cut short or damaged") || !strings.HasPrefix(errs[1], "b.txt.gz: ends too early") ||
		errs[2] != "c.json: record 2, byte 32: ends in the middle of a record (the records before it were read)" {
		t.Errorf("errors %q", errs)
	}
}

func TestStandardInput(t *testing.T) {
	articles, errs := readAllOf(Options{Stdin: strings.NewReader(ferry)}, "-")
	if len(errs) > 0 || articles[0].Label != "stdin" {
		t.Errorf("articles %v, errors %v", articles, errs)
	}
}

func TestPublished(t *testing.T) {
	for in, want := range map[string]string{
		"2021-03-02": "2021-03-02", "2021-03-02 10:15:00": "2021-03-02T10:15:00Z", "Tue, 02 Mar 2021 10:15:00 GMT": "2021-03-02T10:15:00Z",
		"March 2, 2021": "2021-03-02", "yesterday": "", "": "", "02/03/2021": "",
	} {
		if got := published(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func FuzzPlainText(f *testing.F) {
	for _, s := range []string{ferry, pier, "\ufeffA\r\nB", "Caf\xe9\n\n\x93x\x94", "\xff\xfeH\x00", "\x1b[31m", page, records} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for a, err := range Read(context.Background(), []Input{{Path: "a"}}, Options{FS: fstest.MapFS{"a": {Data: data}}}) {
			checkArticle(t, a, err)
		}
	})
}

func FuzzRecords(f *testing.F) {
	for line := range strings.Lines(records) {
		f.Add([]byte(line))
	}
	f.Add([]byte(records))
	f.Add([]byte("[{\"text\": \"a\"}, {\"text\": \"b\"}"))
	f.Add([]byte(`{"text":"\ud83d\u12"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		for a, err := range readJSON(Input{Path: "a"}, bufio.NewReader(bytes.NewReader(data)), Options{Stats: new(Stats)}) {
			checkArticle(t, a, err)
		}
	})
}

func checkArticle(t *testing.T, a *article.Article, err error) {
	if (a == nil) == (err == nil) {
		t.Fatalf("article %v, error %v", a, err)
	}
	if a == nil {
		return
	}
	if !utf8.ValidString(a.Text) || !utf8.ValidString(a.Title) {
		t.Fatalf("not UTF-8: %q", a.Text)
	}
	if a.SHA256 == "" {
		t.Fatal("no digest")
	}
}

func FuzzPage(f *testing.F) {
	f.Add(page)
	f.Add(`<html><meta property="og:title" content="A"><script type="application/ld+json">[{"@type":"NewsArticle"}]</script><p>x`)
	f.Add(`<time datetime="2021-03-02">2 March 2021</time><h1>A</h1><div class="date">`)
	f.Fuzz(func(t *testing.T, data string) {
		a, err := readPage(Input{Path: "a"}, []byte(data), Options{})
		checkArticle(t, a, err)
	})
}
