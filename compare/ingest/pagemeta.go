package ingest

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/storydiff/storydiff/compare/text"
)

// A meta is what a page says of itself: in JSON-LD, OpenGraph and other meta tags,
// microdata, and its visible parts.
type meta struct {
	ldHeadline, ogTitle, h1, title string
	ldOutlet, ogSite               string
	authors                        []string
	published                      string // as the page's data state it
	shown                          string // as the page shows it: a time element, or one whose class speaks of dates
	beside                         string // the first day shown below the headline
	looked                         int    // how many texts below the headline were looked at
	pageDate                       string // of the page that holds the article
	modified                       string
	url                            string
	language                       string
	body                           string // articleBody of the JSON-LD
}

func readMeta(root *html.Node) *meta {
	m := new(meta)
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			m.element(n)
		case html.TextNode:
			m.near(n.Data)
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
	case atom.Time:
		if attr(n, "itemprop") == "datePublished" || hasAttr(n, "pubdate") {
			fill(&m.published, attr(n, "datetime"))
		}
		m.show(attr(n, "datetime"))
		m.show(inner(n))
	case atom.Span, atom.Div, atom.P, atom.Abbr, atom.Small, atom.Li, atom.Em, atom.A:
		if attr(n, "itemprop") == "datePublished" {
			fill(&m.published, firstOf(attr(n, "content"), attr(n, "datetime"), attr(n, "title")))
		}
		if m.shown == "" && (datedClass(attr(n, "class")) || datedClass(attr(n, "id"))) {
			m.show(attr(n, "title"))
			m.show(innerUpTo(n, maxShown))
		}
	}
}

// maxShown bounds what a page shows as its date: "Published on Tuesday, 2 March 2021".
const maxShown = 100

// show keeps the first date or time the page shows, in RFC 3339.
func (m *meta) show(s string) {
	if m.shown != "" || s == "" || len(s) > maxShown {
		return
	}
	m.shown = m.day(s)
}

// day returns the date or time that s is or holds, in RFC 3339.
func (m *meta) day(s string) string {
	if t := published(s); t != "" {
		return t
	}
	for _, d := range text.Dates(s, languageCode(m.language)) {
		if d.Year > 0 && d.Month > 0 && d.Day > 0 {
			return d.ISO()
		}
	}
	return ""
}

// near looks for a date in the short texts below the headline.
func (m *meta) near(s string) {
	if m.h1 == "" || m.beside != "" || m.looked > 30 {
		return
	}
	if s = strings.TrimSpace(s); s == "" || len(s) > maxShown || !strings.ContainsAny(s, "0123456789") {
		return
	}
	m.looked++
	m.beside = m.day(s)
}

// datedClass reports whether the class or id of an element speaks of dates.
func datedClass(class string) bool {
	class = strings.ToLower(class)
	for _, w := range []string{"date", "publish", "posted", "datum", "fecha", "timestamp", "-time", "time-", "_time", "meta", "publication", "byline"} {
		if strings.Contains(class, w) && !strings.Contains(class, "update") {
			return true
		}
	}
	return false
}

// when returns the best date of publication, in RFC 3339, empty when none is known.
func (m *meta) when() string {
	for _, s := range []string{published(m.published), published(m.pageDate), m.shown, dateInPath(m.url), m.beside, published(m.modified)} {
		if s != "" {
			return s
		}
	}
	return ""
}

// dateInPath returns the day in an address such as /2021/03/02/ferry or
// /2021-03-02-ferry.
func dateInPath(address string) string {
	for i := 0; i+10 <= len(address); i++ {
		s := address[i : i+10]
		if sep := s[4]; (sep == '/' || sep == '-') && s[7] == sep && strings.HasPrefix(s, "20") {
			if day := published(strings.ReplaceAll(s, "/", "-")); day != "" {
				return day
			}
		}
	}
	return ""
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
	case "og:site_name":
		fill(&m.ogSite, value)
	case "og:url":
		m.address(value)
	case "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued",
		"dcterms.created", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "og:article:published_time":
		fill(&m.published, value)
	case "article:modified_time", "og:updated_time", "datemodified", "last-modified":
		fill(&m.modified, value)
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
		_ = elements(data, func(_ int, v []byte) bool {
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
			fill(&m.pageDate, strings.Join(stringsIn(at(data, "datePublished"), 0), " "))
		}
		return
	}
	get := func(key string) string { return strings.Join(stringsIn(at(data, key), 0), " ") }
	fill(&m.ldHeadline, html.UnescapeString(get("headline")))
	fill(&m.ldOutlet, html.UnescapeString(get("publisher")))
	fill(&m.published, get("datePublished"))
	fill(&m.modified, get("dateModified"))
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
