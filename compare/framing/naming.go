package framing

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/storydiff/storydiff/compare/text"
)

// namingItems shows what the tellings call the same act, group, person or place.
func namingItems(st *story) []Item {
	var items []Item
	for _, f := range families() {
		if it, ok := st.actItem(f); ok {
			items = append(items, it)
		}
	}
	return append(withoutRepeats(items), st.describedItems()...)
}

// withoutRepeats leaves out the items most of whose wordings stand in a weightier one: a
// killing is a death and an attack.
func withoutRepeats(items []Item) []Item {
	seen := map[[3]int]bool{}
	var out []Item
	for _, it := range inOrder(items) {
		shown, repeated := 0, 0
		for _, s := range it.Sides {
			for _, w := range s.Said {
				shown++
				repeated += count01(seen[[3]int{s.Article, w.Spans[0].Start, w.Spans[0].End}])
			}
		}
		if 3*repeated > shown {
			continue
		}
		for _, s := range it.Sides {
			for _, w := range s.Said {
				seen[[3]int{s.Article, w.Spans[0].Start, w.Spans[0].End}] = true
			}
		}
		out = append(out, it)
	}
	return out
}

// A usage is what the tellings call one thing.
type usage struct {
	item   Item
	nouns  map[string]int // by how many tellings use them
	slants map[string]int // the same of adjectives that judge it
	total  int            // phrases
	high   int            // tellings that lead with one
	near   int            // phrases in or right behind a lede
}

// usageOf gathers the phrases of a family that are of one thing.
func (st *story) usageOf(f *family) usage {
	all := make([][]nounPhrase, len(st.heads))
	for i, d := range st.heads {
		all[i] = d.phrasesOf(f)
	}
	if !f.known {
		all = st.oneThing(all, f.people())
	}
	u := usage{item: Item{Topic: f.topic}, nouns: map[string]int{}, slants: map[string]int{}}
	for i, ps := range all {
		d := st.heads[i]
		if ps = d.ofOneNumber(ps); f.people() {
			ps = slices.DeleteFunc(ps, func(p nounPhrase) bool { return !d.inPlural(p) && !collective(p.noun) }) // one of them is not they
		}
		u.add(d, ps)
	}
	return u
}

// add counts the phrases of one telling, if it has any of its own voice.
func (u *usage) add(d *doc, ps []nounPhrase) {
	nouns := nounsOf(d, ps)
	if len(nouns) == 0 {
		return
	}
	u.item.Sides = append(u.item.Sides, side(d.index, d.saidPhrases(ps)...))
	for noun := range nouns {
		u.nouns[noun]++
	}
	for slant := range d.slantsOf(ps) {
		u.slants[slant]++
	}
	u.total += len(ps)
	u.high += min(1, d.leading(ps, 0))
	u.near += d.leading(ps, 1)
}

// own counts the words that a telling lacks, and those of them that take a side.
func (u *usage) own(f *family) (own, sided int) {
	for noun, n := range f.byHead(u.nouns) {
		if n < len(u.item.Sides) {
			own++
			sided += count01(f.sided[noun])
		}
	}
	for _, n := range u.slants {
		if n < len(u.item.Sides) {
			own++
			sided++
		}
	}
	return own, sided
}

// actItem compares the nouns of a family. Each telling must name the thing, one of them
// where it leads unless it is known to all, and one noun at least must be missing from another telling.
func (st *story) actItem(f *family) (Item, bool) {
	u := st.usageOf(f)
	it := u.item
	if f.single() && !sameNumber(it) {
		return Item{}, false
	}
	own, sided := u.own(f)
	if len(it.Sides) < 2 || own == 0 || u.high == 0 && !f.known && (u.near == 0 || sided == 0) || (f.people() || !f.plainly) && sided == 0 {
		return Item{}, false
	}
	it.Weight = 0.2 + float64(0.2*float64(min(u.total, 8))/8) + float64(0.1*float64(min(u.high, 2))) + float64(0.15*float64(min(sided, 2)))
	if sided == 0 {
		it.Weight /= 2 // "deal" and "agreement" say the same
	}
	return it, true
}

// sameNumber reports whether all sides have the thing in the singular, or all in the plural:
// two shootings are not one.
func sameNumber(it Item) bool {
	singulars, plurals := false, false
	for _, s := range it.Sides {
		one := slices.ContainsFunc(s.Said, func(w Said) bool {
			fields := strings.Fields(text.Fold(w.Text))
			return len(fields) > 0 && !slices.ContainsFunc(fields, func(x string) bool { return singular(x) != x && actNoun(x) })
		})
		singulars, plurals = singulars || one, plurals || !one
	}
	return !singulars || !plurals
}

// ofOneNumber leaves out the plurals of an article that speaks of the thing in the
// singular as often: they are of such things in general.
func (d *doc) ofOneNumber(ps []nounPhrase) []nounPhrase {
	general := func(p nounPhrase) bool {
		return d.inPlural(p) && (!p.vague || len(p.anchors) == 0) // "its actions in Norland" are one thing
	}
	plurals := 0
	for _, p := range ps {
		plurals += count01(general(p))
	}
	if 2*plurals > len(ps) {
		return ps
	}
	return slices.DeleteFunc(ps, general)
}

func (d *doc) inPlural(p nounPhrase) bool {
	words, _ := d.wordsIn(p.head)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1].Norm
	return singular(last) != last
}

