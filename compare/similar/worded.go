package similar

import (
	"cmp"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

const (
	termsCited = 5    // rare terms shown for a pair
	likeFrom   = 0.25 // cosine from which headlines or ledes are said to be alike
	deedRarity = 0.3  // rarity of a word that says what was done
	deedBelow  = 0.25 // cosine of the ledes' plain words below which the deeds may differ
	deedsCited = 3
)

// occurrences lists where each term that satisfies keep stands.
func occurrences(tokens []token, keep func(token) bool) map[term][]text.Span {
	at := map[term][]text.Span{}
	for _, t := range tokens {
		if keep(t) {
			at[t.term] = append(at[t.term], t.Span)
		}
	}
	return at
}

// sharedTerms finds rare words, names left out, and neighbours that are rare together.
func sharedTerms(a, b *side) []Evidence {
	inA, inB := rareTerms(a), rareTerms(b)
	var all []Evidence
	for id, p := range inA {
		q, ok := inB[id]
		if !ok {
			continue
		}
		weight := max(p.rarity, q.rarity) * leadBonus(a, b, p.at, q.at) / 3
		all = append(all, Evidence{
			For: true, Kind: "rare term", Weight: weight, Note: written("both write ", a.of(p.at[0]), b.of(q.at[0])),
			A: cited(p.at), B: cited(q.at),
		})
	}
	return weightiest(all, termsCited)
}

// A rareTerm is a word or a pair of neighbours that few articles have.
type rareTerm struct {
	rarity float64
	at     []text.Span
}

func rareTerms(s *side) map[term]*rareTerm {
	found := map[term]*rareTerm{}
	add := func(id term, rarity float64, at text.Span) {
		if found[id] == nil {
			found[id] = &rareTerm{rarity: rarity}
		}
		found[id].at = append(found[id].at, at)
	}
	for i, t := range s.tokens {
		if t.name || t.number {
			continue
		}
		if t.rarity >= rareFact {
			add(t.term, t.rarity, t.Span)
		}
		if i == 0 {
			continue
		}
		before := s.tokens[i-1]
		if isPlain(before) && min(t.rarity, before.rarity) >= rarePair && adjacent(s.Text, before, t) {
			add(pairTerm(before.term, t.term), (t.rarity+before.rarity)/2, text.Span{Start: before.Start, End: t.End})
		}
	}
	return found
}

// written says how both write something.
func written(note, inA, inB string) string {
	first, second := text.Fold(inA), text.Fold(inB)
	if first == second {
		return note + "“" + first + "”"
	}
	return note + "“" + min(first, second) + "” or “" + max(first, second) + "”"
}

// likeness finds headlines and ledes that share much of their weight.
func likeness(a, b *side) []Evidence {
	var all []Evidence
	if like := cosine(a.profile.title, b.profile.title); like >= likeFrom && a.BodyStart > 0 && b.BodyStart > 0 {
		all = append(all, alike("title", "headlines share ", like, a, b, a.BodyStart, b.BodyStart))
	}
	if like := cosine(a.profile.lead, b.profile.lead); like >= likeFrom {
		all = append(all, alike("lede", "openings share ", like, a, b, a.lead, b.lead))
	}
	return all
}

// alike cites the rarest stems that both have before the given bytes.
func alike(kind, note string, like float64, a, b *side, endA, endB int) Evidence {
	inA := occurrences(a.tokens, func(t token) bool { return t.Start < endA && t.rarity > 0 })
	inB := occurrences(b.tokens, func(t token) bool { return t.Start < endB && t.rarity > 0 })
	var shared []token
	for _, t := range a.tokens {
		if inA[t.term] != nil && inA[t.term][0] == t.Span && inB[t.term] != nil {
			shared = append(shared, t)
		}
	}
	slices.SortStableFunc(shared, func(s, t token) int {
		return cmp.Or(cmp.Compare(t.rarity, s.rarity), cmp.Compare(s.term, t.term))
	})
	shared = shared[:min(len(shared), termsCited)]
	e := Evidence{For: true, Kind: kind, Weight: like}
	words := make([]string, 0, len(shared))
	for _, t := range shared {
		p, q := inA[t.term][0], inB[t.term][0]
		words = append(words, "“"+max(a.of(p), b.of(q))+"”")
		e.A, e.B = append(e.A, p), append(e.B, q)
	}
	e.Note = note + strings.Join(words, ", ")
	return e
}

// otherDeed finds that the ledes tell of things done that the other never speaks of.
func otherDeed(a, b *side) []Evidence {
	if cosine(a.profile.deed, b.profile.deed) >= deedBelow {
		return nil
	}
	da, db := ownDeeds(a, b), ownDeeds(b, a)
	if len(da) == 0 || len(db) == 0 {
		return nil
	}
	return []Evidence{{
		Kind: "other deed", Weight: 0.3,
		Note: "only here: " + citeWords(a, da) + "; only there: " + citeWords(b, db),
		A:    da, B: db,
	}}
}

// ownDeeds returns the rarest plain words of the lead that the other does not have.
func ownDeeds(s, other *side) []text.Span {
	elsewhere := occurrences(other.tokens, func(token) bool { return true })
	var own []token
	seen := map[term]bool{}
	for _, t := range s.tokens {
		if t.Start < s.lead && isPlain(t) && t.rarity >= deedRarity && elsewhere[t.term] == nil && !seen[t.term] {
			seen[t.term] = true
			own = append(own, t)
		}
	}
	slices.SortStableFunc(own, func(x, y token) int { return cmp.Compare(y.rarity, x.rarity) })
	own = own[:min(len(own), deedsCited)]
	spans := make([]text.Span, 0, len(own))
	for _, t := range own {
		spans = append(spans, t.Span)
	}
	return spans
}

func citeWords(s *side, spans []text.Span) string {
	words := make([]string, 0, len(spans))
	for _, p := range spans {
		words = append(words, "“"+s.of(p)+"”")
	}
	return strings.Join(words, ", ")
}
