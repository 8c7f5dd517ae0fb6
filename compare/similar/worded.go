package similar

import (
	"cmp"
	"slices"
	"unicode"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

const (
	termsCited = 3    // words shown for a pair, of one kind
	likeFrom   = 0.25 // cosine from which headlines or ledes are said to be alike
	deedRarity = 0.35 // rarity of a word that says what was done
	deedBelow  = 0.25 // cosine of the ledes' plain words below which the deeds may differ
	deedsCited = 3

	wordLetters = 4 // of a word that is cited alone

	leastPhrase     = 3  // that make a phrase
	longestHeadline = 60 // words of a headline that are looked at
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
		if !ok || a.names(here.at[0]) || b.names(there.at[0]) {
			continue
		}
		weight := max(here.rarity, there.rarity) * leadBonus(a, b, here.at, there.at) / 3
		all = append(all, Evidence{
			For: true, Kind: "rare term", Weight: weight, Note: written(a.of(here.at[0]), b.of(there.at[0])),
			A: cited(here.at), B: cited(there.at),
		})
	}
	return together("both write ", apart(weightiest(all, len(all))), termsCited)
}

// names reports whether a name of somebody or something stands there.
func (s *side) names(at text.Span) bool {
	return slices.ContainsFunc(s.Names().Entities, func(e names.Entity) bool {
		return slices.ContainsFunc(e.Mentions, func(m text.Span) bool { return overlap(m, at) })
	})
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
func written(inA, inB string) string {
	if inA == inB {
		return "“" + inA + "”"
	}
	first, second := text.Fold(inA), text.Fold(inB)
	if first == second {
		return "“" + first + "”"
	}
	return "“" + min(first, second) + "” or “" + max(first, second) + "”"
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
	return slices.DeleteFunc(all, func(e Evidence) bool { return len(e.A) == 0 || e.Kind == "lede" && len(e.A) == 1 })
}

// A stretch is where to look for words.
type stretch struct{ start, end int }

func (s stretch) has(t token) bool {
	return s.start <= t.Start && t.Start < s.end && t.rarity > 0
}

// alike cites the words that both have in the given stretches and that say what
// happened, and of headlines the names in both: people and places are listed anyway.
func alike(p *pairing, kind, note string, like float64, inA, inB stretch) Evidence {
	shared := sharedWords(p, inA, inB)
	if kind == "title" {
		shared = apart(slices.Concat(sharedPhrase(p, inA, inB), shared, sharedMentions(p, inA, inB)))
	}
	e := Evidence{For: true, Kind: kind, Weight: like}
	if all := together(note, shared, len(shared)); len(all) > 0 {
		e.Note, e.A, e.B = all[0].Note, all[0].A, all[0].B
	}
	return e
}

// sharedWords finds the rarest words in both stretches that are no part of a name.
func sharedWords(p *pairing, inA, inB stretch) []Evidence {
	atA := occurrences(p.a.tokens, inA.says)
	atB := occurrences(p.b.tokens, inB.says)
	var shared []Evidence
	for _, t := range p.a.tokens {
		here, there := atA[t.term], atB[t.term]
		if here == nil || there == nil || here[0] != t.Span || p.a.names(t.Span) || p.b.names(there[0]) {
			continue
		}
		if !t.number && (!isWord(p.a.of(t.Span)) || !isWord(p.b.of(there[0]))) {
			continue
		}
		shared = append(shared, Evidence{
			For: true, Weight: t.rarity, Note: "“" + max(p.a.of(t.Span), p.b.of(there[0])) + "”",
			A: []text.Span{t.Span}, B: there[:1],
		})
	}
	return weightiest(shared, termsCited)
}

// sharedPhrase finds the longest run of words in both stretches: its words may each be
// common, but say something together: "national security strategy".
func sharedPhrase(p *pairing, inA, inB stretch) []Evidence {
	as, bs := inA.words(p.a.tokens), inB.words(p.b.tokens)
	longest, endA, endB := leastPhrase-1, 0, 0
	runs := make([]int, len(bs)+1) // that end at a word of the first and at each of the second
	for i := range as {
		for j := len(bs); j > 0; j-- {
			if as[i].term != bs[j-1].term {
				runs[j] = 0
				continue
			}
			if runs[j] = runs[j-1] + 1; runs[j] > longest && isPhrase(as[i+1-runs[j]:i+1], bs[j-runs[j]:j]) {
				longest, endA, endB = runs[j], i+1, j
			}
		}
	}
	if endA == 0 {
		return nil
	}
	a := text.Span{Start: as[endA-longest].Start, End: as[endA-1].End}
	b := text.Span{Start: bs[endB-longest].Start, End: bs[endB-1].End}
	return []Evidence{{For: true, Weight: 1, Note: "“" + max(p.a.of(a), p.b.of(b)) + "”", A: []text.Span{a}, B: []text.Span{b}}}
}

// words returns the words of a stretch, function words among them.
func (s stretch) words(tokens []token) []token {
	from := slices.IndexFunc(tokens, func(t token) bool { return t.Start >= s.start })
	if from < 0 {
		return nil
	}
	to := from
	for to < len(tokens) && tokens[to].Start < s.end && to-from < longestHeadline {
		to++
	}
	return tokens[from:to]
}

// isPhrase reports whether a run neither begins nor ends with a function word, and is more
// than names, which are listed anyway.
func isPhrase(inA, inB []token) bool {
	return inA[0].rarity > 0 && inA[len(inA)-1].rarity > 0 &&
		(slices.ContainsFunc(inA, isPlain) || slices.ContainsFunc(inB, isPlain))
}

// says reports whether a word lies in the stretch and says something.
func (s stretch) says(t token) bool {
	return s.has(t) && isTelling(t)
}

func isTelling(t token) bool { return !t.name && t.rarity >= deedRarity }

// sharedMentions finds the names in both stretches, as one of them writes them. Those
// telling enough to be listed by themselves are left out.
func sharedMentions(p *pairing, inA, inB stretch) []Evidence {
	there := map[int]names.Entity{}
	for j, e := range p.b.Names().Entities {
		there[p.union.ID(1, j)] = e
	}
	var shared []Evidence
	for i, e := range p.a.Names().Entities {
		other := there[p.union.ID(0, i)]
		here, inTitle := inA.mention(e)
		elsewhere, inOther := inB.mention(other)
		if inTitle && inOther && max(nameRarity(p.a, e), nameRarity(p.b, other)) < telling {
			shared = append(shared, Evidence{
				For: true, Note: fuller(p.a.of(here), p.b.of(elsewhere)),
				A: []text.Span{here}, B: []text.Span{elsewhere},
			})
		}
	}
	return weightiest(shared, termsCited)
}

// mention returns the first mention of an entity in the stretch.
func (s stretch) mention(e names.Entity) (text.Span, bool) {
	i := slices.IndexFunc(e.Mentions, func(m text.Span) bool { return s.start <= m.Start && m.End <= s.end })
	if i < 0 {
		return text.Span{}, false
	}
	return e.Mentions[i], true
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
		Note: "opens with " + citeWords(p.a, da) + " here, with " + citeWords(p.b, db) + " there",
		A:    da, B: db,
	}}
}

// ownDeeds returns the rarest plain words of the lead that the other does not have.
func ownDeeds(s, other *side) []text.Span {
	elsewhere := occurrences(other.tokens, func(token) bool { return true })
	var own []token
	seen := map[term]bool{}
	for _, t := range s.tokens {
		if t.Start < s.lead && isPlain(t) && isWord(s.of(t.Span)) && t.rarity >= deedRarity && elsewhere[t.term] == nil && !seen[t.term] && !s.names(t.Span) {
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
	return listed(words)
}
