package framing

import (
	"slices"
	"strings"
	"sync"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

// describers are the nouns for persons and places, from data/people.txt.
var describers = sync.OnceValue(func() *lexicon { return readLexicon("people.txt") })

// describedItems compares the descriptions that the tellings give one person or place.
func (st *story) describedItems() []Item {
	byID := map[int]map[int][]nounPhrase{}
	for _, d := range st.heads {
		for e, ps := range d.descriptions() {
			id := st.union.ID(d.index, e)
			if byID[id] == nil {
				byID[id] = map[int][]nounPhrase{}
			}
			byID[id][d.index] = append(byID[id][d.index], ps...)
		}
	}
	owners := map[string]map[int]bool{} // noun → those it stands beside
	for id, by := range byID {
		for _, ps := range by {
			for _, p := range ps {
				if owners[p.noun] == nil {
					owners[p.noun] = map[int]bool{}
				}
				if !p.implied {
					owners[p.noun][id] = true
				}
			}
		}
	}
	var items []Item
	for _, id := range sortedKeys(byID) {
		keepSure(id, byID[id], owners)
		if it, ok := st.describedItem(id, byID[id]); ok {
			items = append(items, it)
		}
	}
	return items
}

// keepSure drops what may be said of another: a noun without the name that stands beside
// somebody else's, and of those who hold an office any that stands beside no name, unless
// it is one for rulers. Offices alone are no description.
func keepSure(id int, by map[int][]nounPhrase, owners map[string]map[int]bool) {
	titled := false
	for _, ps := range by {
		titled = titled || slices.ContainsFunc(ps, func(p nounPhrase) bool { return headingOf(p.noun) == "office" })
	}
	for article, ps := range by {
		by[article] = slices.DeleteFunc(ps, func(p nounPhrase) bool {
			h, beside := headingOf(p.noun), owners[p.noun]
			another := !beside[id] && (len(beside) > 0 || titled && h == "person")
			return p.implied && another && h != "place" || p.bare && len(p.anchors) == 0 && h == "office"
		})
	}
}

func headingOf(noun string) string {
	heading, _ := describers().lookUp(noun)
	return heading
}

func (st *story) describedItem(id int, by map[int][]nounPhrase) (Item, bool) {
	it := Item{Topic: st.union.Name(id), Weight: 0.3}
	tellings := map[string]int{}
	total, high := 0, 0
	for _, d := range st.heads {
		ps := by[d.index]
		if len(ps) == 0 {
			continue
		}
		it.Sides = append(it.Sides, side(d.index, d.saidPhrases(ps)...))
		total += len(ps)
		high += d.leading(ps, 0)
		for noun := range nounsOf(d, ps) {
			tellings[noun]++
		}
	}
	own := 0
	for noun, n := range tellings {
		own += count01(n == 1 && headingOf(noun) != "office") // "founder" and "chairman" may both be so
	}
	if len(it.Sides) < 2 || own < 2 {
		return Item{}, false
	}
	it.Weight += float64(0.15*float64(min(total, 6))/6) + float64(0.08*float64(min(high, 2)))
	return it, true
}

// descriptions returns the phrases by which an article calls its persons and places:
// beside the name ("the strongman Davor Petrak", "Davor Petrak, the strongman") and
// instead of it ("the strongman"), where it is plain who is meant.
func (d *doc) descriptions() map[int][]nounPhrase {
	out := map[int][]nounPhrase{}
	if d.lang() != "en" {
		return out
	}
	before, entity := text.Span{}, -1 // the last phrase, and whom it describes
	introduced := map[string]bool{}   // nouns that came without "the": others than those named
	for i := 0; i < len(d.words); i++ {
		n, heading := describers().at(d.words, i)
		if n == 0 || heading == "body" || strings.HasSuffix(d.words[i+n-1].Norm, "ing") || d.describerAt(i+n) || singular(d.words[i+n-1].Norm) != d.words[i+n-1].Norm {
			continue
		}
		p, ok := d.phraseAt(i, n)
		if !ok || d.quoted(p.head) || d.inName(p, i) {
			continue
		}
		var e int
		e, p.implied = d.described(p, i+n-1, heading)
		if e < 0 && entity >= 0 && d.apposed(before, p) {
			e = entity
		}
		if e >= 0 && (!p.implied || !introduced[p.noun]) {
			out[e] = append(out[e], p)
		}
		if e < 0 && !p.definite && heading != "place" {
			introduced[p.noun] = true
		}
		before, entity = p.Span, e
		i += n - 1
	}
	return out
}

// describerAt reports whether word i is a describing noun right after another, which
// then only modifies it: "the veteran leader".
func (d *doc) describerAt(i int) bool {
	if i >= len(d.words) || !d.gapIsSpace(i-1) || text.IsCapital(d.words[i].Of(d.Text)) {
		return false
	}
	n, _ := describers().at(d.words, i)
	return n > 0
}

// apposed reports whether a comma and an article alone part two phrases: "the island,
// a self-governing democracy".
func (d *doc) apposed(before text.Span, p nounPhrase) bool {
	if before.End >= p.Start {
		return false
	}
	switch strings.TrimSpace(d.Text[before.End:p.Start]) {
	case ", a", ", an", ", the":
		return true
	}
	return false
}

// described returns the entity that a phrase with its noun at word last describes, or
// -1, and whether no name stands beside it.
func (d *doc) described(p nounPhrase, last int, heading string) (entity int, implied bool) {
	place := heading == "place"
	if e := d.nameAfter(last, place); e >= 0 {
		return e, false
	}
	if e := d.nameBefore(p, place); e >= 0 {
		return e, false
	}
	if p.definite && len(p.anchors) == 0 && heading != "office" {
		return d.meant(p, place), true
	}
	return -1, false
}

// bears reports whether an entity can bear a description of a place, or of a person. A
// name that is nothing known is a place when it stands after "in" or "on".
func (d *doc) bears(e names.Entity, place bool) bool {
	if !place {
		return e.Kind == names.Person
	}
	return e.Kind == names.Place || e.Kind == names.Unknown && slices.ContainsFunc(e.Mentions, func(m text.Span) bool {
		_, i := d.wordsIn(m)
		return i > 0 && (placing[d.words[i-1].Norm] || d.words[i-1].Norm == "on")
	})
}

// nameAfter returns the entity named right after word last: "the strongman Davor
// Petrak"; after a comma only when another follows the name: "its leader, Lin Mei, said".
func (d *doc) nameAfter(last int, place bool) int {
	if last+1 >= len(d.words) {
		return -1
	}
	start := d.words[last+1].Start
	switch d.Text[d.words[last].End:start] {
	case " ":
		return d.entityWith(place, func(m text.Span) bool { return m.Start == start })
	case ", ":
		return d.entityWith(place, func(m text.Span) bool { return m.Start == start && strings.HasPrefix(d.Text[m.End:], ",") })
	}
	return -1
}

// nameBefore returns the entity whose name a comma parts from the phrase, when that
// ends there: "Quemar, a self-governing democracy, …".
func (d *doc) nameBefore(p nounPhrase, place bool) int {
	_, i := d.wordsIn(p.head)
	if i < 2 || !isArticle(d.words[i-1].Norm) {
		return -1
	}
	before := d.words[i-2]
	if strings.TrimSpace(d.Text[before.End:d.words[i-1].Start]) != "," || !closes(d.Text[p.End:]) {
		return -1
	}
	return d.entityWith(place, func(m text.Span) bool { return m.End == before.End })
}

func isArticle(norm string) bool { return definite[norm] || norm == "a" || norm == "an" }

// closes reports whether an apposition may end where the rest of the text begins.
func closes(rest string) bool {
	for _, s := range [...]string{",", ".", " who ", " whose ", " which ", " that ", " of ", " and ", " on ", " in ", ";"} {
		if strings.HasPrefix(rest, s) {
			return true
		}
	}
	return rest == ""
}

// meant returns the one entity of the kind that the sentence so far, or else the one
// before it, speaks of; a person only if the article is about nobody more.
func (d *doc) meant(p nounPhrase, place bool) int {
	s := d.sentenceAt(p.Start)
	if s < 0 || d.isHeadline(s) {
		return -1
	}
	for back := range 2 {
		if s-back < 0 {
			break
		}
		span := d.sentences[s-back].Span
		span.End = min(span.End, p.Start)
		if found := d.entitiesIn(span, place); len(found) > 0 {
			if len(found) == 1 && (place || d.isMain(found[0])) {
				return found[0]
			}
			return -1
		}
	}
	return -1
}

// isMain reports whether no person is named more often than this one.
func (d *doc) isMain(entity int) bool {
	all := d.Names().Entities
	return !slices.ContainsFunc(all, func(e names.Entity) bool {
		return e.Kind == names.Person && len(e.Mentions) > len(all[entity].Mentions)
	})
}

// entitiesIn returns the entities of a kind that a span names.
func (d *doc) entitiesIn(span text.Span, place bool) []int {
	var out []int
	for e, entity := range d.Names().Entities {
		if d.bears(entity, place) && slices.ContainsFunc(entity.Mentions, span.Contains) {
			out = append(out, e)
		}
	}
	return out
}

func (d *doc) entityWith(place bool, ok func(text.Span) bool) int {
	for e, entity := range d.Names().Entities {
		if d.bears(entity, place) && slices.ContainsFunc(entity.Mentions, ok) {
			return e
		}
	}
	return -1
}
