package ingest

import (
	"bufio"
	"bytes"
	"errors"
	letters "unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

var errNotUTF8 = errors.New("is not UTF-8")

var bom = []byte("\ufeff")

// decode turns the bytes of a text into UTF-8: by its byte order mark, else as
// UTF-8 when all of it is valid, else as the likeliest other encoding, with a note
// that says so.
func decode(data []byte) (s, note string) {
	data = bytes.TrimPrefix(data, bom)
	if enc := utf16Of(data); enc != nil {
		return decodeWith(enc, data), ""
	}
	if utf8.Valid(data) {
		return string(data), ""
	}
	enc, name := detect(data)
	return decodeWith(enc, data), "not UTF-8: read as " + name
}

func decodeWith(enc encoding.Encoding, data []byte) string {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return string(bytes.ToValidUTF8(data, []byte("\ufffd")))
	}
	return string(out)
}

// utf16Of returns the UTF-16 decoder for data that opens with its byte order mark, or
// whose zeros all stand on one side of each pair and that reads as text, else nil.
func utf16Of(data []byte) encoding.Encoding {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	}
	head := data[:min(len(data), 512)&^1]
	var even, odd int
	for i := 0; i < len(head); i += 2 {
		if head[i] == 0 {
			even++
		}
		if head[i+1] == 0 {
			odd++
		}
	}
	order := unicode.LittleEndian
	if even > 0 {
		order = unicode.BigEndian
	}
	if len(head) < minUTF16 || (even == 0) == (odd == 0) {
		return nil
	}
	if enc := unicode.UTF16(order, unicode.IgnoreBOM); readsAsText(enc, head) {
		return enc
	}
	return nil
}

// inUTF8 returns a stream that begins with head as it is, or UTF-16 turned into UTF-8.
func inUTF8(r *bufio.Reader, head []byte) *bufio.Reader {
	if enc := utf16Of(head); enc != nil {
		return bufio.NewReaderSize(enc.NewDecoder().Reader(r), r.Size())
	}
	return r
}

// minUTF16 is how many bytes tell UTF-16 without a mark.
const minUTF16 = 8

// readsAsText reports whether nearly all that the bytes decode to is letters, digits,
// space and marks.
func readsAsText(enc encoding.Encoding, head []byte) bool {
	all, odd := 0, 0
	for _, r := range decodeWith(enc, head) {
		all++
		if !letters.IsLetter(r) && !letters.IsDigit(r) && !letters.IsSpace(r) && !letters.IsPunct(r) && !letters.IsMark(r) && !letters.IsSymbol(r) ||
			r == letters.ReplacementChar {
			odd++
		}
	}
	return odd*20 <= all
}

// formats are files that are named by mistake more often than any others.
var formats = []struct{ magic, reason, says, hint string }{
	{"%PDF-", "office document", "is a PDF, not text", "save its text first, for example with pdftotext"},
	{"PK\x03\x04", "binary", "is a zip archive or an office document", "unpack it, or save it as plain text"},
	{"{\\rtf", "office document", "is a rich text document", "save it as plain text"},
	{"%!PS", "office document", "is a PostScript document", "save its text first"},
	{"\xd0\xcf\x11\xe0", "office document", "is an office document", "save it as plain text"},
	{"\x1f\x8b", "binary", "is packed more than once", "unpack it once"},
	{"\x28\xb5\x2f\xfd", "binary", "is packed more than once", "unpack it once"},
	{"BZh", "binary", "is packed more than once", "unpack it once"},
	{"\xfd7zXZ", "binary", "is packed with xz", packedHint},
	{"\x04\x22\x4d\x18", "binary", "is packed with LZ4", packedHint},
	{"7z\xbc\xaf", "binary", "is a 7-Zip archive", packedHint},
	{"Rar!", "binary", "is a RAR archive", packedHint},
	{"\x89PNG", "image", "is an image", ""},
	{"\xff\xd8\xff", "image", "is an image", ""},
	{"GIF8", "image", "is an image", ""},
	{"\x7fELF", "binary", "is a program", ""},
}

const packedHint = "unpack it first; gzip, zstd and bzip2 are read as they are"

// checkText returns a *notArticle when data holds no text.
func checkText(data []byte) error {
	if len(bytes.TrimSpace(bytes.TrimPrefix(data, bom))) == 0 {
		return &notArticle{"empty", "is empty", "give a file that holds an article"}
	}
	for _, f := range formats {
		if bytes.HasPrefix(data, []byte(f.magic)) {
			return &notArticle{f.reason, f.says, f.hint}
		}
	}
	if utf16Of(data) == nil && binary(data) {
		return &notArticle{"binary", "is not text", "give text, Markdown, HTML, JSON or a web archive"}
	}
	return checkForm(data)
}

// checkForm returns a *notArticle when data is text that holds articles in a form that is
// not read.
func checkForm(data []byte) error {
	head := bytes.ToLower(data[:min(len(data), sniffed)])
	switch {
	case bytes.HasPrefix(head, []byte("<?xml")), bytes.HasPrefix(head, []byte("<rss")), bytes.HasPrefix(head, []byte("<feed")):
		return &notArticle{"data", "is XML, not an article", "give the articles' own pages, or JSON Lines"}
	case bytes.Contains(head, []byte("\nmime-version:")) && bytes.Contains(head, []byte("multipart/related")):
		return &notArticle{"page in one file", "is a page saved as MHTML", "save it as HTML"}
	}
	return nil
}

// binary reports whether data holds zero bytes or many control characters.
func binary(data []byte) bool {
	head := data[:min(len(data), 8192)]
	controls := 0
	for _, c := range head {
		if c == 0 {
			return true
		}
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' {
			controls++
		}
	}
	return controls*10 > len(head)
}
