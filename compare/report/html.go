package report

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"sync"

	"github.com/storydiff/storydiff/compare"
)

//go:embed html
var htmlFiles embed.FS

// pageTemplates returns the parsed templates of the page, a file for each part of it.
var pageTemplates = sync.OnceValue(func() *template.Template {
	return template.Must(template.ParseFS(htmlFiles, "html/*.tmpl"))
})

// An htmlPage is all that the templates show.
type htmlPage struct {
	Title   string
	Policy  string // the Content-Security-Policy
	Style   template.CSS
	Script  template.JS
	Seal    string
	Made    Made
	Summary string
	Toc     []htmlRef

	Articles []htmlArticle
	Heat     *htmlHeat // nil for too few or too many articles
	Graph    *htmlGraph
	Stories  []htmlStory
	Alone    []htmlAlone
	Pairs    []htmlPair
	Texts    []htmlText
	Large    bool // so much that what is not in sight is laid out only once it is
	Copies   []htmlCopies
	Method   htmlMethod
	Warnings []string
}

// largePage is the most articles of a page that is laid out at once.
const largePage = 10

// writeHTML writes the report as one page that needs nothing besides itself.
func writeHTML(w io.Writer, r *compare.Report, o Options) error {
	page, err := newPage(r, o)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := pageTemplates().ExecuteTemplate(&out, "page.tmpl", page); err != nil {
		return err
	}
	_, err = w.Write(sealed(out.Bytes()))
	return err
}

// newPage fills the page. The texts come last: they are cut where something links to.
func newPage(r *compare.Report, o Options) (*htmlPage, error) {
	style, err := htmlFiles.ReadFile("html/style.css")
	if err != nil {
		return nil, err
	}
	script, err := htmlFiles.ReadFile("html/script.js")
	if err != nil {
		return nil, err
	}
	h := newHTMLView(only(r, o.Only), o)
	p := &htmlPage{
		Policy: policy(style, script), Style: template.CSS(style), Script: template.JS(script), //nolint:gosec // our own files
		Seal: blankSeal, Made: made(r, o), Summary: h.summaryWords(),
		Articles: h.articles(), Heat: h.heat(), Graph: h.graph(), Stories: h.stories(),
		Alone: h.alone(), Pairs: h.pairs(), Copies: h.copyGroups(), Method: h.method(), Warnings: h.notes(),
	}
	p.Title = "Storydiff: " + p.Summary
	p.Texts = h.allTexts()
	p.Large = len(p.Texts) > largePage
	p.Toc = p.contents()
	return p, nil
}

// policy allows the page its own style and script and nothing else: no network at all.
func policy(style, script []byte) string {
	return "default-src 'none'; style-src 'sha256-" + hash64(style) + "'; script-src 'sha256-" + hash64(script) +
		"'; base-uri 'none'; form-action 'none'"
}

func hash64(b []byte) string {
	sum := sha256.Sum256(b)
	return base64.StdEncoding.EncodeToString(sum[:])
}

// contents lists the sections of the page.
func (p *htmlPage) contents() []htmlRef {
	toc := []htmlRef{{Href: "#overview", Text: "Overview"}}
	for _, s := range p.Stories {
		toc = append(toc, htmlRef{Href: "#" + s.Anchor, Text: "Story " + s.Letter})
	}
	if len(p.Copies) > 0 {
		toc = append(toc, htmlRef{Href: "#copies", Text: "Copies"})
	}
	return append(toc, htmlRef{Href: "#texts", Text: "Texts"}, htmlRef{Href: "#pairs", Text: "Pairs"}, htmlRef{Href: "#method", Text: "Method"})
}
