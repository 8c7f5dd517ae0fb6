package dedup

import (
	"sync"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/shingle"
)

// A Comparer compares the articles of a list pair by pair, and hashes each article once
// however many pairs it is in. It may be used from several goroutines.
type Comparer struct {
	articles []*quote.Reading
	sets     []func() shingle.Set
}

// NewComparer returns a comparer of articles.
func NewComparer(articles []*quote.Reading) *Comparer {
	c := &Comparer{articles, make([]func() shingle.Set, len(articles))}
	for i, a := range articles {
		c.sets[i] = sync.OnceValue(func() shingle.Set { return shingle.Of(a.Raw) })
	}
	return c
}

// Compare measures two articles, given by their indexes, exactly and names their relation.
func (c *Comparer) Compare(a, b int) Copy {
	copied := measured(c.sets[a](), c.sets[b]())
	copied.A, copied.B = a, b
	relate(&copied, c.articles[a], c.articles[b])
	return copied
}
