package dedup

// SignatureVersion names the definition of the sketches and digests that are stored of
// an article. It changes whenever the same article would get others, be it by another hash
// of its shingles.
const SignatureVersion = 3

// Past holds articles that were kept before a filter began, such as an index on disk.
// They are numbered from 0; the numbers of what the filter keeps follow theirs. What has
// been taken out again leaves a number that Same and Like no longer return.
type Past interface {
	// Len is one more than the highest number.
	Len() int
	// Same returns the articles with a digest, ascending.
	Same(digest uint64) ([]int, error)
	// Like returns the articles that share Enough of a sketch, ascending. Of the holders
	// of one fingerprint it looks at the last LongestChain.
	Like(s Sketch) ([]int, error)
	// Text returns the text of an article.
	Text(i int) (Text, error)
	// Day returns the day of its publication, 0 when unknown.
	Day(i int) (int, error)
}

// nothing is the past of a filter that has none.
type nothing struct{}

func (nothing) Len() int                   { return 0 }
func (nothing) Same(uint64) ([]int, error) { return nil, nil }
func (nothing) Like(Sketch) ([]int, error) { return nil, nil }
func (nothing) Text(int) (Text, error)     { return Text{}, nil }
func (nothing) Day(int) (int, error)       { return 0, nil }

// Sketch returns what an index keeps of the article to find its copies by.
func (s *Sketched) Sketch() Sketch { return s.sketch }

// Digest returns the digest of the title and body as they are written. It is not
// cryptographic: what it finds has to be compared.
func (s *Sketched) Digest() uint64 { return s.digest }

// sameAs returns the kept articles with the digest of an article.
func (f *Filter) sameAs(s Sketched) ([]int, error) {
	past, err := f.past.Same(s.digest)
	return f.current(f.same.appendTo(past, s.digest)), err
}

// like returns the kept articles that may be copies of an article.
func (f *Filter) like(s Sketched) ([]int, error) {
	if f.options.Exact {
		return f.all(), nil
	}
	found, err := f.past.Like(s.sketch)
	found = f.current(found)
	for _, i := range f.index.Find(s.sketch) {
		found = append(found, f.past.Len()+i)
	}
	return found, err
}

// all returns the numbers of all kept articles.
func (f *Filter) all() []int {
	found := make([]int, f.past.Len()+len(f.days))
	for i := range found {
		found[i] = i
	}
	return found
}

// day returns when a kept article was published.
func (f *Filter) day(i int) (int, error) {
	if n := f.past.Len(); i >= n {
		return int(f.days[i-n]), nil
	}
	return f.past.Day(i)
}
