package similar

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/storydiff/storydiff/compare/text"
)

const (
	termsCited = 5    // rare terms shown for a pair
	likeFrom   = 0.25 // cosine from which headlines or ledes are said to be alike
	deedRarity = 0.3  // rarity of a word that says what was done
	deedBelow  = 0.25 // cosine of the ledes' plain words below which the deeds may differ
	deedsCited = 3

	wordLetters = 4 // of a word that is cited alone
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
func sharedTerms(p *pairing) []Evidence {
	a, b := p.a, p.b
	inA, inB := rareTerms(a), rareTerms(b)
	var all []Evidence
	for id, here := range inA {
		there, ok := inB[id]
		if !ok {
			continue
		}
		weight := max(here.rarity, there.rarity) * leadBonus(a, b, here.at, there.at) / 3
		all = append(all, Evidence{
			For: true, Kind: "rare term", Weight: weight, Note: written("both write ", a.of(here.at[0]), b.of(there.at[0])),
			A: cited(here.at), B: cited(there.at),
		})
	}
	return weightiest(apart(weightiest(all, len(all))), termsCited)
}

// apart leaves out what stands on words of an item before it: of "quid pro quo" one
// pair of words will do.
func apart(all []Evidence) []Evidence {
	var kept []Evidence
	for _, e := range all {
		if !slices.ContainsFunc(kept, func(k Evidence) bool { return overlap(k.A[0], e.A[0]) || overlap(k.B[0], e.B[0]) }) {
			kept = append(kept, e)
		}
	}
	return kept
}

func overlap(p, q text.Span) bool { return p.Start < q.End && q.Start < p.End }

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
		if !isPlain(t) || !isWord(s.of(t.Span)) {
			continue
		}
		if t.rarity >= rareFact {
			add(t.term, t.rarity, t.Span)
		}
		if i == 0 {
			continue
		}
		before := s.tokens[i-1]
		if isPlain(before) && isWord(s.of(before.Span)) && min(t.rarity, before.rarity) >= rarePair && adjacent(s.Text, before, t) {
			add(pairTerm(before.term, t.term), (t.rarity+before.rarity)/2, text.Span{Start: before.Start, End: t.End})
		}
	}
	return found
}

// isWord reports whether s looks like a word that a reader would take for one, not
// like an abbreviation, a token of a link or a compound cut off by a hyphen.
func isWord(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.IsLetter(r) || n > 0 && unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n >= wordLetters
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
func likeness(p *pairing) []Evidence {
	a, b := p.a, p.b
	var all []Evidence
	if like := cosine(a.profile.title, b.profile.title); like >= likeFrom && a.BodyStart > 0 && b.BodyStart > 0 {
		all = append(all, alike(p, "title", "headlines share ", like, stretch{0, a.BodyStart}, stretch{0, b.BodyStart}))
	}
	if like := cosine(a.profile.lead, b.profile.lead); like >= likeFrom {
		all = append(all, alike(p, "lede", "openings share ", like, stretch{a.BodyStart, a.lead}, stretch{b.BodyStart, b.lead}))
	}
	return slices.DeleteFunc(all, func(e Evidence) bool { return len(e.A) == 0 })
}

// A stretch is where to look for words.
type stretch struct{ start, end int }

func (s stretch) has(t token) bool {
	return s.start <= t.Start && t.Start < s.end && t.rarity > 0
}

// alike cites the words that both have in the given stretches: those that say what
// happened before the names, which stories about the same people share anyway.
func alike(p *pairing, kind, note string, like float64, inA, inB stretch) Evidence {
	atA := occurrences(p.a.tokens, inA.has)
	atB := occurrences(p.b.tokens, inB.has)
	var shared []token
	for _, t := range p.a.tokens {
		if atA[t.term] != nil && atA[t.term][0] == t.Span && atB[t.term] != nil && (t.number || isWord(p.a.of(t.Span)) && isWord(p.b.of(atB[t.term][0]))) {
			shared = append(shared, t)
		}
	}
	rank := func(t token) float64 {
		return min(likenessRank(t), likenessRank(p.b.tokens[p.b.tokenAt(atB[t.term][0].Start)]))
	}
	slices.SortStableFunc(shared, func(s, t token) int {
		return cmp.Or(cmp.Compare(rank(t), rank(s)), cmp.Compare(s.term, t.term))
	})
	shared = shared[:min(len(shared), termsCited)]
	e := Evidence{For: true, Kind: kind, Weight: like}
	words := make([]string, 0, len(shared))
	for _, t := range shared {
		here, there := atA[t.term][0], atB[t.term][0]
		words = append(words, "“"+max(p.a.of(here), p.b.of(there))+"”")
		e.A, e.B = append(e.A, here), append(e.B, there)
	}
	e.Note = note + strings.Join(words, ", ")
	return e
}

// likenessRank puts telling words before names, and names before common words.
func likenessRank(t token) float64 {
	if t.name {
		return t.rarity / 2
	}
	return t.rarity
}

// otherDeed finds that the ledes tell of things done that the other never speaks of.
func otherDeed(p *pairing) []Evidence {
	if p.same && cosine(p.a.profile.deed, p.b.profile.deed) >= deedBelow {
		return nil
	}
	da, db := ownDeeds(p.a, p.b), ownDeeds(p.b, p.a)
	if len(da) == 0 || len(db) == 0 {
		return nil
	}
	return []Evidence{{
		Kind: "other deed", Weight: 0.3,
		Note: "only here: " + citeWords(p.a, da) + "; only there: " + citeWords(p.b, db),
		A:    da, B: db,
	}}
}

// ownDeeds returns the rarest plain words of the lead that the other does not have.
func ownDeeds(s, other *side) []text.Span {
	elsewhere := occurrences(other.tokens, func(token) bool { return true })
	var own []token
	seen := map[term]bool{}
	for _, t := range s.tokens {
		if t.Start < s.lead && isPlain(t) && isWord(s.of(t.Span)) && t.rarity >= deedRarity && elsewhere[t.term] == nil && !seen[t.term] {
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
