package shingle

// Set is the sorted set of the hashed shingles of one body.
type Set []uint64

// Of returns the shingles of a body.
func Of(body string) Set { panic("not written yet") }

// Overlap returns the number of shingles that both sets hold.
func Overlap(a, b Set) int { panic("not written yet") }

// Jaccard returns the shared share of the union, 1 for two empty sets.
func Jaccard(a, b Set) float64 { panic("not written yet") }

// Containment returns the share of a's shingles that b holds, 1 when a is empty.
func Containment(a, b Set) float64 { panic("not written yet") }
