package ingest

import (
	"bytes"
	"errors"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"github.com/storydiff/storydiff/compare/article"
)

var errPage = errors.New("is an HTML page nested too deeply to be read")

// readPage makes the article of an HTML page: its main text, and what the page says
// of itself.
func readPage(in Input, data []byte, _ Options) (*article.Article, error) {
	utf8Page, note := decodePage(data)
	root, err := html.Parse(strings.NewReader(utf8Page))
	if err != nil {
		return nil, errPage
	}
	m := readMeta(root)
	removeFurniture(root)
	body := mainText(root, m)
	if len(body) < minMain {
		return nil, &notArticle{"page without an article", "is a page without an article", "save the article's own page"}
	}
	s := article.Source{
		Label: in.label(), Named: in.Label != "", Path: in.name(), SHA256: digest(data), Title: oneLine(tidy(m.headline())), Outlet: oneLine(m.outlet()),
		Authors: m.authors, Published: m.days.best(m.addresses), URL: m.url, Language: languageCode(m.language), Body: tidy(body),
	}
	if note != "" {
		s.Notes = []string{note}
	}
	return article.New(s), nil
}

// decodePage turns a page into UTF-8: by its byte order mark, as UTF-8 when all of it
// is, by the encoding it declares, else as the likeliest.
func decodePage(data []byte) (s, note string) {
	s, note = decode(data)
	if note == "" {
		return s, ""
	}
	if enc, name, certain := charset.DetermineEncoding(data, ""); certain && name != "utf-8" {
		return decodeWith(enc, data), ""
	}
	return s, note
}

// looksLikePage reports whether a text begins as HTML pages do.
func looksLikePage(head []byte) bool {
	low := bytes.ToLower(bytes.TrimSpace(head[:min(len(head), 1024)]))
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<!--", "<article", "<div", "<meta"} {
		if bytes.HasPrefix(low, []byte(tag)) {
			return true
		}
	}
	return bytes.HasPrefix(low, []byte("<?xml")) && bytes.Contains(low, []byte("<html"))
}
