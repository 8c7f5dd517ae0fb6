package ingest

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A meta is what a page says of itself: in JSON-LD, OpenGraph and other meta tags,
// microdata, and its visible parts.
type meta struct {
	ldHeadline, ogTitle, h1, title string
	ldOutlet, ogSite               string
	authors                        []string
	days                           days
	url                            string
	addresses                      []string // all that the page gives as its own
	language                       string
	body                           string // articleBody of the JSON-LD
	description                    string
}

func readMeta(root *html.Node) *meta {
	m := new(meta)
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			m.element(n)
		case html.TextNode:
			m.days.text(n.Data, m.language)
		}
	}
	return m
}

func (m *meta) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		fill(&m.language, attr(n, "lang"))
	case atom.Title:
		if n.Parent != nil && n.Parent.DataAtom == atom.Head {
			fill(&m.title, inner(n))
		}
	case atom.H1:
		fill(&m.h1, inner(n))
		m.days.below = true
	case atom.Meta:
		m.tag(n)
	case atom.Link:
		if strings.EqualFold(attr(n, "rel"), "canonical") {
			m.address(attr(n, "href"))
		}
	case atom.Script:
		if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
			m.linked([]byte(n.FirstChild.Data), 0)
		}
	}
	m.days.element(n, m.language)
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// tag reads a meta tag.
func (m *meta) tag(n *html.Node) {
	name := strings.ToLower(attr(n, "property"))
	for _, key := range []string{"name", "itemprop"} {
		if name == "" {
			name = strings.ToLower(attr(n, key))
		}
	}
	value := strings.TrimSpace(attr(n, "content"))
	switch name {
	case "og:title":
		fill(&m.ogTitle, value)
	case "og:description", "description", "twitter:description":
		fill(&m.description, oneLine(value))
	case "og:site_name":
		fill(&m.ogSite, value)
	case "og:url":
		m.address(value)
	case "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued",
		"dcterms.created", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "og:article:published_time":
		fill(&m.days.published, value)
	case "article:modified_time", "og:updated_time", "datemodified", "last-modified":
		fill(&m.days.modified, value)
	case "author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author":
		if len(m.authors) == 0 && !strings.Contains(value, "://") {
			m.authors = splitAuthors(value)
		}
	}
}

// linked reads JSON-LD: an object, or objects in an array or a graph.
func (m *meta) linked(data []byte, depth int) {
	if depth > 3 {
		return
	}
	if start := space(data, 0); start < len(data) && data[start] == '[' {
		_ = elements(data, func(v []byte) bool {
			m.linked(v, depth+1)
			return true
		})
		return
	}
	if graph := at(data, "@graph"); graph != nil {
		m.linked(graph, depth+1)
	}
	types := stringsIn(at(data, "@type"), 0)
	if !slices.ContainsFunc(types, articleType) {
		if slices.Contains(types, "WebPage") {
			fill(&m.days.ofPage, strings.Join(stringsIn(at(data, "datePublished"), 0), " "))
		}
		return
	}
	get := func(key string) string { return strings.Join(stringsIn(at(data, key), 0), " ") }
	fill(&m.ldHeadline, html.UnescapeString(get("headline")))
	fill(&m.ldOutlet, html.UnescapeString(get("publisher")))
	fill(&m.days.published, get("datePublished"))
	fill(&m.days.modified, get("dateModified"))
	fill(&m.language, get("inLanguage"))
	fill(&m.body, html.UnescapeString(get("articleBody")))
	if authors := stringsIn(at(data, "author"), 0); authors != nil {
		m.authors = authors
	}
}

func articleType(t string) bool {
	switch t {
	case "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle",
		"BlogPosting", "LiveBlogPosting", "Report", "ReviewNewsArticle", "AskPublicNewsArticle", "AdvertiserContentArticle":
		return true
	}
	return false
}

// address keeps the canonical address, the first that is whole.
func (m *meta) address(s string) {
	if u, err := url.Parse(strings.TrimSpace(s)); err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
		fill(&m.url, u.String())
		m.addresses = append(m.addresses, u.String())
	}
}

// headline returns the best title of the article.
func (m *meta) headline() string {
	for _, s := range []string{m.ldHeadline, m.h1, m.ogTitle} {
		if s = oneLine(s); s != "" && len(s) <= maxHeadline {
			return m.withoutSite(s)
		}
	}
	return m.withoutSite(oneLine(m.title))
}

// withoutSite takes the site's name off the end of a title.
func (m *meta) withoutSite(s string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » "} {
		if i := strings.LastIndex(s, sep); i > 0 && m.site(s[i+len(sep):]) {
			return s[:i]
		}
	}
	return s
}

func (m *meta) site(s string) bool {
	host := strings.ReplaceAll(m.host(), "-", "")
	squeezed := strings.ToLower(strings.ReplaceAll(s, " ", ""))
	return strings.EqualFold(s, m.ogSite) || strings.EqualFold(s, m.ldOutlet) || host != "" && strings.HasPrefix(host, squeezed)
}

// outlet returns the name of the site, else its domain.
func (m *meta) outlet() string {
	if m.ogSite != "" {
		return m.ogSite
	}
	if m.ldOutlet != "" {
		return m.ldOutlet
	}
	return m.host()
}

func (m *meta) host() string {
	u, err := url.Parse(m.url)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

func splitAuthors(s string) []string {
	s = strings.TrimPrefix(strings.TrimPrefix(oneLine(s), "By "), "by ")
	var all []string
	for part := range strings.SplitSeq(strings.ReplaceAll(s, " and ", ","), ",") {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

// fill sets a value that is still empty.
func fill(field *string, value string) {
	if *field == "" {
		*field = strings.TrimSpace(value)
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// inner returns the text under a node.
func inner(n *html.Node) string { return innerUpTo(n, 1<<16) }

// innerUpTo returns the text under a node, or nothing when it is longer than limit.
func innerUpTo(n *html.Node, limit int) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type != html.TextNode {
			continue
		}
		if s := strings.TrimSpace(d.Data); s != "" {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
		if b.Len() > limit {
			return ""
		}
	}
	return oneLine(b.String())
}
