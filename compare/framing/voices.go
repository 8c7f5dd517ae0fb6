package framing

import (
	"fmt"
	"slices"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// A voice is somebody who speaks in one telling or more.
type voice struct {
	id    int // of the joined entity; -1 for a speaker who is none
	name  string
	heard map[int]*hearing // by article
}

// A hearing is what one article lets a voice say.
type hearing struct {
	quotes []quote.Quote
	words  int // in quotation marks
}

// voices returns who speaks in the tellings, in the order of first hearing.
func (st *story) voices() []*voice {
	var out []*voice
	for _, d := range st.heads {
		for _, q := range d.Quotes() {
			if !d.heard(q) {
				continue
			}
			v := st.voiceOf(&out, d, q.Speaker)
			h := v.heard[d.index]
			if h == nil {
				h = &hearing{}
				v.heard[d.index] = h
			}
			h.quotes = append(h.quotes, q)
			if q.Kind != quote.Indirect {
				h.words += d.wordCount(partsOf(q))
			}
		}
	}
	return out
}

func (d *doc) wordCount(spans []text.Span) int {
	n := 0
	for _, s := range spans {
		words, _ := d.wordsIn(s)
		n += len(words)
	}
	return n
}

// voiceOf finds or adds the voice of a speaker.
func (st *story) voiceOf(vs *[]*voice, d *doc, s quote.Speaker) *voice {
	id, name := st.holder(d, s), s.Name
	if s.Entity >= 0 {
		id = st.union.ID(d.index, s.Entity)
	}
	if id >= 0 {
		name = st.union.Name(id)
	}
	i := slices.IndexFunc(*vs, func(v *voice) bool {
		return id >= 0 && v.id == id || id < 0 && v.id < 0 && text.Fold(v.name) == text.Fold(name)
	})
	if i < 0 {
		*vs = append(*vs, &voice{id: id, name: name, heard: map[int]*hearing{}})
		i = len(*vs) - 1
	}
	return (*vs)[i]
}

// voiceItems shows the voices heard in some tellings alone, most words first, and how
// many words each voice has in each telling.
func voiceItems(st *story) []Item {
	vs := st.voices()
	var items []Item
	for _, v := range vs {
		if len(v.heard) < len(st.heads) && !v.hardlyHeard() && !st.heardAllOver(vs, v) && !st.printedElsewhere(v) {
			items = append(items, st.voiceItem(v))
		}
	}
	return append(items, st.shares(vs)...)
}

// hardlyHeard reports whether all that a voice says is a word or two in quotation marks.
func (v *voice) hardlyHeard() bool {
	for _, h := range v.heard {
		if h.words >= surelySaid || slices.ContainsFunc(h.quotes, func(q quote.Quote) bool { return q.Kind == quote.Indirect }) {
			return false
		}
	}
	return true
}

// heardAllOver reports whether every telling that lacks a voice has it say something
// after all, in its own words, or hears one that may be the same: the body that a person
// speaks for.
func (st *story) heardAllOver(vs []*voice, v *voice) bool {
	for _, d := range st.heads {
		if v.heard[d.index] != nil || st.reportedIn(d, v.id) {
			continue
		}
		if !slices.ContainsFunc(vs, func(w *voice) bool {
			return w.heard[d.index] != nil && w.id >= 0 && v.id >= 0 && st.union.SameVoice(v.id, w.id)
		}) {
			return false
		}
	}
	return true
}

// reportedIn reports whether an article may have a voice say something, however unsurely:
// any quote of it, or any verb of speaking that it is the subject of.
func (st *story) reportedIn(d *doc, id int) bool {
	for _, q := range d.Quotes() {
		if e := q.Speaker.Entity; id >= 0 && e >= 0 && st.union.ID(d.index, e) == id && q.VerbAt.Len() > 0 {
			return true
		}
	}
	for e := range d.spoken() {
		if id >= 0 && st.union.ID(d.index, e) == id {
			return true
		}
	}
	return d.lang() != "en" && st.mentioned(d, id) // the verbs of a subject are known in English alone
}

// wordsOfWeight is how many quoted words make a voice weigh in full.
const wordsOfWeight = 80

// printedElsewhere reports whether most of what a voice says stands in a telling that
// does not credit it: the words are heard there, whoever is named.
func (st *story) printedElsewhere(v *voice) bool {
	said, elsewhere := 0, 0
	for _, d := range st.heads {
		h := v.heard[d.index]
		if h == nil {
			continue
		}
		for _, q := range h.quotes {
			said++
			elsewhere += count01(st.printedWithout(v, d, q))
		}
	}
	return 2*elsewhere > said
}

// printedWithout reports whether an utterance holds the quote and the wording of a
// telling in which the voice is not heard.
func (st *story) printedWithout(v *voice, d *doc, q quote.Quote) bool {
	for _, u := range st.us {
		own, ok := st.variantOf(u, d)
		if !ok || own.At.Overlap(q.Span) == 0 {
			continue
		}
		for _, o := range st.others(d) {
			if _, ok := st.variantOf(u, o); ok && v.heard[o.index] == nil {
				return true
			}
		}
	}
	return false
}

func (st *story) voiceItem(v *voice) Item {
	it := Item{Topic: v.name}
	words, named, reported := 0, 0, 0
	for _, d := range st.heads {
		if h := v.heard[d.index]; h != nil {
			words += h.words
			it.Sides = append(it.Sides, h.side(d))
		} else if st.reportedIn(d, v.id) {
			reported++
		} else if st.mentioned(d, v.id) {
			named++
		}
	}
	it.Note = st.heardWhere(v, named, reported)
	it.Weight = 0.3 + float64(0.45*float64(min(words, wordsOfWeight))/wordsOfWeight) - float64(0.1*float64(len(v.heard)-1))
	if words > 0 && words < 3 {
		it.Weight -= 0.15 // a word in quotation marks is hardly a voice
	}
	return it
}

// side shows what an article lets a voice say, and how much.
func (h *hearing) side(d *doc) Side {
	s := side(d.index, d.heardAs(h))
	if h.words > 0 {
		s.Note = fmt.Sprintf("%d %s quoted", h.words, plural(h.words, "word"))
	}
	return s
}

// heardWhere says how widely a voice is heard; named counts the tellings that only name
// it, reported those that tell what it says in their own words.
func (st *story) heardWhere(v *voice, named, reported int) string {
	note := "heard here alone"
	if reported > 0 {
		note = "quoted here; told without quotation marks in " + inOthers(reported)
	}
	if len(v.heard) > 1 {
		note = fmt.Sprintf("heard in %d of %d tellings", len(v.heard), len(st.heads))
	}
	if named > 0 {
		note += "; named, not heard, in " + inOthers(named)
	}
	return note
}

// inOthers counts the other articles.
func inOthers(n int) string {
	if n == 1 {
		return "one other"
	}
	return fmt.Sprintf("%d others", n)
}

// heardAs returns a voice's longest quote.
func (d *doc) heardAs(h *hearing) Said {
	longest := slices.MaxFunc(h.quotes, func(a, b quote.Quote) int { return quoteLength(a) - quoteLength(b) })
	return Said{Text: longest.Of(d.Text), Spans: []text.Span{longest.Span}, Quoted: longest.Kind != quote.Indirect}
}

// quoteLength orders quotes: words in marks before reported ones.
func quoteLength(q quote.Quote) int {
	if q.Kind == quote.Indirect {
		return q.Len()
	}
	return q.Len() + 1<<20
}

// mentioned reports whether an article names an entity.
func (st *story) mentioned(d *doc, id int) bool {
	for i := range d.Names().Entities {
		if id >= 0 && st.union.ID(d.index, i) == id {
			return true
		}
	}
	return false
}

// shares shows how the quoted words of each telling divide among the voices.
func (st *story) shares(vs []*voice) []Item {
	it := Item{Topic: "share of quoted words", Weight: 0.3}
	for _, d := range st.heads {
		total := 0
		for _, v := range vs {
			if h := v.heard[d.index]; h != nil {
				total += h.words
			}
		}
		if total < 20 {
			continue
		}
		side := Side{Article: d.index}
		for _, v := range vs {
			if h := v.heard[d.index]; h != nil && 10*h.words >= total {
				side.Said = append(side.Said, Said{
					Text:  fmt.Sprintf("%s %d%%", v.name, (100*h.words+total/2)/total),
					Spans: h.spans(), Quoted: false,
				})
			}
		}
		it.Sides = append(it.Sides, side)
	}
	if len(it.Sides) < 2 {
		return nil
	}
	return []Item{it}
}

func (h *hearing) spans() []text.Span {
	var out []text.Span
	for _, q := range h.quotes {
		if q.Kind != quote.Indirect {
			out = append(out, partsOf(q)...)
		}
	}
	return out
}
