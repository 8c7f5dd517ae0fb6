package dedup

import (
	"strings"

	"github.com/zeebo/xxh3"

	"github.com/storydiff/storydiff/compare/text"
)

// longLine is how many bytes a line has at least that two texts hardly share by chance.
const longLine = 32

// A sharedLine is a line that stands in two texts.
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
	for from < to {
		end := to
		if n := strings.IndexByte(s[from:to], '\n'); n >= 0 {
			end = from + n
		}
		if end-from >= longLine {
			lines = append(lines, text.Span{Start: from, End: end})
			hashes = append(hashes, xxh3.HashString(s[from:end]))
		}
		from = end + 1
	}
	return lines, hashes
}
