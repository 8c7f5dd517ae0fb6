package dedup

import (
	"iter"
	"strings"

	"github.com/zeebo/xxh3"

	"github.com/storydiff/storydiff/compare/text"
)

// longLine is how many bytes a line has at least that two texts hardly share by chance.
const longLine = 32

// A sharedLine is a line that stands in two texts. Where a full stop and a space follow,
// as behind most sentences, a line ends too: many a body is one long paragraph.
type sharedLine struct{ a, b text.Span }

// sharedLines returns the long lines that stand once in each of two texts, whose head and
// tail are left out. There are none when they have changed places: then it takes a closer
// look to tell which have moved.
func sharedLines(a, b string, head, tail int) []sharedLine {
	linesA, hashesA := longLines(a, head, len(a)-tail)
	linesB, hashesB := longLines(b, head, len(b)-tail)
	if len(linesA) == 0 || len(linesB) == 0 {
		return nil
	}
	var shared []sharedLine
	next := 0
	for _, p := range sharedOnce(hashesA, hashesB) {
		same := sharedLine{linesA[p.a], linesB[p.b]}
		if p.b < next || same.a.Of(a) != same.b.Of(b) {
			return nil
		}
		shared, next = append(shared, same), p.b+1
	}
	return shared
}

// longLines returns the long lines of a stretch, and their hashes.
func longLines(s string, from, to int) (lines []text.Span, hashes []uint64) {
	for line := range parts(s, text.Span{Start: from, End: to}, "\n") {
		for p := range parts(s, line, ". ") {
			if p.Len() >= longLine {
				lines = append(lines, p)
				hashes = append(hashes, xxh3.HashString(p.Of(s)))
			}
		}
	}
	return lines, hashes
}

// parts returns the parts of a stretch that a mark parts. Its last byte belongs to none of
// them, those before it to the part that they end.
func parts(s string, of text.Span, mark string) iter.Seq[text.Span] {
	return func(yield func(text.Span) bool) {
		for from := of.Start; from < of.End; {
			end := of.End
			if n := strings.Index(s[from:of.End], mark); n >= 0 {
				end = from + n + len(mark) - 1
			}
			if !yield(text.Span{Start: from, End: end}) {
				return
			}
			from = end + 1
		}
	}
}
