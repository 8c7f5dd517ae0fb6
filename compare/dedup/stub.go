package dedup

import "github.com/storydiff/storydiff/compare/quote"

// Compare measures two articles exactly and names their relation. A and B of the copy are 0 and 1.
func Compare(a, b *quote.Reading) Copy { panic("not written yet") }

// Pairs returns every pair that shares more than chance: Jaccard of at least .5, or
// containment of at least .8 either way, ordered by A then B.
func Pairs(rs []*quote.Reading) []Copy { panic("not written yet") }

// Groups joins copies into groups that do not chain; n is the number of articles.
func Groups(copies []Copy, n int) []Group { panic("not written yet") }
