package ledger

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// A row is one line of testdata/rows.jsonl; testdata/README.md explains it.
type row struct {
	ID, A, B, Relation string
	Conflict           bool
	Changes            []struct {
		Type     ChangeType
		From, To string
	}
	Never []ChangeType
}

func readRows(t testing.TB) []row {
	f, err := os.Open("testdata/rows.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []row
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var r row
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, r)
	}
	return rows
}

// reading makes a reading of a short report; a headline stands before a blank line.
func reading(report string) *quote.Reading {
	title, body, found := strings.Cut(report, "\n\n")
	if !found {
		title, body = "", report
	}
	return quote.Read(article.New(article.Source{Title: title, Body: body, Language: "en"}))
}

// TestRows prints how many relations are right, and holds the rates that the ledger
// must reach.
func TestRows(t *testing.T) {
	var positive, right, found, falseOnes, missedChanges int
	for _, r := range readRows(t) {
		us := slices.DeleteFunc(Build([]*quote.Reading{reading(r.A), reading(r.B)}), func(u Utterance) bool { return u.Background })
		if r.Relation == "none" {
			if len(us) > 0 {
				falseOnes++
				t.Logf("FALSE %s: %v", r.ID, us[0].Variants)
			}
			continue
		}
		positive++
		if len(us) == 0 {
			t.Logf("missed %s", r.ID)
			continue
		}
		found++
		v := us[0].Variants[1-us[0].Fullest]
		if string(v.Relation) == r.Relation && us[0].Conflict == r.Conflict {
			right++
		} else {
			t.Logf("%s: %s, want %s; conflict %v; %v", r.ID, v.Relation, r.Relation, us[0].Conflict, v.Changes)
		}
		for _, want := range r.Changes {
			if !slices.ContainsFunc(v.Changes, func(c Change) bool {
				// Which of two equally full wordings is the reference is not for the row to say.
				ahead := holdsWords(c.From, want.From) && holdsWords(c.To, want.To)
				back := want.From != "" && want.To != "" && holdsWords(c.From, want.To) && holdsWords(c.To, want.From)
				return c.Type == want.Type && (ahead || back)
			}) {
				missedChanges++
				t.Logf("%s: no %s %q > %q in %v", r.ID, want.Type, want.From, want.To, v.Changes)
			}
		}
		for _, never := range r.Never {
			if slices.ContainsFunc(v.Changes, func(c Change) bool { return c.Type == never }) {
				missedChanges++
				t.Logf("%s: lists a change of %s: %v", r.ID, never, v.Changes)
			}
		}
	}
	if float64(right) < 0.95*float64(positive) || missedChanges > 0 || falseOnes > 1 {
		t.Error("the ledger falls behind")
	}
	t.Logf("%d of %d found, %d relations right (%.3f), %d changes wrong, %d false", found, positive, right, float64(right)/float64(positive), missedChanges, falseOnes)
}

func holdsWords(s, words string) bool {
	return strings.Contains(text.Fold(s), text.Fold(words))
}
