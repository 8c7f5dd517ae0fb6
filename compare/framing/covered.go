package framing

import "slices"

// What makes a sentence told elsewhere too, in whatever words.
const (
	// wordsShared is the Dice coefficient of two sentences that surely have wording in
	// common, whatever the alignment thinks of them.
	wordsShared = 0.33
	// ledesShared is the one for two ledes, which tell the same event anyway.
	ledesShared = 0.12
	// mutual is the one for two sentences each of which is the other's nearest.
	mutual = 0.15
	// inPassage is the share of a sentence, by the rarity of its words, that a few
	// sentences in a row hold when they tell the same at greater length.
	inPassage = 0.6
	// passageSentences is how many those are.
	passageSentences = 3
	// inHeadline is the share of a headline that a sentence holds when both say the same.
	inHeadline = 0.6
)

// covered says which sentences of d another telling has in some wording.
func (st *story) covered(d *doc) []bool {
	out := make([]bool, len(d.sentences))
	for _, o := range st.others(d) {
		for _, m := range st.aligned(d, o) {
			out[m.A] = true
		}
		for i := range d.sentences {
			out[i] = out[i] || d.toldIn(o, i)
		}
	}
	for _, u := range st.us {
		if v, ok := st.variantOf(u, d); ok && st.tellingsWith(u) > 1 {
			if s := d.sentenceAt(v.At.Start); s >= 0 {
				out[s] = true
			}
		}
	}
	return out
}

// partner returns the sentence that is the likest to sentence i as i is to it: what one
// says in its way, the other may say in its own.
func (st *story) partner(d *doc, i int) (o *doc, sentence int) {
	for _, o := range st.others(d) {
		n := st.nearestIn(d, o)[i]
		if n.alike >= mutual && st.nearestIn(o, d)[n.sentence].sentence == i {
			return o, n.sentence
		}
	}
	return nil, 0
}

// toldIn reports whether article o has a sentence or a passage like sentence i.
func (d *doc) toldIn(o *doc, i int) bool {
	if d.passageShare(o, i) >= inPassage {
		return true
	}
	for j := range o.sentences {
		if matches(d, o, i, j) {
			return true
		}
	}
	return false
}

// matches reports whether two sentences share so much that neither may be said to be
// without matching wording: many rare words, fewer between ledes, most of a headline, a
// phrase in quotation marks, or a figure with a word beside it.
func matches(d, o *doc, i, j int) bool {
	t, u := d.terms()[i], o.terms()[j]
	alike := t.dice(u)
	switch {
	case alike == 0:
		return false
	case alike >= wordsShared:
		return true
	case o.isHeadline(j) && t.shared(u) >= float64(inHeadline*u.total):
		return true
	case alike >= ledesShared && i == d.lede() && (j == o.lede() || o.isHeadline(j)):
		return true
	case overlap(d.phrases()[i], o.phrases()[j]):
		return true
	}
	return d.hasFigure(i) && o.hasFigure(j) && d.figureShared(o, i, j)
}

// figureShared reports whether two sentences hold a telling figure in common, and a word
// besides.
func (d *doc) figureShared(o *doc, i, j int) bool {
	figures, words := 0, 0
	for _, t := range d.terms()[i].list {
		switch {
		case !o.terms()[j].has(t.stem):
		case isDigit(t.stem[0]):
			figures += count01(len(t.stem) > 2 && !isYear(t.stem)) // small numbers and years are everywhere
		default:
			words++
		}
	}
	if figures > 0 && words > 0 {
		return true
	}
	pairs := compareFigures(d.sentences[i].Of(d.Text), o.sentences[j].Of(o.Text), d.lang())
	return slices.ContainsFunc(pairs, func(p figurePair) bool { return p.agree && (p.sure || words > 1) })
}

func isYear(digits string) bool {
	return len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20")
}

// A near is the sentence of another article that is likest to one.
type near struct {
	sentence int
	alike    float64 // Dice coefficient
}

// nearestIn returns the sentence of o's body that is likest to each of d's.
func (st *story) nearestIn(d, o *doc) []near {
	key := [2]int{d.index, o.index}
	if ns, ok := st.near[key]; ok {
		return ns
	}
	ns, back := make([]near, len(d.sentences)), make([]near, len(o.sentences))
	for i := range d.sentences {
		for j := range o.sentences {
			if d.isHeadline(i) || o.isHeadline(j) {
				continue
			}
			alike := d.terms()[i].dice(o.terms()[j])
			ns[i].see(j, alike)
			back[j].see(i, alike)
		}
	}
	st.near[key], st.near[[2]int{o.index, d.index}] = ns, back
	return ns
}

func (n *near) see(sentence int, alike float64) {
	if alike > n.alike {
		n.sentence, n.alike = sentence, alike
	}
}

// passageShare returns how much of sentence i, by the rarity of its words, stands in the
// passage of o that holds most of it.
func (d *doc) passageShare(o *doc, i int) float64 {
	held := make([]float64, len(o.sentences)) // by the passage that begins here
	best := 0.0
	for _, t := range d.terms()[i].list {
		counted := -1
		for _, p := range o.places()[t.stem] {
			for from := max(counted+1, p-passageSentences+1, 0); from <= p; from++ {
				held[from] += t.weight
				best = max(best, held[from])
			}
			counted = p
		}
	}
	return best / max(1, d.terms()[i].total)
}

// stemPlaces returns the sentences in which each stem stands.
func (d *doc) stemPlaces() map[string][]int {
	places := map[string][]int{}
	for i, t := range d.terms() {
		for _, term := range t.list {
			places[term.stem] = append(places[term.stem], i)
		}
	}
	return places
}
