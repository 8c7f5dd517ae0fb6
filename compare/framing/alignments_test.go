package framing

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/internal/readings"
	"github.com/storydiff/storydiff/compare/ledger"
	"github.com/storydiff/storydiff/compare/quote"
)

// An alignmentCase is a sentence of article A with those of B that say the same.
type alignmentCase struct {
	Event, A, B  string
	Sentence     [2]int // code points of the article's text
	Counterparts [][2]int
	Partly       [][2]int // sentences of B that say a part of it, which count neither way
}

// alignmentScore counts how the alignment fared.
type alignmentScore struct {
	linked, rightly    int // links drawn from the labelled sentences
	partnered, found   int // sentences that have a counterpart
	unlinked, lonesome int // sentences without a link, and those of them that have no counterpart
}

// What the alignment reaches at least on the labels of testdata/alignments.jsonl.
const (
	leastRightly  = 0.90 // links
	leastFound    = 0.71 // sentences that have a counterpart
	leastLonesome = 0.90 // long enough sentences said to have no matching wording
)

// TestAlignments measures the alignment of sentences, which coverage, leads and figures
// rest on, and what coverage says has no matching wording.
func TestAlignments(t *testing.T) {
	articles := readings.ByID(t, os.DirFS("../../../shared/gold"), "events/g5w1h.jsonl")
	var s alignmentScore
	lost, missing, rightly := 0, 0, 0
	for _, c := range readLines[alignmentCase](t, "testdata/alignments.jsonl") {
		rs := []*quote.Reading{articles[c.A], articles[c.B]}
		st := newStory(rs, ledger.Build(rs))
		a, b := st.docs[0], st.docs[1]
		i := a.sentenceOf(c.Sentence)
		if i < 0 {
			lost++ // taken for debris
			continue
		}
		right := b.sentencesOf(c.Counterparts)
		var linked []int
		for _, m := range align.Sentences(a.alignable(), b.alignable()) {
			if m.A == i && !b.isHeadline(m.B) { // headlines were not labelled
				linked = append(linked, m.B)
			}
		}
		s.count(right, linked)
		if len(st.heads) > 1 && a.longEnough(i) && st.told(a)[i] < perhapsTold {
			missing++
			rightly += count01(len(right) == 0)
		}
	}
	t.Logf("%v; “no matching wording” %d/%d = %.3f; %d not found in the cleaned text", s, rightly, missing, ratio(rightly, missing), lost)
	if ratio(s.rightly, s.linked) < leastRightly || ratio(s.found, s.partnered) < leastFound || ratio(rightly, missing) < leastLonesome {
		t.Error("the alignment is worse than it was")
	}
}

func (s alignmentScore) String() string {
	return fmt.Sprintf("precision %d/%d = %.3f, recall %d/%d = %.3f, without a link %d/%d = %.3f rightly",
		s.rightly, s.linked, ratio(s.rightly, s.linked), s.found, s.partnered, ratio(s.found, s.partnered),
		s.lonesome, s.unlinked, ratio(s.lonesome, s.unlinked))
}

func (s *alignmentScore) count(right, linked []int) {
	s.linked += len(linked)
	hit := 0
	for _, j := range linked {
		hit += count01(slices.Contains(right, j))
	}
	s.rightly += hit
	if len(right) > 0 {
		s.partnered++
		s.found += min(1, hit)
	}
	if len(linked) == 0 {
		s.unlinked++
		s.lonesome += count01(len(right) == 0)
	}
}

func ratio(a, b int) float64 { return float64(a) / float64(max(1, b)) }

// sentenceOf returns the sentence of the cleaned text that holds the beginning of a
// stretch of the raw one, or that the stretch holds (a dateline is cut off), or -1.
func (d *doc) sentenceOf(raw [2]int) int {
	runes := []rune(d.Raw)
	if raw[1] > len(runes) {
		return -1
	}
	s, before := string(runes[raw[0]:raw[1]]), string(runes[:raw[0]])
	for n := len(s); n >= min(len(s), 25); n /= 2 {
		part := strings.ToValidUTF8(s[:n], "")
		if at := nth(d.Text[d.BodyStart:], part, strings.Count(before, part)); at >= 0 {
			return d.sentenceAt(d.BodyStart + at)
		}
	}
	return slices.IndexFunc(d.texts(), func(t string) bool { return len(t) >= 25 && strings.Contains(s, t) })
}

// sentencesOf returns the sentences of the cleaned text that hold stretches of the raw one.
func (d *doc) sentencesOf(raw [][2]int) []int {
	var out []int
	for _, r := range raw {
		if s := d.sentenceOf(r); s >= 0 {
			out = append(out, s)
		}
	}
	return out
}

// nth returns where a string stands for the time after n others, for the last time when
// it does so less often, or -1.
func nth(text, s string, n int) int {
	at := strings.Index(text, s)
	for ; n > 0 && at >= 0; n-- {
		next := strings.Index(text[at+len(s):], s)
		if next < 0 {
			break
		}
		at += len(s) + next
	}
	return at
}
