package article

import (
	"slices"
	"strings"
	"unicode"
)

// separator reports whether a line holds no letter and no digit: "___", "* * *". A
// quotation mark on a line of its own closes words above.
func separator(_ *page, s string) bool {
	if c := s[0] | 0x20; 'a' <= c && c <= 'z' {
		return false
	}
	if quoteMarks(s) || strings.ContainsAny(s, "'‘’") {
		return false
	}
	return strings.IndexFunc(s, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsSymbol(r) && r > 0x2fff
	}) < 0
}

// repeatsHeadline reports whether a line of the body is the headline once more.
func repeatsHeadline(p *page, s string) bool {
	return p.title != "" && len(s) <= len(p.title)+16 && len(s)+16 >= len(p.title) && plain(s) == p.titleWords
}

// maxByline bounds bylines, which may name three reporters and their posts.
const maxByline = 120

// byline reports whether a line names the author and nothing else: "By Jane Doe and
// John Roe, Associated Press".
func byline(_ *page, s string) bool {
	_, ok := bylineNames(s)
	return ok
}

// bylineWords stand before the names of a byline.
var bylineWords = [...]string{"by ", "von ", "par ", "por ", "door "}

// bylineNames returns what stands behind "By" in a byline.
func bylineNames(s string) (string, bool) {
	if len(s) > maxByline {
		return "", false
	}
	for _, by := range bylineWords {
		if len(s) <= len(by) || !strings.EqualFold(s[:len(by)], by) {
			continue
		}
		rest := strings.TrimSpace(s[len(by):])
		head, _, _ := strings.Cut(rest, ",")
		return rest, !ended(rest) && wordCount(head) >= 2 && names(head) && personLike(head)
	}
	return "", false
}

// authorLine reports whether a line is nothing but the name of an author known from the
// page's data, perhaps behind "By" or a dash.
func authorLine(p *page, s string) bool {
	for _, author := range p.authors {
		before, after, ok := strings.Cut(s, author)
		if !ok || strings.TrimFunc(after, decoration) != "" {
			continue
		}
		if before = strings.TrimFunc(before, decoration); before == "" || slices.Contains(bylineWords[:], strings.ToLower(before)+" ") {
			return true
		}
	}
	return false
}

// personLike reports whether s opens like the name of a person: two words in capitals
// with no article, number or month among them.
func personLike(s string) bool {
	words := firstWords(s, 2)
	if len(words) < 2 {
		return false
	}
	for _, w := range words {
		if !capitalised(w) || notName(w) {
			return false
		}
	}
	return true
}

// notNames are capitalised words that open a sentence or name a day.
const notNames = "|The|A|An|This|That|These|Those|Our|His|Her|Their|Its|My|All|Most|Some|Each|Far|Now|Then|" +
	"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|" +
	"September|October|November|December|"

func notName(w string) bool {
	return oneOf(notNames, w)
}

// sourceLine reports whether a line names where the text came from: "source:
// example.com", "— Harbour News Service".
func sourceLine(_ *page, s string) bool {
	if name, ok := sourceName(s); ok {
		return name != ""
	}
	return false
}

// sourceName returns the outlet that a source line names.
func sourceName(s string) (string, bool) {
	if len(s) > 90 {
		return "", false
	}
	for _, label := range []string{"source:", "source :", "via:", "quelle:", "fuente:", "fonte:", "bron:", "źródło:", "источник:", "джерело:"} {
		if len(s) > len(label) && strings.EqualFold(s[:len(label)], label) {
			name := strings.Trim(s[len(label):], " .()[]")
			return name, name != "" && (names(name) || domain(name)) && !ended(name)
		}
	}
	if rest, ok := strings.CutPrefix(s, "—"); ok {
		rest = strings.TrimSpace(rest)
		return rest, wordCount(rest) <= 4 && names(rest) && !ended(rest) && newsroom(rest)
	}
	return "", false
}

// domain reports whether s is the address of a site: "example.co.uk".
func domain(s string) bool {
	if strings.ContainsAny(s, " \t") || !strings.Contains(s, ".") {
		return false
	}
	s = strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
	host, _, _ := strings.Cut(s, "/")
	last := host[strings.LastIndexByte(host, '.')+1:]
	return len(last) >= 2 && len(host) > len(last)+1 && strings.IndexFunc(host, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '-'
	}) < 0
}

// newsroom reports whether a name is that of an outlet or an agency by its last word.
func newsroom(s string) bool {
	switch lastWord(s) {
	case "Media", "News", "Service", "Agency", "Press", "Reuters", "AP", "AFP", "Staff", "Desk", "Bureau", "Wire", "Network", "Times", "Post":
		return true
	}
	return false
}

// copyrightLine reports whether a line claims a copyright with its year.
func copyrightLine(_ *page, s string) bool {
	if len(s) > 300 {
		return false
	}
	low := s[:min(len(s), 10)]
	if !strings.EqualFold(low[:min(len(low), 9)], "copyright") && !strings.HasPrefix(s, "©") && !strings.HasPrefix(s, "(C) ") {
		return false
	}
	return year(s) != "" || strings.Contains(s, "©")
}

// year returns the first year of four digits in s, 1900 to 2099.
func year(s string) string {
	for i := 0; i+4 <= len(s); i++ {
		if (s[i:i+2] == "19" || s[i:i+2] == "20") && digits(s[i+2:i+4]) && s[i+2] != ',' && s[i+3] != ',' {
			return s[i : i+4]
		}
	}
	return ""
}

// updateLine reports whether a line says when the page was published or changed:
// "Updated 9:15 p.m. ET", "Published 3 March 2021".
func updateLine(_ *page, s string) bool {
	if len(s) > 90 {
		return false
	}
	word, rest, _ := strings.Cut(s, " ")
	switch strings.ToLower(strings.TrimSuffix(word, ":")) {
	case "updated", "published", "posted", "modified", "aktualisiert", "veröffentlicht", "publié", "publicado", "actualizado", "pubblicato":
		return strings.ContainsAny(rest, "0123456789") && !strings.HasSuffix(s, ".") ||
			strings.HasSuffix(s, ".m.") || len(rest) > 0 && rest[0] >= '0' && rest[0] <= '9' && len(s) < 60
	}
	return false
}

// linkInCapitals reports whether a line is the headline of another page, set in
// capitals between paragraphs. Subheadings in capitals are shorter; on a page with
// one sure link the shorter lines are links too.
func linkInCapitals(p *page, s string) bool {
	words := headlineInCapitals(s)
	return !p.shouting && (words >= sureLink || words >= 4 && (p.capitalLinks || strings.ContainsAny(s, ":?")))
}

// sureLink is the number of words from which a line in capitals is a headline.
const sureLink = 6

// headlineInCapitals returns how many words a line in capitals has; 0 for any other
// line, for a finished sentence and for a quotation.
func headlineInCapitals(s string) int {
	if len(s) > 160 || strings.HasSuffix(s, ".") || strings.HasPrefix(s, "'") || strings.HasPrefix(s, "‘") {
		return 0
	}
	all, words := capitals(s)
	if !all {
		return 0
	}
	return words
}