// nounsOf returns the nouns of an outlet's own voice.
func nounsOf(d *doc, ps []nounPhrase) map[string]bool {
	out := map[string]bool{}
	for _, p := range ps {
		if !d.quoted(p.head) {
			out[p.noun] = true
		}
	}
	return out
}

// slants are the adjectives that judge what they describe, from data/slants.txt.
var slants = sync.OnceValue(func() *lexicon { return readLexicon("slants.txt") })

// slantsOf returns the adjectives of an outlet's own voice that judge what the phrases name.
func (d *doc) slantsOf(ps []nounPhrase) map[string]bool {
	out := map[string]bool{}
	for _, p := range ps {
		words, first := d.wordsIn(p.head)
		for k, w := range words {
			if n, _ := slants().at(d.words, first+k); n > 0 && !d.quoted(w.Span) && w.End < p.head.End {
				out[w.Norm] = true
			}
		}
	}
	return out
}

// leading returns how many of the phrases stand in the headline, the lede or so many
// sentences behind it.
func (d *doc) leading(ps []nounPhrase, behind int) int {
	n := 0
	for _, p := range ps {
		if s := d.sentenceAt(p.Start); s <= max(0, d.lede()+behind) {
			n++
		}
	}
	return n
}

// phrasesOf returns the phrases of an article whose noun is of the family. A vague
// noun counts only when it is said of what a plain one is said of, here.
func (d *doc) phrasesOf(f *family) []nounPhrase {
	if d.lang() != "en" {
		return nil
	}
	var out []nounPhrase
	for i := 0; i < len(d.words); i++ {
		n, vague := f.at(d.words, i)
		if n == 0 || d.longerName(f, i+n-1) {
			continue
		}
		if p, ok := d.phraseAt(i, n); ok && !d.inName(p, i) && !d.filming(p) && !d.another(p) {
			p.vague = vague
			out = append(out, p)
		}
		i += n - 1
	}
	return out
}

// another reports whether a phrase says itself that it is not about the thing at hand:
// "a previous deal", "attempted murder"; or is no thing at all: "by accident".
func (d *doc) another(p nounPhrase) bool {
	words, first := d.wordsIn(p.head)
	for _, w := range words {
		switch w.Norm {
		case "humanitarian", "economic", "financial", "political", "constitutional", "health", "opioid":
			if p.noun == "crisis" {
				return true
			}
		case "previous", "earlier", "past", "prior", "other", "another", "similar", "separate", "attempted", "future", "potential", "possible", "next":
			return true
		}
	}
	if first == 0 || !d.gapIsSpace(first-1) {
		return false
	}
	switch before := d.words[first-1].Norm; before {
	case "other", "another", "any", "every":
		return true
	default:
		return before == "by" && len(words) == 1 || p.noun == "affair" && strings.HasPrefix(d.Text[p.head.End:], " with ")
	}
}

// filming reports whether a "shooting" is that of a film.
func (d *doc) filming(p nounPhrase) bool {
	s := d.sentenceAt(p.Start)
	if p.noun != "shooting" || s < 0 {
		return false
	}
	words, _ := d.wordsIn(d.sentences[s].Span)
	return slices.ContainsFunc(words, func(w text.Word) bool {
		switch text.Stem(w.Norm, "en") {
		case "film", "movi", "scene", "camera", "director", "sequel", "actor", "actress", "photo":
			return true
		}
		return false
	})
}

// longerName reports whether the word ends a longer noun of another family: "sexual
// assault" is no "assault".
func (d *doc) longerName(f *family, last int) bool {
	for _, g := range families() {
		if g == f {
			continue
		}
		for _, long := range g.long {
			if from := last - len(long) + 1; from >= 0 && wordsAre(d.words[from:], long) && !f.plain[strings.Join(long, "-")] {
				return true
			}
		}
	}
	return false
}

// inName reports whether the noun at word i is a part of a name: "the War Office".
func (d *doc) inName(p nounPhrase, i int) bool {
	if !text.IsCapital(d.words[i].Of(d.Text)) {
		return false
	}
	if e := d.Names().At(d.words[i].Span); e >= 0 {
		return true
	}
	return !d.isHeadline(d.sentenceAt(p.Start)) && !d.sentenceStarts(i)
}

// saidPhrases gathers phrases by their modifiers and noun: the outlet's own first, the
// most frequent first, then by place. The usual form is shown.
func (d *doc) saidPhrases(ps []nounPhrase) []Said {
	var out []Said
	at := map[string]int{}
	for _, p := range ps {
		quoted := d.quoted(p.head)
		key := text.Fold(p.head.Of(d.Text))
		if quoted {
			key = "“" + key
		}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, Said{Text: p.Of(d.Text), Quoted: quoted})
		}
		out[i].Spans = append(out[i].Spans, p.Span)
	}
	for i := range out {
		out[i].Text = d.usualForm(out[i].Spans)
	}
	slices.SortStableFunc(out, func(a, b Said) int {
		return cmp.Or(count01(a.Quoted)-count01(b.Quoted), len(b.Spans)-len(a.Spans), a.Spans[0].Start-b.Spans[0].Start)
	})
	return out
}

// usualForm returns the wording that most of the spans have; of equals the fullest.
func (d *doc) usualForm(spans []text.Span) string {
	times := map[string]int{}
	for _, s := range spans {
		times[s.Of(d.Text)]++
	}
	usual := ""
	for _, s := range spans {
		form := s.Of(d.Text)
		if n, most := times[form], times[usual]; n > most || n == most && len(form) > len(usual) {
			usual = form
		}
	}
	return usual
}

func count01(b bool) int {
	if b {
		return 1
	}
	return 0
}
