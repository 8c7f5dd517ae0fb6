package ledger

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// An examRow is a row of a ledger made by hand; testdata/README.md explains it.
type examRow struct {
	ID, Speaker string
	Conflict    bool
	Wordings    map[string]string
	Relations   map[string]Relation
	Changes     []struct {
		Outlets []string
		Type    ChangeType
		Words   []string
	}
}

// An exam is the articles of one event and the ledger that a careful reader makes.
type exam struct {
	outlets []string
	rs      []*quote.Reading
	rows    []examRow
}

// readExam reads a file of sections, each headed by its name between dashes.
func readExam(t *testing.T, path string) exam {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var e exam
	for _, section := range strings.Split(string(data), "-- ")[1:] {
		name, body, _ := strings.Cut(section, " --\n")
		if name != "ledger" {
			e.outlets = append(e.outlets, name)
			e.rs = append(e.rs, reading(strings.TrimSpace(body)))
			continue
		}
		for line := range strings.Lines(body) {
			var r examRow
			if err := json.Unmarshal([]byte(line), &r); err != nil {
				t.Fatal(path, err)
			}
			e.rows = append(e.rows, r)
		}
	}
	return e
}

// holdsWording reports whether the variant stands where the row has its outlet's wording, or
// one of several places with it.
func (e exam) holdsWording(r examRow, v Variant) bool {
	s := e.rs[v.Article].Text
	return slices.ContainsFunc(strings.Split(r.Wordings[e.outlets[v.Article]], " … "), func(words string) bool {
		return words != "" && slices.ContainsFunc(append(v.Also, v.At), func(p text.Span) bool { return meetsWords(s, words, p) })
	})
}

// meetsWords reports whether words stand in s where p is.
func meetsWords(s, words string, p text.Span) bool {
	for at := strings.Index(s, words); at >= 0 && at < p.End; {
		if p.Start < at+len(words) {
			return true
		}
		next := strings.Index(s[at+1:], words)
		if next < 0 {
			return false
		}
		at += 1 + next
	}
	return false
}

// half reports whether an utterance is another part of one in the ledger.
func (e exam) half(u Utterance) bool {
	return slices.ContainsFunc(e.rows, func(r examRow) bool {
		return !slices.ContainsFunc(u.Variants, func(v Variant) bool { return !e.holdsWording(r, v) })
	})
}

// marks of an exam: what was asked and what was right.
type marks struct {
	wordings, found, false int
	relations, related     int
	changes, listed        int
	speakers, named        int
}

func (m *marks) grade(t *testing.T, e exam) {
	us := Build(e.rs)
	taken := make([]bool, len(us))
	for _, r := range e.rows {
		best, most := -1, 1
		for i, u := range us {
			n := 0
			for _, v := range u.Variants {
				n += btoi(e.holdsWording(r, v))
			}
			if n > most && !taken[i] {
				best, most = i, n
			}
		}
		m.wordings += len(r.Wordings)
		if best < 0 {
			t.Logf("%s: not found", r.ID)
			m.changes += len(r.Changes)
			continue
		}
		taken[best] = true
		m.gradeRow(t, e, r, us[best])
	}
	for i, u := range us {
		if !taken[i] && !u.Background && !e.half(u) {
			m.false += len(u.Variants)
			for _, v := range u.Variants {
				t.Logf("FALSE %s: %q", e.outlets[v.Article], v.At.Of(e.rs[v.Article].Text))
			}
		}
	}
}

func (m *marks) gradeRow(t *testing.T, e exam, r examRow, u Utterance) {
	seen := map[string]bool{}
	for _, v := range u.Variants {
		outlet := e.outlets[v.Article]
		if !e.holdsWording(r, v) {
			m.false++
			t.Logf("%s: FALSE %s: %q", r.ID, outlet, v.At.Of(e.rs[v.Article].Text))
			continue
		}
		seen[outlet] = true
		m.found++
		if want, ok := r.Relations[outlet]; ok {
			m.relations++
			m.related += btoi(v.Relation == want)
			if v.Relation != want {
				t.Logf("%s: %s is %s, want %s", r.ID, outlet, v.Relation, want)
			}
		}
	}
	for outlet, words := range r.Wordings {
		if !seen[outlet] {
			t.Logf("%s: missed %s: %q", r.ID, outlet, words)
		}
	}
	m.speakers++
	right := u.Speaker == r.Speaker && u.Conflict == r.Conflict
	m.named += btoi(right)
	if !right {
		t.Logf("%s: speaker %q, conflict %v", r.ID, u.Speaker, u.Conflict)
	}
	for _, c := range r.Changes {
		m.changes++
		ok := slices.ContainsFunc(u.Variants, func(v Variant) bool {
			return slices.ContainsFunc(v.Changes, func(x Change) bool {
				return x.Type == c.Type && slices.Contains(c.Outlets, e.outlets[v.Article]) &&
					(holdsWords(x.From, c.Words[0]) && holdsWords(x.To, c.Words[1]) || holdsWords(x.To, c.Words[0]) && holdsWords(x.From, c.Words[1]))
			})
		})
		m.listed += btoi(ok)
		if !ok {
			t.Logf("%s: no %s %q", r.ID, c.Type, c.Words)
		}
	}
}

// TestExams prints how the ledger does on whole events, and holds what it reached.
func TestExams(t *testing.T) {
	paths, err := filepath.Glob("testdata/exam/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no exams", err)
	}
	var m marks
	for _, path := range paths {
		t.Log(path)
		m.grade(t, readExam(t, path))
	}
	if m.found < 745 || m.false > 2 || m.listed < 32 {
		t.Error("the ledger falls behind")
	}
	t.Logf("%d of %d wordings in their row, %d false; %d of %d relations, %d of %d changes, %d of %d speakers",
		m.found, m.wordings, m.false, m.related, m.relations, m.listed, m.changes, m.named, m.speakers)
}
