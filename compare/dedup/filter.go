package dedup

import (
	"cmp"
	"slices"

	"github.com/zeebo/xxh3"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/shingle"
)

// FilterOptions say what a Filter drops. With the zero value each article is compared
// with all kept before it and dropped when it has nothing of its own.
type FilterOptions struct {
	// Strict drops what was republished, shortened or updated even where it has a
	// paragraph, quote or figure of its own.
	Strict bool
	// Window is how many days apart two articles may be published and still be compared;
	// 0 for any number. An article without a date is compared with all.
	Window int
	// Exact compares each article with every one kept, without an index: slow, for checks.
	Exact bool
	// Spool, when given, holds the texts of the articles kept, in place of memory.
	Spool Spool
	// Past, when given, are articles kept before, which each article is compared with too.
	Past Past
	// Yields, when given, says whether an article of the past gives way to the one that is
	// being decided on, provided that this one holds all that it says.
	Yields func(past int) (bool, error)
}

// A Filter decides article by article which ones to keep: an article is dropped when
// one kept before it holds all that it says. It is fed in two steps, of which only the
// second has to come in order:
//
//	sketched := dedup.Prepare(text, day) // on any core
//	decision, err := filter.Decide(sketched)
//
// What was kept depends on the articles kept before alone, so filtering what a filter
// kept drops nothing.
type Filter struct {
	options FilterOptions
	past    Past
	index   *Index
	texts   texts
	days    []int32 // when each kept article was published
	same    digests // of the kept articles
	read    readings

	// Scratch: the shingles of the article being decided on, and of one that it may be a copy of.
	tally            shingle.Tally
	shingles, others []uint64

	replaced map[int]bool // articles of the past that gave way
}

// NewFilter returns a filter that has seen nothing.
func NewFilter(o FilterOptions) *Filter {
	past := o.Past
	if past == nil {
		past = nothing{}
	}
	return &Filter{
		options: o, past: past, index: NewIndex(),
		texts: texts{past: past, spool: o.Spool}, same: digests{first: map[uint64]int32{}},
		replaced: map[int]bool{},
	}
}

// A Sketched is an article ready to be decided on.
type Sketched struct {
	Text
	Day    int // of its publication, counted from any day; 0 when unknown
	sketch Sketch
	digest uint64
}

// Prepare does the part of the work that needs no other article.
func Prepare(t Text, day int) Sketched { return new(Preparer).Prepare(t, day) }

// A Preparer is Prepare with memory of its own, for one goroutine and many articles.
type Preparer struct {
	shingles []uint64
	sketcher sketcher
}

// Prepare does the part of the work that needs no other article.
func (p *Preparer) Prepare(t Text, day int) Sketched {
	p.shingles = shingle.Append(p.shingles[:0], t.Body)
	return Sketched{
		Text: t, Day: day, sketch: p.sketcher.sketch(p.shingles),
		digest: xxh3.HashString(t.Title) ^ xxh3.HashStringSeed(t.Body, 1),
	}
}

// A Decision says whether an article is kept, and what it was compared with.
type Decision struct {
	Drop bool
	// Kept numbers the articles kept, in their order, behind those of the past; that of a
	// dropped one is -1.
	Kept int
	// Of is the number of the kept article that is most alike, or that holds the dropped
	// one; -1 when none is alike.
	Of int
	// The relation of the article to Of, empty when there is none, and the exact
	// measures: of both, of the article's shingles in Of, and the other way round.
	Relation   Relation
	Jaccard    float64
	InOf, OfIn float64
	Differs    []Difference // from Of to the article; names when nothing else differs
	Reason     Reason
	Own        string // the paragraph or quote of its own, when that is the reason
	Replaces   []int  // articles of the past that gave way to it
}

// A Reason says why an article was kept or dropped.
type Reason string

// The reasons to drop an article, and to keep it.
const (
	NothingOwn    Reason = "nothing of its own"
	StrictlyAlike Reason = "much alike, and --strict"
	NoneAlike     Reason = "nothing alike before it"
	Preferred     Reason = "preferred to what it replaces"
	OwnParagraph  Reason = "a paragraph of its own"
	OwnQuote      Reason = "a quote of its own"
	FactsDiffer   Reason = "facts differ"
	OtherFacts    Reason = "the same frame, other facts"
	SaysMore      Reason = "says more"
)

// Decide decides on the next article. It fails when the spool does.
func (f *Filter) Decide(s Sketched) (Decision, error) {
	f.read.last = nil
	judge := f.judge
	if f.options.Yields != nil {
		judge = f.decideReplacing
	}
	d, err := judge(s)
	if err != nil || d.Drop {
		return d, err
	}
	d.Kept = f.past.Len() + len(f.days)
	f.read.kept(d.Kept)
	f.days = append(f.days, int32(s.Day))
	f.same.add(s.digest, d.Kept)
	f.index.insert(s.sketch)
	return d, f.texts.add(s.Text)
}

// judge compares an article with those kept.
func (f *Filter) judge(s Sketched) (Decision, error) {
	d := Decision{Kept: -1, Of: -1, Reason: NoneAlike}
	same, err := f.identical(s)
	if err != nil {
		return d, err
	}
	if same >= 0 {
		return Decision{Drop: true, Kept: -1, Of: same, Relation: Identical, Jaccard: 1, InOf: 1, OfIn: 1, Reason: NothingOwn}, nil
	}
	alike, err := f.alike(s)
	if err != nil || len(alike) == 0 {
		return d, err
	}
	return f.closest(s, alike)
}

