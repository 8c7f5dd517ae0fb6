package ingest

import (
	"bytes"
	"errors"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"github.com/storydiff/storydiff/compare/article"
)

var errPage = errors.New("is no HTML page that can be read")

// minMain is the length in bytes from which found text is taken for an article.
const minMain = 140

// readPage makes the article of an HTML page: its main text, and what the page says
// of itself.
func readPage(in Input, data []byte, _ Options) (*article.Article, error) {
	utf8Page, note := decodePage(data)
	root, err := html.Parse(strings.NewReader(utf8Page))
	if err != nil {
		return nil, errPage // nested past all reason
	}
	m := readMeta(root)
	body := mainText(root, m)
	if len(body) < minMain {
		return nil, &notArticle{"page without an article", "is a page without an article", "save the article's own page"}
	}
	s := article.Source{
		Label: in.label(), Path: in.name(), SHA256: digest(data), Title: oneLine(tidy(m.headline())), Outlet: oneLine(m.outlet()),
		Authors: m.authors, Published: m.when(), URL: m.url, Language: languageCode(m.language), Body: tidy(body),
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

// mainText returns the paragraphs of the article on a page, one a line.
func mainText(root *html.Node, m *meta) string {
	parser := readability.NewParser()
	parser.DisableJSONLD = true // read by us
	found := ""
	if page, err := parser.ParseDocument(root, nil); err == nil && page.Node != nil {
		found = blocks(page.Node)
	}
	if len(m.body) > len(found)*2 {
		return m.body
	}
	if len(found) < minMain {
		return longBlocks(root)
	}
	return found
}

// minBlock is the length in bytes from which a block of a page is prose.
const minBlock = 80

// longBlocks returns the blocks of a whole page that are long enough to be prose, for
// pages whose main part cannot be told.
func longBlocks(root *html.Node) string {
	var long []string
	for block := range strings.SplitSeq(blocks(root), "\n\n") {
		if len(block) >= minBlock {
			long = append(long, block)
		}
	}
	return strings.Join(long, "\n\n")
}

// blocks writes the text under a node, one block a paragraph.
func blocks(root *html.Node) string {
	var w blockWriter
	w.walk(root)
	w.end()
	return w.out.String()
}

// A blockWriter gathers the text of blocks.
type blockWriter struct {
	out   strings.Builder
	block strings.Builder
}

func (w *blockWriter) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.block.WriteString(n.Data)
		return
	case n.Type == html.ElementNode && aside(n):
		return
	}
	breaks := n.Type == html.ElementNode && blockLevel(n.DataAtom)
	if breaks {
		w.end()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c)
	}
	if breaks {
		w.end()
	}
}

// end closes the block in hand.
func (w *blockWriter) end() {
	s := oneLine(w.block.String())
	w.block.Reset()
	if s == "" {
		return
	}
	if w.out.Len() > 0 {
		w.out.WriteString("\n\n")
	}
	w.out.WriteString(s)
}

// aside reports whether an element of the article is not of its text.
func aside(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Figure, atom.Figcaption, atom.Aside, atom.Nav, atom.Footer, atom.Form, atom.Button, atom.Script, atom.Style,
		atom.Noscript, atom.Iframe, atom.Svg, atom.Video, atom.Audio, atom.Select, atom.Textarea, atom.Template, atom.H1:
		return true
	}
	return false
}

func blockLevel(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol,
		atom.Blockquote, atom.Pre, atom.Table, atom.Tr, atom.Td, atom.Th, atom.Br, atom.Hr, atom.Dl, atom.Dt, atom.Dd, atom.Main, atom.Header:
		return true
	}
	return false
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
