package dedup

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/shingle"
	"github.com/storydiff/storydiff/compare/text"
)

// edits returns the literal word diff of two alike texts, whatever space parts the words.
// Copies are long and their changes short, so only what lies between the words that both
// share is compared word by word: those at their beginning and end, those of whole lines,
// and those of shingles that stand once in each.
func edits(a, b string) []align.Edit {
	head := sharedHead(a, b)
	tail := sharedTail(a[head:], b[head:])
	var e editor
	from := wordPair{head, head}
	for _, same := range sharedLines(a, b, head, tail) {
		e.compare(a, b, from, wordPair{same.a.Start, same.b.Start})
		from = wordPair{same.a.End, same.b.End}
	}
	e.compare(a, b, from, wordPair{len(a) - tail, len(b) - tail})
	e.same(len(a), len(b))
	return e.edits
}

// compare writes the diff of two stretches of the texts, from what they begin with alike to
// what they end with alike.
func (e *editor) compare(a, b string, from, to wordPair) {
	head := sharedHead(a[from.a:to.a], b[from.b:to.b])
	from = wordPair{from.a + head, from.b + head}
	tail := sharedTail(a[from.a:to.a], b[from.b:to.b])
	to = wordPair{to.a - tail, to.b - tail}
	if from == to {
		return
	}
	e.endA, e.endB, e.next = to.a, to.b, wordPair{}
	e.a, e.b = appendTokens(e.a[:0], a, from.a, to.a), appendTokens(e.b[:0], b, from.b, to.b)
	for r := range runs(inBoth(e.a, e.b)) {
		if r.inside(e.a, e.b) && !r.holdsWord(a, e.a) || !r.alike(a, b, e.a, e.b) {
			continue
		}
		e.change(r.wordPair)
		e.next = r.end()
	}
	e.change(wordPair{len(e.a), len(e.b)})
}

// sharedHead returns how many bytes of whole words two texts begin with alike.
func sharedHead(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	if n == len(a) && n == len(b) {
		return n
	}
	return strings.LastIndexAny(a[:n], " \n") + 1
}

// sharedTail returns how many bytes of whole words two texts end with alike.
func sharedTail(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	if at := strings.IndexAny(a[len(a)-n:], " \n"); at >= 0 {
		return n - at
	}
	return 0
}

// inBoth returns the tokens that two texts share, in their order.
func inBoth(a, b []shingle.Position) []wordPair {
	wordsA, wordsB := hashesOf(a), hashesOf(b)
	pairs := make([]wordPair, 0, min(len(a), len(b)))
	var next wordPair
	upTo := func(p wordPair) {
		for _, one := range inCommon(wordsA[next.a:p.a], wordsB[next.b:p.b]) {
			pairs = append(pairs, wordPair{next.a + one.a, next.b + one.b})
		}
		next = wordPair{p.a + 1, p.b + 1}
	}
	for _, p := range matched(wordsA, wordsB) {
		upTo(p)
		pairs = append(pairs, p)
	}
	upTo(wordPair{len(a), len(b)})
	return pairs
}

func hashesOf(tokens []shingle.Position) []uint64 {
	hashes := make([]uint64, len(tokens))
	for i, t := range tokens {
		hashes[i] = t.Hash
	}
	return hashes
}

// A run is tokens that follow each other in both texts.
type run struct {
	wordPair // the first
	n        int
}

// runs joins shared tokens that follow each other.
func runs(pairs []wordPair) iter.Seq[run] {
	return func(yield func(run) bool) {
		for i := 0; i < len(pairs); {
			r := run{pairs[i], 1}
			for i+r.n < len(pairs) && pairs[i+r.n] == r.end() {
				r.n++
			}
			if !yield(r) {
				return
			}
			i += r.n
		}
	}
}

// end returns the tokens behind the run.
func (r run) end() wordPair { return wordPair{r.a + r.n, r.b + r.n} }

// inside reports whether other tokens stand before the run and behind it.
func (r run) inside(a, b []shingle.Position) bool {
	return r.wordPair != wordPair{} && r.end() != wordPair{len(a), len(b)}
}

// holdsWord reports whether a run holds more than marks. Marks alone between two changes
// part nothing.
func (r run) holdsWord(s string, tokens []shingle.Position) bool {
	return slices.ContainsFunc(tokens[r.a:r.a+r.n], func(t shingle.Position) bool {
		first, _ := utf8.DecodeRuneInString(t.Of(s))
		return isWordRune(first)
	})
}

// alike reports whether the tokens of a run are the same, and not their hashes alone.
func (r run) alike(a, b string, inA, inB []shingle.Position) bool {
	for k := range r.n {
		if inA[r.a+k].Of(a) != inB[r.b+k].Of(b) {
			return false
		}
	}
	return true
}

// An editor writes the diff of two texts, change by change.
type editor struct {
	a, b       []shingle.Position // the tokens of the stretches that are compared
	endA, endB int                // of those, in the texts
	next       wordPair           // the tokens that the diff has come to
	at         align.Edit         // ends where the diff has been written to
	edits      []align.Edit
}

// change writes the tokens up to two others, if there are any, as changed, behind what is
// the same before them.
func (e *editor) change(p wordPair) {
	if p == e.next {
		return
	}
	a, b := spanOf(e.a, e.next.a, p.a, e.endA), spanOf(e.b, e.next.b, p.b, e.endB)
	e.same(a.Start, b.Start)
	e.at = align.Edit{Op: align.Changed, A: a, B: b}
	switch {
	case a.Len() == 0:
		e.at.Op = align.Added
	case b.Len() == 0:
		e.at.Op = align.Dropped
	}
	e.edits = append(e.edits, e.at)
}

// same writes what is the same up to a place in either text.
func (e *editor) same(endA, endB int) {
	a, b := text.Span{Start: e.at.A.End, End: endA}, text.Span{Start: e.at.B.End, End: endB}
	if a.Len()+b.Len() > 0 {
		e.edits = append(e.edits, align.Edit{Op: align.Same, A: a, B: b})
	}
}

// spanOf returns where tokens lie; no tokens lie before the one that follows, or at the end.
func spanOf(tokens []shingle.Position, from, to, end int) text.Span {
	switch {
	case from < to:
		return text.Span{Start: tokens[from].Start, End: tokens[to-1].End}
	case to < len(tokens):
		return text.Span{Start: tokens[to].Start, End: tokens[to].Start}
	}
	return text.Span{Start: end, End: end}
}
