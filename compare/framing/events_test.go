package framing

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
	"golang.org/x/tools/txtar"
)

// An expectation is what a careful reader wants of a sheet: a line of a signal in which
// every article named says the words given, or, with not, no such line.
type expectation struct {
	line   string
	not    bool
	signal string
	sides  map[string]string // outlet → words
}

// An eventCase is an event told by several outlets, with what its sheet must hold.
type eventCase struct {
	name     string
	readings []*quote.Reading
	expected []expectation
}

// What the sheets of whole events hold at least of what was written down for them.
const leastExpected = 0.55

// TestEvents measures sheets of the events in testdata/events, which were written, with
// what their sheets must hold and must not, before the code was run on them.
func TestEvents(t *testing.T) {
	files, err := filepath.Glob("testdata/events/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no events", err)
	}
	for _, name := range files {
		c := readEvent(t, name)
		findings := sheetOf(c.readings)
		found, wanted := 0, 0
		for _, e := range c.expected {
			met := slices.ContainsFunc(findings, func(f Finding) bool { return e.in(f, c.readings) })
			switch {
			case e.not && met:
				t.Errorf("%s: wrong: %s", c.name, e.line)
			case !e.not:
				wanted++
				found += count01(met)
				if !met {
					t.Logf("%s: missing: %s", c.name, e.line)
				}
			}
		}
		t.Logf("%s: found %d of %d", c.name, found, wanted)
		if ratio(found, wanted) < leastExpected {
			t.Errorf("%s: the sheet holds %d of %d", c.name, found, wanted)
		}
	}
}

// in reports whether a finding has a line that holds all that is expected.
func (e expectation) in(f Finding, rs []*quote.Reading) bool {
	return f.Signal == e.signal && slices.ContainsFunc(f.Items, func(it Item) bool {
		said := 0
		for outlet, words := range e.sides {
			said += count01(slices.ContainsFunc(it.Sides, func(s Side) bool {
				return rs[s.Article].Label == outlet && e.heldBy(it, s, words)
			}))
		}
		return said == len(e.sides)
	})
}

// heldBy reports whether a side of an item holds words; of a voice, whether it is its name.
func (e expectation) heldBy(it Item, s Side, words string) bool {
	if e.signal == Voices {
		return strings.Contains(it.Topic, words)
	}
	return s.holds(words)
}

// holds reports whether one of the wordings of a side holds words.
func (s Side) holds(words string) bool {
	return slices.ContainsFunc(s.Said, func(w Said) bool { return !w.Nearest && strings.Contains(text.Fold(w.Text), text.Fold(words)) })
}

func readEvent(t *testing.T, name string) eventCase {
	t.Helper()
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	c := eventCase{name: filepath.Base(name)}
	for _, f := range archive.Files {
		if f.Name == "expected" {
			c.expected = expectations(t, string(f.Data))
			continue
		}
		title, body, _ := strings.Cut(string(f.Data), "\n")
		c.readings = append(c.readings, quote.Read(article.New(article.Source{Label: strings.TrimSuffix(f.Name, ".txt"), Title: title, Body: body, Language: "en"})))
	}
	slices.SortFunc(c.readings, func(a, b *quote.Reading) int { return cmp.Compare(a.Label, b.Label) })
	return c
}

// expectations reads lines such as "naming: herald=riot | echo=peaceful protest".
func expectations(t *testing.T, s string) []expectation {
	t.Helper()
	var out []expectation
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		rest, not := strings.CutPrefix(line, "not ")
		signal, parts, ok := strings.Cut(rest, ": ")
		e := expectation{line: line, not: not, signal: signal, sides: map[string]string{}}
		for part := range strings.SplitSeq(parts, " | ") {
			outlet, words, sided := strings.Cut(part, "=")
			ok = ok && sided && words != ""
			e.sides[outlet] = words
		}
		if !ok {
			t.Fatalf("%q is no expectation", line)
		}
		out = append(out, e)
	}
	return out
}
