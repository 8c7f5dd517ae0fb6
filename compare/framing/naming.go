package framing

import (
	"cmp"
	"slices"
	"strconv"

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
	return append(items, st.describedItems()...)
}

// actItem compares the nouns of a family. Each telling must name the thing, one of them
// where it leads, and one noun at least must be missing from another telling.
func (st *story) actItem(f *family) (Item, bool) {
	all := make([][]nounPhrase, len(st.heads))
	for i, d := range st.heads {
		all[i] = d.phrasesOf(f)
	}
	it := Item{Topic: f.topic}
	tellings := map[string]int{} // noun → tellings that use it
	total, high := 0, 0
	for i, ps := range st.sameThing(all) {
		d := st.heads[i]
		ps = d.ofOneNumber(ps)
		nouns := nounsOf(d, ps)
		if len(nouns) == 0 || !d.early(ps) && len(ps) < oftenNamed && !st.tiedTo(i, ps, all) {
			continue // named in passing: it may be another thing
		}
		it.Sides = append(it.Sides, side(d.index, d.saidPhrases(ps)...))
		for noun := range nouns {
			tellings[noun]++
		}
		total += len(ps)
		high += min(1, d.leading(ps))
	}
	own, sided := 0, 0
	for noun, n := range f.byHead(tellings) {
		if n < len(it.Sides) {
			own++
			sided += count01(f.sided[noun])
		}
	}
	if len(it.Sides) < 2 || own == 0 || high == 0 || f.people() && sided == 0 {
		return Item{}, false
	}
	it.Weight = 0.2 + float64(0.2*float64(min(total, 8))/8) + float64(0.1*float64(min(high, 2))) + float64(0.15*float64(min(sided, 2)))
	return it, true
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

// oftenNamed is how often an article that does not lead with a thing must name it.
const oftenNamed = 3

// tiedTo reports whether a phrase of head i is said of what other tellings' are.
func (st *story) tiedTo(i int, ps []nounPhrase, all [][]nounPhrase) bool {
	shared := st.sharedAnchors(all)
	return slices.ContainsFunc(ps, func(p nounPhrase) bool {
		return slices.ContainsFunc(st.anchorsOf(i, p), func(a string) bool { return shared[a] })
	})
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

// leading returns how many of the phrases stand in the headline or the lede.
func (d *doc) leading(ps []nounPhrase) int {
	n := 0
	for _, p := range ps {
		if s := d.sentenceAt(p.Start); s <= max(0, d.lede()) {
			n++
		}
	}
	return n
}

// earlySentences is how far from its lede an article still speaks of its subject.
const earlySentences = 4

// early reports whether one of the phrases stands near the top.
func (d *doc) early(ps []nounPhrase) bool {
	return slices.ContainsFunc(ps, func(p nounPhrase) bool { return d.sentenceAt(p.Start) <= d.lede()+earlySentences })
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
		return before == "by" && len(words) == 1
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
			if from := last - len(long) + 1; from >= 0 && wordsAre(d.words[from:], long) {
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

// sameThing leaves the phrases of every article that may be about one thing: said of a
// name that two articles say it of, or of none. A vague noun stays with a shared name, or
// when it takes up a plain one just used ("the rescue … the aid").
func (st *story) sameThing(all [][]nounPhrase) [][]nounPhrase {
	shared := st.mainAnchors(all, st.sharedAnchors(all))
	out := make([][]nounPhrase, len(all))
	for i, ps := range all {
		elsewhere, last := false, -1 // the last phrase was about another thing; sentence of the last plain one kept
		used := map[string]bool{}    // nouns kept; another one that comes late and indefinite is another thing
		for _, p := range ps {
			anchors := st.anchorsOf(i, p)
			tied := slices.ContainsFunc(anchors, func(a string) bool { return shared[a] })
			if len(anchors) > 0 {
				elsewhere = !tied && (len(shared) > 0 || !st.knownElsewhere(i, p))
			}
			s := st.heads[i].sentenceAt(p.Start)
			takenUp := p.definite && len(anchors) == 0 && last >= 0 && s-last <= takenUpWithin && p.head.Len() == len(p.noun)
			known := p.definite || p.Start < p.head.Start || s <= st.heads[i].lede()+earlySentences || used[p.noun]
			if tied || !elsewhere && known && (!p.vague || takenUp) {
				out[i] = append(out[i], p)
				used[p.noun] = true
				if !p.vague {
					last = s
				}
			}
		}
	}
	return out
}

// takenUpWithin is how many sentences after a noun "the aid" still takes it up.
const takenUpWithin = 2

// knownElsewhere reports whether another head has a word that a phrase is said of.
func (st *story) knownElsewhere(i int, p nounPhrase) bool {
	d := st.heads[i]
	for _, k := range p.anchors {
		for _, o := range st.others(d) {
			if o.stems()[text.Stem(d.words[k].Norm, d.lang())] > 0 {
				return true
			}
		}
	}
	return false
}

// anchorsOf returns what a phrase of head i is said of: joined entities by number, so
// that "Russian" is Russia, other words by their stem.
func (st *story) anchorsOf(i int, p nounPhrase) []string {
	d := st.heads[i]
	var out []string
	for _, k := range p.anchors {
		if e := d.Names().At(d.words[k].Span); e >= 0 {
			out = append(out, strconv.Itoa(st.union.ID(d.index, e)))
			continue
		}
		out = append(out, text.Stem(d.words[k].Norm, "en"))
	}
	return out
}

// sharedAnchors returns what the phrases of two articles are said of, one of them with
// a plain noun.
func (st *story) sharedAnchors(all [][]nounPhrase) map[string]bool {
	articles, plain := map[string]int{}, map[string]bool{}
	for i, ps := range all {
		here := map[string]bool{}
		for _, p := range ps {
			for _, a := range st.anchorsOf(i, p) {
				if !here[a] {
					here[a] = true
					articles[a]++
				}
				plain[a] = plain[a] || !p.vague
			}
		}
	}
	shared := map[string]bool{}
	for a, n := range articles {
		if n > 1 && plain[a] {
			shared[a] = true
		}
	}
	return shared
}

// mainAnchors returns the shared anchors of the thing that the phrases speak of most:
// anchors that one phrase holds belong to one thing, so that a rampage "against the
// media" is kept apart from the violence "in Charlottesville".
func (st *story) mainAnchors(all [][]nounPhrase, shared map[string]bool) map[string]bool {
	thing, phrases := map[string]string{}, map[string]int{}
	each := func(see func(anchors []string)) {
		for i, ps := range all {
			for _, p := range ps {
				if as := kept(st.anchorsOf(i, p), shared); len(as) > 0 {
					see(as)
				}
			}
		}
	}
	each(func(as []string) {
		for _, a := range as {
			join(thing, as[0], a)
		}
	})
	each(func(as []string) { phrases[thing[as[0]]]++ })
	most := ""
	for t, n := range phrases {
		if n > phrases[most] || n == phrases[most] && t < most {
			most = t
		}
	}
	out := map[string]bool{}
	for a := range shared {
		if thing[a] == most {
			out[a] = true
		}
	}
	return out
}

// join makes two anchors, and all that belong to either, one thing, named after the
// first of them in order.
func join(thing map[string]string, a, b string) {
	for _, x := range [...]string{a, b} {
		if thing[x] == "" {
			thing[x] = x
		}
	}
	from, into := thing[a], thing[b]
	if from < into {
		from, into = into, from
	}
	for x, t := range thing {
		if t == from {
			thing[x] = into
		}
	}
}

func kept(list []string, in map[string]bool) []string {
	var out []string
	for _, s := range list {
		if in[s] {
			out = append(out, s)
		}
	}
	return out
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
