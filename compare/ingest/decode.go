package ingest

import (
	"bytes"
	"errors"
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

// utf16Of returns the UTF-16 decoder for data that opens with its byte order mark
// or has a zero in nearly every second byte, else nil.
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
	switch pairs := len(head) / 2; {
	case pairs >= 4 && odd > pairs*2/3 && even == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case pairs >= 4 && even > pairs*2/3 && odd == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// formats are files that are named by mistake more often than any others.
var formats = []struct{ magic, reason, says, hint string }{
	{"%PDF-", "office document", "is a PDF, not text", "save its text first, for example with pdftotext"},
	{"PK\x03\x04", "binary", "is a zip archive or an office document", "unpack it, or save it as plain text"},
	{"{\\rtf", "office document", "is a rich text document", "save it as plain text"},
	{"\x89PNG", "image", "is an image", ""},
	{"\xff\xd8\xff", "image", "is an image", ""},
	{"GIF8", "image", "is an image", ""},
	{"\x7fELF", "binary", "is a program", ""},
}

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
		return &notArticle{"binary", "is not text", "give plain text in UTF-8"}
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
