package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Pages name their parts in classes and ids. Those that say "this is not the article"
// are taken out before the main text is looked for, which then is found more surely.

// furniture are words of class names and ids, in any of their usual spellings, that
// stand on what lies around an article. A name of two words wants both, side by side.
const furniture = `
	comments commentlist comment-list comment-form comment-respond comment-area comment-section comment-notes disqus
	related relatedposts related-articles recommended recommendations rec-posts read-more readmore read-next also-read see-also
	lee-tambien next-story nextstory next-post prev-post post-navigation nav-links most-read popular trending
	newsletter newsletterbox subscribe subscription signup sign-up paywall
	share sharing sharebar sharedaddy social socials
	caption captions legend imagedescription image-description bildunterschrift photo-credit image-credit img-metadata img-credit image-caption
	author-bio author-box author-info author-description author-about about-author post-author entry-author
	postmetadata post-metadata entry-footer entryfooter post-tags tag-list tags tagcloud article-tags keywords
	breadcrumb breadcrumbs pagination pager article-toc table-of-contents
	rating ratings news-rate vote survey poll
	cookie cookies consent gdpr disclaimer advertisement advert ads adsbox banner banners promo promotion sponsored
	noprint no-print print-hidden screen-reader-text sr-only visually-hidden skip-link
`

// byFirstWord holds names by the first of their words.
func byFirstWord(names string) map[string][][]string {
	byFirst := make(map[string][][]string)
	for name := range strings.FieldsSeq(names) {
		words := strings.Split(name, "-")
		byFirst[words[0]] = append(byFirst[words[0]], words)
	}
	return byFirst
}

// An element with more of a page's prose than this is the article itself, whatever it
// is called. Comments may be far longer than what they comment on.
const (
	maxFurniture = .25
	maxComments  = .9
)

// removeFurniture takes what lies around the article out of a page. Elements that hold
// the headline stay.
func removeFurniture(root *html.Node) {
	type candidate struct {
		node  *html.Node
		name  string
		prose int
	}
	var candidates []candidate
	known := byFirstWord(furniture)
	all, _ := measure(root, func(n *html.Node, prose int, headline bool) {
		if name := furnitureName(n, known); name != "" && !headline {
			candidates = append(candidates, candidate{n, name, prose})
		}
	})
	for _, c := range candidates {
		most := maxFurniture
		if strings.HasPrefix(c.name, "comment") {
			most = maxComments
		}
		if float64(c.prose) <= most*float64(all) {
			c.node.Parent.RemoveChild(c.node)
		}
	}
}

// minProse is the length in bytes from which a text in a page is prose.
const minProse = 40

// measure calls visit for every element under n and n itself, inner ones first, with
// the bytes of prose in it, links left out, and whether it holds a headline.
func measure(n *html.Node, visit func(n *html.Node, prose int, headline bool)) (prose int, headline bool) {
	switch {
	case n.Type == html.TextNode:
		if size := len(strings.TrimSpace(n.Data)); size >= minProse {
			prose = size
		}
		return prose, false
	case n.Type == html.ElementNode && noProse(n.DataAtom):
		return 0, false
	}
	headline = n.DataAtom == atom.H1
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p, h := measure(c, visit)
		prose += p
		headline = headline || h
	}
	if n.Type == html.ElementNode {
		visit(n, prose, headline)
	}
	return prose, headline
}

func noProse(a atom.Atom) bool {
	return a == atom.Script || a == atom.Style || a == atom.Noscript || a == atom.Template || a == atom.A
}

// furnitureName returns the name by which an element is known to lie around an
// article, empty for any other element.
func furnitureName(n *html.Node, known map[string][][]string) string {
	switch n.DataAtom {
	case atom.Html, atom.Head, atom.Body, atom.Main, atom.H1, atom.Script, atom.Style:
		return ""
	case atom.Figcaption:
		return "figcaption"
	}
	for _, a := range n.Attr {
		if a.Key == "class" || a.Key == "id" {
			if name := knownName(a.Val, known); name != "" {
				return name
			}
		}
	}
	return ""
}

// knownName returns the first word of a known name in a class or id.
func knownName(names string, known map[string][][]string) string {
	for name := range strings.FieldsSeq(names) {
		words := nameWords(name)
		for i, w := range words {
			for _, want := range known[w] {
				if hasPrefix(words[i:], want) {
					return w
				}
			}
		}
	}
	return ""
}

func hasPrefix(words, prefix []string) bool {
	if len(words) < len(prefix) {
		return false
	}
	for i, w := range prefix {
		if words[i] != w {
			return false
		}
	}
	return true
}

// nameWords parts "relatedPosts__item-3" into its words.
func nameWords(name string) []string {
	var words []string
	start := 0
	for i := 0; i <= len(name); i++ {
		switch {
		case i == len(name) || !isLetter(name[i]):
			if i > start {
				words = append(words, strings.ToLower(name[start:i]))
			}
			start = i + 1
		case i > start && isUpper(name[i]) && !isUpper(name[i-1]):
			words = append(words, strings.ToLower(name[start:i]))
			start = i
		}
	}
	return words
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= 0x80 }
func isUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