// identical returns the first kept article that is the same byte for byte, -1 when none is.
func (f *Filter) identical(s Sketched) (int, error) {
	same, err := f.sameAs(s)
	if err == nil {
		same, err = f.near(s, same)
	}
	for _, i := range same {
		t, err := f.texts.at(i)
		if err != nil {
			return -1, err
		}
		if t.Title == s.Title && t.Body == s.Body {
			return i, nil
		}
	}
	return -1, err
}

// alike measures the kept articles that an article may be a copy of and returns those
// that are alike, those first that hold most of it.
func (f *Filter) alike(s Sketched) ([]Copy, error) {
	candidates, err := f.like(s)
	if err == nil {
		candidates, err = f.near(s, candidates)
	}
	if err != nil || len(candidates) == 0 {
		return nil, err
	}
	f.shingles = shingle.Append(f.shingles[:0], s.Body)
	f.tally.Of(f.shingles)
	var alike []Copy
	for _, i := range candidates {
		t, err := f.texts.at(i)
		if err != nil {
			return nil, err
		}
		f.others = shingle.Append(f.others[:0], t.Body)
		distinct, shared := f.tally.Count(f.others)
		c := copyOf(distinct, f.tally.Distinct, shared)
		c.A, c.B = i, len(f.days)
		if shared > 0 && c.alike() {
			alike = append(alike, c)
		}
	}
	slices.SortFunc(alike, func(p, q Copy) int {
		return cmp.Or(cmp.Compare(q.BInA, p.BInA), cmp.Compare(q.Jaccard, p.Jaccard), p.A-q.A)
	})
	return alike, nil
}

// near returns those of some kept articles that were published within the window of an
// article.
func (f *Filter) near(s Sketched, kept []int) ([]int, error) {
	if f.options.Window == 0 || s.Day == 0 {
		return kept, nil
	}
	near := kept[:0:0]
	for _, i := range kept {
		day, err := f.day(i)
		if err != nil {
			return nil, err
		}
		if day == 0 || max(s.Day-day, day-s.Day) <= f.options.Window {
			near = append(near, i)
		}
	}
	return near, nil
}

// mostNamed is how many of the articles alike are read closely, those first that hold
// most: the hundredth version of a market report is dear to compare with them all.
const mostNamed = 8

// closest decides by the articles alike: the first that holds the article drops it,
// else the first of all is what it is closest to.
func (f *Filter) closest(s Sketched, alike []Copy) (Decision, error) {
	var b *quote.Reading
	var first Decision
	for k := range alike[:min(mostNamed, len(alike))] {
		c := &alike[k]
		if k > 0 && !c.mayDrop() {
			continue
		}
		a, err := f.read.of(c.A, &f.texts)
		if err != nil {
			return Decision{}, err
		}
		if b == nil {
			b = f.read.next(s.Text)
		}
		d := f.decide(c, a, b, s.Language != "")
		if d.Drop {
			return d, nil
		}
		if k == 0 {
			first = d
		}
	}
	return first, nil
}

// mayDrop reports whether so much of B stands in A that B may have to go.
func (c *Copy) mayDrop() bool { return c.Jaccard >= republished || c.BInA >= minContainment }

// decide names the relation of an article b to a kept one and what follows from it.
// An article whose language is not stated is taken to have that of the one it is like.
func (f *Filter) decide(c *Copy, kept, next *quote.Reading, stated bool) Decision {
	a, b := versions(kept, next)
	if !stated {
		b.like = kept
	}
	c.nameAlike(a, b, true)
	d := Decision{Kept: -1, Of: c.A, Relation: c.Relation, Jaccard: c.Jaccard, InOf: c.BInA, OfIn: c.AInB, Differs: c.Differs}
	switch c.Relation {
	case Cosmetic:
		d.Drop, d.Reason = true, NothingOwn
		return d
	case Template:
		d.Reason = OtherFacts
		return d
	case Extended:
		d.Reason = SaysMore
		return d
	case Republished, Shortened:
		d.Reason, d.Own = ownReason(c, a, b)
		d.Drop = d.Reason == NothingOwn
	default:
		if d.Reason = SaysMore; len(c.Differs) > 0 {
			d.Reason = FactsDiffer
		}
	}
	if f.options.Strict && !d.Drop && c.mayDrop() {
		d.Drop, d.Reason = true, StrictlyAlike
	}
	return d
}

// ownReason says what b has of its own, if anything.
func ownReason(c *Copy, a, b *version) (Reason, string) {
	if c.BInA == 1 && allFigures(b.Raw, a.Raw) {
		return NothingOwn, ""
	}
	switch what, at, found := own(b, a); {
	case !found:
		return NothingOwn, ""
	case what == "quote":
		return OwnQuote, at.Of(b.Text)
	default:
		return OwnParagraph, at.Of(b.Text)
	}
}

// readings remembers the kept articles read closely last: what was copied is often
// copied again soon.
type readings struct {
	articles [64]numbered
	last     *quote.Reading // of the article being decided on
}

type numbered struct {
	number int
	*quote.Reading
}

// of returns a kept article.
func (r *readings) of(i int, from *texts) (*quote.Reading, error) {
	slot := &r.articles[i%len(r.articles)]
	if slot.Reading != nil && slot.number == i {
		return slot.Reading, nil
	}
	t, err := from.at(i)
	if err != nil {
		return nil, err
	}
	*slot = numbered{i, t.reading()}
	return slot.Reading, nil
}

// next reads the article being decided on.
func (r *readings) next(t Text) *quote.Reading {
	r.last = t.reading()
	return r.last
}

// kept remembers the article decided on last, if it was read, under its number.
func (r *readings) kept(number int) {
	if r.last != nil {
		r.articles[number%len(r.articles)] = numbered{number, r.last}
	}
	r.last = nil
}
