package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare"
)

// A bond is what several articles of an event have in common, with the first place
// where each of them has it.
type bond struct {
	note, kind string
	at         map[string]compare.Span // by article
}

// maxBonds is how many bonds of an event are told apart; what comes after is too light
// to be shown.
const maxBonds = 50

// moreTelling sets words that both quote before all else, since a reader can check them at a
// glance, and the rest by weight.
func moreTelling(a, b compare.Evidence) int {
	quotedA, quotedB := a.Kind == "shared quote", b.Kind == "shared quote"
	if quotedA != quotedB {
		if quotedA {
			return -1
		}
		return 1
	}
	return cmp.Compare(b.Weight, a.Weight)
}

// bonds collects what holds an event together from its pairs, most telling first. What
// several pairs have in common is one bond.
func (v *view) bonds(e compare.Event) []bond {
	type found struct {
		pair compare.Pair
		ev   compare.Evidence
	}
	var all []found
	for _, p := range v.Pairs {
		if !slices.Contains(e.Articles, p.A) || !slices.Contains(e.Articles, p.B) {
			continue
		}
		for _, ev := range p.Evidence {
			if ev.For {
				all = append(all, found{p, ev})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return moreTelling(a.ev, b.ev) })
	var out []bond
	for _, f := range all {
		b := bond{f.ev.Note, f.ev.Kind, firstPlaces(f.pair, f.ev)}
		if i := slices.IndexFunc(out, b.same); i >= 0 {
			out[i].add(b)
		} else if len(out) < maxBonds {
			out = append(out, b)
		}
	}
	return out
}

// firstPlaces returns the first words that evidence rests on in either article.
func firstPlaces(p compare.Pair, e compare.Evidence) map[string]compare.Span {
	at := map[string]compare.Span{}
	if len(e.A) > 0 {
		at[p.A] = e.A[0]
	}
	if len(e.B) > 0 {
		at[p.B] = e.B[0]
	}
	return at
}

// same reports whether a bond is another one that is told already: in the same words, of
// one kind and resting on the same words of an article, or most of a passage being words
// that both quote.
func (b bond) same(told bond) bool {
	if b.note == told.note {
		return true
	}
	for id, s := range b.at {
		t, ok := told.at[id]
		size := s.End - s.Start
		switch {
		case b.kind == told.kind:
			size = min(size, t.End-t.Start)
		case b.kind != "passage" || told.kind != "shared quote":
			continue
		}
		if ok && 2*(min(s.End, t.End)-max(s.Start, t.Start)) > size {
			return true
		}
	}
	return false
}

// add adds the articles of another bond.
func (b *bond) add(o bond) {
	for id, s := range o.at {
		if _, known := b.at[id]; !known {
			b.at[id] = s
		}
	}
}

// words says a bond of the articles that have it: "both" of two, else how many.
func (b bond) words() string {
	if rest, ok := strings.CutPrefix(b.note, "both "); ok && len(b.at) > 2 {
		return count(len(b.at), "article", "articles") + " " + rest
	}
	return b.note
}
