package align

import "math"

// A telling is the stems of a sentence, ordered, with what each tells in the story of two
// articles: what every other sentence names tells no two of them apart.
type telling struct {
	stems []told
	total float64 // weight of all stems
	names float64 // weight of those that are names
}

type told struct {
	stem    string
	weight  float64
	nats    float64
	holders int // sentences of its article, below the headline, that hold the stem
	content bool
	name    bool
}

// tellingsOf weighs the sentences of two articles.
func tellingsOf(a, b *Article) (ta, tb []*telling) {
	with := make(map[string]int) // sentences of both
	for _, ws := range [][]*Wording{a.sentences, b.sentences} {
		for _, w := range ws {
			w.eachStem(func(stem string, _ []term) { with[stem]++ })
		}
	}
	all := len(a.sentences) + len(b.sentences)
	most := math.Log(float64(max(all, 4)) / 2) // of a stem in two sentences, one of each article
	share := func(stem string) float64 {
		return min(1, math.Log(float64(all)/float64(with[stem]))/most)
	}
	small := func(norm string) bool { return a.lower[norm] || b.lower[norm] }
	return a.tellings(share, small), b.tellings(share, small)
}

func (a *Article) tellings(share func(stem string) float64, small func(norm string) bool) []*telling {
	holders := a.bodyHolders()
	out := make([]*telling, len(a.sentences))
	for i, w := range a.sentences {
		t := &telling{}
		w.eachStem(func(stem string, words []term) {
			x := told{stem, float64(words[0].weight * share(stem)), words[0].nats, holders[stem], false, false}
			for _, word := range words {
				u := w.units[word.word]
				x.content = x.content || !u.stop
				x.name = x.name || !u.stop && a.capitals[i][word.word] && !small(u.norm)
			}
			t.stems = append(t.stems, x)
			t.total += x.weight
			if x.name {
				t.names += x.weight
			}
		})
		out[i] = t
	}
	return out
}

// An overlap says what two sentences have in common.
type overlap struct {
	weight float64 // of all stems
	names  float64 // of the names
	rest   float64 // of the other content words
	unique float64 // nats of the stems that no other sentence of either article holds
	rarest float64 // nats of the rarest of them
	scarce float64 // nats of the stems, each divided by how many pairs of sentences share it
	alien  float64 // weight of the names that the other lacks, of the sentence with fewer such
}

func (t *telling) overlap(u *telling) overlap {
	var o overlap
	alienT, alienU := t.names, u.names
	for i, j := 0, 0; i < len(t.stems) && j < len(u.stems); {
		x, y := t.stems[i], u.stems[j]
		switch {
		case x.stem < y.stem:
			i++
			continue
		case x.stem > y.stem:
			j++
			continue
		}
		i, j = i+1, j+1
		o.add(x, y)
		if x.name {
			alienT -= x.weight
		}
		if y.name {
			alienU -= y.weight
		}
	}
	o.alien = max(0, min(alienT, alienU))
	return o
}

// add counts a stem that both sentences hold.
func (o *overlap) add(x, y told) {
	weight, nats := min(x.weight, y.weight), min(x.nats, y.nats)
	o.weight += weight
	switch {
	case !x.content || !y.content:
		return
	case x.name && y.name:
		o.names += weight
	default:
		o.rest += weight
	}
	if x.holders <= 1 && y.holders <= 1 {
		o.unique += nats
		o.rarest = max(o.rarest, nats)
	}
	if pairs := x.holders * y.holders; pairs > 0 {
		o.scarce += nats / float64(pairs)
	}
}

// mostRun is how many words of a sentence are searched for a run.
const mostRun = 200

// longestRun returns the nats of the run of words that both texts hold and that tells most.
func (w *Wording) longestRun(v *Wording) float64 {
	a, b := w.units[:min(len(w.units), mostRun)], v.units[:min(len(v.units), mostRun)]
	best, ending := 0.0, make([]float64, len(b)+1) // ending[j+1]: nats of the run that ends at b[j]
	for i := range a {
		diagonal := 0.0
		for j := range b {
			above := ending[j+1]
			ending[j+1] = 0
			if a[i].stem == b[j].stem {
				ending[j+1] = diagonal + w.nats[i]
				best = max(best, ending[j+1])
			}
			diagonal = above
		}
	}
	return best
}
