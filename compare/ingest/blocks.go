package ingest

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A block is a paragraph, a heading or an item of a list as a page sets it.
type block struct {
	text   string
	node   *html.Node // its first text
	linked bool       // all of it is a link
}

// A blockWriter gathers the blocks under a node, asides left out.
type blockWriter struct {
	blocks   []block
	headline int // how many blocks stand before the headline; -1 without one

	text  strings.Builder
	node  *html.Node
	links int // how many links are open
	plain bool
}

// blocksOf returns the blocks under a node, and how many of them stand before the
// headline; -1 when there is none.
func blocksOf(root *html.Node) (blocks []block, headline int) {
	w := blockWriter{headline: -1}
	w.walk(root)
	w.end()
	return w.blocks, w.headline
}

func (w *blockWriter) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		if w.node == nil {
			w.node = n
		}
		w.plain = w.plain || w.links == 0 && strings.ContainsFunc(n.Data, isWord)
		w.text.WriteString(n.Data)
		return
	case n.DataAtom == atom.H1 && w.headline < 0:
		w.end()
		w.headline = len(w.blocks)
		return
	case n.Type == html.ElementNode && aside(n):
		return
	}
	breaks := n.Type == html.ElementNode && blockLevel(n.DataAtom)
	if breaks {
		w.end()
	}
	if n.DataAtom == atom.A {
		w.links++
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c)
	}
	if n.DataAtom == atom.A {
		w.links--
	}
	if breaks {
		w.end()
	}
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// end closes the block in hand.
func (w *blockWriter) end() {
	if s := oneLine(w.text.String()); s != "" {
		w.blocks = append(w.blocks, block{s, w.node, !w.plain})
	}
	w.text.Reset()
	w.node, w.plain = nil, false
}

// joined writes blocks as paragraphs parted by empty lines.
func joined(blocks []block) string {
	texts := make([]string, len(blocks))
	for i, b := range blocks {
		texts[i] = b.text
	}
	return strings.Join(texts, "\n\n")
}

// proseIn returns the bytes of those blocks that are long enough to be prose.
func proseIn(blocks []block) int {
	sum := 0
	for _, b := range blocks {
		if len(b.text) >= minBlock {
			sum += len(b.text)
		}
	}
	return sum
}

// minBlock is the length in bytes from which a block of a page is prose.
const minBlock = 80

// aside reports whether an element of the article is not of its text.
func aside(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Figure, atom.Figcaption, atom.Aside, atom.Nav, atom.Footer, atom.Form, atom.Button, atom.Script, atom.Style,
		atom.Noscript, atom.Iframe, atom.Svg, atom.Video, atom.Audio, atom.Select, atom.Textarea, atom.Template, atom.H1, atom.Head:
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
