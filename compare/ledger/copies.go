package ledger

import (
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/shingle"
	"github.com/storydiff/storydiff/compare/text"
)

// copiedShare is the share of the shorter text that another must hold to be of one
// origin with it: two outlets that run one wire report.
const copiedShare = 0.8

// copies remembers the shingles of the articles, made when they are first asked for.
type copies struct {
	rs     []*quote.Reading
	source int // nobody's copy; -1 when there is none
	sets   []shingle.Set
	known  map[[2]int]bool // pairs of articles looked at before
}

func newCopies(rs []*quote.Reading, source int) *copies {
	return &copies{rs, source, make([]shingle.Set, len(rs)), make(map[[2]int]bool)}
}

func (c *copies) of(i int) shingle.Set {
	if c.sets[i] == nil {
		c.sets[i] = shingle.Of(c.rs[i].Text[c.rs[i].BodyStart:])
	}
	return c.sets[i]
}

// near reports whether two articles are near copies of each other, or one of a part.
func (c *copies) near(i, j int) bool {
	near, seen := c.known[[2]int{i, j}]
	if !seen {
		a, b := c.of(i), c.of(j)
		near = len(a) > 0 && len(b) > 0 && float64(shingle.Overlap(a, b)) >= copiedShare*float64(min(len(a), len(b)))
		c.known[[2]int{i, j}] = near
	}
	return near
}

// mark notes which variants repeat the words of one before because their article is a
// near copy of its.
func (c *copies) mark(vs []Variant) {
	words := make([]string, len(vs))
	for i := range vs {
		vs[i].CopyOf = -1
		if vs[i].Article == c.source {
			continue
		}
		words[i] = closedUp(text.Words(vs[i].At.Of(c.rs[vs[i].Article].Text)))
		for k := range i {
			if vs[k].CopyOf < 0 && words[k] == words[i] && c.near(vs[k].Article, vs[i].Article) {
				vs[i].CopyOf = k
				break
			}
		}
	}
}
