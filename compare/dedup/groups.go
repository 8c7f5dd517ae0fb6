package dedup

// Groups joins copies into groups that do not chain; n is the number of articles.
//
// Articles are taken in their order. Each joins the first representative that it is
// a copy of, or becomes a representative: so every member is a copy of its
// representative, no two representatives are copies, and an article is in one
// group at most. Groups of one are left out.
func Groups(copies []Copy, n int) []Group {
	joined := make([][]int, n) // earlier articles that each is a copy of
	for _, c := range copies {
		if c.Relation.joins() {
			joined[c.B] = append(joined[c.B], c.A)
		}
	}
	representative := make([]int, n)
	members := make([][]int, n)
	for i := range n {
		r := i
		for _, a := range joined[i] {
			if representative[a] == a && a < r {
				r = a
			}
		}
		representative[i] = r
		members[r] = append(members[r], i)
	}
	var groups []Group
	for r, m := range members {
		if len(m) > 1 {
			groups = append(groups, Group{Representative: r, Members: m})
		}
	}
	return groups
}

// joins reports whether two texts of this relation are versions of one text.
func (r Relation) joins() bool {
	switch r {
	case Identical, Cosmetic, Republished, Shortened, Extended, Update:
		return true
	}
	return false
}
