package framing

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// loadedItems shows the loaded words that one telling uses in its own voice and no
// other uses at all, beside the others' wording of the same passage.
func loadedItems(st *story) []Item {
	var items []Item
	for _, d := range st.heads {
		at := map[string]int{} // word → place in items
		for _, w := range d.loaded() {
			if d.reportedSpeech(w.Span) || d.inBlock(w.Span) || d.isReporting(w.Span) || d.inAnothersEyes(w) {
				continue // verbs of speaking are another signal's
			}
			key := text.Fold(w.Of(d.Text))
			if i, ok := at[key]; ok {
				items[i].add(d.index, d.plain(d.around(w)))
			} else if st.alone(d, w) {
				at[key] = len(items)
				items = append(items, st.loadedItem(d, w))
			}
		}
	}
	return items
}

// reportedSpeech reports whether a span stands in somebody's words reported without
// quotation marks.
func (d *doc) reportedSpeech(s text.Span) bool {
	for _, q := range d.Quotes() {
		if q.Kind == quote.Indirect && q.Contains(s) {
			return true
		}
	}
	return false
}

// isReporting reports whether a span is the verb by which somebody is said to speak.
func (d *doc) isReporting(s text.Span) bool {
	for _, us := range d.spoken() {
		if slices.ContainsFunc(us, func(u verbUse) bool { return u.Overlap(s) > 0 }) {
			return true
		}
	}
	return false
}

// viewing are the words after which "as" tells what others think.
var viewing = map[string]bool{
	"seen": true, "saw": true, "see": true, "sees": true, "viewed": true, "view": true, "regarded": true, "portray": true, "portrayed": true,
	"describe": true, "described": true, "perceived": true, "dismissed": true, "decried": true, "denounced": true, "feel": true, "felt": true,
}

// inAnothersEyes reports whether the words before a loaded one say that others think so:
// "was seen as humiliating", "what he saw as bombastic".
func (d *doc) inAnothersEyes(w loadedWord) bool {
	sentence := d.sentences[max(0, d.sentenceAt(w.Start))]
	as := false
	for i := w.first - 1; i >= max(0, w.first-longestView) && d.words[i].Start >= sentence.Start; i-- {
		if as && viewing[d.words[i].Norm] {
			return true
		}
		as = as || d.words[i].Norm == "as"
	}
	return false
}

// longestView is how many words before a loaded one say that it is somebody's view.
const longestView = 6

// inBlock reports whether a span stands in a statement or a post that is set off without
// quotation marks: after a paragraph that ends in a colon, or in an embedded post.
func (d *doc) inBlock(s text.Span) bool {
	from := strings.LastIndex(d.Text[:s.Start], "\n") + 1
	end := len(d.Text)
	if n := strings.Index(d.Text[s.End:], "\n"); n >= 0 {
		end = s.End + n
	}
	before := strings.TrimSpace(d.Text[d.BodyStart:max(d.BodyStart, from)])
	return strings.HasSuffix(before, ":") || embedded(d.Text[from:end]) || strings.HasPrefix(d.Text[from:end], "@")
}

// alone reports whether no other telling has the words of a loaded word in any form.
func (st *story) alone(d *doc, w loadedWord) bool {
	for _, o := range st.others(d) {
		has := true
		for _, word := range d.words[w.first : w.first+w.n] {
			has = has && (o.stems()[text.Stem(word.Norm, d.lang())] > 0 || text.Stop(word.Norm, d.lang()))
		}
		if has {
			return false
		}
	}
	return true
}

func (st *story) loadedItem(d *doc, w loadedWord) Item {
	it := Item{Topic: w.Of(d.Text), Weight: 0.45, Sides: []Side{side(d.index, d.plain(d.around(w)))}}
	s := d.sentenceAt(w.Start)
	if d.isHeadline(s) {
		it.Weight += 0.25
	}
	if o, t := st.bestCounterpart(d, s); o != nil {
		it.Sides = append(it.Sides, side(o.index, o.plain(o.sentences[t].Span)))
		it.Weight += 0.15
		it.Note = "beside the passage without the word"
	}
	return it
}

// sameFact is the Dice coefficient from which two aligned sentences tell one fact.
const sameFact = 0.35

// bestCounterpart returns the sentence of another telling that is best aligned with
// sentence s of d; headlines only with headlines.
func (st *story) bestCounterpart(d *doc, s int) (best *doc, sentence int) {
	score := 0.0
	for _, o := range st.others(d) {
		for _, m := range st.aligned(d, o) {
			if m.A == s && m.Score > score && o.isHeadline(m.B) == d.isHeadline(s) && d.terms()[s].dice(o.terms()[m.B]) >= sameFact {
				best, sentence, score = o, m.B, m.Score
			}
		}
	}
	return best, sentence
}

// aroundWords is how many words are shown on either side of a loaded word.
const aroundWords = 3

// around returns a loaded word with the words beside it, inside its sentence.
func (d *doc) around(w loadedWord) text.Span {
	s := d.sentences[max(0, d.sentenceAt(w.Start))]
	from, to := w.first, w.first+w.n-1
	for from > 0 && w.first-from < aroundWords && d.words[from-1].Start >= s.Start {
		from--
	}
	for to+1 < len(d.words) && to-w.first < aroundWords && d.words[to+1].End <= s.End {
		to++
	}
	return text.Span{Start: d.words[from].Start, End: d.words[to].End}
}
