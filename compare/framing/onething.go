package framing

import (
	"slices"
	"strconv"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// A mention is a noun phrase of a family in one telling, with what ties it to others.
type mention struct {
	nounPhrase
	head     int // which telling's
	sentence int
	keys     []string // what it is said of, and the nouns that describe it
	plain    bool     // nothing but adjectives describes it, as in "the deadly attack"
	quoted   bool     // somebody else's word, who may speak of something else
}

// oneThing leaves the phrases of every telling that are surely about one and the same
// thing: those of the largest group tied together across tellings. A noun alone says too
// little: two articles that speak of attacks may speak of two. Of people a plural needs no
// "the".
func (st *story) oneThing(all [][]nounPhrase, people bool) [][]nounPhrase {
	ms := st.mentions(all)
	g := newGroups(len(ms))
	tieByKey(ms, g)
	tieTakenUp(ms, g)
	st.tieAligned(ms, g)
	st.tieOpenings(ms, g, people)
	out := make([][]nounPhrase, len(all))
	main := largestGroup(ms, g)
	for i, m := range ms {
		if g.of(i) == main {
			out[m.head] = append(out[m.head], m.nounPhrase)
		}
	}
	return out
}

func (st *story) mentions(all [][]nounPhrase) []mention {
	var out []mention
	for i, ps := range all {
		d := st.heads[i]
		for _, p := range ps {
			m := mention{nounPhrase: p, head: i, sentence: d.sentenceAt(p.Start)}
			m.keys = append(st.anchorsOf(i, p), d.classesOf(p)...)
			m.plain, m.quoted = d.onlyAdjectives(p), d.quoted(p.head)
			out = append(out, m)
		}
	}
	st.dropAmbiguous(out)
	return out
}

// anchorsOf returns what a phrase of a telling is said of: joined entities by number, so
// that "Russian" is Russia, other words by their stem.
func (st *story) anchorsOf(head int, p nounPhrase) []string {
	d := st.heads[head]
	var out []string
	for _, k := range p.anchors {
		if e := d.Names().At(d.words[k].Span); e >= 0 {
			out = append(out, "#"+strconv.Itoa(st.union.ID(d.index, e)))
			continue
		}
		out = append(out, text.Stem(d.words[k].Norm, "en"))
	}
	return out
}

// classesOf returns the stems of the nouns before a noun, which say what sort it is: a
// "trade deal" may be a trade accord. Adjectives say it of many things.
func (d *doc) classesOf(p nounPhrase) []string {
	words, first := d.wordsIn(p.head)
	var out []string
	for k := range words {
		norm := words[k].Norm
		if words[k].End == p.head.End || text.IsCapital(words[k].Of(d.Text)) && d.Names().At(words[k].Span) >= 0 || d.describes(first+k) || plainAdjectives[norm] || strings.Contains(p.noun, norm) || isVerbForm(norm) {
			continue
		}
		if strings.HasSuffix(norm, "ed") || strings.HasSuffix(norm, "ly") || strings.HasSuffix(norm, "est") || strings.HasSuffix(norm, "ing") {
			continue
		}
		out = append(out, text.Stem(norm, "en"))
	}
	return out
}

// onlyAdjectives reports whether no noun or number stands before the noun of a phrase.
func (d *doc) onlyAdjectives(p nounPhrase) bool {
	words, first := d.wordsIn(p.head)
	for k, w := range words {
		if w.End < p.head.End && !d.describes(first+k) && !strings.Contains(p.noun, w.Norm) {
			return false
		}
	}
	return true
}

// plainAdjectives are common ones that no ending gives away.
var plainAdjectives = map[string]bool{
	"new": true, "first": true, "second": true, "third": true, "old": true, "big": true, "major": true, "mass": true, "good": true, "bad": true,
	"large": true, "small": true, "long": true, "short": true, "late": true, "early": true, "fresh": true, "full": true, "key": true, "top": true,
	"street": true, "final": true, "federal": true, "state": true, "police": true, "huge": true, "peaceful": true, "tragic": true, "brutal": true,
	"bloody": true, "deadly": true, "violent": true, "current": true, "recent": true, "former": true, "young": true, "possible": true,
	"so-called": true, "own": true, "same": true, "such": true, "nationwide": true, "entire": true, "broad": true, "fair": true, "sick": true,
}

// dropAmbiguous takes away the keys of two phrases that one sentence tells apart: where
// "the gas attack in Syria" and "the airstrikes in Syria" stand side by side, Syria ties
// nothing.
func (st *story) dropAmbiguous(ms []mention) {
	ambiguous := map[string]bool{}
	for i := 1; i < len(ms); i++ {
		a, b := ms[i-1], ms[i]
		if a.head != b.head || a.sentence != b.sentence || a.noun == b.noun || st.heads[a.head].apposed(a.Span, b.nounPhrase) {
			continue
		}
		for _, k := range a.keys {
			if slices.Contains(b.keys, k) {
				ambiguous[k] = true
			}
		}
	}
	for i := range ms {
		ms[i].keys = slices.DeleteFunc(ms[i].keys, func(k string) bool { return ambiguous[k] })
	}
}

// tieByKey ties phrases that are said of the same or have the same noun before them. A
// vague one must be said of nothing else: "Russia's actions in Ukraine" may be its war there,
// "its actions in Syria" are not.
func tieByKey(ms []mention, g *groups) {
	first := map[string]int{}
	for i, m := range ms {
		for _, k := range m.keys {
			if j, ok := first[k]; m.vague {
				continue
			} else if ok {
				g.join(i, j)
			} else {
				first[k] = i
			}
		}
	}
	for i, m := range ms {
		if !m.vague || slices.ContainsFunc(m.keys, func(k string) bool { _, ok := first[k]; return !ok }) {
			continue
		}
		for _, k := range m.keys {
			g.join(i, first[k])
		}
	}
}

const (
	// takenUpWithin is how many sentences after a noun another one after "the" takes it up.
	takenUpWithin = 3
	// vagueWithin is how many when it is a vague one: "the rescue … the aid".
	vagueWithin = 2
)

// tieTakenUp ties a noun that stands alone after "the" to the phrase before it: the last
// with the same noun, or the last of all when it stands near.
func tieTakenUp(ms []mention, g *groups) {
	for i, m := range ms {
		if j := antecedent(ms, i); m.takesUp() && j >= 0 {
			g.join(i, j)
		}
	}
}

// takesUp reports whether a phrase is a noun after "the" that nothing tells from others.
func (m mention) takesUp() bool {
	return m.definite && m.plain && len(m.anchors) == 0 && !m.quoted && !m.ofWhat
}

// antecedent returns the phrase of the same telling that a noun alone takes up, or -1.
func antecedent(ms []mention, i int) int {
	within := takenUpWithin
	if ms[i].vague {
		within = vagueWithin
	}
	for j := i - 1; j >= 0 && ms[j].head == ms[i].head; j-- {
		if ms[j].noun == ms[i].noun && !ms[i].vague || ms[i].sentence-ms[j].sentence <= within && !ms[j].vague {
			return j
		}
	}
	return -1
}

// tieAligned ties the phrases of two sentences that say the same thing, when each holds
// one alone.
func (st *story) tieAligned(ms []mention, g *groups) {
	at := map[[2]int][]int{} // telling, sentence → mentions
	for i, m := range ms {
		if key := [2]int{m.head, m.sentence}; !m.vague {
			at[key] = append(at[key], i)
		}
	}
	for i, a := range st.heads {
		for j := i + 1; j < len(st.heads); j++ {
			for _, l := range st.aligned(a, st.heads[j]) {
				x, y := at[[2]int{i, l.A}], at[[2]int{j, l.B}]
				if len(x) == 1 && len(y) == 1 && !apart(ms[x[0]], ms[y[0]]) {
					g.join(x[0], y[0])
				}
			}
		}
	}
}

// tieOpenings ties what the headlines and ledes speak of, for they tell the event, and
// what is soon spoken of as if it were known.
func (st *story) tieOpenings(ms []mention, g *groups, people bool) {
	var opening []int
	for i, m := range ms {
		d := st.heads[m.head]
		soon := m.sentence <= d.lede()+openingSentences
		known := m.takesUp() && antecedent(ms, i) < 0 && (soon || strings.Contains(m.noun, "-")) // "the special military operation"
		crowd := people && soon && m.bare && len(m.anchors) == 0
		judged := soon && !people && len(d.slantsOf([]nounPhrase{m.nounPhrase})) > 0 // "a brutal crackdown" is what happened
		if !m.vague && (known || crowd || judged || d.opens(m.sentence)) && !besides(ms, i) {
			opening = append(opening, i)
		}
	}
	for n, i := range opening {
		for _, j := range opening[:n] {
			if !apart(ms[i], ms[j]) {
				g.join(i, j)
			}
		}
	}
}

// openingSentences is how many sentences after its lede an article speaks of the event.
const openingSentences = 2

// besides reports whether the sentence of a mention holds another one.
func besides(ms []mention, i int) bool {
	same := func(j int) bool {
		return j >= 0 && j < len(ms) && ms[j].head == ms[i].head && ms[j].sentence == ms[i].sentence
	}
	return same(i-1) || same(i+1)
}

// apart reports whether two phrases are said of different things.
func apart(a, b mention) bool {
	return len(a.keys) > 0 && len(b.keys) > 0 && !overlap(a.keys, b.keys)
}

// largestGroup returns the group that most tellings have a part in; of equals the one
// with most phrases, then the first.
func largestGroup(ms []mention, g *groups) int {
	tellings, phrases := map[int]map[int]bool{}, map[int]int{}
	best := -1
	for i, m := range ms {
		k := g.of(i)
		if tellings[k] == nil {
			tellings[k] = map[int]bool{}
		}
		tellings[k][m.head] = true
		phrases[k]++
	}
	for i, m := range ms {
		if k := g.of(i); !m.vague && (best < 0 || len(tellings[k]) > len(tellings[best]) || len(tellings[k]) == len(tellings[best]) && phrases[k] > phrases[best]) {
			best = k
		}
	}
	return best
}

// groups are disjoint sets of numbers.
type groups struct{ parent []int }

func newGroups(n int) *groups {
	g := &groups{make([]int, n)}
	for i := range g.parent {
		g.parent[i] = i
	}
	return g
}

func (g *groups) of(i int) int {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

// join puts two numbers into one group, named after the smaller name.
func (g *groups) join(i, j int) {
	a, b := g.of(i), g.of(j)
	g.parent[max(a, b)] = min(a, b)
}
