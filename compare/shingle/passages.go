package shingle

import (
	"iter"

	"github.com/storydiff/storydiff/compare/text"
)

// A Position is a shingle or a word, hashed, and the stretch of the body that it was made of.
type Position struct {
	Hash uint64
	text.Span
}

// Positions returns the shingles of a body in the order of the text, repeats included.
func Positions(body string) []Position { return Shingles(Words(body)) }

// A Passage is a stretch of words that two bodies share. The words are the same;
// case, quotes, dashes and spacing between them may differ.
type Passage struct {
	A, B  text.Span
	Words int
}

// Passages returns the stretches of at least minWords words that stand in both
// bodies, in the order of b, where they do not overlap. minWords is at least Width.
func Passages(a, b string, minWords int) []Passage {
	minWords = max(minWords, Width)
	wa, wb := Words(a), Words(b)
	places := PlacesOf(rolled(wa))
	var found []Passage
	for j, p := range Shingles(wb) {
		if len(found) > 0 && p.Start < found[len(found)-1].B.End {
			continue
		}
		i, n := longest(wa, wb, places.Of(p.Hash), j)
		if n >= minWords {
			found = append(found, Passage{
				A:     text.Span{Start: wa[i].Start, End: wa[i+n-1].End},
				B:     text.Span{Start: wb[j].Start, End: wb[j+n-1].End},
				Words: n,
			})
		}
	}
	return found
}

// longest returns which of the places in a begins the longest run of the words that
// stand at j in b, the first one of equals, and how many words it has.
func longest(a, b []Position, places iter.Seq[int], j int) (at, words int) {
	for i := range places {
		n := 0
		for i+n < len(a) && j+n < len(b) && a[i+n].Hash == b[j+n].Hash {
			n++
		}
		if n > words {
			at, words = i, n
		}
	}
	return at, words
}

// Words returns the words that shingles are made of, each with its own hash.
func Words(body string) []Position {
	words := make([]Position, 0, len(body)/6+1)
	for s := (scanner{body: body}); s.next(); {
		words = append(words, Position{s.hash, text.Span{Start: s.start, End: s.end}})
	}
	return words
}

// Shingles returns the shingles that words form.
func Shingles(words []Position) []Position {
	if len(words) == 0 {
		return nil
	}
	hashes := rolled(words)
	found := make([]Position, len(hashes))
	for i := range found {
		last := words[min(i+Width, len(words))-1]
		found[i] = Position{hashes[i], text.Span{Start: words[i].Start, End: last.End}}
	}
	return found
}

// rolled returns the hashes of the shingles that words form.
func rolled(words []Position) []uint64 {
	hashes := make([]uint64, len(words))
	for i, w := range words {
		hashes[i] = w.Hash
	}
	return Roll(hashes)
}
