package article

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/internal/gold"
)

// shared holds what is beside this checkout.
var shared = os.DirFS("../../../shared")

type record struct {
	ID, Title, Text string
	Attributions    []struct{ Content [][2]int }
}

// TestSeedDebris holds the debris of the five seed articles, found by hand.
func TestSeedDebris(t *testing.T) {
	raw, err := fs.ReadFile(shared, "gold/seeds.json")
	if err != nil {
		t.Skip("needs ../shared, which is not beside this checkout")
	}
	var seeds struct {
		Debris map[string][]string `json:"not_article_text"`
	}
	if err := json.Unmarshal(raw, &seeds); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("../../../shared/seeds/*.txt")
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		title, body, _ := strings.Cut(string(data), "\n")
		a := New(Source{Title: title, Body: body})
		for _, want := range seeds.Debris[filepath.Base(f)[:3]] {
			if strings.Contains(a.Text, want) {
				t.Errorf("%s: still in the text: %q", filepath.Base(f), want)
			}
		}
		for _, r := range a.Removed {
			t.Logf("%s %s: %q", filepath.Base(f), r.Reason, r.Text)
		}
	}
}

// TestLabelledDebris holds how much of the debris labelled in testdata/debris.jsonl
// goes: at least four in five.
func TestLabelledDebris(t *testing.T) {
	texts := map[string]record{}
	for _, r := range gold.Records[record](t, shared, "gold/events/allsides-train.jsonl.gz") {
		texts[r.ID] = r
	}
	all, gone := 0, 0
	for _, l := range gold.Records[labels](t, os.DirFS("testdata"), "debris.jsonl") {
		r := texts[l.ID]
		if digest(r.Text) != l.SHA256 {
			t.Fatalf("%s: not the text that was labelled", l.ID)
		}
		all += len(l.Debris)
		gone += l.removed(t, r)
	}
	t.Logf("%d of %d labelled stretches removed (%.3f)", gone, all, float64(gone)/float64(all))
	if gone*5 < all*4 {
		t.Error("less than .80 of the labelled debris was removed")
	}
}

// labels are the stretches of debris in one article, in code points.
type labels struct {
	ID, SHA256 string
	Debris     []struct {
		Start, End   int
		Kind, SHA256 string
	}
}

// removed counts the stretches that the cleaner took out.
func (l labels) removed(t *testing.T, r record) int {
	runes := []rune(r.Text)
	a := New(Source{Title: r.Title, Body: r.Text})
	gone := 0
	for _, d := range l.Debris {
		stretch := string(runes[d.Start:d.End])
		if digest(stretch) != d.SHA256 {
			t.Fatalf("%s: label %d does not fit the text", l.ID, d.Start)
		}
		if took(a.Removed, stretch) {
			gone++
		} else if testing.Verbose() {
			t.Logf("%s left %s: %q", l.ID, d.Kind, stretch)
		}
	}
	if testing.Verbose() {
		for _, x := range a.Removed {
			if !l.holds(runes, x.Text) {
				t.Logf("%s not labelled, %s: %q", l.ID, x.Reason, x.Text)
			}
		}
	}
	return gone
}

func (l labels) holds(runes []rune, s string) bool {
	for _, d := range l.Debris {
		if strings.TrimSpace(string(runes[d.Start:d.End])) == strings.TrimSpace(s) {
			return true
		}
	}
	return false
}

func took(removed []Removal, stretch string) bool {
	for _, r := range removed {
		if strings.TrimSpace(r.Text) == strings.TrimSpace(stretch) {
			return true
		}
	}
	return false
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])[:16]
}

// TestQuotesStay holds that of 1,000 sentences with part of an annotated quote at
// most one is removed.
func TestQuotesStay(t *testing.T) {
	for _, set := range []struct {
		file string
		held bool // else only reported
	}{
		{"gold/quotes/polnear-train.jsonl.gz", true},
		{"gold/quotes/polnear-dev.jsonl.gz", false},
		{"gold/quotes/polnear-dev.jsonl", false},
		{"gold/events/g5w1h.jsonl", true},
	} {
		t.Run(filepath.Base(set.file), func(t *testing.T) {
			all, lost := 0, 0
			for _, r := range gold.Records[record](t, shared, set.file) {
				n, gone := lostSentences(t, r)
				all += n
				lost += gone
			}
			t.Logf("%d of %d sentences with a quote removed", lost, all)
			if set.held && lost*1000 > all {
				t.Errorf("%d of %d sentences with a quote removed", lost, all)
			}
		})
	}
}

// lostSentences counts the sentences of a record that hold part of a quote, and
// those of them that were removed. Without annotation words in marks are a quote, and
// it is lost when the words are: captions repeat what the article says.
func lostSentences(t *testing.T, r record) (all, lost int) {
	whole := New(Source{Body: r.Text, AsIs: true})
	cleaned := New(Source{Title: r.Title, Body: r.Text})
	quoted := quotedBytes(r)
	for _, s := range whole.Sentences() {
		sentence := s.Of(r.Text)
		if !anyTrue(quoted[s.Start:s.End]) {
			continue
		}
		all++
		if stays(cleaned, sentence) {
			continue
		}
		if r.Attributions != nil || !holdsAll(plain(cleaned.Text), quotations(sentence)) {
			lost++
			t.Logf("%s lost to %s: %q", r.ID, takenFor(cleaned, sentence), sentence)
		}
	}
	return all, lost
}

// takenFor returns the reason of the removal that holds part of the sentence.
func takenFor(a *Article, sentence string) string {
	for _, r := range a.Removed {
		if strings.Contains(r.Text, sentence) || strings.Contains(sentence, r.Text) {
			return r.Reason
		}
	}
	return "nothing"
}

// stays reports whether a sentence lost no more than a dateline or a list of links.
func stays(a *Article, sentence string) bool {
	for _, r := range a.Removed {
		if strings.Contains(r.Text, sentence) || strings.Contains(sentence, r.Text) && r.Reason != "dateline" && r.Reason != "list of links" {
			return false
		}
	}
	return true
}

// quotedBytes marks the bytes of the text that belong to a quote.
func quotedBytes(r record) []bool {
	marks := make([]bool, len(r.Text))
	if r.Attributions == nil {
		for i := range len(r.Text) {
			if q := r.Text[i:]; strings.HasPrefix(q, "“") || strings.HasPrefix(q, "\"") || strings.HasPrefix(q, "‘") {
				marks[i] = true
			}
		}
		return marks
	}
	var at []int // byte of each code point
	for i := range r.Text {
		at = append(at, i)
	}
	at = append(at, len(r.Text))
	for _, a := range r.Attributions {
		for _, c := range a.Content {
			for i := at[c[0]]; i < at[c[1]]; i++ {
				marks[i] = true
			}
		}
	}
	return marks
}

func anyTrue(b []bool) bool {
	for _, v := range b {
		if v {
			return true
		}
	}
	return false
}
