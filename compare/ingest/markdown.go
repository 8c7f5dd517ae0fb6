package ingest

import (
	"fmt"
	"strings"

	"github.com/storydiff/storydiff/compare/article"
)

// readMarkdown makes the article of a Markdown file: what its front matter says of it,
// and its text without marks. Code and pictures are left out.
func readMarkdown(in Input, data []byte, _ Options) (*article.Article, error) {
	if err := checkText(data); err != nil {
		return nil, err
	}
	decoded, note := decode(data)
	front, body := frontMatter(tidy(decoded))
	d := markdown{}
	for line := range strings.SplitSeq(body, "\n") {
		d.line(line)
	}
	d.endParagraph()
	s := article.Source{
		Label: in.label(), Named: in.Label != "", Path: in.Path, SHA256: digest(data), Title: oneLine(tidy(inlineText(front.text("title")))), Outlet: front.text("source"),
		Authors: front.list("authors"), Published: published(front.text("date")), URL: front.text("url"), Language: languageCode(front.text("lang")),
		Body: tidy(strings.Join(d.paragraphs, "\n\n")), // entities may stand for any character
	}
	if s.Title == "" {
		s.Title, s.Body = splitHeadline(s.Body)
	}
	for _, n := range []string{note, d.note()} {
		if n != "" {
			s.Notes = append(s.Notes, n)
		}
	}
	return article.New(s), nil
}

// isMarkdown reports whether a text is Markdown: it opens with front matter or a
// heading, or its file is named so.
func isMarkdown(in Input, head []byte) bool {
	s := string(head)
	if strings.HasPrefix(s, "# ") || strings.HasPrefix(s, "---\n") || strings.HasPrefix(s, "---\r\n") || strings.HasPrefix(s, "+++\n") {
		return true
	}
	return in.ending() == ".md" || in.ending() == ".markdown"
}

// A markdown gathers the paragraphs of a text as its lines come.
type markdown struct {
	paragraphs []string
	open       []string // lines of the paragraph at hand
	fence      string   // of the code at hand; empty outside of code
	comment    bool     // inside of an HTML comment

	code, pictures int // left out
}

// line takes the next line.
func (d *markdown) line(s string) {
	trimmed := strings.TrimSpace(s)
	switch {
	case d.fence != "":
		if strings.HasPrefix(trimmed, d.fence) && strings.Trim(trimmed, d.fence[:1]) == "" {
			d.fence = ""
		}
		return
	case d.comment:
		d.comment = !strings.Contains(trimmed, "-->")
		return
	}
	trimmed = withoutMarkers(trimmed, d)
	switch {
	case trimmed == "":
		d.endParagraph()
	case fenceOf(trimmed) != "":
		d.endParagraph()
		d.fence = fenceOf(trimmed)
		d.code++
	case strings.HasPrefix(trimmed, "<!--"):
		d.endParagraph()
		d.comment = !strings.Contains(trimmed, "-->")
	case rule(trimmed):
		d.endParagraph() // below a line it makes that line a heading
	case definition(trimmed):
	case headingText(trimmed) != "":
		d.endParagraph()
		d.open = append(d.open, headingText(trimmed))
		d.endParagraph()
	default:
		d.open = append(d.open, trimmed)
		if strings.HasSuffix(s, "  ") || strings.HasSuffix(s, "\\") {
			d.open[len(d.open)-1] = strings.TrimSuffix(trimmed, "\\")
			d.endParagraph()
		}
	}
}

// endParagraph closes the paragraph at hand.
func (d *markdown) endParagraph() {
	raw := strings.Join(d.open, " ")
	d.open = nil
	d.pictures += strings.Count(raw, "![")
	if s := oneLine(inlineText(raw)); s != "" {
		d.paragraphs = append(d.paragraphs, s)
	}
}

// note says what was left out.
func (d *markdown) note() string {
	if d.code+d.pictures == 0 {
		return ""
	}
	return fmt.Sprintf("left out of the Markdown: %d of code, %d of pictures", d.code, d.pictures)
}

// withoutMarkers takes the marks of quotations, footnotes and list items off a line;
// each item is a paragraph of its own.
func withoutMarkers(s string, d *markdown) string {
	for {
		rest := strings.TrimSpace(strings.TrimLeft(s, ">"))
		if rest == s {
			break
		}
		s = rest
	}
	if note, text, ok := strings.Cut(s, "]: "); ok && strings.HasPrefix(note, "[^") {
		d.endParagraph()
		return text
	}
	if n := itemMarker(s); n > 0 && !rule(s) {
		d.endParagraph()
		return strings.TrimSpace(s[n:])
	}
	return s
}

// itemMarker returns the length of the mark that opens a list item: "- ", "12. ".
func itemMarker(s string) int {
	if len(s) > 1 && strings.IndexByte("-*+", s[0]) >= 0 && s[1] == ' ' {
		return 2
	}
	n := 0
	for n < len(s) && n < 3 && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	if n > 0 && n+1 < len(s) && (s[n] == '.' || s[n] == ')') && s[n+1] == ' ' {
		return n + 2
	}
	return 0
}

// fenceOf returns the marks that open code, empty for other lines.
func fenceOf(s string) string {
	for _, mark := range []string{"`", "~"} {
		if n := len(s) - len(strings.TrimLeft(s, mark)); n >= 3 && !strings.Contains(s[n:], "`") {
			return s[:n]
		}
	}
	return ""
}

// rule reports whether a line is made of the marks of a rule, of those below a heading
// or of those between the rows of a table.
func rule(s string) bool {
	return len(s) >= 3 && (strings.Trim(s, "- ") == "" || strings.Trim(s, "* ") == "" || strings.Trim(s, "_ ") == "" ||
		strings.Trim(s, "=") == "" || s[0] == '|' && strings.Trim(s, "|-: ") == "")
}

// definition reports whether a line gives the address behind a name: "[1]: https://…".
func definition(s string) bool {
	if s[0] != '[' || strings.HasPrefix(s, "[^") {
		return false
	}
	name, address, ok := strings.Cut(s, "]: ")
	return ok && !strings.Contains(name[1:], "[") && (strings.Contains(address, "://") || strings.HasPrefix(address, "/") || strings.HasPrefix(address, "<"))
}

// headingText returns the text of a heading, empty for other lines.
func headingText(s string) string {
	bare := strings.TrimLeft(s, "#")
	if n := len(s) - len(bare); n == 0 || n > 6 || !strings.HasPrefix(bare, " ") {
		return ""
	}
	return strings.TrimSpace(strings.TrimRight(strings.TrimSpace(bare), "#"))
}
