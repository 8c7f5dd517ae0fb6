package quote

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

// A wanted quote is one line of a fixture.
type wanted struct {
	at                  text.Span
	kind, speaker, verb string
}

// A fixture is one case of testdata: a text and the quotes a reader finds in it.
type fixture struct {
	lang, text string
	quotes     []wanted
}

// readFixtures reads all cases of testdata, a file a language.
func readFixtures(t testing.TB) (all []fixture) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lang := strings.TrimSuffix(filepath.Base(file), ".txt")
		for block := range strings.SplitSeq(string(data), "\n\n") {
			if f := parseFixture(block); f.text != "" {
				f.lang = lang
				all = append(all, f)
			}
		}
	}
	return all
}

func parseFixture(block string) (f fixture) {
	var spans []text.Span
	for line := range strings.Lines(block) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == ' ':
			parts := strings.Split(line, "|")
			f.quotes = append(f.quotes, wanted{
				spans[len(f.quotes)], strings.TrimSpace(parts[0]), none(parts[1]), none(parts[2]),
			})
		default:
			f.text, spans = unwrap(strings.ReplaceAll(line, " ¶ ", "\n\n"))
		}
	}
	return f
}

func none(s string) string {
	s = strings.TrimSpace(s)
	if s == "-" {
		return ""
	}
	return s
}

// unwrap takes out the brackets and returns where they stood.
func unwrap(s string) (string, []text.Span) {
	var out strings.Builder
	var spans []text.Span
	for _, r := range s {
		switch r {
		case '⟦':
			spans = append(spans, text.Span{Start: out.Len()})
		case '⟧':
			spans[len(spans)-1].End = out.Len()
		default:
			out.WriteRune(r)
		}
	}
	return out.String(), spans
}

// marksOnly returns the quotes in marks, the parts of split ones apart.
func marksOnly(qs []Quote) (out []Quote) {
	for _, q := range qs {
		if q.Kind == Indirect {
			continue
		}
		for _, s := range q.Spans {
			part := q
			part.Span = s
			out = append(out, part)
		}
		if q.Spans == nil {
			out = append(out, q)
		}
	}
	return out
}

func findIn(s, lang string) []Quote {
	a := article.New(article.Source{AsIs: true, Body: s, Language: lang})
	return Find(a, names.Find(a))
}

func TestFixtures(t *testing.T) {
	for _, f := range readFixtures(t) {
		got := marksOnly(findIn(f.text, f.lang))
		if len(got) != len(f.quotes) {
			t.Errorf("%s: %s\n found %d quotes, want %d: %v", f.lang, f.text, len(got), len(f.quotes), describeAll(f.text, got))
			continue
		}
		for i, w := range f.quotes {
			g := got[i]
			if trimEnd(g.Of(f.text)) != trimEnd(w.at.Of(f.text)) || string(g.Kind) != w.kind || !sameName(g.Speaker.Name, w.speaker) || g.Verb != w.verb {
				t.Errorf("%s: %s\n got  %s\n want %q %s by %q, %q", f.lang, f.text,
					describeAll(f.text, got[i:i+1]), w.at.Of(f.text), w.kind, w.speaker, w.verb)
			}
		}
	}
}

// sameName compares names; titles that the names keep are no matter of quotes.
func sameName(got, want string) bool {
	return got == want || want != "" && strings.HasSuffix(got, " "+want)
}

// trimEnd drops the punctuation that may stand inside or outside the marks.
func trimEnd(s string) string { return strings.TrimRight(s, ".,") }

func describeAll(s string, qs []Quote) string {
	var b strings.Builder
	for _, q := range qs {
		b.WriteString(strings.Join([]string{"“" + q.Of(s) + "”", string(q.Kind), "by", q.Speaker.Name, "(" + q.Verb + ")", "[" + q.Rule + "]", strings.Join(q.Flags, ", ")}, " "))
	}
	return b.String()
}

// TestSectionsAreExplained holds the language files to what their README explains.
func TestSectionsAreExplained(t *testing.T) {
	readme, err := os.ReadFile("lang/README.md")
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("lang/*.txt")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if section := strings.Trim(line, "[]\n"); line[0] == '[' && !strings.Contains(string(readme), "`"+section+"`") {
				t.Errorf("%s: the README does not explain [%s]", file, section)
			}
		}
	}
}
