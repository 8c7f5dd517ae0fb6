package dedup

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

// longestChange is how many bytes a replacement may have and still be the change of
// one fact; anything longer is a passage written anew.
const longestChange = 40

// equalShare is the share of a sentence that both texts must have for a change in it
// to be the change of a fact and not another sentence.
const equalShare = .5

// A differ looks for the facts in which two alike texts differ.
type differ struct {
	a, b  *version
	edits []align.Edit

	found []Difference
	names []renaming // changes of capitalised words that may be other names

	// The sentences looked at last, and whether they are the same for the most part.
	sa, sb text.Span
	equal  bool
}

// A renaming is a change of capitalised words in two sentences.
type renaming struct {
	Difference
	sa, sb text.Span
	place  int // among the differences found
}

// differences lists the numbers, dates, names and negations that differ inside
// sentences which are otherwise the same.
//
// Names are looked for when asked, or else, when that is asked, if nothing else differs.
func differences(a, b *version, edits []align.Edit, withNames, elseNames bool) []Difference {
	d := differ{a: a, b: b, edits: edits}
	for _, e := range edits {
		if e.Op != align.Same && max(e.A.Len(), e.B.Len()) <= longestChange {
			d.look(e)
		}
	}
	if withNames || elseNames && len(d.found) == 0 {
		return d.withNames()
	}
	return d.found
}

// look notes the fact that an edit changes, if it does.
func (d *differ) look(e align.Edit) {
	pa, pb := wordsAround(d.a.Text, e.A), wordsAround(d.b.Text, e.B)
	c := change{op: e.Op, a: stretch{words: pa.Of(d.a.Text)}, b: stretch{words: pb.Of(d.b.Text)}}
	if c.isWriting() || c.isOneSided() && !mayDenyAnywhere(c.a.words+c.b.words) {
		return
	}
	c.a.lang, c.b.lang = d.a.Language(), d.b.Language()
	if c.isOneSided() && !c.negates() {
		return
	}
	sa, sb := d.a.sentenceAt(e.A), d.b.sentenceAt(e.B)
	if !d.areEqual(sa, sb) {
		return
	}
	c.a.setIn(d.a.Text, pa, sa)
	c.b.setIn(d.b.Text, pb, sb)
	found := Difference{Type: c.kind(), From: c.a.words, To: c.b.words, A: pa, B: pb}
	switch {
	case found.Type != "":
		d.found = append(d.found, found)
	case c.mayBeNames():
		found.Type = "name"
		d.names = append(d.names, renaming{found, sa, sb, len(d.found)})
	}
}

// withNames returns what was found with the names that differ, all in the order of the text.
func (d *differ) withNames() (all []Difference) {
	var in naming
	next := 0 // of those found
	for _, n := range d.names {
		if in.differ(d.a, d.b, n) {
			all = append(append(all, d.found[next:n.place]...), n.Difference)
			next = n.place
		}
	}
	return append(all, d.found[next:]...)
}

// aroundBytes is how many bytes of the sentence on either side of a stretch are looked at
// to tell what its figures count. Without a bound, a text without full stops would
// be read whole for every edit.
const aroundBytes = 48

// setIn says where in a sentence the stretch stands.
func (s *stretch) setIn(in string, p, sentence text.Span) {
	start, end := max(sentence.Start, p.Start-aroundBytes), min(sentence.End, p.End+aroundBytes)
	for start < p.Start && !utf8.RuneStart(in[start]) {
		start++
	}
	for end > p.End && end < len(in) && !utf8.RuneStart(in[end]) {
		end--
	}
	start, end = min(start, p.Start), max(end, p.End)
	s.at, s.around = p.Shift(-start), in[start:end]
}

// areEqual reports whether two sentences are the same for the most part.
func (d *differ) areEqual(sa, sb text.Span) bool {
	if sa == d.sa && sb == d.sb {
		return d.equal // edits come in the order of the text, so this is the rule
	}
	first := sort.Search(len(d.edits), func(i int) bool { return d.edits[i].A.End > sa.Start && d.edits[i].B.End > sb.Start })
	var sameA, sameB int
	for _, e := range d.edits[first:] {
		if e.A.Start >= sa.End || e.B.Start >= sb.End {
			break
		}
		if e.Op == align.Same {
			sameA += e.A.Overlap(sa)
			sameB += e.B.Overlap(sb)
		}
	}
	d.sa, d.sb = sa, sb
	d.equal = float64(sameA) >= equalShare*float64(sa.Len()) && float64(sameB) >= equalShare*float64(sb.Len())
	return d.equal
}

// A naming is two sentences whose names have been found and joined.
type naming struct {
	sa, sb text.Span
	a, b   *names.Index
	union  *names.Union
}

// differ reports whether both stretches of a change name somebody, and not the same.
// Names are looked for in the sentences at hand alone: the rest of two copies is too much
// to read for one word.
func (n *naming) differ(a, b *version, r renaming) bool {
	if n.union == nil || r.sa != n.sa || r.sb != n.sb {
		*n = naming{sa: r.sa, sb: r.sb, a: namesIn(a, r.sa), b: namesIn(b, r.sb)}
		n.union = names.Join(n.a, n.b)
	}
	i, j := n.a.At(r.A.Shift(-r.sa.Start)), n.b.At(r.B.Shift(-r.sb.Start))
	return i >= 0 && j >= 0 && n.union.ID(0, i) != n.union.ID(1, j)
}

// namesIn finds the names in a sentence.
func namesIn(r *version, sentence text.Span) *names.Index {
	return names.Find(article.New(article.Source{Body: sentence.Of(r.Text), Language: r.Language(), AsIs: true}))
}

// wordsAround widens a span to whole words with their signs, so that "-5" and "5" are
// told apart. An empty span stays empty.
func wordsAround(s string, p text.Span) text.Span {
	trimmed := strings.TrimLeft(p.Of(s), " \n")
	p.Start = p.End - len(trimmed)
	p.End = p.Start + len(strings.TrimRight(trimmed, " \n"))
	if p.Len() == 0 {
		return p
	}
	before := s[max(0, p.Start-longestChange):p.Start]
	if i := strings.LastIndexAny(before, " \n"); i >= 0 || len(before) == p.Start {
		p.Start -= len(before) - i - 1
	}
	after := s[p.End:min(len(s), p.End+longestChange)]
	if i := strings.IndexAny(after, " \n"); i >= 0 {
		p.End += i
	} else if p.End+len(after) == len(s) {
		p.End = len(s)
	}
	return p
}
