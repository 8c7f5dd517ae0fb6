package ingest

import (
	"slices"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// minMain is the length in bytes from which found text is taken for an article.
const minMain = 140

// mainText returns the paragraphs of the article on a page, parted by empty lines.
func mainText(root *html.Node, m *meta) string {
	all, headline := blocksOf(root)
	found := readable(root)
	if body, _ := blocksOf(namedBody(root)); float64(proseIn(body)) > muchMore*float64(proseIn(found)) {
		found = body
	}
	found = slices.DeleteFunc(found, linkAlone)
	text := joined(found)
	if stated := m.body; len(stated) >= minMain && float64(len(stated)) > muchMore*float64(len(text)) {
		return stated
	}
	if len(text) < minMain {
		found = slices.DeleteFunc(slices.Clone(all), func(b block) bool { return len(b.text) < minBlock })
		return joined(found)
	}
	return joined(append(standfirst(all, headline, found, m.description), found...))
}

// linkAlone reports whether a block is nothing but a link of several words: the
// headline of another article.
func linkAlone(b block) bool {
	return b.linked && strings.Count(b.text, " ") >= 3 && !strings.HasSuffix(b.text, ".")
}

// muchMore is by how much another way of finding the text must find more than
// readability to be believed.
const muchMore = 1.4

// maxEffort bounds what readability is given to read: it looks at every text once for
// each element around it. Real pages stay below a tenth.
const maxEffort = 5_000_000

// effort is the sum of depths over the nodes of a page, long texts counted more.
func effort(n *html.Node, depth int) int {
	sum := depth * (1 + len(n.Data)/32)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += effort(c, depth+1)
	}
	return sum
}

// readable returns the blocks that readability takes for the article.
func readable(root *html.Node) []block {
	if effort(root, 0) > maxEffort {
		return nil
	}
	parser := readability.NewParser()
	parser.DisableJSONLD = true // read by us
	page, err := parser.ParseDocument(root, nil)
	if err != nil || page.Node == nil {
		return nil
	}
	blocks, _ := blocksOf(page.Node)
	return blocks
}

// bodyNames are words of class names and ids of the element that holds an article.
const bodyNames = `
	article-body articlebody article-content article-text article-copy entry-content entry-text entry-body post-content post-body
	post-text story-body story-content story-text body-content content-body news-text news-content page-content wysiwyg
`

// namedBody returns the element that is named as the body of the article and holds most
// prose, an empty one when none is.
func namedBody(root *html.Node) *html.Node {
	known := byFirstWord(bodyNames)
	best, most := new(html.Node), 0
	measure(root, func(n *html.Node, prose int, _ bool) {
		if prose > most && isBody(n, known) {
			best, most = n, prose
		}
	})
	return best
}

func isBody(n *html.Node, known map[string][][]string) bool {
	if n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return false
	}
	if n.DataAtom == atom.Article || strings.EqualFold(attr(n, "itemprop"), "articleBody") {
		return true
	}
	return knownName(attr(n, "class"), known) != "" || knownName(attr(n, "id"), known) != ""
}

// standfirstNames are words of class names of the paragraph between headline and
// article.
const standfirstNames = `
	lead lede teaser intro introduction subtitle subline subheadline subhead standfirst summary excerpt abstract dek deck
	description hook bajada chapo sapo vorspann anriss einleitung entradilla chapeau ingress sommario
`

// The standfirst is of this length in bytes.
const (
	minStandfirst = 40
	maxStandfirst = 900
)

// farthest is how many blocks below the headline an article begins at the latest.
const farthest = 300

// standfirst returns the blocks between the headline and the found text that introduce
// the article: by their names, or since the page's description of itself says the same.
func standfirst(all []block, headline int, found []block, description string) []block {
	if headline < 0 || len(found) == 0 {
		return nil
	}
	known := byFirstWord(standfirstNames)
	var first []block
	for _, b := range all[headline:min(len(all), headline+farthest)] {
		if b.text == found[0].text {
			return first
		}
		if len(b.text) < minStandfirst || len(b.text) > maxStandfirst {
			continue
		}
		if (introduces(b, known) || sameOpening(b.text, description)) && !holds(found, b.text) {
			first = append(first, b)
		}
	}
	return nil // the text does not stand below the headline
}

func holds(blocks []block, s string) bool {
	return slices.ContainsFunc(blocks, func(b block) bool { return strings.Contains(b.text, s) })
}

// introduces reports whether one of the elements around a block is named as what
// introduces an article. Inside of a link it introduces another one.
func introduces(b block, known map[string][][]string) bool {
	named := false
	for n, up := b.node.Parent, 0; n != nil && up < 4; n, up = n.Parent, up+1 {
		if n.DataAtom == atom.A {
			return false
		}
		named = named || knownName(attr(n, "class"), known) != "" || n.DataAtom == atom.Header && ended(b.text)
	}
	return named
}

func ended(s string) bool {
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!")
}

// sameOpening reports whether two texts begin alike.
func sameOpening(a, b string) bool {
	n := min(len(a), len(b), 60)
	return n >= minStandfirst && strings.EqualFold(a[:n], b[:n])
}
