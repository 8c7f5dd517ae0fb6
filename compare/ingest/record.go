package ingest

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/article"
)

// fieldNames are what collections call the parts of an article, best first.
var fieldNames = map[string][]string{
	"text":    {"text", "bodyText", "body_text", "body", "content", "maintext", "articleBody", "article_body", "fulltext", "full_text", "story_text", "plain_text", "raw_content", "lead_paragraph"},
	"title":   {"title", "headline", "headLine", "webTitle", "name"},
	"date":    {"date", "published", "publish_date", "date_publish", "published_at", "publishedAt", "datePublished", "pub_date", "pubDate", "publication_date", "webPublicationDate", "timestamp"},
	"source":  {"outlet", "source", "site", "publisher", "publication", "site_name", "siteName", "domain", "source_domain", "sourceDomain"},
	"url":     {"url", "canonical_url", "canonical", "link", "webUrl", "web_url", "uri", "source_url"},
	"authors": {"authors", "author", "byline", "creator", "by"},
	"id":      {"id", "_id", "guid", "uuid", "doc_id"},
	"lang":    {"language", "lang", "inLanguage"},
}

// fieldOrder lists the parts of an article that have names.
var fieldOrder = []string{"text", "title", "date", "source", "url", "authors", "id", "lang"}

// Parts returns the parts of an article that records hold, which Options.Fields may
// name.
func Parts() []string { return slices.Clone(fieldOrder) }

// fields holds the raw values of a record's parts.
type fields map[string][]byte

// nests are the keys under which search engines and APIs put the parts of a record.
var nests = []string{"_source", "fields"}

// readFields finds the parts of an article in the JSON object in data: at the paths
// given, else by the names collections use, in it or in what it nests.
func readFields(data []byte, paths map[string]string) (fields, error) {
	found, err := namedFields(data)
	if err != nil {
		return nil, err
	}
	for _, nest := range nests {
		if found["text"] != nil {
			break
		}
		if inner, err := namedFields(at(data, nest)); err == nil && inner["text"] != nil {
			maps.Copy(found, inner)
		}
	}
	for part, path := range paths {
		found[part] = at(data, path)
	}
	return found, nil
}

// namedFields finds the parts of an article in an object by the names of its keys.
func namedFields(data []byte) (fields, error) {
	found := fields{}
	rank := map[string]int{}
	err := members(data, func(key string, value []byte) bool {
		for _, part := range fieldOrder {
			at := slices.Index(fieldNames[part], key)
			if best, seen := rank[part]; at >= 0 && (!seen || at < best) && !emptyValue(value) {
				found[part], rank[part] = value, at
			}
		}
		return true
	})
	return found, err
}

func emptyValue(raw []byte) bool {
	if len(raw) > len("null") {
		return false
	}
	s := string(raw)
	return s == "null" || s == `""` || s == "[]" || s == "{}"
}

// at returns the raw value at a path of keys joined by dots; nil when there is none.
func at(data []byte, path string) []byte {
	for key := range strings.SplitSeq(path, ".") {
		var value []byte
		_ = members(data, func(k string, v []byte) bool {
			if k == key {
				value = v
			}
			return value == nil
		})
		data = value
	}
	return data
}

// text returns a value as text: a string, or strings in an array, one a paragraph.
func (f fields) text(part string) string { return strings.Join(f.list(part), "\n\n") }

// list returns a value as strings: itself, the elements of an array, or the name of
// an object.
func (f fields) list(part string) []string { return stringsIn(f[part], 0) }

func stringsIn(raw []byte, depth int) []string {
	if len(raw) == 0 || depth > 2 {
		return nil
	}
	switch raw[0] {
	case '"':
		if s := unquote(raw); strings.TrimSpace(s) != "" {
			return []string{s}
		}
	case '[':
		var all []string
		_ = elements(raw, func(v []byte) bool {
			all = append(all, stringsIn(v, depth+1)...)
			return true
		})
		return all
	case '{':
		for _, key := range []string{"name", "title", "text", "content", "main", "original", "$date"} {
			if s := stringsIn(at(raw, key), depth+1); s != nil {
				return s
			}
		}
	case 'n', 't', 'f':
	default:
		return []string{string(raw)}
	}
	return nil
}

