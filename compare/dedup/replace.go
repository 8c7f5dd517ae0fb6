package dedup

import (
	"slices"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/shingle"
)

// current leaves out the articles of the past that have been replaced.
func (f *Filter) current(kept []int) []int {
	if len(f.replaced) == 0 {
		return kept
	}
	return slices.DeleteFunc(kept, func(i int) bool { return f.replaced[i] })
}

// decideReplacing decides on an article as if those of the past that give way to it were
// not there. They do for good only when it is kept.
func (f *Filter) decideReplacing(s Sketched) (Decision, *quote.Reading, error) {
	replaces, err := f.givingWay(s)
	if err != nil {
		return Decision{}, nil, err
	}
	for _, i := range replaces {
		f.replaced[i] = true
	}
	d, read, err := f.judge(s)
	if err != nil || d.Drop {
		for _, i := range replaces {
			delete(f.replaced, i)
		}
		return d, nil, err
	}
	d.Replaces = replaces
	if d.Reason == NoneAlike && len(replaces) > 0 {
		d, err = f.preferred(s, d)
	}
	return d, read, err
}

// preferred says how an article stands to the first that it replaces.
func (f *Filter) preferred(s Sketched, d Decision) (Decision, error) {
	old, err := f.texts.at(d.Replaces[0])
	if err != nil {
		return d, err
	}
	c := CompareTexts(old, s.Text)
	d.Of, d.Reason = d.Replaces[0], Preferred
	d.Relation, d.Jaccard, d.InOf, d.OfIn = c.Relation, c.Jaccard, c.BInA, c.AInB
	return d, nil
}

// givingWay returns the articles of the past that an article is preferred to and that
// have nothing of their own beside it.
func (f *Filter) givingWay(s Sketched) ([]int, error) {
	same, err := f.sameAs(s)
	if err != nil {
		return nil, err
	}
	like, err := f.like(s)
	if err == nil {
		like, err = f.near(s, append(same, like...))
	}
	slices.Sort(like)
	var replaces []int
	for _, i := range slices.Compact(like) {
		gives, yieldErr := f.yields(s, i)
		if err = yieldErr; err != nil {
			break
		}
		if gives {
			replaces = append(replaces, i)
		}
	}
	return replaces, err
}

// yields reports whether an article gives way to another.
func (f *Filter) yields(s Sketched, i int) (bool, error) {
	if i >= f.past.Len() {
		return false, nil
	}
	if may, err := f.options.Yields(i); err != nil || !may {
		return false, err
	}
	old, err := f.texts.at(i)
	if err != nil || old.Title == s.Title && old.Body == s.Body {
		return err == nil, err
	}
	c := measured(shingle.Of(s.Body), shingle.Of(old.Body))
	return c.mayDrop() && f.decide(&c, s.reading(), old.reading(), old.Language != "").Drop, nil
}
