package text

import (
	"sort"
	"unicode/utf8"
)

// blockSize is the number of bytes between two marks: small enough that counting
// inside a block costs nothing, large enough that the marks are few.
const blockSize = 64

// Offsets turns byte offsets of one string into code point offsets and back. An
// invalid byte counts as one code point, as range over a string has it.
type Offsets struct {
	s     string
	ascii bool
	marks []mark // one for each block
}

// A mark is the first rune that starts in a block or after it.
type mark struct {
	at, count int // its byte offset, and the code points before it
}

// NewOffsets prepares the conversion for s.
func NewOffsets(s string) *Offsets {
	o := &Offsets{s: s, ascii: isASCII(s)}
	if o.ascii {
		return o
	}
	o.marks = make([]mark, 0, len(s)/blockSize+1)
	count := 0
	for at := range s {
		if at >= len(o.marks)*blockSize {
			o.marks = append(o.marks, mark{at, count})
		}
		count++
	}
	return o
}

// CodePoint returns the number of code points before the byte offset. Offsets
// outside the string are moved to its nearest end.
func (o *Offsets) CodePoint(byteOffset int) int {
	byteOffset = min(max(byteOffset, 0), len(o.s))
	if o.ascii {
		return byteOffset
	}
	m := o.marks[min(byteOffset/blockSize, len(o.marks)-1)]
	if byteOffset <= m.at {
		return m.count
	}
	return m.count + utf8.RuneCountInString(o.s[m.at:byteOffset])
}

// Byte returns the byte offset at which the code point with that number starts.
// Numbers outside the string are moved to its nearest end.
func (o *Offsets) Byte(codePoint int) int {
	if codePoint <= 0 {
		return 0
	}
	if o.ascii {
		return min(codePoint, len(o.s))
	}
	next := sort.Search(len(o.marks), func(i int) bool { return o.marks[i].count > codePoint })
	m := o.marks[next-1]
	for at := range o.s[m.at:] {
		if m.count == codePoint {
			return m.at + at
		}
		m.count++
	}
	return len(o.s)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
