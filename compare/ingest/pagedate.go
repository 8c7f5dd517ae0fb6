package ingest

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/storydiff/storydiff/compare/text"
)

// Days are the dates that a page gives for itself, by how they are known. Where words
// are kept they stand as the page has them; shown days are in RFC 3339.
type days struct {
	published string // stated in the page's data
	ofPage    string // stated there for the page that holds the article
	modified  string
	marked    string // shown by a time element, or one whose class speaks of dates
	said      string // shown behind words such as "published on"
	beside    string // the first day below the headline
	alone     string // the first text of the page that is a date and little else
	updated   string // shown as the day of a change

	below  bool // the headline has been passed
	looked int  // how many texts below it were looked at
	sure   bool // a text below the headline is a date and little else
	tries  int  // how many texts of the page were looked at for a date
}

// best returns the best date of publication, in RFC 3339, empty when none is known.
func (d *days) best(addresses []string) string {
	path := ""
	for _, a := range addresses {
		fill(&path, dateInPath(a))
	}
	stated := firstOf(parseTime(d.published), parseTime(d.ofPage))
	if day := localDay(stated, path, d.marked, d.said, d.beside); day != "" {
		return day
	}
	return firstOf(stated, d.marked, path, d.said, d.beside, parseTime(d.modified), d.updated, d.alone)
}

// localDay returns the day that the page or its address shows, when the time its data
// state is that day's elsewhere: sites state universal time, and readers and the
// weekdays of the text go by the outlet's own.
func localDay(stated string, shown ...string) string {
	at, err := time.Parse(time.RFC3339, stated)
	if err != nil || at.Location() != time.UTC || slices.ContainsFunc(shown, func(s string) bool { return sameDay(s, stated) }) {
		return ""
	}
	for _, s := range shown {
		if len(s) < len(time.DateOnly) {
			continue
		}
		day, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)])
		since := at.Sub(day) // the day before: west of Greenwich; the day after: east
		if err == nil && (24*time.Hour <= since && since < 35*time.Hour || -11*time.Hour < since && since < 0) {
			return s
		}
	}
	return ""
}

func sameDay(a, b string) bool {
	const n = len(time.DateOnly)
	return len(a) >= n && len(b) >= n && a[:n] == b[:n]
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

// parseTime reads a date from a page's data, its day alone when the time behind it is
// in no known form.
func parseTime(s string) string {
	s = strings.TrimSpace(s)
	if t := published(s); t != "" || len(s) <= len(time.DateOnly) {
		return t
	}
	return published(s[:len(time.DateOnly)])
}

// maxShown bounds what a page shows as its date: "Published on Tuesday, 2 March 2021".
const maxShown = 200

// element looks at an element that states or shows a date.
func (d *days) element(n *html.Node, language string) {
	if n.DataAtom == atom.Meta || n.DataAtom == atom.Body {
		return
	}
	if attr(n, "itemprop") == "datePublished" || n.DataAtom == atom.Time && hasAttr(n, "pubdate") {
		fill(&d.published, firstOf(attr(n, "content"), attr(n, "datetime"), attr(n, "title")))
		fill(&d.published, d.dayIn(innerUpTo(n, maxShown), language))
	}
	switch class := attr(n, "class") + " " + attr(n, "id"); {
	case n.DataAtom == atom.Time:
		d.show(attr(n, "datetime"), class, language)
		d.show(innerUpTo(n, maxShown), class, language)
	case datedClass(class):
		d.show(attr(n, "title"), class, language)
		d.show(innerUpTo(n, maxShown), class, language)
	}
}

// show keeps the first date shown, and apart from it the first shown as that of a
// change.
func (d *days) show(s, class, language string) {
	if s == "" || len(s) > maxShown {
		return
	}
	slot := &d.marked
	if speaksOf(class, updateWords) || speaksOf(s, updateWords) && !speaksOf(s, publishedWords) {
		slot = &d.updated
	}
	if *slot == "" && (!d.sure || slot == &d.updated) {
		*slot = d.dayIn(s, language)
	}
}

// text looks at a text of the page.
func (d *days) text(s, language string) {
	if s = strings.TrimSpace(s); !strings.ContainsAny(s, "0123456789") || len(s) > 4*maxShown {
		return
	}
	if d.said == "" && len(s) <= maxShown && speaksOf(s, publishedWords) && !speaksOf(s, updateWords) {
		d.said = d.dayIn(s, language)
	}
	if d.alone == "" && len(s) <= maxAlone {
		d.alone = d.dayIn(s, language)
	}
	if !d.below || d.beside != "" || d.looked > 30 {
		return
	}
	d.looked++
	if len(s) <= maxShown/2 {
		d.beside = d.dayIn(s, language)
		d.sure = d.beside != "" && len(s) <= maxAlone
	} else {
		d.beside = d.openingDay(s, language)
	}
}

// maxAlone is the length in bytes of a text that is a date and little else.
const maxAlone = 40

// openingDay returns the day that a paragraph opens with: "27.1.2022 - The board …".
func (d *days) openingDay(s, language string) string {
	head := s[:strings.LastIndexByte(s[:maxAlone], ' ')+1]
	if head == "" || head[0] < '0' || '9' < head[0] {
		return ""
	}
	return d.dayIn(head, language)
}

// maxTries bounds how many texts of a page are looked at for its date.
const maxTries = 1000

// dayIn returns the date or time that s is or holds, in RFC 3339.
func (d *days) dayIn(s, language string) string {
	if d.tries++; d.tries > maxTries {
		return ""
	}
	if t := parseTime(s); t != "" {
		return t
	}
	if t := dayNamed(s, languageCode(language), false); t != "" {
		return t
	}
	for _, other := range []string{"en", "de", "fr", "es", "it", "nl", "pt", "pl", "ru", "uk"} {
		if t := dayNamed(s, other, true); t != "" {
			return t // pages often state no language, or a wrong one
		}
	}
	return ""
}

// dayNamed returns the first full date in a text. A spelled one names its month.
func dayNamed(s, language string, spelled bool) string {
	for _, d := range text.Dates(s, language) {
		if d.Year > 0 && d.Month > 0 && d.Day > 0 && (!spelled || strings.ContainsFunc(d.Of(s), unicode.IsLetter)) {
			return d.ISO()
		}
	}
	return ""
}

// Words for what a date is the date of, as pages write them beside it and as they
// name classes.
var (
	publishedWords = []string{
		"publi", "posted", "erschienen", "veröffentlicht", "erstellt", "eingestellt", "geschrieben", "wurde am", "pubblicat", "geplaatst",
		"gepubliceerd", "opublik", "опубликован", "dodano", "written on",
	}
	updateWords = []string{
		"update", "modif", "änder", "aktualisier", "zuletzt", "actualiz", "atualiz", "mis à jour", "mise à jour", "aggiornat", "bijgewerkt",
		"zmieni", "обновл", "last change", "stand:",
	}
	dateWords = []string{
		"date", "publish", "posted", "datum", "fecha", "timestamp", "-time", "time-", "_time", "meta", "publication", "byline", "data-pub",
	}
)

// datedClass reports whether the class or id of an element speaks of dates.
func datedClass(class string) bool { return speaksOf(class, dateWords) }

func speaksOf(s string, words []string) bool {
	s = strings.ToLower(s)
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
