package dedup

// digests tell which articles have the digest of their title and body. They are hardly
// ever two, and a table without pointers costs the collector nothing.
type digests struct {
	first map[uint64]int32
	more  map[uint64][]int32 // those behind the first
}

// add adds an article.
func (d *digests) add(digest uint64, article int) {
	if _, taken := d.first[digest]; !taken {
		d.first[digest] = int32(article)
		return
	}
	if d.more == nil {
		d.more = map[uint64][]int32{}
	}
	d.more[digest] = append(d.more[digest], int32(article))
}

// appendTo appends the articles that have a digest, ascending.
func (d *digests) appendTo(dst []int, digest uint64) []int {
	first, taken := d.first[digest]
	if !taken {
		return dst
	}
	dst = append(dst, int(first))
	for _, article := range d.more[digest] {
		dst = append(dst, int(article))
	}
	return dst
}
