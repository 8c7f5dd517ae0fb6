package dedup

import (
	"cmp"
	"slices"
	"sync"

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
// Start does that without waiting for what takes long.
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
	flight   flight       // articles started and not yet settled
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
	// dropped one is -1. Start leaves numbers out.
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
	f.settle(len(f.flight.articles))
	judge := f.judge
	if f.options.Yields != nil {
		judge = f.decideReplacing
	}
	d, b, err := judge(s)
	if err != nil || d.Drop {
		return d, err
	}
	return d, f.keep(s, &d, b)
}

// keep takes an article up among those kept, with its reading if it has been read.
func (f *Filter) keep(s Sketched, d *Decision, read *quote.Reading) error {
	var err error
	if d.Kept, err = f.reserve(s); err != nil {
		return err
	}
	f.enter(s, d.Kept)
	f.read.keep(d.Kept, read)
	return nil
}

// reserve gives an article the next number, and holds its text.
func (f *Filter) reserve(s Sketched) (number int, err error) {
	number = f.past.Len() + len(f.days)
	f.days = append(f.days, int32(s.Day))
	f.index.reserve(s.sketch)
	return number, f.texts.add(s.Text)
}

// enter lets an article be found under its number.
func (f *Filter) enter(s Sketched, number int) {
	f.same.add(s.digest, number)
	f.index.enter(s.sketch, number-f.past.Len())
}

// judge compares an article with those kept. It returns its reading, if it was read.
func (f *Filter) judge(s Sketched) (Decision, *quote.Reading, error) {
	d, alike, err := f.lookUp(s)
	if err != nil || len(alike) == 0 {
		return d, nil, err
	}
	d, read := f.closest(s, alike)
	return d, read, nil
}

// lookUp decides on an article as far as that takes no reading: one that is the same byte
// for byte as another, or like none. Else it returns those that are alike.
func (f *Filter) lookUp(s Sketched) (Decision, []match, error) {
	d := Decision{Kept: -1, Of: -1, Reason: NoneAlike}
	same, err := f.identical(s)
	if err != nil {
		return d, nil, err
	}
	if same >= 0 {
		return Decision{Drop: true, Kept: -1, Of: same, Relation: Identical, Jaccard: 1, InOf: 1, OfIn: 1, Reason: NothingOwn}, nil, nil
	}
	alike, err := f.alike(s)
	return d, alike, err
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

// A match is an article kept that is like the one being decided on.
type match struct {
	Copy
	text Text
}

// alike measures the kept articles that an article may be a copy of and returns those
// that are alike, those first that hold most of it.
func (f *Filter) alike(s Sketched) ([]match, error) {
	candidates, err := f.like(s)
	if err == nil {
		candidates, err = f.near(s, candidates)
	}
	if err != nil || len(candidates) == 0 {
		return nil, err
	}
	f.shingles = shingle.Append(f.shingles[:0], s.Body)
	f.tally.Of(f.shingles)
	var alike []match
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
			alike = append(alike, match{c, t})
		}
	}
	slices.SortFunc(alike, func(p, q match) int {
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
// else the first of all is what it is closest to. It returns the article as read, too, and
// may be called from any goroutine.
func (f *Filter) closest(s Sketched, alike []match) (first Decision, read *quote.Reading) {
	read = s.reading()
	for k := range alike[:min(mostNamed, len(alike))] {
		m := &alike[k]
		if k > 0 && !m.mayDrop() {
			continue
		}
		d := f.decide(&m.Copy, f.read.of(m.A, m.text), read, s.Language != "")
		if d.Drop {
			return d, read
		}
		if k == 0 {
			first = d
		}
	}
	return first, read
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
	mutex    sync.Mutex
	articles [64]numbered
}

type numbered struct {
	number int
	*quote.Reading
}

// of returns a kept article as read.
func (r *readings) of(i int, t Text) *quote.Reading {
	r.mutex.Lock()
	slot := r.articles[i%len(r.articles)]
	r.mutex.Unlock()
	if slot.Reading != nil && slot.number == i {
		return slot.Reading
	}
	read := t.reading()
	r.keep(i, read)
	return read
}

// keep remembers an article as read, if it was, under its number.
func (r *readings) keep(number int, read *quote.Reading) {
	if read == nil {
		return
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.articles[number%len(r.articles)] = numbered{number, read}
}
