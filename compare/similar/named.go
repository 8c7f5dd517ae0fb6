package similar

import (
	"cmp"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

const (
	telling       = 0.45 // rarity from which a name says something about the event
	namesShown    = 3    // people and bodies, and as many places
	mentionsCited = 3
)

// sharedNames finds the people, places and bodies that both name and that few
// other articles do.
func sharedNames(p *pairing) []Evidence {
	a, b, union := p.a, p.b, p.union
	inB := map[int]names.Entity{}
	for j, e := range b.Names().Entities {
		inB[union.ID(1, j)] = e
	}
	var people, places []Evidence
	for i, e := range a.Names().Entities {
		other, ok := inB[union.ID(0, i)]
		rarity := max(nameRarity(a, e), nameRarity(b, other))
		if !ok || rarity < telling || a.namesDay(e) {
			continue
		}
		shared := Evidence{
			For: true, Kind: "name", Weight: rarity * leadBonus(a, b, e.Mentions, other.Mentions) / 2,
			Note: fuller(e.Name, other.Name), A: cited(e.Mentions), B: cited(other.Mentions),
		}
		if e.Kind == names.Place || other.Kind == names.Place {
			shared.Kind = "place"
			places = append(places, shared)
		} else {
			people = append(people, shared)
		}
	}
	return append(together("both name ", people, namesShown), together("both name ", places, namesShown)...)
}

// nameRarity returns the rarity of the rarest word of a name.
func nameRarity(s *side, e names.Entity) float64 { return rarityOf(e.Name, s) }

// rarityOf returns the rarity of the rarest of some words of an article.
func rarityOf(words string, s *side) float64 {
	var rarest float64
	for _, w := range text.Words(words) {
		rarest = max(rarest, lookUp(w.Norm, languageOf(s.Article)).rarity)
	}
	return rarest
}

// namesDay reports whether a name is that of a day or month.
func (s *side) namesDay(e names.Entity) bool {
	return len(e.Mentions) > 0 && slices.ContainsFunc(s.dates, func(d text.Date) bool { return d.Contains(e.Mentions[0]) })
}

// fuller returns the longer of two forms of one name.
func fuller(a, b string) string {
	if len(a) == len(b) {
		return max(a, b)
	}
	if len(a) > len(b) {
		return a
	}
	return b
}

// leadBonus doubles what both say where they say what happened.
func leadBonus(a, b *side, inA, inB []text.Span) float64 {
	if len(inA) > 0 && len(inB) > 0 && inA[0].Start < a.lead && inB[0].Start < b.lead {
		return 2
	}
	return 1
}

func cited(spans []text.Span) []text.Span {
	return slices.Clone(spans[:min(len(spans), mentionsCited)])
}

// weightiest returns the n weightiest of one kind of evidence; equal ones in the
// order of their notes, which does not depend on which article comes first.
func weightiest(all []Evidence, n int) []Evidence {
	slices.SortStableFunc(all, func(x, y Evidence) int {
		return cmp.Or(cmp.Compare(align.Round(y.Weight), align.Round(x.Weight)), strings.Compare(x.Note, y.Note))
	})
	return all[:min(len(all), n)]
}

// together makes one item of the n weightiest of a kind, as a reader would list them.
func together(note string, items []Evidence, n int) []Evidence {
	if len(items) == 0 {
		return nil
	}
	items = weightiest(items, n)
	one := Evidence{For: items[0].For, Kind: items[0].Kind, Weight: items[0].Weight}
	what := make([]string, 0, len(items))
	for _, e := range items {
		what = append(what, e.Note)
		one.A, one.B = append(one.A, e.A...), append(one.B, e.B...)
	}
	one.Note = note + listed(what)
	return []Evidence{one}
}

// listed writes a list: "A, B and C".
func listed(what []string) string {
	last := len(what) - 1
	if last < 1 {
		return strings.Join(what, "")
	}
	return strings.Join(what[:last], ", ") + " and " + what[last]
}

// otherPlace finds that each tells of a place, where it says what happened, that the
// other does not name: nowhere, or at least not there when the two are not said to
// report one event.
func otherPlace(p *pairing) []Evidence {
	pa, pb := ownPlaces(p, p.a, p.b, 0), ownPlaces(p, p.b, p.a, 1)
	if len(pa) == 0 || len(pb) == 0 {
		return nil
	}
	return []Evidence{{
		Kind: "other place", Weight: 0.4,
		Note: pa[0].Name + " here, " + pb[0].Name + " there",
		A:    cited(pa[0].Mentions), B: cited(pb[0].Mentions),
	}}
}

// ownPlaces returns the places in the lead of article x of the pairing that the other
// does not name, the rarest first.
func ownPlaces(p *pairing, s, other *side, x int) []names.Entity {
	elsewhere := map[int]bool{}
	for j, e := range other.Names().Entities {
		if p.same || e.Mentions[0].Start < other.lead {
			elsewhere[p.union.ID(1-x, j)] = true
		}
	}
	var own []names.Entity
	for i, e := range s.Names().Entities {
		if e.Kind == names.Place && !elsewhere[p.union.ID(x, i)] && e.Mentions[0].Start < s.lead && nameRarity(s, e) >= telling {
			own = append(own, e)
		}
	}
	slices.SortStableFunc(own, func(p, q names.Entity) int { return cmp.Compare(nameRarity(s, q), nameRarity(s, p)) })
	return own
}
