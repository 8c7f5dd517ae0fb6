package framing

import (
	"slices"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// A namingCase is two tellings with the different names that they give one thing, and
// names that must not be set side by side.
type namingCase struct {
	ID, A, B string
	Labels   [][2]string
	Not      [][2]string
}

// reading makes an article of a headline and a body.
func reading(s string) *quote.Reading {
	title, body, _ := strings.Cut(s, "\n")
	return quote.Read(article.New(article.Source{Title: title, Body: body, Language: "en"}))
}

// TestNaming measures naming on the tellings of testdata/naming.jsonl, written before
// the code.
func TestNaming(t *testing.T) {
	found, labelled := 0, 0
	for _, c := range readLines[namingCase](t, "testdata/naming.jsonl") {
		rs := []*quote.Reading{reading(c.A), reading(c.B)}
		items := inOrder(namingItems(newStory(rs, nil)))
		for _, l := range c.Labels {
			labelled++
			if opposes(items, l) {
				found++
			} else {
				t.Logf("%s: not found: %q against %q", c.ID, l[0], l[1])
			}
		}
		for _, l := range c.Not {
			if opposes(items, l) {
				t.Errorf("%s: wrong: %q against %q", c.ID, l[0], l[1])
			}
		}
		if testing.Verbose() {
			for _, it := range items[:min(5, len(items))] {
				t.Logf("%s: %.2f %s: %s", c.ID, it.Weight, it.Topic, sidesOf(it))
			}
		}
	}
	t.Logf("found %d of %d", found, labelled)
	if r := float64(found) / float64(labelled); r < 0.85 {
		t.Errorf("found %.3f of the labels, want .85", r)
	}
}

func sidesOf(it Item) string {
	var b strings.Builder
	for _, s := range it.Sides {
		for _, w := range s.Said {
			b.WriteString(w.Text + ", ")
		}
		b.WriteString("/ ")
	}
	return b.String()
}

// opposes reports whether one item has the first name on the side of the first article
// and the second on the other's.
func opposes(items []Item, names [2]string) bool {
	return slices.ContainsFunc(items, func(it Item) bool {
		return len(it.Sides) == 2 && says(it.Sides[0], names[0]) && says(it.Sides[1], names[1])
	})
}

func says(s Side, name string) bool {
	return slices.ContainsFunc(s.Said, func(w Said) bool { return strings.Contains(text.Fold(w.Text), text.Fold(name)) })
}
