package framing

import (
	"slices"

	"github.com/storydiff/storydiff/compare/ledger"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// verbItems shows the verbs with which the tellings report one utterance, where they
// differ in stance, then all those they use for each speaker.
func verbItems(st *story) []Item {
	var items []Item
	for _, u := range st.us {
		if it, ok := st.utteranceVerbs(u); ok {
			items = append(items, it)
		}
	}
	items = append(items, st.reportVerbs(items)...)
	shown := placesShown(items)
	uses := st.verbUses()
	for _, id := range sortedKeys(uses) {
		if it, ok := st.speakerVerbs(st.union.Name(id), uses[id], shown); ok {
			items = append(items, it)
		}
	}
	return items
}

// A verbPlace is where the verb of an article begins.
type verbPlace struct{ article, start int }

// placesShown returns the places of all verbs in items.
func placesShown(items []Item) map[verbPlace]bool {
	out := map[verbPlace]bool{}
	for _, it := range items {
		for _, s := range it.Sides {
			for _, w := range s.Said {
				for _, span := range w.Spans {
					out[verbPlace{s.Article, span.Start}] = true
				}
			}
		}
	}
	return out
}

func sortedKeys[V any](m map[int]V) []int {
	keys := make([]int, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// The weight of verbs that differ on one utterance, and what it gains when one of them
// doubts or judges what is said.
const (
	utteranceWeight = 0.65
	strongerStance  = 0.13
)

// utteranceVerbs compares the verbs that report one utterance.
func (st *story) utteranceVerbs(u ledger.Utterance) (Item, bool) {
	it := Item{Weight: utteranceWeight}
	stances := map[quote.Stance]bool{}
	for _, d := range st.heads {
		v, ok := st.variantOf(u, d)
		if !ok {
			continue
		}
		q, ok := d.reported(v)
		if !ok {
			continue
		}
		stances[q.Stance] = true
		if q.Stance == quote.Doubting || q.Stance == quote.Emotive {
			it.Weight = utteranceWeight + strongerStance
		}
		it.Sides = append(it.Sides, side(d.index, Said{Text: q.Verb, Spans: []text.Span{q.VerbAt}}))
	}
	if len(it.Sides) < 2 || len(stances) < 2 || u.Background {
		return Item{}, false
	}
	full := u.Variants[u.Fullest]
	it.Topic = "“" + firstWords(st.docs[full.Article], full.At, 6) + "”"
	if u.Speaker != "" {
		it.Topic = u.Speaker + ": " + it.Topic
	}
	return it, true
}

// reported returns the quote that makes most of a variant, if it surely has a verb.
func (d *doc) reported(v ledger.Variant) (most quote.Quote, ok bool) {
	for _, i := range v.Quotes {
		if q := d.Quotes()[i]; q.Overlap(v.At) > most.Overlap(v.At) {
			most = q
		}
	}
	return most, d.reporting(most)
}

// firstWords returns the first n words of a span, with an ellipsis when there are more.
func firstWords(d *doc, s text.Span, n int) string {
	words, _ := d.wordsIn(s)
	if len(words) <= n {
		return s.Of(d.Text)
	}
	return d.Text[words[0].Start:words[n-1].End] + " …"
}

// verbUses collects the verbs by joined speaker and article.
func (st *story) verbUses() map[int]map[int][]verbUse {
	uses := map[int]map[int][]verbUse{}
	for _, d := range st.heads {
		for id, vs := range st.spokenIn(d) {
			if uses[id] == nil {
				uses[id] = map[int][]verbUse{}
			}
			uses[id][d.index] = vs
		}
	}
	return uses
}

// spokenIn collects the verbs of an article by joined speaker, those of an office under
// the name of who holds it.
func (st *story) spokenIn(d *doc) map[int][]verbUse {
	out := map[int][]verbUse{}
	for e, vs := range d.spoken() {
		if d.Names().Entities[e].Kind == names.Place {
			continue // what "China said" stands for differs from place to place
		}
		id := st.union.ID(d.index, e)
		out[id] = append(out[id], vs...)
	}
	for _, q := range d.Quotes() {
		if id := st.holder(d, q.Speaker); id >= 0 && d.reporting(q) {
			out[id] = append(out[id], d.useOf(q))
		}
	}
	for id := range out {
		out[id] = distinct(out[id])
	}
	return out
}

// speakerVerbs compares the verbs of one speaker. Only a difference of more than
// "said" and "told" that no single utterance has shown is worth a line.
func (st *story) speakerVerbs(name string, uses map[int][]verbUse, shown map[verbPlace]bool) (Item, bool) {
	if len(uses) < 2 {
		return Item{}, false
	}
	it := Item{Topic: name, Weight: 0.45}
	seen, total, marked := map[string]int{}, 0, 0
	for _, d := range st.heads {
		if len(uses[d.index]) == 0 {
			continue
		}
		it.Sides = append(it.Sides, side(d.index, d.saidVerbs(uses[d.index])...))
		for verb := range verbsOf(uses[d.index]) {
			seen[verb]++
		}
		total += len(uses[d.index])
	}
	for article, vs := range uses {
		for _, u := range vs {
			if u.stance != quote.Neutral && seen[verbKey(u.verb)] < len(it.Sides) && !shown[verbPlace{article, u.Start}] {
				marked++
			}
		}
	}
	if len(it.Sides) < 2 || marked == 0 {
		return Item{}, false
	}
	it.Weight += float64(0.3*float64(min(total, 10))/10) + float64(0.1*float64(min(marked, 3))/3)
	return it, true
}

func verbKey(verb string) string { return text.Stem(text.Fold(verb), "en") }

func verbsOf(us []verbUse) map[string]bool {
	out := map[string]bool{}
	for _, u := range us {
		out[verbKey(u.verb)] = true
	}
	return out
}

// saidVerbs gathers uses by verb: those that take a stance first, then by place.
func (d *doc) saidVerbs(us []verbUse) []Said {
	var marked, neutral []Said
	at := map[string]*[]Said{}
	for _, u := range us {
		list := &neutral
		if u.stance != quote.Neutral {
			list = &marked
		}
		key := text.Fold(u.verb)
		if l := at[key]; l != nil {
			i := slices.IndexFunc(*l, func(s Said) bool { return text.Fold(s.Text) == key })
			(*l)[i].Spans = append((*l)[i].Spans, u.Span)
			continue
		}
		*list = append(*list, Said{Text: u.verb, Spans: []text.Span{u.Span}})
		at[key] = list
	}
	return slices.Concat(marked, neutral)
}
