package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/article"
)

// readText makes the article of a plain-text file: its first line, when it reads
// like a headline, is the title.
func readText(in Input, data []byte, o Options) (*article.Article, error) {
	s := article.Source{Label: in.label(), Named: in.Label != "", Path: in.Path, SHA256: digest(data), AsIs: o.AsIs}
	if err := checkText(data); err != nil {
		return nil, err
	}
	switch in.ending() {
	case ".csv", ".tsv":
		return nil, &notArticle{"data", "is a table", "turn its rows into JSON Lines"}
	case ".json", ".jsonl", ".ndjson":
		return nil, &notArticle{"data", "holds no records", "give objects that hold a text"}
	}
	if o.AsIs {
		if at := invalidAt(data); at >= 0 {
			return nil, &Error{
				Input: in.name(), Place: fmt.Sprintf("byte %d", at), Err: errNotUTF8,
				Hint: "without --as-is other encodings are read too",
			}
		}
		s.Body = string(data)
		s.Title, _ = splitHeadline(s.Body)
		return article.New(s), nil
	}
	decoded, note := decode(data)
	if note != "" {
		s.Notes = append(s.Notes, note)
	}
	s.Title, s.Body = splitHeadline(tidy(decoded))
	return article.New(s), nil
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	var written [2 * sha256.Size]byte
	hex.Encode(written[:], sum[:])
	return string(written[:])
}

// invalidAt returns the first byte that is not UTF-8, or -1.
func invalidAt(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// splitHeadline parts the first line that is not empty from the rest. A text whose
// first line is no headline has none.
func splitHeadline(s string) (title, body string) {
	s = strings.TrimLeft(s, " \t\n\r")
	line, rest, _ := strings.Cut(s, "\n")
	line = strings.TrimSpace(line)
	if strings.TrimSpace(rest) == "" || !headlineLike(line) {
		return "", s
	}
	return heading(line), rest
}

// heading takes the marks of a Markdown heading off a line.
func heading(line string) string {
	if bare := strings.TrimLeft(line, "#"); bare != line && strings.HasPrefix(bare, " ") {
		return strings.TrimSpace(bare)
	}
	return line
}

const (
	maxHeadline = 300 // bytes; the longest of news sites stay below 250
	maxSentence = 160 // a line that ends in a full stop and is longer is a paragraph
)

// headlineLike reports whether a first line may be a headline rather than the
// first paragraph: not too long, and not one or more finished sentences of prose.
func headlineLike(line string) bool {
	if len(line) > maxHeadline {
		return false
	}
	if !strings.HasSuffix(line, ".") {
		return true
	}
	inner := strings.Contains(line, ". ") || strings.Contains(line, "? ") || strings.Contains(line, "! ")
	return len(line) <= maxSentence && !inner
}