// readRecord makes the article of one JSON object.
func readRecord(in Input, data []byte, at spot, o Options) (*article.Article, error) {
	raw, note := data, ""
	if !utf8.Valid(data) {
		if o.AsIs {
			return nil, errNotUTF8
		}
		var s string
		s, note = decode(data)
		data = []byte(s)
	}
	f, err := readFields(bytes.TrimPrefix(data, bom), o.Fields)
	if err != nil {
		return nil, err
	}
	body := f.text("text")
	if strings.TrimSpace(body) == "" {
		return nil, noText(data)
	}
	s := article.Source{
		Label: recordLabel(in, f.text("id"), at), Named: in.Label != "", Path: in.name() + at.suffix(), SHA256: digest(raw),
		Title: oneLine(f.text("title")), Outlet: oneLine(f.text("source")), URL: strings.TrimSpace(f.text("url")),
		Authors: f.list("authors"), Published: published(f.text("date")), Language: languageCode(f.text("lang")), Body: body, AsIs: o.AsIs,
	}
	if note != "" {
		s.Notes = []string{note}
	}
	if !o.AsIs {
		s.Body = tidy(body)
		s.Title = oneLine(tidy(s.Title))
	}
	if s.Title == "" {
		s.Title, s.Body = splitUnlessAsIs(s.Body, o)
	}
	return article.New(s), nil
}

func splitUnlessAsIs(body string, o Options) (title, rest string) {
	title, rest = splitHeadline(body)
	if o.AsIs {
		return title, body
	}
	return title, rest
}

// noText says which fields a record without text has.
func noText(data []byte) error {
	var keys []string
	_ = members(data, func(key string, _ []byte) bool {
		keys = append(keys, key)
		return len(keys) < 8
	})
	if keys == nil {
		return &notArticle{"data", "is an empty record", ""}
	}
	return &notArticle{
		"data", "has no text (its fields: " + strings.Join(keys, ", ") + ")",
		"say where the text stands: --field text=NAME",
	}
}

// maxID bounds the ids of records that serve as labels.
const maxID = 40

// recordLabel returns the short name of a record: its id, else its place in the input.
func recordLabel(in Input, id string, at spot) string {
	if id = oneLine(id); id != "" && len(id) <= maxID && in.Label == "" {
		return id
	}
	return in.label() + at.suffix()
}

func oneLine(s string) string {
	if isOneLine(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// isOneLine reports whether s is printed ASCII with single spaces between words alone.
func isOneLine(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= utf8.RuneSelf || c == ' ' && before == ' ' {
			return false
		}
		before = s[i]
	}
	return s == "" || before != ' '
}

// languageCode keeps the language of "en-GB", "en_US", "EN".
func languageCode(s string) string {
	s, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(s)), "-")
	s, _, _ = strings.Cut(s, "_")
	if len(s) != 2 {
		return ""
	}
	return s
}

// timeForms are how collections write times, and dayForms days.
var (
	timeForms = []string{
		time.RFC3339, "2006-01-02T15:04:05.999999999", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05-0700", "2006-01-02 15:04:05",
		"2006-01-02T15:04", "2006-01-02 15:04", "2006-01-02T15:04Z07:00", "2006-01-02T15:04-0700", "2006-01-02 15:04:05 -0700", "2006-01-02T15:04:05-0700", time.RFC1123, time.RFC1123Z, time.RFC850, time.ANSIC,
		"20060102T150405Z", "20060102150405",
	}
	dayForms = []string{
		time.DateOnly, "02.01.2006", "2.1.2006", "2006/01/02", "20060102", "January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006",
		"Monday, January 2, 2006", "Mon, 2 Jan 2006",
	}
)

// published returns a date or time in RFC 3339, empty when s is in no known form.
func published(s string) string {
	s = strings.TrimSpace(s)
	for _, form := range dayForms {
		if t, ok := timeIn(form, s); ok {
			return t.Format(time.DateOnly)
		}
	}
	for _, form := range timeForms {
		if t, ok := timeIn(form, s); ok {
			return t.Format(time.RFC3339)
		}
	}
	return ""
}

func isFigure(c byte) bool { return '0' <= c && c <= '9' }

// timeIn reads a time in a form. To see that s is not in it is quick mostly: it begins with
// a digit or not, and lacks the marks of that form.
func timeIn(form, s string) (t time.Time, ok bool) {
	if s == "" || isFigure(form[0]) != isFigure(s[0]) {
		return t, false
	}
	for _, mark := range []byte("./,") {
		if strings.IndexByte(form, mark) >= 0 && strings.IndexByte(s, mark) < 0 && !strings.Contains(form, ".9") {
			return t, false // a fraction of a second may be left out
		}
	}
	if len(form) > 4 && form[4] == '-' && (len(s) <= 4 || s[4] != '-') {
		return t, false
	}
	t, err := time.Parse(form, s)
	return t, err == nil
}
