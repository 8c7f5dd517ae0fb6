package similar

import (
	"math"
	"math/bits"
)

// A table tells where the terms of a vector stand. To ask it costs less than a walk
// along both vectors; so it pays where one article is compared with many.
//
// It is a hash table with open addressing and linear probing that holds one more than
// the index of a term; 0 marks a free place. Terms are hashes already, so their low
// bits say where to look first.
type table []uint16

const (
	spacious = 8  // places for each term, at least, so that most questions end at the first
	crowded  = 64 // steps from its first place at which a term crowds the table
)

// find returns the index of a term, -1 when it is none of those in the table.
func (t table) find(terms []term, x term) int {
	for i := int(x); ; i++ {
		n := int(t[i&(len(t)-1)]) - 1
		if n < 0 || terms[n] == x {
			return n
		}
	}
}

// put enters terms. It fails when some would stand far from where they are looked
// for, as terms chosen to meet in one place do.
func (t table) put(terms []term) bool {
	if len(terms) >= math.MaxUint16 {
		return false
	}
	last := term(len(t) - 1)
	for n, x := range terms {
		i := x & last
		for steps := 0; t[i] != 0; i = (i + 1) & last {
			if steps++; steps > crowded {
				return false
			}
		}
		t[i] = uint16(n + 1)
	}
	return true
}

// tableSize returns the number of places for n terms, a power of 2.
func tableSize(n int) int { return 1 << bits.Len(uint(spacious*n)) }

// A tabulator makes tables for one article after another in the same memory.
type tabulator struct {
	places  []uint16
	tables  []table
	profile profile
}

// tabulate returns a copy of the profile whose vectors have tables. It is good until
// the next call.
func (t *tabulator) tabulate(p *profile) *profile {
	t.profile = *p
	vectors := t.profile.vectors()
	t.tables = make([]table, len(vectors))
	size := 0
	for _, v := range vectors {
		size += tableSize(len(v.terms))
	}
	if cap(t.places) < size {
		t.places = make([]uint16, size)
	}
	free := t.places[:size]
	clear(free)
	for i, v := range vectors {
		n := tableSize(len(v.terms))
		t.tables[i] = free[:n]
		if t.tables[i].put(v.terms) {
			v.table = &t.tables[i]
		}
		free = free[n:]
	}
	return &t.profile
}
